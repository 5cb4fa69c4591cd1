import { sql } from 'kysely'
import type { LabelId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { LabelColour } from '../model.ts'

export type Label = { id: LabelId; name: string; colour: LabelColour; createdAt: Date; removedAt: Date | null }

const columns = sql`label_id as id, name, colour, created_at as "createdAt", removed_at as "removedAt"`

/** By name; with how many open conversations carry each, counted to 1,000. */
export async function listLabels(tx: Transaction, workspace: WorkspaceId): Promise<(Label & { open: number })[]> {
  const { rows } = await sql<Label & { open: number }>`
    select ${columns}, (select count(*)::int from (select from conversations c where c.workspace_id = l.workspace_id
        and c.labels @> array[l.label_id] and c.labels <> '{}' and c.done_at is null limit 1000) counted) as open
    from labels l where workspace_id = ${workspace} and removed_at is null order by lower(name)`.execute(tx)
  return rows
}

/** Removed ones included: they can come back. */
export async function findLabelForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: LabelId,
): Promise<Label | undefined> {
  const { rows } = await sql<Label>`select ${columns} from labels
    where workspace_id = ${workspace} and label_id = ${id} for update`.execute(tx)
  return rows[0]
}

/** Which of these can be put on a conversation. */
export async function findLabels(
  tx: Transaction,
  workspace: WorkspaceId,
  ids: readonly LabelId[],
): Promise<Set<LabelId>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: LabelId }>`select label_id as id from labels
    where workspace_id = ${workspace} and label_id = any(${ids}::uuid[]) and removed_at is null`.execute(tx)
  return new Set(rows.map(row => row.id))
}

/** False when another label has the name. */
export async function upsertLabel(tx: Transaction, workspace: WorkspaceId, label: Label): Promise<boolean> {
  const { rows } = await sql`insert into labels (workspace_id, label_id, name, colour, created_at, removed_at)
    select ${workspace}::uuid, ${label.id}::uuid, ${label.name}, ${label.colour}, ${label.createdAt}::timestamptz, ${label.removedAt}::timestamptz
    where ${label.removedAt}::timestamptz is not null or not exists (select from labels o where o.workspace_id = ${workspace}
      and lower(o.name) = lower(${label.name}) and o.removed_at is null and o.label_id <> ${label.id})
    on conflict (workspace_id, label_id) do update set name = excluded.name, colour = excluded.colour, removed_at = excluded.removed_at
    returning label_id`.execute(tx)
  return rows.length > 0
}

/** Makes and removes wait for each other, so that a name stays with one label. */
export async function lockLabels(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('labels ' || ${workspace}::text, 0))`.execute(tx)
}

export async function countLabels(tx: Transaction, workspace: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from labels
    where workspace_id = ${workspace} and removed_at is null`.execute(tx)
  return rows[0]?.count ?? 0
}
