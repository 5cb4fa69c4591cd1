import type { SearchDeps } from '#features/people/index.ts'
import type { TouchDeps } from '#features/relationships/index.ts'
import type { SiteDeps } from '#features/site/index.ts'
import type { RecogniseFile } from '#features/sourcing/index.ts'
import type { ConnectionId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { CalendarEntry } from './calendar.ts'
import type { OpeningLanguage } from './model.ts'

/** The chat of the site, and what it promises now. */
export type ChatOffer = { chat: ConnectionId; promise: string; online: boolean }

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
    /** Campaigns come after openings and say how a page speaks of the chat. */
    chatOffer(workspace: WorkspaceId, lang: OpeningLanguage): Promise<ChatOffer | undefined>
    /** Broadcasts come after openings: HTML of the form of the list that job pages offer; nothing when there is none. */
    subscribeForm?(
      workspace: WorkspaceId,
      lang: OpeningLanguage,
      at: { page: string; campaign: string },
    ): Promise<string>
  }
