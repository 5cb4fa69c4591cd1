import type { Capabilities, Connector, Level, Session } from '#connectors/contract.ts'
import type { ConnectionId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { type Abilities, fileLimits } from '../model.ts'
import { type Conversation, remoteOf } from '../store/conversations.ts'

export type AbilityDeps = {
  connectorOf(tool: ToolId): Promise<Connector | undefined>
  session(connection: ConnectionId): Session | undefined
}

/** What can be done in a conversation now; before the session knows better, what its manifest promises. */
export async function capabilitiesIn(
  deps: AbilityDeps,
  conversation: Pick<Conversation, 'connection' | 'tool' | 'kind' | 'remoteId' | 'peerId'>,
): Promise<Capabilities | undefined> {
  return (
    deps.session(conversation.connection)?.capabilities(remoteOf(conversation)) ??
    (await deps.connectorOf(conversation.tool))?.manifest.capabilities
  )
}

const isThere = (level: Level) => level !== 'rejected' && level !== 'dropped'

export function abilitiesFrom(can: Capabilities | undefined): Abilities {
  const none = { can: false, maxAgeMs: 0 }
  if (!can) return { reply: false, react: false, edit: none, retract: none }
  return {
    reply: isThere(can.reply),
    react: isThere(can.reactions),
    edit: { can: isThere(can.edit.level), maxAgeMs: can.edit.maxAgeMs },
    retract: { can: isThere(can.retract.level), maxAgeMs: can.retract.maxAgeMs },
  }
}

export type FileAbility = { can: boolean; maxBytes: number; mimeTypes: readonly string[]; perMessage: number }

/** An empty list of types means all. */
export function filesFrom(can: Capabilities | undefined): FileAbility {
  if (!can || !isThere(can.files.level) || can.files.maxBytes === 0)
    return { can: false, maxBytes: 0, mimeTypes: [], perMessage: 0 }
  const { maxBytes, mimeTypes, perMessage = 1 } = can.files
  return { can: true, maxBytes: Math.min(maxBytes, fileLimits.maxBytes), mimeTypes, perMessage }
}
