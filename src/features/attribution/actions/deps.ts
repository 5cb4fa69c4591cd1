import type { Clock } from '#kernel/clock.ts'
import type { Database } from '#storage/database.ts'

export type AttributionDeps = {
  db: Database
  clock: Clock
  /** The installation's own address. */
  publicUrl: string
}
