import type { NetworkEvent } from '#connectors/contract.ts'
import type { MessageId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type ChangeKind, previewOf } from '../model.ts'
import { updateChangesShown } from '../store/changes.ts'
import { type Conversation, updateSeenUpTo } from '../store/conversations.ts'
import {
  findMessageKeys,
  findMessages,
  insertMessageKeys,
  type MessageRow,
  ourReactions,
  updateDelivery,
  updateMessageText,
  updatePreviewOf,
  updateReactions,
  updateReadUpTo,
} from '../store/messages.ts'
import { deleteOutbox } from '../store/outbox.ts'
import { retract } from './apply-change.ts'
import { changedIn, type Of, type Scope, tellDeliveries } from './commit-scope.ts'
import { queueTakeAway } from './push.ts'
import type { SpokenTouch } from './touches.ts'

/**
 * Receipts, failures, edits, retractions and reactions: each finds its message by any of its keys. What somebody thinks of our words
 * before everybody is told to the relationship.
 */
export async function writeMarks(
  scope: Scope,
  conversations: ReadonlyMap<string, Conversation>,
  events: readonly NetworkEvent[],
): Promise<SpokenTouch[]> {
  const { tx, workspace, connection } = scope
  await writeReadUpTo(scope, conversations, events)
  await writeSeen(scope, events)
  const marks = events.filter(
    (event): event is Of<'receipt'> | Of<'failed'> | Of<'edit'> | Of<'retract'> | Of<'reaction'> =>
      'target' in event && event.kind !== 'seen',
  )
  if (marks.length === 0) return []
  const known = await findMessageKeys(
    tx,
    workspace,
    connection.id,
    marks.flatMap(event => [event.key, event.target]),
  )
  const fresh = marks.filter(event => !known.has(event.key))
  const messages = new Map(
    (
      await findMessages(
        tx,
        workspace,
        fresh.flatMap(event => known.get(event.target) ?? []),
      )
    ).map(row => [row.id, row]),
  )
  const touched = new Set<MessageId>()
  const spoken: SpokenTouch[] = []
  for (const event of fresh) {
    const target = known.get(event.target)
    const message = target ? messages.get(target) : undefined
    if (!message) continue
    touched.add(message.id)
    if (event.kind === 'receipt') {
      await updateDelivery(tx, workspace, [{ message: message.id, delivery: event.state, at: event.at }])
      if (event.state === 'read') await updateReadUpTo(tx, workspace, message.conversation, message.sentAt, event.at)
      await deleteOutbox(tx, workspace, [message.id])
    } else if (event.kind === 'failed') {
      await updateDelivery(tx, workspace, [
        { message: message.id, delivery: 'refused', at: event.at, code: event.code, text: event.text },
      ])
      await deleteOutbox(tx, workspace, [message.id])
    } else if (event.kind === 'reaction') {
      await updateReactions(tx, workspace, message.id, event.own ? ourReactions : event.from.id, event.emoji)
      if (event.own) await settleShown(scope, message.id, 'react', null)
      else spoken.push(...reactedTo(scope, message, event))
    } else if (!mayChange(message, event)) continue
    else if (event.kind === 'edit') {
      await updateMessageText(tx, workspace, message.id, event.text, event.at)
      await updatePreviewOf(tx, workspace, message.id, previewOf(event.text))
      if (event.own) await settleShown(scope, message.id, 'edit', event.text)
    } else {
      await retract(tx, workspace, message.id, event.at)
      if (event.own) await settleShown(scope, message.id, 'retract', null)
    }
  }
  await insertMessageKeys(
    tx,
    workspace,
    connection.id,
    fresh.map(event => ({ key: event.key, message: null })),
  )
  tellDeliveries(scope, await findMessages(tx, workspace, [...touched]))
  return spoken
}

/** Only the person the public conversation is with; a stranger's liking says nothing about them. */
function reactedTo({ workspace, connection }: Scope, message: MessageRow, event: Of<'reaction'>): SpokenTouch[] {
  const { conversation } = event
  if (conversation.kind !== 'public' || conversation.with !== event.from.id) return []
  if (!message.own || !message.person || event.emoji.length === 0) return []
  return [
    {
      workspace,
      person: message.person,
      user: message.user ?? connection.user,
      kind: 'their-reaction',
      tool: conversation.tool ?? connection.tool,
      surface: 'public',
      at: event.at,
      conversation: message.conversation,
      message: message.id,
      text: event.emoji.join(' '),
    },
  ]
}

/** A change of ours that the network shows needs nobody's decision any more. */
async function settleShown(scope: Scope, message: MessageId, kind: ChangeKind, text: string | null): Promise<void> {
  const { tx, workspace, now } = scope
  const settled = await updateChangesShown(tx, workspace, { message, kind, text }, now)
  // A row of the outbox carries the id of the change in the place of the message's.
  await deleteOutbox(
    tx,
    workspace,
    settled.map(id => id as string as MessageId),
  )
}

/** Never moves anything back, so the same news twice changes nothing. */
async function writeReadUpTo(
  scope: Scope,
  conversations: ReadonlyMap<string, Conversation>,
  events: readonly NetworkEvent[],
): Promise<void> {
  const { tx, workspace } = scope
  for (const event of events) {
    const conversation = event.kind === 'read-up-to' ? conversations.get(event.conversation.id) : undefined
    if (event.kind !== 'read-up-to' || !conversation) continue
    const read = await updateReadUpTo(tx, workspace, conversation.id, event.upTo, event.at)
    tellDeliveries(scope, read)
  }
}

/** Nothing before what was read elsewhere is unread; what came after it stays so, and the same news twice changes nothing. */
async function writeSeen(scope: Scope, events: readonly NetworkEvent[]): Promise<void> {
  const { tx, workspace, connection } = scope
  const seen = events.filter(event => event.kind === 'seen')
  if (seen.length === 0) return
  const known = await findMessageKeys(
    tx,
    workspace,
    connection.id,
    seen.map(({ target }) => target),
  )
  const messages = await findMessages(
    tx,
    workspace,
    [...known.values()].filter(id => id !== null),
  )
  for (const read of await updateSeenUpTo(tx, workspace, messages)) {
    tellBrowsers(tx, workspace, changedIn(read, []))
    if (read.unread === 0) await queueTakeAway(tx, workspace, read.id)
  }
}

/** Only the author may correct or take back (XEP-0308 §3, XEP-0424 §5); what we said is changed by us alone. */
function mayChange(message: MessageRow, event: Of<'edit'> | Of<'retract'>): boolean {
  if (event.kind === 'retract' && event.byNetwork) return true
  if (message.own) return event.own === true
  return event.own !== true && (message.senderId === null || message.senderId === event.from.id)
}
