import type { Connector, ConnectorManifest } from '#connectors/contract.ts'
import { audit } from '#features/accounts/index.ts'
import type { Clock } from '#kernel/clock.ts'
import { type ConnectionId, newId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import {
  type Connection,
  findConnection,
  findConnectionForUpdate,
  insertConnection,
  listConnections,
  lockWebsiteChat,
  updateConnectionAccount,
  updateConnectionPaused,
  updateConnectionRemoved,
  updateConnectionSecrets,
} from '../store/connections.ts'
import { LeaseLost } from './commit.ts'
import type { Hooks } from './hooks.ts'

/** `context` is bound into the seal: a secret moved to another connection does not open. */
export type Vault = { seal(text: string, context: string): string; unseal(text: string, context: string): string }

const sealContext = (id: ConnectionId) => `connection:${id}`

export type ConnectDeps = {
  db: Database
  clock: Clock
  vault: Vault
  hooks: Hooks
  connectors(): Promise<readonly Connector[]>
  /** Looks at the connections at once, after the transaction. */
  refreshSessions(): Promise<void>
}

export type ConnectRefusal =
  | { code: 'no-such-connection' }
  | { code: 'no-such-tool' }
  | { code: 'field-missing'; field: string }
  | { code: 'not-yours' }

/** Splits the form: secrets are sealed as one text, the rest is kept readable. Unknown fields are dropped. */
function splitValues(
  manifest: ConnectorManifest,
  values: Readonly<Record<string, string>>,
): Result<{ config: Record<string, string>; secrets: Record<string, string> }, ConnectRefusal> {
  const config: Record<string, string> = {}
  const secrets: Record<string, string> = {}
  for (const field of manifest.fields) {
    const value = values[field.name] ?? ''
    if (field.required && value.trim() === '') return refuse({ code: 'field-missing', field: field.name })
    if (value === '') continue
    if (field.kind === 'secret') secrets[field.name] = value
    else config[field.name] = value.trim()
  }
  return done({ config, secrets })
}

/** The whole form again, secrets decrypted: for the connector only. */
export function accountValues(vault: Vault, connection: Connection): Record<string, string> {
  const secrets = connection.secretsSealed
    ? readSecrets(vault.unseal(connection.secretsSealed, sealContext(connection.id)))
    : {}
  return { ...connection.config, ...secrets }
}

/**
 * What the network has just replaced, sealed with the rest of the form. `seen` hears of the row as it will stand before it does.
 * Throws `LeaseLost` when another node runs the session now.
 */
export async function saveSecrets(
  deps: { db: Database; vault: Vault },
  at: { workspace: WorkspaceId; connection: ConnectionId; holder: string },
  replaced: Readonly<Record<string, string>>,
  seen: (row: Pick<Connection, 'config' | 'secretsSealed'>) => void,
): Promise<void> {
  await inWorkspace(deps.db, at.workspace, async tx => {
    const row = await findConnectionForUpdate(tx, at.workspace, at.connection)
    if (!row || row.leaseHolder !== at.holder) throw new LeaseLost('lease lost')
    const before = row.secretsSealed ? readSecrets(deps.vault.unseal(row.secretsSealed, sealContext(row.id))) : {}
    const secretsSealed = deps.vault.seal(JSON.stringify({ ...before, ...replaced }), sealContext(row.id))
    seen({ config: row.config, secretsSealed })
    await updateConnectionSecrets(tx, at.workspace, at.connection, secretsSealed)
  })
}

function readSecrets(text: string): Record<string, string> {
  const parsed: unknown = JSON.parse(text)
  if (typeof parsed !== 'object' || parsed === null) return {}
  return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]))
}

async function connectorFor(deps: ConnectDeps, tool: ToolId): Promise<Connector | undefined> {
  return (await deps.connectors()).find(connector => connector.manifest.tool === tool)
}

export async function addConnection(
  deps: ConnectDeps,
  caller: Caller,
  input: { tool: ToolId; label: string; values: Readonly<Record<string, string>> },
): Promise<Result<ConnectionId, ConnectRefusal>> {
  const connector = await connectorFor(deps, input.tool)
  if (!connector || connector.manifest.fields.length === 0) return refuse({ code: 'no-such-tool' })
  const split = splitValues(connector.manifest, input.values)
  if (!split.ok) return split
  const now = deps.clock.now()
  const id = newId<'Connection'>(now.getTime())
  await inWorkspace(deps.db, caller.workspace, async tx => {
    await insertConnection(
      tx,
      {
        id,
        workspace: caller.workspace,
        user: caller.user,
        tool: input.tool,
        label: input.label,
        config: split.value.config,
        secretsSealed: sealed(deps.vault, id, split.value.secrets),
      },
      now,
    )
    await note(tx, deps, caller, id, 'connection.added', { tool: input.tool })
  })
  await deps.refreshSessions()
  return done(id)
}

/** The workspace's website chat, when there is one already. */
export async function findWebsiteChat(
  tx: Transaction,
  workspace: Caller['workspace'],
): Promise<ConnectionId | undefined> {
  const all = await listConnections(tx, workspace)
  return all.find(({ tool, config }) => tool === 'website-chat' && config.sample !== 'yes')?.id
}

/** The workspace's website chat, made on first need: it has no account of its own. */
export async function ensureWebsiteChat(tx: Transaction, caller: Caller, now: Date): Promise<ConnectionId> {
  let existing = await findWebsiteChat(tx, caller.workspace)
  if (existing) return existing
  // A page asks for several things of it at once: the first makes it, the others wait and find it.
  await lockWebsiteChat(tx, caller.workspace)
  existing = await findWebsiteChat(tx, caller.workspace)
  if (existing) return existing
  const id = newId<'Connection'>(now.getTime())
  await insertConnection(
    tx,
    {
      id,
      workspace: caller.workspace,
      user: caller.user,
      tool: 'website-chat',
      label: 'Website',
      config: {},
      secretsSealed: null,
    },
    now,
  )
  return id
}

/** The blog's own, through which answers from the fediverse come in and go out; made on first need. */
export async function ensureBlogConnection(tx: Transaction, caller: Caller, now: Date): Promise<ConnectionId> {
  const find = async () => (await listConnections(tx, caller.workspace)).find(({ tool }) => tool === 'blog')?.id
  const existing = await find()
  if (existing) return existing
  await lockWebsiteChat(tx, caller.workspace)
  const made = await find()
  if (made) return made
  const id = newId<'Connection'>(now.getTime())
  const { workspace, user } = caller
  await insertConnection(tx, { id, workspace, user, tool: 'blog', label: 'Blog', config: {}, secretsSealed: null }, now)
  return id
}

const sealed = (vault: Vault, id: ConnectionId, secrets: Record<string, string>) =>
  Object.keys(secrets).length === 0 ? null : vault.seal(JSON.stringify(secrets), sealContext(id))

export async function changeConnection(
  deps: ConnectDeps,
  caller: Caller,
  id: ConnectionId,
  change: { label?: string; values?: Readonly<Record<string, string>>; paused?: boolean },
): Promise<Result<void, ConnectRefusal>> {
  const now = deps.clock.now()
  const result = await inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, ConnectRefusal>> => {
    const connection = await findConnectionForUpdate(tx, caller.workspace, id)
    if (!connection) return refuse({ code: 'no-such-connection' })
    if (!mayManage(caller, connection)) return refuse({ code: 'not-yours' })
    if (change.label !== undefined || change.values) {
      const connector = await connectorFor(deps, connection.tool)
      if (!connector) return refuse({ code: 'no-such-tool' })
      const split = splitValues(connector.manifest, { ...accountValues(deps.vault, connection), ...change.values })
      if (!split.ok) return split
      await updateConnectionAccount(tx, caller.workspace, id, {
        label: change.label ?? connection.label,
        // What stands beside the form (the website chat's sites, hours and doors) is not the form's to lose.
        config: connector.manifest.fields.length === 0 ? connection.config : split.value.config,
        secretsSealed: sealed(deps.vault, id, split.value.secrets),
      })
    }
    if (change.paused !== undefined) await updateConnectionPaused(tx, caller.workspace, id, change.paused ? now : null)
    await note(tx, deps, caller, id, 'connection.changed', { fields: Object.keys(change) })
    return done(undefined)
  })
  if (result.ok) await deps.refreshSessions()
  return result
}

export async function removeConnection(
  deps: ConnectDeps,
  caller: Caller,
  id: ConnectionId,
): Promise<Result<void, ConnectRefusal>> {
  const result = await inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, ConnectRefusal>> => {
    const connection = await findConnectionForUpdate(tx, caller.workspace, id)
    if (!connection) return refuse({ code: 'no-such-connection' })
    if (!mayManage(caller, connection)) return refuse({ code: 'not-yours' })
    await updateConnectionRemoved(tx, caller.workspace, id, deps.clock.now())
    await note(tx, deps, caller, id, 'connection.removed', { tool: connection.tool })
    return done(undefined)
  })
  if (result.ok) await deps.refreshSessions()
  return result
}

/** Tries the form's values, completed by the stored secrets when an existing connection is edited. Nothing is kept. */
export async function testConnection(
  deps: ConnectDeps,
  caller: Caller,
  input: { tool: ToolId; values: Readonly<Record<string, string>>; connection?: ConnectionId },
  signal: AbortSignal,
): Promise<Result<{ ok: boolean; text: string; code?: string }, ConnectRefusal>> {
  const connector = await connectorFor(deps, input.tool)
  if (!connector) return refuse({ code: 'no-such-tool' })
  let stored: Record<string, string> = {}
  const { connection: id } = input
  if (id !== undefined) {
    const connection = await inWorkspace(deps.db, caller.workspace, tx => findConnection(tx, caller.workspace, id))
    if (!connection) return refuse({ code: 'no-such-connection' })
    if (!mayManage(caller, connection)) return refuse({ code: 'not-yours' })
    stored = accountValues(deps.vault, connection)
  }
  const given = Object.fromEntries(Object.entries(input.values).filter(([, value]) => value !== ''))
  const split = splitValues(connector.manifest, { ...stored, ...given })
  if (!split.ok) return split
  const values = { ...split.value.config, ...split.value.secrets }
  const answer = await connector.test({ id: id ?? newId(), values }, signal)
  return done(answer.ok ? { ok: true, text: answer.detail } : answer)
}

/** Own accounts, and any for an admin. */
export function mayManage(caller: Caller, connection: Connection): boolean {
  return connection.user === caller.user || mayActAs(caller.role, 'admin')
}

async function note(
  tx: Transaction,
  deps: ConnectDeps,
  caller: Caller,
  id: ConnectionId,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await audit(tx, { caller, at: deps.clock.now(), action, subjectKind: 'connection', subject: id, detail })
  tellBrowsers(tx, caller.workspace, { kind: 'connection.changed', payload: { connection: id } })
}
