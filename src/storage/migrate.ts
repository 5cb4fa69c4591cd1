import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

const folder = new URL('./migrations/', import.meta.url)
const lockKey = 4_280_001

/** Thrown when the database and the files tell different histories; `message` says what to do. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch'
  readonly code = 'migration-mismatch'
}

/**
 * Brings the schema up to date, each file in a transaction of its own, so a stop half-way leaves a whole number of files. Nodes
 * that start together wait for each other. Gives the names applied now, in order.
 */
export async function migrate(pool: pg.Pool, from: URL = folder): Promise<readonly string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(
      'create table if not exists kith_migrations (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from kith_migrations')
    const known = new Map(rows.map(row => [row.name, row.digest]))
    const files = (await readdir(from)).filter(name => name.endsWith('.sql')).sort()
    const missing = [...known.keys()].find(name => !files.includes(name))
    if (missing)
      throw new MigrationMismatch(
        `The database was made by a newer Kith (it has ${missing}). Start that version, or restore a backup.`,
      )
    const applied: string[] = []
    for (const name of files) {
      const text = await readFile(new URL(name, from), 'utf8')
      const digest = createHash('sha256').update(text).digest('hex')
      const before = known.get(name)
      if (before === digest) continue
      if (before)
        throw new MigrationMismatch(`Migration ${name} was edited after it was applied. Put its first text back.`)
      await client.query('begin')
      try {
        await client.query(text)
        await client.query('insert into kith_migrations (name, digest) values ($1, $2)', [name, digest])
        await client.query('commit')
      } catch (cause) {
        await client.query('rollback')
        throw new Error(`Migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
          cause,
        })
      }
      applied.push(name)
    }
    return applied
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined)
    client.release()
  }
}
