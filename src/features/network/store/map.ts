import { sql } from 'kysely'
import type { PersonId, PoolId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { Shared } from '../model/communities.ts'

/** `person`: number in `people` of the other end. */
export type Corner = { id: PersonId; x: number | null; y: number | null; near: PersonId[]; strengths: number[] }

/** Those whom we know and who are tied most, with their strongest ties and where they stood before. */
export async function listCorners(
  tx: Transaction,
  workspace: WorkspaceId,
  most: number,
  tiesEach: number,
): Promise<Corner[]> {
  const { rows } = await sql<Corner>`
    select n.person_id as id, o.x, o.y, n.people[1:${sql.lit(tiesEach)}] as near, n.strengths[1:${sql.lit(tiesEach)}] as strengths
    from network_near n join people p on p.workspace_id = n.workspace_id and p.person_id = n.person_id and p.merged_into is null
      left join network_places o on o.workspace_id = n.workspace_id and o.person_id = n.person_id
    where n.workspace_id = ${workspace}
    order by n.users <> '{}' desc, coalesce(n.known[1], 0) + coalesce(n.strengths[1], 0) desc, n.person_id limit ${most}`.execute(
    tx,
  )
  return rows
}

export type Place = { person: PersonId; x: number; y: number; community: number; bridge: number }

/** The whole drawing at once; whoever was erased meanwhile stays out. Two that were made at the same time are written one after the other. */
export async function writeMap(
  tx: Transaction,
  workspace: WorkspaceId,
  map: { places: readonly Place[]; ties: number; communities: readonly unknown[]; at: Date },
): Promise<void> {
  const { places } = map
  await sql`select pg_advisory_xact_lock(hashtextextended(${`network-map:${workspace}`}, 0))`.execute(tx)
  await sql`delete from network_places where workspace_id = ${workspace}`.execute(tx)
  await sql`insert into network_places (workspace_id, person_id, x, y, community, bridge)
    select ${workspace}::uuid, n.id, n.x, n.y, n.community, n.bridge
    from unnest(${places.map(one => one.person)}::uuid[], ${places.map(one => one.x)}::real[], ${places.map(one => one.y)}::real[],
      ${places.map(one => one.community)}::int[], ${places.map(one => one.bridge)}::real[]) as n(id, x, y, community, bridge)`.execute(
    tx,
  )
  await sql`insert into network_maps (workspace_id, made_at, people, ties, communities)
    values (${workspace}, ${map.at}, ${places.length}, ${map.ties}, ${JSON.stringify(map.communities)}::jsonb)
    on conflict (workspace_id) do update set made_at = excluded.made_at, people = excluded.people, ties = excluded.ties,
      communities = excluded.communities`.execute(tx)
}

export async function findMap(
  tx: Transaction,
  workspace: WorkspaceId,
): Promise<{ madeAt: Date; people: number; ties: number; communities: unknown } | undefined> {
  const { rows } = await sql<{ madeAt: Date; people: number; ties: number; communities: unknown }>`
    select made_at as "madeAt", people, ties, communities from network_maps where workspace_id = ${workspace}`.execute(
    tx,
  )
  return rows[0]
}

export type Work = { people: number; undrawn: boolean }

/** How many people's ties are still to be worked out, `most` at most, and whether some were that no drawing shows yet. */
export async function findWork(
  tx: Transaction,
  workspace: WorkspaceId,
  drawnAt: Date | undefined,
  most: number,
): Promise<Work> {
  const { rows } = await sql<Work>`
    select (select count(distinct d.person_id)::int from (
        select person_id from network_due where workspace_id = ${workspace} limit ${most}) d) as people,
      exists (select from network_near n where n.workspace_id = ${workspace} and n.people <> '{}'
        and n.refreshed_at > coalesce(${drawnAt ?? null}::timestamptz, '-infinity')) as undrawn`.execute(tx)
  return rows[0] ?? { people: 0, undrawn: false }
}

/** What people have in common with others: employer of now, rooms they speak in, place, tools. */
export async function listShared(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<{ person: PersonId; what: Shared['what']; name: string }[]> {
  const { rows } = await sql<{ person: PersonId; what: Shared['what']; name: string }>`
    with p as materialized (select unnest(${[...people]}::uuid[]) as id)
    select distinct f.person_id as person, 'employer' as what, h->>'organisation' as name
    from p join usable_profiles f on f.workspace_id = ${workspace} and f.person_id = p.id
      cross join lateral jsonb_array_elements(case jsonb_typeof(f.facts->'positions') when 'array' then f.facts->'positions' else '[]' end) h
    where (h->>'current')::boolean and coalesce(h->>'organisation', '') <> ''
    union select t.from_id, 'group', t.title from p join network_ties t on t.workspace_id = ${workspace} and t.from_id = p.id
      where t.kind in ('room', 'group') and t.title is not null
    union select p.id, 'place', o.place from p join people o on o.workspace_id = ${workspace} and o.person_id = p.id
      where coalesce(o.place, '') <> ''
    union select f.person_id, 'tool', f.tool from p join usable_profiles f on f.workspace_id = ${workspace} and f.person_id = p.id
      and kith_on_tool(f.tool, f.handle)`.execute(tx)
  return rows
}

export type Drawn = {
  person: PersonId
  name: string
  stage: string
  x: number
  y: number
  community: number
  bridge: number
  /** How well the caller knows them; 0 not at all. */
  mine: number
  tools: ToolId[]
  /** Numbers in the list of pools. */
  pools: number[]
  near: PersonId[]
  strengths: number[]
}

/** The drawing as it stands, with names and stages of now. */
export async function listDrawn(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  pools: readonly PoolId[],
  tiesEach: number,
): Promise<Drawn[]> {
  const { rows } = await sql<Drawn>`
    select o.person_id as person, p.display_name as name,
      case when p.do_not_contact_at is not null then 'do-not-contact' else coalesce(r.side, r.stage, 'found') end as stage,
      o.x, o.y, o.community, o.bridge, coalesce(n.known[array_position(n.users, ${user}::uuid)], 0) as mine,
      coalesce((select array_agg(distinct f.tool order by f.tool) from usable_profiles f
        where f.workspace_id = ${workspace} and f.person_id = o.person_id and kith_on_tool(f.tool, f.handle)), '{}') as tools,
      coalesce((select array_agg(array_position(${[...pools]}::uuid[], m.pool_id) - 1) from pool_members m
        where m.workspace_id = ${workspace} and m.person_id = o.person_id and m.how <> 'kept-out' and m.pool_id = any(${[...pools]}::uuid[])), '{}') as pools,
      coalesce(n.people[1:${sql.lit(tiesEach)}], '{}') as near, coalesce(n.strengths[1:${sql.lit(tiesEach)}], '{}') as strengths
    from network_places o
      join people p on p.workspace_id = o.workspace_id and p.person_id = o.person_id and p.merged_into is null
      left join relationships r on r.workspace_id = o.workspace_id and r.person_id = o.person_id and r.user_id = ${user}
      left join network_near n on n.workspace_id = o.workspace_id and n.person_id = o.person_id
    where o.workspace_id = ${workspace} order by o.bridge desc, o.person_id`.execute(tx)
  return rows
}

/** Kinds of the ties among these people, as bits by their number in `kinds`. */
export async function listKinds(
  tx: Transaction,
  workspace: WorkspaceId,
  kinds: readonly string[],
): Promise<{ a: PersonId; b: PersonId; bits: number }[]> {
  const { rows } = await sql<{ a: PersonId; b: PersonId; bits: number }>`
    select least(t.from_id, t.to_id) as a, greatest(t.from_id, t.to_id) as b,
      bit_or(1 << (array_position(${[...kinds]}::text[], t.kind) - 1)) as bits
    from network_places o join network_ties t on t.workspace_id = o.workspace_id and t.from_id = o.person_id and not t.to_user
    where o.workspace_id = ${workspace} group by 1, 2`.execute(tx)
  return rows
}
