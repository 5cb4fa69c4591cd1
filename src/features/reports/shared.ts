import type { RefusalTable } from '#platform/routes.ts'
import type { ReportRefusal } from './actions/read.ts'
import { isoDay, languageFor, type ReportLanguage, weeksUntil } from './model.ts'

export const tags = ['reports']
export const REPORT = {
  'no-such-view': [400, 'This report can’t be laid out like that. Leave “by” out, and it is laid out as it opens.'],
} as const satisfies RefusalTable<ReportRefusal['code']>

const usualWeeks = 12

/** The last twelve weeks where nothing was said; turned round where it ends before it begins. */
export function spanFrom(
  now: Date,
  asked: { from?: string | undefined; to?: string | undefined },
): { from: string; to: string } {
  const to = asked.to ?? isoDay(now.getTime())
  const from = asked.from ?? weeksUntil(to, usualWeeks).from
  return from <= to ? { from, to } : { from: to, to: from }
}

export const askedLanguage = (lang: ReportLanguage | undefined, accepts: string | undefined): ReportLanguage =>
  lang ?? languageFor(accepts ?? '')
