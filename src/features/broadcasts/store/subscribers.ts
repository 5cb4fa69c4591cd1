import { type RawBuilder, sql } from 'kysely'
import { type Id, type ListId, newId, type PersonId, type SubscriberId, type WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { StopReason, SubscriberState } from '../model/lists.ts'

export type Subscriber = {
  workspace: WorkspaceId
  id: SubscriberId
  number: number
  list: ListId
  email: string
  key: string
  domain: string
  hash: Buffer
  name: string | null
  place: string | null
  lang: string
  interests: readonly string[]
  person: PersonId | null
  state: SubscriberState
  endedHow: string | null
  source: string
  campaign: string | null
  askedAt: Date
  askedIp: string | null
  askedPage: string | null
  wording: number
  nonce: Buffer | null
  confirmUntil: Date | null
  mailsAsked: number
  mailAskedAt: Date | null
  confirmedAt: Date | null
  confirmedIp: string | null
  endedAt: Date | null
  softBounces: number
  softBounceAt: Date | null
}

const columns = sql`workspace_id as workspace, subscriber_id as id, number, list_id as list, email, email_key as key, domain,
  contact_hash as hash, name, place, lang, interests, person_id as person, state, ended_how as "endedHow", source, campaign,
  asked_at as "askedAt", asked_ip as "askedIp", asked_page as "askedPage", wording_version as wording, confirm_nonce as nonce,
  confirm_until as "confirmUntil", mails_asked as "mailsAsked", mail_asked_at as "mailAskedAt", confirmed_at as "confirmedAt",
  confirmed_ip as "confirmedIp", ended_at as "endedAt", soft_bounces as "softBounces", soft_bounce_at as "softBounceAt"`

/** Locks the row, so that a second click waits for the first. */
export async function findSubscriberForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  list: ListId,
  key: string,
): Promise<Subscriber | undefined> {
  const { rows } = await sql<Subscriber>`select ${columns} from list_subscribers
    where workspace_id = ${workspace} and list_id = ${list} and email_key = ${key} for update`.execute(tx)
  return rows[0]
}

/** By the number in a signed link, from any workspace; needs a transaction across workspaces. */
export async function findWorkspaceOfSubscriber(tx: Transaction, number: number): Promise<WorkspaceId | undefined> {
  const { rows } = await sql<{ workspace: WorkspaceId }>`select workspace_id as workspace from list_subscribers
    where number = ${number}`.execute(tx)
  return rows[0]?.workspace
}

export async function findSubscriberByNumber(
  tx: Transaction,
  workspace: WorkspaceId,
  number: number,
  lock: boolean,
): Promise<Subscriber | undefined> {
  const { rows } = await sql<Subscriber>`select ${columns} from list_subscribers
    where workspace_id = ${workspace} and number = ${number} ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0]
}

export async function findSubscriber(
  tx: Transaction,
  workspace: WorkspaceId,
  id: SubscriberId,
): Promise<Subscriber | undefined> {
  const { rows } = await sql<Subscriber>`select ${columns} from list_subscribers
    where workspace_id = ${workspace} and subscriber_id = ${id}`.execute(tx)
  return rows[0]
}

/** One row per address and list: written anew as given. */
export async function saveSubscriber(tx: Transaction, one: Omit<Subscriber, 'number'>, now: Date): Promise<number> {
  const { rows } = await sql<{
    number: number
  }>`insert into list_subscribers (workspace_id, subscriber_id, list_id, email, email_key, domain,
      contact_hash, name, place, lang, interests, person_id, state, ended_how, source, campaign, asked_at, asked_ip, asked_page, wording_version,
      confirm_nonce, confirm_until, mails_asked, mail_asked_at, confirmed_at, confirmed_ip, ended_at, soft_bounces, soft_bounce_at, updated_at)
    values (${one.workspace}, ${one.id}, ${one.list}, ${one.email}, ${one.key}, ${one.domain}, ${one.hash}, ${one.name}, ${one.place},
      ${one.lang}, ${[...one.interests]}::text[], ${one.person}, ${one.state}, ${one.endedHow}, ${one.source}, ${one.campaign}, ${one.askedAt},
      ${one.askedIp}, ${one.askedPage}, ${one.wording}, ${one.nonce}, ${one.confirmUntil}, ${one.mailsAsked}, ${one.mailAskedAt},
      ${one.confirmedAt}, ${one.confirmedIp}, ${one.endedAt}, ${one.softBounces}, ${one.softBounceAt}, ${now})
    on conflict (workspace_id, subscriber_id) do update set email = excluded.email, name = excluded.name, place = excluded.place,
      lang = excluded.lang, interests = excluded.interests, person_id = excluded.person_id, state = excluded.state,
      ended_how = excluded.ended_how, source = excluded.source, campaign = excluded.campaign, asked_at = excluded.asked_at,
      asked_ip = excluded.asked_ip, asked_page = excluded.asked_page, wording_version = excluded.wording_version,
      confirm_nonce = excluded.confirm_nonce, confirm_until = excluded.confirm_until, mails_asked = excluded.mails_asked,
      mail_asked_at = excluded.mail_asked_at, confirmed_at = excluded.confirmed_at, confirmed_ip = excluded.confirmed_ip,
      ended_at = excluded.ended_at, soft_bounces = excluded.soft_bounces, soft_bounce_at = excluded.soft_bounce_at, updated_at = ${now}
    returning number`.execute(tx)
  const number = rows[0]?.number
  if (number === undefined) throw new Error('the subscriber was not written')
  return number
}

export type Proof = {
  kind: string
  at: Date
  ip: string | null
  page: string | null
  wording: number | null
  detail: Readonly<Record<string, unknown>>
}

export async function insertProof(
  tx: Transaction,
  workspace: WorkspaceId,
  subscriber: SubscriberId,
  proof: Proof,
): Promise<void> {
  await sql`insert into list_proofs (workspace_id, proof_id, subscriber_id, kind, at, ip, page, wording_version, detail)
    values (${workspace}, ${newId<'Proof'>(proof.at.getTime())}, ${subscriber}, ${proof.kind}, ${proof.at}, ${proof.ip}, ${proof.page},
      ${proof.wording}, ${JSON.stringify(proof.detail)}::jsonb)`.execute(tx)
}

export async function listProofs(tx: Transaction, workspace: WorkspaceId, subscriber: SubscriberId): Promise<Proof[]> {
  const { rows } = await sql<Proof>`select kind, at, ip, page, wording_version as wording, detail from list_proofs
    where workspace_id = ${workspace} and subscriber_id = ${subscriber} order by proof_id limit 200`.execute(tx)
  return rows
}

export type SubscriberRow = Pick<
  Subscriber,
  | 'id'
  | 'email'
  | 'name'
  | 'place'
  | 'person'
  | 'state'
  | 'endedHow'
  | 'source'
  | 'askedAt'
  | 'confirmedAt'
  | 'endedAt'
  | 'interests'
> & { suppressed: boolean }

/** Newest first; `before`: the id after which to go on. */
export async function listSubscribers(
  tx: Transaction,
  workspace: WorkspaceId,
  list: ListId,
  filter: {
    state?: SubscriberState | undefined
    search?: string | undefined
    before?: SubscriberId | undefined
    limit: number
  },
): Promise<SubscriberRow[]> {
  const { rows } = await sql<SubscriberRow>`select subscriber_id as id, email, name, place, person_id as person, state,
      ended_how as "endedHow", source, asked_at as "askedAt", confirmed_at as "confirmedAt", ended_at as "endedAt", interests,
      ${isSuppressed(sql`s`)} as suppressed
    from list_subscribers s where workspace_id = ${workspace} and list_id = ${list}
      ${filter.state ? sql`and state = ${filter.state}` : sql``}
      ${filter.search ? sql`and (strpos(email_key, lower(${filter.search})) > 0 or strpos(lower(name), lower(${filter.search})) > 0)` : sql``}
      ${filter.before ? sql`and subscriber_id < ${filter.before}` : sql``}
    order by subscriber_id desc limit ${filter.limit}`.execute(tx)
  return rows
}

/** Erased, do-not-contact on any tool, or stopped for list mail; `s` is the subscriber's row. */
export function isSuppressed(s: ReturnType<typeof sql>) {
  return sql`(exists (select from suppressions x where x.workspace_id = ${s}.workspace_id and x.contact_hash = ${s}.contact_hash)
    or exists (select from list_stops x where x.workspace_id = ${s}.workspace_id and x.contact_hash = ${s}.contact_hash)
    or exists (select from people p where p.workspace_id = ${s}.workspace_id and p.person_id = ${s}.person_id and p.do_not_contact_at is not null))`
}

export async function findStop(tx: Transaction, workspace: WorkspaceId, hash: Buffer): Promise<StopReason | undefined> {
  const { rows } = await sql<{ reason: StopReason }>`select reason from list_stops
    where workspace_id = ${workspace} and contact_hash = ${hash}`.execute(tx)
  return rows[0]?.reason
}

export async function insertStop(
  tx: Transaction,
  workspace: WorkspaceId,
  hash: Buffer,
  reason: StopReason,
  said: string,
  now: Date,
): Promise<void> {
  await sql`insert into list_stops (workspace_id, contact_hash, reason, said, at)
    values (${workspace}, ${hash}, ${reason}, ${said.slice(0, 300)}, ${now}) on conflict do nothing`.execute(tx)
}

export type OnList = Subscriber & { listName: string; purpose: string }

/** All lists of this address; locked, in one order. */
export const listOfAddressForUpdate = (tx: Transaction, workspace: WorkspaceId, key: string): Promise<OnList[]> =>
  listForUpdate(tx, workspace, sql`email_key = ${key}`)

/** What somebody gets, to whichever address of theirs; locked, in one order. */
export const listOfPersonForUpdate = (tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<OnList[]> =>
  listForUpdate(tx, workspace, sql`person_id = ${person} and state = 'confirmed'`)

async function listForUpdate(tx: Transaction, workspace: WorkspaceId, which: RawBuilder<unknown>): Promise<OnList[]> {
  const { rows } = await sql<OnList>`
    select s.*, l.name as "listName", w.purpose from
      (select ${columns} from list_subscribers where workspace_id = ${workspace} and ${which} order by subscriber_id for update) s
      join lists l on l.workspace_id = s.workspace and l.list_id = s.list
      join list_wordings w on w.workspace_id = l.workspace_id and w.list_id = l.list_id and w.version = l.wording_version
    where l.archived_at is null or s.state = 'confirmed' order by l.created_at`.execute(tx)
  return rows
}

export async function deleteSubscribersOf(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<void> {
  await sql`delete from list_subscribers where workspace_id = ${workspace} and (person_id = any(${[...people]}::uuid[])
    or email_key in (select contact_key from contact_points where workspace_id = ${workspace} and kind = 'email'
      and person_id = any(${[...people]}::uuid[])))`.execute(tx)
}

export async function moveSubscribers(
  tx: Transaction,
  workspace: WorkspaceId,
  from: PersonId,
  to: PersonId,
): Promise<Id<'Subscriber'>[]> {
  const { rows } = await sql<{ id: SubscriberId }>`update list_subscribers set person_id = ${to}
    where workspace_id = ${workspace} and person_id = ${from} returning subscriber_id as id`.execute(tx)
  return rows.map(row => row.id)
}

export async function updatePersonOf(
  tx: Transaction,
  workspace: WorkspaceId,
  subscribers: readonly string[],
  at: PersonId,
  person: PersonId,
): Promise<void> {
  await sql`update list_subscribers set person_id = ${person} where workspace_id = ${workspace} and person_id = ${at}
    and subscriber_id = any(${[...subscribers]}::uuid[])`.execute(tx)
}
