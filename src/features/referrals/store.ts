import { sql } from 'kysely'
import type { OpeningId, PersonId, ReferralId, ReferrerId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { type NotValid, type ReferralState, type ReferrerKind, type Terms, usualTerms } from './model.ts'

export async function findTerms(tx: Transaction, workspace: WorkspaceId): Promise<Terms> {
  const { rows } = await sql<Terms>`select amount::float8 as amount, currency, after_days as "afterDays",
      valid_days as "validDays", words from referral_terms where workspace_id = ${workspace}`.execute(tx)
  return rows[0] ?? usualTerms
}

export async function upsertTerms(tx: Transaction, workspace: WorkspaceId, terms: Terms, at: Date): Promise<void> {
  await sql`insert into referral_terms (workspace_id, amount, currency, after_days, valid_days, words, updated_at)
    values (${workspace}, ${terms.amount}, ${terms.currency}, ${terms.afterDays}, ${terms.validDays}, ${terms.words}, ${at})
    on conflict (workspace_id) do update set amount = excluded.amount, currency = excluded.currency,
      after_days = excluded.after_days, valid_days = excluded.valid_days, words = excluded.words,
      updated_at = excluded.updated_at`.execute(tx)
}

export type Referrer = {
  id: ReferrerId
  workspace: WorkspaceId
  person: PersonId
  name: string
  givenName: string | null
  doNotContact: boolean
  stage: string
  code: string
  kind: ReferrerKind
  hasPage: boolean
  visits: number
  madeBy: UserId | null
  madeAt: Date
}

const referrerColumns = (
  user: UserId | null,
) => sql`r.referrer_id as id, r.workspace_id as workspace, p.person_id as person,
  p.display_name as name, p.given_name as "givenName", p.do_not_contact_at is not null as "doNotContact",
  case when p.do_not_contact_at is not null then 'do-not-contact' else coalesce((select coalesce(l.side, l.stage)
    from relationships l where l.workspace_id = r.workspace_id and l.person_id = p.person_id and l.user_id = ${user}), 'found') end as stage,
  r.code, r.kind, r.token_hash is not null as "hasPage", r.visits, r.made_by as "madeBy", r.made_at as "madeAt"`
const referrerSource = sql`referrers r
  join people f on f.workspace_id = r.workspace_id and f.person_id = r.person_id
  join people p on p.workspace_id = r.workspace_id and p.person_id = coalesce(f.merged_into, f.person_id)`

export async function listReferrers(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<Referrer[]> {
  const { rows } = await sql<Referrer>`select ${referrerColumns(user)} from ${referrerSource}
    where r.workspace_id = ${workspace} and r.closed_at is null order by lower(p.display_name), r.referrer_id limit 2000`.execute(
    tx,
  )
  return rows
}

export async function findReferrer(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ReferrerId,
): Promise<Referrer | undefined> {
  const { rows } = await sql<Referrer>`select ${referrerColumns(null)} from ${referrerSource}
    where r.workspace_id = ${workspace} and r.referrer_id = ${id} and r.closed_at is null`.execute(tx)
  return rows[0]
}

export async function findReferrerOf(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<Referrer | undefined> {
  const { rows } = await sql<Referrer>`select ${referrerColumns(null)} from ${referrerSource}
    where r.workspace_id = ${workspace} and p.person_id = ${person} and r.closed_at is null limit 1`.execute(tx)
  return rows[0]
}

export async function findReferrerByCode(
  tx: Transaction,
  workspace: WorkspaceId,
  code: string,
): Promise<Referrer | undefined> {
  const { rows } = await sql<Referrer>`select ${referrerColumns(null)} from ${referrerSource}
    where r.workspace_id = ${workspace} and lower(r.code) = lower(${code}) and r.closed_at is null`.execute(tx)
  return rows[0]
}

/** Across workspaces: whoever brings a token says no workspace. */
export async function findReferrerByToken(tx: Transaction, tokenHash: Buffer): Promise<Referrer | undefined> {
  const { rows } = await sql<Referrer>`select ${referrerColumns(null)} from ${referrerSource}
    where r.token_hash = ${tokenHash} and r.closed_at is null`.execute(tx)
  return rows[0]
}

/** Comes back as it was when it was closed. */
export async function upsertReferrer(
  tx: Transaction,
  workspace: WorkspaceId,
  given: {
    id: ReferrerId
    person: PersonId
    code: string
    kind: ReferrerKind
    user: UserId | null
    at: Date
  },
): Promise<ReferrerId> {
  const { rows } = await sql<{ id: ReferrerId }>`
    insert into referrers as r (workspace_id, referrer_id, person_id, code, kind, made_by, made_at)
    values (${workspace}, ${given.id}, ${given.person}, ${given.code}, ${given.kind}, ${given.user}, ${given.at})
    on conflict (workspace_id, person_id) do update set kind = excluded.kind, closed_at = null
    returning referrer_id as id`.execute(tx)
  if (!rows[0]) throw new Error('an upsert gives its row')
  return rows[0].id
}

export async function updateToken(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ReferrerId,
  tokenHash: Buffer,
): Promise<void> {
  await sql`update referrers set token_hash = ${tokenHash} where workspace_id = ${workspace} and referrer_id = ${id}`.execute(
    tx,
  )
}

export async function countVisit(tx: Transaction, workspace: WorkspaceId, id: ReferrerId): Promise<void> {
  await sql`update referrers set visits = visits + 1 where workspace_id = ${workspace} and referrer_id = ${id}`.execute(
    tx,
  )
}

export type Referral = {
  id: ReferralId
  workspace: WorkspaceId
  referrer: ReferrerId
  referrerName: string
  referrerPerson: PersonId
  opening: OpeningId | null
  openingTitle: string | null
  person: PersonId | null
  personStage: string
  name: string
  email: string
  words: string
  state: ReferralState
  why: NotValid | null
  tell: boolean
  /** How far they are in the opening, if they are in it. */
  pipeline: string | null
  madeAt: Date
  askedAt: Date | null
  answeredAt: Date | null
  hiredAt: Date | null
  thankedAt: Date | null
  amount: number | null
  currency: string | null
  dueOn: string | null
  paidAt: Date | null
}

const columns = (
  user: UserId | null,
) => sql`n.referral_id as id, n.workspace_id as workspace, n.referrer_id as referrer, rp.display_name as "referrerName",
  rp.person_id as "referrerPerson", n.opening_id as opening, o.title as "openingTitle", p.person_id as person,
  case when p.do_not_contact_at is not null then 'do-not-contact' else coalesce((select coalesce(l.side, l.stage)
    from relationships l where l.workspace_id = n.workspace_id and l.person_id = p.person_id and l.user_id = ${user}), 'found') end as "personStage",
  coalesce(p.display_name, n.name) as name, n.email, n.words, n.state, n.why, n.tell, c.stage as pipeline, n.made_at as "madeAt",
  n.asked_at as "askedAt", n.answered_at as "answeredAt", n.hired_at as "hiredAt", n.thanked_at as "thankedAt",
  n.amount::float8 as amount, n.currency, n.due_on::text as "dueOn", n.paid_at as "paidAt"`
const source = sql`referrals n
  join referrers r on r.workspace_id = n.workspace_id and r.referrer_id = n.referrer_id
  join people rf on rf.workspace_id = r.workspace_id and rf.person_id = r.person_id
  join people rp on rp.workspace_id = r.workspace_id and rp.person_id = coalesce(rf.merged_into, rf.person_id)
  left join openings o on o.workspace_id = n.workspace_id and o.opening_id = n.opening_id
  left join people f on f.workspace_id = n.workspace_id and f.person_id = n.person_id
  left join people p on p.workspace_id = n.workspace_id and p.person_id = coalesce(f.merged_into, f.person_id)
  left join candidacies c on c.workspace_id = n.workspace_id and c.opening_id = n.opening_id and c.person_id = n.person_id
    and c.removed_at is null`

export async function listReferrals(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId | null,
  of?: ReferrerId,
): Promise<Referral[]> {
  const { rows } = await sql<Referral>`select ${columns(user)} from ${source}
    where n.workspace_id = ${workspace} ${of ? sql`and n.referrer_id = ${of}` : sql``}
    order by n.made_at desc, n.referral_id desc limit 2000`.execute(tx)
  return rows
}

export async function findReferral(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ReferralId,
  lock: 'for-update' | 'no' = 'no',
): Promise<Referral | undefined> {
  const { rows } = await sql<Referral>`select ${columns(null)} from ${source}
    where n.workspace_id = ${workspace} and n.referral_id = ${id} ${lock === 'for-update' ? sql`for no key update of n` : sql``}`.execute(
    tx,
  )
  return rows[0]
}

/** Across workspaces, while the question is open. */
export async function findReferralByToken(
  tx: Transaction,
  tokenHash: Buffer,
  askedSince: Date,
): Promise<Referral | undefined> {
  const { rows } = await sql<Referral>`select ${columns(null)} from ${source}
    where n.token_hash = ${tokenHash} and n.state = 'asked' and n.asked_at >= ${askedSince}`.execute(tx)
  return rows[0]
}

/** Of the same address or person, with whoever said no before. */
export async function listEarlier(
  tx: Transaction,
  workspace: WorkspaceId,
  who: { contactHash: Buffer | null; person: PersonId | null },
): Promise<{ referrer: ReferrerId; state: ReferralState; madeAt: Date }[]> {
  const { rows } = await sql<{ referrer: ReferrerId; state: ReferralState; madeAt: Date }>`
    select referrer_id as referrer, state, made_at as "madeAt" from referrals
    where workspace_id = ${workspace} and (contact_hash = ${who.contactHash} or person_id = ${who.person})
    order by made_at limit 100`.execute(tx)
  return rows
}

/** When this person was last in touch with us about work: an application, or a candidacy; `before` this moment. */
export async function findLastWorkAt(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  before: Date,
): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(at) as at from (
      select applied_at as at from applications where workspace_id = ${workspace} and person_id = ${person} and applied_at < ${before}
      union all select m.at from candidacies c join candidacy_moves m on m.workspace_id = c.workspace_id and m.candidacy_id = c.candidacy_id
      where c.workspace_id = ${workspace} and c.person_id = ${person} and m.at < ${before} and m.to_stage in ('screen', 'interview', 'offer', 'hired')) w`.execute(
    tx,
  )
  return rows[0]?.at ?? null
}

/** Whose address it is, do-not-contact or not. */
export async function findAddressOwner(
  tx: Transaction,
  workspace: WorkspaceId,
  email: string,
): Promise<{ person: PersonId; doNotContact: boolean } | undefined> {
  const { rows } = await sql<{ person: PersonId; doNotContact: boolean }>`
    select p.person_id as person, p.do_not_contact_at is not null as "doNotContact"
    from contact_points k join people f on f.workspace_id = k.workspace_id and f.person_id = k.person_id
      join people p on p.workspace_id = k.workspace_id and p.person_id = coalesce(f.merged_into, f.person_id)
    where k.workspace_id = ${workspace} and k.kind = 'email' and lower(k.value) = lower(${email}) limit 1`.execute(tx)
  return rows[0]
}

export async function insertReferral(
  tx: Transaction,
  workspace: WorkspaceId,
  given: Pick<
    Referral,
    'id' | 'referrer' | 'opening' | 'person' | 'name' | 'email' | 'words' | 'state' | 'why' | 'madeAt'
  > & {
    contactHash: Buffer | null
  },
): Promise<void> {
  await sql`insert into referrals (workspace_id, referral_id, referrer_id, opening_id, person_id, name, email, contact_hash, words, state,
      why, made_at)
    values (${workspace}, ${given.id}, ${given.referrer}, ${given.opening}, ${given.person}, ${given.name}, ${given.email},
      ${given.contactHash}, ${given.words}, ${given.state}, ${given.why}, ${given.madeAt})`.execute(tx)
}

export async function updateAsked(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ReferralId,
  tokenHash: Buffer,
  at: Date,
): Promise<void> {
  await sql`update referrals set state = 'asked', token_hash = ${tokenHash}, asked_at = ${at}
    where workspace_id = ${workspace} and referral_id = ${id} and state = 'waiting'`.execute(tx)
}

export async function updateAgreed(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ReferralId,
  given: {
    person: PersonId
    tell: boolean
    wording: string | null
    reward: Pick<Terms, 'amount' | 'currency'>
    why: NotValid | null
    at: Date
  },
): Promise<void> {
  await sql`update referrals set state = ${given.why ? 'not-valid' : 'agreed'}, why = ${given.why}, person_id = ${given.person},
      tell = ${given.tell}, consent_wording = ${given.wording}, amount = ${given.reward.amount}, currency = ${given.reward.currency},
      answered_at = ${given.at}, token_hash = null
    where workspace_id = ${workspace} and referral_id = ${id}`.execute(tx)
}

/** Nothing of them is kept but the keyed hash, by which nobody asks them again. */
export async function updateDeclined(tx: Transaction, workspace: WorkspaceId, id: ReferralId, at: Date): Promise<void> {
  await sql`update referrals set state = 'declined', name = '', email = '', words = '', token_hash = null, answered_at = ${at}
    where workspace_id = ${workspace} and referral_id = ${id}`.execute(tx)
}

/** Questions that nobody answered: their names and addresses go. */
export async function forgetUnanswered(tx: Transaction, workspace: WorkspaceId, askedBefore: Date): Promise<void> {
  await sql`update referrals set state = 'declined', name = '', email = '', words = '', token_hash = null
    where workspace_id = ${workspace} and state in ('waiting', 'asked') and coalesce(asked_at, made_at) < ${askedBefore}`.execute(
    tx,
  )
}

/** The valid referral behind this person in this opening; else one that named no opening. */
export async function updateHired(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { person: PersonId; opening: OpeningId; hiredAt: Date | null; dueOn: string | null },
): Promise<ReferrerId | undefined> {
  const { rows } = await sql<{
    referrer: ReferrerId
  }>`update referrals set hired_at = ${given.hiredAt}, due_on = ${given.dueOn}::date
    where workspace_id = ${workspace} and referral_id = (select referral_id from referrals n
      where n.workspace_id = ${workspace} and n.state = 'agreed' and n.paid_at is null
        and exists (select from people f where f.workspace_id = n.workspace_id and f.person_id = n.person_id
          and coalesce(f.merged_into, f.person_id) = ${given.person})
        and (n.opening_id = ${given.opening} or n.opening_id is null)
      order by (n.opening_id is not null) desc, n.made_at limit 1) returning referrer_id as referrer`.execute(tx)
  return rows[0]?.referrer
}

export async function updatePaid(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ReferralId,
  paid: { at: Date | null; by: UserId | null },
): Promise<void> {
  await sql`update referrals set paid_at = ${paid.at}, paid_by = ${paid.by} where workspace_id = ${workspace} and referral_id = ${id}`.execute(
    tx,
  )
}

export async function updateThanked(tx: Transaction, workspace: WorkspaceId, id: ReferralId, at: Date): Promise<void> {
  await sql`update referrals set thanked_at = ${at} where workspace_id = ${workspace} and referral_id = ${id}`.execute(
    tx,
  )
}

export type ReportRow = {
  referrer: ReferrerId
  name: string
  person: PersonId
  kind: ReferrerKind
  visits: number
  referrals: number
  agreed: number
  /** Came to an interview or further. */
  far: number
  hired: number
  /** Median days. */
  daysToAnswer: number | null
  daysToHire: number | null
}

/** Who recommends whom, how good it was and how long it took; most hires first. */
export async function listReport(tx: Transaction, workspace: WorkspaceId): Promise<ReportRow[]> {
  const { rows } =
    await sql<ReportRow>`select r.referrer_id as referrer, p.display_name as name, p.person_id as person, r.kind, r.visits,
      count(n.referral_id)::int as referrals, count(*) filter (where n.state = 'agreed')::int as agreed,
      count(*) filter (where n.state = 'agreed' and exists (select from candidacies c join candidacy_moves m
        on m.workspace_id = c.workspace_id and m.candidacy_id = c.candidacy_id and m.undone_at is null
        where c.workspace_id = ${workspace} and c.person_id = n.person_id and m.to_stage in ('interview', 'offer', 'hired')))::int as far,
      count(n.hired_at)::int as hired,
      percentile_cont(0.5) within group (order by extract(epoch from n.answered_at - n.made_at) / 86400)::float8 as "daysToAnswer",
      percentile_cont(0.5) within group (order by extract(epoch from n.hired_at - n.made_at) / 86400)::float8 as "daysToHire"
    from referrers r join people f on f.workspace_id = r.workspace_id and f.person_id = r.person_id
      join people p on p.workspace_id = r.workspace_id and p.person_id = coalesce(f.merged_into, f.person_id)
      left join referrals n on n.workspace_id = r.workspace_id and n.referrer_id = r.referrer_id
    where r.workspace_id = ${workspace} and r.closed_at is null
    group by 1, 2, 3, 4, 5 order by hired desc, far desc, agreed desc, referrals desc, lower(p.display_name) limit 500`.execute(
      tx,
    )
  return rows
}
