import { remember } from '../remember.ts'
import { splitSentences, splitWords } from '../text.ts'
import type { Reading } from '../types.ts'
import { factsOf } from '../word-facts.ts'
import { sidesOf } from './opposites.ts'

/** What one clause says: its stems, whether it denies, and on which side of opposites it stands (bits: 1, 2, both). */
type Said = {
  stems: ReadonlySet<string>
  denies: boolean
  sides: ReadonlyMap<number, number>
  alike: ReadonlySet<number>
  sets: ReadonlyMap<string, string>
}

const DENIES =
  /(?<![a-z])(?:not|never|nobody|no one|none|nothing|neither|without|hardly|barely|scarcely|no|nicht|nie|niemals|niemand\w*|nichts|ohne|kaum|kein\w*|pas|jamais|personne n\w*|rien|aucune?|sans|guere|no|nunca|jamas|nadie|ningun[oa]?|sin|tampoco|apenas|nao|ninguem|nenhum[a]?|sem|niet|geen|nooit|niemand|niets|zonder|nauwelijks|amper)(?![a-z])|n't(?![a-z])/

// “Not only”, “why not”, “no wonder”, “no matter”: they deny nothing. “Without a doubt” neither.
const DENIES_NOTHING =
  /(?<![a-z])(?:not (?:only|just|to mention|least|bad)|why not|no (?:wonder|doubt|matter|problem)|nicht (?:nur|zuletzt|schlecht)|kein wunder|pas (?:seulement|mal)|no (?:solo|obstante)|nada mal|nao (?:so|apenas)|niet (?:alleen|slecht)|sem duvida|sin duda|sans doute|zonder twijfel|geen wonder|apenas (?:um|uma|dois|duas|tres))(?![a-z])/g

const WHEN: readonly (readonly string[])[] = [
  [
    'monday montag lundi lunes segunda-feira maandag',
    'tuesday dienstag mardi martes terca-feira dinsdag',
    'wednesday mittwoch mercredi miercoles quarta-feira woensdag',
    'thursday donnerstag jeudi jueves quinta-feira donderdag',
    'friday freitag vendredi viernes sexta-feira vrijdag',
    'saturday samstag sonnabend samedi sabado zaterdag',
    'sunday sonntag dimanche domingo zondag',
  ],
  [
    'january januar janvier enero janeiro januari',
    'february februar fevrier febrero fevereiro februari',
    'april avril abril',
    'june juni juin junio junho',
    'july juli juillet julio julho',
    'august aout agosto augustus',
    'september septembre septiembre setembro',
    'october oktober octobre octubre outubro',
    'november novembre noviembre novembro',
    'december dezember decembre diciembre dezembro',
  ],
  [
    'spring fruhling fruhjahr printemps primavera voorjaar lente',
    'summer sommer verano verao zomer',
    'autumn herbst automne otono outono herfst najaar',
    'winter hiver invierno inverno',
  ],
  [
    'north norden nord norte noorden',
    'south suden sud sur sul zuiden',
    'east osten ouest-est este leste oosten',
    'west westen ouest oeste westen',
  ],
]

const WHEN_OF = new Map<string, readonly [set: string, member: string]>(
  WHEN.flatMap((members, set) =>
    members.flatMap((words, member) =>
      words.split(' ').map(word => [word, [String(set), String(member)] as const] as const),
    ),
  ),
)

const CLOCK =
  /^(?:(\d{1,2})(am|pm|h|uhr)|(noon|midday|mittags|midi|mediodia|meio-dia)|(midnight|mitternacht|minuit|medianoche|meia-noite|middernacht))$/

/** “3am”, “noon”: an hour of the day. */
function clockOf(word: string): readonly [set: string, member: string] | undefined {
  const found = CLOCK.exec(word)
  if (!found) return undefined
  const [, hour, half, noon, midnight] = found
  if (noon !== undefined || midnight !== undefined) return ['clock', noon === undefined ? '0' : '12']
  return ['clock', String((Number(hour) % 12) + (half === 'pm' ? 12 : half === 'am' ? 0 : Number(hour) >= 12 ? 12 : 0))]
}

function saidIn(text: string): Said {
  const stems = new Set<string>()
  const sides = new Map<number, number>()
  const alike = new Set<number>()
  const sets = new Map<string, string>()
  let folded = ''
  let before: string | undefined
  for (const word of splitWords(text)) {
    for (const { part, key } of factsOf(word).parts) if (part.length > 2 && !/^\d/.test(part)) stems.add(key)
    for (const { pair, side } of sidesOf(word.folded, before)) {
      if (side === 0) alike.add(pair)
      else sides.set(pair, (sides.get(pair) ?? 0) | side)
    }
    const when = WHEN_OF.get(word.folded) ?? clockOf(word.folded)
    if (when) sets.set(when[0], sets.has(when[0]) && sets.get(when[0]) !== when[1] ? 'several' : when[1])
    folded += ` ${word.folded}`
    before = word.folded
  }
  return { stems, denies: DENIES.test(folded.replace(DENIES_NOTHING, ' ')), sides, alike, sets }
}

const CUT =
  /[,;:()\n]\s|\s[-–—]\s|\s(?:and|but|because|und|aber|weil|et|mais|parce|y|pero|porque|e|mas|en|maar|want|omdat)\s/g

/** Each sentence of a text, and where it has several, its clauses. */
const unitsOf: (text: string) => readonly Said[] = remember(text => {
  const found: Said[] = []
  for (const sentence of splitSentences(text)) {
    const clauses = sentence.text.split(CUT).filter(clause => clause.length > 12)
    if (clauses.length > 1) for (const clause of clauses) found.push(saidIn(clause))
    found.push(saidIn(sentence.text))
  }
  return found
}, 100)

/** How much two clauses speak of the same. */
function sharedBy(a: Said, b: Said): number {
  let shared = 0
  for (const stem of a.stems) if (b.stems.has(stem)) shared++
  for (const pair of a.alike) if (b.alike.has(pair)) shared++
  return shared
}

type Against = { shared: number; turned: boolean; denied: boolean }

/** Whether one stands on the other side of what the other says. Turned twice is the same: “lost none” and “kept all”. */
function against(claim: Said, text: Said): Against {
  let opposite = false
  for (const [pair, side] of claim.sides) {
    const other = text.sides.get(pair)
    if (other !== undefined && side !== 3 && other !== 3 && side !== other) opposite = true
  }
  return { shared: sharedBy(claim, text), turned: opposite, denied: claim.denies !== text.denies }
}

/** Another day, month or season of the same thing. */
function otherTime(claim: Said, text: Said): boolean {
  for (const [set, member] of claim.sets) {
    const other = text.sets.get(set)
    if (other !== undefined && other !== 'several' && member !== 'several' && other !== member) return true
  }
  return false
}

const MOST_OF = 0.6
const MUCH_OF = 0.4

/**
 * Whether a claim says the opposite of what a reading says of the same thing: with the opposite word, or by denying what is said or the
 * other way round. Where the readings also say what is claimed, nothing is turned round. `sure`: the draft says in so many words that they
 * wrote it; otherwise only an opposite word in a sentence that takes up much of theirs counts.
 */
export function isTurnedRound(claimed: string, readings: readonly Reading[], sure: boolean): boolean {
  const clauses = claimed.split(CUT).filter(clause => clause.length > 8)
  return [...new Set(sure ? [claimed, ...clauses] : clauses)].map(saidIn).some(claim => {
    let found = 0
    let held = 0
    for (const reading of readings)
      for (const unit of unitsOf(reading.text)) {
        const { shared, turned, denied } = against(claim, unit)
        if (shared === 0) continue
        const near = shared >= 2 && shared >= unit.stems.size * MOST_OF && shared >= claim.stems.size * MUCH_OF
        const enough = shared >= (sure ? 2 : 3) || (sure && claim.stems.size <= 3)
        if (turned && !denied && enough) found = Math.max(found, shared)
        else if (sure && !turned && denied && near) found = Math.max(found, shared)
        else if (sure && enough && otherTime(claim, unit)) found = Math.max(found, shared)
        else if (!denied || turned) held = Math.max(held, shared)
      }
    return found > 0 && found >= held
  })
}
