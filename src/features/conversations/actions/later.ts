import { audit } from '#features/accounts/index.ts'
import type { Assessment } from '#features/etiquette/model.ts'
import { type Clock, hourMs } from '#kernel/clock.ts'
import type { ConversationId, MessageId, TouchId, UserId, WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs, type Role, roles } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { organiseLimits, outboxLimits, unfilledIn } from '../model.ts'
import { type Conversation, findConversation, findConversationForUpdate, listThread } from '../store/conversations.ts'
import { findDraft, upsertDraft } from '../store/drafts.ts'
import {
  deleteLater,
  findLaterForUpdate,
  findLaterWrittenAt,
  type Held,
  hasOthersLately,
  type LaterMessage,
  listLater,
  updateLaterHeld,
  upsertLater,
} from '../store/later.ts'
import { findMessages } from '../store/messages.ts'
import { listColleagues } from '../store/standings.ts'
import { sendLaterTask } from '../task-kinds.ts'
import { assessIn } from './assess.ts'
import { colleagueUnknownTo } from './colleague.ts'
import { notify } from './notices.ts'
import { queueMessage } from './send.ts'

/** A server that was away this long past the time does not send what was meant for then. */
const lateMs = 6 * hourMs

export type LaterDeps = { db: Database; clock: Clock }

export type LaterRefusal =
  | { code: 'no-such-conversation' }
  | { code: 'no-such-message' }
  | { code: 'empty' }
  | { code: 'unfilled'; variable: string }
  | { code: 'too-long'; max: number }
  | { code: 'not-ahead' }
  | { code: 'not-yours' }
  | { code: 'id-taken' }
  | { code: 'colleague-wrote' }
  | { code: 'not-yet'; verdict: Assessment }
  | { code: 'viewers-read' }

export type LaterInput = {
  id: MessageId
  text: string
  action: 'message' | 'invite'
  subject?: string
  replyTo?: MessageId
  sendAt: Date
  /** What a colleague said to this person that the writer knows of. */
  knownTouch?: TouchId
}

/** Judged for the moment at which it is to leave; nothing of it is a message until then. */
export async function sendLater(
  deps: LaterDeps,
  caller: Caller,
  id: ConversationId,
  input: LaterInput,
): Promise<Result<LaterMessage, LaterRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<LaterMessage, LaterRefusal>> => {
    const conversation = await findConversationForUpdate(tx, caller.workspace, id)
    if (!conversation) return refuse({ code: 'no-such-conversation' })
    if ((await findMessages(tx, caller.workspace, [input.id])).length > 0) return refuse({ code: 'id-taken' })
    const before = await findLaterForUpdate(tx, caller.workspace, input.id)
    if (before) return before.conversation === id ? done(before) : refuse({ code: 'id-taken' })
    const { knownTouch: known, ...message } = input
    const person = conversation.kind === 'room' ? null : conversation.person
    if (await colleagueUnknownTo(tx, caller, { conversation: id, person, known }, deps.clock.now()))
      return refuse({ code: 'colleague-wrote' })
    const kept = await keep(deps, tx, caller, conversation, {
      ...message,
      conversation: id,
      user: caller.user,
      subject: input.subject ?? null,
      replyTo: input.replyTo ?? null,
    })
    if (kept.ok) await upsertDraft(tx, caller.workspace, caller.user, id, '', deps.clock.now())
    return kept
  })
}

async function keep(
  deps: LaterDeps,
  tx: Transaction,
  caller: Caller,
  conversation: Conversation,
  row: Omit<LaterMessage, 'accepted' | 'seenVersion' | 'heldAt' | 'held'>,
): Promise<Result<LaterMessage, LaterRefusal>> {
  const now = deps.clock.now()
  if (row.action === 'message' && row.text.trim() === '') return refuse({ code: 'empty' })
  const unfilled = unfilledIn(row.text)
  if (unfilled !== undefined) return refuse({ code: 'unfilled', variable: unfilled })
  if ([...row.text].length > outboxLimits.maxTextCodePoints)
    return refuse({ code: 'too-long', max: outboxLimits.maxTextCodePoints })
  if (row.sendAt <= now || row.sendAt.getTime() > now.getTime() + organiseLimits.snoozeMs)
    return refuse({ code: 'not-ahead' })
  const draft = { action: row.action, text: row.text, now: row.sendAt }
  const verdict = await assessIn(tx, { ...caller, user: row.user }, conversation, draft)
  if (verdict.verdict === 'block') return refuse({ code: 'not-yet', verdict })
  const kept = {
    ...row,
    accepted: verdict.reasons.map(reason => reason.code),
    seenVersion: versionOf(await listThread(tx, caller.workspace, conversation)),
  }
  await upsertLater(tx, caller.workspace, kept, now)
  const payload = { workspace: caller.workspace, message: row.id }
  await enqueue(tx, sendLaterTask, row.id, payload, { runAt: row.sendAt })
  tell(tx, caller.workspace, row.conversation)
  return done({ ...kept, heldAt: null, held: null })
}

/** Of the whole thread: with a person, over all their tools. */
export function readLater(deps: LaterDeps, caller: Caller, id: ConversationId): Promise<LaterMessage[]> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const conversation = await findConversation(tx, caller.workspace, id)
    const thread = conversation ? await listThread(tx, caller.workspace, conversation) : []
    return listLater(
      tx,
      caller.workspace,
      thread.map(each => each.id),
    )
  })
}

const versionOf = (thread: readonly Conversation[]) => thread.reduce((sum, each) => sum + each.version, 0)

/** Another text or time; judged anew, and what was said meanwhile counts as seen. */
export async function changeLater(
  deps: LaterDeps,
  caller: Caller,
  id: MessageId,
  change: { text?: string; sendAt?: Date },
): Promise<Result<LaterMessage, LaterRefusal>> {
  return withLater(deps, caller, id, (tx, row, conversation) =>
    keep(deps, tx, caller, conversation, { ...row, ...change }),
  )
}

/** Its text goes back to the composer, before what stands there. */
export async function takeBackLater(
  deps: LaterDeps,
  caller: Caller,
  id: MessageId,
): Promise<Result<{ text: string }, LaterRefusal>> {
  return withLater(deps, caller, id, async (tx, row) => {
    await deleteLater(tx, caller.workspace, id)
    const draft = (await findDraft(tx, caller.workspace, caller.user, row.conversation)) ?? ''
    const text = [row.text, draft].filter(part => part.trim() !== '').join('\n')
    await upsertDraft(tx, caller.workspace, caller.user, row.conversation, text, deps.clock.now())
    tell(tx, caller.workspace, row.conversation)
    return done({ text: row.text })
  })
}

/** Now instead of then, by its writer, who has seen what was said meanwhile. Warnings don't hold it; a stop does. */
export async function sendLaterNow(
  deps: LaterDeps,
  caller: Caller,
  id: MessageId,
): Promise<Result<void, LaterRefusal>> {
  return withLater(deps, caller, id, async (tx, row, conversation) => {
    const now = deps.clock.now()
    const writer = { ...caller, user: row.user }
    const verdict = await assessIn(tx, writer, conversation, { action: row.action, text: row.text, now })
    if (verdict.verdict === 'block') return refuse({ code: 'not-yet', verdict })
    await leave(tx, writer, conversation, row, now)
    return done(undefined)
  })
}

async function withLater<T>(
  deps: LaterDeps,
  caller: Caller,
  id: MessageId,
  work: (tx: Transaction, row: LaterMessage, conversation: Conversation) => Promise<Result<T, LaterRefusal>>,
): Promise<Result<T, LaterRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<T, LaterRefusal>> => {
    const row = await findLaterForUpdate(tx, caller.workspace, id)
    const conversation = row && (await findConversationForUpdate(tx, caller.workspace, row.conversation))
    if (!row || !conversation) return refuse({ code: 'no-such-message' })
    if (row.user !== caller.user && !mayActAs(caller.role, 'admin')) return refuse({ code: 'not-yours' })
    return work(tx, row, conversation)
  })
}

/**
 * The task: at its time the message is judged once more. It leaves, or stays where it is and tells its writer why: somebody wrote
 * meanwhile, a rule speaks against it that did not before, the time is long past, its writer writes no more.
 */
export async function runLater(
  deps: LaterDeps,
  { workspace, message }: { workspace: WorkspaceId; message: MessageId },
): Promise<void> {
  await inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const row = await findLaterForUpdate(tx, workspace, message)
    const conversation = row && (await findConversationForUpdate(tx, workspace, row.conversation))
    if (!row || !conversation || row.heldAt) return
    if (row.sendAt > now) {
      await enqueue(tx, sendLaterTask, message, { workspace, message }, { runAt: row.sendAt })
      return
    }
    const writer = await findWriter(tx, workspace, row.user)
    const held = writer
      ? await findHold(tx, writer, conversation, row, now)
      : { code: 'writer-gone' as const, reasons: [] }
    if (!held && writer) {
      await leave(tx, writer, conversation, row, now)
      return
    }
    if (!held) return
    await updateLaterHeld(tx, workspace, message, held, now)
    await notify(tx, workspace, {
      kind: 'held',
      users: [row.user],
      conversations: [row.conversation],
      by: null,
      at: now,
    })
    await audit(tx, {
      workspace,
      user: row.user,
      at: now,
      action: 'message.held',
      subjectKind: 'conversation',
      subject: row.conversation,
      detail: { code: held.code, reasons: held.reasons.map(reason => reason.code) },
    })
    tell(tx, workspace, row.conversation)
  })
}

async function findWriter(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<Caller | undefined> {
  const [found] = await listColleagues(tx, workspace, [user])
  const role = roles.find((each): each is Role => each === found?.role)
  return role && mayActAs(role, 'recruiter') ? { workspace, user, role } : undefined
}

async function findHold(
  tx: Transaction,
  writer: Caller,
  conversation: Conversation,
  row: LaterMessage,
  now: Date,
): Promise<Held | undefined> {
  // A room goes on by itself; there only the rules of the room hold a message back.
  const thread = conversation.kind === 'room' ? [] : await listThread(tx, writer.workspace, conversation)
  const news = versionOf(thread) - row.seenVersion
  const ids = thread.map(each => each.id)
  const moved = news > 0 && (await hasOthersLately(tx, writer.workspace, ids, row.user, news))
  if (moved) return { code: 'thread-moved', reasons: [] }
  const person = conversation.kind === 'room' ? null : conversation.person
  const by = await colleagueUnknownTo(tx, writer, { conversation: conversation.id, person }, now)
  // What was known when it was written is no news.
  const writtenAt = by && (await findLaterWrittenAt(tx, writer.workspace, row.id))
  if (by && writtenAt && by.at > writtenAt) return { code: 'colleague-wrote', reasons: [] }
  const verdict = await assessIn(tx, writer, conversation, { action: row.action, text: row.text, now })
  const reasons = verdict.reasons.map(({ code, message }) => ({ code, message }))
  if (verdict.verdict === 'block') return { code: 'not-yet', reasons }
  const fresh = reasons.filter(reason => !row.accepted.includes(reason.code))
  if (fresh.length > 0) return { code: 'worth-a-look', reasons: fresh }
  return now.getTime() - row.sendAt.getTime() > lateMs ? { code: 'too-late', reasons: [] } : undefined
}

/** Under the id it always had, so that it can become a message once only. */
async function leave(
  tx: Transaction,
  writer: Caller,
  conversation: Conversation,
  row: LaterMessage,
  now: Date,
): Promise<void> {
  await deleteLater(tx, writer.workspace, row.id)
  const { id, text, action, subject, replyTo } = row
  const input = { id, text, action, ...(subject ? { subject } : {}), ...(replyTo ? { replyTo } : {}) }
  await queueMessage(tx, writer, conversation, input, { now, waitMs: 0 })
  tell(tx, writer.workspace, row.conversation)
}

function tell(tx: Transaction, workspace: WorkspaceId, conversation: ConversationId): void {
  tellBrowsers(tx, workspace, { kind: 'later.changed', payload: { conversation } })
}
