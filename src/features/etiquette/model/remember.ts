/**
 * Remembers the latest answers of a pure function of a text, about `most` of them. While somebody types only the last sentence
 * changes, so all the others are known already. Each text has one place, and what stood there goes: no list grows.
 */
export function remember<T>(judge: (text: string) => T, most: number): (text: string) => T {
  const known = memory<T>(most)
  return text => known(text, judge)
}

/**
 * The same for what is worked out from more than the text, when the text alone decides what comes of it. Two places next to each other
 * are one for two texts: the one that was made last stands first.
 */
export function memory<T>(most: number): (text: string, make: (text: string) => T) => T {
  const places = 2 ** Math.ceil(Math.log2(most))
  const texts = new Array<string | undefined>(places).fill(undefined)
  const answers = new Array<T | undefined>(places).fill(undefined)
  return (text, make) => {
    const place = placeOf(text, places)
    const beside = place ^ 1
    const known = texts[place] === text ? answers[place] : texts[beside] === text ? answers[beside] : undefined
    if (known !== undefined) return known
    const made = make(text)
    texts[beside] = texts[place]
    answers[beside] = answers[place]
    texts[place] = text
    answers[place] = made
    return made
  }
}

/** Where a text is kept: one of `places`, a power of two. */
export const placeOf = (text: string, places: number): number => spread(text) & (places - 1)

/** From the length and seventeen letters at most: two texts rarely agree in all of them, and no text takes longer than another. */
function spread(text: string): number {
  const { length } = text
  let mixed = length
  const step = length <= 16 ? 1 : length / 16
  for (let at = 0; at < length; at += step) mixed = Math.imul(mixed, 31) + text.charCodeAt(at | 0)
  mixed = Math.imul(mixed, 31) + text.charCodeAt(length - 1)
  return mixed ^ (mixed >>> 13)
}
