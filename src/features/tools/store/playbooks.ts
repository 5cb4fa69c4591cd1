import { sql } from 'kysely'
import type { PlaybookEditId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { PartValue } from '../model/playbooks/edits.ts'

export type EditRow = { tool: ToolId; part: string; value: PartValue | null; edit: PlaybookEditId }

/** What stands in each part that was ever written, shipped text included (null). */
export async function listStandingEdits(tx: Transaction, workspace: WorkspaceId): Promise<EditRow[]> {
  const { rows } = await sql<EditRow>`select distinct on (tool, part) tool, part, value, edit_id as edit
    from playbook_edits where workspace_id = ${workspace} order by tool, part, edit_id desc limit 5000`.execute(tx)
  return rows
}

/** Locks the part until the transaction ends, so that two admins can't write over each other unseen. */
export async function findStandingEditForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  tool: ToolId,
  part: string,
): Promise<EditRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('playbook ' || ${workspace} || ${tool} || ${part}, 0))`.execute(
    tx,
  )
  const { rows } = await sql<EditRow>`select tool, part, value, edit_id as edit from playbook_edits
    where workspace_id = ${workspace} and tool = ${tool} and part = ${part} order by edit_id desc limit 1`.execute(tx)
  return rows[0]
}

export async function insertEdit(
  tx: Transaction,
  workspace: WorkspaceId,
  row: EditRow & { user: UserId; at: Date },
): Promise<void> {
  await sql`insert into playbook_edits (workspace_id, edit_id, tool, part, value, user_id, created_at)
    values (${workspace}, ${row.edit}, ${row.tool}, ${row.part}, ${row.value === null ? null : JSON.stringify(row.value)}::jsonb,
      ${row.user}, ${row.at})`.execute(tx)
}

export type PastEdit = EditRow & { by: string; at: Date; stands: boolean }

/** Newest first. */
export async function listEdits(tx: Transaction, workspace: WorkspaceId, tool: ToolId): Promise<PastEdit[]> {
  const { rows } =
    await sql<PastEdit>`select e.tool, e.part, e.value, e.edit_id as edit, u.name as by, e.created_at as at,
      e.edit_id = max(e.edit_id::text) over (partition by e.part)::uuid as stands
    from playbook_edits e join users u using (workspace_id, user_id)
    where e.workspace_id = ${workspace} and e.tool = ${tool} order by e.edit_id desc limit 200`.execute(tx)
  return rows
}

export async function listDone(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<{ tool: ToolId; item: string }[]> {
  const { rows } = await sql<{ tool: ToolId; item: string }>`select tool, item from playbook_progress
    where workspace_id = ${workspace} and user_id = ${user} order by tool, item`.execute(tx)
  return rows
}

export async function setDone(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { user: UserId; tool: ToolId; item: string; done: boolean; at: Date },
): Promise<void> {
  const { user, tool, item } = given
  if (given.done)
    await sql`insert into playbook_progress (workspace_id, user_id, tool, item, done_at)
      values (${workspace}, ${user}, ${tool}, ${item}, ${given.at}) on conflict do nothing`.execute(tx)
  else
    await sql`delete from playbook_progress
      where workspace_id = ${workspace} and user_id = ${user} and tool = ${tool} and item = ${item}`.execute(tx)
}

export async function listQuiet(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<{ tool: ToolId; hint: string }[]> {
  const { rows } = await sql<{ tool: ToolId; hint: string }>`select tool, hint from coach_quiet
    where workspace_id = ${workspace} and user_id = ${user} order by tool, hint`.execute(tx)
  return rows
}

export async function setQuiet(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { user: UserId; tool: ToolId; hint: string; quiet: boolean; at: Date },
): Promise<void> {
  const { user, tool, hint } = given
  if (given.quiet)
    await sql`insert into coach_quiet (workspace_id, user_id, tool, hint, since)
      values (${workspace}, ${user}, ${tool}, ${hint}, ${given.at}) on conflict do nothing`.execute(tx)
  else
    await sql`delete from coach_quiet
      where workspace_id = ${workspace} and user_id = ${user} and tool = ${tool} and hint = ${hint}`.execute(tx)
}
