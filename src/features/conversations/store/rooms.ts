import { sql } from 'kysely'
import type { Settled } from '#features/etiquette/model.ts'
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

export type RoomRules = { rules: string | null; settled: Settled }

/** What holds in a room: what its group says, else the rules of a room of our own page, else its topic. */
export async function findRoomRules(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
): Promise<RoomRules | undefined> {
  const { rows } = await sql<RoomRules>`
    select coalesce(nullif(g.rules, ''), nullif(r.norms, ''), nullif(c.topic, '')) as rules, coalesce(g.settled, '{}') as settled
    from conversations c
    left join groups g on g.workspace_id = c.workspace_id and g.tool = c.tool and g.address = c.remote_id
    left join chat_rooms r on r.workspace_id = c.workspace_id and c.tool = 'website-chat' and c.remote_id = 'room:' || r.room_id::text
    where c.workspace_id = ${workspace} and c.conversation_id = ${conversation} and c.kind = 'room'`.execute(tx)
  return rows[0]
}

/** What we wrote in a room, over all our accounts in it, latest first. */
export async function listOwnRoomTexts(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
  since: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select m.text from conversations here
    join conversations c on c.workspace_id = here.workspace_id and c.tool = here.tool and c.remote_id = here.remote_id and c.kind = 'room'
    join messages m on m.workspace_id = c.workspace_id and m.conversation_id = c.conversation_id
    where here.workspace_id = ${workspace} and here.conversation_id = ${conversation} and m.own and m.kind = 'text'
      and m.retracted_at is null and m.delivery not in ('cancelled', 'refused') and m.sent_at >= ${since}
    order by m.sent_at desc limit ${limit}`.execute(tx)
  return rows.map(row => row.text)
}

export type TopicRow = { id: ConversationId; address: string; changed: boolean }

/** Gives every room of these that has a conversation, and whether its topic is another one now. */
export async function updateTopics(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  topics: readonly { address: string; topic: string | null }[],
): Promise<TopicRow[]> {
  const { rows } = await sql<TopicRow>`
    with told as (select * from jsonb_to_recordset(${JSON.stringify(topics)}::jsonb) as n(address text, topic text)),
      changed as (update conversations c set topic = told.topic from told
        where c.workspace_id = ${workspace} and c.connection_id = ${connection} and c.kind = 'room' and c.remote_id = told.address
          and c.topic is distinct from told.topic
        returning c.conversation_id)
    select c.conversation_id as id, c.remote_id as address, c.conversation_id in (select conversation_id from changed) as changed
    from conversations c join told on told.address = c.remote_id
    where c.workspace_id = ${workspace} and c.connection_id = ${connection} and c.kind = 'room'`.execute(tx)
  return rows
}
