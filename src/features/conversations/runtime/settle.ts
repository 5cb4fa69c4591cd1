import type { SendOutcome } from '#connectors/contract.ts'
import { tellBrowsers } from '#platform/live.ts'
import type { Transaction } from '#storage/database.ts'
import { applyChange, isChange } from '../actions/apply-change.ts'
import { tellDeliveries } from '../actions/commit-scope.ts'
import { type RecordSpoken, saidOn } from '../actions/touches.ts'
import type { Delivery } from '../model.ts'
import { notifyRoom, roomIdOf } from '../store/chat-rooms.ts'
import type { Connection } from '../store/connections.ts'
import { findMessages, insertMessageKeys, type updateDelivery } from '../store/messages.ts'
import { deleteOutbox, type OutboxRow, updateOutboxHeld, updateOutboxUnknown, upsertHolds } from '../store/outbox.ts'
import type { ForwardId } from '../store/reach.ts'
import { updateForwarded, updateReachTrouble } from '../store/reach.ts'
import { notifyVisitor } from '../store/visitors.ts'
import { updateStates } from './states.ts'

/** What a network said to a send. */
export type Answer = { row: OutboxRow; outcome: SendOutcome }

type Kind = SendOutcome['kind']
type AnswerOf<K extends Kind> = { row: OutboxRow; outcome: Extract<SendOutcome, { kind: K }> }

const only = <K extends Kind>(answers: readonly Answer[], kind: K): AnswerOf<K>[] =>
  answers.filter((answer): answer is AnswerOf<K> => answer.outcome.kind === kind)

/** Any number of answers in a handful of statements; the same answer twice changes nothing more. */
export async function settle(
  deps: { recordSpoken: RecordSpoken },
  tx: Transaction,
  connection: Connection,
  answers: readonly Answer[],
  at: Date,
): Promise<void> {
  if (answers.length === 0) return
  const { workspace, id } = connection
  const accepted = only(answers, 'accepted')
  const later = only(answers, 'later').map(({ row, outcome: { retryAfterMs, code, text } }) => {
    const until = new Date(at.getTime() + retryAfterMs)
    return { message: row.message, bucket: row.bucket, until, code, text }
  })
  const refused = only(answers, 'refused')
  const told = await updateStates(tx, workspace, answers.map(newsOf(at)))
  await insertMessageKeys(
    tx,
    workspace,
    id,
    // The key of a change or a forward leads to no message: seen again it is known, and nothing more.
    accepted.map(({ row, outcome }) => ({
      key: outcome.key,
      message: isChange(row) || row.action === 'forward' ? null : row.message,
    })),
  )
  await settleForwards(tx, connection, answers, at)
  for (const { row, outcome } of accepted) if (isChange(row)) await applyChange(tx, workspace, row, outcome.at)
  await deleteOutbox(
    tx,
    workspace,
    [...accepted, ...refused].map(({ row }) => row.message),
  )
  await updateOutboxHeld(tx, workspace, later)
  await upsertHolds(tx, workspace, id, later)
  await updateOutboxUnknown(
    tx,
    workspace,
    only(answers, 'unknown').map(({ row }) => row.message),
  )
  tellDeliveries({ tx, workspace }, told)
  await tellRelationships(deps, tx, connection, accepted)
}

const newsOf =
  (at: Date) =>
  ({ row: { message }, outcome }: Answer): Parameters<typeof updateDelivery>[2][number] => {
    switch (outcome.kind) {
      case 'accepted':
        return {
          message,
          delivery: 'accepted',
          at: outcome.at,
          ...(outcome.key === message ? {} : { key: outcome.key }),
        }
      case 'unknown':
        return { message, delivery: 'unknown', at, code: 'unknown', text: outcome.why }
      default:
        return { message, delivery: outcome.kind satisfies Delivery, at, code: outcome.code, text: outcome.text }
    }
  }

/** One visitor, or everybody who has that room before them. */
async function tellVisitors(tx: Transaction, to: string, changed: boolean): Promise<void> {
  const room = roomIdOf(to)
  await (room ? notifyRoom(tx, room) : notifyVisitor(tx, to, { kind: changed ? 'changed' : 'news' }))
}

/** A message of ours counts from the moment the network has it. A visitor's browser is told, too. */
async function tellRelationships(
  deps: { recordSpoken: RecordSpoken },
  tx: Transaction,
  connection: Connection,
  accepted: readonly AnswerOf<'accepted'>[],
): Promise<void> {
  if (connection.tool === 'website-chat')
    for (const [visitor, answers] of Map.groupBy(accepted, ({ row }) => row.payload.to.id))
      await tellVisitors(
        tx,
        visitor,
        answers.some(({ row }) => isChange(row)),
      )
  const spoken = accepted.filter(
    ({ row }) => row.payload.to.kind !== 'room' && (row.action === 'message' || row.action === 'invite'),
  )
  const messages = new Map(
    (
      await findMessages(
        tx,
        connection.workspace,
        spoken.map(({ row }) => row.message),
      )
    ).map(message => [message.id, message]),
  )
  const touches = spoken.flatMap(({ row, outcome }) => {
    const message = messages.get(row.message)
    if (!message?.person) return []
    return [
      {
        workspace: connection.workspace,
        person: message.person,
        user: message.user ?? connection.user,
        ...(row.action === 'invite'
          ? { kind: 'our-invite' as const, surface: 'direct' as const }
          : saidOn(row.payload.to.kind, true)),
        tool: row.payload.to.tool ?? connection.tool,
        at: outcome.at,
        conversation: message.conversation,
        message: row.message,
        text: message.text,
      },
    ]
  })
  if (touches.length > 0) await deps.recordSpoken(tx, touches)
}

/** What has arrived there may be answered from there; what the network refuses is told where the recruiter set it up. */
async function settleForwards(
  tx: Transaction,
  { workspace, id: connection }: Connection,
  answers: readonly Answer[],
  at: Date,
): Promise<void> {
  for (const { row, outcome } of answers) {
    if (row.action !== 'forward') continue
    if (outcome.kind === 'accepted')
      // A row of the outbox carries the id of the forward in the place of a message's.
      await updateForwarded(tx, workspace, { id: row.message as string as ForwardId, key: outcome.key, at })
    const trouble = outcome.kind === 'accepted' ? null : outcome.kind === 'unknown' ? outcome.why : outcome.text
    for (const user of await updateReachTrouble(tx, workspace, { connection, address: row.bucket }, trouble, at))
      tellBrowsers(tx, workspace, { kind: 'reach.changed', payload: {}, user })
  }
}
