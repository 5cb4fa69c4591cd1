import type { Account, Connector, WebhookAnswer, WebhookRequest } from '#connectors/contract.ts'
import { minuteMs } from '#kernel/clock.ts'
import type { ConnectionId } from '#kernel/ids.ts'
import { isSame } from '#platform/secrets.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import {
  type Connection,
  findConnectionAnywhere,
  listConnections,
  updateWebhookReached,
  updateWebhookRefused,
} from '../store/connections.ts'
import { type CommitDeps, commitEvents, LeaseLost } from './commit.ts'
import { accountValues, type Vault } from './connect.ts'
import type { Hooks } from './hooks.ts'

export function accountOf(deps: { vault: Vault; hooks: Hooks }, connection: Connection): Account {
  const webhookUrl = deps.hooks.reachableUrlOf(connection.id)
  const values = accountValues(deps.vault, connection)
  const webhookWord = deps.hooks.wordOf(connection.id)
  return { id: connection.id, values, webhookWord, ...(webhookUrl === undefined ? {} : { webhookUrl }) }
}

export type ReceiveDeps = CommitDeps & {
  vault: Vault
  hooks: Hooks
  connectorOf(tool: Connection['tool']): Promise<Connector | undefined>
}

type Received = Exclude<WebhookAnswer, { kind: 'refused' }> | { kind: 'refused'; status: 400 | 401 | 403 | 404 }

/** How often it is written down that the network came; a busy one comes many times a second. */
const notedEveryMs = minuteMs

/**
 * Resolves after the events are committed, so that an answer with 200 means that they are kept. No lease is needed: a connection that
 * is paused, or whose session runs on another node, takes what its network delivers all the same, for some deliver only once.
 */
export async function receiveWebhook(
  deps: ReceiveDeps,
  address: string,
  request: Omit<WebhookRequest, 'word' | 'at' | 'url'> & { path: string },
  signal: AbortSignal,
): Promise<Received> {
  const { path, ...rest } = request
  const [id = ''] = address.split('/')
  // No query for whoever guesses: the address proves itself.
  const expected = deps.hooks.urlOf(id as ConnectionId)
  const origin = new URL(expected).origin
  if (!isSame(`${origin}/api/v1/hooks/${address}`, expected)) return { kind: 'refused', status: 404 }
  const connection = await acrossWorkspaces(deps.db, tx => findConnectionAnywhere(tx, id as ConnectionId))
  const webhook = connection && (await deps.connectorOf(connection.tool))?.webhook
  if (!connection || !webhook) return { kind: 'refused', status: 404 }
  const at = deps.clock.now()
  const word = deps.hooks.wordOf(connection.id)
  const answer = await webhook.receive(
    accountOf(deps, connection),
    { ...rest, url: `${origin}${path}`, word, at },
    signal,
  )
  if (answer.kind === 'events' && (await keep(deps, connection, answer)) === 'gone')
    return { kind: 'refused', status: 404 }
  await note(deps, connection, answer, at)
  if (webhook.shared && answer.kind === 'events')
    for (const other of await othersOf(deps, connection)) {
      const theirs = await webhook.receive(
        accountOf(deps, other),
        { ...rest, url: `${origin}${path}`, word, at },
        signal,
      )
      // Refused: of another app, with another secret. Nothing in it: not for them.
      if (theirs.kind !== 'events' || theirs.events.length === 0) continue
      await keep(deps, other, theirs)
      await note(deps, other, theirs, at)
    }
  return answer
}

async function othersOf(deps: ReceiveDeps, { workspace, id, tool }: Connection): Promise<Connection[]> {
  const all = await inWorkspace(deps.db, workspace, tx => listConnections(tx, workspace))
  return all.filter(other => other.tool === tool && other.id !== id && other.config.sample !== 'yes')
}

async function keep(
  deps: ReceiveDeps,
  { workspace, id }: Connection,
  { events }: Extract<WebhookAnswer, { kind: 'events' }>,
): Promise<'kept' | 'gone'> {
  if (events.length === 0) return 'kept'
  try {
    await commitEvents(deps, { workspace, connection: id }, events)
    return 'kept'
  } catch (error) {
    // Removed in this moment; without a lease in the question nothing else ends so.
    if (error instanceof LeaseLost) return 'gone'
    throw error
  }
}

async function note(deps: ReceiveDeps, connection: Connection, answer: WebhookAnswer, at: Date): Promise<void> {
  const { workspace, id } = connection
  const since = new Date(at.getTime() - notedEveryMs)
  const last = answer.kind === 'refused' ? connection.webhookRefusedAt : connection.webhookAt
  if (last && last > since) return
  await inWorkspace(deps.db, workspace, async tx => {
    if (answer.kind === 'refused') await updateWebhookRefused(tx, workspace, id, at, answer.why)
    else await updateWebhookReached(tx, workspace, id, at)
  })
}
