import { sql } from 'kysely'
import type { Id, PersonId, PoolId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type ComeBackId = Id<'ComeBack'>

/** `on`: a calendar day; `about`: what it was that did not fit then. */
export type ComeBack = { id: ComeBackId; person: PersonId; pool: PoolId; on: string; about: string }

export async function insertComeBack(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  given: ComeBack,
  at: Date,
): Promise<void> {
  await sql`insert into come_backs (workspace_id, come_back_id, user_id, person_id, pool_id, on_day, about, made_at)
    values (${workspace}, ${given.id}, ${user}, ${given.person}, ${given.pool}, ${given.on}::date, ${given.about}, ${at})`.execute(
    tx,
  )
}

export async function deleteComeBack(tx: Transaction, workspace: WorkspaceId, id: ComeBackId): Promise<void> {
  await sql`delete from come_backs where workspace_id = ${workspace} and come_back_id = ${id}`.execute(tx)
}

export type DueComeBack = { person: PersonId; name: string; poolName: string | null; about: string; on: string }

/** Whose day has come, the longest due first, while nothing of ours reached them since that day. */
export async function listDueComeBacks(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  today: string,
  limit: number,
): Promise<DueComeBack[]> {
  const { rows } =
    await sql<DueComeBack>`select p.person_id as person, p.display_name as name, q.name as "poolName", c.about,
      c.on_day::text as "on"
    from come_backs c
      join people f on f.workspace_id = ${workspace} and f.person_id = c.person_id
      join people p on p.workspace_id = ${workspace} and p.person_id = coalesce(f.merged_into, f.person_id)
        and p.do_not_contact_at is null
      left join pools q on q.workspace_id = ${workspace} and q.pool_id = c.pool_id
      left join relationships r on r.workspace_id = ${workspace} and r.user_id = ${user} and r.person_id = p.person_id
    where c.workspace_id = ${workspace} and c.user_id = ${user} and c.on_day <= ${today}::date
      and (r.last_out_at is null or r.last_out_at < greatest(c.made_at, c.on_day::timestamptz))
    order by c.on_day, c.come_back_id limit ${limit}`.execute(tx)
  return rows
}
