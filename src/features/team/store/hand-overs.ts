import { sql } from 'kysely'
import type { HandOverId, TodoId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { HandOverPart } from '../model.ts'

export type HandOver = {
  id: HandOverId
  user: UserId
  part: HandOverPart
  to: UserId | null
  toName: string | null
  moved: string[]
  by: UserId
  byName: string | null
  at: Date
  undoneAt: Date | null
}

export async function insertHandOver(
  tx: Transaction,
  workspace: WorkspaceId,
  given: Pick<HandOver, 'id' | 'user' | 'part' | 'to' | 'moved' | 'by' | 'at'>,
): Promise<void> {
  await sql`insert into hand_overs (workspace_id, hand_over_id, user_id, part, to_user, moved, by_user, at)
    values (${workspace}, ${given.id}, ${given.user}, ${given.part}, ${given.to}::uuid, ${given.moved}::uuid[], ${given.by}, ${given.at})`.execute(
    tx,
  )
}

/** The latest first, without what was moved but how much. */
export async function listHandOvers(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  limit: number,
): Promise<(Omit<HandOver, 'moved'> & { count: number })[]> {
  const { rows } = await sql<
    Omit<HandOver, 'moved'> & { count: number }
  >`select h.hand_over_id as id, h.user_id as "user", h.part,
      h.to_user as "to", t.name as "toName", cardinality(h.moved) as count, h.by_user as "by", b.name as "byName", h.at,
      h.undone_at as "undoneAt"
    from hand_overs h
      left join users t on t.workspace_id = h.workspace_id and t.user_id = h.to_user
      left join users b on b.workspace_id = h.workspace_id and b.user_id = h.by_user
    where h.workspace_id = ${workspace} and h.user_id = ${user} order by h.at desc, h.hand_over_id desc limit ${limit}`.execute(
    tx,
  )
  return rows
}

/** Locks it until the transaction ends. */
export async function findHandOverForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: HandOverId,
): Promise<Omit<HandOver, 'toName' | 'byName'> | undefined> {
  const { rows } = await sql<
    Omit<HandOver, 'toName' | 'byName'>
  >`select hand_over_id as id, user_id as "user", part, to_user as "to",
      moved::text[] as moved, by_user as "by", at, undone_at as "undoneAt"
    from hand_overs where workspace_id = ${workspace} and hand_over_id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function updateHandOverUndone(
  tx: Transaction,
  workspace: WorkspaceId,
  id: HandOverId,
  at: Date,
): Promise<void> {
  await sql`update hand_overs set undone_at = ${at} where workspace_id = ${workspace} and hand_over_id = ${id}`.execute(
    tx,
  )
}

export async function listOpenTodosOf(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<TodoId[]> {
  const { rows } = await sql<{ id: TodoId }>`select todo_id as id from todos where workspace_id = ${workspace}
    and assignee_id = ${user} and done_at is null and removed_at is null order by due_on, todo_id`.execute(tx)
  return rows.map(row => row.id)
}

export async function updateTodosOf(
  tx: Transaction,
  workspace: WorkspaceId,
  todos: readonly TodoId[],
  { from, to }: { from: UserId | null; to: UserId | null },
  at: Date,
): Promise<TodoId[]> {
  const { rows } = await sql<{
    id: TodoId
  }>`update todos set assignee_id = ${to}::uuid, revision = revision + 1, changed_at = ${at}
    where workspace_id = ${workspace} and todo_id = any(${[...todos]}::uuid[]) and assignee_id is not distinct from ${from}::uuid
    returning todo_id as id`.execute(tx)
  return rows.map(row => row.id)
}
