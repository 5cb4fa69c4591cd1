import type { NetworkEvent } from '#connectors/contract.ts'
import { type MessageId, newId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Conversation, updateAfterMessages, updateStopped } from '../store/conversations.ts'
import { findMessageKeys, insertMessageKeys, insertMessages, type NewMessage } from '../store/messages.ts'
import { changedIn, countNews, type Of, type Scope } from './commit-scope.ts'
import type { SpokenTouch } from './touches.ts'

/** The last word counts, for every connection of this network. */
async function writeStops({ tx, workspace, connection }: Scope, contacts: readonly Of<'contact'>[]): Promise<void> {
  const words = contacts.filter(event => event.state === 'stopped' || event.state === 'resumed')
  for (const event of words.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    await updateStopped(
      tx,
      workspace,
      event.tool ?? connection.tool,
      event.person.id,
      event.state === 'stopped' ? event.at : null,
    )
}

/** Somebody asks to be connected, accepted us, refused or went: kept in the thread, once, and told to the relationship. */
export async function writeContacts(
  scope: Scope,
  conversations: Map<string, Conversation>,
  events: readonly NetworkEvent[],
): Promise<SpokenTouch[]> {
  const { tx, workspace, connection, now } = scope
  const contacts = events.filter((event): event is Of<'contact'> => event.kind === 'contact')
  if (contacts.length === 0) return []
  const known = await findMessageKeys(
    tx,
    workspace,
    connection.id,
    contacts.map(event => event.key),
  )
  await writeStops(
    scope,
    contacts.filter(event => !known.has(event.key)),
  )
  const rows: { row: NewMessage; event: Of<'contact'> }[] = []
  const keys: { key: string; message: MessageId | null }[] = []
  for (const event of contacts) {
    if (known.has(event.key)) continue
    known.set(event.key, null)
    const conversation = conversations.get(event.person.id)
    if (!conversation || event.state === 'asked') {
      keys.push({ key: event.key, message: null })
      continue
    }
    const id = newId<'Message'>(now.getTime())
    keys.push({ key: event.key, message: id })
    rows.push({
      event,
      row: {
        id,
        conversation: conversation.id,
        person: conversation.person,
        user: null,
        kind: event.state === 'asks-us' ? 'invite' : 'system',
        own: false,
        senderId: event.person.id,
        senderName: event.person.name ?? null,
        text: '',
        sentAt: event.at,
        history: false,
        replyTo: null,
        detail: { contact: event.state },
        delivery: 'received',
      },
    })
  }
  await insertMessages(
    tx,
    workspace,
    connection.id,
    rows.map(entry => entry.row),
    now,
  )
  await insertMessageKeys(tx, workspace, connection.id, keys)
  const asks = rows.filter(entry => entry.event.state === 'asks-us').map(entry => entry.row)
  await updateAfterMessages(tx, workspace, countNews(asks))
  for (const { row } of rows)
    tellBrowsers(tx, workspace, changedIn({ id: row.conversation, person: row.person }, [row.id]))
  return rows.flatMap(({ row, event }): SpokenTouch[] => {
    if (!row.person || (event.state !== 'connected' && event.state !== 'refused')) return []
    return [
      {
        workspace,
        person: row.person,
        user: connection.user,
        kind: event.state === 'connected' ? 'invite-accepted' : 'invite-refused',
        tool: conversations.get(event.person.id)?.tool ?? connection.tool,
        surface: 'direct',
        at: event.at,
        conversation: row.conversation,
        message: row.id,
        text: '',
      },
    ]
  })
}
