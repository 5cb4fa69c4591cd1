import { audit } from '#features/accounts/index.ts'
import { type DraftPlace, keepDraft, readDraftPlace } from '#features/conversations/index.ts'
import { considerOne } from '#features/openings/index.ts'
import {
  addContactPoint,
  addMessengerProfile,
  contactAddress,
  findSuppressed,
  suppressionHash,
} from '#features/people/index.ts'
import { recordTouches } from '#features/relationships/index.ts'
import { dayMs } from '#kernel/clock.ts'
import { newId, type OpeningId, type PersonId, type ReferralId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { acrossWorkspaces, inWorkspace, type Transaction } from '#storage/database.ts'
import type { ReferralDeps } from '../deps.ts'
import { type ReferralStep, referralChanged } from '../events.ts'
import { askedForMs, judgeReferral, referralLimits, rewardState } from '../model.ts'
import {
  countVisit,
  findAddressOwner,
  findLastWorkAt,
  findReferral,
  findReferralByToken,
  findReferrer,
  findReferrerByCode,
  findReferrerByToken,
  findTerms,
  forgetUnanswered,
  insertReferral,
  listEarlier,
  listReferrals,
  type Referral,
  type Referrer,
  updateAgreed,
  updateAsked,
  updateDeclined,
  updateHired,
  updatePaid,
  updateThanked,
} from '../store.ts'
import { noteReferred, tellReferrals } from './referrers.ts'

export type ReferralRefusal = {
  code:
    | 'no-such-referral'
    | 'no-name'
    | 'no-email'
    | 'too-many'
    | 'asked-already'
    | 'not-due'
    | 'not-agreed'
    | 'no-chat'
    | 'not-yet'
    | 'draft-there'
}

/** Browsers and hearers are told where a referral stands now. */
async function tellState(
  tx: Transaction,
  deps: ReferralDeps,
  told: { workspace: WorkspaceId; referral: ReferralId; state: ReferralStep; at: Date },
): Promise<void> {
  await deps.touches.events.announce(tx, referralChanged, told)
  tellReferrals(tx, told.workspace)
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** The page of a referrer, by its secret; whoever may not be contacted has none. */
export async function readOwnPage(
  deps: ReferralDeps,
  token: string,
): Promise<{ referrer: Referrer; referrals: Referral[]; terms: Awaited<ReturnType<typeof findTerms>> } | undefined> {
  const referrer = await acrossWorkspaces(deps.db, tx => findReferrerByToken(tx, hashToken(token)))
  if (!referrer) return undefined
  const { workspace, id } = referrer
  return inWorkspace(deps.db, workspace, async tx => ({
    referrer,
    referrals: await listReferrals(tx, workspace, null, id),
    terms: await findTerms(tx, workspace),
  }))
}

/**
 * A referrer names somebody. Kept apart from the people until they say yes: nobody can write to them, search them or import them from
 * here. Whoever asked to be left alone, was erased or said no before is not asked again, and the referrer is not told so.
 */
export async function recommend(
  deps: ReferralDeps,
  referrer: Referrer,
  given: { name: string; email: string; words: string; opening: OpeningId | null },
): Promise<Result<ReferralId, ReferralRefusal>> {
  const name = given.name.trim().replaceAll(/\s+/g, ' ').slice(0, 120)
  const address = contactAddress('email', given.email.trim().slice(0, 254))
  if (name === '') return refuse({ code: 'no-name' })
  if (!address) return refuse({ code: 'no-email' })
  const { workspace } = referrer
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<ReferralId, ReferralRefusal>> => {
    const now = deps.clock.now()
    await forgetUnanswered(tx, workspace, new Date(now.getTime() - askedForMs))
    const open = (await listReferrals(tx, workspace, null, referrer.id)).filter(
      one => one.state === 'waiting' || one.state === 'asked',
    )
    if (open.length >= referralLimits.perReferrerOpen) return refuse({ code: 'too-many' })
    const email = given.email.trim().toLowerCase()
    const contactHash = Buffer.from(suppressionHash(deps.touches, workspace, address))
    const owner = await findAddressOwner(tx, workspace, email)
    const suppressed = await findSuppressed(tx, deps.touches, workspace, [address])
    const earlier = await listEarlier(tx, workspace, { contactHash, person: owner?.person ?? null })
    const saidNo = earlier.some(one => one.state === 'declined')
    const lastWorkAt = owner ? await findLastWorkAt(tx, workspace, owner.person, now) : null
    const why =
      judgeReferral(
        { referrer: referrer.id, isSelf: owner?.person === referrer.person, lastWorkAt, earlier },
        await findTerms(tx, workspace),
        now,
      ) ?? null
    const leftAlone = suppressed.size > 0 || owner?.doNotContact === true || saidNo
    const id = newId<'Referral'>(now.getTime())
    const state = leftAlone ? 'declined' : why ? 'not-valid' : 'waiting'
    await insertReferral(tx, workspace, {
      id,
      referrer: referrer.id,
      opening: given.opening,
      person: null,
      // What may not be used is not kept.
      name: leftAlone ? '' : name,
      email: state === 'waiting' ? email : '',
      words: state === 'waiting' ? given.words.trim().slice(0, 1_000) : '',
      contactHash,
      state,
      why: leftAlone ? null : why,
      madeAt: now,
    })
    await noteReferred(tx, deps, referrer, id, now)
    await tellState(tx, deps, { workspace, referral: id, state, at: now })
    return done(id)
  })
}

/** The words and the link of the one question; noted as asked, and never given out again. */
export function askConsent(
  deps: ReferralDeps,
  caller: Caller,
  id: ReferralId,
): Promise<Result<{ referral: Referral; token: string }, ReferralRefusal>> {
  return inWorkspace(
    deps.db,
    caller.workspace,
    async (tx): Promise<Result<{ referral: Referral; token: string }, ReferralRefusal>> => {
      const referral = await findReferral(tx, caller.workspace, id, 'for-update')
      if (!referral) return refuse({ code: 'no-such-referral' })
      if (referral.state !== 'waiting') return refuse({ code: 'asked-already' })
      const token = newToken()
      const at = deps.clock.now()
      await updateAsked(tx, caller.workspace, id, hashToken(token), at)
      await audit(tx, { caller, at, action: 'referral.asked', subjectKind: 'referral', subject: id })
      await tellState(tx, deps, { workspace: caller.workspace, referral: id, state: 'asked', at })
      return done({ referral, token })
    },
  )
}

/** Undefined: answered, too long ago, or never asked. */
export function findQuestion(deps: ReferralDeps, token: string): Promise<Referral | undefined> {
  const since = new Date(deps.clock.now().getTime() - askedForMs)
  return acrossWorkspaces(deps.db, tx => findReferralByToken(tx, hashToken(token), since))
}

/** Only now they are a person here, who may be written to, and are considered for the job they were named for. */
export function sayYes(
  deps: ReferralDeps,
  referral: Referral,
  given: { tell: boolean; wording: string },
): Promise<void> {
  const { workspace, id } = referral
  return inWorkspace(deps.db, workspace, async tx => {
    const at = deps.clock.now()
    const standing = await findReferral(tx, workspace, id, 'for-update')
    const referrer = await findReferrer(tx, workspace, referral.referrer)
    if (standing?.state !== 'asked' || !referrer?.madeBy) return
    const source = `recommended by ${referrer.name}`
    const made = await addMessengerProfile(tx, {
      workspace,
      user: referrer.madeBy,
      tool: 'email',
      address: standing.email,
      name: standing.name,
      source,
      lawfulBasis: 'consent',
      now: at,
    })
    if (!made.ok) throw new Error(`could not be added: ${made.refusal.code}`)
    const { person } = made.value
    await addContactPoint(tx, { workspace, person, kind: 'email', value: standing.email, source, now: at })
    await agree(tx, deps, { referral: id, referrer, person, opening: standing.opening, ...given, at })
  })
}

async function agree(
  tx: Transaction,
  deps: ReferralDeps,
  given: {
    referral: ReferralId
    referrer: Referrer
    person: PersonId
    opening: OpeningId | null
    tell: boolean
    wording: string
    at: Date
  },
): Promise<void> {
  const { referral, referrer, person, opening, tell, wording, at } = given
  const { workspace } = referrer
  const terms = await findTerms(tx, workspace)
  await updateAgreed(tx, workspace, referral, { person, tell, wording, reward: terms, why: null, at })
  await recordTouches(
    tx,
    deps.touches,
    workspace,
    [
      {
        person,
        ...(referrer.madeBy ? { user: referrer.madeBy } : {}),
        kind: 'pull-link',
        at,
        key: `referral-yes:${referral}`,
        campaign: referrer.id,
      },
    ],
    at,
  )
  if (opening) await considerOne(tx, deps, { workspace, opening, person, source: 'referral', user: null, at })
  await tellState(tx, deps, { workspace, referral, state: 'agreed', at })
}

export function sayNo(deps: ReferralDeps, { workspace, id }: Referral): Promise<void> {
  return inWorkspace(deps.db, workspace, async tx => {
    const at = deps.clock.now()
    await updateDeclined(tx, workspace, id, at)
    await tellState(tx, deps, { workspace, referral: id, state: 'declined', at })
  })
}

/** Somebody came by a referrer's link and wrote by themselves: their form is their consent; what the referrer hears is still theirs to say. */
export async function noteApplied(
  tx: Transaction,
  deps: ReferralDeps,
  given: { workspace: WorkspaceId; opening: OpeningId; person: PersonId; referral: string | null; at: Date },
): Promise<void> {
  const { workspace, opening, person, at } = given
  const referrer = given.referral ? await findReferrerByCode(tx, workspace, given.referral) : undefined
  if (!referrer) return
  const earlier = await listEarlier(tx, workspace, { contactHash: null, person })
  if (earlier.some(one => one.referrer === referrer.id && one.state === 'agreed')) return
  const terms = await findTerms(tx, workspace)
  const lastWorkAt = await findLastWorkAt(tx, workspace, person, at)
  const isSelf = referrer.person === person
  const why = judgeReferral({ referrer: referrer.id, isSelf, lastWorkAt, earlier }, terms, at) ?? null
  const id = newId<'Referral'>(at.getTime())
  await insertReferral(tx, workspace, {
    id,
    referrer: referrer.id,
    opening,
    person,
    name: '',
    email: '',
    words: '',
    contactHash: null,
    state: 'waiting',
    why: null,
    madeAt: at,
  })
  await updateAgreed(tx, workspace, id, { person, tell: false, wording: null, reward: terms, why, at })
  await noteReferred(tx, deps, referrer, id, at)
  await tellState(tx, deps, { workspace, referral: id, state: why ? 'not-valid' : 'agreed', at })
}

/** Hired: the reward is due so many days later; taken back: as if it had not been. */
export async function noteMoved(
  tx: Transaction,
  given: { workspace: WorkspaceId; opening: OpeningId; person: PersonId; from: string | null; to: string; at: Date },
): Promise<void> {
  const { workspace, opening, person, from, to, at } = given
  if (to !== 'hired' && from !== 'hired') return
  const { afterDays } = await findTerms(tx, workspace)
  const hired = to === 'hired'
  await updateHired(tx, workspace, {
    person,
    opening,
    hiredAt: hired ? at : null,
    dueOn: hired ? dayOf(new Date(at.getTime() + afterDays * dayMs)) : null,
  })
  tellReferrals(tx, workspace)
}

export function setPaid(
  deps: ReferralDeps,
  caller: Caller,
  id: ReferralId,
  paid: boolean,
): Promise<Result<void, ReferralRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, ReferralRefusal>> => {
    const referral = await findReferral(tx, caller.workspace, id, 'for-update')
    if (!referral) return refuse({ code: 'no-such-referral' })
    const at = deps.clock.now()
    if (paid && rewardState(referral, dayOf(at)) !== 'due') return refuse({ code: 'not-due' })
    await updatePaid(tx, caller.workspace, id, { at: paid ? at : null, by: paid ? caller.user : null })
    await audit(tx, {
      caller,
      at,
      action: paid ? 'referral.paid' : 'referral.not-paid',
      subjectKind: 'referral',
      subject: id,
      detail: { amount: referral.amount, currency: referral.currency },
    })
    const state = paid ? 'paid' : 'not-paid'
    await tellState(tx, deps, { workspace: caller.workspace, referral: id, state, at })
    return done(undefined)
  })
}

export type Thanks = { text: string; place: DraftPlace | undefined }

/** Words of thanks, judged; `keep` puts them into the conversation. They say nothing that the other did not agree to. */
export function draftThanks(
  deps: ReferralDeps,
  caller: Caller,
  id: ReferralId,
  given: { text: string; keep: boolean },
): Promise<Result<Thanks, ReferralRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Thanks, ReferralRefusal>> => {
    const referral = await findReferral(tx, caller.workspace, id)
    if (!referral) return refuse({ code: 'no-such-referral' })
    const now = deps.clock.now()
    const place = await readDraftPlace(tx, caller, referral.referrerPerson, given.text, now)
    if (!given.keep) return done({ text: given.text, place })
    if (place?.assessment.verdict === 'block') return refuse({ code: 'not-yet' })
    if (place?.conversation && !(await keepDraft(tx, caller, place.conversation, given.text, now)))
      return refuse({ code: 'draft-there' })
    await updateThanked(tx, caller.workspace, id, now)
    tellReferrals(tx, caller.workspace)
    return done({ text: given.text, place })
  })
}

export const readReferral = (deps: ReferralDeps, caller: Caller, id: ReferralId): Promise<Referral | undefined> =>
  inWorkspace(deps.db, caller.workspace, tx => findReferral(tx, caller.workspace, id))

export const readReferrals = (deps: ReferralDeps, caller: Caller): Promise<Referral[]> =>
  inWorkspace(deps.db, caller.workspace, tx => listReferrals(tx, caller.workspace, caller.user))

export const readByCode = (deps: ReferralDeps, workspace: WorkspaceId, code: string): Promise<Referrer | undefined> =>
  inWorkspace(deps.db, workspace, tx => findReferrerByCode(tx, workspace, code))

export const noteVisit = (deps: ReferralDeps, { workspace, id }: Referrer): Promise<void> =>
  inWorkspace(deps.db, workspace, tx => countVisit(tx, workspace, id))
