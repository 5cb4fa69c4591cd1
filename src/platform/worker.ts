import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, type Runner, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Log } from '#platform/log.ts'
import type { TaskHandler } from '#platform/tasks.ts'

/** Brings the task queue's own schema up to date. Before the first `enqueue`; part of every start, after `migrate`. */
export async function migrateTasks(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: silent })
}

/** The queue's own messages quote errors, which may quote people: ours tell ids and codes instead. */
const silent = new Logger(() => () => undefined)

const livenessClass = 4_280
const sweepEveryMs = 15_000
const stopWithinMs = 15_000
const restartAfterMs = 1_000

type WorkerOptions = {
  url: string
  handlers: readonly TaskHandler[]
  concurrency: number
  log: Log
  /** How often to look for tasks whose time has come; fresh ones are told at once. */
  pollMs?: number
}

/**
 * Each worker holds a lock named after it for as long as it lives, so that tasks of a killed process are seen to be nobody's
 * and go back to the queue within seconds (the queue itself waits four hours).
 */
async function keepLiveness(pool: pg.Pool, workers: ReadonlySet<string>, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let client: pg.PoolClient | undefined
    try {
      client = await pool.connect()
      const held = new Set<string>()
      while (!signal.aborted) {
        for (const worker of workers)
          if (!held.has(worker)) {
            await client.query('select pg_advisory_lock($1, hashtext($2))', [livenessClass, worker])
            held.add(worker)
          }
        // Begun again after a loss, a runner's workers have other names; the tasks of the former ones are nobody's.
        for (const worker of held)
          if (!workers.has(worker)) {
            await client.query('select pg_advisory_unlock($1, hashtext($2))', [livenessClass, worker])
            held.delete(worker)
          }
        const { rows } = await client.query<{ worker: string }>(
          'select distinct locked_by as worker from graphile_worker._private_jobs where locked_by is not null',
        )
        const dead: string[] = []
        for (const { worker } of rows.filter(row => !held.has(row.worker))) {
          const free = await client.query('select pg_try_advisory_lock($1, hashtext($2)) as mine', [
            livenessClass,
            worker,
          ])
          if (free.rows[0]?.mine) dead.push(worker)
        }
        if (dead.length > 0) {
          await client.query('select graphile_worker.force_unlock_workers($1)', [dead])
          for (const worker of dead)
            await client.query('select pg_advisory_unlock($1, hashtext($2))', [livenessClass, worker])
          log.warn({ workers: dead }, 'gave back the tasks of workers that are gone')
        }
        await sleep(sweepEveryMs, undefined, { signal }).catch(() => undefined)
      }
    } catch (error) {
      if (!signal.aborted) log.warn({ error }, 'lost the connection that shows this worker is alive')
      await sleep(restartAfterMs, undefined, { signal }).catch(() => undefined)
    } finally {
      // Ends the session, and with it its locks.
      client?.release(true)
    }
  }
}

function reportTo(log: Log): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('job:error', ({ job, error }) =>
    log.warn(
      { task: job.task_identifier, job: job.id, attempt: job.attempts, error },
      'task failed and will be tried again',
    ),
  )
  events.on('job:failed', ({ job, error }) =>
    log.error(
      { task: job.task_identifier, job: job.id, attempts: job.attempts, error },
      'task given up after its last attempt',
    ),
  )
  events.on('pool:listen:error', ({ error }) => log.warn({ error }, 'worker lost its connection for news'))
  events.on('worker:getJob:error', ({ error }) => log.warn({ error }, 'worker could not ask for tasks'))
  return events
}

/**
 * Runs tasks on connections of its own until disposed. Then no new task begins, the running ones have their signal aborted and
 * 15 s to leave a whole step behind; what is unfinished stays in the queue. The task queue's schema must be there.
 */
export async function startWorker(options: WorkerOptions): Promise<AsyncDisposable> {
  const { log, handlers, concurrency } = options
  const stopping = new AbortController()
  const pool = new pg.Pool({
    connectionString: options.url,
    // Besides the tasks: one connection to listen, one for liveness.
    max: concurrency + 3,
    application_name: 'kith worker',
    connectionTimeoutMillis: 10_000,
  })
  const lost = (error: Error) => log.debug({ error }, 'worker connection lost')
  pool.on('error', lost)
  pool.on('connect', client => client.on('error', lost))

  const taskList: TaskList = Object.fromEntries(
    handlers.map(({ name, run: handle }) => [
      name,
      async (payload, helpers) => {
        const signals = [stopping.signal, helpers.abortSignal].filter(signal => signal !== undefined)
        await handle(payload, AbortSignal.any(signals))
      },
    ]),
  )
  const workers = new Set<string>()
  const events = reportTo(log)
  events.on('worker:create', ({ worker }) => workers.add(worker.workerId))
  const begin = () =>
    run({
      pgPool: pool,
      taskList,
      concurrency,
      noHandleSignals: true,
      logger: silent,
      events,
      pollInterval: options.pollMs ?? 1_000,
      // Noting a task's end one by one, the queue waits for nobody: where the database is away just then, the process would end.
      // In batches (of what ends in the same moment) the runner ends instead, and is begun again.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    })

  let runner: Runner = await begin()
  const liveness = keepLiveness(pool, workers, log, stopping.signal)
  const supervised = (async () => {
    while (!stopping.signal.aborted) {
      await runner.promise.catch(error => {
        if (!stopping.signal.aborted) log.error({ error }, 'worker stopped by itself; starting it again')
      })
      workers.clear()
      while (!stopping.signal.aborted) {
        await sleep(restartAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined)
        const again = stopping.signal.aborted ? undefined : await begin().catch(() => undefined)
        if (!again) continue
        runner = again
        break
      }
    }
  })()

  return {
    async [Symbol.asyncDispose]() {
      if (stopping.signal.aborted) return
      stopping.abort(new Error('the server is stopping'))
      const late = new AbortController()
      const stopped = runner.stop('the server is stopping').catch(() => undefined)
      await Promise.race([stopped, sleep(stopWithinMs, undefined, { signal: late.signal }).catch(() => undefined)])
      late.abort()
      await runner.kill('the server is stopping').catch(() => undefined)
      await Promise.all([liveness, supervised])
      await pool.end()
    },
  }
}
