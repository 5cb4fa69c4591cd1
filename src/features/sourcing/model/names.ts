/** Compared without case, accents, marks, titles and order. */
export const foldName = (name: string): string =>
  plain.test(name)
    ? name.toLowerCase()
    : name
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()

const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/i

const titles = new Set([
  'dr',
  'prof',
  'mr',
  'mrs',
  'ms',
  'herr',
  'frau',
  'phd',
  'mba',
  'jr',
  'sr',
  'dipl',
  'ing',
  'msc',
  'bsc',
])

const wordsOf = (name: string) =>
  foldName(name)
    .split(' ')
    .filter(word => word !== '' && !titles.has(word))

/** Ideographs are written without spaces: two characters of one name are words enough. */
const sharesIdeographs = (left: string, right: string) =>
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(left) &&
  [...left].some(letter => /\p{L}/u.test(letter) && right.includes(letter))

/**
 * Whether two records with one address may be one human: a word in common, or initials that fit. "Ana Ruiz" and "A. Ruiz-Gil" agree,
 * "Ana Ruiz" and "Tom Ruiz" do not. A name that is only an address or a handle speaks against nobody.
 */
export function namesAgree(left: string, right: string): boolean {
  const [one, other] = [wordsOf(left), wordsOf(right)]
  if (one.length === 0 || other.length === 0) return true
  if (left.includes('@') || right.includes('@') || /\d/.test(left + right)) return true
  if (one.length === 1 || other.length === 1) {
    const [lone = '', many = []] = one.length === 1 ? [one[0], other] : [other[0], one]
    if (many.some(word => fits(word, lone))) return true
    return sharesIdeographs(left, right) || glued(many) === lone || scriptOf(left) !== scriptOf(right)
  }
  if (scriptOf(left) !== scriptOf(right)) return true
  const [few, more] = one.length <= other.length ? [one, other] : [other, one]
  const left2 = [...more]
  let common = 0
  let whole = 0
  for (const word of few) {
    const at = left2.findIndex(candidate => fits(candidate, word))
    if (at < 0) continue
    common++
    if (left2[at] === word && word.length > 1) whole++
    left2.splice(at, 1)
  }
  // Two words must fit, at least one of them wholly: a family name alone is a family.
  return common >= 2 && whole >= 1
}

const glued = (words: readonly string[]) => words.join('')

/** Equal, an initial of it, or its short form: `kat` of `katharina`. */
function fits(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return (short.length === 1 || short.length >= 3) && long.startsWith(short)
}

const scriptOf = (text: string): string =>
  /\p{Script=Latin}/u.test(text)
    ? 'latin'
    : /\p{Script=Cyrillic}/u.test(text)
      ? 'cyrillic'
      : /\p{Script=Greek}/u.test(text)
        ? 'greek'
        : /\p{L}/u.test(text)
          ? 'other'
          : 'none'
