import { findPolicy } from '#features/etiquette/index.ts'
import {
  type Assessment,
  assess,
  bitsApart,
  type Context,
  countRecipients,
  fingerprint,
  isPromotion,
  type Policy,
  type Room,
} from '#features/etiquette/model.ts'
import { isStage, type Stage } from '#features/relationships/model.ts'
import { getTool } from '#features/tools/model.ts'
import { dayMs } from '#kernel/clock.ts'
import type { ConversationId, MessageId, PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Surface, ToolId } from '#kernel/tools.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { roomShare } from '../model.ts'
import { findConsent } from '../store/consents.ts'
import {
  findAddressTool,
  findLastInAt,
  findPersonContext,
  listHistoryContext,
  listReadingContext,
} from '../store/context.ts'
import {
  addressOf,
  type Conversation,
  findConversation,
  findDirect,
  findLink,
  isStopped,
  surfaceOf,
} from '../store/conversations.ts'
import { insertSentText, listSentTexts } from '../store/outbox.ts'
import { findPersonPresence } from '../store/presence.ts'
import { findRoomRules, listOwnRoomTexts } from '../store/rooms.ts'

const limits = { leastReadingDays: 90, history: 60, candidateBits: 24 } as const

type Subject = {
  tool: ToolId
  surface: Surface
  conversation: ConversationId | null
  person: PersonId | null
  /** Who it goes to when no person is known: the remote id. */
  recipient: string
}

const subjectOf = (conversation: Conversation): Subject => ({
  tool: conversation.tool,
  surface: surfaceOf(conversation.kind),
  conversation: conversation.id,
  person: conversation.person,
  recipient: addressOf(conversation),
})

/** Everything the rules look at beside the draft, as it stands in this transaction. */
async function contextOf(
  tx: Transaction,
  caller: Caller,
  subject: Subject,
  now: Date,
): Promise<Context & { policy: Policy }> {
  const { workspace, user } = caller
  const policy = await findPolicy(tx, workspace)
  // What lies outside a shorter span is still known as read, only too long ago.
  const readingDays = Math.max(limits.leastReadingDays, policy.limits['reading-days'])
  const person = subject.person ? await findPersonContext(tx, workspace, user, subject.person) : undefined
  const presence = subject.person ? await findPersonPresence(tx, workspace, subject.person) : undefined
  const readings = subject.person
    ? await listReadingContext(tx, workspace, user, subject.person, new Date(now.getTime() - readingDays * dayMs))
    : []
  const history = await listHistoryContext(tx, workspace, subject, limits.history)
  // A first mail to an address from a sourcing profile counts as outreach there.
  const via =
    subject.tool === 'email' && subject.person
      ? await findAddressTool(tx, workspace, subject.person, subject.recipient)
      : undefined
  // Over a bridge the recruiter writes from an account of their own, as by hand: what an official API forbids there is free.
  const link = subject.conversation === null ? 'own' : await findLink(tx, workspace, subject.conversation)
  const consent = subject.person ? await findConsent(tx, workspace, subject.person, subject.tool) : undefined
  // What opens a window is a word over this tool and to this account; the history below is of all tools.
  const heardAt =
    subject.conversation !== null && getTool(subject.tool).rules.windowMs !== undefined
      ? { heardAt: (await findLastInAt(tx, workspace, subject.conversation)) ?? null }
      : {}
  const room =
    subject.surface === 'room' && subject.conversation
      ? await readRoomContext(tx, workspace, subject.conversation, now)
      : undefined
  return {
    tool: subject.tool,
    ...(room ? { room } : {}),
    ...(via ? { via } : {}),
    ...(link === 'own' ? {} : { handOff: true }),
    ...(consent ? { optedIn: true } : {}),
    ...heardAt,
    surface: subject.surface,
    // Whoever opened the chat on our page is connected before their first word.
    stage: stageOf(person?.side ?? person?.stage ?? (subject.tool === 'website-chat' ? 'connected' : 'found')),
    now,
    policy,
    readings: readings.map(row => ({
      title: row.title ?? '',
      text: row.text,
      publishedAt: row.publishedAt,
      readAt: row.readAt,
      ...(row.url === null ? {} : { url: row.url }),
    })),
    history: history.map(row => ({ from: row.own ? 'me' : 'them', text: row.text, at: row.at })),
    person: {
      ...(person?.timeZone ? { timezone: person.timeZone } : {}),
      online: presence?.state === 'online',
      doNotContact: (person?.doNotContact ?? false) || (await hasStopped(tx, workspace, subject)),
    },
  }
}

/** Its norms, and how much of what we gave it lately was promotion; too few posts say nothing of that. */
export async function readRoomContext(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
  now: Date,
): Promise<Room> {
  const found = await findRoomRules(tx, workspace, conversation)
  const since = new Date(now.getTime() - roomShare.days * dayMs)
  const texts = await listOwnRoomTexts(tx, workspace, conversation, since, roomShare.mostPosts)
  return {
    ...(found?.rules ? { norms: found.rules } : {}),
    ...(found && Object.keys(found.settled).length > 0 ? { settled: found.settled } : {}),
    ...(texts.length >= roomShare.leastPosts ? { promoShare: texts.filter(isPromotion).length / texts.length } : {}),
  }
}

/** By hand on the tool's own page it is no message to that address of theirs. */
async function hasStopped(tx: Transaction, workspace: WorkspaceId, subject: Subject): Promise<boolean> {
  if (subject.surface !== 'direct' || subject.conversation === null) return false
  return isStopped(tx, workspace, { tool: subject.tool, remoteId: subject.recipient })
}

const stageOf = (text: string): Stage => (isStage(text) ? text : 'found')

/** Judges a draft for a conversation, near-duplicates to others within the policy's days included. */
export async function assessIn(
  tx: Transaction,
  caller: Caller,
  conversation: Conversation,
  draft: { action: 'message' | 'invite'; text: string; now: Date; template?: boolean },
): Promise<Assessment> {
  return assessFor(tx, caller, subjectOf(conversation), draft)
}

async function assessFor(
  tx: Transaction,
  caller: Caller,
  subject: Subject,
  draft: { action: 'message' | 'invite' | 'comment'; text: string; now: Date; handOff?: boolean; template?: boolean },
): Promise<Assessment> {
  const context = await contextOf(tx, caller, subject, draft.now)
  const recipients =
    subject.surface === 'direct'
      ? await countAlike(tx, caller, subject.person ?? subject.recipient, draft.text, {
          now: draft.now,
          days: context.policy.limits['same-text-days'],
        })
      : 1
  return assess(draft.text, {
    ...context,
    action: draft.action,
    recipients,
    ...(draft.handOff === undefined ? {} : { handOff: draft.handOff }),
    ...(draft.template ? { template: true } : {}),
  })
}

/** How many people got nearly this text, this one included. Fingerprints pick the few texts that are compared in full. */
async function countAlike(
  tx: Transaction,
  caller: Caller,
  to: string,
  text: string,
  within: { now: Date; days: number },
): Promise<number> {
  const since = new Date(within.now.getTime() - within.days * dayMs)
  const mark = fingerprint(text)
  const sent = await listSentTexts(tx, caller.workspace, caller.user, since)
  return countRecipients(
    text,
    to,
    sent.filter(row => bitsApart(row.fingerprint, mark) <= limits.candidateBits),
  )
}

/** Kept until it is too old to count: who got which text. */
export async function rememberSent(
  tx: Transaction,
  caller: Caller,
  conversation: Conversation,
  sent: { id: MessageId; text: string },
  now: Date,
): Promise<void> {
  if (surfaceOf(conversation.kind) !== 'direct') return
  await insertSentText(tx, caller.workspace, {
    message: sent.id,
    user: caller.user,
    person: conversation.person,
    recipient: addressOf(conversation),
    tool: conversation.tool,
    sentAt: now,
    text: sent.text,
    fingerprint: fingerprint(sent.text),
  })
}

export const lastInAt = (tx: Transaction, caller: Caller, conversation: Conversation): Promise<Date | undefined> =>
  findLastInAt(tx, caller.workspace, conversation.id)

/** The context for the composer, which judges at every key by itself. Undefined when the conversation is gone. */
export function readContext(
  deps: { db: Database; clock: { now(): Date } },
  caller: Caller,
  id: ConversationId,
): Promise<Context | undefined> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const conversation = await findConversation(tx, caller.workspace, id)
    return conversation && contextOf(tx, caller, subjectOf(conversation), deps.clock.now())
  })
}

/** The server's own verdict while writing: what Send would be told. */
export function readAssessment(
  deps: { db: Database; clock: { now(): Date } },
  caller: Caller,
  id: ConversationId,
  draft: { action: 'message' | 'invite'; text: string; template?: boolean },
): Promise<Assessment | undefined> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const conversation = await findConversation(tx, caller.workspace, id)
    return conversation && assessIn(tx, caller, conversation, { ...draft, now: deps.clock.now() })
  })
}

/** A text that the recruiter sends by hand on the tool's own page. */
export function assessHandOff(
  tx: Transaction,
  caller: Caller,
  input: { person: PersonId; tool: ToolId; surface: Surface; action: 'message' | 'invite' | 'comment'; text: string },
  now: Date,
): Promise<Assessment> {
  const subject = { ...input, conversation: null, recipient: input.person }
  return assessFor(tx, caller, subject, { action: input.action, text: input.text, now, handOff: true })
}

/** What already holds before a word is written: over the conversation with them on that tool, else by hand on its page. */
export async function assessAhead(
  tx: Transaction,
  caller: Caller,
  input: { person: PersonId; tool: ToolId; surface: Surface; action: 'message' | 'invite' | 'comment' },
  now: Date,
): Promise<Assessment['reasons']> {
  const there =
    input.surface === 'direct' ? await findDirect(tx, caller.workspace, input.person, input.tool) : undefined
  const { reasons } =
    there && input.action !== 'comment'
      ? await assessIn(tx, caller, there, { action: input.action, text: '', now })
      : await assessHandOff(tx, caller, { ...input, text: '' }, now)
  return reasons.filter(reason => reason.sort === 'already-holds')
}
