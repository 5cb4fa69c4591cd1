import { sql } from 'kysely'
import type { IssueId, ListId, SubscriberId, WorkspaceId } from '#kernel/ids.ts'
import { arrayBytes } from '#storage/array-bytes.ts'
import type { Transaction } from '#storage/database.ts'
import { delivery, type LeftOut, type Segment } from '../model/issues.ts'
import { isSuppressed } from './subscribers.ts'

/** Which subscribers an issue goes to; `s` is the subscriber's row. */
function among(workspace: WorkspaceId, list: ListId, segment: Segment, issue: IssueId) {
  return sql`s.workspace_id = ${workspace} and s.list_id = ${list} and s.state = 'confirmed'
    ${segment.pool ? sql`and exists (select from pool_members m where m.workspace_id = s.workspace_id and m.pool_id = ${segment.pool}::uuid and m.person_id = s.person_id and m.how <> 'kept-out')` : sql``}
    ${
      segment.place
        ? sql`and (strpos(kith_fold(s.place), kith_fold(${segment.place})) > 0 or exists (select from people p
            where p.workspace_id = s.workspace_id and p.person_id = s.person_id and strpos(kith_fold(p.place), kith_fold(${segment.place})) > 0))`
        : sql``
    }
    ${segment.digest === undefined ? sql`` : sql`and exists (select from list_digest_readers d where d.workspace_id = s.workspace_id and d.issue_id = ${issue}::uuid and d.subscriber_id = s.subscriber_id)`}
    ${segment.interests && segment.interests.length > 0 ? sql`and s.interests && ${[...segment.interests]}::text[]` : sql``}`
}

export async function countAudience(
  tx: Transaction,
  workspace: WorkspaceId,
  { list, segment, id }: { list: ListId; segment: Segment; id: IssueId },
): Promise<{ goes: number; suppressed: number }> {
  const { rows } = await sql<{ goes: number; suppressed: number }>`
    select count(*) filter (where not x.out)::int as goes, count(*) filter (where x.out)::int as suppressed
    from (select ${isSuppressed(sql`s`)} as out from list_subscribers s where ${among(workspace, list, segment, id)}) x`.execute(
    tx,
  )
  return rows[0] ?? { goes: 0, suppressed: 0 }
}

/** One row for each reader, in one statement: nothing of it passes through this process. */
export async function insertDeliveries(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: IssueId,
  list: ListId,
  segment: Segment,
): Promise<number> {
  const result = await sql`insert into list_deliveries (workspace_id, issue_id, subscriber_id, domain)
    select s.workspace_id, ${issue}, s.subscriber_id, s.domain from list_subscribers s where ${among(workspace, list, segment, issue)}
    order by s.subscriber_id on conflict do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

export type Claimed = {
  subscriber: SubscriberId
  number: number
  email: string
  name: string | null
  domain: string
  attempts: number
  leftOut: LeftOut | null
}

/**
 * Takes the next readers for this node and looks, in the same transaction, at who may not be written to: those are settled with the
 * reason and come back with it. `shut`: domains that had their share for now. `after`: where the claim before this one ended, so that the
 * settled ones are not looked through again.
 *
 * Rows are found by their place, whatever the planner believes of a table that was empty a moment ago.
 */
export async function claimDeliveries(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: IssueId,
  by: { node: string; now: Date; limit: number; shut: readonly string[]; after?: SubscriberId | undefined },
): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with picked as (
      select d.subscriber_id, d.ctid as place from list_deliveries d
      where d.workspace_id = ${workspace} and d.issue_id = ${issue} and d.state = 0 ${by.after ? sql`and d.subscriber_id > ${by.after}` : sql``}
        and (d.next_at is null or d.next_at <= ${by.now})
        ${by.shut.length > 0 ? sql`and d.domain <> all(${[...by.shut]}::text[])` : sql``}
      order by d.subscriber_id limit ${by.limit} for update skip locked
    ), judged as materialized (
      select p.place, s.number, s.email, s.name, s.domain,
        case when s.state is distinct from 'confirmed' then 'not-opted-in'
          when ${isSuppressed(sql`s`)} then 'do-not-contact' end as reason
      from picked p left join list_subscribers s on s.workspace_id = ${workspace} and s.subscriber_id = p.subscriber_id
    )
    update list_deliveries d set attempts = case when j.reason is null then d.attempts + 1 else d.attempts end,
      state = case when j.reason is null then ${sql.lit(delivery.claimed)} else ${sql.lit(delivery.leftOut)} end,
      code = j.reason, claimed_by = ${by.node}::uuid, claimed_at = ${by.now},
      settled_at = case when j.reason is null then null else ${by.now}::timestamptz end
    from judged j where d.workspace_id = ${workspace} and d.ctid = j.place
    returning d.subscriber_id as subscriber, coalesce(j.number, 0) as number, coalesce(j.email, '') as email, j.name, d.domain,
      d.attempts, j.reason as "leftOut"`.execute(tx)
  return rows
}

export type Settled = {
  subscriber: SubscriberId
  state: number
  code: string | null
  said: string | null
  nextAt: Date | null
}

/** What became of claimed mails, many at once: one statement for all that ended the same. One that never left (`released`) was no attempt. */
export async function settleDeliveries(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: IssueId,
  settled: readonly Settled[],
  now: Date,
): Promise<void> {
  const alike = Map.groupBy(settled, one => JSON.stringify([one.state, one.code, one.said, one.nextAt]))
  for (const group of alike.values()) {
    const [one] = group
    if (!one) continue
    const released = one.code === 'released'
    await sql`update list_deliveries d set state = ${one.state}, code = ${released ? null : one.code}, said = ${one.said},
        next_at = ${one.nextAt}, settled_at = ${one.state === delivery.waits ? null : now}, claimed_by = null
        ${released ? sql`, attempts = greatest(d.attempts - 1, 0)` : sql``}
      where d.workspace_id = ${workspace} and d.issue_id = ${issue} and d.state = ${sql.lit(delivery.claimed)}
        and d.subscriber_id = any(${arrayBytes(
          'uuid',
          group.map(each => each.subscriber),
        )}::uuid[])`.execute(tx)
  }
}

/** Claimed by a run that is no more: this node's own, or another's whose claim is old. */
export async function listStranded(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: IssueId,
  by: { node: string; before: Date },
): Promise<{ subscriber: SubscriberId; attempts: number; own: boolean; claimedAt: Date }[]> {
  const { rows } = await sql<{ subscriber: SubscriberId; attempts: number; own: boolean; claimedAt: Date }>`
    select subscriber_id as subscriber, attempts, claimed_at as "claimedAt", claimed_by = ${by.node}::uuid as own from list_deliveries
    where workspace_id = ${workspace} and issue_id = ${issue} and state = 1
      and (claimed_by = ${by.node}::uuid or claimed_at < ${by.before})`.execute(tx)
  return rows
}

export async function countOpen(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: IssueId,
): Promise<{ open: number; nextAt: Date | null }> {
  const { rows } = await sql<{ open: number; nextAt: Date | null }>`
    select count(*)::int as open, min(case when state = 0 then next_at end) as "nextAt" from list_deliveries
    where workspace_id = ${workspace} and issue_id = ${issue} and state in (0, 1)`.execute(tx)
  return rows[0] ?? { open: 0, nextAt: null }
}

export type DeliveryFigures = {
  total: number
  waits: number
  claimed: number
  sent: number
  unheard: number
  notOptedIn: number
  doNotContact: number
  refused: number
  givenUp: number
  unknown: number
  hardBounces: number
  softBounces: number
  complaints: number
  left: number
  clicked: number
}

export async function readFigures(tx: Transaction, workspace: WorkspaceId, issue: IssueId): Promise<DeliveryFigures> {
  const { rows } =
    await sql<DeliveryFigures>`select count(*)::int as total, count(*) filter (where state = 0)::int as waits,
      count(*) filter (where state = 1)::int as claimed, count(*) filter (where state = 2)::int as sent,
      count(*) filter (where state = 2 and code = 'unheard')::int as unheard,
      count(*) filter (where state = 3 and code = 'not-opted-in')::int as "notOptedIn",
      count(*) filter (where state = 3 and code = 'do-not-contact')::int as "doNotContact",
      count(*) filter (where state = 4)::int as refused, count(*) filter (where state = 5)::int as "givenUp",
      count(*) filter (where state = 6)::int as unknown, count(*) filter (where bounced = 'hard')::int as "hardBounces",
      count(*) filter (where bounced = 'soft')::int as "softBounces", count(complained_at)::int as complaints,
      count(left_at)::int as "left",
      (select count(distinct c.subscriber_id)::int from list_clicks c where c.workspace_id = ${workspace} and c.issue_id = ${issue}) as clicked
    from list_deliveries where workspace_id = ${workspace} and issue_id = ${issue}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('an aggregate gives a row')
  return row
}

/** Those whose fate nobody knows wait again: a person decided that twice is better than not at all. */
export async function releaseUnknown(tx: Transaction, workspace: WorkspaceId, issue: IssueId): Promise<number> {
  const result = await sql`update list_deliveries set state = 0, next_at = null, code = null
    where workspace_id = ${workspace} and issue_id = ${issue} and state = 6`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

export async function listTroubles(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: IssueId,
): Promise<{ code: string; said: string | null; count: number }[]> {
  const { rows } = await sql<{ code: string; said: string | null; count: number }>`
    select coalesce(code, '') as code, min(said) as said, count(*)::int as count from list_deliveries
    where workspace_id = ${workspace} and issue_id = ${issue} and state in (4, 5) group by 1 order by 3 desc limit 20`.execute(
    tx,
  )
  return rows
}

const ofIssue = (workspace: WorkspaceId, issue: number) =>
  sql`(select issue_id from list_issues where workspace_id = ${workspace} and number = ${issue})`

export async function updateLeft(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: number,
  subscriber: SubscriberId,
  now: Date,
): Promise<void> {
  await sql`update list_deliveries set left_at = ${now} where workspace_id = ${workspace} and subscriber_id = ${subscriber}
    and issue_id = ${ofIssue(workspace, issue)}`.execute(tx)
}

export async function updateBounced(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: number,
  subscriber: SubscriberId,
  what: { bounced?: 'hard' | 'soft'; complained?: boolean; said: string },
  now: Date,
): Promise<void> {
  await sql`update list_deliveries set
      bounced = case when bounced = 'hard' then bounced else coalesce(${what.bounced ?? null}, bounced) end,
      complained_at = coalesce(complained_at, ${what.complained ? now : null}::timestamptz), said = coalesce(said, ${what.said.slice(0, 200)}),
      state = case when state = 6 then 2 else state end
    where workspace_id = ${workspace} and subscriber_id = ${subscriber} and issue_id = ${ofIssue(workspace, issue)}`.execute(
    tx,
  )
}

export async function recordClick(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: IssueId,
  link: number,
  subscriber: SubscriberId,
  now: Date,
): Promise<void> {
  await sql`insert into list_clicks as c (workspace_id, issue_id, link, subscriber_id, clicks, first_at, last_at)
    values (${workspace}, ${issue}, ${link}, ${subscriber}, 1, ${now}, ${now})
    on conflict (workspace_id, issue_id, link, subscriber_id) do update set clicks = c.clicks + 1, last_at = ${now}`.execute(
    tx,
  )
}

export async function listClicks(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: IssueId,
): Promise<{ link: number; people: number; clicks: number }[]> {
  const { rows } = await sql<{ link: number; people: number; clicks: number }>`
    select link, count(*)::int as people, sum(clicks)::int as clicks from list_clicks
    where workspace_id = ${workspace} and issue_id = ${issue} group by link order by people desc, link limit 100`.execute(
    tx,
  )
  return rows
}

/** Of all issues since then: what big providers judge a sender by. */
export async function readAllFigures(
  tx: Transaction,
  workspace: WorkspaceId,
  since: Date,
): Promise<{ sent: number; bounced: number; complaints: number }> {
  const { rows } = await sql<{ sent: number; bounced: number; complaints: number }>`
    select count(*) filter (where d.state in (2, 4))::int as sent,
      count(*) filter (where d.bounced = 'hard' or d.state = 4)::int as bounced, count(d.complained_at)::int as complaints
    from list_issues i join list_deliveries d on d.workspace_id = i.workspace_id and d.issue_id = i.issue_id
    where i.workspace_id = ${workspace} and i.started_at >= ${since}`.execute(tx)
  return rows[0] ?? { sent: 0, bounced: 0, complaints: 0 }
}
