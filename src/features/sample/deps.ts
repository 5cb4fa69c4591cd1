import type { PagesDeps } from '#features/campaigns/index.ts'
import type { TouchDeps } from '#features/relationships/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { Database } from '#storage/database.ts'

export type SampleDeps = { db: Database; clock: Clock; touches: TouchDeps; pages: PagesDeps }
