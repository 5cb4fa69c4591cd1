import type { SearchDeps } from '#features/people/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { Database } from '#storage/database.ts'

/** `stages`: the words that a search may ask for. */
export type KeepDeps = { db: Database; clock: Clock; stages: readonly string[] }
export type PoolDeps = KeepDeps & Pick<SearchDeps, 'marks' | 'activeLabels'>
