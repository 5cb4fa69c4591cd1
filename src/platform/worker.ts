import { runMigrations } from 'graphile-worker'
import type pg from 'pg'

/** Brings the task queue's own schema up to date. Before the first `enqueue`; part of every start, after `migrate`. */
export async function migrateTasks(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool })
}
