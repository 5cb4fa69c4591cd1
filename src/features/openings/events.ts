import type { ApplicationId, CandidacyId, OpeningId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import { defineEvent } from '#platform/events.ts'
import type { PipelineStage } from './model/pipeline.ts'

/** Somebody moved in one opening; `undone`: a move was taken back, and they stand at `to` again. */
export const candidacyMoved = defineEvent<{
  workspace: WorkspaceId
  opening: OpeningId
  candidacy: CandidacyId
  person: PersonId
  user: UserId | null
  from: PipelineStage | null
  to: PipelineStage
  undone: boolean
  at: Date
}>('openings.candidacy-moved')

/** Somebody sent the form of a job page. `referral`: the code of the link that led them. */
export const personApplied = defineEvent<{
  workspace: WorkspaceId
  opening: OpeningId
  application: ApplicationId
  person: PersonId
  referral: string | null
  at: Date
}>('openings.applied')
