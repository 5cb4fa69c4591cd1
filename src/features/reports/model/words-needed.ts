import type { ReportView, SourceKind } from '#features/attribution/model.ts'
import type { Code } from '#features/etiquette/model.ts'
import type { ColumnKey, Dimension, ReportName } from './table.ts'

export const reportLanguages = ['en', 'de'] as const
export type ReportLanguage = (typeof reportLanguages)[number]

/** What reports say: on the screen, in files and in the weekly mail alike. Values come in as they are shown. */
export type Words = {
  report: Record<ReportName, string>
  /** How it is counted, in a sentence or two. */
  how: Record<ReportName, string>
  by: Record<Dimension, string>
  column: Record<ColumnKey, string>
  way: Record<SourceKind, string>
  onTool: (tool: string) => string
  rule: Record<Code, string>
  nobody: Record<Dimension, string>
  running: (week: string) => string
  span: (from: string, to: string) => string
  share: (hits: string, of: string) => string
  /** Of a share: what was counted of what. */
  shareOf: Partial<Record<ColumnKey, (share: string) => string>>
  few: (people: number, shown: string) => string
  more: (row: string, share: string, others: string) => string
  fewer: (row: string, share: string, others: string) => string
  noDifference: (rows: string) => string
  time: (all: string, row: string, most: string) => string
  hires: (hires: number, shown: string, row: string, most: string) => string
  days: (days: string) => string
  etiquette: (blocks: string, overrides: string, complaints: string, optedOut: string) => string
  even: (people: string, ways: string, even: string, row: string, share: string) => string
  evenOf: Record<'people' | 'interested' | 'hired', string>
  utc: string
  wilson: string
  /** The report of attribution, as it leaves. */
  sources: {
    title: string
    view: Record<ReportView, string>
    by: Record<'source' | 'kind' | 'post' | 'campaign', string>
    column: Record<'visits' | 'chat' | 'subscribed' | 'applied' | 'answered-share', string>
    none: string
  }
  weekly: {
    lang: ReportLanguage
    subject: (days: string) => string
    lead: (days: string) => string
    usual: (least: string, most: string, median: string) => string
    answers: (weeks: number) => string
    more: string
    stop: string
    stopTitle: string
    stopLead: string
    stopButton: string
    stopped: string
    stoppedLead: string
    badLink: string
  }
  made: (at: string) => string
  page: (page: number, of: number) => string
}
