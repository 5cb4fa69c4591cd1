import type { ToolId } from '#kernel/tools.ts'

/** What a bridge calls the network that it carries: `protocol.id` of its state event (MSC2346), old and present names of the bridges. */
const networks: ReadonlyMap<string, ToolId> = new Map(
  Object.entries<ToolId>({
    whatsapp: 'whatsapp',
    telegram: 'telegram',
    facebook: 'messenger',
    facebookgo: 'messenger',
    messenger: 'messenger',
    messengergo: 'messenger',
    meta: 'messenger',
    instagram: 'instagram',
    instagramgo: 'instagram',
    discord: 'discord',
    discordgo: 'discord',
    slack: 'slack',
    slackgo: 'slack',
    linkedin: 'linkedin',
    twitter: 'twitter',
    x: 'twitter',
    bluesky: 'bluesky',
    gmessages: 'sms',
    sms: 'sms',
    androidsms: 'sms',
    irc: 'irc',
    xmpp: 'xmpp',
    jabber: 'xmpp',
    email: 'email',
    mastodon: 'mastodon',
  }),
)

/** Undefined where Kith has no tool for the network (Signal, iMessage …): such a conversation stays one of Matrix. */
export function toolOfProtocol(id: string): ToolId | undefined {
  return networks.get(id.toLowerCase())
}

export const bridgeTypes: ReadonlySet<string> = new Set(['m.bridge', 'uk.half-shot.bridge'])

export type BridgeInfo = {
  bot: string | undefined
  /** As the bridge names it, for people: “WhatsApp”. */
  network: string
  tool: ToolId | undefined
  /** Undefined where the bridge doesn't say. */
  kind: 'direct' | 'room' | 'space' | undefined
}

const textIn = (from: unknown, name: string): string | undefined => {
  if (typeof from !== 'object' || from === null) return undefined
  const value: unknown = Reflect.get(from, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Undefined when it says of no network, or was emptied because the bridge went. */
export function readBridge(content: Readonly<Record<string, unknown>>): BridgeInfo | undefined {
  const id = textIn(content.protocol, 'id')
  if (id === undefined) return undefined
  const type = textIn(content, 'com.beeper.room_type.v2') ?? textIn(content, 'com.beeper.room_type')
  const kind = type === 'dm' ? 'direct' : type === 'space' ? 'space' : type === undefined ? undefined : 'room'
  return {
    bot: textIn(content, 'bridgebot'),
    network: textIn(content.protocol, 'displayname') ?? id,
    tool: toolOfProtocol(id),
    kind,
  }
}
