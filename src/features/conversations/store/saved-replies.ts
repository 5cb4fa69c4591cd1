import { sql } from 'kysely'
import type { SavedReplyId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

export type SavedReply = {
  id: SavedReplyId
  name: string
  text: string
  variants: Partial<Record<ToolId, string>>
  user: UserId
  createdAt: Date
  updatedAt: Date
  removedAt: Date | null
}

const columns = sql`reply_id as id, name, text, variants, user_id as "user", created_at as "createdAt", updated_at as "updatedAt",
  removed_at as "removedAt"`

export async function listSavedReplies(tx: Transaction, workspace: WorkspaceId): Promise<SavedReply[]> {
  const { rows } = await sql<SavedReply>`select ${columns} from saved_replies
    where workspace_id = ${workspace} and removed_at is null order by lower(name) limit 500`.execute(tx)
  return rows
}

/** Removed ones included: they can come back. */
export async function findSavedReply(
  tx: Transaction,
  workspace: WorkspaceId,
  id: SavedReplyId,
): Promise<SavedReply | undefined> {
  const { rows } = await sql<SavedReply>`select ${columns} from saved_replies
    where workspace_id = ${workspace} and reply_id = ${id}`.execute(tx)
  return rows[0]
}

/** False when another one has the name. */
export async function upsertSavedReply(tx: Transaction, workspace: WorkspaceId, reply: SavedReply): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('saved replies ' || ${workspace}::text, 0))`.execute(tx)
  const { rows } =
    await sql`insert into saved_replies (workspace_id, reply_id, name, text, variants, user_id, created_at, updated_at, removed_at)
    select ${workspace}::uuid, ${reply.id}::uuid, ${reply.name}, ${reply.text}, ${JSON.stringify(reply.variants)}::jsonb, ${reply.user}::uuid,
      ${reply.createdAt}::timestamptz, ${reply.updatedAt}::timestamptz, ${reply.removedAt}::timestamptz
    where ${reply.removedAt}::timestamptz is not null or not exists (select from saved_replies o where o.workspace_id = ${workspace}
      and lower(o.name) = lower(${reply.name}) and o.removed_at is null and o.reply_id <> ${reply.id})
    on conflict (workspace_id, reply_id) do update set name = excluded.name, text = excluded.text, variants = excluded.variants,
      updated_at = excluded.updated_at, removed_at = excluded.removed_at
    returning reply_id`.execute(tx)
  return rows.length > 0
}

export type ReplyFacts = { name: string | null; me: string; workspace: string }

/** What a saved reply may name by itself: the other side, the writer, the team. */
export async function findReplyFacts(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  conversation: string,
): Promise<(ReplyFacts & { tool: ToolId }) | undefined> {
  const { rows } = await sql<ReplyFacts & { tool: ToolId }>`
    select case when c.kind = 'room' then null
        else coalesce(p.display_name, case when c.title <> c.remote_id then c.title end) end as name,
      u.name as me, w.name as workspace, c.tool
    from conversations c
    join users u on u.workspace_id = c.workspace_id and u.user_id = ${user}
    join workspaces w on w.workspace_id = c.workspace_id
    left join people p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    where c.workspace_id = ${workspace} and c.conversation_id = ${conversation}`.execute(tx)
  return rows[0]
}
