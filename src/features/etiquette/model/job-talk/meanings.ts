import { type KnownLanguage, knownLanguages } from '../language.ts'
import type { WordSense } from '../spelling.ts'
import { stem } from '../stem.ts'
import type { Word } from '../text.ts'
import { de } from './concepts/de.ts'
import { en } from './concepts/en.ts'
import { es } from './concepts/es.ts'
import { fr } from './concepts/fr.ts'
import { nl } from './concepts/nl.ts'
import { pt } from './concepts/pt.ts'
import { isRole } from './roles.ts'

const LISTS: Readonly<Record<KnownLanguage, string>> = { en, de, fr, es, pt, nl }

/** Meanings that no list of words gives: told by the form of a word, or by where a sentence starts and ends. */
const BY_FORM = [
  'BEGIN',
  'QUESTION',
  'LOUD',
  'MONEY',
  'NUMBER',
  'JOB-LINK',
  'LINK',
  'ROLE',
  'TRADE',
  'STRANGE',
  'STRANGE-TWO',
  'STRANGE-THREE',
  'STRANGE-FOUR',
] as const
type ByForm = (typeof BY_FORM)[number]

const named = (list: string) =>
  list
    .trim()
    .split('\n')
    .map(line => line.split(' '))

/** Every meaning by its number, the same in all languages. */
export const meanings: readonly string[] = [...BY_FORM, ...named(en).map(([name]) => name ?? '')]
export const meaningNumber = (name: string): number => meanings.indexOf(name)
/** How many words of a sentence are in no list: each that is there counts. Talk of work seldom has many. */
export const STRANGE = ['STRANGE', 'STRANGE-TWO', 'STRANGE-THREE', 'STRANGE-FOUR'] as const
export const byForm = Object.fromEntries(BY_FORM.map((name, i) => [name, i])) as Readonly<Record<ByForm, number>>

// Words of grammar and of emphasis between which the telling ones stand.
const BETWEEN = new Set(
  (
    'the a an this that these those of and or but so too also very really quite pretty still just right actually honestly maybe perhaps please then be been being is are was were to in on it its as by some any ' +
    'der den dem des eine einen einem einer ein und oder aber sehr wirklich noch auch doch mal denn ja so eigentlich vielleicht bitte dann ist sind zu ' +
    'le la les un une des du de et ou mais tres vraiment encore aussi peut-etre est sont ce cette ca en au aux l d ' +
    'el la los las un una unos unas del de y o pero muy tambien quizas quiza es son lo al ' +
    'o a os as um uma uns umas do da dos das e ou mas muito tambem talvez ao aos ' +
    'de het een en of maar heel erg ook misschien nog dan dat die dit te om'
  ).split(' '),
)

type Lexicon = {
  words: ReadonlyMap<string, readonly number[]>
  /** By stem, and by how a word begins: for the forms that no list names. */
  stems: ReadonlyMap<string, readonly number[]>
  begins: ReadonlyMap<string, readonly number[]>
  /** The shortest begin of each. */
  heads: ReadonlySet<string>
  /** How words end, by their last three letters. */
  ends: ReadonlyMap<string, readonly (readonly [end: string, meaning: number])[]>
}

// Words of grammar have no other forms than those listed.
const AS_LISTED = new Set(
  'I YOU YOUR WE THEY SOMEONE WHO WHAT HOW WHEN WHY IF WOULD CAN NOT ONLY HAVE THERE FOR AT MORE NEW EVER SELF PAST BYE GREET MAYBE UP OUT'
    .split(' ')
    .map(meaningNumber),
)

/** What a word shares with its other forms: its stem, … */
function stemFormOf(word: string): string | undefined {
  const stemmed = word.length >= 5 ? stem(word) : ''
  return stemmed.length >= 4 ? stemmed : undefined
}

const SHORTEST_BEGIN = 6
const SHORTEST_END = 3

/** … and all of it but one to three letters at its end. */
function beginsOf(word: string): string[] {
  const begins: string[] = []
  for (let length = word.length; length >= SHORTEST_BEGIN && length >= word.length - 3; length--)
    begins.push(word.slice(0, length))
  return begins
}

function otherFormOf(word: string, { stems, begins, heads }: Lexicon): readonly number[] {
  const stemmed = stemFormOf(word)
  const known = stemmed === undefined ? undefined : stems.get(stemmed)
  if (known || !heads.has(word.slice(0, SHORTEST_BEGIN))) return known ?? NONE
  for (const begin of beginsOf(word)) {
    const found = begins.get(begin)
    if (found) return found
  }
  return NONE
}

function lexiconOf(language: KnownLanguage): Lexicon {
  const words = new Map<string, number[]>()
  const ends = new Map<string, [string, number][]>()
  const stems = new Map<string, number[]>()
  const begins = new Map<string, number[]>()
  for (const [name, ...list] of named(LISTS[language])) {
    const meaning = meaningNumber(name ?? '')
    if (meaning < 0) throw new Error(`${language}: no meaning called ${name}`)
    for (const word of list) {
      if (word.startsWith('*')) {
        const tail = word.slice(-SHORTEST_END)
        ends.set(tail, [...(ends.get(tail) ?? []), [word.slice(1), meaning]])
      }
      const bare = word.replace(/^\*/, '')
      const known = words.get(bare)
      if (!known) words.set(bare, [meaning])
      else if (!known.includes(meaning)) known.push(meaning)
    }
  }
  for (const [word, list] of words) {
    const free = list.filter(meaning => !AS_LISTED.has(meaning))
    if (free.length === 0) continue
    const stemmed = stemFormOf(word)
    if (stemmed !== undefined && !stems.has(stemmed)) stems.set(stemmed, free)
    for (const begin of beginsOf(word)) if (!begins.has(begin)) begins.set(begin, free)
  }
  return { words, ends, stems, begins, heads: new Set([...begins.keys()].map(begin => begin.slice(0, SHORTEST_BEGIN))) }
}

// How the names of trades end, where the word itself is in no list.
const TRADE: Readonly<Record<KnownLanguage, RegExp>> = {
  en: /^[a-z-]{3,}(?:keeper|maker|smith|wright|monger|driver|worker|hand|ician|ologist|operator|attendant|assistant|fitter|man|woman)s?$/,
  de: /^[a-z-]{3,}(?:fahrer|bauer|macher|helfer|pfleger|meister|techniker|leiter|berater|kraft|krafte|frau|mann|leute|arbeiter)(?:in|innen|n|s)?$/,
  fr: /^[a-z-]{4,}(?:eur|euse|rice|ier|iere|icien|icienne|iste)s?$/,
  es: /^[a-z-]{4,}(?:ero|era|ista|ador|adora|ico|ica|logo|loga)s?$/,
  pt: /^[a-z-]{4,}(?:eiro|eira|ista|ador|adora|ico|ica|logo|loga)s?$/,
  nl: /^[a-z-]{3,}(?:maker|werker|werkster|bouwer|meester|monteur|kundige|leider|houder|machinist|mannen|man|vrouw|kracht|krachten)s?$/,
}

const NONE: readonly number[] = []
const BOSS = meaningNumber('BOSS')

const made = new Map<KnownLanguage, Lexicon>()

/** What a word is in one language; worked out once for all words spelt so. `numberOf`: of a stem among those with a weight. */
export function senseOf(
  { folded, spelling }: Word,
  language: KnownLanguage,
  numberOf: (stem: string) => number,
): WordSense {
  const at = knownLanguages.indexOf(language)
  const known = spelling.senses[at]
  if (known) return known
  const sense = makeSense(folded, language, numberOf)
  spelling.senses[at] = sense
  return sense
}

/** How a longer stem begins and how it ends. */
export const partsOf = (stem: string): readonly string[] =>
  stem.length > 5 ? [`${stem.slice(0, 5)}~`, `~${stem.slice(-4)}`] : []

function makeSense(word: string, language: KnownLanguage, numberOf: (stem: string) => number): WordSense {
  let lexicon = made.get(language)
  if (!lexicon) {
    lexicon = lexiconOf(language)
    made.set(language, lexicon)
  }
  const { words, ends } = lexicon
  const listed = words.get(word) ?? (word.endsWith("'s") ? words.get(word.slice(0, -2)) : undefined) ?? NONE
  const found = [...(listed.length === 0 && !BETWEEN.has(word) ? otherFormOf(word, lexicon) : listed)]
  if (listed.length === 0)
    for (const [end, meaning] of ends.get(word.slice(-SHORTEST_END)) ?? [])
      if (word.endsWith(end) && !found.includes(meaning)) found.push(meaning)
  if (listed.length === 0 || found.includes(BOSS)) {
    if (isRole(word, language)) found.push(byForm.ROLE)
    else if (listed.length === 0 && TRADE[language].test(word)) found.push(byForm.TRADE)
  }
  const stemmed = stem(word)
  return {
    meanings: found.length === 0 ? NONE : found,
    stem: stemmed,
    number: numberOf(stemmed),
    parts: numbersOfParts(stemmed, numberOf),
    between: found.length === 0 && BETWEEN.has(word),
  }
}

function numbersOfParts(stem: string, numberOf: (stem: string) => number): readonly number[] {
  const numbers = partsOf(stem)
    .map(numberOf)
    .filter(number => number > 0)
  return numbers.length === 0 ? NONE : numbers
}
