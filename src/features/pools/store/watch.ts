import { sql } from 'kysely'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type Watch = { seq: number; sweptAt: Date }

/** Holds the row until the transaction ends: two looks at one workspace never mix. */
export async function lockWatch(tx: Transaction, workspace: WorkspaceId, now: Date): Promise<Watch> {
  await sql`insert into pool_watches (workspace_id, seen_seq, swept_at)
    select ${workspace}, coalesce((select seq from live_cursors where workspace_id = ${workspace}), 0), ${now}
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<Watch>`select seen_seq as seq, swept_at as "sweptAt" from pool_watches
    where workspace_id = ${workspace} for update`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the watch was just written')
  return row
}

export async function updateWatch(tx: Transaction, workspace: WorkspaceId, { seq, sweptAt }: Watch): Promise<void> {
  await sql`update pool_watches set seen_seq = ${seq}, swept_at = ${sweptAt} where workspace_id = ${workspace}`.execute(
    tx,
  )
}

const most = 5_000

/** The changes since `after`; `whole` false: older ones are gone, or there are too many to look at one by one. */
export async function listChanges(
  tx: Transaction,
  workspace: WorkspaceId,
  after: number,
): Promise<{ events: { kind: string; payload: Record<string, unknown> }[]; seq: number; whole: boolean }> {
  const { rows } = await sql<{
    seq: number
    kind: string
    payload: Record<string, unknown>
  }>`select seq, kind, payload from live_events
    where workspace_id = ${workspace} and seq > ${after} order by seq limit ${most}`.execute(tx)
  const { rows: cursors } = await sql<{
    seq: number
  }>`select seq from live_cursors where workspace_id = ${workspace}`.execute(tx)
  const seq = cursors[0]?.seq ?? 0
  const whole = rows.length === 0 ? seq <= after : rows[0]?.seq === after + 1 && rows.length < most
  return { events: rows, seq: whole ? (rows.at(-1)?.seq ?? after) : seq, whole }
}

/** People came in by the thousand and search does not know them yet. */
export async function isSearchDue(tx: Transaction, workspace: WorkspaceId): Promise<boolean> {
  const { rows } = await sql`select from search_due where workspace_id = ${workspace} limit 1`.execute(tx)
  return rows.length > 0
}
