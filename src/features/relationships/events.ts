import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import { defineEvent } from '#platform/events.ts'
import type { StageMove } from './model/touches.ts'

/** A relationship moved, by a touch, by hand or by an undo. */
export const stageMoved = defineEvent<{
  workspace: WorkspaceId
  user: UserId
  person: PersonId
  move: StageMove
  cause: string
  at: Date
}>('relationships.stage-moved')
