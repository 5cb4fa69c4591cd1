import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { createLog } from '#platform/log.ts'
import { defineTask, enqueue, handleTask } from '#platform/tasks.ts'
import { migrateTasks, startWorker } from '#platform/worker.ts'
import { writeBackup } from '#storage/backup.ts'
import { acrossWorkspaces, type Database, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'
import { restoreBackup } from '#storage/restore.ts'

export const name = 'storage'

const people = 50_000
const ping = defineTask('bench.ping', z.object({ n: z.number() }))

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now()
  const value = await work()
  return { value, ms: performance.now() - began }
}

const open = (dataDir: string) => async () => {
  await using stack = new AsyncDisposableStack()
  const server = stack.use(await startEmbedded({ dataDir }))
  const database = stack.use(openDatabase({ url: server.url, maxConnections: 4 }))
  await migrate(database.pool)
  await migrateTasks(database.pool)
  const whole = stack.move()
  return { url: server.url, db: database.db, [Symbol.asyncDispose]: () => whole.disposeAsync() }
}

async function insertPeople(db: Database): Promise<void> {
  const workspace = newId<'Workspace'>()
  await acrossWorkspaces(db, async tx => {
    await sql`insert into workspaces (workspace_id, name, created_at) values (${workspace}, 'bench', now())`.execute(tx)
    const rows = Array.from({ length: people }, (_, n) => ({ id: newId(), name: `Person ${n} Lovelace` }))
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${workspace}, id, name, now(), now() from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, name text)`.execute(
      tx,
    )
  })
}

/** From commit to the worker's hand, for tasks one by one. */
async function taskLatencies(url: string, db: Database): Promise<number[]> {
  const latencies: number[] = []
  let began = 0
  let heard: () => void = () => undefined
  const handler = handleTask(ping, async () => {
    latencies.push(performance.now() - began)
    heard()
  })
  await using _worker = await startWorker({
    url,
    handlers: [handler],
    concurrency: 2,
    log: createLog({ level: 'error' }),
  })
  for (let n = 0; n < 50; n += 1) {
    const done = new Promise<void>(resolve => {
      heard = resolve
    })
    await acrossWorkspaces(db, tx => enqueue(tx, ping, String(n), { n }))
    began = performance.now()
    await done
  }
  return latencies.sort((left, right) => left - right)
}

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  await chmod(folder, 0o755)
  try {
    const dataDir = join(folder, 'postgres')
    const fresh = await timed(open(dataDir))
    await fresh.value[Symbol.asyncDispose]()
    const existing = await timed(open(dataDir))
    await using kith = existing.value
    const insert = await timed(() => insertPeople(kith.db))
    const latencies = await taskLatencies(kith.url, kith.db)
    const file = join(folder, 'kith.backup')
    const saved = await timed(() => writeBackup({ url: kith.url, file, kith: 'bench', now: new Date() }))
    const { size } = await stat(file)
    await using target = await startEmbedded({ dataDir: join(folder, 'target') })
    {
      await using empty = openDatabase({ url: target.url, maxConnections: 1 })
      await migrateTasks(empty.pool)
    }
    const restored = await timed(() => restoreBackup({ url: target.url, file, force: true }))
    return [
      { name: 'start on a fresh folder, schema included', figure: Math.round(fresh.ms), unit: 'ms' },
      { name: 'start on an existing folder', figure: Math.round(existing.ms), unit: 'ms' },
      {
        name: `insert ${people} people in one statement`,
        figure: Math.round(people / (insert.ms / 1000)),
        unit: 'rows/s',
      },
      { name: 'task from commit to worker, median', figure: latencies[25] ?? 0, unit: 'ms' },
      { name: 'task from commit to worker, 95th percentile', figure: latencies[47] ?? 0, unit: 'ms' },
      { name: `backup of ${people} people`, figure: Math.round(saved.ms), unit: 'ms' },
      { name: 'its size', figure: size / 1_000_000, unit: 'MB' },
      { name: 'restore of it', figure: Math.round(restored.ms), unit: 'ms' },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
