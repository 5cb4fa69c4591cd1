import { type RawBuilder, sql } from 'kysely'
import type { PersonId, PoolId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { MemberSort } from '../model.ts'
import { visible } from './pools.ts'

/** `select person_id …`: whom a pool that this recruiter may see holds, for the inbox. */
export const peopleInPool = (caller: { workspace: WorkspaceId; user: UserId }, pool: PoolId): RawBuilder<unknown> =>
  sql`select m.person_id from pool_members m join pools q on q.workspace_id = m.workspace_id and q.pool_id = m.pool_id
    where m.workspace_id = ${caller.workspace} and m.pool_id = ${pool} and m.how <> 'kept-out' and q.removed_at is null and ${visible(caller.user)}`

/** The same for the people search. */
export const inPool = (caller: { workspace: WorkspaceId; user: UserId }, pool: PoolId): RawBuilder<boolean> =>
  sql<boolean>`s.person_id in (${peopleInPool(caller, pool)})`

/** The same by the name that people type; of several with one name, all. */
export const inPoolNamed = (
  caller: { workspace: WorkspaceId; user: UserId },
  name: string,
  prefix: boolean,
): RawBuilder<boolean> => sql<boolean>`s.person_id in (select m.person_id from pool_members m
    join pools q on q.workspace_id = m.workspace_id and q.pool_id = m.pool_id
    where m.workspace_id = ${caller.workspace} and m.how <> 'kept-out' and q.removed_at is null and ${visible(caller.user)}
      and ${prefix ? sql`starts_with(lower(q.name), lower(${name}))` : sql`lower(q.name) = lower(${name})`})`

/** Who of these is in a pool that this recruiter may see. */
export async function listPooled(
  tx: Transaction,
  caller: { workspace: WorkspaceId; user: UserId },
  people: readonly PersonId[],
): Promise<Set<PersonId>> {
  const { rows } = await sql<{ person: PersonId }>`select distinct m.person_id as person
    from pool_members m join pools q on q.workspace_id = m.workspace_id and q.pool_id = m.pool_id
    where m.workspace_id = ${caller.workspace} and m.person_id = any(${[...people]}::uuid[]) and m.how <> 'kept-out'
      and q.removed_at is null and ${visible(caller.user)}`.execute(tx)
  return new Set(rows.map(row => row.person))
}

/** `select person_id …`: who is in it. */
export const membersOf = (workspace: WorkspaceId, pool: PoolId): RawBuilder<unknown> =>
  sql`select m.person_id from pool_members m where m.workspace_id = ${workspace} and m.pool_id = ${pool} and m.how <> 'kept-out'`

/** The caller's stage with a member; do-not-contact is everybody's. */
const stage = sql`case when p.do_not_contact_at is not null then 'do-not-contact' else coalesce(r.side, r.stage, 'found') end`
const joined = (workspace: WorkspaceId, user: UserId) => sql`
  join people p on p.workspace_id = ${workspace} and p.person_id = m.person_id
  left join relationships r on r.workspace_id = ${workspace} and r.person_id = m.person_id and r.user_id = ${user}`

/** The same for one stage. Whoever stands on a rung is found by their relationship, of which there are few. */
const joinedAt = (workspace: WorkspaceId, user: UserId, at: string | undefined) =>
  at === undefined || at === 'found' || at === 'do-not-contact'
    ? joined(workspace, user)
    : sql`
  join relationships r on r.workspace_id = ${workspace} and r.person_id = m.person_id and r.user_id = ${user}
    and coalesce(r.side, r.stage) = ${at}
  join people p on p.workspace_id = ${workspace} and p.person_id = m.person_id`

export type Member = { person: PersonId; how: 'hand' | 'rule'; addedAt: Date; touchedAt: Date | null; name: string }

/** Where the next page begins: after this value of the order, and this person. */
export type MemberPlace = { at: string | null; person: PersonId }

/**
 * Keyset paged. By when they came: the latest first. By touch: the longest silence first, the never touched last. A page is found
 * before anything is joined that it does not need.
 */
export async function listMembers(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  query: { pool: PoolId; stage?: string | undefined; sort: MemberSort; after?: MemberPlace | undefined; limit: number },
): Promise<Member[]> {
  const { pool, sort, after, limit } = query
  const needsAll = query.stage !== undefined || sort !== 'added'
  const order = {
    added: sql`m.added_at desc, m.person_id`,
    touch: sql`r.last_touch_at nulls last, m.person_id`,
    name: sql`p.display_name collate "C", m.person_id`,
  }[sort]
  const later = !after
    ? sql``
    : sort === 'added'
      ? sql`and (m.added_at < ${after.at}::timestamptz or (m.added_at = ${after.at}::timestamptz and m.person_id > ${after.person}))`
      : sort === 'name'
        ? sql`and (p.display_name collate "C", m.person_id) > (${after.at ?? ''}, ${after.person})`
        : after.at === null
          ? sql`and r.last_touch_at is null and m.person_id > ${after.person}`
          : sql`and (r.last_touch_at is null or r.last_touch_at > ${after.at}::timestamptz
              or (r.last_touch_at = ${after.at}::timestamptz and m.person_id > ${after.person}))`
  const { rows } = needsAll
    ? await sql<Member>`select m.person_id as person, m.how, m.added_at as "addedAt", r.last_touch_at as "touchedAt", p.display_name as name
        from pool_members m ${joinedAt(workspace, user, query.stage)}
        where m.workspace_id = ${workspace} and m.pool_id = ${pool} and m.how <> 'kept-out'
          ${query.stage === undefined ? sql`` : sql`and ${stage} = ${query.stage}`} ${later}
        order by ${order} limit ${limit}`.execute(tx)
    : await sql<Member>`select m.person_id as person, m.how, m.added_at as "addedAt", r.last_touch_at as "touchedAt", p.display_name as name
        from (select * from pool_members m where m.workspace_id = ${workspace} and m.pool_id = ${pool} and m.how <> 'kept-out' ${later}
          order by m.added_at desc, m.person_id limit ${limit}) m ${joined(workspace, user)}
        order by m.added_at desc, m.person_id`.execute(tx)
  return rows
}

export async function countStages(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  pool: PoolId,
): Promise<{ stage: string; n: number }[]> {
  const { rows } = await sql<{ stage: string; n: number }>`select ${stage} as stage, count(*)::int as n
    from pool_members m ${joined(workspace, user)}
    where m.workspace_id = ${workspace} and m.pool_id = ${pool} and m.how <> 'kept-out' group by 1`.execute(tx)
  return rows
}

const resize = (tx: Transaction, workspace: WorkspaceId, pool: PoolId, by: number) =>
  by === 0
    ? Promise.resolve()
    : sql`update pools set size = size + ${by} where workspace_id = ${workspace} and pool_id = ${pool}`.execute(tx)

/** By hand. Gives who was not in it; whoever was kept out is in again. People who are gone, merged or not to be contacted are passed over. */
export async function insertMembers(
  tx: Transaction,
  workspace: WorkspaceId,
  pool: PoolId,
  people: readonly PersonId[],
  by: { user: UserId | null; at: Date },
): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId; fresh: boolean }>`
    with known as (select how, person_id from pool_members where workspace_id = ${workspace} and pool_id = ${pool}
      and person_id = any(${[...people]}::uuid[]))
    insert into pool_members as m (workspace_id, pool_id, person_id, how, added_by, added_at)
    select ${workspace}, ${pool}, p.person_id, 'hand', ${by.user}, ${by.at} from people p
    where p.workspace_id = ${workspace} and p.person_id = any(${[...people]}::uuid[]) and p.merged_into is null and p.do_not_contact_at is null
    on conflict (workspace_id, pool_id, person_id) do update set how = 'hand', added_by = excluded.added_by,
        added_at = case when m.how = 'kept-out' then excluded.added_at else m.added_at end
      where m.how <> 'hand'
    returning person_id as person, not exists (select from known k where k.person_id = m.person_id and k.how <> 'kept-out') as fresh`.execute(
    tx,
  )
  const fresh = rows.filter(row => row.fresh).map(row => row.person)
  await resize(tx, workspace, pool, fresh.length)
  return fresh
}

/** Gives who was in it. From a dynamic pool they are kept out, or its search would bring them back. */
export async function removeMembers(
  tx: Transaction,
  workspace: WorkspaceId,
  pool: { id: PoolId; kind: 'static' | 'dynamic' },
  people: readonly PersonId[],
): Promise<{ person: PersonId; how: 'hand' | 'rule' }[]> {
  const { rows } = await sql<{ person: PersonId; how: 'hand' | 'rule' }>`
    with gone as (select person_id, how from pool_members where workspace_id = ${workspace} and pool_id = ${pool.id}
      and person_id = any(${[...people]}::uuid[]) and how <> 'kept-out' for update), changed as (
      ${
        pool.kind === 'dynamic'
          ? sql`update pool_members m set how = 'kept-out' from gone g
              where m.workspace_id = ${workspace} and m.pool_id = ${pool.id} and m.person_id = g.person_id returning m.person_id`
          : sql`delete from pool_members m using gone g
              where m.workspace_id = ${workspace} and m.pool_id = ${pool.id} and m.person_id = g.person_id returning m.person_id`
      })
    select g.person_id as person, g.how from gone g join changed c on c.person_id = g.person_id`.execute(tx)
  await resize(tx, workspace, pool.id, -rows.length)
  return rows
}

/** Takes back that somebody was taken out: as they were. */
export async function restoreMembers(
  tx: Transaction,
  workspace: WorkspaceId,
  pool: PoolId,
  people: readonly { person: PersonId; how: 'hand' | 'rule' }[],
  at: Date,
): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId; fresh: boolean }>`
    insert into pool_members as m (workspace_id, pool_id, person_id, how, added_at)
    select distinct on (n.person) ${workspace}::uuid, ${pool}::uuid, n.person, n.how, ${at}::timestamptz from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as n(person uuid, how text)
      join people p on p.workspace_id = ${workspace} and p.person_id = n.person and p.merged_into is null
    on conflict (workspace_id, pool_id, person_id) do update set how = excluded.how where m.how = 'kept-out'
    returning person_id as person`.execute(tx)
  await resize(tx, workspace, pool, rows.length)
  return rows.map(row => row.person)
}

/** Who matches and is not in it comes, who is in it by the search and matches no more goes; of `only` alone where it is given. */
export async function applySearch(
  tx: Transaction,
  workspace: WorkspaceId,
  pool: PoolId,
  matching: RawBuilder<unknown>,
  only: readonly PersonId[] | undefined,
  at: Date,
): Promise<{ came: PersonId[]; went: PersonId[] }> {
  const came = await sql<{ person: PersonId }>`
    insert into pool_members (workspace_id, pool_id, person_id, how, added_at)
    select ${workspace}, ${pool}, f.person_id, 'rule', ${at} from (${matching}) f
    where not exists (select from pool_members m where m.workspace_id = ${workspace} and m.pool_id = ${pool} and m.person_id = f.person_id)
    on conflict do nothing returning person_id as person`.execute(tx)
  const went = await sql<{ person: PersonId }>`
    with found as materialized (${matching})
    delete from pool_members m where m.workspace_id = ${workspace} and m.pool_id = ${pool} and m.how = 'rule'
      ${only ? sql`and m.person_id = any(${[...only]}::uuid[])` : sql``}
      and not exists (select from found f where f.person_id = m.person_id)
    returning m.person_id as person`.execute(tx)
  const result = { came: came.rows.map(row => row.person), went: went.rows.map(row => row.person) }
  await resize(tx, workspace, pool, result.came.length - result.went.length)
  return result
}

/** Which of these people match a part of a search. */
export async function listMatching(
  tx: Transaction,
  people: RawBuilder<{ person_id: PersonId }>,
): Promise<Set<PersonId>> {
  const { rows } = await people.execute(tx)
  return new Set(rows.map(row => row.person_id))
}

export type PoolOfPerson = { id: PoolId; name: string; kind: 'static' | 'dynamic'; how: 'hand' | 'rule'; addedAt: Date }

export async function listPoolsOf(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
): Promise<PoolOfPerson[]> {
  const { rows } = await sql<PoolOfPerson>`select q.pool_id as id, q.name, q.kind, m.how, m.added_at as "addedAt"
    from pool_members m join pools q on q.workspace_id = m.workspace_id and q.pool_id = m.pool_id and q.removed_at is null
    where m.workspace_id = ${workspace} and m.person_id = ${person} and m.how <> 'kept-out' and ${visible(user)}
    order by lower(q.name), q.pool_id`.execute(tx)
  return rows
}

export type Named = { person: PersonId; name: string; doNotContact: boolean }

export async function listNamed(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<Map<PersonId, Named>> {
  const { rows } =
    await sql<Named>`select person_id as person, display_name as name, do_not_contact_at is not null as "doNotContact"
    from people where workspace_id = ${workspace} and person_id = any(${[...people]}::uuid[]) and merged_into is null`.execute(
      tx,
    )
  return new Map(rows.map(row => [row.person, row]))
}

/** Members with what an export prints, by when they came; after `after`. */
export async function updateSizes(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`update pools q set size = n.n from (
      select q.pool_id, (select count(*)::int from pool_members m where m.workspace_id = q.workspace_id and m.pool_id = q.pool_id
        and m.how <> 'kept-out') as n from pools q where q.workspace_id = ${workspace}) n
    where q.workspace_id = ${workspace} and q.pool_id = n.pool_id and q.size <> n.n`.execute(tx)
}
