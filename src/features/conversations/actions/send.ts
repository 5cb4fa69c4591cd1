import type { Assessment } from '#features/etiquette/model.ts'
import type { ColleagueTouch } from '#features/relationships/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { ConversationId, MessageId, TouchId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { outboxLimits, previewOf, undoDelayMs, unfilledIn } from '../model.ts'
import {
  type Conversation,
  findConversationForUpdate,
  findLink,
  remoteOf,
  updateAfterMessages,
} from '../store/conversations.ts'
import { upsertDraft } from '../store/drafts.ts'
import { type FileId, type FileRow, updateFilesMessage, updateFilesReturned } from '../store/files.ts'
import {
  findMessages,
  hasMovedElsewhere,
  insertMessageKeys,
  insertMessages,
  type MessageRow,
  updateDelivery,
} from '../store/messages.ts'
import {
  deleteOutbox,
  deleteQueued,
  deleteSentText,
  insertOutbox,
  notifyOutbox,
  type OutboxPayload,
  updateOutboxQueued,
} from '../store/outbox.ts'
import type { AbilityDeps } from './abilities.ts'
import { assessIn, lastInAt, rememberSent } from './assess.ts'
import { colleagueUnknownTo } from './colleague.ts'
import { changedIn, tellDeliveries } from './commit-scope.ts'
import { type AttachRefusal, takeFiles } from './files.ts'
import { noteBlock } from './note-block.ts'
import { grantOverride, takeGrant } from './override.ts'
import { type ChosenTemplate, type Filled, type FillRefusal, fillChosen } from './templates.ts'

export type SendDeps = AbilityDeps & { db: Database; clock: Clock }

export type SendInput = {
  id: MessageId
  text: string
  action: 'message' | 'invite' | 'answer'
  accept?: boolean
  version?: number
  /** The newest message of this person's thread that the writer saw. */
  seenAt?: string
  /** What a colleague said to this person that the writer knows of. */
  knownTouch?: TouchId
  replyTo?: MessageId
  files?: readonly FileId[]
  subject?: string
  /** Instead of free text: `text` is then what the network approved, with these values in its slots. */
  template?: ChosenTemplate
  overrideReason?: string
}

export type Sent = { row: MessageRow; tool: ToolId }

export type SendRefusal =
  | { code: 'no-such-conversation' }
  | { code: 'empty' }
  | { code: 'unfilled'; variable: string }
  | { code: 'too-long'; max: number }
  | { code: 'id-taken' }
  | { code: 'thread-moved'; version: number }
  | { code: 'colleague-wrote'; by: ColleagueTouch }
  | { code: 'not-yet'; verdict: Assessment }
  | { code: 'may-not-override'; verdict: Assessment }
  | { code: 'viewers-read' }
  | { code: 'by-hand' }
  | FillRefusal
  | AttachRefusal

/**
 * Judges and queues. The same id again gives the message it made before, so a double click or a lost answer sends once. A thread
 * that moved since `version` is refused and nothing is written.
 */
export async function sendMessage(
  deps: SendDeps,
  caller: Caller,
  id: ConversationId,
  given: SendInput,
): Promise<Result<Sent, SendRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  const filled = await fillOnce(deps, caller, id, given)
  if (filled && !filled.ok) return filled
  const template = filled?.value?.template
  const input = { ...given, ...(filled?.value ? { text: filled.value.text } : {}) }
  const bare = input.files === undefined || input.files.length === 0
  if (!given.template && input.action === 'message' && input.text.trim() === '' && bare)
    return refuse({ code: 'empty' })
  if ([...input.text].length > outboxLimits.maxTextCodePoints)
    return refuse({ code: 'too-long', max: outboxLimits.maxTextCodePoints })
  const unfilled = unfilledIn(input.text)
  if (unfilled !== undefined) return refuse({ code: 'unfilled', variable: unfilled })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Sent, SendRefusal>> => {
    const conversation = await findConversationForUpdate(tx, caller.workspace, id)
    if (!conversation) return refuse({ code: 'no-such-conversation' })
    const [before] = await findMessages(tx, caller.workspace, [input.id])
    if (before)
      return before.conversation === id && before.own
        ? done({ row: before, tool: conversation.tool })
        : refuse({ code: 'id-taken' })
    if (input.version !== undefined && input.version < conversation.version)
      return refuse({ code: 'thread-moved', version: conversation.version })
    if (input.seenAt !== undefined && (await hasMovedElsewhere(tx, caller, conversation, new Date(input.seenAt))))
      return refuse({ code: 'thread-moved', version: conversation.version })
    if ((await findLink(tx, caller.workspace, id)) === 'by-hand') return refuse({ code: 'by-hand' })
    const now = deps.clock.now()
    if (input.action !== 'answer') {
      const at = {
        conversation: id,
        person: conversation.kind === 'room' ? null : conversation.person,
        known: input.knownTouch,
      }
      const by = await colleagueUnknownTo(tx, caller, at, now)
      if (by) return refuse({ code: 'colleague-wrote', by })
      const draft = { action: input.action, text: input.text, now, template: template !== undefined }
      const verdict = await assessIn(tx, caller, conversation, draft)
      if (verdict.verdict === 'block') {
        const about = { ...input, action: input.action, now }
        if (input.overrideReason !== undefined) {
          if (!(await grantOverride(tx, caller, conversation, verdict, about)))
            return refuse({ code: 'may-not-override', verdict })
        } else if (!(await takeGrant(tx, caller, conversation, verdict, about))) {
          await noteBlock(tx, caller, id, verdict, now)
          return refuse({ code: 'not-yet', verdict })
        }
      }
    }
    const files = await takeFiles(deps, tx, caller, conversation, input.files ?? [])
    if (!files.ok) return files
    const waitMs = input.action === 'answer' ? 0 : undoDelayMs(await lastInAt(tx, caller, conversation), now)
    await queueMessage(tx, caller, conversation, input, { now, waitMs, files: files.value, template })
    // A template is no draft: what was begun beside it waits for the day on which free text is open again.
    if (!template) await upsertDraft(tx, caller.workspace, caller.user, id, '', now)
    const [row] = await findMessages(tx, caller.workspace, [input.id])
    if (!row) throw new Error('a message that was just written is there')
    return done({ row, tool: conversation.tool })
  })
}

/** A message that is there already asks its network nothing. */
async function fillOnce(
  deps: SendDeps,
  caller: Caller,
  id: ConversationId,
  { id: message, template }: SendInput,
): Promise<Result<Filled | undefined, FillRefusal> | undefined> {
  if (!template) return undefined
  const [before] = await inWorkspace(deps.db, caller.workspace, tx => findMessages(tx, caller.workspace, [message]))
  return before ? done(undefined) : fillChosen(deps, caller, id, template)
}

/** Written and put into the outbox, judged by whoever calls; it leaves after `waitMs`, in which it can be taken back. */
export async function queueMessage(
  tx: Transaction,
  caller: Caller,
  conversation: Conversation,
  input: Pick<SendInput, 'id' | 'text' | 'action' | 'accept' | 'replyTo' | 'subject'>,
  {
    now,
    waitMs,
    files = [],
    template,
  }: { now: Date; waitMs: number; files?: readonly FileRow[]; template?: Filled['template'] | undefined },
): Promise<void> {
  const { workspace, user } = caller
  const notBefore = new Date(now.getTime() + waitMs)
  await insertMessages(
    tx,
    workspace,
    conversation.connection,
    [
      {
        id: input.id,
        conversation: conversation.id,
        person: conversation.person,
        user,
        kind: input.action === 'message' ? 'text' : 'invite',
        own: true,
        senderId: null,
        senderName: null,
        text: input.text,
        // When Send was pressed, and so it stays: neither a slow network nor an archive's coarse stamp changes the order.
        sentAt: now,
        history: false,
        replyTo: input.replyTo ?? null,
        detail: {
          undoUntil: notBefore,
          ...(input.subject ? { subject: input.subject } : {}),
          ...(template ? { template: { name: template.name, language: template.language } } : {}),
          ...(files.length > 0
            ? { files: files.map(({ id, name, mimeType, bytes }) => ({ file: id, name, mimeType, bytes })) }
            : {}),
          ...(input.accept === undefined ? {} : { accept: input.accept }),
          ...(conversation.kind === 'public' && input.action === 'message' ? { surface: 'public' } : {}),
        },
        delivery: 'queued',
      },
    ],
    now,
  )
  await insertMessageKeys(tx, workspace, conversation.connection, [{ key: input.id, message: input.id }])
  await updateFilesMessage(
    tx,
    workspace,
    files.map(file => file.id),
    { message: input.id, conversation: conversation.id },
  )
  const [quoted] = input.replyTo ? await findMessages(tx, workspace, [input.replyTo]) : []
  await insertOutbox(
    tx,
    workspace,
    {
      message: input.id,
      connection: conversation.connection,
      conversation: conversation.id,
      action: input.action,
      payload: {
        to: remoteOf(conversation),
        text: input.text,
        ...(input.accept === undefined ? {} : { accept: input.accept }),
        ...(input.subject ? { subject: input.subject } : {}),
        ...(template ? { template } : {}),
        ...(files.length > 0 ? { files: files.map(({ id, name, mimeType }) => ({ id, name, mimeType })) } : {}),
        ...(quoted?.conversation === conversation.id ? quote(quoted) : {}),
      },
      bucket: conversation.remoteId,
    },
    notBefore,
  )
  await updateAfterMessages(tx, workspace, [
    {
      id: conversation.id,
      count: 1,
      unread: 0,
      lastMessageAt: now,
      lastPreview: previewOf(input.text || (files[0]?.name ?? '')),
      lastOwn: true,
    },
  ])
  if (input.action !== 'answer' && input.text.trim() !== '') await rememberSent(tx, caller, conversation, input, now)
  tellBrowsers(tx, workspace, changedIn(conversation, [input.id]))
}

/** By the key its network told it under; what we sent ourselves is known there by our id. */
function quote(row: MessageRow): Pick<OutboxPayload, 'replyTo' | 'quoted'> {
  const key = typeof row.detail.key === 'string' ? row.detail.key : row.id
  const from = { id: row.senderId ?? '', ...(row.senderName === null ? {} : { name: row.senderName }) }
  return { replyTo: key, quoted: { text: row.text, from } }
}

export type MessageRefusal = { code: 'no-such-message' } | { code: 'already-sent' } | { code: 'not-waiting' }

/** `z` after Send: gone before it left, its text given back to the composer. */
export async function cancelMessage(
  deps: SendDeps,
  caller: Caller,
  id: MessageId,
): Promise<Result<{ text: string }, MessageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<{ text: string }, MessageRefusal>> => {
    const [message] = await findMessages(tx, caller.workspace, [id])
    if (!message?.own) return refuse({ code: 'no-such-message' })
    if (message.delivery === 'cancelled') return done({ text: message.text })
    if (!(await deleteQueued(tx, caller.workspace, id))) return refuse({ code: 'already-sent' })
    await deleteSentText(tx, caller.workspace, id)
    await updateFilesReturned(tx, caller.workspace, id)
    await updateDelivery(tx, caller.workspace, [{ message: id, delivery: 'cancelled', at: deps.clock.now() }])
    if (message.detail.template === undefined)
      await upsertDraft(tx, caller.workspace, caller.user, message.conversation, message.text, deps.clock.now())
    tellDeliveries({ tx, workspace: caller.workspace }, [{ ...message, delivery: 'cancelled' }])
    return done({ text: message.detail.template === undefined ? message.text : '' })
  })
}

/** A person decides about an unknown or refused message: send it again, or take it as arrived or given up. */
export async function resolveMessage(
  deps: SendDeps,
  caller: Caller,
  id: MessageId,
  decision: 'send-again' | 'arrived' | 'give-up',
): Promise<Result<void, MessageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, MessageRefusal>> => {
    const [message] = await findMessages(tx, caller.workspace, [id])
    if (!message?.own) return refuse({ code: 'no-such-message' })
    if (message.delivery !== 'unknown') return refuse({ code: 'not-waiting' })
    const at = deps.clock.now()
    if (decision === 'send-again') {
      const connection = await updateOutboxQueued(tx, caller.workspace, id, at)
      if (!connection) return refuse({ code: 'not-waiting' })
      await updateDelivery(tx, caller.workspace, [{ message: id, delivery: 'queued', at }])
      await notifyOutbox(tx, connection)
    } else {
      await deleteOutbox(tx, caller.workspace, [id])
      const delivery = decision === 'arrived' ? 'accepted' : 'refused'
      await updateDelivery(tx, caller.workspace, [{ message: id, delivery, at, code: 'decided', text: decision }])
    }
    tellDeliveries({ tx, workspace: caller.workspace }, await findMessages(tx, caller.workspace, [id]))
    return done(undefined)
  })
}
