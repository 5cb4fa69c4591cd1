import type { ConversationId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { defineEvent } from '#platform/events.ts'
import type { StageMove, TouchKind } from './model/touches.ts'

/** A relationship moved, by a touch, by hand or by an undo. */
export const stageMoved = defineEvent<{
  workspace: WorkspaceId
  user: UserId
  person: PersonId
  move: StageMove
  cause: string
  at: Date
}>('relationships.stage-moved')

/** What a person did that may have come from somewhere: it names its campaign, was said in the website chat, or is a hire. */
export const touchesTold = defineEvent<{
  workspace: WorkspaceId
  touches: readonly {
    person: PersonId
    kind: TouchKind
    tool: ToolId | null
    at: Date
    /** The page, post, opening, list or issue that it came by. */
    campaign: string | null
    conversation: ConversationId | null
    detail: Readonly<Record<string, unknown>>
  }[]
}>('relationships.touches-told')
