import type { Connector } from '#connectors/contract.ts'
import type { Caller } from '#kernel/roles.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { type Connection, listConnections } from '../store/connections.ts'
import { mayManage } from './connect.ts'
import type { Hooks } from './hooks.ts'

/** Where the network is to come to, for those who may enter it there. `reachable`: from the internet, as far as can be told. */
export type HookPlace = { url: string; word: string | null; required: boolean; reachable: boolean }

/** Every connection of the team that was not removed, oldest first; the address only of those that the caller may change. */
export async function readConnections(
  deps: { db: Database; hooks: Hooks; connectors(): Promise<readonly Connector[]> },
  caller: Caller,
): Promise<{ row: Connection; hook: HookPlace | null }[]> {
  const rows = await inWorkspace(deps.db, caller.workspace, tx => listConnections(tx, caller.workspace))
  const connectors = new Map((await deps.connectors()).map(connector => [connector.manifest.tool, connector]))
  // What goes by hand has nothing to connect.
  return rows
    .filter(row => row.config.hand !== 'yes')
    .map(row => {
      const webhook = connectors.get(row.tool)?.webhook
      if (!webhook || !mayManage(caller, row)) return { row, hook: null }
      const { urlOf, wordOf, reachableUrlOf } = deps.hooks
      return {
        row,
        hook: {
          url: urlOf(row.id),
          word: webhook.word ? wordOf(row.id) : null,
          required: webhook.required,
          reachable: reachableUrlOf(row.id) !== undefined,
        },
      }
    })
}
