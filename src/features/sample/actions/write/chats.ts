import type { NetworkEvent } from '#connectors/contract.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { SampleChat, SamplePlan } from '../../model.ts'

/** The chats on one tool as its network would tell them, in order of time. */
export function eventsOf(plan: SamplePlan, tool: ToolId): NetworkEvent[] {
  const events = plan.chats.filter(chat => chat.tool === tool).flatMap(chatEvents)
  return events.sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
}

function chatEvents(chat: SampleChat): Extract<NetworkEvent, { kind: 'message' }>[] {
  const title = chat.kind === 'room' ? { title: chat.title } : {}
  return chat.messages.map((message, number) => ({
    kind: 'message',
    key: `sample:${chat.remoteId}:${number}`,
    otherKeys: [],
    conversation: { id: chat.remoteId, kind: chat.kind === 'room' ? 'room' : 'direct', ...title },
    from: message.from,
    own: message.own,
    text: message.text,
    sentAt: message.at,
    history: !message.unread,
  }))
}
