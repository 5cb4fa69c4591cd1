import type { NetworkEvent } from '#connectors/contract.ts'
import { addMessengerProfile, recordEmail } from '#features/people/index.ts'
import { dayMs, minuteMs } from '#kernel/clock.ts'
import { type ConnectionId, type MessageId, newId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { ToolId } from '#kernel/tools.ts'
import { signalBrowsers, tellBrowsers } from '#platform/live.ts'
import { acrossWorkspaces, type Database, inWorkspace } from '#storage/database.ts'
import { type ChatHours, isTimezone, nextOpening } from '../chat-hours.ts'
import { listWentOn } from '../store/chat-codes.ts'
import { findConversationByRemote, updateConversationPerson } from '../store/conversations.ts'
import { listMessages, updateMessagesPerson } from '../store/messages.ts'
import { upsertPresence } from '../store/presence.ts'
import {
  countVisitorMessages,
  deleteVisitorPresence,
  findChat,
  findChatHours,
  findHosts,
  findMedianAnswerMinutes,
  findVisitorByToken,
  insertVisitor,
  listVisitorMessages,
  notifyVisitor,
  updateVisitorContact,
  updateVisitorPerson,
  updateVisitorSeen,
  updateVisitorsSeen,
  updateVisitorVisit,
  type Visitor,
  type VisitorId,
  type VisitorMessage,
} from '../store/visitors.ts'
import { chatHours } from '../wire.ts'
import type { Chat, VisitDeps, VisitRefusal } from './chat.ts'
import { commitEvents } from './commit.ts'
import { signInAgain, verifySiteToken } from './site-sign-in.ts'
import { suspect } from './suspect.ts'
import { spokenOf } from './touches.ts'
import { wakeForOnline } from './wake.ts'

const limits = {
  maxPerMinute: 20,
  recentlyMs: 2 * minuteMs,
  answersOverMs: 90 * dayMs,
  historyCount: 200,
  greetings: 20,
} as const

/** Undefined when the chat was removed or paused. Across workspaces: the address names the chat only. */
export function findOpenChat(deps: { db: Database }, connection: ConnectionId): Promise<Chat | undefined> {
  return acrossWorkspaces(deps.db, async tx => {
    const chat = await findChat(tx, connection)
    return chat && { ...chat, origins: chat.origins.split(/[\s,]+/).filter(origin => origin !== '') }
  })
}

export type ChatState = {
  who: string
  about: string
  online: boolean
  answerMinutes: number | null
  backAt: Date | null
  timezone: string | null
}

/** What the landing page and the widget promise: who answers, whether now, and how long it really takes. */
export function readChatState(deps: Pick<VisitDeps, 'db' | 'clock'>, workspace: WorkspaceId): Promise<ChatState> {
  const now = deps.clock.now().getTime()
  return inWorkspace(deps.db, workspace, async tx => {
    const host = await findHosts(tx, workspace, new Date(now - limits.recentlyMs))
    const hours = readHours(await findChatHours(tx, workspace))
    const minutes = await findMedianAnswerMinutes(tx, workspace, {
      since: new Date(now - limits.answersOverMs),
      now: new Date(now),
    })
    return {
      who: host?.name ?? '',
      about: host?.about ?? '',
      online: host?.online ?? false,
      answerMinutes: minutes === undefined ? null : Math.max(1, Math.round(minutes)),
      backAt: hours ? nextOpening(hours, deps.clock.now()) : null,
      timezone: hours?.timezone ?? null,
    }
  })
}

/** As they stand in the chat's settings; undefined when there are none that can be read. */
export function readHours(text: string | undefined): ChatHours | undefined {
  if (text === undefined) return undefined
  const parsed = chatHours.safeParse(JSON.parse(text))
  return parsed.success && isTimezone(parsed.data.timezone) ? parsed.data : undefined
}

/** A visitor begins: consent with its wording first, name and address only if they wish. The token is shown once. */
export async function beginVisit(
  deps: VisitDeps,
  chat: Chat,
  input: {
    consentWording: string
    name?: string
    email?: string
    pageUrl?: string
    referrer?: string
    campaign?: string
    /** What was typed where no person types. */
    trap?: string
    tookMs?: number
    /** Who they are on the site around the chat, as it signed it. */
    identity?: string
  },
): Promise<Result<{ token: string; visitor: VisitorId }, VisitRefusal>> {
  if (input.consentWording.trim() === '') return refuse({ code: 'no-consent' })
  const now = deps.clock.now()
  const signed = input.identity === undefined ? undefined : await verifySiteToken(deps, chat, input.identity)
  if (signed && !signed.ok) return refuse({ code: 'bad-identity', fault: signed.refusal })
  const known = signed && (await signInAgain(deps, chat, signed.value.subject))
  if (known) return done({ token: known.token, visitor: known.visitor })
  const id = newId<'Visitor'>(now.getTime())
  const token = deps.newToken()
  await inWorkspace(deps.db, chat.workspace, tx =>
    insertVisitor(
      tx,
      chat.workspace,
      {
        id,
        connection: chat.connection,
        name: signed?.value.name ?? (input.name?.trim() || null),
        email: signed?.value.email ?? (input.email?.trim() || null),
        subject: signed?.value.subject ?? null,
        trapped: (input.trap ?? '') !== '',
        tookMs: input.tookMs ?? null,
        pageUrl: input.pageUrl ?? null,
        referrer: input.referrer ?? null,
        campaign: input.campaign ?? null,
        tokenHash: deps.hashToken(token),
        consent: { wording: input.consentWording, at: now },
      },
      now,
    ),
  )
  return done({ token, visitor: id })
}

/** The visitor of a token; undefined when it is none of this chat's. */
export function findVisitor(deps: VisitDeps, chat: Chat, token: string): Promise<Visitor | undefined> {
  return inWorkspace(deps.db, chat.workspace, tx =>
    findVisitorByToken(tx, chat.workspace, chat.connection, deps.hashToken(token)),
  )
}

/** Resolves once the message is stored: only then may the visitor be told that it has arrived. The same id again changes nothing. */
export async function sayAsVisitor(
  deps: VisitDeps,
  chat: Chat,
  visitor: Visitor,
  input: { id: MessageId; text: string; pageUrl?: string },
): Promise<Result<{ at: Date }, VisitRefusal>> {
  if (visitor.blockedAt) return refuse({ code: 'blocked' })
  if (input.text.trim() === '') return refuse({ code: 'empty' })
  const now = deps.clock.now()
  const sent = visitor.conversation
    ? await inWorkspace(deps.db, chat.workspace, tx =>
        countVisitorMessages(tx, chat.workspace, visitor.conversation ?? newId(), new Date(now.getTime() - minuteMs)),
      )
    : 0
  if (sent >= limits.maxPerMinute) return refuse({ code: 'slow-down' })
  const name = visitor.name ?? visitorName(visitor.pageUrl)
  const suspected = await suspect(deps, chat, visitor, { ...input, name, now })
  if (!visitor.person && !suspected) await becomePerson(deps, chat, visitor, name, now)
  const event: NetworkEvent = {
    kind: 'message',
    key: input.id,
    otherKeys: [],
    conversation: { id: visitor.id, kind: 'direct', title: name },
    from: { id: visitor.id, name },
    own: false,
    text: input.text,
    sentAt: now,
    history: false,
  }
  await commitEvents(deps, { workspace: chat.workspace, connection: chat.connection }, [event])
  await inWorkspace(deps.db, chat.workspace, async tx => {
    await updateVisitorSeen(tx, chat.workspace, visitor.id, {
      at: now,
      ...(input.pageUrl === undefined ? {} : { pageUrl: input.pageUrl }),
    })
    // Their other tabs and devices.
    await notifyVisitor(tx, visitor.id, { kind: 'news', key: input.id })
    if (visitor.conversation && visitor.person) return
    const conversation = await findConversationByRemote(tx, chat.workspace, chat.connection, visitor.id)
    if (conversation?.person)
      await updateVisitorPerson(tx, chat.workspace, visitor.id, conversation.id, conversation.person)
  })
  return done({ at: now })
}

/** Their first message makes them a person with one shallow profile, so that it is a touch from the start. */
async function becomePerson(deps: VisitDeps, chat: Chat, visitor: Visitor, name: string, now: Date): Promise<void> {
  await inWorkspace(deps.db, chat.workspace, async tx => {
    const made = await addMessengerProfile(tx, {
      workspace: chat.workspace,
      user: chat.user,
      tool: 'website-chat',
      address: visitor.id,
      name,
      source: 'website-chat',
      lawfulBasis: 'consent',
      now,
    })
    // Whoever was greeted first has a thread already.
    const greeted = made.ok && (await findConversationByRemote(tx, chat.workspace, chat.connection, visitor.id))
    if (made.ok && greeted) {
      const { person, profile } = made.value
      await updateConversationPerson(tx, chat.workspace, greeted.id, person, profile)
      await updateMessagesPerson(tx, chat.workspace, greeted.id, person)
      const greetings = await listMessages(
        tx,
        chat.workspace,
        { conversation: greeted.id },
        undefined,
        limits.greetings,
      )
      const caller = { workspace: chat.workspace, user: chat.user, role: 'recruiter' } as const
      await deps.recordSpoken(tx, spokenOf(caller, { ...greeted, person, profile }, greetings.reverse()))
    }
    if (made.ok && visitor.email)
      await recordEmail(tx, {
        workspace: chat.workspace,
        person: made.value.person,
        email: visitor.email,
        source: 'website-chat',
        now,
      })
  })
}

/** `Visitor on “ask about nights”`: the page they came in by, in its own words, until they say their name. */
export function visitorName(pageUrl: string | null): string {
  const path = pageUrl && URL.canParse(pageUrl) ? new URL(pageUrl).pathname : ''
  const last = path.split('/').findLast(part => /\p{L}/u.test(readable(part)))
  const words = readable(last ?? '')
    .replace(/\.\w{1,5}$/, '')
    .replace(/[-_+\s]+/g, ' ')
    .trim()
  return words === '' ? 'Visitor' : `Visitor on “${[...words].slice(0, 40).join('').trim()}”`
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** An address left when nobody is there: the same thread goes on. */
export async function leaveAddress(
  deps: VisitDeps,
  chat: Chat,
  visitor: Visitor,
  contact: { name?: string; email: string },
): Promise<void> {
  await inWorkspace(deps.db, chat.workspace, async tx => {
    await updateVisitorContact(tx, chat.workspace, visitor.id, contact)
    if (visitor.person)
      await recordEmail(tx, {
        workspace: chat.workspace,
        person: visitor.person,
        email: contact.email,
        source: 'website-chat',
        now: deps.clock.now(),
      })
  })
}

export async function readVisit(
  deps: VisitDeps,
  chat: Chat,
  visitor: Visitor,
  after: { sentAt: Date; id: MessageId } | undefined,
): Promise<{ messages: VisitorMessage[]; wentOn: ToolId[] }> {
  return inWorkspace(deps.db, chat.workspace, async tx => {
    // Whoever is greeted before their first word has a thread that their row does not name yet.
    const conversation =
      visitor.conversation ?? (await findConversationByRemote(tx, chat.workspace, chat.connection, visitor.id))?.id
    return {
      messages: conversation
        ? await listVisitorMessages(tx, chat.workspace, conversation, after, limits.historyCount)
        : [],
      wentOn: await listWentOn(tx, chat.workspace, visitor.id),
    }
  })
}

/** The visitor's browser shows what we wrote: delivered, or read when the chat is before their eyes. */
export async function markVisited(
  deps: VisitDeps,
  chat: Chat,
  visitor: Visitor,
  message: MessageId,
  state: 'delivered' | 'read',
): Promise<void> {
  const at = deps.clock.now()
  await commitEvents(deps, chat, [
    {
      kind: 'receipt',
      key: `${state}:${message}`,
      target: message,
      conversation: { id: visitor.id, kind: 'direct' },
      state,
      at,
    },
  ])
}

/** They are on this page now, with the chat open. */
export async function recordVisit(deps: VisitDeps, chat: Chat, visitor: Visitor, page: string): Promise<void> {
  const at = deps.clock.now()
  await inWorkspace(deps.db, chat.workspace, tx => updateVisitorVisit(tx, chat.workspace, visitor.id, { page, at }))
}

/** Many at once, who were shown before: the others' browsers hear only what really changed. */
export async function showVisitors(
  deps: VisitDeps,
  chat: Chat,
  here: readonly { visitor: Visitor; state: 'online' | 'away' }[],
): Promise<void> {
  const since = deps.clock.now()
  await inWorkspace(deps.db, chat.workspace, async tx => {
    const rows = here.map(({ visitor, state }) => ({ remoteId: visitor.id, state, status: visitor.pageUrl, since }))
    const changed = await upsertPresence(tx, chat.workspace, chat.connection, rows)
    await wakeForOnline(tx, chat.workspace, chat.connection, changed, since)
    await updateVisitorsSeen(
      tx,
      chat.workspace,
      here.map(({ visitor }) => visitor.id),
      since,
    )
    if (changed.length > 0)
      tellBrowsers(tx, chat.workspace, { kind: 'presence.reset', payload: { connection: chat.connection } })
  })
}

/** Open socket = online; the buddy list shows visitors beside everyone else. */
export async function showVisitor(
  deps: VisitDeps,
  chat: Chat,
  visitor: Visitor,
  state: 'online' | 'away' | 'off',
): Promise<void> {
  const now = deps.clock.now()
  await inWorkspace(deps.db, chat.workspace, async tx => {
    const changed = await upsertPresence(tx, chat.workspace, chat.connection, [
      { remoteId: visitor.id, state, status: visitor.pageUrl, since: now },
    ])
    await wakeForOnline(tx, chat.workspace, chat.connection, changed, now)
    await updateVisitorSeen(tx, chat.workspace, visitor.id, { at: now })
    if (changed.length > 0)
      tellBrowsers(tx, chat.workspace, { kind: 'presence.reset', payload: { connection: chat.connection } })
  })
}

/** At the start of a server: whoever is still on a page comes back by itself. Across workspaces: all chats of this installation. */
export async function forgetVisitorPresence(deps: VisitDeps): Promise<void> {
  await acrossWorkspaces(deps.db, deleteVisitorPresence)
}

export async function sayVisitorTyping(deps: VisitDeps, chat: Chat, visitor: Visitor, on: boolean): Promise<void> {
  await inWorkspace(deps.db, chat.workspace, tx =>
    signalBrowsers(tx, chat.workspace, {
      kind: 'typing',
      payload: { connection: chat.connection, remoteId: visitor.id, person: visitor.id, on },
    }),
  )
}
