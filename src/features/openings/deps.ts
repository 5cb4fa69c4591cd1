import type { SearchDeps } from '#features/people/index.ts'
import type { TouchDeps } from '#features/relationships/index.ts'
import type { OfferChat, SiteDeps } from '#features/site/index.ts'
import type { RecogniseFile } from '#features/sourcing/index.ts'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { CalendarEntry } from './calendar.ts'
import type { OpeningLanguage } from './model.ts'

export type OpeningDeps = SiteDeps
export type ManageDeps = OpeningDeps & {
  /** Looks at the connections at once: a chat that was just made is answered from now on. */
  refreshSessions(): Promise<void>
}
/** What a form of a stranger needs to become a person: whoever is erased stays erased. */
export type ApplyDeps = OpeningDeps & { touches: TouchDeps; recogniseFile: RecogniseFile }
/** What moving people needs, and what stands by a name. */
export type HiringDeps = OpeningDeps & {
  touches: TouchDeps
  /** The team comes after openings and tells what else stands in a recruiter's calendar, from `since` on. */
  calendar?(tx: Transaction, of: { workspace: WorkspaceId; user: UserId }, since: Date): Promise<CalendarEntry[]>
} & Pick<SearchDeps, 'marks' | 'activeLabels'>
export type PublicDeps = ManageDeps &
  ApplyDeps &
  HiringDeps & {
    chatOffer: OfferChat
    /** Broadcasts come after openings: HTML of the form of the list that job pages offer; nothing when there is none. */
    subscribeForm?(
      workspace: WorkspaceId,
      lang: OpeningLanguage,
      at: { page: string; campaign: string },
    ): Promise<string>
  }
