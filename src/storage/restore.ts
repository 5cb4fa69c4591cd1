import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import {
  type BackupHeader,
  endShape,
  headerShape,
  parseFrame,
  RestoreRefused,
  readFrames,
  tableEndShape,
  tableShape,
  verifyFile,
} from '#storage/backup/format.ts'
import { quoted, taskColumns, taskTable } from '#storage/backup.ts'
import { applyMigrations, listMigrations } from '#storage/migrate.ts'

const oldestPostgres = 150_000
const leaveWithinMs = 1_500

/** Checks the whole file and tells what it is; the database is not asked. */
export async function inspectBackup(file: string): Promise<BackupHeader> {
  await verifyFile(file)
  for await (const { kind, content } of readFrames(file)) {
    if (kind === 'H') return parseFrame(headerShape, content)
    break
  }
  throw new RestoreRefused('damaged', `${file} is damaged: it has no header. Use another copy; nothing was changed.`)
}

async function checkHistory(file: string, header: BackupHeader): Promise<void> {
  const known = new Map((await listMigrations()).map(({ name, digest }) => [name, digest]))
  const strange = header.migrations.find(({ name, digest }) => known.get(name) !== digest)
  if (strange)
    throw new RestoreRefused(
      'newer-kith',
      `${file} was written by Kith ${header.kith}, which has the migration ${strange.name} that this one does not. Restore it with that version.`,
    )
}

/** A connection that was closed just now may still be listed for a moment. */
async function checkIdle(client: pg.Client): Promise<void> {
  const deadline = Date.now() + leaveWithinMs
  for (;;) {
    const busy = await client.query(
      "select 1 from pg_stat_activity where datname = current_database() and application_name in ('kith', 'kith worker')",
    )
    if (!busy.rowCount) return
    if (Date.now() > deadline)
      throw new RestoreRefused('in-use', 'Kith is running on this database. Stop it, then restore.')
    await sleep(50)
  }
}

async function checkTarget(client: pg.Client, force: boolean): Promise<void> {
  const version = await client.query<{ number: number; text: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as text",
  )
  const { number = 0, text = '' } = version.rows[0] ?? {}
  if (number < oldestPostgres)
    throw new RestoreRefused('old-postgres', `This PostgreSQL is ${text}; Kith needs 15 or newer. Nothing was changed.`)
  const exists = await client.query("select to_regclass('public.workspaces') as found")
  if (!exists.rows[0]?.found || force) return
  const filled = await client.query('select 1 from workspaces limit 1')
  if (filled.rowCount)
    throw new RestoreRefused(
      'not-empty',
      'This database already has a workspace in it. Restore into an empty one, or add --force to replace everything that is there.',
    )
}

/** Takes away what migrations made, so that they can make it as it was at the time of the backup. */
async function clear(client: pg.Client): Promise<void> {
  const tables = await client.query<{ name: string }>(
    "select c.relname::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and pg_get_userbyid(c.relowner) = current_user",
  )
  if (tables.rows.length > 0)
    await client.query(`drop table ${tables.rows.map(({ name }) => quoted(name)).join(', ')} cascade`)
  const functions = await client.query<{ name: string }>(
    "select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace and proname like 'kith\\_%'",
  )
  for (const { name } of functions.rows) await client.query(`drop routine ${name} cascade`)
  await client.query('delete from graphile_worker._private_jobs')
}

/**
 * Foreign keys are put back at the end, when all rows are there: no order to keep, and one check instead of one per row. Triggers
 * rest meanwhile: what they made of the rows is in the backup too.
 */
async function liftConstraints(client: pg.Client): Promise<() => Promise<void>> {
  const keys = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`)
  const walls = await client.query<{ table: string }>(
    "select oid::regclass::text as table from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity",
  )
  const triggers = await client.query<{ table: string }>(`
    select distinct tgrelid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`)
  for (const { table, name } of keys.rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  for (const { table } of triggers.rows) await client.query(`alter table ${table} disable trigger user`)
  for (const { table } of walls.rows) await client.query(`alter table ${table} no force row level security`)
  return async () => {
    for (const { table, name, definition } of keys.rows)
      await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
    for (const { table } of triggers.rows) await client.query(`alter table ${table} enable trigger user`)
    for (const { table } of walls.rows) await client.query(`alter table ${table} force row level security`)
  }
}

type CopyIn = ReturnType<typeof copyFrom>

async function openCopy(client: pg.Client, entry: { table: string; columns: readonly string[] }): Promise<CopyIn> {
  if (entry.table === taskTable) {
    await client.query(
      'create temporary table restored_tasks (identifier text, payload json, queue_name text, run_at timestamptz, max_attempts int, key text, priority int) on commit drop',
    )
    return client.query(copyFrom(`copy restored_tasks (${taskColumns.join(', ')}) from stdin`))
  }
  return client.query(copyFrom(`copy ${quoted(entry.table)} (${entry.columns.map(quoted).join(', ')}) from stdin`))
}

async function copyRows(
  client: pg.Client,
  file: string,
  onTable: ((table: string, rows: number) => void) | undefined,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  let open: { table: string; stream: CopyIn; ended: Promise<void> } | undefined
  const wrong = (how: string) =>
    new RestoreRefused('damaged', `${file} is damaged: ${how}. Use another copy; nothing was changed.`)
  for await (const { kind, content } of readFrames(file)) {
    switch (kind) {
      case 'H':
        break
      case 'T': {
        const entry = parseFrame(tableShape, content)
        const stream = await openCopy(client, entry)
        const ended = finished(stream)
        // Kept from ending the process; the failure itself is seen where `ended` is awaited.
        ended.catch(() => undefined)
        open = { table: entry.table, stream, ended }
        break
      }
      case 'D':
        if (!open) throw wrong('it has rows outside a table')
        if (!open.stream.write(Buffer.from(content))) await Promise.race([once(open.stream, 'drain'), open.ended])
        break
      case 'E': {
        if (!open) throw wrong('a table ends that never began')
        open.stream.end()
        await open.ended
        const { rows: expected } = parseFrame(tableEndShape, content)
        if (open.stream.rowCount !== expected)
          throw wrong(`${open.table} has ${open.stream.rowCount} rows instead of ${expected}`)
        rows[open.table] = expected
        onTable?.(open.table, expected)
        open = undefined
        break
      }
      case 'F': {
        const end = parseFrame(endShape, content)
        for (const { name, value, called } of end.sequences)
          await client.query('select setval($1::regclass, $2::bigint, $3)', [`public.${quoted(name)}`, value, called])
        return rows
      }
    }
  }
  throw wrong('it has no end')
}

/**
 * Puts a backup into the database in one transaction: either all of it, or nothing was changed. An older backup is brought up to
 * this Kith's schema. The task queue's schema must be there.
 */
export async function restoreBackup(options: {
  url: string
  file: string
  force: boolean
  onTable?: (table: string, rows: number) => void
}): Promise<{ header: BackupHeader; rows: Readonly<Record<string, number>> }> {
  const header = await inspectBackup(options.file)
  await checkHistory(options.file, header)
  const client = new pg.Client({ connectionString: options.url, application_name: 'kith restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await checkIdle(client)
    await client.query('begin')
    await client.query("select set_config('kith.workspace', '*', true)")
    await checkTarget(client, options.force)
    await clear(client)
    await applyMigrations(
      client,
      header.migrations.map(({ name }) => name),
    )
    const putBack = await liftConstraints(client)
    const rows = await copyRows(client, options.file, options.onTable)
    await putBack()
    await client.query(
      'select graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, key, priority) from restored_tasks',
    )
    await applyMigrations(client)
    await client.query('commit')
    await client.query('analyze')
    return { header, rows }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}
