import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export async function insertWorkspace(
  tx: Transaction,
  workspace: { id: WorkspaceId; name: string; createdAt: Date },
): Promise<void> {
  await tx
    .insertInto('workspaces')
    .values({ workspace_id: workspace.id, name: workspace.name, created_at: workspace.createdAt })
    .execute()
}

export async function getWorkspaceName(tx: Transaction, workspace: WorkspaceId): Promise<string> {
  const row = await tx
    .selectFrom('workspaces')
    .select('name')
    .where('workspace_id', '=', workspace)
    .executeTakeFirstOrThrow()
  return row.name
}

export async function updateWorkspaceName(tx: Transaction, workspace: WorkspaceId, name: string): Promise<void> {
  await tx.updateTable('workspaces').set({ name }).where('workspace_id', '=', workspace).execute()
}

/** Null: there is no sample data any more. */
export async function updateSampleSince(tx: Transaction, workspace: WorkspaceId, since: Date | null): Promise<void> {
  await tx.updateTable('workspaces').set({ sample_since: since }).where('workspace_id', '=', workspace).execute()
}

/** Oldest first; needs a transaction across workspaces. */
export async function listWorkspaces(tx: Transaction, most: number): Promise<{ id: WorkspaceId; name: string }[]> {
  return tx.selectFrom('workspaces').select(['workspace_id as id', 'name']).orderBy('created_at').limit(most).execute()
}
