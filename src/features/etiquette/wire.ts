import { z } from 'zod'
import { stages } from '#features/relationships/model.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { idOf } from '#kernel/schema.ts'
import { surfaces, toolIds } from '#kernel/tools.ts'
import {
  type Assessment,
  actions,
  type Context,
  fits,
  type HistoryItem,
  isTimezone,
  kithsOwn,
  type Policy,
  type PolicyLine,
  policyFrom,
  policyLines,
  type Reading,
  readLine,
} from './model.ts'

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
  template: z.boolean().nullish(),
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
  next: z.object({
    step: z.string(),
    words: z.string(),
    about: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
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
      ...given('template', line.template),
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

const lineValue = z.union([z.number().int(), z.enum(['off', 'warn', 'block'])])

/** Line by line what differs from Kith's own; an empty object is Kith's own. A file for `--policy` looks the same. */
export const policyAnswer = z.object({ lines: z.record(z.string(), lineValue) })
export type PolicyAnswer = z.infer<typeof policyAnswer>

export const changePolicyRequest = z.object({
  value: lineValue.nullable().describe('null: back to Kith’s own'),
  reason: z.string().max(1_000),
})

export const policyChangesQuery = z.object({
  /** The `next` of the page before. */
  cursor: z.string().max(80).optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export const policyChanges = z.object({
  changes: z.array(
    z.object({
      id: idOf<'EtiquetteChange'>(),
      line: z.string(),
      was: lineValue,
      value: lineValue,
      toOwn: z.boolean(),
      reason: z.string(),
      userName: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  next: z.string().optional(),
})
export type PolicyChangeView = z.infer<typeof policyChanges>['changes'][number]

export type BadPolicy = { code: 'bad-policy'; message: string }

/** A policy from a file: whatever is no line, or doesn't fit it, is named. */
export function policyOf(value: unknown): Result<Policy, BadPolicy> {
  const bad = (message: string) => refuse({ code: 'bad-policy' as const, message })
  const parsed = policyAnswer.safeParse(value)
  if (!parsed.success)
    return bad('It is no policy. It looks like {"lines": {"reading-days": 30, "rule.quiet-hours": "off"}}.')
  for (const [name, set] of Object.entries(parsed.data.lines)) {
    const line = readLine(name)
    if (!('kind' in line))
      return bad(
        line.code === 'hard-rule'
          ? `“${line.rule}” is law or a tool’s own terms: no policy can change it. Take the line out.`
          : `“${name}” is nothing that can be set. These can: ${policyLines.join(', ')}.`,
      )
    if (!fits(line, set)) return bad(`“${name}” can’t be ${set}. ${allowedIn(line)}`)
  }
  const { 'quiet-from': from, 'quiet-until': until } = parsed.data.lines
  const { limits } = kithsOwn
  if ((from ?? limits['quiet-from']) === (until ?? limits['quiet-until']))
    return bad('Quiet hours can’t begin when they end. Choose two different hours.')
  return done(policyFrom(Object.entries(parsed.data.lines)))
}

/** What a line can hold, as one sentence. */
export const allowedIn = (line: PolicyLine): string =>
  line.kind === 'rule'
    ? `It can be ${line.choices.join(', ').replace(/, ([^,]*)$/, ' or $1')}.`
    : `It can be a whole number from ${line.range.least} to ${line.range.most}.`
