import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createLog } from '#platform/log.ts'
import { defineTask, enqueue, handleTask, type TaskHandler } from '#platform/tasks.ts'
import { startWorker } from '#platform/worker.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'

const greet = defineTask('test.greet', z.object({ name: z.string() }))

async function setUp(handler: TaskHandler, concurrency = 2) {
  const database = await startTestDatabase()
  const lines: string[] = []
  const log = createLog({ level: 'info', write: line => lines.push(line) })
  const start = () => startWorker({ url: database.url, handlers: [handler], concurrency, log, pollMs: 100 })
  return { database, db: database.db, lines, start, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() }
}

async function until(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('did not happen in time')
    await sleep(20)
  }
}

function collect() {
  const names: string[] = []
  return { names, handler: handleTask(greet, async ({ name }) => void names.push(name)) }
}

test('a task runs once when its transaction commits, and never when that is rolled back', async () => {
  const { names, handler } = collect()
  await using it = await setUp(handler)
  await using _worker = await it.start()
  await acrossWorkspaces(it.db, async tx => {
    await enqueue(tx, greet, 'lost', { name: 'rolled back' })
    throw new Error('changed my mind')
  }).catch(() => undefined)
  await acrossWorkspaces(it.db, tx => enqueue(tx, greet, 'kept', { name: 'committed' }))
  const waiting = async () => (await it.database.pool.query('select from graphile_worker._private_jobs')).rowCount
  await until(async () => names.length > 0 && (await waiting()) === 0)
  expect(names).toEqual(['committed'])
})

test('a task that waits is replaced by one with the same key', async () => {
  const { names, handler } = collect()
  await using it = await setUp(handler)
  await acrossWorkspaces(it.db, async tx => {
    await enqueue(tx, greet, 'one', { name: 'first' })
    await enqueue(tx, greet, 'one', { name: 'second' })
    await enqueue(tx, greet, 'two', { name: 'other' })
  })
  await using _worker = await it.start()
  await until(() => names.length === 2)
  expect(names.toSorted()).toEqual(['other', 'second'])
})

test('a failing task is tried again, and the log names it without quoting the error', async () => {
  let attempts = 0
  await using it = await setUp(
    handleTask(greet, async () => {
      attempts += 1
      if (attempts === 1) throw new Error('Dear Ada, your salary')
    }),
  )
  await using _worker = await it.start()
  await acrossWorkspaces(it.db, tx => enqueue(tx, greet, 'k', { name: 'Ada' }))
  await until(() => attempts === 2)
  expect(it.lines.join()).toContain('"task":"test.greet"')
  expect(it.lines.join()).not.toMatch(/salary|Ada/)
})

test('stopping tells the running task, waits for it, and leaves what it did not finish in the queue', async () => {
  const seen: string[] = []
  await using it = await setUp(
    handleTask(greet, async (_payload, signal) => {
      seen.push('began')
      // Untold, it would never end, and neither would this test.
      if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve))
      seen.push('saved its step')
      throw new Error('stopped half-way')
    }),
  )
  const worker = await it.start()
  await acrossWorkspaces(it.db, tx => enqueue(tx, greet, 'k', { name: 'long' }))
  await until(() => seen.length === 1)
  await worker[Symbol.asyncDispose]()
  expect(seen).toEqual(['began', 'saved its step'])
  const { rows } = await it.database.pool.query('select attempts, locked_by from graphile_worker._private_jobs')
  expect(rows).toEqual([{ attempts: 1, locked_by: null }])
})

test('the task of a worker that was killed is taken over by the next', async () => {
  const { names, handler } = collect()
  await using it = await setUp(handler)
  await acrossWorkspaces(it.db, tx => enqueue(tx, greet, 'k', { name: 'orphan' }))
  await it.database.pool.query(
    "update graphile_worker._private_jobs set locked_by = 'worker-of-a-dead-process', locked_at = now(), attempts = 1",
  )
  await using _worker = await it.start()
  await until(() => names.length === 1)
  expect(names).toEqual(['orphan'])
})

test('a worker goes on after the database was away', async () => {
  const { names, handler } = collect()
  await using it = await setUp(handler)
  await using _worker = await it.start()
  await acrossWorkspaces(it.db, tx => enqueue(tx, greet, 'before', { name: 'before' }))
  await until(() => names.length === 1)
  await it.database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kith worker'",
  )
  await acrossWorkspaces(it.db, tx => enqueue(tx, greet, 'after', { name: 'after' }))
  await until(() => names.length === 2)
  expect(names).toEqual(['before', 'after'])
})
