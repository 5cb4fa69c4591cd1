import { audit } from '#features/accounts/index.ts'
import { findPerson } from '#features/people/index.ts'
import { recordTouches } from '#features/relationships/index.ts'
import { newId, type PersonId, type ReferrerId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { ReferralDeps } from '../deps.ts'
import { codeFrom, type ReferrerKind, type Terms } from '../model.ts'
import {
  findReferrer,
  findReferrerByCode,
  findReferrerOf,
  findTerms,
  listReferrers,
  listReport,
  type Referrer,
  type ReportRow,
  updateToken,
  upsertReferrer,
  upsertTerms,
} from '../store.ts'

export type ReferrerRefusal = {
  code: 'no-such-person' | 'do-not-contact' | 'no-such-referrer' | 'no-currency'
}

export const tellReferrals = (tx: Transaction, workspace: Caller['workspace']) =>
  tellBrowsers(tx, workspace, { kind: 'referrals.changed', payload: {} })

async function freeCode(tx: Transaction, workspace: Caller['workspace'], wish: string): Promise<string> {
  let code = wish
  for (let n = 2; await findReferrerByCode(tx, workspace, code); n += 1) code = `${wish}-${n}`
  return code
}

/** Anybody of ours who may be written to: employee, alumnus, candidate or contact. They get a code and stand as *referrer*. */
export function addReferrer(
  deps: ReferralDeps,
  caller: Caller,
  given: { person: PersonId; kind: ReferrerKind },
): Promise<Result<ReferrerId, ReferrerRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<ReferrerId, ReferrerRefusal>> => {
    const { workspace, user } = caller
    const person = await findPerson(tx, workspace, given.person)
    if (!person || person.merged_into) return refuse({ code: 'no-such-person' })
    if (person.do_not_contact_at) return refuse({ code: 'do-not-contact' })
    const at = deps.clock.now()
    const before = await findReferrerOf(tx, workspace, given.person)
    const code = before?.code ?? (await freeCode(tx, workspace, codeFrom(person.display_name)))
    const id = await upsertReferrer(tx, workspace, {
      id: newId<'Referrer'>(at.getTime()),
      person: before?.person ?? given.person,
      code,
      kind: given.kind,
      user,
      at,
    })
    tellReferrals(tx, workspace)
    return done(id)
  })
}

/** For their own page; it is shown once, and the one before ends. */
export function makePageLink(
  deps: ReferralDeps,
  caller: Caller,
  id: ReferrerId,
): Promise<Result<{ token: string }, ReferrerRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<{ token: string }, ReferrerRefusal>> => {
    const referrer = await findReferrer(tx, caller.workspace, id)
    if (!referrer) return refuse({ code: 'no-such-referrer' })
    const token = newToken()
    await updateToken(tx, caller.workspace, id, hashToken(token))
    await audit(tx, {
      caller,
      at: deps.clock.now(),
      action: 'referrer.link-made',
      subjectKind: 'person',
      subject: referrer.person,
    })
    tellReferrals(tx, caller.workspace)
    return done({ token })
  })
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** For referrals that are agreed from now on; those before keep what was said then. */
export function changeTerms(
  deps: ReferralDeps,
  caller: Caller,
  change: Partial<Terms>,
): Promise<Result<Terms, ReferrerRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Terms, ReferrerRefusal>> => {
    const terms = { ...(await findTerms(tx, caller.workspace)), ...change }
    if (!currencies.has(terms.currency)) return refuse({ code: 'no-currency' })
    const at = deps.clock.now()
    await upsertTerms(tx, caller.workspace, terms, at)
    const { words: _, ...detail } = terms
    await audit(tx, {
      caller,
      at,
      action: 'referral-terms.changed',
      subjectKind: 'workspace',
      subject: caller.workspace,
      detail,
    })
    tellReferrals(tx, caller.workspace)
    return done(terms)
  })
}

export const readReferrers = (
  deps: ReferralDeps,
  caller: Caller,
): Promise<{ referrers: Referrer[]; terms: Terms; report: ReportRow[] }> =>
  inWorkspace(deps.db, caller.workspace, async tx => ({
    referrers: await listReferrers(tx, caller.workspace, caller.user),
    terms: await findTerms(tx, caller.workspace),
    report: await listReport(tx, caller.workspace),
  }))

/** They recommended somebody: for whoever leads the relationship they are a referrer from now on. */
export async function noteReferred(
  tx: Transaction,
  deps: ReferralDeps,
  referrer: Referrer,
  key: string,
  at: Date,
): Promise<void> {
  await recordTouches(
    tx,
    deps.touches,
    referrer.workspace,
    [
      {
        person: referrer.person,
        ...(referrer.madeBy ? { user: referrer.madeBy } : {}),
        kind: 'referred',
        at,
        key: `referral:${key}`,
        campaign: referrer.id,
      },
    ],
    at,
  )
}

export const readReferrer = (deps: ReferralDeps, caller: Caller, id: ReferrerId): Promise<Referrer | undefined> =>
  inWorkspace(deps.db, caller.workspace, tx => findReferrer(tx, caller.workspace, id))
