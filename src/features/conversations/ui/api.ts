import type { z } from 'zod'
import type { Me, team } from '#features/accounts/wire.ts'
import type { personActivity } from '#features/activity/wire.ts'
import type { Assessment } from '#features/etiquette/model.ts'
import type { PersonPageWire, peoplePage } from '#features/people/wire.ts'
import type { ContactView, relationshipView } from '#features/relationships/wire.ts'
import type { ConnectionId, ConversationId, MessageId, PersonId, PoolId, TeamId, UserId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import type {
  answerRequest,
  ChangeRequestBody,
  ConnectionView,
  ConnectorView,
  ConversationView,
  consentRequest,
  conversationDetail,
  handOffRequest,
  inboxPage,
  letInAnswer,
  letInCodeAnswer,
  MessageView,
  messagesPage,
  presenceList,
  QuestionView,
  roomList,
  roomNow,
  SendRequestBody,
  TemplateView,
  versionsAnswer,
  views,
  WayView,
} from '../wire.ts'

export type ViewName = (typeof views)[number]
export type InboxPageWire = z.infer<typeof inboxPage>
export type DetailWire = z.infer<typeof conversationDetail>
export type MessagesWire = z.infer<typeof messagesPage>
export type PresenceRow = z.infer<typeof presenceList>['people'][number]
export type Member = z.infer<typeof team>['members'][number]

export const fetchInbox = (given: {
  view: ViewName
  tool?: ToolId | undefined
  label?: string | undefined
  pool?: string | undefined
  team?: string | undefined
  only?: string | undefined
  cursor?: string | undefined
  limit?: number
}) => ask<InboxPageWire>(`/conversations${searchOf(given)}`)
/** Teams come after conversations: of theirs only what is needed to give work to one. */
type TeamOfMembers = { id: TeamId; name: string; members: { id: UserId; name: string; open: number }[] }
export const fetchTeams = async () => (await ask<{ teams: TeamOfMembers[] }>('/teams')).teams
/** The pools that the reader may see; what else they say is for their own page. */
export const fetchPools = async () => (await ask<{ pools: { id: PoolId; name: string }[] }>('/pools')).pools
export const fetchConversation = (id: string) => ask<DetailWire>(`/conversations/${id}`)
export const fetchMessages = (id: string, cursor: string | undefined, limit = 60) =>
  ask<MessagesWire>(`/conversations/${id}/messages${searchOf({ cursor, limit })}`)
export type { ContactView }
export const fetchContact = (person: string) => ask<ContactView>(`/people/${person}/contact`)
export const fetchPersonMessages = (person: string, cursor: string | undefined, limit = 60) =>
  ask<MessagesWire>(`/people/${person}/messages${searchOf({ cursor, limit })}`)
export const fetchContext = async (id: string) =>
  (await ask<{ context: unknown }>(`/conversations/${id}/context`)).context
export const fetchAssessment = async (
  id: string,
  draft: { text: string; action: 'message' | 'invite'; template?: boolean },
) => (await ask<{ assessment: Assessment }>(`/conversations/${id}/assess`, 'POST', draft)).assessment
export const sendMessage = (id: string, body: SendRequestBody) =>
  ask<MessageView>(`/conversations/${id}/messages`, 'POST', body)
export const cancelMessage = (id: string) => ask<{ text: string }>(`/messages/${id}`, 'DELETE')
export const resolveMessage = (id: MessageId, decision: 'send-again' | 'arrived' | 'give-up') =>
  ask<object>(`/messages/${id}/resolve`, 'POST', { decision })
export const keepDraft = (id: string, text: string) => ask<object>(`/conversations/${id}/draft`, 'PUT', { text })
/** For the reports: that Send was pressed on what may not go. */
export const sayBlocked = (id: string, draft: { action: 'message' | 'invite'; text: string }) =>
  ask<object>(`/conversations/${id}/blocked`, 'POST', draft)
export const sayTyping = (id: string, on: boolean) => ask<object>(`/conversations/${id}/typing`, 'POST', { on })
/** Colleagues see that the composer of this thread is in use. */
export const sayWriting = (id: string, on: boolean) => ask<object>(`/conversations/${id}/writing`, 'POST', { on })
export const changeMessage = async (id: MessageId, body: ChangeRequestBody): Promise<void> => {
  await ask<object>(`/messages/${id}/changes`, 'POST', body)
}
export const resolveChange = (id: string, decision: 'again' | 'leave') =>
  ask<object>(`/changes/${id}/resolve`, 'POST', { decision })
export const fetchVersions = async (id: MessageId) =>
  (await ask<z.infer<typeof versionsAnswer>>(`/messages/${id}/versions`)).versions
export const removeFile = (id: string) => ask<object>(`/files/${id}`, 'DELETE')
export const moveFiles = (from: string, to: string) => ask<object>(`/conversations/${from}/files/move`, 'POST', { to })
export const fetchRooms = async (id: ConnectionId) =>
  (await ask<z.infer<typeof roomList>>(`/connections/${id}/rooms`)).rooms
export const joinRoom = (id: ConnectionId, address: string) =>
  ask<{ id: ConversationId }>(`/connections/${id}/rooms`, 'POST', { address })
export const leaveRoom = (id: string) => ask<object>(`/conversations/${id}/leave`, 'POST')
export const moderateRoom = (id: string, visitor: string, removed: boolean) =>
  ask<object>(`/conversations/${id}/room/members`, 'PUT', { visitor, removed })
export const fetchRoom = (id: string) => ask<z.infer<typeof roomNow>>(`/conversations/${id}/room`)
export const fillGap = (id: MessageId) => ask<{ found: number; filled: boolean }>(`/messages/${id}/fill`, 'POST')
export const fetchTemplates = async (id: string) =>
  (await ask<{ templates: TemplateView[] }>(`/conversations/${id}/templates`)).templates
export const recordConsent = (id: string, body: z.input<typeof consentRequest>) =>
  ask<object>(`/conversations/${id}/consent`, 'POST', body)
export const recordHandOff = (body: z.input<typeof handOffRequest>) =>
  ask<{ id: MessageId }>('/hand-offs', 'POST', body)
export const recordAnswer = (body: z.input<typeof answerRequest>) => ask<{ id: MessageId }>('/answers', 'POST', body)
export const takeBackByHand = (id: MessageId) => ask<object>(`/answers/${id}`, 'DELETE')
export const fetchQuestions = async (id: string) =>
  (await ask<{ questions: QuestionView[] }>(`/conversations/${id}/questions`)).questions
export const fetchOpenQuestions = async () => (await ask<{ questions: QuestionView[] }>('/questions')).questions
export const askAdmin = (id: string, draft: { text: string; action: 'message' | 'invite' }) =>
  ask<object>(`/conversations/${id}/questions`, 'POST', draft)
export const answerQuestion = (id: QuestionView['id'], answer: { yes: boolean; reason: string }) =>
  ask<object>(`/questions/${id}/answer`, 'POST', answer)
export const markRead = (id: string) => ask<object>(`/conversations/${id}/read`, 'POST')

export const attachPerson = (id: string, who: { person?: PersonId; name?: string }) =>
  ask<{ id: PersonId }>(`/conversations/${id}/person`, 'POST', who)
export const openConversation = (connection: ConnectionId, address: string) =>
  ask<{ id: ConversationId }>('/conversations', 'POST', { connection, address })

export const fetchPresence = async () => {
  const { timeZone: timezone } = Intl.DateTimeFormat().resolvedOptions()
  return (await ask<z.infer<typeof presenceList>>(`/presence${searchOf({ timezone })}`)).people
}
export const fetchPerson = (id: PersonId) => ask<PersonPageWire>(`/people/${id}`)
export const findPeople = async (q: string, limit = 8) =>
  (await ask<z.infer<typeof peoplePage>>(`/people${searchOf({ q, limit })}`)).people
export const fetchRelationship = (id: PersonId, tool: ToolId) =>
  ask<z.infer<typeof relationshipView>>(`/people/${id}/relationship${searchOf({ tool })}`)
export const fetchReadings = (id: PersonId) => ask<z.infer<typeof personActivity>>(`/people/${id}/activity/level`)
export const addNote = (person: PersonId, text: string) => ask<object>(`/people/${person}/notes`, 'POST', { text })
export const fetchMe = () => ask<Me>('/me')
export const keepPreferences = (preferences: Readonly<Record<string, unknown>>) =>
  ask<object>('/me', 'PATCH', { preferences })
export const fetchTeam = async () => (await ask<z.infer<typeof team>>('/team')).members

export const fetchConnections = async () => (await ask<{ connections: ConnectionView[] }>('/connections')).connections
export const fetchConnectors = async () => (await ask<{ connectors: ConnectorView[] }>('/connectors')).connectors

export type AccountForm = { tool: ToolId; values: Readonly<Record<string, string>> }
export const testConnection = (form: AccountForm & { connection?: ConnectionId }) =>
  ask<{ ok: boolean; text: string; code?: string }>('/connections/test', 'POST', form)
export const beginLetIn = (form: AccountForm) => ask<z.infer<typeof letInAnswer>>('/connections/sign-in', 'POST', form)
export const finishLetIn = (given: { ticket: string; code: string }) =>
  ask<z.infer<typeof letInCodeAnswer>>('/connections/sign-in/code', 'POST', given)
export const addConnection = (form: AccountForm & { label: string }) =>
  ask<{ id: ConnectionId }>('/connections', 'POST', form)
export const changeConnection = (
  id: ConnectionId,
  change: { label?: string; values?: Readonly<Record<string, string>>; paused?: boolean },
) => ask<object>(`/connections/${id}`, 'PATCH', change)
export const removeConnection = (id: ConnectionId) => ask<object>(`/connections/${id}`, 'DELETE')

export type { FileView } from '../wire.ts'
export type { ConnectionView, ConnectorView, ConversationView, MessageView, QuestionView, TemplateView, WayView }
