import type { ClosedReason, Employment, PayPeriod, RemoteKind } from '../model.ts'

/** What job pages say to candidates; in German with "Sie", as landing pages do. */
export type JobWords = {
  jobs: string
  lead: string
  none: string
  must: string
  nice: string
  where: string
  how: string
  pay: string
  until: string
  starts: string
  remote: Record<RemoteKind, string>
  remoteFrom: string
  employment: Record<Employment, string>
  period: Record<PayPeriod, string>
  ask: string
  askLead: string
  chat: string
  form: string
  formLead: string
  name: string
  email: string
  phone: string
  message: string
  messageHint: string
  resume: string
  resumeHint: string
  optional: string
  consent: string
  send: string
  trap: string
  thanks: string
  /** `{day}`: until when they hear, such as `7 December`. */
  thanksLead: string
  /** Only where there is a chat. */
  thanksChat: string
  wrong: string
  field: Record<'name' | 'email' | 'consent' | 'too-large' | 'no-resume-type', string>
  gone: string
  goneWhy: Record<ClosedReason, string>
  goneAsk: string
  goneAskLead: string
  others: string
  noOthers: string
  posted: string
  all: string
  share: string
}
