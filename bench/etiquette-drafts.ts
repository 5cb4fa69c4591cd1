import * as heldOut from '#features/etiquette/evaluation/held-out.ts'
import * as tuning from '#features/etiquette/evaluation/tuning.ts'
import type { Context, HistoryItem, Reading } from '#features/etiquette/model.ts'

export type Case = { draft: string; context: Context }

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'nl'] as const
type Language = (typeof LANGUAGES)[number]

/** Always the same numbers, so that two runs judge the same drafts. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SENTENCES: Readonly<Record<Language, readonly string[]>> = Object.fromEntries(
  LANGUAGES.map(language => [
    language,
    [tuning.jobTalk, tuning.innocent, heldOut.jobTalk, heldOut.innocent].flatMap(set =>
      (set[language] ?? '').split('\n').filter(line => line.length > 12),
    ),
  ]),
) as Record<Language, string[]>

const WORDS: Readonly<Record<Language, readonly string[]>> = Object.fromEntries(
  LANGUAGES.map(language => [
    language,
    [...new Set(SENTENCES[language].flatMap(line => line.match(/\p{L}{4,}/gu) ?? []))].map(word => word.toLowerCase()),
  ]),
) as Record<Language, string[]>

/**
 * Cases whose every sentence is written once: real sentences in which two in five of the longer words give way to others of the
 * language, and a name that nobody has. Half of them are job talk. 20 to 1,500 characters, each doubling of the length as often.
 */
export function makeCases(count: number, seed: number, now: Date): Case[] {
  const random = numbersFrom(seed)
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const seen = new Set<string>()
  let names = 0
  const name = () => {
    names++
    const letters = 'bdfgklmnprstvz'
    let left = names * 7919 + seed
    let made = ''
    while (left > 0) {
      made += `${letters[left % 14] ?? 'b'}${'aeiou'[left % 5] ?? 'a'}`
      left = Math.floor(left / 14)
    }
    return made.charAt(0).toUpperCase() + made.slice(1)
  }
  const sentence = (language: Language): string => {
    for (;;) {
      const line = (pick(SENTENCES[language]) ?? '').replace(/\p{L}{5,}/gu, word =>
        random() < 0.4 ? (pick(WORDS[language]) ?? word) : word,
      )
      const made = random() < 0.5 ? `${name()}, ${line}` : line
      if (seen.has(made)) continue
      seen.add(made)
      return made
    }
  }
  const text = (language: Language, length: number): string => {
    let made = sentence(language)
    while (made.length < length) made += `${random() < 0.15 ? '\n' : ' '}${sentence(language)}`
    return made
  }
  const history = (language: Language): HistoryItem[] =>
    Array.from({ length: 2 + Math.floor(random() * 6) }, (_, i) => ({
      from: i % 2 === 0 ? ('me' as const) : ('them' as const),
      text: text(language, 20 + random() * 100),
      at: new Date(now.getTime() - (20 - i) * 3_600_000),
    }))
  const readings = (language: Language): Reading[] =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      title: sentence(language),
      text: text(language, 300 + random() * 600),
      publishedAt: new Date(now.getTime() - 20 * 86_400_000),
      readAt: new Date(now.getTime() - 86_400_000),
    }))
  const chats = ['xmpp', 'irc', 'matrix', 'slack', 'sms', 'facebook'] as const
  const sources = ['linkedin', 'blog', 'github'] as const
  return Array.from({ length: count }, (): Case => {
    const language = pick(LANGUAGES) ?? 'en'
    const draft = text(language, 20 * 75 ** random()).slice(0, 1_500)
    const kind = random()
    const base = { surface: 'direct', now, person: { timezone: 'Europe/Lisbon' } } as const
    if (kind < 0.35) return { draft, context: { ...base, tool: pick(chats) ?? 'xmpp', stage: 'introduced' } }
    if (kind < 0.7)
      return {
        draft,
        context: { ...base, tool: pick(chats) ?? 'xmpp', stage: 'connected', history: history(language) },
      }
    return {
      draft,
      context: { ...base, tool: pick(sources) ?? 'blog', stage: 'read', readings: readings(language) },
    }
  })
}
