import type { ToolId } from '#kernel/tools.ts'
import { createHttpClient, type HttpClient, isPublicAddress, type Reach } from '#platform/http.ts'
import type { Connector } from './contract.ts'

/** The ways out of the house that connectors share. */
export type Outside = {
  http: HttpClient
  /** Lets through an address that is not public: the setting KITH_OUTBOUND_ALLOW. */
  allowAddress(address: string): boolean
}

const reachOf = ({ allowAddress }: Outside): Reach => ({
  allowsAddress: address => isPublicAddress(address) || allowAddress(address),
})

/** Loaded on first use: every network's library costs start-up time and memory. */
const loaders: ReadonlyMap<ToolId, (outside: Outside) => Promise<Connector>> = new Map<
  ToolId,
  (outside: Outside) => Promise<Connector>
>([
  [
    'xmpp',
    async outside => {
      const { createXmppConnector, worldWithin } = await import('./xmpp/index.ts')
      return createXmppConnector(worldWithin(reachOf(outside)))
    },
  ],
  ['irc', async outside => (await import('./irc/index.ts')).createIrcConnector({ reach: reachOf(outside) })],
  ['matrix', async outside => (await import('./matrix/index.ts')).createMatrixConnector({ http: outside.http })],
  [
    'email',
    async outside =>
      (await import('./email/index.ts')).createEmailConnector({ http: outside.http, reach: reachOf(outside) }),
  ],
  [
    'telegram',
    async outside =>
      (await import('./telegram/index.ts')).createTelegramConnector({
        http: outside.http,
        openPoll: () => createHttpClient({ allowAddress: outside.allowAddress }),
      }),
  ],
  ['messenger', async ({ http }) => (await import('./messenger/index.ts')).createMessengerConnector({ http })],
  ['instagram', async ({ http }) => (await import('./messenger/index.ts')).createInstagramConnector({ http })],
  ['twitter', async ({ http }) => (await import('./twitter/index.ts')).createXConnector({ http })],
  ['sms', async ({ http }) => (await import('./sms/index.ts')).createSmsConnector({ http })],
  ['whatsapp', async ({ http }) => (await import('./whatsapp/index.ts')).createWhatsAppConnector({ http })],
  [
    'slack',
    async outside =>
      (await import('./slack/index.ts')).createSlackConnector({ http: outside.http, reach: reachOf(outside) }),
  ],
  [
    'discord',
    async outside =>
      (await import('./discord/index.ts')).createDiscordConnector({ http: outside.http, reach: reachOf(outside) }),
  ],
  [
    'mastodon',
    async outside =>
      (await import('./mastodon/index.ts')).createMastodonConnector({ http: outside.http, reach: reachOf(outside) }),
  ],
  ['bluesky', async ({ http }) => (await import('./bluesky/index.ts')).createBlueskyConnector({ http })],
])

export const connectorTools: readonly ToolId[] = [...loaders.keys()]

/** Undefined for tools that Kith does not connect to by itself. */
export async function findConnector(tool: ToolId, outside: Outside): Promise<Connector | undefined> {
  return loaders.get(tool)?.(outside)
}
