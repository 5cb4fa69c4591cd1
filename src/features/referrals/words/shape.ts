import type { Heard, RewardState } from '../model.ts'

export type ReferralWords = {
  invited: string
  invitedLead: string
  jobs: string
  noJobs: string
  chat: string
  own: string
  ownLead: string
  yourLink: string
  yourCode: string
  linkHint: string
  became: string
  nothing: string
  heard: Record<Heard, string>
  reward: Record<Exclude<RewardState, 'none'>, string>
  dueOn: string
  somebody: string
  terms: string
  termsText: string
  termsNone: string
  rule: string
  name: string
  email: string
  opening: string
  anyOpening: string
  words: string
  wordsHint: string
  sure: string
  sureFirst: string
  send: string
  sendLead: string
  sent: string
  wrong: Record<'no-name' | 'no-email' | 'too-many', string>
  question: string
  questionLead: string
  forJob: string
  yes: string
  no: string
  tell: string
  keeps: string
  yesDone: string
  yesDoneLead: string
  noDone: string
  noDoneLead: string
  gone: string
  goneLead: string
  ask: string
  askAny: string
  thanks: string
  thanksAny: string
}
