import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type MovedMember = {
  pool_id: string
  how: 'hand' | 'rule' | 'kept-out'
  added_by: string | null
  added_at: string
  /** The other person was in no such place: theirs is new there. */
  fresh: boolean
}

/** Memberships of `from` become those of `to`, who keeps their own where both have one. Gives them as they were. */
export async function moveMembers(
  tx: Transaction,
  workspace: WorkspaceId,
  from: PersonId,
  to: PersonId,
): Promise<MovedMember[]> {
  const { rows } = await sql<MovedMember>`
    with had as (select * from pool_members where workspace_id = ${workspace} and person_id = ${from}),
    gone as (delete from pool_members where workspace_id = ${workspace} and person_id = ${from}),
    fresh as (insert into pool_members (workspace_id, pool_id, person_id, how, added_by, added_at)
      select workspace_id, pool_id, ${to}, how, added_by, added_at from had on conflict do nothing returning pool_id)
    select h.pool_id, h.how, h.added_by, h.added_at::text, f.pool_id is not null as fresh
    from had h left join fresh f on f.pool_id = h.pool_id`.execute(tx)
  return rows
}

export async function restoreMoved(
  tx: Transaction,
  workspace: WorkspaceId,
  from: PersonId,
  to: PersonId,
  rows: readonly MovedMember[],
): Promise<void> {
  const json = JSON.stringify(rows)
  await sql`delete from pool_members m using jsonb_to_recordset(${json}::jsonb) as n(pool_id uuid, fresh boolean)
    where m.workspace_id = ${workspace} and m.person_id = ${to} and m.pool_id = n.pool_id and n.fresh`.execute(tx)
  await sql`insert into pool_members (workspace_id, pool_id, person_id, how, added_by, added_at)
    select ${workspace}, q.pool_id, ${from}, n.how, n.added_by, n.added_at
    from jsonb_to_recordset(${json}::jsonb) as n(pool_id uuid, how text, added_by uuid, added_at timestamptz)
      join pools q on q.workspace_id = ${workspace} and q.pool_id = n.pool_id
    on conflict do nothing`.execute(tx)
}

export async function updateHistory(
  tx: Transaction,
  workspace: WorkspaceId,
  from: PersonId,
  to: PersonId,
): Promise<void> {
  await sql`update pool_log set person_id = ${to} where workspace_id = ${workspace} and person_id = ${from}`.execute(tx)
  await sql`update planned_steps s set person_id = ${to} where workspace_id = ${workspace} and person_id = ${from}
    and not exists (select from planned_steps o where o.workspace_id = ${workspace} and o.user_id = s.user_id and o.person_id = ${to})`.execute(
    tx,
  )
}
