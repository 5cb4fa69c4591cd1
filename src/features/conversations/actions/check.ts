import type { CheckFinding, Connector } from '#connectors/contract.ts'
import type { ToolId } from '#kernel/tools.ts'
import { acrossWorkspaces, type Database } from '#storage/database.ts'
import { type Connection, listConnectionsAnywhere } from '../store/connections.ts'
import type { Vault } from './connect.ts'
import type { Hooks } from './hooks.ts'
import { accountOf } from './receive.ts'

export type CheckDeps = {
  db: Database
  vault: Vault
  hooks: Hooks
  connectorOf(tool: ToolId): Promise<Connector | undefined>
}

const most = 200

/** Every connection of the installation, looked at one by one: what its connector finds, and whether its network comes to us. */
export async function checkConnections(
  deps: CheckDeps,
  signal: AbortSignal,
): Promise<(CheckFinding & { tool: ToolId; label: string })[]> {
  const connections = await acrossWorkspaces(deps.db, tx => listConnectionsAnywhere(tx, most))
  const found: (CheckFinding & { tool: ToolId; label: string })[] = []
  for (const connection of connections) {
    if (connection.config.sample === 'yes' || connection.config.hand === 'yes') continue
    const connector = await deps.connectorOf(connection.tool)
    if (!connector) continue
    const { tool, label } = connection
    for (const check of await checksOf(deps, connection, connector, signal)) found.push({ ...check, tool, label })
  }
  return found
}

async function checksOf(
  deps: CheckDeps,
  connection: Connection,
  connector: Connector,
  signal: AbortSignal,
): Promise<readonly CheckFinding[]> {
  const { webhook, check } = connector
  const own = webhook ? judgeWebhook(connection, deps.hooks.reachableUrlOf(connection.id), webhook.required) : []
  try {
    const account = accountOf(deps, connection)
    if (check) return [...(await check(account, signal)), ...own]
    // Kith's own chat has nothing to sign in to.
    if (connector.manifest.fields.length === 0) return own
    const tried = await connector.test(account, signal)
    return [{ name: 'sign-in', ok: tried.ok, text: tried.ok ? tried.detail : tried.text }, ...own]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [{ name: 'reach', ok: false, text: `The network could not be asked: ${why}` }, ...own]
  }
}

function judgeWebhook(connection: Connection, url: string | undefined, required: boolean): CheckFinding[] {
  const name = 'webhook'
  if (url === undefined)
    return [
      required
        ? {
            name,
            ok: false,
            text: 'This network delivers to a public https address, and KITH_PUBLIC_URL is none: nothing can come in. Set it to the address of your server or tunnel.',
          }
        : { name, ok: true, text: 'No public https address: Kith fetches by itself.' },
    ]
  if (connection.webhookRefusedAt)
    return [
      {
        name,
        ok: false,
        text: `A delivery was turned away at ${connection.webhookRefusedAt.toISOString()}: ${connection.webhookRefusedWhy ?? ''}`,
      },
    ]
  if (connection.webhookAt)
    return [{ name, ok: true, text: `The network was last here at ${connection.webhookAt.toISOString()}.` }]
  return [
    required
      ? {
          name,
          ok: false,
          text: 'The network was never here. Copy the address from Settings, Connections, and enter it at the network.',
        }
      : { name, ok: true, text: 'The network was not here yet; Kith fetches by itself as well.' },
  ]
}
