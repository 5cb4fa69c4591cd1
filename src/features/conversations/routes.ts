import type { App } from '#platform/routes.ts'
import { channelFitRoutes } from './routes/channel-fit.ts'
import { connectionRoutes } from './routes/connections.ts'
import { handOffRoutes } from './routes/hand-offs.ts'
import { inboxRoutes } from './routes/inbox.ts'
import { laterRoutes } from './routes/later.ts'
import { messageRoutes } from './routes/messages.ts'
import { organiseRoutes } from './routes/organise.ts'
import { overrideRoutes } from './routes/overrides.ts'
import { ownPageRoutes } from './routes/own-page.ts'
import { pushRoutes } from './routes/push.ts'
import { questionRoutes } from './routes/questions.ts'
import { reachRoutes } from './routes/reach.ts'
import { roomRoutes } from './routes/rooms.ts'
import { savedReplyRoutes } from './routes/saved-replies.ts'
import type { ConversationsDeps } from './routes/shared.ts'
import { suggestionRoutes } from './routes/suggestions.ts'
import { templateRoutes } from './routes/templates.ts'
import { threadNoteRoutes } from './routes/thread-notes.ts'

export function conversationsRoutes(app: App, deps: ConversationsDeps): void {
  connectionRoutes(app, deps)
  inboxRoutes(app, deps)
  channelFitRoutes(app, deps)
  organiseRoutes(app, deps)
  threadNoteRoutes(app, deps)
  savedReplyRoutes(app, deps)
  laterRoutes(app, deps)
  messageRoutes(app, deps)
  suggestionRoutes(app, deps)
  templateRoutes(app, deps)
  roomRoutes(app, deps)
  ownPageRoutes(app, deps)
  pushRoutes(app, deps)
  reachRoutes(app, deps)
  questionRoutes(app, deps)
  overrideRoutes(app, deps)
  handOffRoutes(app, deps)
}
