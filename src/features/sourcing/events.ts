import type { ImportId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { defineEvent } from '#platform/events.ts'

/** One dated thing of the past between the recruiter who imported it and a person. `key` is the same in every export. */
export type PastTouch = {
  person: PersonId
  kind: 'message' | 'invitation' | 'connected'
  direction: 'in' | 'out' | 'both'
  tool: ToolId
  at: Date
  key: string
  text: string | null
}

/** Messages, invitations and connection dates of an export, oldest first, once all people of the file are here. */
export const historyFound = defineEvent<{
  workspace: WorkspaceId
  user: UserId
  importId: ImportId
  touches: readonly PastTouch[]
}>('sourcing.history-found')

/** An import was taken back: what came from its history goes too. People it had made are gone already, unless they were kept. */
export const importUndone = defineEvent<{ workspace: WorkspaceId; importId: ImportId; at: Date }>(
  'sourcing.import-undone',
)

/** The last row of an import is here, searchable, with its history. */
export const importEnded = defineEvent<{ workspace: WorkspaceId; importId: ImportId; at: Date }>(
  'sourcing.import-ended',
)
