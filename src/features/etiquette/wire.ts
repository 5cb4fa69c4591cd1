import { z } from 'zod'
import { stages } from '#features/relationships/model.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { surfaces, toolIds } from '#kernel/tools.ts'
import { type Assessment, actions, type Context, type HistoryItem, isTimezone, type Reading } from './model.ts'

const instant = z.string().describe('ISO 8601 instant, such as 2026-03-01T18:40:00Z')

export const caseLine = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  tool: z.enum(toolIds),
  surface: z.enum(surfaces),
  stage: z.enum(stages),
  draft: z.string().max(200_000),
  action: z.enum(actions).nullish(),
  via: z.enum(toolIds).nullish(),
  handOff: z.boolean().nullish(),
  recipients: z.number().int().min(0).nullish(),
  optedIn: z.boolean().nullish(),
  room: z.object({ norms: z.string().nullish(), promoShare: z.number().min(0).max(1).nullish() }).nullish(),
  readings: z
    .array(
      z.object({
        title: z.string().nullish(),
        text: z.string().nullish(),
        url: z.string().nullish(),
        publishedAt: instant.nullish(),
        readAt: instant.nullish(),
      }),
    )
    .nullish(),
  history: z.array(z.object({ from: z.enum(['them', 'me']), text: z.string(), at: instant.nullish() })).nullish(),
  person: z
    .object({
      timezone: z.string().nullish().describe('IANA name, such as Europe/Berlin'),
      online: z.boolean().nullish(),
      doNotContact: z.boolean().nullish(),
      allowIncoming: z.enum(['all', 'following', 'none']).nullish(),
    })
    .nullish(),
  now: instant.nullish(),
})
export type CaseLine = z.infer<typeof caseLine>

export const verdictLine = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  verdict: z.enum(['allow', 'warn', 'block']),
  reasons: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      span: z.array(z.number().int()).length(2).optional(),
      verdict: z.enum(['warn', 'block']),
      hard: z.boolean(),
      sort: z.enum(['already-holds', 'written', 'missing']),
      instead: z.string(),
      action: z.string(),
      words: z.array(z.string()).optional(),
    }),
  ),
  next: z.object({ step: z.string(), words: z.string() }),
})
export type VerdictLine = z.infer<typeof verdictLine>

export const errorLine = z.object({ id: z.union([z.string(), z.number()]).optional(), error: z.string() })
export type ErrorLine = z.infer<typeof errorLine>

export type BadCase = { code: 'bad-case'; message: string }

class NotAnInstant extends Error {
  override name = 'NotAnInstant'
}

function instantOf(text: string | null | undefined, field: string): Date | undefined {
  if (text === null || text === undefined) return undefined
  const at = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(text) ? `${text}Z` : text)
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(at.getTime())) {
    throw new NotAnInstant(`${field}: “${text}” is no ISO 8601 time. Write it like 2026-03-01T18:40:00Z.`)
  }
  return at
}

const given = <K extends string, V>(key: K, value: V | null | undefined): Partial<Record<K, V>> =>
  value === null || value === undefined ? {} : ({ [key]: value } as Record<K, V>)

/** Refuses times and time zones that can't be read; `now` is the clock's when the line has none. */
export function contextOf(line: CaseLine, now: Date): Result<Context, BadCase> {
  try {
    const timezone = line.person?.timezone
    if (timezone && !isTimezone(timezone)) {
      return refuse({
        code: 'bad-case',
        message: `person.timezone: “${timezone}” is no IANA time zone. Write it like Europe/Berlin.`,
      })
    }
    return done({
      tool: line.tool,
      surface: line.surface,
      stage: line.stage,
      now: instantOf(line.now, 'now') ?? now,
      ...given('action', line.action),
      ...given('via', line.via),
      ...given('handOff', line.handOff),
      ...given('recipients', line.recipients),
      ...given('optedIn', line.optedIn),
      ...given(
        'room',
        line.room && { ...given('norms', line.room.norms), ...given('promoShare', line.room.promoShare) },
      ),
      ...given('readings', line.readings?.map(readingOf)),
      ...given('history', line.history?.map(historyItemOf)),
      ...given(
        'person',
        line.person && {
          ...given('timezone', timezone || undefined),
          ...given('online', line.person.online),
          ...given('doNotContact', line.person.doNotContact),
          ...given('allowIncoming', line.person.allowIncoming),
        },
      ),
    })
  } catch (error) {
    if (error instanceof NotAnInstant) return refuse({ code: 'bad-case', message: error.message })
    throw error
  }
}

function readingOf(reading: NonNullable<CaseLine['readings']>[number], i: number): Reading {
  return {
    title: reading.title ?? '',
    text: reading.text ?? '',
    ...given('url', reading.url),
    ...given('publishedAt', instantOf(reading.publishedAt, `readings[${i}].publishedAt`)),
    ...given('readAt', instantOf(reading.readAt, `readings[${i}].readAt`)),
  }
}

function historyItemOf(item: NonNullable<CaseLine['history']>[number], i: number): HistoryItem {
  return { from: item.from, text: item.text, ...given('at', instantOf(item.at, `history[${i}].at`)) }
}

export function verdictOf(id: CaseLine['id'], assessment: Assessment): VerdictLine {
  return {
    ...given('id', id),
    verdict: assessment.verdict,
    reasons: assessment.reasons.map(({ span, words, phrase: _phrase, facts: _facts, ...reason }) => ({
      ...reason,
      ...(span && { span: [...span] }),
      ...(words && { words: [...words] }),
    })),
    next: assessment.next,
  }
}
