import { type RawBuilder, sql } from 'kysely'
import type { PoolId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { PoolKind, PoolSearch } from '../model.ts'

export type Pool = {
  id: PoolId
  owner: UserId
  ownerName: string
  kind: PoolKind
  name: string
  about: string
  search: PoolSearch | null
  team: boolean
  warmWeeks: number | null
  offer: { title: string; url: string } | null
  size: number
  sample: boolean
  createdAt: Date
  removedAt: Date | null
}

const columns = sql`q.pool_id as id, q.owner_id as owner, o.name as "ownerName", q.kind, q.name, q.about, q.search, q.team,
  q.warm_weeks as "warmWeeks", case when q.offer_url is not null then jsonb_build_object('title', coalesce(q.offer_title, q.offer_url), 'url', q.offer_url) end as offer,
  q.size, q.sample, q.created_at as "createdAt", q.removed_at as "removedAt"`

const withOwner = sql`pools q join users o on o.workspace_id = q.workspace_id and o.user_id = q.owner_id`

/** Theirs, the team's, or shared with them. */
export const visible = (user: UserId): RawBuilder<boolean> => sql<boolean>`(q.team or q.owner_id = ${user}
  or exists (select from pool_shares h where h.workspace_id = q.workspace_id and h.pool_id = q.pool_id and h.user_id = ${user}))`

export type ListedPool = Pool & { came: number; went: number; shares: number }

/** By name, with how many came and went since `since`. */
export async function listPools(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  since: Date,
): Promise<ListedPool[]> {
  const { rows } = await sql<ListedPool>`select ${columns}, moved.came, moved.went,
      (select count(*)::int from pool_shares h where h.workspace_id = q.workspace_id and h.pool_id = q.pool_id) as shares
    from ${withOwner} cross join lateral (
      select coalesce(sum(case when l.kind = 'came' then 1 when l.kind = 'filled' then (l.detail->>'came')::int end), 0)::int as came,
        coalesce(sum(case when l.kind = 'went' then 1 when l.kind = 'filled' then (l.detail->>'went')::int end), 0)::int as went
      from pool_log l where l.workspace_id = q.workspace_id and l.pool_id = q.pool_id and l.at >= ${since} and l.cause <> 'created') moved
    where q.workspace_id = ${workspace} and q.removed_at is null and ${visible(user)}
    order by lower(q.name), q.pool_id limit 500`.execute(tx)
  return rows
}

export async function findPool(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  pool: PoolId,
  lock: 'for-update' | 'no' = 'no',
): Promise<Pool | undefined> {
  const { rows } = await sql<Pool>`select ${columns} from ${withOwner}
    where q.workspace_id = ${workspace} and q.pool_id = ${pool} and ${visible(user)}
    ${lock === 'for-update' ? sql`for no key update of q` : sql``}`.execute(tx)
  return rows[0]
}

/** All that keep themselves current, locked in one order. */
export async function lockDynamicPools(tx: Transaction, workspace: WorkspaceId, only?: PoolId): Promise<Pool[]> {
  const { rows } = await sql<Pool>`select ${columns} from ${withOwner}
    where q.workspace_id = ${workspace} and q.kind = 'dynamic' and q.removed_at is null
      ${only ? sql`and q.pool_id = ${only}` : sql``}
    order by q.pool_id for no key update of q`.execute(tx)
  return rows
}

export async function hasDynamicPool(tx: Transaction, workspace: WorkspaceId): Promise<boolean> {
  const { rows } =
    await sql`select from pools where workspace_id = ${workspace} and kind = 'dynamic' and removed_at is null limit 1`.execute(
      tx,
    )
  return rows.length > 0
}

export async function countPools(tx: Transaction, workspace: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pools
    where workspace_id = ${workspace} and removed_at is null`.execute(tx)
  return rows[0]?.n ?? 0
}

export type PoolRow = Omit<Pool, 'ownerName' | 'size'>

/** False when the owner has another pool of this name. */
export async function upsertPool(tx: Transaction, workspace: WorkspaceId, pool: PoolRow): Promise<boolean> {
  if (pool.removedAt === null) {
    const { rows } = await sql`select from pools where workspace_id = ${workspace} and owner_id = ${pool.owner}
      and lower(name) = lower(${pool.name}) and pool_id <> ${pool.id} and removed_at is null`.execute(tx)
    if (rows.length > 0) return false
  }
  await sql`insert into pools as q (workspace_id, pool_id, owner_id, kind, name, about, search, team, warm_weeks, offer_title, offer_url,
      sample, created_at, removed_at)
    values (${workspace}, ${pool.id}, ${pool.owner}, ${pool.kind}, ${pool.name}, ${pool.about},
      ${pool.search === null ? null : JSON.stringify(pool.search)}::jsonb, ${pool.team}, ${pool.warmWeeks}, ${pool.offer?.title ?? null},
      ${pool.offer?.url ?? null}, ${pool.sample}, ${pool.createdAt}, ${pool.removedAt})
    on conflict (workspace_id, pool_id) do update set name = excluded.name, about = excluded.about, search = excluded.search,
      kind = excluded.kind, team = excluded.team, warm_weeks = excluded.warm_weeks, offer_title = excluded.offer_title,
      offer_url = excluded.offer_url, removed_at = excluded.removed_at`.execute(tx)
  return true
}

export type Share = { user: UserId; name: string; sharedAt: Date }

export async function listShares(tx: Transaction, workspace: WorkspaceId, pool: PoolId): Promise<Share[]> {
  const { rows } = await sql<Share>`select h.user_id as "user", u.name, h.shared_at as "sharedAt"
    from pool_shares h join users u on u.workspace_id = h.workspace_id and u.user_id = h.user_id
    where h.workspace_id = ${workspace} and h.pool_id = ${pool} order by lower(u.name), h.user_id`.execute(tx)
  return rows
}

/** Exactly these; ids of nobody in the workspace are passed over. */
export async function replaceShares(
  tx: Transaction,
  workspace: WorkspaceId,
  pool: PoolId,
  users: readonly UserId[],
  by: { user: UserId; at: Date },
): Promise<void> {
  await sql`delete from pool_shares where workspace_id = ${workspace} and pool_id = ${pool}
    and not user_id = any(${[...users]}::uuid[])`.execute(tx)
  await sql`insert into pool_shares (workspace_id, pool_id, user_id, shared_by, shared_at)
    select ${workspace}, ${pool}, u.user_id, ${by.user}, ${by.at} from users u
    where u.workspace_id = ${workspace} and u.user_id = any(${[...users]}::uuid[]) and u.disabled_at is null
    on conflict do nothing`.execute(tx)
}

/** Colleagues a pool can be shared with. */
export async function listColleagues(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<{ id: UserId; name: string }[]> {
  const { rows } = await sql<{ id: UserId; name: string }>`select user_id as id, name from users
    where workspace_id = ${workspace} and user_id <> ${user} and disabled_at is null order by lower(name), user_id limit 500`.execute(
    tx,
  )
  return rows
}

/** Its people stay; what looked after dynamic ones goes with the last of them. */
export async function deleteSamplePools(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`delete from pools where workspace_id = ${workspace} and sample`.execute(tx)
  await sql`delete from pool_watches where workspace_id = ${workspace}
    and not exists (select from pools where workspace_id = ${workspace} and kind = 'dynamic')`.execute(tx)
}
