import { sql } from 'kysely'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Path } from '../model/paths.ts'

/** So many of the strongest ties of the person wanted, and of each of those, are followed. */
export const reach = { first: 120, second: 60, kept: 200 }

/**
 * Ways from any recruiter to this person over at most two people between them: the recruiters who know whoever knows them. Reads one row
 * for each person looked at, at most `reach.first` × (`reach.second` + 1). Whoever is not to be contacted is asked for nothing.
 */
export async function findPaths(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<Path[]> {
  const { rows } = await sql<{ user: UserId; through: PersonId[]; strengths: number[] }>`
    with wanted as materialized (
      select people, strengths from network_near where workspace_id = ${workspace} and person_id = ${person}
    ), near as materialized (
      select u.id, u.s from wanted w cross join lateral unnest(w.people, w.strengths) with ordinality as u(id, s, n)
      where u.n <= ${sql.lit(reach.first)}
    ), first as materialized (
      select near.id, near.s, f.people, f.strengths, f.users, f.known
      from near join network_near f on f.workspace_id = ${workspace} and f.person_id = near.id
    ), second as materialized (
      -- Of several ways to the same person the one that holds best.
      select distinct on (u.id) u.id, u.s, first.id as via, first.s as via_s
      from first cross join lateral unnest(first.people, first.strengths) with ordinality as u(id, s, n)
      where u.n <= ${sql.lit(reach.second)} and u.id <> ${person} and not exists (select from near where near.id = u.id)
      order by u.id, least(u.s, first.s) desc, u.s * first.s desc
    ), way as (
      select u.id as user_id, array[first.id] as through, array[u.s, first.s] as strengths
      from first cross join lateral unnest(first.users, first.known) as u(id, s)
      union all
      select u.id, array[second.id, second.via], array[u.s, second.s, second.via_s]
      from second join network_near f on f.workspace_id = ${workspace} and f.person_id = second.id
        cross join lateral unnest(f.users, f.known) as u(id, s)
    ), best as (
      select * from way
      order by (select min(s) from unnest(strengths) s) desc, array_length(strengths, 1), user_id, through limit ${sql.lit(reach.kept)}
    )
    select b.user_id as "user", b.through, b.strengths from best b
      join users r on r.workspace_id = ${workspace} and r.user_id = b.user_id and r.disabled_at is null
    where not exists (select from unnest(b.through) as t(id) left join people p on p.workspace_id = ${workspace} and p.person_id = t.id
      where p.person_id is null or p.merged_into is not null or p.do_not_contact_at is not null)`.execute(tx)
  return rows
}

/** Which recruiters know them themselves, best first. */
export async function listKnownBy(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<{ user: UserId; strength: number }[]> {
  const { rows } = await sql<{ user: UserId; strength: number }>`
    select u.id as "user", u.s as strength from network_near n cross join lateral unnest(n.users, n.known) as u(id, s)
      join users r on r.workspace_id = ${workspace} and r.user_id = u.id and r.disabled_at is null
    where n.workspace_id = ${workspace} and n.person_id = ${person} order by u.s desc`.execute(tx)
  return rows
}

/** Whom they know, strongest first. */
export async function listNear(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  most: number,
): Promise<{ person: PersonId; strength: number }[]> {
  const { rows } = await sql<{ person: PersonId; strength: number }>`
    select u.id as person, u.s as strength from network_near n cross join lateral unnest(n.people, n.strengths) with ordinality as u(id, s, n)
      join people p on p.workspace_id = ${workspace} and p.person_id = u.id and p.merged_into is null
    where n.workspace_id = ${workspace} and n.person_id = ${person} order by u.n limit ${most}`.execute(tx)
  return rows
}
