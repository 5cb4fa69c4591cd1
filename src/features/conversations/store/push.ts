import { sql } from 'kysely'
import type { ConversationId, Id, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { PushTarget } from '#platform/web-push.ts'
import type { Transaction } from '#storage/database.ts'

export type SubscriptionId = Id<'PushSubscription'>
export type Subscription = PushTarget & {
  id: SubscriptionId
  user: UserId
  timezone: string
  name: string
  preferences: Record<string, unknown>
  shown: boolean
}

export async function upsertSubscription(
  tx: Transaction,
  workspace: WorkspaceId,
  row: PushTarget & { id: SubscriptionId; user: UserId; timezone: string },
  now: Date,
): Promise<void> {
  await sql`insert into push_subscriptions (workspace_id, subscription_id, user_id, endpoint, public_key, auth, timezone, created_at)
    values (${workspace}, ${row.id}, ${row.user}, ${row.endpoint}, ${row.publicKey}, ${row.auth}, ${row.timezone}, ${now})
    on conflict (workspace_id, endpoint) do update set user_id = excluded.user_id, public_key = excluded.public_key,
      auth = excluded.auth, timezone = excluded.timezone`.execute(tx)
}

export async function deleteSubscription(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  endpoint: string,
): Promise<void> {
  await sql`delete from push_subscriptions where workspace_id = ${workspace} and user_id = ${user} and endpoint = ${endpoint}`.execute(
    tx,
  )
}

/** The browser has gone from the push service. */
export async function deleteGone(tx: Transaction, workspace: WorkspaceId, id: SubscriptionId): Promise<void> {
  await sql`delete from push_subscriptions where workspace_id = ${workspace} and subscription_id = ${id}`.execute(tx)
}

export async function hasSubscriptions(tx: Transaction, workspace: WorkspaceId): Promise<boolean> {
  const { rows } = await sql`select 1 from push_subscriptions where workspace_id = ${workspace} limit 1`.execute(tx)
  return rows.length > 0
}

/** Browsers of recruiters who may be told of a conversation; `shown`: it is shown there now. */
export async function listSubscriptions(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
): Promise<Subscription[]> {
  const { rows } =
    await sql<Subscription>`select s.subscription_id as id, s.user_id as "user", s.endpoint, s.public_key as "publicKey",
      s.auth, s.timezone, u.name, u.preferences, h.conversation_id is not null as shown
    from push_subscriptions s
    join users u on u.workspace_id = s.workspace_id and u.user_id = s.user_id
    left join push_shown h on h.workspace_id = s.workspace_id and h.subscription_id = s.subscription_id
      and h.conversation_id = ${conversation}
    where s.workspace_id = ${workspace} order by s.subscription_id limit 500`.execute(tx)
  return rows
}

export async function updateShown(
  tx: Transaction,
  workspace: WorkspaceId,
  id: SubscriptionId,
  conversation: ConversationId,
  shown: boolean,
): Promise<void> {
  if (shown)
    await sql`insert into push_shown (workspace_id, subscription_id, conversation_id)
      values (${workspace}, ${id}, ${conversation}) on conflict do nothing`.execute(tx)
  else
    await sql`delete from push_shown where workspace_id = ${workspace} and subscription_id = ${id}
      and conversation_id = ${conversation}`.execute(tx)
}

export async function isShownAnywhere(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
): Promise<boolean> {
  const { rows } = await sql`select 1 from push_shown where workspace_id = ${workspace}
    and conversation_id = ${conversation} limit 1`.execute(tx)
  return rows.length > 0
}

/** The newest message that is not ours, for whom a room's message speaks of. */
export async function findNewest(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
): Promise<{ text: string; sender: string } | undefined> {
  const { rows } = await sql<{ text: string; sender: string }>`
    select text, coalesce(sender_name, sender_id, '') as sender from messages
    where workspace_id = ${workspace} and conversation_id = ${conversation} and not own and kind in ('text', 'invite')
    order by sent_at desc, message_id desc limit 1`.execute(tx)
  return rows[0]
}
