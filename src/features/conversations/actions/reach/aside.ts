import type { NetworkEvent } from '#connectors/contract.ts'
import { parseId } from '#kernel/ids.ts'
import { enqueue } from '#platform/tasks.ts'
import { isByKith } from '../../model/reach.ts'
import { findMessageKeys, insertMessageKeys } from '../../store/messages.ts'
import { deleteOutbox } from '../../store/outbox.ts'
import { type ForwardId, listReaches, type Reach, updateForwarded } from '../../store/reach.ts'
import { answerTask } from '../../task-kinds.ts'
import type { Of, Scope } from '../commit-scope.ts'
import { isProof, prove } from './settings.ts'
import { idFrom } from './tell.ts'

/**
 * Takes out what is said between this connection and a recruiter's own address there: it is no conversation, its writer no person and
 * no request. An answer becomes a task of the same transaction. Gives what is left, and the reaches of the workspace.
 */
export async function setReachAside(
  scope: Scope,
  events: readonly NetworkEvent[],
): Promise<{ rest: readonly NetworkEvent[]; reaches: readonly Reach[] }> {
  const { tx, workspace, connection } = scope
  const reaches = await listReaches(tx, workspace)
  const here = reaches.filter(reach => reach.connection === connection.id)
  if (here.length === 0) return { rest: events, reaches }
  const own = new Map(here.flatMap(reach => (reach.provenAt && reach.address !== null ? [[reach.address, reach]] : [])))
  const rest: NetworkEvent[] = []
  for (const event of events) {
    const direct = directOf(event)
    const reach = direct === undefined ? undefined : own.get(direct)
    if (direct === undefined) rest.push(event)
    else if (reach) await take(scope, reach, event)
    else if (event.kind === 'message' && event.own && here.some(each => each.address === direct)) {
      // The echo of the code; what the recruiter themselves wrote to that address is a message as any.
      if (await isOurEcho(scope, event)) await seen(scope, event)
      else rest.push(event)
    } else {
      const proven = event.kind === 'message' ? await proof(scope, here, event, direct) : undefined
      if (proven) own.set(direct, proven)
      else rest.push(event)
    }
  }
  return { rest, reaches }
}

/** The one address that an event is about; undefined in rooms and in public. */
function directOf(event: NetworkEvent): string | undefined {
  if (event.kind === 'contact') return event.person.id
  if (!('conversation' in event) || event.conversation?.kind !== 'direct') return undefined
  return event.conversation.id
}

const keysOf = (event: Of<'message'>) => [event.key, ...event.otherKeys]

async function isOurEcho({ tx, workspace, connection }: Scope, event: Of<'message'>): Promise<boolean> {
  const known = await findMessageKeys(tx, workspace, connection.id, keysOf(event))
  return [...known.values()].includes(null)
}

async function seen({ tx, workspace, connection }: Scope, event: NetworkEvent): Promise<void> {
  const keys = event.kind === 'message' ? keysOf(event) : [event.key]
  await insertMessageKeys(
    tx,
    workspace,
    connection.id,
    keys.map(key => ({ key, message: null })),
  )
}

async function proof(
  scope: Scope,
  here: readonly Reach[],
  event: Of<'message'>,
  from: string,
): Promise<Reach | undefined> {
  if (event.own || event.history) return undefined
  const reach = here.find(each => isProof(each, from, event.text, scope.now))
  if (!reach || (await isKnown(scope, event))) return undefined
  await seen(scope, event)
  await prove(scope.tx, scope.workspace, reach, from, scope.now)
  return { ...reach, address: from, provenAt: scope.now }
}

async function isKnown({ tx, workspace, connection }: Scope, event: NetworkEvent): Promise<boolean> {
  const keys = event.kind === 'message' ? keysOf(event) : [event.key]
  return (await findMessageKeys(tx, workspace, connection.id, keys)).size > 0
}

async function take(scope: Scope, reach: Reach, event: NetworkEvent): Promise<void> {
  const { tx, workspace, connection } = scope
  if (event.kind === 'message' && event.own) return settleEcho(scope, event)
  if (await isKnown(scope, event)) return
  await seen(scope, event)
  const answer = answerOf(event)
  if (!answer) return
  const payload = { workspace, user: reach.user, connection: connection.id, cause: event.key, ...answer }
  await enqueue(tx, answerTask, idFrom(`${connection.id}:${event.key}`), payload, { queue: `reach:${reach.user}` })
}

/** Undefined: nothing that anybody wrote just now. */
function answerOf(event: NetworkEvent) {
  if (event.kind === 'edit')
    return event.own ? undefined : { kind: 'edit' as const, text: event.text, sentAt: event.at.toISOString() }
  if (event.kind !== 'message' || event.history || event.automatic !== undefined || isByKith(event.text))
    return undefined
  return {
    kind: event.files?.length ? ('files' as const) : ('text' as const),
    text: event.text,
    sentAt: event.sentAt.toISOString(),
    ...(event.replyTo === undefined ? {} : { replyTo: event.replyTo }),
    ...(event.subject === undefined ? {} : { subject: event.subject }),
  }
}

/** The network shows what we sent there: it needs no further try. */
async function settleEcho(scope: Scope, event: Of<'message'>): Promise<void> {
  const { tx, workspace } = scope
  await seen(scope, event)
  const ours = keysOf(event).flatMap(key => parseId<'Message'>(key) ?? [])
  await deleteOutbox(tx, workspace, ours)
  for (const id of ours)
    await updateForwarded(tx, workspace, { id: id as string as ForwardId, key: event.key, at: event.sentAt })
}
