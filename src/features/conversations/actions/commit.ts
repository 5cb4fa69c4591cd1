import type { NetworkEvent, RemoteConversation, RemotePerson } from '#connectors/contract.ts'
import { findUser } from '#features/accounts/index.ts'
import { type Clock, dayMs, minuteMs } from '#kernel/clock.ts'
import {
  type ConnectionId,
  type ConversationId,
  type MessageId,
  newId,
  type PersonId,
  type WorkspaceId,
} from '#kernel/ids.ts'
import type { Events } from '#platform/events.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { mentions, namesOf } from '../model/mention.ts'
import { findConnectionForUpdate, updateCursor } from '../store/connections.ts'
import {
  type Conversation,
  listConversationsAround,
  updateAfterMessages,
  upsertConversations,
  type WantedConversation,
} from '../store/conversations.ts'
import {
  findMessageKeys,
  insertMessageKeys,
  insertMessages,
  listLastIn,
  type NewMessage,
  updateDelivery,
} from '../store/messages.ts'
import { deleteOutbox } from '../store/outbox.ts'
import type { Reach } from '../store/reach.ts'
import { writeContacts } from './commit-contacts.ts'
import { joinThroughDoors } from './commit-doors.ts'
import { writeMarks } from './commit-marks.ts'
import { changedIn, countNews, type Of, type Scope, tellDeliveries } from './commit-scope.ts'
import { queuePush } from './push.ts'
import { setReachAside } from './reach/aside.ts'
import { queueForwards } from './reach/forward.ts'
import { isAutomatic, type RecordSpoken, type SpokenTouch, touchesOf } from './touches.ts'

/** A gap of a whole connection is shown where something was said this shortly before it, or since. */
const gapReachMs = 7 * dayMs

/** Another node took the connection over: this one must close its session without acknowledging anything. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
  readonly code = 'lease-lost'
}

export type CommitDeps = {
  db: Database
  clock: Clock
  recordSpoken: RecordSpoken
  /** Absent: two people who turn out to be one stay two. */
  events?: Events
}

/**
 * One transaction: what is not known yet is written once, echoes settle what we sent, the cursor moves, touches and browsers hear.
 * `holder` fences: when the lease went to another node nothing is written and `LeaseLost` is thrown.
 */
export async function commitEvents(
  deps: CommitDeps,
  at: { workspace: WorkspaceId; connection: ConnectionId; holder?: string },
  events: readonly NetworkEvent[],
  cursor?: string,
): Promise<void> {
  await inWorkspace(deps.db, at.workspace, async tx => {
    const connection = await findConnectionForUpdate(tx, at.workspace, at.connection)
    if (!connection || (at.holder !== undefined && connection.leaseHolder !== at.holder))
      throw new LeaseLost('lease lost')
    const scope = { tx, workspace: at.workspace, connection, now: deps.clock.now() }
    const { rest, reaches } = await setReachAside(scope, events)
    const conversations = await conversationsOf(scope, rest)
    const spoken = [
      ...(await joinThroughDoors(scope, conversations, rest, deps)),
      ...(await writeMessages(scope, conversations, rest, reaches)),
      ...(await writeContacts(scope, conversations, rest)),
    ]
    spoken.push(...(await writeMarks(scope, conversations, rest)))
    if (spoken.length > 0) await deps.recordSpoken(tx, spoken)
    if (cursor !== undefined) await updateCursor(tx, at.workspace, at.connection, cursor)
  })
}

/** Rooms keep the title the network gives; a direct conversation is titled by the other side's name. */
async function conversationsOf(scope: Scope, events: readonly NetworkEvent[]): Promise<Map<string, Conversation>> {
  const wanted = new Map<string, WantedConversation>()
  const want = (remote: RemoteConversation) => {
    const before = wanted.get(remote.id)
    const visitor = scope.connection.tool === 'website-chat' && remote.kind === 'direct'
    wanted.set(remote.id, {
      id: before?.id ?? newId(scope.now.getTime()),
      remoteId: remote.id,
      kind: visitor ? 'visitor' : remote.kind,
      title: remote.title ?? before?.title ?? null,
      tool: remote.tool ?? before?.tool ?? null,
      ...(remote.kind === 'public' ? { peerId: remote.with } : {}),
    })
  }
  for (const event of events) {
    if (event.kind === 'message') {
      const theirName = event.conversation.kind !== 'room' && !event.own ? event.from.name : undefined
      const title = event.conversation.title ?? theirName
      want({ ...event.conversation, ...(title === undefined ? {} : { title }) })
    } else if (event.kind === 'contact' && event.state !== 'gone') {
      const { person, tool } = event
      want({ ...named(person), kind: 'direct', ...(tool === undefined ? {} : { tool }) })
    } else if (event.kind === 'read-up-to') {
      want(event.conversation)
    } else if (event.kind === 'room' || (event.kind === 'gap' && event.conversation)) {
      if (!event.conversation) continue
      want(event.conversation)
    }
  }
  return upsertConversations(scope.tx, scope.workspace, scope.connection, [...wanted.values()], scope.now)
}

const named = ({ id, name }: RemotePerson) => ({ id, ...(name === undefined ? {} : { title: name }) })

async function writeMessages(
  scope: Scope,
  conversations: Map<string, Conversation>,
  events: readonly NetworkEvent[],
  reaches: readonly Reach[],
): Promise<SpokenTouch[]> {
  const { tx, workspace, connection, now } = scope
  const said = events.filter((event): event is Of<'message'> => event.kind === 'message')
  const gaps = events.filter((event): event is Of<'gap'> => event.kind === 'gap')
  const replies = said.flatMap(event => event.replyTo ?? [])
  const known = await findMessageKeys(tx, workspace, connection.id, [
    ...said.flatMap(event => [event.key, ...event.otherKeys]),
    ...gaps.map(event => event.key),
    ...replies,
  ])
  const fresh: NewMessage[] = []
  const keys: { key: string; message: MessageId | null }[] = []
  const echoed: { message: MessageId; event: Of<'message'> }[] = []
  const latest = await lastOfTheirs(scope, conversations, said)
  for (const event of said) {
    const conversation = conversations.get(event.conversation.id)
    if (!conversation) continue
    const all = [event.key, ...event.otherKeys]
    const before = all.map(key => known.get(key)).find(id => id !== undefined)
    if (before !== undefined) {
      if (before !== null && event.own) echoed.push({ message: before, event })
      keys.push(...all.filter(key => !known.has(key)).map(key => ({ key, message: before })))
      for (const key of all) known.set(key, before)
      continue
    }
    const id = newId<'Message'>(now.getTime())
    const sentAt = inOrder(event, latest.get(conversation.id))
    if (!event.history && !event.own) latest.set(conversation.id, sentAt)
    for (const key of all) {
      known.set(key, id)
      keys.push({ key, message: id })
    }
    fresh.push({
      id,
      conversation: conversation.id,
      person: conversation.person,
      user: event.own ? connection.user : null,
      kind: 'text',
      own: event.own,
      senderId: event.from.id,
      senderName: event.from.name ?? null,
      text: event.text,
      sentAt,
      history: event.history,
      replyTo: (event.replyTo !== undefined ? known.get(event.replyTo) : null) ?? null,
      detail: {
        key: event.key,
        ...(conversation.kind === 'public' ? { surface: 'public' } : {}),
        ...(event.files?.length ? { files: event.files } : {}),
        ...besideWords(event),
      },
      delivery: event.own ? 'accepted' : 'received',
    })
  }
  const gapRows: NewMessage[] = []
  for (const event of gaps) {
    if (known.has(event.key)) continue
    known.set(event.key, null)
    keys.push({ key: event.key, message: null })
    const into = event.conversation
      ? [conversations.get(event.conversation.id)]
      : await listConversationsAround(tx, workspace, connection.id, new Date(event.from.getTime() - gapReachMs))
    for (const conversation of into)
      if (conversation) gapRows.push(gapMessage(newId<'Message'>(now.getTime()), conversation, event))
  }
  await insertMessages(tx, workspace, connection.id, [...fresh, ...gapRows], now)
  // In the order in which the outbox settles the same send: messages, then their keys. Otherwise each waits for the other.
  await settleEchoes(scope, echoed)
  await insertMessageKeys(tx, workspace, connection.id, keys)
  await updateAfterMessages(tx, workspace, countNews(fresh, await mentionsIn(scope, conversations, fresh)))
  tellNews(scope, [...fresh, ...gapRows])
  const news = fresh.filter(row => !row.own && !row.history && !isAutomatic(row)).map(row => row.conversation)
  await queuePush(tx, workspace, [...new Set(news)], now)
  await queueForwards(scope, reaches, conversations, fresh)
  return touchesOf(scope, conversations, fresh)
}

/** In rooms: which messages speak of the recruiter whose account is there. */
async function mentionsIn(
  { tx, workspace, connection }: Scope,
  conversations: ReadonlyMap<string, Conversation>,
  fresh: readonly NewMessage[],
): Promise<(row: NewMessage) => boolean> {
  const rooms = new Set([...conversations.values()].filter(each => each.kind === 'room').map(each => each.id))
  if (!fresh.some(row => rooms.has(row.conversation))) return () => false
  const user = await findUser(tx, workspace, connection.user)
  const names = namesOf(user?.name ?? '', [connection.config])
  return row => rooms.has(row.conversation) && mentions(row.text, names)
}

/** What a message carries beside its words. */
function besideWords({ subject, warning, folded, automatic, campaign }: Of<'message'>): Record<string, string> {
  return {
    ...(campaign === undefined ? {} : { campaign }),
    ...(subject === undefined ? {} : { subject }),
    ...(warning === undefined ? {} : { warning }),
    ...(folded === undefined ? {} : { folded }),
    ...(automatic === undefined ? {} : { automatic }),
  }
}

/** News conversation by conversation, with the messages that are new; what is only history in one word for all. */
function tellNews({ tx, workspace }: Scope, rows: readonly NewMessage[]): void {
  const caughtUp = new Set<ConversationId>()
  const people = new Set<PersonId>()
  for (const [conversation, all] of Map.groupBy(rows, row => row.conversation)) {
    const messages = all.filter(row => !row.history).map(row => row.id)
    const person = all[0]?.person ?? null
    if (messages.length === 0) {
      caughtUp.add(conversation)
      if (person) people.add(person)
    } else tellBrowsers(tx, workspace, changedIn({ id: conversation, person }, messages.slice(-20)))
  }
  if (caughtUp.size > 0)
    tellBrowsers(tx, workspace, {
      kind: 'conversations.caught-up',
      payload: { conversations: [...caughtUp].slice(0, 100), people: [...people].slice(0, 100) },
    })
}

/** So far the clock of a server, and the time that a live message took to be stored, may lie from ours. */
const clocksApartMs = minuteMs

/**
 * Archives stamp whole seconds (XEP-0082 leaves the fraction optional) by the clock of their server, live messages have ours: what is
 * caught up after a live message would stand before it, and page after page would begin a second anew. Such a stamp is moved to just
 * behind the message of theirs that is known to have come first; what we wrote meanwhile says nothing of that.
 */
function inOrder(event: Of<'message'>, after: Date | undefined): Date {
  if (!after || !mayMove(event)) return event.sentAt
  const behindMs = after.getTime() - event.sentAt.getTime()
  return behindMs >= 0 && behindMs < clocksApartMs ? new Date(after.getTime() + 1) : event.sentAt
}

const mayMove = ({ sentAt, history, own }: Of<'message'>) => !history && !own && sentAt.getUTCMilliseconds() === 0

/** When they last wrote in the conversations whose news has coarse stamps. */
async function lastOfTheirs(
  { tx, workspace }: Scope,
  conversations: ReadonlyMap<string, Conversation>,
  said: readonly Of<'message'>[],
): Promise<Map<ConversationId, Date>> {
  const wanted = new Set(said.filter(mayMove).flatMap(event => conversations.get(event.conversation.id)?.id ?? []))
  return listLastIn(tx, workspace, [...wanted])
}

/** Stands where what is missing would begin to be read. */
function gapMessage(id: MessageId, conversation: Conversation, event: Of<'gap'>): NewMessage {
  return {
    id,
    conversation: conversation.id,
    person: conversation.person,
    user: null,
    kind: 'gap',
    own: false,
    senderId: null,
    senderName: null,
    text: event.why,
    sentAt: event.to,
    history: true,
    replyTo: null,
    detail: { from: event.from, to: event.to },
    delivery: 'received',
  }
}

/** The network shows what we sent: it has arrived there, whatever the answer to the send was. */
async function settleEchoes(
  scope: Scope,
  echoed: readonly { message: MessageId; event: Of<'message'> }[],
): Promise<void> {
  if (echoed.length === 0) return
  const { tx, workspace } = scope
  const settled = await updateDelivery(
    tx,
    workspace,
    echoed.map(echo => ({ message: echo.message, delivery: 'accepted', at: echo.event.sentAt, key: echo.event.key })),
  )
  await deleteOutbox(
    tx,
    workspace,
    echoed.map(echo => echo.message),
  )
  tellDeliveries(scope, settled)
}
