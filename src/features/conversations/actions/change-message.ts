import type { Assessment } from '#features/etiquette/model.ts'
import type { Clock } from '#kernel/clock.ts'
import type { MessageId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { isAboutWords, outboxLimits, type WhyNot, whyNot } from '../model.ts'
import { type ChangeId, findChange, insertChange, listChanges, updateChangeStates } from '../store/changes.ts'
import { type Conversation, findConversationForUpdate, remoteOf } from '../store/conversations.ts'
import { findMessages, type MessageRow } from '../store/messages.ts'
import { deleteOutbox, deleteSentText, insertOutbox, notifyOutbox, updateOutboxQueued } from '../store/outbox.ts'
import { type AbilityDeps, abilitiesFrom, capabilitiesIn } from './abilities.ts'
import { assessIn, rememberSent } from './assess.ts'
import { tellDeliveries } from './commit-scope.ts'

export type ChangeDeps = AbilityDeps & { db: Database; clock: Clock }

export type Change =
  | { kind: 'edit'; text: string }
  | { kind: 'retract' }
  /** All of ours from now on; empty takes them back. */
  | { kind: 'react'; emoji: readonly string[] }

export type ChangeRefusal =
  | { code: 'no-such-message' }
  | { code: 'viewers-read' }
  | { code: 'id-taken' }
  | { code: 'empty' }
  | { code: 'too-long' }
  | { code: 'not-possible'; why: WhyNot }
  | { code: 'not-yet'; verdict: Assessment }

/**
 * Asks the network to correct, take back or react. It waits behind what was sent before it; the same id again changes nothing more. A
 * correction is judged by what it says: job talk can't come in by the back door.
 */
export async function changeMessage(
  deps: ChangeDeps,
  caller: Caller,
  message: MessageId,
  id: ChangeId,
  change: Change,
): Promise<Result<void, ChangeRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  if (change.kind === 'edit' && change.text.trim() === '') return refuse({ code: 'empty' })
  if (change.kind === 'edit' && [...change.text].length > outboxLimits.maxTextCodePoints)
    return refuse({ code: 'too-long' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, ChangeRefusal>> => {
    const before = await findChange(tx, caller.workspace, id)
    if (before) return before.message === message ? done(undefined) : refuse({ code: 'id-taken' })
    const [found] = await findMessages(tx, caller.workspace, [message])
    const conversation = found && (await findConversationForUpdate(tx, caller.workspace, found.conversation))
    if (!found || !conversation) return refuse({ code: 'no-such-message' })
    const now = deps.clock.now()
    const able = abilitiesFrom(await capabilitiesIn(deps, conversation))
    const why = whyNot(change.kind, factsOf(found), able, now)
    if (why) return refuse({ code: 'not-possible', why })
    if (change.kind === 'edit') {
      const verdict = await assessIn(tx, caller, conversation, { action: 'message', text: change.text, now })
      const reasons = verdict.reasons.filter(reason => isAboutWords(reason.code))
      if (verdict.verdict === 'block' && reasons.some(reason => reason.verdict === 'block'))
        return refuse({ code: 'not-yet', verdict: { ...verdict, reasons } })
    }
    await queueChange(tx, caller, conversation, found, { id, ...change }, now)
    return done(undefined)
  })
}

export const factsOf = (row: MessageRow): Parameters<typeof whyNot>[1] => ({
  own: row.own,
  kind: row.kind,
  delivery: row.delivery,
  sentAt: row.sentAt,
  retracted: row.retractedAt !== null,
  byHand: row.detail.byHand === true,
})

async function queueChange(
  tx: Transaction,
  caller: Caller,
  conversation: Conversation,
  message: MessageRow,
  change: Change & { id: ChangeId },
  now: Date,
): Promise<void> {
  const { workspace, user } = caller
  const text = change.kind === 'edit' ? change.text.trim() : null
  const emoji = change.kind === 'react' ? [...new Set(change.emoji)] : null
  await insertChange(
    tx,
    workspace,
    { id: change.id, message: message.id, user, kind: change.kind, text, before: text && message.text, emoji },
    now,
  )
  await insertOutbox(
    tx,
    workspace,
    {
      // A row of the outbox carries the id of the change in the place of the message's.
      message: change.id as string as MessageId,
      subject: message.id,
      connection: conversation.connection,
      conversation: conversation.id,
      action: change.kind,
      payload: {
        to: remoteOf(conversation),
        text: text ?? '',
        target: typeof message.detail.key === 'string' ? message.detail.key : message.id,
        ...(emoji ? { emoji } : {}),
      },
      bucket: conversation.remoteId,
    },
    now,
  )
  if (text !== null) {
    // Near-duplicates are counted by what people were left with.
    await deleteSentText(tx, workspace, message.id)
    await rememberSent(tx, caller, conversation, { id: message.id, text }, now)
  }
  tellDeliveries({ tx, workspace }, [message])
}

export type ResolveRefusal = { code: 'no-such-change' } | { code: 'not-waiting' }

/** A person decides about a change that may have arrived or was refused: once more, or leave it. */
export async function resolveChange(
  deps: ChangeDeps,
  caller: Caller,
  id: ChangeId,
  decision: 'again' | 'leave',
): Promise<Result<void, ResolveRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, ResolveRefusal>> => {
    const change = await findChange(tx, caller.workspace, id)
    if (!change) return refuse({ code: 'no-such-change' })
    const row = id as string as MessageId
    const at = deps.clock.now()
    if (decision === 'again') {
      if (change.state !== 'unknown') return refuse({ code: 'not-waiting' })
      const connection = await updateOutboxQueued(tx, caller.workspace, row, at)
      if (!connection) return refuse({ code: 'not-waiting' })
      await notifyOutbox(tx, connection)
    } else {
      if (change.state !== 'unknown' && change.state !== 'refused') return refuse({ code: 'not-waiting' })
      await deleteOutbox(tx, caller.workspace, [row])
    }
    const delivery = decision === 'again' ? 'queued' : 'cancelled'
    const told = await updateChangeStates(tx, caller.workspace, [{ message: row, delivery, at }])
    tellDeliveries({ tx, workspace: caller.workspace }, told)
    return done(undefined)
  })
}

export type Version = { text: string; at: Date | null }

/** What a message said before, oldest first; corrections by the other side are kept without their times. */
export async function readVersions(
  deps: { db: Database },
  caller: Caller,
  message: MessageId,
): Promise<Version[] | undefined> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const [row] = await findMessages(tx, caller.workspace, [message])
    if (!row) return undefined
    const edits = (await listChanges(tx, caller.workspace, message)).filter(
      change => change.kind === 'edit' && change.state === 'accepted' && change.before !== null,
    )
    const at = new Map(edits.map(change => [change.text, change.settledAt]))
    const before = Array.isArray(row.detail.before) ? row.detail.before.map(String) : []
    return [...before, row.text].map((text, index) => ({
      text,
      at: index === 0 ? row.sentAt : (at.get(text) ?? (index === before.length ? row.editedAt : null)),
    }))
  })
}
