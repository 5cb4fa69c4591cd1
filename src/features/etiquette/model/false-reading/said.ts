import { hashOf } from '../key-table.ts'
import { perReading } from '../per-reading.ts'
import type { Keys, Side, WordSays } from '../spelling.ts'
import { stem } from '../stem.ts'
import { placesOf, type Sentence, skipTo, splitSentences, splitWords, type Word } from '../text.ts'
import type { Reading } from '../types.ts'
import { factsOf } from '../word-facts.ts'
import { isOpinion } from './opinion.ts'
import { isSecond, sidesBegunBy, sidesOf } from './opposites.ts'
import { memberOf } from './sets.ts'

/** What one clause says: its stems, and on which side of opposites it stands (bits: 1, 2, both). */
export type Said = {
  stems: ReadonlySet<string>
  /** Of each word that says something what it may be known by: its stem, its meanings, its place in a set. */
  words: readonly Keys[]
  /** A bit for each of these: where none of a key is set, it is none of them. */
  bits: number
  sides: ReadonlyMap<number, number>
  alike: ReadonlySet<number>
  sets: ReadonlyMap<string, string>
  /** How it says that: worked out when it is asked for, as most clauses share nothing with any claim. */
  how: How | undefined
  clause: Sentence
}

export type How = {
  denies: boolean
  /** What is denied: by what the words around a denial may be known. */
  denied: ReadonlySet<string>
  /** On which sides what is denied would stand. */
  deniedSides: ReadonlyMap<number, number>
  /** By a “no” that answers it: of everything that it says. */
  answered?: boolean
  /** “Refuses to”: as good as a denial, where no opposite word says it already. */
  refuses: boolean
  /** “…, not the mud”: all that it says is denied. */
  excludes: boolean
  /** What is said to be more or less, and than what. */
  compares: TwoSides | undefined
  /** “With rye, never with wheat”: what is said, and what is said not to be. */
  apart: TwoSides | undefined
}

export type TwoSides = { one: ReadonlySet<string>; other: ReadonlySet<string> }

const DENIES =
  /(?<![a-z])(?:not|never|nobody|no one|none|nothing|neither|without|hardly|barely|scarcely|no|nicht|nie|niemals|niemand\w*|nichts|ohne|kaum|kein\w*|pas|jamais|personne n\w*|(?<=^ )personne|rien|aucune?|sans|guere|no|nunca|jamas|nadie|ningun[oa]?|sin|tampoco|apenas|nao|ninguem|nenhum[a]?|sem|niet|geen|nooit|niemand|niets|zonder|nauwelijks|amper)(?![a-z])|n't(?![a-z])/

// “Not only”, “why not”, “no wonder”, “no matter”: they deny nothing. “Without a doubt” neither.
const DENIES_NOTHING =
  /(?<![a-z])(?:not (?:only|just|to mention|least|bad)|why not|no (?:wonder|doubt|matter|problem)|nicht (?:nur|zuletzt|schlecht)|kein wunder|pas (?:seulement|mal)|no (?:solo|obstante)|nada mal|nao (?:so|apenas)|niet (?:alleen|slecht)|sem duvida|sin duda|sans doute|zonder twijfel|geen wonder|apenas (?:um|uma|dois|duas|tres)|como nunca|comme jamais|wie nie|like never|als nooit)(?![a-z])/g

const REFUSES =
  /(?<![a-z])(?:refus(?:e|es|ed|ing)|weigert\w*|weigerten|refusai\w*|refusent|se nieg\w+|rehus\w+|recus\w+|weiger(?:t|de|den))(?![a-z])/

const NOT_THAT = /^ (?:and |but |und |et |y |e |en )?(?:not|nicht|pas|non|no|nao|niet)(?: \w+){1,3}$/

/** What a word says against others; worked out once for all words spelt so. */
function saysOf(word: Word): WordSays {
  const { folded, spelling } = word
  if (spelling.says) return spelling.says
  const when = memberOf(folded)
  spelling.says = {
    sides: sidesOf(folded),
    begun: sidesBegunBy(folded),
    second: isSecond(folded),
    when,
    keys: keysOf(word, when),
  }
  return spelling.says
}

// “Gescheeld” is of “scheelt”.
const PARTICIPLE = /^ge([a-z]{4,}[^e\W])d$/
// “Abgeschafft” is of “abschaffen”, “opgehaald” of “ophalen”.
const APART =
  /^(ab|an|auf|aus|ein|vor|zu|mit|nach|weg|um|her|hin|los|raus|rein|zusammen|zuruck|af|aan|op|uit|in|voor|toe|mee|na|om|terug|over|samen)ge([a-z]{3,})(?:t|en|d)$/
const wholeVerb = ([, before = '', verb = '']: RegExpExecArray): string => before + verb

function keysOf(word: Word, when: WordSays['when']): Keys | undefined {
  const { parts, stems } = factsOf(word)
  if ((stems.length === 0 && !when) || isOpinion(word.folded)) return undefined
  const [only] = parts
  const apart = APART.exec(word.folded)
  const participle = apart ? wholeVerb(apart) : PARTICIPLE.exec(word.folded)?.[1]
  if (parts.length === 1 && only && !when && participle === undefined) return { texts: only.keys, hashes: only.hashes }
  const texts = parts.flatMap(part => part.keys)
  if (when) texts.push(`^${when[0]}:${when[1]}`)
  if (participle !== undefined) texts.push(stem(participle))
  return { texts, hashes: texts.map(hashOf) }
}

const PLACES = 8_192

/** By what the words of some texts may be known, one place for each: it may hold one that none of them has, never leave out one. */
export function keysIn(texts: readonly (readonly Word[])[]): Uint8Array {
  const held = new Uint8Array(PLACES)
  for (const words of texts)
    for (let i = 0; i < words.length; i++) {
      const word = words[i]
      const keys = word && (word.spelling.says ?? saysOf(word)).keys
      if (!keys) continue
      for (let at = 0; at < keys.hashes.length; at++) held[(keys.hashes[at] ?? 0) & (PLACES - 1)] = 1
    }
  return held
}

/** Whether one of these keys may be among those. */
export function mayHold(held: Uint8Array, { hashes }: Keys): boolean {
  for (let i = 0; i < hashes.length; i++) if (held[(hashes[i] ?? 0) & (PLACES - 1)] === 1) return true
  return false
}

const bitOf = (hash: number): number => 1 << ((hash >>> 8) % BITS)
/** So many stay in a small whole number. */
const BITS = 30

/** Whether a word may be known by what one of a clause's is known by. */
export function saysOneOf({ words, bits }: Said, { texts, hashes }: Keys): boolean {
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0
    if ((bits & bitOf(hash)) === 0) continue
    for (let of = 0; of < words.length; of++) {
      const word = words[of]
      if (!word) break
      for (let at = 0; at < word.hashes.length; at++)
        if (word.hashes[at] === hash && word.texts[at] === texts[i]) return true
    }
  }
  return false
}

export function sidesIn(word: Word, before: Word | undefined): readonly Side[] {
  const { sides, begun, second } = saysOf(word)
  return sides ?? (second && before ? sidesOf(`${before.folded} ${word.folded}`) : undefined) ?? begun
}

const BETWEEN = new Set(
  'them it him her us me you all both sie es ihn le la les lo los las o a os as ze het hem'.split(' '),
)

export function saidIn(clause: Sentence): Said {
  const { words } = clause
  const stems = new Set<string>()
  const known: Keys[] = []
  let bits = 0
  let sides: Map<number, number> | undefined
  let alike: Set<number> | undefined
  let sets: Map<string, string> | undefined
  let before: Word | undefined
  for (const word of words) {
    const { when, keys: own } = saysOf(word)
    const on = sidesIn(word, before)
    if (own) {
      for (const stem of factsOf(word).stems) stems.add(stem)
      known.push(own)
      for (let i = 0; i < own.hashes.length; i++) bits |= bitOf(own.hashes[i] ?? 0)
    }
    for (const { pair, side } of on) {
      if (side === 0) {
        alike ??= new Set()
        alike.add(pair)
      } else {
        sides ??= new Map()
        sides.set(pair, (sides.get(pair) ?? 0) | side)
      }
    }
    if (when) {
      sets ??= new Map()
      sets.set(when[0], sets.has(when[0]) && sets.get(when[0]) !== when[1] ? 'several' : when[1])
    }
    // “Put them back” is “put back”.
    if (!BETWEEN.has(word.folded)) before = word
  }
  // Most clauses have none of these.
  return {
    stems,
    words: known,
    bits,
    sides: sides ?? NO_SIDES,
    alike: alike ?? NONE_ALIKE,
    sets: sets ?? NO_SETS,
    how: undefined,
    clause,
  }
}

function howIn(said: Said): How {
  const { stems, clause } = said
  const { text, start, words } = clause
  let folded = ''
  for (const word of words) folded += ` ${word.folded}`
  const denies = DENIES.test(folded) && DENIES.test(folded.replace(DENIES_NOTHING, ' '))
  said.how ??= {
    denies,
    ...(denies ? deniedIn(words) : NONE_DENIED),
    refuses: REFUSES.test(folded),
    excludes: stems.size > 0 && stems.size <= 2 && NOT_THAT.test(folded),
    compares: COMPARES.test(folded) ? comparisonIn(text) : undefined,
    apart: apartIn(text, start, words),
  }
  return said.how
}

export const howOf = (said: Said): How => said.how ?? howIn(said)

/** So many words that say something are denied behind a denial. */
const DENIED_BEHIND = 4

const DENIAL =
  /^(?:not|never|nobody|no|none|nothing|neither|without|hardly|barely|scarcely|cannot|\w+n't|nicht|nie|niemals|niemand\w*|nichts|ohne|kaum|kein\w*|pas|jamais|personne|rien|aucune?|sans|guere|nunca|jamas|nadie|ningun[oa]?|sin|tampoco|ni|nem|nao|ninguem|nenhuma?|sem|niet|geen|nooit|niemand|niets|zonder|nauwelijks|amper)$/

function deniedIn(words: readonly Word[]): Pick<How, 'denied' | 'deniedSides'> {
  const found = new Set<string>()
  const sides = new Map<number, number>()
  const add = (word: Word) => {
    for (const { pair, side } of sidesIn(word, undefined)) if (side !== 0) sides.set(pair, side)
    const { parts } = factsOf(word)
    for (const { key, marks } of parts) {
      found.add(key)
      for (const mark of marks) found.add(mark)
    }
    return parts.length > 0
  }
  for (const [i, { folded }] of words.entries()) {
    if (!DENIAL.test(folded)) continue
    for (let at = i + 1, left = DENIED_BEHIND; left > 0 && at < words.length; at++) {
      const word = words[at]
      if (word && add(word)) left--
    }
    // “It holds not”, “the owner does not”: what is denied stands before.
    if (words.slice(i + 1).every(word => factsOf(word).parts.length === 0))
      for (let at = i - 1; at >= 0; at--) {
        const word = words[at]
        if (word && add(word)) break
      }
  }
  return { denied: found, deniedSides: sides }
}

const NONE_DENIED: Pick<How, 'denied' | 'deniedSides'> = { denied: new Set(), deniedSides: new Map() }
const NO_SIDES: ReadonlyMap<number, number> = new Map()
const NONE_ALIKE: ReadonlySet<number> = new Set()
const NO_SETS: ReadonlyMap<string, string> = new Map()

const THAN = /\s(?:than|als|dan|do que|que|qu')\s?/i
export const MAY_COMPARE = /(?<![a-z])(?:than|als|que|qu|dan)(?![a-z])/
const COMPARES =
  /(?<![a-z])(?:than|(?:\w{3,}er|mehr|weniger)(?: [\w-]+){0,2} als|(?:plus|moins|mas|menos|mais|mejor|peor|melhor|pior|mieux)(?: [\w-]+){0,2} (?:que|do que|qu)|(?:\w{3,}er|meer|minder)(?: [\w-]+){0,2} dan)(?![a-z])/

function comparisonIn(text: string): How['compares'] {
  const cut = THAN.exec(text)
  if (!cut) return undefined
  const words = (part: string) =>
    new Set(
      splitWords(part).flatMap(word =>
        factsOf(word)
          .parts.filter(({ part: one }) => one.length > 3)
          .map(one => one.key),
      ),
    )
  const one = words(text.slice(0, cut.index))
  const other = words(text.slice(cut.index + cut[0].length))
  return one.size > 0 && other.size > 0 ? { one, other } : undefined
}

const NOT = new Set('never not nicht nie niemals jamais pas no nunca jamas nao niet nooit'.split(' '))
/** A denial reaches so many words, and no further than a comma. */
const NOT_REACHES = 3

function apartIn(text: string, start: number, words: readonly Word[]): TwoSides | undefined {
  if (!words.some(word => NOT.has(word.folded))) return undefined
  const one = new Set<string>()
  const other = new Set<string>()
  let left = 0
  let end = 0
  for (const word of words) {
    if (left > 0 && /[,;:.]/.test(text.slice(end - start, word.start - start))) left = 0
    end = word.end
    for (const stem of factsOf(word).stems) (left > 0 ? other : one).add(stem)
    left = NOT.has(word.folded) ? NOT_REACHES : left - 1
  }
  return one.size > 0 && other.size > 0 ? { one, other } : undefined
}

const CUT =
  /[,;:()\n]\s|\s[-–—]\s|\s(?:and|but|because|und|aber|weil|et|mais|parce|y|pero|porque|e|mas|en|maar|want|omdat|when|wenn|quand|lorsque|cuando|quando|toen|so that|so dass|sodass|pour que|para que|zodat|while|although|though|whereas|wahrend|während|obwohl|alors que|bien que|mientras|aunque|enquanto|embora|terwijl|hoewel)\s/g

/** The clauses of a sentence that are long enough to say something. */
export function clausesOf({ text, folded, start, words }: Sentence, shortest: number): Sentence[] {
  const found: Sentence[] = []
  let from = 0
  let word = 0
  const add = (to: number) => {
    const first = skipTo(words, word, start + from)
    word = skipTo(words, first, start + to)
    if (to - from <= shortest) return
    found.push({
      text: text.slice(from, to),
      folded: folded.slice(from, to),
      start: start + from,
      end: start + to,
      words: words.slice(first, word),
    })
  }
  for (const [start, end] of placesOf(CUT, text)) {
    add(start)
    from = end
  }
  add(text.length)
  return found
}

function joined({ text, folded, start }: Sentence, first: Sentence, second: Sentence): Sentence {
  return {
    text: text.slice(first.start - start, second.end - start),
    folded: folded.slice(first.start - start, second.end - start),
    start: first.start,
    end: second.end,
    words: [...first.words, ...second.words],
  }
}

// “They ask whether we close it. No.”
const NO = /^\W*(?:no|nope|nein|no way|non|nao|nee|keineswegs|pas du tout)\W*$/

function deniedWhole(said: Said): How {
  const denied = new Set(said.words.flatMap(({ texts }) => texts))
  return { ...howOf(said), denies: true, denied, deniedSides: said.sides, answered: true }
}

/** Whether a reading has a word that this one may be known by. */
export function isSaidIn(word: Word, reading: Reading): boolean {
  const { keys } = saysOf(word)
  return keys !== undefined && unitsOf(reading).some(unit => saysOneOf(unit, keys))
}

/** Each sentence of a reading, and where it has several, its clauses. */
export const unitsOf: (reading: Reading) => readonly Said[] = perReading(({ title, text }) => {
  const found: Said[] = []
  let latest = 0
  for (const sentence of [...splitSentences(`${title}.`), ...splitSentences(text)]) {
    const clauses = clausesOf(sentence, 12)
    if (NO.test(sentence.folded)) {
      for (const asked of found.slice(latest)) asked.how = deniedWhole(asked)
      continue
    }
    latest = found.length
    if (clauses.length > 1) for (const clause of clauses) found.push(saidIn(clause))
    // “We lost nine lambs, fewer than last year”: two clauses say it together.
    if (clauses.length > 2)
      for (const [i, clause] of clauses.entries()) {
        const next = clauses[i + 1]
        if (next) found.push(saidIn(joined(sentence, clause, next)))
      }
    found.push(saidIn(sentence))
  }
  return found
})
