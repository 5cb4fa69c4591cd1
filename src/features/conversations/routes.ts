import type { App } from '#platform/routes.ts'
import { connectionRoutes } from './routes/connections.ts'
import { handOffRoutes } from './routes/hand-offs.ts'
import { inboxRoutes } from './routes/inbox.ts'
import { messageRoutes } from './routes/messages.ts'
import { questionRoutes } from './routes/questions.ts'
import type { ConversationsDeps } from './routes/shared.ts'

export function conversationsRoutes(app: App, deps: ConversationsDeps): void {
  connectionRoutes(app, deps)
  inboxRoutes(app, deps)
  messageRoutes(app, deps)
  questionRoutes(app, deps)
  handOffRoutes(app, deps)
}
