import { readFileSync } from 'node:fs'
import { isHeldOut, readCases } from '#features/etiquette/evaluation/cases.ts'
import * as heldOut from '#features/etiquette/evaluation/held-out.ts'
import { readLabelled } from '#features/etiquette/evaluation/labelled.ts'
import * as tuning from '#features/etiquette/evaluation/tuning.ts'
import { type Family, mistype, numbersFrom, readFamilies, write } from './grammar.ts'

export const languages = ['en', 'de', 'fr', 'es', 'pt', 'nl'] as const

/** A labelled message; `kept`: never learnt from. */
export type Message = { text: string; language: string; jobTalk: boolean; from: string; kept: boolean; family?: string }

function spread(text: string): number {
  let mixed = 7
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x5bd1e995)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** One family in eight is kept for the judgement: all its sentences, never some. */
export const isKept = (family: Family) => spread(`${family.language} ${family.line}`) % 8 === 0

const pageOf = (name: string) => readFileSync(new URL(`sentences/${name}.txt`, import.meta.url), 'utf8')

export const families: Family[] = languages.flatMap(language => [
  ...readFamilies(language, pageOf(language)),
  ...readFamilies(language, pageOf(`${language}.hand`)),
  ...readFamilies(language, pageOf(`${language}.wide`)),
  ...readFamilies(language, pageOf(`${language}.near`)),
  ...readFamilies(language, pageOf(`${language}.edge`)),
  ...readFamilies(language, pageOf(`${language}.post`)),
  ...readFamilies(language, pageOf(`${language}.far`)),
  ...readFamilies(language, pageOf(`${language}.twin`)),
  ...readFamilies(language, pageOf(`${language}.kin`)),
  ...readFamilies(language, pageOf(`${language}.plain`)),
  ...readFamilies(language, pageOf(`${language}.everyday`)),
  ...readFamilies(language, pageOf(`${language}.hint`)),
  ...readFamilies(language, pageOf(`${language}.trade`)),
])

function written(): Message[] {
  const found: Message[] = []
  for (const family of families) {
    const random = numbersFrom(spread(family.line))
    const kept = isKept(family)
    const seen = new Set<string>()
    for (let i = 0; i < 14; i++) {
      const text = write(family, random)
      const typed = i % 2 === 0 ? text : mistype(text, family.language, random)
      if (seen.has(typed)) continue
      seen.add(typed)
      found.push({
        text: typed,
        language: family.language,
        jobTalk: family.jobTalk,
        from: 'families',
        kept,
        family: family.line,
      })
    }
  }
  return found
}

const MADE_OF_MORE = 400

/** Messages of two or three sentences, as people write them: no one of an innocent one may be taken for job talk, and no two together. */
function ofMoreSentences(single: readonly Message[]): Message[] {
  return languages.flatMap(language => {
    const random = numbersFrom(spread(language))
    const own = single.filter(one => !one.kept && one.language === language)
    const kinds = [own.filter(one => !one.jobTalk), own.filter(one => one.jobTalk)]
    const pick = (jobTalk: boolean): Message | undefined => {
      const from = kinds[Number(jobTalk)] ?? []
      return from[Math.floor(random() * from.length)]
    }
    return Array.from({ length: MADE_OF_MORE }, (_, i): Message => {
      const jobTalk = i % 4 === 0
      const parts = [pick(false), pick(jobTalk), ...(random() < 0.4 ? [pick(false)] : [])]
      const text = parts.map(part => (/[.!?]$/.test(part?.text ?? '') ? part?.text : `${part?.text}.`)).join(' ')
      return { text, language, jobTalk, from: 'more', kept: false }
    })
  })
}

const CHAT = new Set([
  'xmpp',
  'irc',
  'matrix',
  'telegram',
  'slack',
  'sms',
  'facebook',
  'myspace',
  'mastodon',
  'twitter',
  'discord',
  'website-chat',
])

const SOURCES = new Set(['linkedin', 'blog', 'github'])

// On a source a job may be named beside the reading: what says one of these is not taken for innocent.
const MAY_OFFER =
  /job|role|position|hir(?:e|ing)|recruit|vacanc|opening|opportunit|client|team|stelle|such|kunde|poste|cherch|recrut|emploi|puesto|vacante|busc|oferta|vaga|procur|emprego|vacature|zoek|werf|functie|baan|klant|\bcv\b/i

/** Of the labelled cases those in which job talk would be named if it were there. */
function cases(): Message[] {
  const found: Message[] = []
  const seen = new Set<string>()
  for (const { cases: all } of readCases())
    for (const one of all) {
      const { codes, verdict } = one.expect
      const jobTalk = codes.some(code => code.startsWith('job-before') || code === 'declined')
      const told =
        jobTalk ||
        (CHAT.has(one.tool) &&
          one.surface === 'direct' &&
          ['found', 'read', 'engaged', 'acknowledged', 'connected', 'introduced'].includes(one.stage) &&
          !codes.some(code => ['do-not-contact', 'window-closed', 'tool-terms', 'not-opted-in'].includes(code)) &&
          !(one.history ?? []).some(
            item => item.from === 'them' && codes.length === 0 && one.stage === 'introduced' && verdict === 'allow',
          ))
      const aboutReading =
        SOURCES.has(one.tool) && !jobTalk && (one.readings ?? []).length > 0 && !MAY_OFFER.test(one.draft)
      if (!(told || aboutReading) || seen.has(one.draft)) continue
      seen.add(one.draft)
      found.push({ text: one.draft, language: one.language, jobTalk, from: 'cases', kept: isHeldOut(one.id) })
      if (!isHeldOut(one.id))
        for (const reading of one.readings ?? [])
          if (reading.text && !seen.has(reading.text)) {
            seen.add(reading.text)
            found.push({ text: reading.text, language: one.language, jobTalk: false, from: 'readings', kept: false })
          }
    }
  return found
}

const sentences = (set: Readonly<Record<string, string>>, jobTalk: boolean, from: string, kept: boolean): Message[] =>
  Object.entries(set).flatMap(([language, lines]) =>
    lines.split('\n').map(text => ({ text, language, jobTalk, from, kept })),
  )

export function allMessages(): Message[] {
  const single = written()
  return [
    ...single,
    ...ofMoreSentences(single),
    ...cases(),
    ...['lantern-first', 'lantern-fourth', 'reed-first'].flatMap(name =>
      readLabelled(name).map(one => ({ ...one, from: 'sentences', kept: false })),
    ),
    ...sentences(tuning.jobTalk, true, 'sentences', false),
    ...sentences(tuning.innocent, false, 'sentences', false),
    ...sentences(heldOut.jobTalk, true, 'sentences', true),
    ...sentences(heldOut.innocent, false, 'sentences', true),
  ]
}

/** What the weights that ship are learnt from: all families, too, once the judgement on those kept was made. */
export const isShipped = (message: Message): boolean => !message.kept || message.from === 'families'
