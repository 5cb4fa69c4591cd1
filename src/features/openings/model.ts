import { type PublicLanguage, publicLanguages } from '#kernel/public-languages.ts'

export {
  type Mark,
  marks,
  type PipelineStage,
  pipeline,
} from './model/pipeline.ts'

export const remoteKinds = ['no', 'hybrid', 'yes'] as const
export type RemoteKind = (typeof remoteKinds)[number]
export const employments = [
  'full-time',
  'part-time',
  'contract',
  'temporary',
  'internship',
  'volunteer',
  'per-diem',
  'other',
] as const
export type Employment = (typeof employments)[number]
export const payPeriods = ['hour', 'day', 'week', 'month', 'year'] as const
export type PayPeriod = (typeof payPeriods)[number]
export const openingStates = ['draft', 'open', 'closed'] as const
export type OpeningState = (typeof openingStates)[number]
export const closedReasons = ['filled', 'withdrawn', 'paused', 'expired'] as const
export type ClosedReason = (typeof closedReasons)[number]
export const teamParts = ['lead', 'manager', 'interviewer'] as const
export type TeamPart = (typeof teamParts)[number]
export const openingLanguages = publicLanguages
export type OpeningLanguage = PublicLanguage

/** From `min` to `max`, or just `min`, before tax, in a currency of ISO 4217. */
export type Pay = { min: number; max: number | null; currency: string; period: PayPeriod }

export const openingLimits = { perWorkspace: 2_000, lines: 20, teamSize: 30 } as const

/** What a reader must be told before an opening goes out, and what a search engine asks for. */
export const missingParts = ['description', 'place', 'countries', 'organisation', 'pay-order', 'past'] as const
export type MissingPart = (typeof missingParts)[number]

export type Completeness = {
  description: string
  town: string | null
  remote: RemoteKind
  remoteFrom: readonly string[]
  organisation: string
  pay: Pay | null
  /** `2026-12-24`. */
  applyUntil: string | null
}

/** `today` in the same writing as `applyUntil`. Empty: it can be opened. */
export function findMissing(opening: Completeness, today: string): MissingPart[] {
  const { pay } = opening
  const found: (MissingPart | false)[] = [
    opening.description.trim().length < 40 && 'description',
    opening.remote !== 'yes' && opening.town === null && 'place',
    opening.remote === 'yes' && opening.remoteFrom.length === 0 && opening.town === null && 'countries',
    opening.organisation.trim() === '' && 'organisation',
    pay !== null && pay.max !== null && pay.max < pay.min && 'pay-order',
    opening.applyUntil !== null && opening.applyUntil < today && 'past',
  ]
  return found.filter(part => part !== false)
}

/** `EUR 3,200–3,800`, in the language's own way; without the period, which every page says in its own words. */
export function payText(pay: Pay, lang: string): string {
  const digits = Number.isInteger(pay.min) && Number.isInteger(pay.max ?? pay.min) ? 0 : 2
  const format = new Intl.NumberFormat(lang, {
    style: 'currency',
    currency: pay.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return pay.max === null || pay.max === pay.min ? format.format(pay.min) : format.formatRange(pay.min, pay.max)
}

export const countryName = (code: string, lang: string): string =>
  new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' }).of(code) ?? code
