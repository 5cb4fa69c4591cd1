import { z } from 'zod'
import { reportQuery as attributionQuery } from '#features/attribution/wire.ts'
import { stages } from '#features/relationships/model.ts'
import { cursor, idOf, instant } from '#kernel/schema.ts'
import { columnKeys, dimensions, metSteps, reportLanguages, reportNames } from './model.ts'

const day = z.iso.date()
const count = z.int().min(0)
const key = z.string().nullable()
const column = z.enum(columnKeys)
const share = z.object({ hits: count, of: count })
const span = { from: day.optional(), to: day.optional() }

export const reportParams = z.object({ report: z.enum(reportNames) })
export const reportQuery = z.object({
  /** Without it by the first of those that this report has. */
  by: z.enum(dimensions).optional(),
  ...span,
})
const named = z.object({ key, label: z.string().nullable() })
const finding = z.object({
  code: z.enum(['few', 'all', 'more', 'fewer', 'no-difference', 'time', 'hires', 'etiquette', 'even']),
  column: column.optional(),
  row: named.optional(),
  share: share.optional(),
  others: share.optional(),
  people: count.optional(),
  rows: count.optional(),
  hits: count.optional(),
  of: count.optional(),
  minutes: z.number().optional(),
  most: z.number().optional(),
  hires: count.optional(),
  days: z.number().nullable().optional(),
  blocks: count.optional(),
  overrides: count.optional(),
  complaints: count.optional(),
  optedOut: count.optional(),
  ways: count.optional(),
  even: z.number().optional(),
})
export const reportAnswer = z.object({
  name: z.enum(reportNames),
  by: z.enum(dimensions),
  from: day,
  to: day,
  columns: z.array(column),
  rows: z.array(
    z.object({
      /** A tool, an id, a rule, a way or the Monday of a week; null: of nobody. */
      key,
      label: z.string().nullable(),
      /** One for each column: a number, a share of people with both its counts, or null where nothing could be said. */
      cells: z.array(z.union([z.number(), share, z.null()])),
    }),
  ),
  weeks: z.array(day),
  series: z.array(z.object({ key: column, values: z.array(count) })),
  /** What is worth a sentence, by its code. */
  findings: z.array(finding),
  /** The same in words. */
  said: z.array(z.string()),
  /** The Monday of the week that is not over; null when the span ends before. */
  running: day.nullable(),
  /** More has just changed than was worked out; in a minute it is. */
  behind: z.boolean(),
})
export type ReportAnswerWire = z.infer<typeof reportAnswer>

export const languageQuery = { lang: z.enum(reportLanguages).optional() }
export const readQuery = reportQuery.extend(languageQuery)

export const fileFormats = ['csv', 'xlsx', 'pdf'] as const
export const fileParams = reportParams.extend({ format: z.enum(fileFormats) })
export const sourcesFileParams = z.object({ format: z.enum(fileFormats) })
export const sourcesFileQuery = attributionQuery.extend(languageQuery)

export const peopleQuery = z.object({
  report: z.enum(['funnel', 'answers', 'variety', 'etiquette']).default('funnel'),
  by: z.enum(['tool', 'recruiter', 'week']).default('tool'),
  key: z.string().max(100).optional(),
  step: z.enum(metSteps).default('met'),
  after: cursor(),
  ...span,
})
export const peopleAnswer = z.object({
  people: z.array(
    z.object({
      person: idOf<'Person'>(),
      name: z.string(),
      stage: z.enum(stages),
      tool: z.string(),
      at: instant(),
    }),
  ),
  next: z.string().optional(),
})
export type PeopleAnswerWire = z.infer<typeof peopleAnswer>

export const hiresQuery = z.object(span)
export const hiresAnswer = z.object({
  hires: z.array(
    z.object({
      person: idOf<'Person'>(),
      name: z.string(),
      hiredAt: instant(),
      /** The kind of a link or page, `referral`, or a tool; null: nothing is known. */
      way: key,
      label: z.string().nullable(),
      tool: z.string().nullable(),
      firstAt: instant().nullable(),
    }),
  ),
})
export type HiresAnswerWire = z.infer<typeof hiresAnswer>

export const weeklyAnswer = z.object({
  on: z.boolean(),
  /** 1 is Monday; the hour is of the time zone, which is the recruiter's own. */
  weekday: z.int().min(1).max(7),
  hour: z.int().min(0).max(23),
  timezone: z.string(),
  email: z.string(),
  nextAt: instant().nullable(),
  /** False: there is no way out for mail yet. */
  canSend: z.boolean(),
  last: z
    .object({
      /** The Monday of the week that it tells of. */
      week: day,
      state: z.enum(['waiting', 'sending', 'sent', 'refused', 'unknown']),
      at: instant(),
      said: z.string().nullable(),
    })
    .nullable(),
})
export type WeeklyWire = z.infer<typeof weeklyAnswer>
export const weeklyChange = z.object({
  on: z.boolean().optional(),
  weekday: z.int().min(1).max(7).optional(),
  hour: z.int().min(0).max(23).optional(),
})
export const weeklyPreview = z.object({ subject: z.string(), text: z.string(), week: day })
export type WeeklyPreviewWire = z.infer<typeof weeklyPreview>
