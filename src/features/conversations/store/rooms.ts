import { sql } from 'kysely'
import type { ConnectionId, ConversationId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

export type KnownMember = { address: string; person: PersonId; name: string; stage: string | null; side: string | null }

/** Who of these addresses is a person that we know. */
export async function listKnownMembers(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  tool: ToolId,
  addresses: readonly string[],
): Promise<KnownMember[]> {
  if (addresses.length === 0) return []
  const { rows } =
    await sql<KnownMember>`select f.profile_key as address, p.person_id as person, p.display_name as name, r.stage, r.side
    from profiles f join people p on p.workspace_id = f.workspace_id and p.person_id = f.person_id
    left join relationships r on r.workspace_id = f.workspace_id and r.person_id = p.person_id and r.user_id = ${user}
    where f.workspace_id = ${workspace} and f.tool = ${tool} and f.profile_key = any(${addresses}::text[])`.execute(tx)
  return rows
}

export async function listRoomConversations(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
): Promise<{ id: ConversationId; address: string; unread: number }[]> {
  const { rows } = await sql<{ id: ConversationId; address: string; unread: number }>`
    select conversation_id as id, remote_id as address, unread_count as unread from conversations
    where workspace_id = ${workspace} and connection_id = ${connection} and kind = 'room'`.execute(tx)
  return rows
}
