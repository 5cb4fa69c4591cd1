import type { ToolId } from '#kernel/tools.ts'
import { type HttpClient, isPublicAddress } from '#platform/http.ts'
import type { Connector } from './contract.ts'

/** The ways out of the house that connectors share. */
export type Outside = {
  http: HttpClient
  /** Lets through an address that is not public: the setting KITH_OUTBOUND_ALLOW. */
  allowAddress(address: string): boolean
}

/** Loaded on first use: every network's library costs start-up time and memory. */
const loaders: ReadonlyMap<ToolId, (outside: Outside) => Promise<Connector>> = new Map<
  ToolId,
  (outside: Outside) => Promise<Connector>
>([
  ['xmpp', async () => (await import('./xmpp/index.ts')).connector],
  [
    'irc',
    async ({ allowAddress }) =>
      (await import('./irc/index.ts')).createIrcConnector({
        reach: { allowsAddress: address => isPublicAddress(address) || allowAddress(address) },
      }),
  ],
  [
    'email',
    async ({ http, allowAddress }) =>
      (await import('./email/index.ts')).createEmailConnector({
        http,
        reach: { allowsAddress: address => isPublicAddress(address) || allowAddress(address) },
      }),
  ],
])

export const connectorTools: readonly ToolId[] = [...loaders.keys()]

/** Undefined for tools that Kith does not connect to by itself. */
export async function findConnector(tool: ToolId, outside: Outside): Promise<Connector | undefined> {
  return loaders.get(tool)?.(outside)
}
