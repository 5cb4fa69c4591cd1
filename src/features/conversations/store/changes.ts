import { sql } from 'kysely'
import type { ConversationId, Id, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { ChangeKind, ChangeState, Delivery } from '../model.ts'

export type ChangeId = Id<'Change'>

export type ChangeRow = {
  id: ChangeId
  message: MessageId
  user: UserId
  kind: ChangeKind
  text: string | null
  before: string | null
  emoji: string[] | null
  state: ChangeState
  stateText: string | null
  createdAt: Date
  settledAt: Date | null
}

const columns = sql`change_id as id, message_id as message, user_id as "user", kind, text, before, emoji, state,
  state_text as "stateText", created_at as "createdAt", settled_at as "settledAt"`

export async function insertChange(
  tx: Transaction,
  workspace: WorkspaceId,
  row: Pick<ChangeRow, 'id' | 'message' | 'user' | 'kind' | 'text' | 'before' | 'emoji'>,
  now: Date,
): Promise<void> {
  await sql`insert into message_changes (workspace_id, change_id, message_id, user_id, kind, text, before, emoji, state, created_at)
    values (${workspace}, ${row.id}, ${row.message}, ${row.user}, ${row.kind}, ${row.text}, ${row.before}, ${row.emoji}::text[],
      'queued', ${now})`.execute(tx)
}

export async function findChange(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ChangeId,
): Promise<ChangeRow | undefined> {
  const { rows } = await sql<ChangeRow>`select ${columns} from message_changes
    where workspace_id = ${workspace} and change_id = ${id} for update`.execute(tx)
  return rows[0]
}

/** Every change of a message, oldest first. */
export async function listChanges(tx: Transaction, workspace: WorkspaceId, message: MessageId): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`select ${columns} from message_changes
    where workspace_id = ${workspace} and message_id = ${message} order by created_at, change_id`.execute(tx)
  return rows
}

/** Of each message its latest change that is under way, unsure or refused; what was settled since replaces it. */
export async function listOpenChanges(
  tx: Transaction,
  workspace: WorkspaceId,
  messages: readonly MessageId[],
): Promise<ChangeRow[]> {
  if (messages.length === 0) return []
  const { rows } = await sql<ChangeRow>`select * from (
      select distinct on (message_id) ${columns} from message_changes
      where workspace_id = ${workspace} and message_id = any(${messages}::uuid[])
      order by message_id, created_at desc, change_id desc) latest
    where state not in ('accepted', 'cancelled')`.execute(tx)
  return rows
}

export type ChangeNews = { message: string; delivery: Delivery; at: Date; code?: string; text?: string }

/** The same news as of messages, for those ids that are changes. Gives the messages that they are about. */
export async function updateChangeStates(
  tx: Transaction,
  workspace: WorkspaceId,
  news: readonly ChangeNews[],
): Promise<{ id: MessageId; conversation: ConversationId; person: PersonId | null; delivery: Delivery }[]> {
  if (news.length === 0) return []
  const { rows } = await sql<{
    id: MessageId
    conversation: ConversationId
    person: PersonId | null
    delivery: Delivery
  }>`
    update message_changes c set state = n.delivery, state_text = n.text,
      settled_at = case when n.delivery in ('accepted', 'refused', 'cancelled') then n.at end
    from jsonb_to_recordset(${JSON.stringify(news)}::jsonb) as n(message uuid, delivery text, at timestamptz, text text),
      messages m
    where c.workspace_id = ${workspace} and c.change_id = n.message and c.state not in ('accepted', 'cancelled')
      and m.workspace_id = ${workspace} and m.message_id = c.message_id
    returning m.message_id as id, m.conversation_id as conversation, m.person_id as person, m.delivery`.execute(tx)
  return rows
}

/** The network has shown a change of ours: it arrived, whatever the answer to it was. Gives what no longer waits. */
export async function updateChangesShown(
  tx: Transaction,
  workspace: WorkspaceId,
  shown: { message: MessageId; kind: ChangeKind; text: string | null },
  at: Date,
): Promise<ChangeId[]> {
  const { rows } = await sql<{ id: ChangeId }>`update message_changes set state = 'accepted', settled_at = ${at}
    where workspace_id = ${workspace} and message_id = ${shown.message} and kind = ${shown.kind}
      and state in ('sending', 'unknown') and text is not distinct from ${shown.text} returning change_id as id`.execute(
    tx,
  )
  return rows.map(row => row.id)
}

/** What was said before goes with the message. */
export async function deleteChangeTexts(tx: Transaction, workspace: WorkspaceId, message: MessageId): Promise<void> {
  await sql`update message_changes set text = null, before = null
    where workspace_id = ${workspace} and message_id = ${message} and text is not null`.execute(tx)
}
