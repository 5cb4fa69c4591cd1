import type { ToolId } from '#kernel/tools.ts'
import type { Connector } from './contract.ts'

/** Loaded on first use: every network's library costs start-up time and memory. */
const loaders: ReadonlyMap<ToolId, () => Promise<Connector>> = new Map([
  ['xmpp', async () => (await import('./xmpp/index.ts')).connector],
])

export const connectorTools: readonly ToolId[] = [...loaders.keys()]

/** Undefined for tools that Kith does not connect to by itself. */
export async function findConnector(tool: ToolId): Promise<Connector | undefined> {
  return loaders.get(tool)?.()
}
