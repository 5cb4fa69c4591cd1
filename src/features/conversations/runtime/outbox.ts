import type { SendOutcome, Session } from '#connectors/contract.ts'
import type { Clock } from '#kernel/clock.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import type { RecordSpoken } from '../actions/touches.ts'
import type { Connection } from '../store/connections.ts'
import { findMessages, insertMessageKeys, updateDelivery } from '../store/messages.ts'
import {
  claimHeads,
  deleteOutbox,
  findInterrupted,
  type OutboxRow,
  updateOutboxQueued,
  updateOutboxUnknown,
  upsertHold,
} from '../store/outbox.ts'
import { notifyVisitor } from '../store/visitors.ts'

export type OutboxDeps = {
  db: Database
  clock: Clock
  recordSpoken: RecordSpoken
}

/**
 * After a crash: what was being sent may have arrived. A network that knows our txn gets it again; on any other the message is
 * unknown until its echo is seen or a person decides.
 */
export async function recoverOutbox(deps: OutboxDeps, connection: Connection, idempotent: boolean): Promise<void> {
  await inWorkspace(deps.db, connection.workspace, async tx => {
    const now = deps.clock.now()
    for (const message of await findInterrupted(tx, connection.workspace, connection.id)) {
      if (idempotent) {
        await updateOutboxQueued(tx, connection.workspace, message, now)
        continue
      }
      await updateOutboxUnknown(tx, connection.workspace, message)
      await updateDelivery(tx, connection.workspace, [
        { message, delivery: 'unknown', at: now, code: 'interrupted', text: 'Kith stopped while this was being sent.' },
      ])
      await tell(tx, connection.workspace, message)
    }
  })
}

/**
 * Sends what is due, the buckets side by side and each in order, until nothing is due. Gives when the next row becomes due, or
 * null when none waits.
 */
export async function drainOutbox(
  deps: OutboxDeps,
  connection: Connection,
  session: Session,
  signal: AbortSignal,
): Promise<Date | null> {
  for (;;) {
    if (signal.aborted) return null
    const { claimed, nextAt } = await inWorkspace(deps.db, connection.workspace, tx => claim(deps, tx, connection))
    if (claimed.length === 0) return nextAt
    await Promise.all(claimed.map(row => sendOne(deps, connection, session, row, signal)))
  }
}

async function claim(deps: OutboxDeps, tx: Transaction, connection: Connection): ReturnType<typeof claimHeads> {
  const at = deps.clock.now()
  const heads = await claimHeads(tx, connection.workspace, connection.id, at)
  const news = heads.claimed.map(row => ({ message: row.message, delivery: 'sending' as const, at }))
  await updateDelivery(tx, connection.workspace, news)
  for (const row of heads.claimed) await tell(tx, connection.workspace, row.message)
  return heads
}

/** What became of a send is known here and nowhere else, so it is written even if the database is away for a while. */
async function sendOne(
  deps: OutboxDeps,
  connection: Connection,
  session: Session,
  row: OutboxRow,
  signal: AbortSignal,
): Promise<void> {
  const outcome = await attempt(session, row, signal)
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 5_000)) {
    try {
      return await inWorkspace(deps.db, connection.workspace, tx => settle(deps, tx, connection, row, outcome))
    } catch (error) {
      if (signal.aborted) throw error
      await new Promise(resolve => setTimeout(resolve, waitMs))
    }
  }
}

async function attempt(session: Session, row: OutboxRow, signal: AbortSignal): Promise<SendOutcome> {
  const { to, text, replyTo, quoted, accept } = row.payload
  try {
    if (row.action === 'message')
      return await session.send(
        {
          txn: row.message,
          to,
          text,
          ...(replyTo === undefined ? {} : { replyTo }),
          ...(quoted === undefined ? {} : { quoted }),
        },
        signal,
      )
    if (!session.people) return { kind: 'refused', code: 'no-invitations', text: 'This network has no invitations.' }
    if (row.action === 'answer') return await session.people.answer(to.id, accept ?? false)
    return await session.people.invite(to.id, text === '' ? { txn: row.message } : { txn: row.message, text })
  } catch (error) {
    return { kind: 'unknown', why: error instanceof Error ? error.message : 'the connection broke' }
  }
}

async function settle(
  deps: OutboxDeps,
  tx: Transaction,
  connection: Connection,
  row: OutboxRow,
  outcome: SendOutcome,
): Promise<void> {
  const { workspace } = connection
  const at = deps.clock.now()
  switch (outcome.kind) {
    case 'accepted':
      await updateDelivery(tx, workspace, [{ message: row.message, delivery: 'accepted', at: outcome.at }])
      await insertMessageKeys(tx, workspace, connection.id, [{ key: outcome.key, message: row.message }])
      await deleteOutbox(tx, workspace, [row.message])
      await tellRelationship(deps, tx, connection, row, outcome.at)
      break
    case 'later': {
      const until = new Date(at.getTime() + outcome.retryAfterMs)
      await updateOutboxQueued(tx, workspace, row.message, until)
      await upsertHold(tx, workspace, connection.id, row.bucket, { until, code: outcome.code, text: outcome.text })
      await updateDelivery(tx, workspace, [
        { message: row.message, delivery: 'later', at, code: outcome.code, text: outcome.text },
      ])
      break
    }
    case 'refused':
      await deleteOutbox(tx, workspace, [row.message])
      await updateDelivery(tx, workspace, [
        { message: row.message, delivery: 'refused', at, code: outcome.code, text: outcome.text },
      ])
      break
    case 'unknown':
      await updateOutboxUnknown(tx, workspace, row.message)
      await updateDelivery(tx, workspace, [
        { message: row.message, delivery: 'unknown', at, code: 'unknown', text: outcome.why },
      ])
      break
    default:
      outcome satisfies never
  }
  await tell(tx, workspace, row.message)
}

/** A message of ours counts from the moment the network has it. A visitor's browser is told, too. */
async function tellRelationship(
  deps: OutboxDeps,
  tx: Transaction,
  connection: Connection,
  row: OutboxRow,
  at: Date,
): Promise<void> {
  const [message] = await findMessages(tx, connection.workspace, [row.message])
  if (!message) return
  if (connection.tool === 'website-chat') await notifyVisitor(tx, row.payload.to.id, { kind: 'news' })
  if (!message.person || row.payload.to.kind === 'room' || row.action === 'answer') return
  await deps.recordSpoken(tx, [
    {
      workspace: connection.workspace,
      person: message.person,
      user: message.user ?? connection.user,
      kind: row.action === 'invite' ? 'our-invite' : 'our-message',
      tool: connection.tool,
      surface: 'direct',
      at,
      conversation: row.conversation,
      message: row.message,
      text: message.text,
    },
  ])
}

async function tell(tx: Transaction, workspace: WorkspaceId, message: OutboxRow['message']): Promise<void> {
  for (const row of await findMessages(tx, workspace, [message]))
    tellBrowsers(tx, workspace, {
      kind: 'message.changed',
      payload: { conversation: row.conversation, message: row.id, delivery: row.delivery },
    })
}
