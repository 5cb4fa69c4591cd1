export { assessAhead, readRoomContext } from './actions/assess.ts'
export { type AudienceFit, audienceFit, channelFits } from './actions/channel-fit.ts'
export type { Chat, VisitDeps } from './actions/chat.ts'
export {
  changeChatRoom,
  type MakeRoomRefusal,
  makeChatRoom,
  type RoomChange,
  readOpenRoom,
} from './actions/chat-rooms.ts'
export { checkConnections } from './actions/check.ts'
export { commitEvents, LeaseLost } from './actions/commit.ts'
export { ensureBlogConnection, ensureWebsiteChat, findWebsiteChat } from './actions/connect.ts'
export {
  changeDoors,
  type DoorDeps,
  type DoorRefusal,
  listPossibleDoors,
  type PageLink,
  type PossibleDoor,
  readPageLinks,
} from './actions/doors.ts'
export { type DraftPlace, keepDraft, readDraftPlace } from './actions/draft-place.ts'
export { type Hooks, hooksUnder } from './actions/hooks.ts'
export { notify } from './actions/notices.ts'
export { onlineTools, reachableNow, waitingForUs } from './actions/presence.ts'
export { pushTasks } from './actions/push.ts'
export { noteAwake } from './actions/reach/awake.ts'
export { accountOf } from './actions/receive.ts'
export { addChatKey, type KeyRefusal, removeChatKey } from './actions/site-sign-in.ts'
export type { RecordSpoken, SpokenTouch, TakeBackSpoken } from './actions/touches.ts'
export {
  type ChatState,
  findOpenChat,
  findVisitor,
  forgetVisitorPresence,
  markVisited,
  readChatState,
  readHours,
  recordVisit,
  sayVisitorTyping,
  showVisitor,
  showVisitors,
} from './actions/visit.ts'
export { type ChatHours, isTimezone } from './chat-hours.ts'
export { chatRoutes } from './chat-routes.ts'
export { fromVisitor, type ToVisitor } from './chat-wire.ts'
export { exportConsents } from './export.ts'
export { hookRoutes } from './hook-routes.ts'
export { conversationsRoutes } from './routes.ts'
export { type Sessions, type SessionsDeps, startSessions } from './runtime/sessions.ts'
export { turns } from './store/channel-fit.ts'
export { type ChatKey, type ChatKeyId, listChatKeys } from './store/chat-keys.ts'
export { type ChatRoom, type ChatRoomId, listChatRooms } from './store/chat-rooms.ts'
export {
  countStaying,
  listAssignedTo,
  listConnectionsOf,
  listLaterOf,
  updateAssignees,
  updateConnectionsOf,
  updateLaterGiven,
  updateLaterReturned,
} from './store/hand-over.ts'
export { deleteNoticesOfTodo } from './store/notices.ts'
export { outboxChannel } from './store/outbox.ts'
export {
  deleteSampleConversations,
  deleteUnusedWebsiteChat,
  insertSampleConnections,
  insertSampleVisitors,
  updateSampleConversations,
} from './store/sample.ts'
export { listSnoozedOf } from './store/standings.ts'
export {
  findChatHours,
  findChatOrigins as readChatOrigins,
  notifyVisitor,
  updateChatHours as changeChatHours,
  updateChatOrigins as changeChatOrigins,
  type Visitor,
  visitorChannel,
} from './store/visitors.ts'
export { hearForConversations } from './subscriptions.ts'
export { viewFit } from './views.ts'
