import { audit } from '#features/accounts/index.ts'
import type { Assessment } from '#features/etiquette/model.ts'
import { handOffPage, toolLabel } from '#features/tools/index.ts'
import type { Clock } from '#kernel/clock.ts'
import { type ActivityId, type ConversationId, type MessageId, newId, type PersonId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { Surface, ToolId } from '#kernel/tools.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { previewOf } from '../model.ts'
import { type Connection, insertConnection, listConnections } from '../store/connections.ts'
import { deleteConsent } from '../store/consents.ts'
import { findHandOffTarget, type HandOffTarget } from '../store/context.ts'
import {
  type Conversation,
  findConversationAt,
  findConversationForUpdate,
  updateAfterMessages,
  updateAfterRemoval,
  upsertConversations,
} from '../store/conversations.ts'
import { findDraft, upsertDraft } from '../store/drafts.ts'
import { deleteMessage, findMessages, insertMessages, type NewMessage } from '../store/messages.ts'
import { deleteSentText } from '../store/outbox.ts'
import { deleteOutside } from '../store/overrides.ts'
import { assessHandOff, rememberSent } from './assess.ts'
import { colleagueUnknownTo } from './colleague.ts'
import { changedIn } from './commit-scope.ts'
import { noteBlock } from './note-block.ts'
import { grantOverride, takeGrant, tellOutside } from './override.ts'
import type { RecordSpoken, SpokenTouch, TakeBackSpoken } from './touches.ts'

export type HandOffDeps = { db: Database; clock: Clock; recordSpoken: RecordSpoken; takeBackSpoken: TakeBackSpoken }

export type HandOffInput = {
  person: PersonId
  tool: ToolId
  surface: Surface
  action: 'message' | 'invite' | 'comment'
  text: string
  /** The item that is answered. */
  activity?: ActivityId
}

export type HandOffRefusal =
  | { code: 'no-such-person' }
  | { code: 'no-profile-there' }
  | { code: 'viewers-read' }
  | { code: 'not-yet'; assessment: Assessment }
  | { code: 'may-not-override'; assessment: Assessment }

export type HandOffCheck = {
  assessment: Assessment
  url: string | null
  /** Who of the team wrote to them lately, which the caller may not know. */
  colleague: { name: string; tool: ToolId | null; at: string } | null
}

/** Judges, and says which page of the tool to open. Nothing is kept: "I sent it" does that. */
export async function checkHandOff(
  deps: HandOffDeps,
  caller: Caller,
  input: HandOffInput,
): Promise<Result<HandOffCheck, HandOffRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<HandOffCheck, HandOffRefusal>> => {
    const target = await findHandOffTarget(tx, caller.workspace, input.person, input.tool, input.activity)
    if (!target) return refuse({ code: 'no-such-person' })
    const now = deps.clock.now()
    const assessment = await assessHandOff(tx, caller, input, now)
    const to = { person: input.person, conversation: null }
    const by = input.action === 'comment' ? undefined : await colleagueUnknownTo(tx, caller, to, now)
    const colleague = by ? { name: by.name, tool: by.tool, at: by.at.toISOString() } : null
    return done({ assessment, url: pageFor(input, target), colleague })
  })
}

function pageFor(input: Pick<HandOffInput, 'tool' | 'action'>, target: HandOffTarget): string | null {
  const url = input.action === 'comment' ? (target.activityUrl ?? target.url) : target.url
  const page = handOffPage(input.tool, input.action, {
    ...(target.handle === null ? {} : { handle: target.handle }),
    ...(url === null ? {} : { url }),
  })
  return page ?? target.activityUrl ?? target.url
}

/**
 * "I sent it": kept in the person's thread and told to the relationship. The same id again is the same message. `sentAlready`: a block
 * refuses nothing, for what has gone out is a fact; it is kept with the rules that it went against.
 */
export async function recordHandOff(
  deps: HandOffDeps,
  caller: Caller,
  input: HandOffInput & { id: MessageId; overrideReason?: string; sentAlready?: boolean },
): Promise<Result<MessageId, HandOffRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<MessageId, HandOffRefusal>> => {
    if ((await findMessages(tx, caller.workspace, [input.id])).length > 0) return done(input.id)
    const now = deps.clock.now()
    const thread = await threadByHand(tx, caller, input, now)
    if (!thread) return refuse({ code: 'no-profile-there' })
    const assessment = await assessHandOff(tx, caller, input, now)
    let against: readonly string[] | undefined
    if (assessment.verdict === 'block') {
      const { id, text, action } = input
      if (input.overrideReason !== undefined) {
        if (!(await grantOverride(tx, caller, thread, assessment, { ...input, now })))
          return refuse({ code: 'may-not-override', assessment })
      } else if (!(await takeGrant(tx, caller, thread, assessment, { id, text, action, now }))) {
        await noteBlock(tx, caller, thread.id, assessment, now)
        if (!input.sentAlready) return refuse({ code: 'not-yet', assessment })
        against = await tellOutside(tx, caller, thread, assessment, { id, text, action, now })
      }
    }
    const kind = input.action === 'invite' ? 'our-invite' : input.action === 'comment' ? 'our-comment' : 'our-message'
    await write(deps, tx, caller, thread, { ...input, own: true, kind, at: now, ...(against && { against }) }, now)
    if (input.action !== 'comment') await rememberSent(tx, caller, thread, input, now)
    // It stood in the thread's composer too, since an admin was asked about it.
    if ((await findDraft(tx, caller.workspace, caller.user, thread.id)) === input.text.trim())
      await upsertDraft(tx, caller.workspace, caller.user, thread.id, '', now)
    return done(input.id)
  })
}

/** What they did on the tool's own page, as the recruiter saw it: an answer, a reaction, an accepted invitation. */
export async function recordAnswer(
  deps: HandOffDeps,
  caller: Caller,
  input: {
    id: MessageId
    person: PersonId
    tool: ToolId
    surface: Surface
    kind: 'answered' | 'reacted' | 'accepted-invitation'
    text: string
    at?: Date
  },
): Promise<Result<MessageId, HandOffRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<MessageId, HandOffRefusal>> => {
    if ((await findMessages(tx, caller.workspace, [input.id])).length > 0) return done(input.id)
    const now = deps.clock.now()
    const thread = await threadByHand(tx, caller, input, now)
    if (!thread) return refuse({ code: 'no-profile-there' })
    const kind =
      input.kind === 'accepted-invitation'
        ? 'invite-accepted'
        : input.kind === 'reacted'
          ? 'their-reaction'
          : input.surface === 'public'
            ? 'their-public-answer'
            : 'their-message'
    const at = input.at && input.at < now ? input.at : now
    await write(deps, tx, caller, thread, { ...input, own: false, kind, at }, now)
    return done(input.id)
  })
}

export type TakeBackRefusal = { code: 'no-such-message' } | { code: 'viewers-read' }

/**
 * What a recruiter recorded by hand was a mistake: the line goes, and what the relationship learnt of it. What was sent through the
 * network or came from it can't go this way.
 */
export async function takeBackByHand(
  deps: HandOffDeps,
  caller: Caller,
  id: MessageId,
): Promise<Result<void, TakeBackRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, TakeBackRefusal>> => {
    const [message] = await findMessages(tx, caller.workspace, [id])
    const conversation = message && (await findConversationForUpdate(tx, caller.workspace, message.conversation))
    if (message?.detail.byHand !== true || !conversation) return refuse({ code: 'no-such-message' })
    const at = deps.clock.now()
    await deps.takeBackSpoken(tx, { workspace: caller.workspace, message: id, at })
    await deleteConsent(tx, caller.workspace, id)
    await deleteSentText(tx, caller.workspace, id)
    await deleteOutside(tx, caller.workspace, id)
    await deleteMessage(tx, caller.workspace, id)
    await updateAfterRemoval(tx, caller.workspace, conversation.id)
    await audit(tx, { caller, at, action: 'message.taken-back', subjectKind: 'message', subject: id })
    tellBrowsers(tx, caller.workspace, changedIn(conversation, []))
    return done(undefined)
  })
}

/** Where a draft for this thread is sent from, by hand; null where no page is known. */
export async function pageByHand(
  tx: Transaction,
  caller: Caller,
  { person, tool }: Pick<Conversation, 'person' | 'tool'>,
): Promise<string | null> {
  const target = person ? await findHandOffTarget(tx, caller.workspace, person, tool, undefined) : undefined
  return target ? pageFor({ tool, action: 'message' }, target) : null
}

/** The thread for what goes by hand on a tool, made on first need: one account "by hand" per recruiter and tool. */
export async function threadByHand(
  tx: Transaction,
  caller: Caller,
  input: { person: PersonId; tool: ToolId },
  now: Date,
): Promise<Conversation | undefined> {
  const target = await findHandOffTarget(tx, caller.workspace, input.person, input.tool, undefined)
  if (!target?.key) return undefined
  const connection = await byHand(tx, caller, input.tool, now)
  const wanted = {
    id: newId<'Conversation'>(now.getTime()),
    remoteId: target.key,
    kind: 'direct' as const,
    title: null,
  }
  return (await upsertConversations(tx, caller.workspace, connection, [wanted], now)).get(target.key)
}

/** The caller's thread by hand with them on that tool, if one was made. */
export async function findThreadByHand(
  tx: Transaction,
  caller: Caller,
  to: { person: PersonId; tool: ToolId },
): Promise<ConversationId | undefined> {
  const target = await findHandOffTarget(tx, caller.workspace, to.person, to.tool, undefined)
  const connection = await findByHand(tx, caller, to.tool)
  if (!target?.key || !connection) return undefined
  return (await findConversationAt(tx, caller.workspace, connection.id, target.key))?.id
}

const findByHand = async (tx: Transaction, caller: Caller, tool: ToolId): Promise<Connection | undefined> =>
  (await listConnections(tx, caller.workspace)).find(
    connection => connection.tool === tool && connection.user === caller.user && connection.config.hand === 'yes',
  )

async function byHand(
  tx: Transaction,
  caller: Caller,
  tool: ToolId,
  now: Date,
): Promise<Pick<Connection, 'id' | 'tool'>> {
  const existing = await findByHand(tx, caller, tool)
  if (existing) return existing
  const id = newId<'Connection'>(now.getTime())
  const row = { id, workspace: caller.workspace, user: caller.user, tool, label: toolLabel(tool) }
  await insertConnection(tx, { ...row, config: { hand: 'yes' }, secretsSealed: null }, now)
  return { id, tool }
}

async function write(
  deps: HandOffDeps,
  tx: Transaction,
  caller: Caller,
  thread: Conversation,
  input: {
    id: MessageId
    text: string
    surface: Surface
    own: boolean
    kind: SpokenTouch['kind']
    at: Date
    activity?: ActivityId
    against?: readonly string[]
  },
  now: Date,
): Promise<void> {
  const row: NewMessage = {
    id: input.id,
    conversation: thread.id,
    person: thread.person,
    user: input.own ? caller.user : null,
    kind: input.kind === 'our-invite' ? 'invite' : input.text === '' ? 'system' : 'text',
    own: input.own,
    senderId: input.own ? null : thread.remoteId,
    senderName: null,
    text: input.text,
    sentAt: input.at,
    history: false,
    replyTo: null,
    detail: {
      surface: input.surface,
      byHand: true,
      ...(input.text === '' ? { contact: input.kind } : {}),
      ...(input.activity === undefined ? {} : { activity: input.activity }),
      ...(input.against ? { against: [...input.against] } : {}),
    },
    delivery: input.own ? 'accepted' : 'received',
  }
  await insertMessages(tx, caller.workspace, thread.connection, [row], now)
  const news = {
    id: thread.id,
    count: 1,
    unread: 0,
    lastMessageAt: input.at,
    lastPreview: previewOf(input.text),
    lastOwn: input.own,
  }
  await updateAfterMessages(tx, caller.workspace, [news])
  if (thread.person)
    await deps.recordSpoken(tx, [
      {
        workspace: caller.workspace,
        person: thread.person,
        user: caller.user,
        kind: input.kind,
        tool: thread.tool,
        surface: input.surface,
        at: input.at,
        conversation: thread.id,
        message: input.id,
        text: input.text,
        ...(input.activity === undefined ? {} : { activity: input.activity }),
        ...(input.against ? { against: input.against } : {}),
      },
    ])
  tellBrowsers(tx, caller.workspace, changedIn(thread, [input.id]))
}
