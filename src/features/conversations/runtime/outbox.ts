import type { OutgoingFile, RemoteConversation, SendOutcome, Session } from '#connectors/contract.ts'
import { type Clock, hourMs } from '#kernel/clock.ts'
import type { ConversationId, MessageId, WorkspaceId } from '#kernel/ids.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { tellDeliveries } from '../actions/commit-scope.ts'
import type { Hooks } from '../actions/hooks.ts'
import type { RecordSpoken } from '../actions/touches.ts'
import { outboxLimits } from '../model.ts'
import type { Connection } from '../store/connections.ts'
import { findFileData } from '../store/files.ts'
import {
  claimDue,
  deleteOutbox,
  findInterrupted,
  findNextDue,
  findUnwanted,
  type OutboxRow,
  updateOutboxHeld,
  updateOutboxUnbegun,
  updateOutboxUnknown,
} from '../store/outbox.ts'
import { type Answer, settle } from './settle.ts'
import { updateStates } from './states.ts'

/** A network that fetches what it is sent has this long for it. */
const lentMs = hourMs

export type OutboxDeps = {
  db: Database
  /** Absent: nothing is lent. */
  hooks?: Pick<Hooks, 'lend'>
  clock: Clock
  recordSpoken: RecordSpoken
}

/**
 * After a crash: what was being sent may have arrived. A network that knows our txn gets it again; on any other the message is
 * unknown until its echo is seen or a person decides.
 */
export async function recoverOutbox(deps: OutboxDeps, connection: Connection, idempotent: boolean): Promise<void> {
  await inWorkspace(deps.db, connection.workspace, async tx => {
    const { workspace, id } = connection
    const at = deps.clock.now()
    const all = await findInterrupted(tx, workspace, id)
    const again = all.filter(({ action }) => mayRepeat(action, idempotent)).map(({ message }) => message)
    const interrupted = all.map(({ message }) => message).filter(message => !again.includes(message))
    await updateOutboxHeld(
      tx,
      workspace,
      again.map(message => ({ message, until: at })),
    )
    if (interrupted.length === 0) return
    await updateOutboxUnknown(tx, workspace, interrupted)
    const code = { code: 'interrupted', text: 'Kith stopped while this was being sent.' }
    const told = await updateStates(
      tx,
      workspace,
      interrupted.map(message => ({ message, delivery: 'unknown', at, ...code })),
    )
    tellDeliveries({ tx, workspace }, told)
  })
}

/** A forward that the recruiter sees twice does no harm, and one that never comes does. */
const mayRepeat = (action: OutboxRow['action'], idempotent: boolean) => idempotent || action === 'forward'

/** `pipelined`, `idempotent`: as the connector's manifest says. Ringing the bell makes a drain that waits look for new rows. */
export type Lane = { pipelined?: boolean; idempotent?: boolean; bell?: Bell }

export type Bell = { ring(): void; wait(atMostMs: number | undefined): Promise<void> }

/** Heard once, also when it was rung while nobody waited. */
export function newBell(): Bell {
  let rung = false
  let hear = () => {}
  return {
    ring() {
      rung = true
      hear()
    },
    async wait(atMostMs) {
      if (!rung)
        await new Promise<void>(resolve => {
          const timer = atMostMs === undefined ? undefined : setTimeout(resolve, atMostMs)
          hear = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      rung = false
    },
  }
}

/**
 * Sends what is due, the buckets side by side and each in order, until nothing is due or under way. One transaction writes what became
 * of many and claims the next, so that a commit carries as much as happened during the one before. Gives when the next row becomes
 * due, or null when none waits.
 */
export async function drainOutbox(
  deps: OutboxDeps,
  connection: Connection,
  session: Session,
  signal: AbortSignal,
  { pipelined = false, idempotent = false, bell = newBell() }: Lane = {},
): Promise<Date | null> {
  const begun = new Map<MessageId, OutboxRow>()
  let answers: Answer[] = []
  let unsure = false
  for (;;) {
    const settling = answers
    answers = []
    const open = !signal.aborted && begun.size - settling.length < outboxLimits.underWay
    if (!open && begun.size === 0) return null
    let taken: Taken
    try {
      taken = await inWorkspace(deps.db, connection.workspace, tx =>
        takeTurn(deps, tx, connection, settling, {
          open,
          pipelined,
          busy: pipelined ? [] : bucketsOf(begun, settling),
          begun: unsure ? [...begun.keys()] : undefined,
        }),
      )
      unsure = false
    } catch (error) {
      if (signal.aborted || begun.size === 0) throw error
      // What became of a send is known here and nowhere else, so it is written even if the database is away for a while.
      unsure = true
      answers = [...settling, ...answers]
      await new Promise(resolve => setTimeout(resolve, 500))
      continue
    }
    for (const { row } of settling) begun.delete(row.message)
    for (const row of taken.claimed) {
      begun.set(row.message, row)
      void attempt(deps, connection, session, row, signal).then(outcome => {
        answers.push({ row, outcome: mayRepeat(row.action, idempotent) ? askAgain(outcome) : outcome })
        bell.ring()
      })
    }
    const full = begun.size >= outboxLimits.underWay
    if (begun.size === 0 && !taken.more) return taken.nextAt
    if (full || (!taken.more && answers.length === 0))
      await bell.wait(taken.nextAt ? taken.nextAt.getTime() - deps.clock.now().getTime() + 5 : undefined)
    // Answers that come in the same turn of the loop are written together.
    await new Promise(setImmediate)
  }
}

function bucketsOf(begun: ReadonlyMap<MessageId, OutboxRow>, settling: readonly Answer[]): string[] {
  const answered = new Set(settling.map(({ row }) => row.message))
  return [...begun.values()].filter(row => !answered.has(row.message)).map(row => row.bucket)
}

/** `more`: something was due, so there may be more of it. `nextAt`: when the next becomes due. */
type Taken = { claimed: OutboxRow[]; more: boolean; nextAt: Date | null }

/** Writes what became of those that were answered, then claims; whoever became do-not-contact since Send gets nothing. */
async function takeTurn(
  deps: OutboxDeps,
  tx: Transaction,
  connection: Connection,
  settling: readonly Answer[],
  given: { open: boolean; pipelined: boolean; busy: readonly string[]; begun: readonly MessageId[] | undefined },
): Promise<Taken> {
  const { workspace, id } = connection
  const now = deps.clock.now()
  if (given.begun) await updateOutboxUnbegun(tx, workspace, id, given.begun)
  await settle(deps, tx, connection, settling, now)
  if (!given.open) return { claimed: [], more: false, nextAt: null }
  const due = await claimDue(tx, connection, {
    now,
    nearAt: new Date(now.getTime() + outboxLimits.undoMs + 1),
    busy: given.busy,
    perBucket: given.pipelined ? outboxLimits.perTurn : 1,
    limit: outboxLimits.perTurn,
  })
  if (due.length === 0) return { claimed: [], more: false, nextAt: await findNextDue(tx, workspace, id, now) }
  const stopped = await findUnwanted(tx, workspace, [...new Set(due.flatMap(row => row.conversation ?? []))])
  const unwanted = new Set(due.filter(row => isUnwanted(row, stopped)).map(row => row.message))
  await deleteOutbox(tx, workspace, [...unwanted])
  const why = { code: 'do-not-contact', text: 'They asked to be left alone before this was sent.' }
  const told = await updateStates(
    tx,
    workspace,
    due.map(({ message }) =>
      unwanted.has(message)
        ? { message, delivery: 'refused', at: now, ...why }
        : { message, delivery: 'sending', at: now },
    ),
  )
  tellDeliveries({ tx, workspace }, told)
  return { claimed: due.filter(row => !unwanted.has(row.message)), more: true, nextAt: null }
}

/** Saying no to a person who asks is no contact, nor is taking back. */
function isUnwanted({ action, conversation, payload }: OutboxRow, stopped: ReadonlySet<ConversationId>): boolean {
  if (conversation === null || !stopped.has(conversation)) return false
  if (action === 'answer') return payload.accept === true
  return action !== 'retract' && action !== 'forward'
}

const personIn = (to: RemoteConversation) => (to.kind === 'public' ? to.with : to.id)

/** Where the same txn is the same message, asking once more is how an unclear outcome becomes clear. */
function askAgain(outcome: SendOutcome): SendOutcome {
  if (outcome.kind !== 'unknown') return outcome
  return { kind: 'later', retryAfterMs: outboxLimits.askAgainMs, code: 'unconfirmed', text: outcome.why }
}

async function attempt(
  deps: OutboxDeps,
  { workspace }: Connection,
  session: Session,
  row: OutboxRow,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { to, text, replyTo, quoted, accept, subject, template, files } = row.payload
  try {
    if (row.action === 'edit' || row.action === 'retract' || row.action === 'react') return await change(session, row)
    if (row.action === 'message' || row.action === 'forward')
      return await session.send(
        {
          txn: row.message,
          to,
          text,
          ...(replyTo === undefined ? {} : { replyTo }),
          ...(quoted === undefined ? {} : { quoted }),
          ...(subject === undefined ? {} : { subject }),
          ...(template === undefined ? {} : { template }),
          ...(files === undefined ? {} : { files: files.map(file => outgoing(deps, workspace, file)) }),
        },
        signal,
      )
    if (!session.people) return { kind: 'refused', code: 'no-invitations', text: 'This network has no invitations.' }
    if (row.action === 'answer') return await session.people.answer(personIn(to), accept ?? false)
    return await session.people.invite(personIn(to), text === '' ? { txn: row.message } : { txn: row.message, text })
  } catch (error) {
    return { kind: 'unknown', why: error instanceof Error ? error.message : 'the connection broke' }
  }
}

/** Read when the network wants it, on every try: a restart in between loses nothing. */
function outgoing(
  { db, clock, hooks }: OutboxDeps,
  workspace: WorkspaceId,
  file: NonNullable<OutboxRow['payload']['files']>[number],
): OutgoingFile {
  const lent = () => hooks?.lend({ workspace, file: file.id, until: new Date(clock.now().getTime() + lentMs) })
  return {
    ...(lent() === undefined ? {} : { lentUrl: () => lent() ?? '' }),
    name: file.name,
    mimeType: file.mimeType,
    async bytes() {
      const data = await inWorkspace(db, workspace, tx => findFileData(tx, workspace, file.id))
      if (!data) throw new Error('a file that is sent is kept')
      return data
    },
  }
}

const cannot = (text: string): SendOutcome => ({ kind: 'refused', code: 'not-possible', text })

/** Corrects, takes back or reacts; the connection may have lost the ability since it was asked for. */
async function change({ edits, reactions }: Session, row: OutboxRow): Promise<SendOutcome> {
  const { to, text, target = '', emoji = [] } = row.payload
  if (row.action === 'react')
    return reactions
      ? await reactions.react(to, target, emoji, row.message)
      : cannot('This network has no reactions now.')
  if (!edits) return cannot('This network can’t change what was sent now.')
  return row.action === 'edit'
    ? await edits.edit(to, target, text, row.message)
    : await edits.retract(to, target, row.message)
}
