import { z } from 'zod'
import { readSite, type Site } from '#features/site/index.ts'
import { fillWords } from '#kernel/public-words.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  askConsent,
  draftThanks,
  type ReferralRefusal,
  readReferral,
  readReferrals,
  setPaid,
} from './actions/referrals.ts'
import { addReferrer, changeTerms, makePageLink, type ReferrerRefusal, readReferrers } from './actions/referrers.ts'
import type { PublicDeps } from './deps.ts'
import { rewardState } from './model.ts'
import { publicReferralRoutes } from './public-routes.ts'
import type { Referral, Referrer } from './store.ts'
import * as wire from './wire.ts'
import { referralWords } from './words.ts'

const STATUS = {
  'no-such-person': [404, 'This person is gone.'],
  'do-not-contact': [409, 'They asked to be left alone.'],
  'no-such-referrer': [404, 'This referrer is gone.'],
  'no-currency': [422, 'This is no currency. It has three letters, like EUR.'],
  'no-such-referral': [404, 'This referral is gone.'],
  'no-name': [422, 'Write their name.'],
  'no-email': [422, 'This is no e-mail address. It looks like ana@example.org.'],
  'too-many': [409, 'Many of theirs still wait. Ask those first.'],
  'asked-already': [409, 'They were asked, or answered. Nobody is asked twice.'],
  'not-due': [409, 'This reward is not due yet.'],
  'not-agreed': [409, 'They have not agreed yet.'],
  'no-chat': [409, 'There is no conversation with them yet. Copy the words and send them by hand.'],
  'not-yet': [409, 'This can’t go to them yet. Its reasons say what to change.'],
  'draft-there': [409, 'Other words wait in that conversation. Send or clear them first; nothing was overwritten.'],
} as const satisfies RefusalTable<(ReferrerRefusal | ReferralRefusal)['code']>

const tags = ['referrals']
const nothing = z.null()

const viewReferrer = (site: Site, one: Referrer): wire.ReferrerView => ({
  id: one.id,
  person: one.person,
  name: one.name,
  stage: one.stage,
  code: one.code,
  url: `${site.base}/r/${one.code}`,
  kind: one.kind,
  hasPage: one.hasPage,
})

const viewReferral = (one: Referral, today: string): wire.ReferralView => ({
  id: one.id,
  referrer: { id: one.referrer, name: one.referrerName },
  person: one.person,
  stage: one.personStage,
  name: one.name,
  email: one.email,
  words: one.words,
  opening: one.opening && one.openingTitle !== null ? { id: one.opening, title: one.openingTitle } : null,
  state: one.state,
  why: one.why,
  tell: one.tell,
  pipeline: one.pipeline,
  madeAt: one.madeAt.toISOString(),
  askedAt: one.askedAt?.toISOString() ?? null,
  answeredAt: one.answeredAt?.toISOString() ?? null,
  hiredAt: one.hiredAt?.toISOString() ?? null,
  thankedAt: one.thankedAt?.toISOString() ?? null,
  reward: { state: rewardState(one, today), amount: one.amount, currency: one.currency, dueOn: one.dueOn },
})

const firstOf = (name: string) => name.split(' ')[0] ?? name

export function referralRoutes(app: App, deps: PublicDeps): void {
  const today = () => deps.clock.now().toISOString().slice(0, 10)
  app.get(
    '/api/v1/referrals',
    {
      schema: {
        response: { 200: wire.referralsView, ...refusals },
        summary: 'Who recommended whom, what became of it, and what is owed',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const caller = callerOf(request)
      const site = await readSite(deps, caller.workspace)
      const { referrers, terms, report } = await readReferrers(deps, caller)
      const referrals = await readReferrals(deps, caller)
      return {
        referrals: referrals.map(one => viewReferral(one, today())),
        referrers: referrers.map(one => viewReferrer(site, one)),
        report,
        terms,
      }
    },
  )
  app.post(
    '/api/v1/referrers',
    {
      schema: {
        body: wire.referrerInput,
        response: { 201: wire.referrerMade, ...refusals },
        summary: 'Give somebody a referral link of their own',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addReferrer(deps, callerOf(request), request.body)
      return added.ok ? reply.code(201).send({ id: added.value }) : replyFrom(reply, STATUS, added.refusal)
    },
  )
  app.post(
    '/api/v1/referrers/:referrer/link',
    {
      schema: {
        params: wire.referrerParams,
        response: { 200: wire.linkMade, ...refusals },
        summary: 'The address of a referrer’s own page. It is shown once; the one before ends',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const made = await makePageLink(deps, caller, request.params.referrer)
      if (!made.ok) return replyFrom(reply, STATUS, made.refusal)
      const { base } = await readSite(deps, caller.workspace)
      return { url: `${base}/referrer/${made.value.token}` }
    },
  )
  app.put(
    '/api/v1/referral-terms',
    {
      schema: {
        body: wire.termsChange,
        response: { 200: wire.termsView, ...refusals },
        summary: 'What a recommendation is worth, when it is due, and how long it counts',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const changed = await changeTerms(deps, callerOf(request), defined(request.body))
      return changed.ok ? changed.value : replyFrom(reply, STATUS, changed.refusal)
    },
  )
  app.post(
    '/api/v1/referrals/:referral/ask',
    {
      schema: {
        params: wire.referralParams,
        response: { 200: wire.asked, ...refusals },
        summary: 'The words and the link of the one question to somebody who was recommended. Once, and never again',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const done = await askConsent(deps, caller, request.params.referral)
      if (!done.ok) return replyFrom(reply, STATUS, done.refusal)
      const { referral, token } = done.value
      const site = await readSite(deps, caller.workspace)
      const words = referralWords[site.lang]
      const url = `${site.base}/consent/${token}`
      const values = {
        name: firstOf(referral.name),
        referrer: referral.referrerName,
        job: referral.openingTitle ?? '',
        link: url,
      }
      return { email: referral.email, text: fillWords(referral.openingTitle ? words.ask : words.askAny, values), url }
    },
  )
  app.put(
    '/api/v1/referrals/:referral/paid',
    {
      schema: {
        params: wire.referralParams,
        body: wire.paidInput,
        response: { 204: nothing, ...refusals },
        summary: 'A due reward is paid, or was not after all',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const set = await setPaid(deps, callerOf(request), request.params.referral, request.body.paid)
      return set.ok ? reply.code(204).send(null) : replyFrom(reply, STATUS, set.refusal)
    },
  )
  app.post(
    '/api/v1/referrals/:referral/thanks',
    {
      schema: {
        params: wire.referralParams,
        body: wire.thanksInput,
        response: { 200: wire.thanksView, ...refusals },
        summary: 'Words of thanks to the referrer, judged; kept as a draft when asked. Never sent',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const referral = await readReferral(deps, caller, request.params.referral)
      if (!referral) return replyFrom(reply, STATUS, { code: 'no-such-referral' })
      const words = referralWords[(await readSite(deps, caller.workspace)).lang]
      const values = { name: firstOf(referral.referrerName), who: firstOf(referral.name) }
      const usual = fillWords(referral.tell && referral.state === 'agreed' ? words.thanks : words.thanksAny, values)
      const { text = usual, keep = false } = request.body
      const thanks = await draftThanks(deps, caller, request.params.referral, { text, keep })
      if (!thanks.ok) return replyFrom(reply, STATUS, thanks.refusal)
      const { place } = thanks.value
      return {
        text,
        tool: place?.tool ?? null,
        conversation: place?.conversation ?? null,
        verdict: place?.assessment.verdict ?? 'allow',
        reasons: (place?.assessment.reasons ?? []).map(({ code, message, verdict }) => ({ code, message, verdict })),
      }
    },
  )
  publicReferralRoutes(app, deps)
}
