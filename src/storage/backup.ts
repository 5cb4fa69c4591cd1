import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type BackupHeader, frame, magic } from '#storage/backup/format.ts'

/** What waits in the task queue, in words that do not depend on the queue's own tables. */
export const taskTable = 'graphile_worker waiting tasks'
export const taskColumns = ['identifier', 'payload', 'queue_name', 'run_at', 'max_attempts', 'key', 'priority'] as const
const taskQuery = `select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id where j.attempts < j.max_attempts order by j.id`

export type BackupReport = { rows: Readonly<Record<string, number>>; bytes: number; migrations: number }

type Table = { table: string; columns: string[] }

export const quoted = (name: string) => pg.escapeIdentifier(name)

/**
 * The tables that hold data, parents of partitions rather than their parts; generated columns make themselves. What is unlogged is
 * meant to be lost: it is in no backup.
 */
async function listTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname::text as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relpersistence = 'p'
      and c.relname <> 'kith_migrations'
    group by c.relname order by c.relname`)
  return rows
}

async function* copyOut(client: pg.Client, entry: Table, source: string): AsyncGenerator<Buffer, number> {
  yield frame('T', entry)
  const stream = client.query(copyTo(`copy ${source} to stdout`))
  for await (const chunk of stream) yield frame('D', chunk)
  const rows = stream.rowCount
  yield frame('E', { rows })
  return rows
}

async function* frames(client: pg.Client, header: BackupHeader, report: (table: string, rows: number) => void) {
  yield frame('H', header)
  const rows: Record<string, number> = {}
  for (const entry of await listTables(client)) {
    const source = `${quoted(entry.table)} (${entry.columns.map(quoted).join(', ')})`
    rows[entry.table] = yield* copyOut(client, entry, source)
    report(entry.table, rows[entry.table] ?? 0)
  }
  const queue = await client.query("select to_regclass('graphile_worker._private_jobs') as found")
  if (queue.rows[0]?.found)
    rows[taskTable] = yield* copyOut(client, { table: taskTable, columns: [...taskColumns] }, `(${taskQuery})`)
  const sequences = await client.query(
    "select sequencename::text as name, coalesce(last_value, start_value)::text as value, last_value is not null as called from pg_sequences where schemaname = 'public'",
  )
  yield frame('F', { rows, sequences: sequences.rows })
}

/**
 * Writes one consistent moment of the whole database to `file`, which appears only when it is complete. The server may go on
 * working meanwhile.
 */
export async function writeBackup(options: {
  url: string
  file: string
  kith: string
  now: Date
  onTable?: (table: string, rows: number) => void
  signal?: AbortSignal
}): Promise<BackupReport> {
  const client = new pg.Client({ connectionString: options.url, application_name: 'kith backup' })
  client.on('error', () => undefined)
  await client.connect()
  const half = `${options.file}.half`
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query("select set_config('kith.workspace', '*', true)")
    const { rows: migrations } = await client.query<{ name: string; digest: string }>(
      'select name, digest from kith_migrations order by name',
    )
    const version = await client.query<{ version: string }>("select current_setting('server_version') as version")
    const header = {
      kith: options.kith,
      createdAt: options.now.toISOString(),
      postgres: version.rows[0]?.version ?? '',
      migrations,
    }
    const rows: Record<string, number> = {}
    const note = (table: string, count: number) => {
      rows[table] = count
      options.onTable?.(table, count)
    }
    const hash = createHash('sha256')
    let bytes = 0
    const measure = new Transform({
      construct(callback) {
        hash.update(magic)
        bytes += magic.length
        this.push(magic)
        callback()
      },
      transform(chunk, _encoding, callback) {
        hash.update(chunk)
        bytes += chunk.length
        callback(null, chunk)
      },
      flush(callback) {
        callback(null, hash.digest('hex'))
      },
    })
    const handle = await open(half, 'w', 0o600)
    const sink = handle.createWriteStream({ flush: true })
    const signal = options.signal ?? new AbortController().signal
    await pipeline(frames(client, header, note), createZstdCompress(), measure, sink, { signal })
    await client.query('commit')
    await rename(half, options.file)
    return { rows, bytes: bytes + 64, migrations: migrations.length }
  } finally {
    await client.end()
    await rm(half, { force: true })
  }
}
