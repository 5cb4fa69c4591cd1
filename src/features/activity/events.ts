import type { ActivityId, PersonId, ReadingId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { defineEvent } from '#platform/events.ts'

type Reading = {
  workspace: WorkspaceId
  reading: ReadingId
  activity: ActivityId
  person: PersonId
  user: UserId
  tool: ToolId
  at: Date
}

/** A recruiter had an item open long enough to have read a part of it. */
export const readingRecorded = defineEvent<Reading>('activity.reading-recorded')

/** It was no reading after all. `left`: their other readings of this person that still count. */
export const readingDismissed = defineEvent<Reading & { left: number }>('activity.reading-dismissed')

/** Items that were not known before. */
export const activityFound = defineEvent<{
  workspace: WorkspaceId
  items: readonly { activity: ActivityId; person: PersonId; tool: ToolId; publishedAt: Date }[]
}>('activity.found')
