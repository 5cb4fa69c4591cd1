export { commitEvents, LeaseLost } from './actions/commit.ts'
export { ensureWebsiteChat } from './actions/connect.ts'
export {
  type Chat,
  findOpenChat,
  findVisitor,
  markVisited,
  readChatState,
  sayVisitorTyping,
  showVisitor,
  type VisitDeps,
} from './actions/visit.ts'
export { chatRoutes } from './chat-routes.ts'
export { fromVisitor, type ToVisitor } from './chat-wire.ts'
export { conversationsRoutes } from './routes.ts'
export { type Sessions, startSessions } from './runtime/sessions.ts'
export { outboxChannel } from './store/outbox.ts'
export { notifyVisitor, type Visitor, visitorChannel } from './store/visitors.ts'
