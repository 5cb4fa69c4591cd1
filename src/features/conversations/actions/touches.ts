import type { ActivityId, ConversationId, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Surface, ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { Connection } from '../store/connections.ts'
import type { Conversation } from '../store/conversations.ts'
import type { MessageRow, NewMessage } from '../store/messages.ts'

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
  /** The page whose link brought them, or the post that they answer. */
  campaign?: string
  /** The rules against which it was sent outside Kith; it climbs no rung then. */
  against?: readonly string[]
}

/** The id of the page or post in what a message says of its campaign. */
function broughtBy({ detail }: Pick<NewMessage, 'detail'>): { campaign: string } | undefined {
  const page = /^(?:page|post):([0-9a-f-]{36})$/.exec(String(detail.campaign ?? ''))?.[1]
  return page ? { campaign: page } : undefined
}

/** Written by a program or to a list: it is shown, and nobody has answered. */
export const isAutomatic = (message: Pick<NewMessage, 'detail'>): boolean => message.detail.automatic !== undefined

/** Words before everybody engage and acknowledge; only those between the two of us connect. */
export function saidOn(kind: Conversation['kind'], own: boolean): Pick<SpokenTouch, 'kind' | 'surface'> {
  return kind === 'public'
    ? { kind: own ? 'our-comment' : 'their-public-answer', surface: 'public' }
    : { kind: own ? 'our-message' : 'their-message', surface: 'direct' }
}

/** Tells the relationships, in the transaction that wrote the messages. */
export type RecordSpoken = (tx: Transaction, touches: readonly SpokenTouch[]) => Promise<void>

/** What such a message told is taken back, in the transaction that takes the message away. */
export type TakeBackSpoken = (
  tx: Transaction,
  told: { workspace: WorkspaceId; message: MessageId; at: Date },
) => Promise<void>

/** Messages that came before the person was known, as touches. */
export function spokenOf(caller: Caller, conversation: Conversation, messages: readonly MessageRow[]): SpokenTouch[] {
  const { person } = conversation
  if (!person) return []
  return messages
    .filter(message => message.kind === 'text' && message.delivery !== 'cancelled' && !isAutomatic(message))
    .map(message => ({
      workspace: caller.workspace,
      person,
      user: conversation.assignee ?? caller.user,
      ...saidOn(conversation.kind, message.own),
      tool: conversation.tool,
      at: message.sentAt,
      conversation: conversation.id,
      message: message.id,
      text: message.text,
      ...broughtBy(message),
    }))
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
    if (!message.person || !conversation || conversation.kind === 'room' || isAutomatic(message)) return []
    return [
      {
        workspace: scope.workspace,
        person: message.person,
        user: conversation.assignee ?? scope.connection.user,
        ...saidOn(conversation.kind, message.own),
        tool: conversation.tool,
        at: message.sentAt,
        conversation: message.conversation,
        message: message.id,
        text: message.text,
        ...broughtBy(message),
      },
    ]
  })
}
