import type { PersonId, ProfileId, UserId, WorkspaceId } from '#kernel/ids.ts'
import { defineEvent } from '#platform/events.ts'

/**
 * Rows of `from` become rows of `to`: all of them for a merge, those of `profiles` for a split. A hearer moves its own and notes
 * what it moved with `recordMovedRows`, for the way back.
 */
export const personMoved = defineEvent<{
  workspace: WorkspaceId
  move: string
  kind: 'merge' | 'split'
  from: PersonId
  to: PersonId
  profiles: readonly ProfileId[]
  user: UserId | null
  at: Date
}>('people.moved')

/** The move is taken back: rows noted for it, where they are still at `to`, return to `from`. */
export const personMoveUndone = defineEvent<{
  workspace: WorkspaceId
  move: string
  kind: 'merge' | 'split'
  from: PersonId
  to: PersonId
  user: UserId | null
  at: Date
}>('people.move-undone')

/** Before the row goes: a hearer deletes what no foreign key takes along. `people` holds everyone who was merged into them, too. */
export const personErasing = defineEvent<{ workspace: WorkspaceId; people: readonly PersonId[]; at: Date }>(
  'people.erasing',
)

/** Somebody is another recruiter's contact now, or nobody's (null). */
export const ownerChanged = defineEvent<{
  workspace: WorkspaceId
  person: PersonId
  from: UserId | null
  to: UserId | null
  user: UserId
  at: Date
}>('people.owner-changed')

/** `reason` null: they may be contacted again. */
export const doNotContactChanged = defineEvent<{
  workspace: WorkspaceId
  people: readonly PersonId[]
  reason: string | null
  quote: string | null
  user: string | null
  at: Date
}>('people.do-not-contact-changed')
