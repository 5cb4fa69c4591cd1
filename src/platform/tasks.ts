import { sql } from 'kysely'
import type { z } from 'zod'
import type { Transaction } from '#storage/database.ts'

/** Background work with a name and a checked payload. */
export type Task<Payload> = { readonly name: string; readonly payload: z.ZodType<Payload> }

export function defineTask<Payload>(name: string, payload: z.ZodType<Payload>): Task<Payload> {
  return { name, payload }
}

/** What a feature hands to the worker. `signal` aborts when the server stops: leave a whole step behind and throw. */
export type TaskHandler = { readonly name: string; run(payload: unknown, signal: AbortSignal): Promise<void> }

export function handleTask<Payload>(
  task: Task<Payload>,
  run: (payload: Payload, signal: AbortSignal) => Promise<void>,
): TaskHandler {
  return { name: task.name, run: async (payload, signal) => run(task.payload.parse(payload), signal) }
}

/**
 * Written with the transaction: it runs if, and only if, that commits, at least once. A task waiting under the same key is replaced.
 * Tasks of one `queue` run one by one.
 */
export async function enqueue<Payload>(
  tx: Transaction,
  task: Task<Payload>,
  key: string,
  payload: Payload,
  options: { runAt?: Date; queue?: string; maxAttempts?: number; priority?: number } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${task.name}, payload => ${JSON.stringify(payload)}::json, queue_name => ${options.queue ?? null},
    run_at => ${options.runAt ?? null}, max_attempts => ${options.maxAttempts ?? 25},
    job_key => ${`${task.name}:${key}`}, priority => ${options.priority ?? 0})`.execute(tx)
}
