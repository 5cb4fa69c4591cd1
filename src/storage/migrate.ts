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

export type Migration = { name: string; digest: string; text: string }

/** The files, in the order they are applied. */
export async function listMigrations(from: URL = folder): Promise<readonly Migration[]> {
  const names = (await readdir(from)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async name => {
      const text = await readFile(new URL(name, from), 'utf8')
      return { name, text, digest: createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex') }
    }),
  )
}

/** What is still to do; refuses a database that knows files we don't, or knows them with another text. */
async function listPending(client: pg.ClientBase, files: readonly Migration[]): Promise<readonly Migration[]> {
  await client.query(
    'create table if not exists kith_migrations (name text primary key, digest text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from kith_migrations')
  const known = new Map(rows.map(row => [row.name, row.digest]))
  const missing = [...known.keys()].find(name => !files.some(file => file.name === name))
  if (missing)
    throw new MigrationMismatch(
      `The database was made by a newer Kith (it has ${missing}). Start that version, or restore a backup.`,
    )
  const edited = files.find(({ name, digest }) => known.has(name) && known.get(name) !== digest)
  if (edited)
    throw new MigrationMismatch(`Migration ${edited.name} was edited after it was applied. Put its first text back.`)
  return files.filter(({ name }) => !known.has(name))
}

async function apply(client: pg.ClientBase, { name, text, digest }: Migration): Promise<void> {
  try {
    await client.query(text)
    await client.query('insert into kith_migrations (name, digest) values ($1, $2)', [name, digest])
  } catch (cause) {
    throw new Error(`Migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** Inside the caller's transaction: those of `names`, or all that are still to do. For restore. */
export async function applyMigrations(client: pg.ClientBase, names?: readonly string[]): Promise<void> {
  for (const migration of await listPending(client, await listMigrations()))
    if (!names || names.includes(migration.name)) await apply(client, migration)
}

/**
 * Brings the schema up to date, each file in a transaction of its own, so a stop half-way leaves a whole number of files. Nodes
 * that start together wait for each other. Gives the names applied now, in order.
 */
export async function migrate(pool: pg.Pool, from: URL = folder): Promise<readonly string[]> {
  const files = await listMigrations(from)
  const client = await pool.connect()
  let failed: unknown
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const applied: string[] = []
    for (const migration of await listPending(client, files)) {
      await client.query('begin')
      await apply(client, migration)
      await client.query('commit')
      applied.push(migration.name)
    }
    return applied
  } catch (error) {
    failed = error
    throw error
  } finally {
    // After a failure the session is closed: that rolls back and lets go of the lock, whatever state it is in.
    if (failed === undefined) await client.query('select pg_advisory_unlock($1)', [lockKey])
    client.release(failed !== undefined)
  }
}

/** The names that a start would apply now; changes nothing. */
export async function listPendingNames(pool: pg.Pool): Promise<readonly string[]> {
  const table = await pool.query<{ found: string | null }>("select to_regclass('public.kith_migrations') as found")
  const { rows } = table.rows[0]?.found
    ? await pool.query<{ name: string }>('select name from kith_migrations')
    : { rows: [] }
  const known = new Set(rows.map(({ name }) => name))
  return (await listMigrations()).map(({ name }) => name).filter(name => !known.has(name))
}
