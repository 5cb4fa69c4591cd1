import type { Capabilities, Connector, Level, Session } from '#connectors/contract.ts'
import type { ConnectionId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Abilities } from '../model.ts'
import type { Conversation } from '../store/conversations.ts'

export type AbilityDeps = {
  connectorOf(tool: ToolId): Promise<Connector | undefined>
  session(connection: ConnectionId): Session | undefined
}

/** What can be done in a conversation now; before the session knows better, what its manifest promises. */
export async function capabilitiesIn(
  deps: AbilityDeps,
  conversation: Pick<Conversation, 'connection' | 'tool' | 'kind' | 'remoteId'>,
): Promise<Capabilities | undefined> {
  const to = {
    id: conversation.remoteId,
    kind: conversation.kind === 'room' ? ('room' as const) : ('direct' as const),
  }
  return (
    deps.session(conversation.connection)?.capabilities(to) ??
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
