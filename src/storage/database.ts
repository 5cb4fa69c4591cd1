import { Kysely, type Transaction as KyselyTransaction, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { DB } from '#storage/tables.ts'

export type Database = Kysely<DB>
export type Transaction = KyselyTransaction<DB>

const asText = (value: string) => value
const asNumber = (value: string) => Number(value)

/** `date` stays `2024-03-09`, int8 is a number (ours stay below 2^53), timestamptz a Date. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.DATE) return asText
    if (oid === pg.types.builtins.INT8) return asNumber
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** Lost connections are dropped from the pool and reported to `onLost`; the next query opens a new one. Disposing closes them all. */
export function openDatabase(options: {
  url: string
  maxConnections: number
  onLost?: (error: Error) => void
}): { db: Database; pool: pg.Pool } & AsyncDisposable {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections,
    types,
    application_name: 'kith',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  })
  const lost = (error: Error) => options.onLost?.(error)
  pool.on('error', lost)
  // A connection in use reports its loss itself; unheard, that would end the process.
  pool.on('connect', client => client.on('error', lost))
  return {
    db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }),
    pool,
    [Symbol.asyncDispose]: async () => {
      // Kysely's own destroy() leaves a pool open that it never used.
      if (!pool.ended) await pool.end()
    },
  }
}

const beforeCommits = new WeakMap<Transaction, Map<unknown, () => Promise<void>>>()

/** Runs once, as the transaction's last step, however often it is asked for under `key`. */
export function beforeCommit(tx: Transaction, key: unknown, step: () => Promise<void>): void {
  const steps = beforeCommits.get(tx)
  if (!steps) throw new Error('beforeCommit needs a transaction of inWorkspace or acrossWorkspaces')
  if (!steps.has(key)) steps.set(key, step)
}

function scoped<T>(db: Database, scope: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction().execute(async tx => {
    await sql`select set_config('kith.workspace', ${scope}, true)`.execute(tx)
    const steps = new Map<unknown, () => Promise<void>>()
    beforeCommits.set(tx, steps)
    const result = await work(tx)
    for (const step of steps.values()) await step()
    return result
  })
}

/** One transaction that sees this workspace's rows only, whatever its queries forget to say. */
export function inWorkspace<T>(
  db: Database,
  workspace: WorkspaceId,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return scoped(db, workspace, work)
}

/** One transaction that sees every workspace: sign-in, the task runner, backup. Each use says why. */
export function acrossWorkspaces<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return scoped(db, '*', work)
}
