import { z } from 'zod'
import { idOf, instant, typedText } from '#kernel/schema.ts'
import {
  closedReasons,
  employments,
  missingParts,
  openingLanguages,
  openingLimits,
  openingStates,
  payPeriods,
  remoteKinds,
  teamParts,
} from '../model.ts'

const lines = z.array(typedText(300)).max(openingLimits.lines)
const country = z.string().regex(/^[A-Z]{2}$/)
const amount = z.number().min(0).max(9_999_999_999)
const webAddress = z.url({ protocol: /^https?$/ }).max(2_000)

export const openingParams = z.object({ id: idOf<'Opening'>() })

const pay = z.object({
  min: amount,
  max: amount.nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.enum(payPeriods),
})

export const newOpening = z.object({ title: typedText(120), organisation: z.string().max(120).optional() })
export const openingChange = z.object({
  title: typedText(120).optional(),
  slug: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/)
    .optional(),
  /** Markdown. */
  description: z.string().max(20_000).optional(),
  must: lines.optional(),
  nice: lines.optional(),
  pay: pay.nullable().optional(),
  /** As people write it: "Bergen, Norway". The town it means is looked up. */
  place: z.string().max(120).optional(),
  street: z.string().max(200).optional(),
  postcode: z.string().max(20).optional(),
  region: z.string().max(100).optional(),
  remote: z.enum(remoteKinds).optional(),
  remoteFrom: z.array(country).max(60).optional(),
  employment: z.enum(employments).optional(),
  organisation: z.string().max(120).optional(),
  organisationUrl: webAddress.nullable().optional(),
  startsOn: z.iso.date().nullable().optional(),
  applyUntil: z.iso.date().nullable().optional(),
  form: z.boolean().optional(),
  lang: z.enum(openingLanguages).optional(),
  team: z
    .array(z.object({ user: idOf<'User'>(), part: z.enum(teamParts) }))
    .max(openingLimits.teamSize)
    .optional(),
  removed: z.boolean().optional(),
})
export const stateChange = z.object({ state: z.enum(['open', 'closed']), reason: z.enum(closedReasons).optional() })

export const openingView = z.object({
  id: idOf<'Opening'>(),
  slug: z.string(),
  url: z.string(),
  title: z.string(),
  description: z.string(),
  must: z.array(z.string()),
  nice: z.array(z.string()),
  pay: pay.nullable(),
  place: z.string(),
  /** The town that `place` means; null when it names none that we know. */
  town: z.object({ name: z.string(), country }).nullable(),
  street: z.string(),
  postcode: z.string(),
  region: z.string(),
  remote: z.enum(remoteKinds),
  remoteFrom: z.array(country),
  employment: z.enum(employments),
  organisation: z.string(),
  organisationUrl: z.string().nullable(),
  startsOn: z.iso.date().nullable(),
  applyUntil: z.iso.date().nullable(),
  form: z.boolean(),
  lang: z.enum(openingLanguages),
  state: z.enum(openingStates),
  closedReason: z.enum(closedReasons).nullable(),
  owner: z.object({ id: idOf<'User'>(), name: z.string() }),
  openedAt: instant().nullable(),
  closedAt: instant().nullable(),
  updatedAt: instant(),
  /** What is missing before it can be opened. */
  missing: z.array(z.enum(missingParts)),
  applications: z.int(),
})
export type OpeningView = z.infer<typeof openingView>
export const openingList = z.object({ openings: z.array(openingView) })
const colleague = z.object({ id: idOf<'User'>(), name: z.string() })
export const applicationView = z.object({
  id: idOf<'Application'>(),
  person: idOf<'Person'>().nullable(),
  name: z.string(),
  message: z.string(),
  referral: z.string().nullable(),
  resume: z.object({ name: z.string(), bytes: z.int(), state: z.enum(['waiting', 'read', 'unreadable']) }).nullable(),
  at: instant(),
})
export type ApplicationView = z.infer<typeof applicationView>

export const openingDetail = z.object({
  opening: openingView,
  team: z.array(colleague.extend({ part: z.enum(teamParts) })),
  colleagues: z.array(colleague),
  log: z.array(
    z.object({
      kind: z.enum(['made', 'opened', 'closed', 'reopened']),
      reason: z.enum(closedReasons).nullable(),
      by: z.string().nullable(),
      at: instant(),
    }),
  ),
  applications: z.array(applicationView),
  /** Personal links of this workspace that lead here, by code. */
  referrals: z.array(z.object({ code: z.string(), visits: z.int(), applications: z.int() })),
})
export type OpeningDetail = z.infer<typeof openingDetail>
export const placeQuery = z.object({ start: z.string().min(2).max(80) })
export const placeList = z.object({ places: z.array(z.object({ id: z.string(), name: z.string(), country })) })
