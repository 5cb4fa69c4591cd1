import type { ActivityId, ConversationId, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Surface, ToolId } from '#kernel/tools.ts'
import type { Connection } from '../store/connections.ts'
import type { Conversation } from '../store/conversations.ts'
import type { NewMessage } from '../store/messages.ts'

/** What was said or done in a thread, for the relationship to judge (its text decides: introduced, interested, declined …). */
export type SpokenTouch = {
  workspace: WorkspaceId
  person: PersonId
  user: UserId
  kind:
    | 'their-message'
    | 'our-message'
    | 'our-invite'
    | 'invite-accepted'
    | 'invite-refused'
    | 'our-comment'
    | 'their-public-answer'
    | 'their-reaction'
  tool: ToolId
  surface: Surface
  at: Date
  conversation: ConversationId
  message: MessageId
  text: string
  activity?: ActivityId
}

/** Messages with a person in a direct conversation or a visitor's chat; rooms are counted by groups. */
export function touchesOf(
  scope: { workspace: WorkspaceId; connection: Connection },
  conversations: ReadonlyMap<string, Conversation>,
  messages: readonly NewMessage[],
): SpokenTouch[] {
  const byId = new Map([...conversations.values()].map(conversation => [conversation.id, conversation]))
  return messages.flatMap((message): SpokenTouch[] => {
    const conversation = byId.get(message.conversation)
    if (!message.person || !conversation || conversation.kind === 'room') return []
    return [
      {
        workspace: scope.workspace,
        person: message.person,
        user: conversation.assignee ?? scope.connection.user,
        kind: message.own ? 'our-message' : 'their-message',
        tool: conversation.tool,
        surface: 'direct',
        at: message.sentAt,
        conversation: message.conversation,
        message: message.id,
        text: message.text,
      },
    ]
  })
}
