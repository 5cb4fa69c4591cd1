/** `marks` are places in `text`, [from, to), in order. */
export type Excerpt = { text: string; marks: readonly (readonly [number, number])[] }

const before = 40
const longest = 160

/** One folded letter for each UTF-16 unit, so that places in the folded text are places in the text. */
const fold = (text: string) =>
  Array.from({ length: text.length }, (_, at) => {
    const folded = text[at]?.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() ?? ' '
    return folded[0] ?? ' '
  }).join('')

const isPartOfWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)

/** Where words begin with one of `terms`, as far as the word's end. */
function placesOf(folded: string, terms: readonly string[]): [number, number][] {
  const places: [number, number][] = []
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      if (isPartOfWord(folded[at - 1])) continue
      let end = at + term.length
      while (isPartOfWord(folded[end])) end += 1
      places.push([at, end])
    }
  }
  return places.sort((a, b) => a[0] - b[0])
}

/** The line around the first word found. Terms match the beginnings of words, whatever their case and accents. */
export function excerptOf(text: string, terms: readonly string[]): Excerpt {
  const line = text.replace(/\s+/g, ' ').trim()
  const folded = fold(line)
  const places = placesOf(folded, terms.map(fold).filter(Boolean))
  const first = places[0]?.[0] ?? 0
  const wordStart = first <= before ? 0 : line.indexOf(' ', first - before) + 1
  const from = wordStart > first ? first : wordStart
  const end = line.length - from <= longest ? line.length : Math.max(line.lastIndexOf(' ', from + longest), from + 1)
  const head = from > 0 ? '… ' : ''
  const shift = head.length - from
  return {
    text: `${head}${line.slice(from, end)}${end < line.length ? ' …' : ''}`,
    marks: places.filter(([start, stop]) => start >= from && stop <= end).map(([a, b]) => [a + shift, b + shift]),
  }
}
