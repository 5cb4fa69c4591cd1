import { sql } from 'kysely'
import type { FeedId, PushId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type Push = {
  workspace_id: WorkspaceId
  feed_id: FeedId
  push_id: PushId
  hub: string
  topic: string
  state: 'asked' | 'active' | 'refused' | 'ended'
  asked_at: Date
  lease_until: Date | null
  last_push_at: Date | null
  last_error: string | null
}

const columns = sql`workspace_id, feed_id, push_id, hub, topic, state, asked_at, lease_until, last_push_at, last_error`

/** Locks it until the transaction ends: a hub may ask back before our own question has returned. */
export async function findPushForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  feed: FeedId,
): Promise<Push | undefined> {
  const { rows } =
    await sql<Push>`select ${columns} from feed_pushes where workspace_id = ${workspace} and feed_id = ${feed} for update`.execute(
      tx,
    )
  return rows[0]
}

/** In whatever workspace: a hub knows nothing but its address. Needs a transaction across workspaces. */
export async function findPushById(tx: Transaction, push: PushId): Promise<Push | undefined> {
  const { rows } = await sql<Push>`select ${columns} from feed_pushes where push_id = ${push}`.execute(tx)
  return rows[0]
}

/** The feed's only subscription from now on. */
export async function putPush(
  tx: Transaction,
  workspace: WorkspaceId,
  push: { feed: FeedId; push: PushId; hub: string; topic: string },
  now: Date,
): Promise<void> {
  await sql`insert into feed_pushes (workspace_id, feed_id, push_id, hub, topic, state, asked_at)
    values (${workspace}, ${push.feed}, ${push.push}, ${push.hub}, ${push.topic}, 'asked', ${now})
    on conflict (workspace_id, feed_id) do update set push_id = excluded.push_id, hub = excluded.hub, topic = excluded.topic,
      state = 'asked', asked_at = excluded.asked_at, lease_until = null, last_error = null`.execute(tx)
}

export async function updatePushState(
  tx: Transaction,
  workspace: WorkspaceId,
  push: PushId,
  change: { state: Push['state']; leaseUntil?: Date | null; lastError?: string | null },
): Promise<void> {
  await sql`update feed_pushes set state = ${change.state}, lease_until = ${change.leaseUntil ?? null}::timestamptz,
      last_error = ${change.lastError ?? null}
    where workspace_id = ${workspace} and push_id = ${push}`.execute(tx)
}

export async function updatePushed(tx: Transaction, workspace: WorkspaceId, push: PushId, at: Date): Promise<void> {
  await sql`update feed_pushes set last_push_at = ${at} where workspace_id = ${workspace} and push_id = ${push}`.execute(
    tx,
  )
}

/** Whether a hub tells us at once what is new in this feed. */
export async function isPushed(tx: Transaction, workspace: WorkspaceId, feed: FeedId, now: Date): Promise<boolean> {
  const { rows } = await sql`select 1 from feed_pushes
    where workspace_id = ${workspace} and feed_id = ${feed} and state = 'active' and lease_until > ${now}`.execute(tx)
  return rows.length > 0
}
