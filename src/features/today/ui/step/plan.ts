import type { PersonPageWire } from '#features/people/wire.ts'
import { getTool } from '#features/tools/model.ts'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import { queryClient } from '#web/api/queries.ts'
import { connectionsQuery, fetchConversations, openConversation, recentQuery, type StepWire } from '../api.ts'

export type HandOffPlan = {
  kind: 'hand-off'
  tool: ToolId
  action: 'message' | 'invite' | 'comment'
  surface: 'direct' | 'public'
  /** The message says who we are. */
  introduces?: true
}

export type Plan =
  | { kind: 'read' }
  | { kind: 'follow' }
  | { kind: 'answer' }
  | { kind: 'conversation'; id: string; invite: boolean }
  | HandOffPlan

const handOff = (tool: ToolId, action: HandOffPlan['action'], step?: string): HandOffPlan => ({
  kind: 'hand-off',
  tool,
  action,
  surface: action === 'comment' ? 'public' : 'direct',
  ...(step === 'introduce' && action === 'message' ? { introduces: true as const } : {}),
})

/** How a step is done with what is connected here: in the inbox where a connection of ours reaches them, else by hand. */
export async function findPlan(person: PersonPageWire, step: StepWire): Promise<Plan> {
  const tool = step.tool !== null && isToolId(step.tool) ? step.tool : person.profiles[0]?.tool
  switch (step.id) {
    case 'read':
      return { kind: 'read' }
    case 'follow':
      return { kind: 'follow' }
    case 'wait':
    case 'none':
      return { kind: 'answer' }
    case 'engage':
      return tool ? handOff(tool, 'comment') : { kind: 'follow' }
    case 'keep-warm': {
      const items = await queryClient.fetchQuery(recentQuery(person.id))
      if (items.some(item => item.readAt === null)) return { kind: 'read' }
      return tool ? talk(person, tool, step.id) : { kind: 'follow' }
    }
    default:
      return tool ? talk(person, tool, step.id) : { kind: 'follow' }
  }
}

async function talk(person: PersonPageWire, tool: ToolId, step: string): Promise<Plan> {
  const invite = step === 'invite'
  const connections = (await queryClient.fetchQuery(connectionsQuery)).filter(each => each.values.hand !== 'yes')
  const reached = new Set(connections.map(connection => connection.id))
  const conversations = (await fetchConversations(person.id)).filter(each => reached.has(each.connection))
  const known = conversations.find(each => each.tool === tool) ?? (invite ? undefined : conversations[0])
  if (known) return { kind: 'conversation', id: known.id, invite }
  const connection = connections.find(each => each.tool === tool && each.mine && !each.paused)
  const address = person.profiles.find(profile => profile.tool === tool)?.handle
  if (connection && address) {
    const { id } = await openConversation(connection.id, address)
    return { kind: 'conversation', id, invite }
  }
  const isPublicOnly = !getTool(tool).surfaces.includes('direct')
  return handOff(tool, isPublicOnly ? 'comment' : invite ? 'invite' : 'message', step)
}
