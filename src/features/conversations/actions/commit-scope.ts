import type { NetworkEvent } from '#connectors/contract.ts'
import type { ConversationId, MessageId, PersonId, WorkspaceId } from '#kernel/ids.ts'
import { type LiveEvent, tellBrowsers } from '#platform/live.ts'
import type { Transaction } from '#storage/database.ts'
import { previewOf } from '../model.ts'
import type { Connection } from '../store/connections.ts'
import type { MessageRow, NewMessage } from '../store/messages.ts'
import { isAutomatic } from './touches.ts'

export type Of<Kind extends NetworkEvent['kind']> = Extract<NetworkEvent, { kind: Kind }>
export type Scope = { tx: Transaction; workspace: WorkspaceId; connection: Connection; now: Date }

/** What a batch of new messages means to each conversation's row in the inbox; `speaksOfUs`: of those that came into rooms. */
export function countNews(fresh: readonly NewMessage[], speaksOfUs: (row: NewMessage) => boolean = () => false) {
  const news = new Map<
    ConversationId,
    {
      id: ConversationId
      count: number
      unread: number
      mentions: number
      lastMessageAt: Date
      lastPreview: string
      lastOwn: boolean | null
    }
  >()
  for (const row of fresh) {
    const before = news.get(row.conversation)
    const isNews = !(row.own || row.history || isAutomatic(row))
    const last = !before || row.sentAt >= before.lastMessageAt
    news.set(row.conversation, {
      id: row.conversation,
      count: (before?.count ?? 0) + 1,
      unread: (before?.unread ?? 0) + (isNews ? 1 : 0),
      mentions: (before?.mentions ?? 0) + (isNews && speaksOfUs(row) ? 1 : 0),
      lastMessageAt: last ? row.sentAt : before.lastMessageAt,
      lastPreview: last ? previewOf(row.text) : before.lastPreview,
      // What a program wrote leaves open whose turn it is.
      lastOwn: isAutomatic(row) || !last ? (before?.lastOwn ?? null) : row.own,
    })
  }
  return [...news.values()]
}

/** News of a conversation; with the person whose thread over all tools it belongs to. */
export function changedIn(
  { id, person }: { id: ConversationId; person: PersonId | null },
  messages: readonly MessageId[],
): LiveEvent {
  return { kind: 'conversation.changed', payload: { conversation: id, messages, ...(person ? { person } : {}) } }
}

/** Tells the browsers where messages of ours stand now. */
export function tellDeliveries(
  { tx, workspace }: Pick<Scope, 'tx' | 'workspace'>,
  rows: readonly Pick<MessageRow, 'id' | 'conversation' | 'person' | 'delivery'>[],
): void {
  for (const { id, conversation, person, delivery } of rows)
    tellBrowsers(tx, workspace, {
      kind: 'message.changed',
      payload: { conversation, message: id, delivery, ...(person ? { person } : {}) },
    })
}
