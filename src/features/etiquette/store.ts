import { sql } from 'kysely'
import type { Id, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { LineValue } from './model.ts'

export type PolicyChange = {
  id: Id<'EtiquetteChange'>
  line: string
  was: LineValue
  value: LineValue
  /** Back to Kith's own. */
  toOwn: boolean
  reason: string
  user: UserId
  at: Date
}

/** What differs from Kith's own. What the database holds is checked again by `policyFrom`. */
export async function listPolicyLines(tx: Transaction, workspace: WorkspaceId): Promise<[string, unknown][]> {
  const { rows } = await sql<{ line: string; value: unknown }>`
    select line, value from etiquette_lines where workspace_id = ${workspace} order by line`.execute(tx)
  return rows.map(row => [row.line, row.value])
}

/** One change at a time: two together could leave a night without an end. */
export async function lockPolicy(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('etiquette policy ' || ${workspace}::text, 0))`.execute(tx)
}

/** Writes the change and its line in the log. */
export async function insertPolicyChange(tx: Transaction, workspace: WorkspaceId, change: PolicyChange): Promise<void> {
  if (change.toOwn)
    await sql`delete from etiquette_lines where workspace_id = ${workspace} and line = ${change.line}`.execute(tx)
  else
    await sql`insert into etiquette_lines (workspace_id, line, value)
      values (${workspace}, ${change.line}, ${JSON.stringify(change.value)}::jsonb)
      on conflict (workspace_id, line) do update set value = excluded.value`.execute(tx)
  await sql`insert into etiquette_changes (workspace_id, change_id, line, was, value, to_own, reason, user_id, at)
    values (${workspace}, ${change.id}, ${change.line}, ${JSON.stringify(change.was)}::jsonb,
      ${JSON.stringify(change.value)}::jsonb, ${change.toOwn}, ${change.reason}, ${change.user}, ${change.at})`.execute(
    tx,
  )
}

/** Newest first, from below `before`. */
export async function listPolicyChanges(
  tx: Transaction,
  workspace: WorkspaceId,
  before: { at: Date; id: string } | undefined,
  most: number,
): Promise<(PolicyChange & { userName: string | null })[]> {
  const older = before ? sql`and (c.at, c.change_id) < (${before.at}, ${before.id}::uuid)` : sql``
  const { rows } = await sql<PolicyChange & { userName: string | null }>`
    select c.change_id as id, c.line, c.was, c.value, c.to_own as "toOwn", c.reason, c.user_id as "user", c.at, u.name as "userName"
    from etiquette_changes c left join users u on u.workspace_id = c.workspace_id and u.user_id = c.user_id
    where c.workspace_id = ${workspace} ${older} order by c.at desc, c.change_id desc limit ${most}`.execute(tx)
  return rows
}
