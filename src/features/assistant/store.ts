import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type AssistantRow = { active: boolean; url: string; model: string; sealed: string | null; streamed: boolean }

export async function findAssistant(tx: Transaction, workspace: WorkspaceId): Promise<AssistantRow | undefined> {
  return tx
    .selectFrom('assistants')
    .select(['active', 'url', 'model', 'key_sealed as sealed', 'streamed'])
    .where('workspace_id', '=', workspace)
    .executeTakeFirst()
}

export async function updateAssistant(
  tx: Transaction,
  workspace: WorkspaceId,
  { active, url, model, sealed, streamed, at }: AssistantRow & { at: Date },
): Promise<void> {
  const row = { active, url, model, key_sealed: sealed, streamed, changed_at: at }
  await tx
    .insertInto('assistants')
    .values({ workspace_id: workspace, ...row })
    .onConflict(conflict => conflict.column('workspace_id').doUpdateSet(row))
    .execute()
}
