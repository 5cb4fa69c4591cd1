import { sql } from 'kysely'
import type { Transaction } from '#storage/database.ts'

/**
 * Counts a try before it is made, so that tries at the same time count too. Gives the instant until which the bucket is closed,
 * or undefined when this try may go on. The window starts anew with the first try after its end.
 */
export async function countAttempt(
  tx: Transaction,
  attempt: { bucket: string; now: Date; windowMs: number; most: number },
): Promise<Date | undefined> {
  const { bucket, now, windowMs, most } = attempt
  const opened = new Date(now.getTime() - windowMs)
  const closesAt = new Date(now.getTime() + windowMs)
  const { rows } = await sql<{ failures: number; blocked_until: Date | null }>`
    insert into sign_in_attempts as a (bucket, failures, window_started_at) values (${bucket}, 1, ${now})
    on conflict (bucket) do update set
      failures = case when a.window_started_at <= ${opened} then 1 else a.failures + 1 end,
      window_started_at = case when a.window_started_at <= ${opened} then ${now} else a.window_started_at end,
      blocked_until = case
        when a.window_started_at <= ${opened} then null
        when a.failures >= ${most}::int then coalesce(a.blocked_until, ${closesAt}::timestamptz)
      end
    returning failures, blocked_until`.execute(tx)
  const [row] = rows
  return row?.blocked_until && row.blocked_until > now ? row.blocked_until : undefined
}

export async function forgetAttempts(tx: Transaction, bucket: string): Promise<void> {
  await tx.deleteFrom('sign_in_attempts').where('bucket', '=', bucket).execute()
}

export async function uncountAttempt(tx: Transaction, bucket: string): Promise<void> {
  await tx
    .updateTable('sign_in_attempts')
    .set(eb => ({ failures: eb('failures', '-', 1) }))
    .where('bucket', '=', bucket)
    .where('failures', '>', 0)
    .execute()
}
