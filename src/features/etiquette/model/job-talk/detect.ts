import { gateOf, isOpen } from '../gates.ts'
import { type KnownLanguage, likelyLanguages } from '../language.ts'
import { remember } from '../remember.ts'
import { type Screen, screenFor } from '../screen.ts'
import { MOST_OF_A_DRAFT, type Span } from '../text.ts'
import { bidIn } from './bids.ts'
import { blank, type Clause, clausesOf } from './clauses.ts'
import { de } from './de.ts'
import { employerFrames } from './employers.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { Frame, LanguageFrames, Tag } from './frame.ts'
import { innocentSenses } from './innocent.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { roleMark, rolePattern } from './roles.ts'
import { soundingFrames } from './soundings.ts'
import { bias, pairBias } from './tables.ts'
import { tellingWords } from './traits.ts'
import { turnFrames } from './turns.ts'
import { veiledFrames } from './veiled.ts'
import { weigh } from './weigh.ts'
import { type Because, type Evidence, evidenceFor, languageMemories, whyIn } from './why.ts'

type Judge = LanguageFrames & {
  frames: readonly Frame[]
  roles: RegExp
  /** Over the frames, then the innocent senses, then the roles. */
  screen: Screen
}

const OWN: Readonly<Record<KnownLanguage, LanguageFrames>> = { en, de, fr, es, pt, nl }

const made = new Map<KnownLanguage, Judge>()

/** Put together when the first text of a language comes: a browser rarely sees all six. */
function judgeOf(language: KnownLanguage): Judge {
  const known = made.get(language)
  if (known) return known
  const own = OWN[language]
  const innocent = [...innocentSenses[language], ...own.innocent]
  const frames = [
    ...own.frames,
    ...employerFrames(language),
    ...turnFrames(language),
    ...soundingFrames(language),
    ...veiledFrames[language],
  ]
  const roles = rolePattern(language)
  const screen = screenFor([...frames.map(frame => frame.pattern), ...innocent, roles])
  const judge = { ...own, innocent, frames, roles, screen }
  made.set(language, judge)
  return judge
}

/** All patterns of a language, and which of them are worth a try on a text with its roles marked. */
export function framesOf(language: KnownLanguage): { patterns: readonly RegExp[]; look: Screen['look'] } {
  const { frames, innocent, screen } = judgeOf(language)
  return { patterns: [...frames.map(frame => frame.pattern), ...innocent], look: screen.look }
}

/** One stretch of the draft that is job talk: its sentence, what shows it, and whether it only asks for names. */
export type JobTalk = { span: Span; score: number; evidence: readonly Evidence[]; asksForNames: boolean }

/** A stretch counts as job talk from here. */
const THRESHOLD = 1

function cutNegated(text: string, language: LanguageFrames): string {
  if (!language.negation.test(text)) return text
  const but = language.but.exec(text)
  const cut = but && but.index > 0 ? but.index : text.length
  const head = text.slice(0, cut)
  const tail = text.slice(cut)
  return (clauseIsNegated(head, language) ? blank(head) : head) + (tail ? cutNegatedTail(tail, language) : '')
}

function cutNegatedTail(tail: string, language: LanguageFrames): string {
  return clauseIsNegated(tail, language) ? blank(tail) : tail
}

const OFFER =
  /R|pitch|sell|offer|recruit|job|role|hir(?:e|ing)|vacanc|position|opening|opportunit|advert|stelle|angebot|wechsel|abwerb|vakanz|poste?\b|emploi|offre|embauch|vendre|debauch|vacante|puesto|oferta|empleo|trabajo|vender|fichar|contrat|vaga|emprego|proposta|trabalho|baan|vacature|functie|werf|werv|aanbod|verkop|such|cherch|busc|procur|zoek|looking|cv\b|resume|salary|gehalt|salaire|sueldo|salario/

// Finding nobody is a need, not a denial.
const FINDS_NOBODY =
  /(?<![a-z])(?:(?:can't|cannot|can not|couldn't|doesn't|struggling to|won't) (?:seem to )?find|find\w* (?:\w+ ){0,3}(?:keine?[nr]?|niemand\w*)|trouv\w+ (?:\w+ ){0,3}?(?:pas|plus|personne)|no (?:encuentr\w+|halla\w*)|nao (?:consegu\w+ )?encontr\w+|vind\w* (?:\w+ ){0,3}(?:geen|niemand)|(?:kan|kunnen) (?:maar )?geen[^.!?]{0,40}vinden)(?![a-z])/

const NEGATED_DISTANCE = 45

/** “I'm not going to pitch you a job”: the denial stands close before the offer. A denied liking (“aren't you tired of…”) is none. */
function clauseIsNegated(clause: string, language: LanguageFrames): boolean {
  const found = language.negation.exec(clause)
  if (!found || FINDS_NOBODY.test(clause)) return false
  if (
    /[?]\s*$/.test(clause) &&
    /^(?:\W*)(?:aren't|wouldn't|don't|isn't|haven't|why (?:not|don't)|willst du nicht|no te|nao|ne (?:serais|seriez))/.test(
      clause,
    )
  )
    return false
  const after = clause.slice(found.index + found[0].length, found.index + found[0].length + NEGATED_DISTANCE)
  const offer = OFFER.exec(after)
  if (!offer) return false
  return !/(?:only|just|nur|seulement|solo|apenas|alleen|sure if|sure whether|know if|sicher ob|sur si|seguro si|zeker of|miss|verpass|rater|perder|mis)(?![a-z])/.test(
    after.slice(0, offer.index),
  )
}

/** The text with the roles marked, and the numbers of the patterns that are worth a try on it. */
function withRoles(folded: string, { roles, screen, frames, innocent }: Judge) {
  const worth = screen.look(folded)
  if (worth.at(-1) !== frames.length + innocent.length) return { marked: folded, worth }
  const marked = folded.replace(roles, found => blank(found, roleMark))
  return { marked, worth: marked === folded ? worth : screen.look(marked) }
}

/** What is left to judge when other senses, their own words, who we are and denials are taken away. */
function withoutInnocent(text: string, worth: readonly number[], judge: Judge): string {
  const { innocent, frames } = judge
  let left = text
  for (const i of worth) {
    const pattern = innocent[i - frames.length]
    if (pattern) left = left.replace(pattern, found => blank(found))
  }
  return cutNegated(left, judge)
}

function evidenceIn(text: string, worth: readonly number[], { frames }: Judge): Evidence[] {
  const found: Evidence[] = []
  const certain = new Set<Tag>()
  for (const i of worth) {
    const frame = frames[i]
    if (!frame) break
    if (certain.has(frame.tag) || (frame.gate && !frame.gate.test(text))) continue
    const match = frame.pattern.exec(text)
    if (!match || match[0].trim() === '') continue
    found.push(evidenceOf(frame, match))
    if (frame.weight >= THRESHOLD) certain.add(frame.tag)
  }
  return found
}

function evidenceOf(frame: Frame, match: RegExpExecArray): Evidence {
  const lead = match[0].length - match[0].trimStart().length
  const start = match.index + lead
  return {
    tag: frame.tag,
    weight: frame.weight,
    span: [start, start + match[0].trim().length],
    words: '',
  }
}

function total(evidence: readonly Evidence[]): number {
  const best = new Map<Tag, number>()
  for (const { tag, weight } of evidence) best.set(tag, Math.max(best.get(tag) ?? 0, weight))
  let sum = 0
  for (const weight of best.values()) sum += weight
  return sum
}

// Alone or together these only colour what else is said.
const WEAK: ReadonlySet<Tag> = new Set<Tag>(['role', 'chat'])

function hasSubstance(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ tag }) => !WEAK.has(tag))
}

/** Whether any of the frames that are worth a try is more than colour. */
function mayHaveSubstance(worth: readonly number[], { frames }: Judge): boolean {
  for (const i of worth) {
    const frame = frames[i]
    if (!frame) return false
    if (!WEAK.has(frame.tag)) return true
  }
  return false
}

/** Offsets within the text: a sentence is judged once, wherever it stands. */
function judgeIn(language: KnownLanguage): (text: string) => readonly Evidence[] {
  return remember(text => {
    const judge = judgeOf(language)
    const { marked, worth } = withRoles(text, judge)
    if (!mayHaveSubstance(worth, judge)) return []
    const first = evidenceIn(marked, worth, judge)
    if (!hasSubstance(first)) return []
    // What was worth a try before something was blanked is all that can be after.
    const left = withoutInnocent(marked, worth, judge)
    const evidence = left === marked ? first : evidenceIn(left, worth, judge)
    return hasSubstance(evidence) ? evidence : []
  }, 128)
}

const JUDGES: Readonly<Record<KnownLanguage, (text: string) => readonly Evidence[]>> = {
  en: judgeIn('en'),
  de: judgeIn('de'),
  fr: judgeIn('fr'),
  es: judgeIn('es'),
  pt: judgeIn('pt'),
  nl: judgeIn('nl'),
}

// English in a text of another language matters only where it brings its words for work.
const ENGLISH_LOAN =
  /(?<![a-z])(?:hir(?:e|ing)|recruit\w*|jobs?|roles?|openings?|vacanc\w+|opportunit(?:y|ies)|join|career\w*|salary|full-time|remote|apply|resume|looking|position|you|your|we're|open to)(?![a-z])/

// By the first word of those that are two, or may be written as two.
const mayBeLoan = gateOf(
  new RegExp(ENGLISH_LOAN.source.replace('open to', 'open').replace('full-time', 'full').replace("we're", 'we')),
)

/** The languages in which a sentence is worth a look. */
function worthALook(
  languages: readonly KnownLanguage[],
  { text, words, bare, whole }: Clause,
): readonly KnownLanguage[] {
  if (languages.length !== 2 || languages[1] !== 'en') return languages
  return (!bare || !whole || isOpen(mayBeLoan, words)) && ENGLISH_LOAN.test(text)
    ? languages
    : ALONE[languages[0] ?? 'en']
}

const ALONE: Readonly<Record<KnownLanguage, readonly KnownLanguage[]>> = {
  en: ['en'],
  de: ['de'],
  fr: ['fr'],
  es: ['es'],
  pt: ['pt'],
  nl: ['nl'],
}

function bestOf(text: string, offset: number, languages: readonly KnownLanguage[]): Evidence[] {
  let best: readonly Evidence[] = []
  let bestTotal = 0
  for (const language of languages) {
    const evidence = JUDGES[language](text)
    const sum = total(evidence)
    if (sum > bestTotal) {
      best = evidence
      bestTotal = sum
    }
  }
  return best.map(item => ({ ...item, span: [item.span[0] + offset, item.span[1] + offset] as const }))
}

const NO_EVIDENCE: readonly Evidence[] = []

/** A job's page, linked to. */
function linkEvidence({ links }: Clause): readonly Evidence[] {
  if (links.length === 0) return NO_EVIDENCE
  return links.flatMap(({ url, start, end, toJob }) =>
    toJob ? [{ tag: 'link' as const, weight: 1, span: [start, end] as const, words: url }] : [],
  )
}

// From -HEARD to UNHEARD the frames decide: what they know makes a sentence job talk there, and without them it is none. UNHEARD is
// calibrated over ten pages of cases: below it each further pitch found costs an innocent message.
const HEARD = 2
const UNHEARD = 0
// “Something else”: so few words say little, and need more weight.
const FEW_WORDS = 2
const UNHEARD_OF_FEW = 1

/** `languages`: those in which it was worth a look; `language`: the one in which it weighs most. */
type Judged = { weight: number; language: KnownLanguage; languages: readonly KnownLanguage[] }

const weights = languageMemories<number>(128)

function weightOf(clause: Clause, language: KnownLanguage): number {
  const make = () => weigh(tellingWords(clause, language), language)
  return clause.bare ? weights[language](clause.text, make) : make()
}

function weighAll(clause: Clause, likely: readonly KnownLanguage[]): Judged {
  const languages = worthALook(likely, clause)
  let most = Number.NEGATIVE_INFINITY
  let heaviest: KnownLanguage = 'en'
  for (const language of languages) {
    const weight = weightOf(clause, language)
    if (weight <= most) continue
    most = weight
    heaviest = language
  }
  return { weight: most, language: heaviest, languages }
}

/** Every stretch of the draft that is job talk, in order; empty when there is none. Judged sentence by sentence, then in pairs. */
export const findJobTalk = (whole: string): JobTalk[] => [...jobTalkIn(whole)]

/** The job talk of a draft, read no further than is asked: most rules want its first stretch alone. */
export type Talk = { readonly first: JobTalk | undefined; readonly all: readonly JobTalk[] }

export function lookForJobTalk(whole: string): Talk {
  const stretches = jobTalkIn(whole)
  const found: JobTalk[] = []
  let isRead = false
  const readOn = () => {
    const next = stretches.next()
    if (next.done) isRead = true
    else found.push(next.value)
  }
  return {
    get first() {
      if (found.length === 0 && !isRead) readOn()
      return found[0]
    },
    get all() {
      while (!isRead) readOn()
      return found
    },
  }
}

/** The same one by one, each looked for when it is asked for. */
export function* jobTalkIn(whole: string): Generator<JobTalk, void> {
  const draft = whole.slice(0, MOST_OF_A_DRAFT)
  const languages = likelyLanguages(draft)
  let before: { clause: Clause; judged: Judged } | undefined
  let none = true
  for (const clause of clausesOf(draft)) {
    const judged = weighAll(clause, languages)
    const links = linkEvidence(clause)
    const sure = clause.count <= FEW_WORDS ? UNHEARD_OF_FEW : UNHEARD
    const alone = links.length > 0 ? links : talkIn(judged.weight + bias, () => framesIn(clause, judged), sure)
    if (alone) {
      none = false
      yield jobTalk(draft, [clause], judged, alone)
      before = undefined
      continue
    }
    const last = before
    const together =
      last &&
      talkIn(last.judged.weight + judged.weight + pairBias, () => [
        ...framesIn(last.clause, last.judged),
        ...framesIn(clause, judged),
      ])
    if (last && together) {
      none = false
      yield jobTalk(draft, [last.clause, clause], judged, together)
    }
    before = together ? undefined : { clause, judged }
  }
  const span = none ? bidIn(draft) : undefined
  const of = span && [...clausesOf(draft)].find(({ start, end }) => start <= span[0] && end > span[0])
  if (of)
    yield jobTalk(draft, [of], weighAll(of, languages), [{ tag: 'pay', weight: 1, span, words: draft.slice(...span) }])
}

/** What the frames found where they were asked; nothing where the weights are sure; undefined when it is no job talk. */
function talkIn(
  weight: number,
  frames: () => readonly Evidence[],
  sure: number = UNHEARD,
): readonly Evidence[] | undefined {
  if (weight > sure) return []
  if (weight <= -HEARD) return undefined
  const found = frames()
  return total(found) >= THRESHOLD ? found : undefined
}

const framesIn = ({ text, start }: Clause, { languages }: Judged) => bestOf(text, start, languages)

/** What shows it is only worked out when it is asked for: many texts are judged whose reasons nobody reads. */
function jobTalk(draft: string, clauses: readonly Clause[], { language }: Judged, known: readonly Evidence[]): JobTalk {
  let strongest: readonly Evidence[] | undefined
  const evidence = (): readonly Evidence[] => {
    strongest ??= [...known.filter(({ tag }) => !WEAK.has(tag)), ...clauses.flatMap(one => evidenceFor(one, language))]
      .sort((a, b) => b.weight - a.weight)
      .map(item => ({ ...item, words: draft.slice(item.span[0], item.span[1]) }))
    return strongest
  }
  return {
    span: [clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? draft.length],
    get score() {
      return total(evidence())
    },
    get evidence() {
      return evidence()
    },
    get asksForNames() {
      return evidence().some(({ tag }) => tag === 'referral')
    },
  }
}

/** What a sentence starts from, before a word is read. */
const ANY_SENTENCE = 'any sentence'

/** What speaks for job talk and against it in each sentence of a draft: every trait with its weight, the strongest first. */
export function whyJobTalk(draft: string): { span: Span; weight: number; because: readonly Because[] }[] {
  const languages = likelyLanguages(draft)
  return Array.from(clausesOf(draft), clause => {
    const { weight, language } = weighAll(clause, languages)
    return {
      span: [clause.start, clause.end],
      weight: weight + bias,
      because: [...whyIn(clause, language), { trait: ANY_SENTENCE, weight: bias, spans: [] }],
    }
  })
}
