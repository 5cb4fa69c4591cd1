import type { SearchDeps } from '#features/people/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { Database } from '#storage/database.ts'

/** `marks` are told by relationships: the stage stands by every name. */
export type TeamDeps = { db: Database; clock: Clock } & Pick<SearchDeps, 'marks'>
