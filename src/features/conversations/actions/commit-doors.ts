import type { NetworkEvent } from '#connectors/contract.ts'
import { addMessengerProfile, mergeInto } from '#features/people/index.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import type { Events } from '#platform/events.ts'
import { tellBrowsers } from '#platform/live.ts'
import { codesIn } from '../model/door-code.ts'
import { updateCodeUsed } from '../store/chat-codes.ts'
import { type Conversation, updateConversationPerson } from '../store/conversations.ts'
import { insertMessages, listMessages, updateMessagesPerson } from '../store/messages.ts'
import { notifyVisitor } from '../store/visitors.ts'
import { changedIn, type Of, type Scope } from './commit-scope.ts'
import { type SpokenTouch, spokenOf } from './touches.ts'

const readBefore = 200

/**
 * Visitors of the website chat who go on here bring the code that they were given there: from this message on they are the same person
 * in the same thread. Runs before the messages are written. Nothing else than the code joins anybody.
 */
export async function joinThroughDoors(
  scope: Scope,
  conversations: Map<string, Conversation>,
  events: readonly NetworkEvent[],
  deps: { events?: Events | undefined },
): Promise<SpokenTouch[]> {
  if (scope.connection.tool === 'website-chat') return []
  const touches: SpokenTouch[] = []
  for (const event of events) {
    if (event.kind !== 'message' || event.own || event.automatic !== undefined || event.conversation.kind === 'room')
      continue
    for (const code of codesIn(`${event.subject ?? ''}\n${event.text}`)) {
      const conversation = conversations.get(event.conversation.id)
      if (conversation) touches.push(...(await join(scope, conversations, conversation, event, code, deps)))
    }
  }
  return touches
}

async function join(
  scope: Scope,
  conversations: Map<string, Conversation>,
  conversation: Conversation,
  event: Of<'message'>,
  code: string,
  deps: { events?: Events | undefined },
): Promise<SpokenTouch[]> {
  const { tx, workspace, connection, now } = scope
  const use = { code, sentAt: event.sentAt, conversation: conversation.id, now }
  const visitor = await updateCodeUsed(tx, workspace, connection.id, use)
  if (!visitor) return []
  const known = conversation.person
  const made = await addMessengerProfile(tx, {
    workspace,
    user: connection.user,
    tool: conversation.tool,
    address: conversation.remoteId,
    name: visitor.name ?? event.from.name ?? conversation.remoteId,
    person: known ?? visitor.person,
    source: 'website-chat',
    lawfulBasis: 'consent',
    now,
  })
  if (!made.ok) return []
  const { person, profile } = made.value
  if (person !== visitor.person) await becomeOne(scope, person, visitor.person, deps)
  const joined: Conversation = { ...conversation, person, profile, requested: false }
  conversations.set(conversation.remoteId, joined)
  const touches: SpokenTouch[] = []
  if (known !== person) {
    await updateConversationPerson(tx, workspace, conversation.id, person, profile)
    await updateMessagesPerson(tx, workspace, conversation.id, person)
    const before = await listMessages(tx, workspace, { conversation: conversation.id }, undefined, readBefore)
    touches.push(...spokenOf({ workspace, user: connection.user, role: 'recruiter' }, joined, before.reverse()))
  }
  await tellInThread(scope, joined, event)
  await notifyVisitor(tx, visitor.visitor, { kind: 'news' })
  return touches
}

/** Whoever is known by the address stays; the visitor becomes part of them. It can be undone like every merge. */
async function becomeOne(
  { tx, workspace, now }: Scope,
  survivor: PersonId,
  visitor: PersonId,
  deps: { events?: Events | undefined },
): Promise<void> {
  if (!deps.events) return
  const evidence = [
    { fact: 'chat-code', weight: 0, says: 'They sent the code that the website chat had given to the visitor.' },
  ]
  const decision = { workspace, decidedBy: 'rule', user: null, probability: 1, evidence, now } as const
  await mergeInto(tx, { events: deps.events }, decision, survivor, visitor)
}

/** A line above their first message here. */
async function tellInThread({ tx, workspace, connection, now }: Scope, joined: Conversation, event: Of<'message'>) {
  const id = newId<'Message'>(now.getTime())
  const line = {
    id,
    conversation: joined.id,
    person: joined.person,
    user: null,
    kind: 'system',
    own: false,
    senderId: event.from.id,
    senderName: event.from.name ?? null,
    text: '',
    sentAt: new Date(event.sentAt.getTime() - 1),
    history: false,
    replyTo: null,
    detail: { contact: 'went-on' },
    delivery: 'received',
  } as const
  await insertMessages(tx, workspace, connection.id, [line], now)
  tellBrowsers(tx, workspace, changedIn(joined, [id]))
}
