import type { KnownLanguage } from '../language.ts'
import { remember } from '../remember.ts'
import { stem } from '../stem.ts'
import { de } from './concepts/de.ts'
import { en } from './concepts/en.ts'
import { es } from './concepts/es.ts'
import { fr } from './concepts/fr.ts'
import { nl } from './concepts/nl.ts'
import { pt } from './concepts/pt.ts'
import { rolePattern } from './roles.ts'

const LISTS: Readonly<Record<KnownLanguage, string>> = { en, de, fr, es, pt, nl }

/** Meanings that no list of words gives: told by the form of a word, or by where a sentence starts and ends. */
const BY_FORM = ['BEGIN', 'QUESTION', 'LOUD', 'MONEY', 'NUMBER', 'JOB-LINK', 'LINK', 'ROLE', 'TRADE'] as const
type ByForm = (typeof BY_FORM)[number]

const named = (list: string) =>
  list
    .trim()
    .split('\n')
    .map(line => line.split(' '))

/** Every meaning by its number, the same in all languages. */
export const meanings: readonly string[] = [...BY_FORM, ...named(en).map(([name]) => name ?? '')]
export const meaningNumber = (name: string): number => meanings.indexOf(name)
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
  forms: ReadonlyMap<string, readonly number[]>
  ends: readonly (readonly [end: string, meaning: number])[]
}

/** Long enough that what shares it is nearly always the same word. */
function formsOf(word: string): string[] {
  if (word.length < 5) return []
  const stemmed = stem(word)
  return [...(stemmed.length >= 4 ? [stemmed] : []), ...(word.length >= 7 ? [`${word.slice(0, 6)}…`] : [])]
}

function lexiconOf(language: KnownLanguage): Lexicon {
  const words = new Map<string, number[]>()
  const ends: [string, number][] = []
  const forms = new Map<string, number[]>()
  for (const [name, ...list] of named(LISTS[language])) {
    const meaning = meaningNumber(name ?? '')
    if (meaning < 0) throw new Error(`${language}: no meaning called ${name}`)
    for (const word of list) {
      if (word.startsWith('*')) ends.push([word.slice(1), meaning])
      const bare = word.replace(/^\*/, '')
      const known = words.get(bare)
      if (!known) words.set(bare, [meaning])
      else if (!known.includes(meaning)) known.push(meaning)
    }
  }
  for (const [word, list] of words) for (const form of formsOf(word)) if (!forms.has(form)) forms.set(form, list)
  return { words, ends, forms }
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

/** What one folded word is to the model: its meanings, and its stem where it may tell something by itself. */
export type WordSense = { meanings: readonly number[]; stem: string; between: boolean }

const made = new Map<KnownLanguage, (word: string) => WordSense>()

/** The senses of a folded word in one language; put together when its first text comes. */
export function sensesIn(language: KnownLanguage): (word: string) => WordSense {
  const known = made.get(language)
  if (known) return known
  const { words, ends, forms } = lexiconOf(language)
  const role = new RegExp(`^(?:${rolePattern(language).source})$`)
  const sense = remember((word: string): WordSense => {
    const listed = words.get(word) ?? words.get(word.replace(/'s$/, '')) ?? []
    const found = [...listed]
    if (found.length === 0 && !BETWEEN.has(word))
      for (const form of formsOf(word)) if (found.length === 0) found.push(...(forms.get(form) ?? []))
    if (listed.length === 0)
      for (const [end, meaning] of ends) if (word.endsWith(end) && !found.includes(meaning)) found.push(meaning)
    if (listed.length === 0 || found.includes(meaningNumber('BOSS'))) {
      if (role.test(word)) found.push(byForm.ROLE)
      else if (found.length === 0 && TRADE[language].test(word)) found.push(byForm.TRADE)
    }
    return { meanings: found, stem: stem(word), between: found.length === 0 && BETWEEN.has(word) }
  }, 8_000)
  made.set(language, sense)
  return sense
}
