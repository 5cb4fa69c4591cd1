import { z } from 'zod'
import { idOf, instant, typedText } from '#kernel/schema.ts'
import { checkIds } from './model/checks.ts'
import { issueStates } from './model/issues.ts'
import { listLanguages, subscriberStates } from './model/lists.ts'

export const listParams = z.object({ id: idOf<'List'>() })
export const issueParams = z.object({ id: idOf<'Issue'>() })
export const subscriberParams = listParams.extend({ subscriber: idOf<'Subscriber'>() })

const lang = z.enum(listLanguages)
const interest = z.object({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), label: typedText(80) })
const list = z.object({
  id: idOf<'List'>(),
  name: z.string(),
  lang,
  purpose: z.string(),
  consent: z.string(),
  version: z.int(),
  interests: z.array(interest),
  archived: z.boolean(),
  /** Where people subscribe. */
  url: z.string(),
  confirmed: z.int(),
  waiting: z.int(),
  left: z.int(),
  stopped: z.int(),
  issues: z.int(),
})
export type ListWire = z.infer<typeof list>
/** `ready`: there is a way out for list mail. */
export const listList = z.object({ lists: z.array(list), ready: z.boolean() })
export type ListListWire = z.infer<typeof listList>

export const createListRequest = z.object({
  name: typedText(80),
  lang,
  purpose: typedText(400),
  consent: typedText(400),
  interests: z.array(interest).max(40).optional(),
})
export type CreateList = z.infer<typeof createListRequest>
export const changeListRequest = createListRequest.partial().extend({ archived: z.boolean().optional() })
export type ChangeList = z.infer<typeof changeListRequest>
export const createdList = z.object({ id: idOf<'List'>() })

const issueRow = z.object({
  id: idOf<'Issue'>(),
  subject: z.string(),
  state: z.enum(issueStates),
  pausedWhy: z.string().nullable(),
  sendAt: instant().nullable(),
  startedAt: instant().nullable(),
  finishedAt: instant().nullable(),
  updatedAt: instant(),
})
export type IssueRowWire = z.infer<typeof issueRow>
export const listPage = z.object({
  list,
  ready: z.boolean(),
  issues: z.array(issueRow),
  wordings: z.array(z.object({ version: z.int(), purpose: z.string(), consent: z.string(), createdAt: instant() })),
})
export type ListPageWire = z.infer<typeof listPage>

export const subscribersQuery = z.object({
  state: z.enum(subscriberStates).optional(),
  search: z.string().max(120).optional(),
  before: idOf<'Subscriber'>().optional(),
})
const subscriber = z.object({
  id: idOf<'Subscriber'>(),
  email: z.string(),
  name: z.string().nullable(),
  place: z.string().nullable(),
  person: idOf<'Person'>().nullable(),
  state: z.enum(subscriberStates),
  endedHow: z.string().nullable(),
  source: z.string(),
  interests: z.array(z.string()),
  suppressed: z.boolean(),
  askedAt: instant(),
  confirmedAt: instant().nullable(),
  endedAt: instant().nullable(),
})
export type SubscriberWire = z.infer<typeof subscriber>
export const subscriberList = z.object({ subscribers: z.array(subscriber), next: idOf<'Subscriber'>().nullable() })
export const proofList = z.object({
  proofs: z.array(
    z.object({
      kind: z.string(),
      at: instant(),
      ip: z.string().nullable(),
      page: z.string().nullable(),
      purpose: z.string().nullable(),
      consent: z.string().nullable(),
      how: z.string().nullable(),
    }),
  ),
})
export type ProofListWire = z.infer<typeof proofList>

/** From another page or program of yours: the same question goes out as from our own form. */
export const subscribeRequest = z.object({
  email: typedText(254),
  name: z.string().max(120).optional(),
  place: z.string().max(120).optional(),
  interests: z.array(z.string().max(40)).max(40).optional(),
  page: z.string().max(1_000).optional(),
  campaign: z.string().max(200).optional(),
  /** They said yes to the consent words of the list. */
  consent: z.literal(true),
})

export const importRequest = z.object({ csv: z.string().min(1).max(900_000) })
export const importAnswer = z.object({
  confirmed: z.int(),
  asked: z.int(),
  known: z.int(),
  closed: z.int(),
  wrong: z.array(z.object({ row: z.int(), why: z.string() })),
})
export type ImportAnswerWire = z.infer<typeof importAnswer>

const segment = z.object({
  pool: idOf<'Pool'>().optional(),
  place: z.string().max(120).optional(),
  interests: z.array(z.string().max(40)).max(40).optional(),
  /** The week of the digest that it was made for; its readers are fixed. */
  digest: z.string().max(10).optional(),
})
export type SegmentWire = z.infer<typeof segment>
export const createIssueRequest = z.object({ subject: z.string().max(200).default('') })
export const createdIssue = z.object({ id: idOf<'Issue'>() })
export const changeIssueRequest = z.object({
  subject: z.string().max(200).optional(),
  preheader: z.string().max(200).optional(),
  body: z.string().max(200_000).optional(),
  segment: segment.optional(),
})
export type ChangeIssue = z.infer<typeof changeIssueRequest>

export const issuePage = z.object({
  issue: issueRow.extend({ list: idOf<'List'>(), preheader: z.string(), body: z.string(), segment }),
  list: z.object({ id: idOf<'List'>(), name: z.string(), lang, interests: z.array(interest) }),
  pools: z.array(z.object({ id: idOf<'Pool'>(), name: z.string() })),
  ready: z.boolean(),
  /** Who would get it now. */
  audience: z.object({ goes: z.int(), suppressed: z.int() }),
  figures: z
    .object({
      total: z.int(),
      waits: z.int(),
      claimed: z.int(),
      sent: z.int(),
      unheard: z.int(),
      notOptedIn: z.int(),
      doNotContact: z.int(),
      refused: z.int(),
      givenUp: z.int(),
      unknown: z.int(),
      hardBounces: z.int(),
      softBounces: z.int(),
      complaints: z.int(),
      left: z.int(),
      clicked: z.int(),
    })
    .nullable(),
  links: z.array(z.object({ url: z.string(), people: z.int(), clicks: z.int() })),
  troubles: z.array(z.object({ code: z.string(), said: z.string().nullable(), count: z.int() })),
})
export type IssuePageWire = z.infer<typeof issuePage>

export const previewAnswer = z.object({ subject: z.string(), html: z.string(), text: z.string() })
export const testRequest = z.object({ to: typedText(254) })
/** Left out: as soon as possible. */
export const sendRequest = z.object({ at: z.iso.datetime().optional() })

const check = z.object({
  id: z.enum(checkIds),
  state: z.enum(['ok', 'warn', 'fail']),
  record: z.object({ name: z.string(), type: z.enum(['TXT', 'MX', 'PTR']), value: z.string() }).optional(),
  seen: z.string().optional(),
})
export type CheckWire = z.infer<typeof check>

const limits = z.record(z.string().regex(/^[a-z0-9.-]{3,100}$/), z.int().min(0).max(1_000_000))
const email = z
  .string()
  .max(254)
  .regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/)
export const settingsRequest = z.object({
  host: z
    .string()
    .max(253)
    .regex(/^[A-Za-z0-9.:-]+$/),
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'plain']),
  username: z.string().max(320),
  /** Left out: as it was; empty: none. */
  password: z.string().max(4_000).optional(),
  connections: z.int().min(1).max(40),
  fromName: typedText(80),
  fromAddress: email,
  replyTo: z.union([z.literal(''), email]),
  returnAddress: email,
  imprint: typedText(600),
  domainLimit: z.int().min(0).max(1_000_000),
  domainLimits: limits,
})
export type SettingsRequest = z.infer<typeof settingsRequest>
export const settingsView = z.object({
  settings: settingsRequest.omit({ password: true }).extend({ hasPassword: z.boolean() }).nullable(),
  checks: z.array(check),
  checkedAt: instant().nullable(),
  /** What can stand in DNS already, before anything was checked. */
  records: z.array(z.object({ name: z.string(), type: z.enum(['TXT', 'MX', 'PTR']), value: z.string() })),
})
export type SettingsView = z.infer<typeof settingsView>
export const tryAnswer = z.object({ ok: z.boolean(), text: z.string() })
export const reportsRequest = z.object({ raw: z.string().min(1).max(900_000) })
export const reportsAnswer = z.object({ bounces: z.int(), complaints: z.int(), left: z.int(), others: z.int() })
export type ReportsAnswerWire = z.infer<typeof reportsAnswer>

/** What a list tells its readers once a week, by itself. */
export const digestView = z.object({
  on: z.boolean(),
  weekday: z.int(),
  hour: z.int(),
  timezone: z.string(),
  onJobs: z.boolean(),
  nextAt: instant().nullable(),
  /** New since the last one, with the interests that each was found to be of. */
  jobs: z.array(z.object({ title: z.string(), url: z.string(), interests: z.array(z.string()) })),
  /** Who would get what now; readers for whom nothing is new get nothing. */
  groups: z.array(z.object({ readers: z.int(), titles: z.array(z.string()) })),
  /** What the biggest group would read. */
  first: z.object({ subject: z.string(), html: z.string() }).nullable(),
})
export type DigestWire = z.infer<typeof digestView>
export const changeDigestRequest = z.object({
  on: z.boolean().optional(),
  weekday: z.int().min(1).max(7).optional(),
  hour: z.int().min(0).max(23).optional(),
  timezone: z.string().max(60).optional(),
  onJobs: z.boolean().optional(),
})
export type ChangeDigest = z.infer<typeof changeDigestRequest>
