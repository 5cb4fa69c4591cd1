import { sql } from 'kysely'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import { beforeCommit, type Database, inWorkspace, type Transaction } from '#storage/database.ts'

export const liveChannel = 'kith_live'
export const signalChannel = 'kith_signal'

/** What a browser is told: it refetches or patches what it shows. Payloads carry ids and small facts, never secrets. */
export type LiveEvent = { kind: string; payload: Readonly<Record<string, unknown>>; user?: UserId }

const pending = new WeakMap<Transaction, { workspace: WorkspaceId; events: LiveEvent[] }>()

/**
 * Adds to the workspace's change log as the last step of the transaction: that step locks the workspace's cursor row, so commits
 * are in the order of `seq` and a reader that has N has everything up to N. With `user` only that recruiter is told.
 */
export function tellBrowsers(tx: Transaction, workspace: WorkspaceId, event: LiveEvent): void {
  const waiting = pending.get(tx)
  if (waiting) {
    waiting.events.push(event)
    return
  }
  const log = { workspace, events: [event] }
  pending.set(tx, log)
  beforeCommit(tx, pending, async () => {
    await sql`
      with moved as (
        insert into live_cursors as c (workspace_id, seq) values (${workspace}, ${log.events.length})
        on conflict (workspace_id) do update set seq = c.seq + ${log.events.length}
        returning seq
      ), written as (
        insert into live_events (workspace_id, seq, user_id, kind, payload, at)
        select ${workspace}, moved.seq - ${log.events.length} + e.n, (e.value->>'user')::uuid, e.value->>'kind', e.value->'payload', now()
        from moved, jsonb_array_elements(${JSON.stringify(log.events)}::jsonb) with ordinality as e(value, n)
      )
      select pg_notify(${liveChannel}, ${workspace} || ':' || moved.seq) from moved`.execute(tx)
  })
}

/** A passing state (presence, typing) for browsers that look now; lost without harm. Payload below 7 kB. */
export async function signalBrowsers(
  tx: Transaction,
  workspace: WorkspaceId,
  signal: { kind: string; payload: Record<string, unknown>; user?: UserId },
): Promise<void> {
  await sql`select pg_notify(${signalChannel}, ${JSON.stringify({ workspace, ...signal })})`.execute(tx)
}

export type LiveRow = { seq: number; user: UserId | null; kind: string; payload: Record<string, unknown> }

/** The number of the workspace's last event; 0 before the first. */
export async function findLiveSeq(tx: Transaction, workspace: WorkspaceId): Promise<number> {
  const { rows } = await sql<{
    seq: number
  }>`select seq from live_cursors where workspace_id = ${workspace}`.execute(tx)
  return rows[0]?.seq ?? 0
}

/** In order, without gaps; fewer than asked for means that is all, unless the first is not `after + 1`: then older ones are gone. */
export function listLiveEvents(db: Database, workspace: WorkspaceId, after: number, limit: number): Promise<LiveRow[]> {
  return inWorkspace(db, workspace, async tx => {
    const { rows } = await sql<LiveRow>`select seq, user_id as "user", kind, payload from live_events
      where workspace_id = ${workspace} and seq > ${after} order by seq limit ${limit}`.execute(tx)
    return rows
  })
}

/** Across workspaces: what no browser will ask for any more; it then refetches. */
export async function deleteLiveEvents(tx: Transaction, before: Date): Promise<void> {
  await sql`delete from live_events where at < ${before}`.execute(tx)
}
