import { places as gazetteer } from '#features/vocabulary/index.ts'

function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const random = createRandom(20_261_122)
/**
 * The first are frequent, the last rare, as words and names are (Zipf and Mandelbrot): the second comes half as often as the first. With
 * `flat` the first few are nearly as frequent as each other.
 */
export const pick = <T>(from: readonly T[], flat = 0): T => {
  const chosen = from[Math.floor((flat + 1) * ((from.length + flat) / (flat + 1)) ** random() - flat) - 1]
  return chosen ?? need(from[0])
}
function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

const syllables =
  'ba be bo da del di fer gan ger ha hol ju ka kel kov la lan lin lo ma mar mi mon na ne ni no ol pa per ra ri ro ruiz sa sen shi ska so ta ten ti to va vel vi wen za zo'.split(
    ' ',
  )
export const invent = (parts: number) => {
  const text = Array.from({ length: parts }, () => syllables[Math.floor(random() * syllables.length)]).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
const distinct = (howMany: number, make: () => string) => {
  const found = new Set<string>()
  while (found.size < howMany) found.add(make())
  return [...found]
}
const known =
  'Robert William Margaret Elizabeth James Katherine Thomas Michael Richard Susan José María Johannes Zoë André Jürgen Siân Łukasz Søren Björn'.split(
    ' ',
  )
/** Some of them are called otherwise by their friends, and some are written with marks that few can type. */
export const givenNames = [...known, ...distinct(2_000, () => invent(2))]
const withMarks = (name: string) =>
  name.replace(/[aeou]/, letter => ({ a: 'á', e: 'é', o: 'ö', u: 'ü' })[letter] ?? letter)
export const familyNames = distinct(60_000, () => {
  const name = invent(random() < 0.1 ? 2 : random() < 0.7 ? 3 : 4)
  return random() < 0.08 ? withMarks(name) : name
})
export const someName = () => [pick(givenNames, 10), pick(familyNames, 30)] as const
export const titles =
  'nurse engineer developer carer welder manager teacher driver electrician cook designer analyst pharmacist midwife plumber accountant architect surgeon paramedic librarian'.split(
    ' ',
  )
export const levels = ['', 'senior', 'night', 'lead', 'head', 'deputy', 'junior', 'interim']
export const companies = distinct(
  8_000,
  () => `${invent(2)} ${pick(['Clinic', 'Systems', 'Works', 'School', 'Logistics', 'Lab', 'Group'])}`,
)
/** Towns of the map, so that circles and facets of places have something to find. */
export const places = ['ma', 'be', 'lo', 'pa', 'sa', 'vi', 'ro', 'br', 'st', 'ka', 'to', 'gr']
  .flatMap(start => gazetteer().listBeginning(start, 50))
  .map(town => town.name)
export const skills = [
  ...'triage wounds excel python java typescript cobol welding teaching planning spanish german driving budgeting cardiology dialysis kubernetes postgresql negotiation sterilisation'.split(
    ' ',
  ),
  ...distinct(1_500, () => invent(3).toLowerCase()),
]
export const languages = 'English Spanish German French Italian Portuguese Dutch Polish Turkish Arabic'.split(' ')
/** Words that are nobody's name. */
export const prose = distinct(60_000, () =>
  `${invent(1 + Math.floor(random() * 3))}${pick(['ing', 'ed', 'tion', 'ly', 'ment', 'ness'])}`.toLowerCase(),
)
export const word = () => pick(prose, 5)
export const tools = ['linkedin', 'xmpp', 'github', 'email', 'mastodon', 'matrix', 'blog', 'facebook'] as const
