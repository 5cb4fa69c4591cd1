import { sql } from 'kysely'
import type { ActivityId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** The beginning of each item's words, with the language that its source declares. */
export async function listUntold(
  tx: Transaction,
  workspace: WorkspaceId,
  items: readonly ActivityId[],
): Promise<{ activity: ActivityId; text: string; declared: string | null }[]> {
  const { rows } = await sql<{ activity: ActivityId; text: string; declared: string | null }>`
    select activity_id as activity, left(concat_ws('. ', title, text), 2000) as text, language as declared from activity_items
    where workspace_id = ${workspace} and activity_id = any(${[...items]}::uuid[])`.execute(tx)
  return rows
}

export async function updateLanguages(
  tx: Transaction,
  workspace: WorkspaceId,
  told: readonly { activity: ActivityId; language: string }[],
): Promise<void> {
  if (told.length === 0) return
  await sql`update activity_items a set language = n.language
    from unnest(${told.map(each => each.activity)}::uuid[], ${told.map(each => each.language)}::text[]) as n(activity_id, language)
    where a.workspace_id = ${workspace} and a.activity_id = n.activity_id`.execute(tx)
}
