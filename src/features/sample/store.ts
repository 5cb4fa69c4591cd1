import { sql } from 'kysely'
import type { ActivityId, ConnectionId, Id, PageId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type LoadId = Id<'SampleLoad'>

export type Load = {
  load: LoadId
  user: UserId
  people: number
  state: 'loading' | 'loaded' | 'failed'
  stepsDone: number
  stepsTotal: number
  page: PageId | null
  chat: ConnectionId | null
  startedAt: Date
  changedAt: Date
}

const columns = sql`load_id as load, user_id as "user", people, state, steps_done as "stepsDone", steps_total as "stepsTotal",
  page_id as page, chat_id as chat, started_at as "startedAt", changed_at as "changedAt"`

export async function findLoad(tx: Transaction, workspace: WorkspaceId): Promise<Load | undefined> {
  const { rows } = await sql<Load>`select ${columns} from sample_loads where workspace_id = ${workspace}`.execute(tx)
  return rows[0]
}

/** Holds the row until the transaction ends: loading and removing never mix. */
export async function findLoadForUpdate(tx: Transaction, workspace: WorkspaceId): Promise<Load | undefined> {
  const { rows } =
    await sql<Load>`select ${columns} from sample_loads where workspace_id = ${workspace} for update`.execute(tx)
  return rows[0]
}

/** False when another request was first. */
export async function insertLoad(
  tx: Transaction,
  workspace: WorkspaceId,
  input: Pick<Load, 'load' | 'user' | 'people' | 'stepsTotal'>,
  now: Date,
): Promise<boolean> {
  const { rows } =
    await sql`insert into sample_loads (workspace_id, load_id, user_id, people, state, steps_total, started_at, changed_at)
    values (${workspace}, ${input.load}, ${input.user}, ${input.people}, 'loading', ${input.stepsTotal}, ${now}, ${now})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function updateLoad(
  tx: Transaction,
  workspace: WorkspaceId,
  change: Pick<Load, 'state' | 'stepsDone' | 'page' | 'chat'>,
  now: Date,
): Promise<void> {
  await sql`update sample_loads set state = ${change.state}, steps_done = ${change.stepsDone}, page_id = ${change.page}::uuid,
    chat_id = ${change.chat}::uuid, changed_at = ${now} where workspace_id = ${workspace}`.execute(tx)
}

export async function deleteLoad(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`delete from sample_loads where workspace_id = ${workspace}`.execute(tx)
}

/** Whose name stands under what the sample says we wrote. */
export async function getUserName(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<string> {
  const row = await tx
    .selectFrom('users')
    .select('name')
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .executeTakeFirstOrThrow()
  return row.name
}

/** Of the website chats that are not sample data, the first. */
export async function findWebsiteChat(tx: Transaction, workspace: WorkspaceId): Promise<ConnectionId | undefined> {
  const { rows } = await sql<{ id: ConnectionId }>`select connection_id as id from connections
    where workspace_id = ${workspace} and tool = 'website-chat' and removed_at is null and config->>'sample' is distinct from 'yes'
    order by connection_id limit 1`.execute(tx)
  return rows[0]?.id
}

/** The keys of items that were just written → their ids. */
export async function listItemKeys(
  tx: Transaction,
  workspace: WorkspaceId,
  items: readonly ActivityId[],
): Promise<Map<string, ActivityId>> {
  const { rows } = await sql<{
    key: string
    id: ActivityId
  }>`select item_key as key, activity_id as id from activity_items
    where workspace_id = ${workspace} and activity_id = any(${[...items]}::uuid[])`.execute(tx)
  return new Map(rows.map(row => [row.key, row.id]))
}

/** Across workspaces: the oldest team's oldest owner. */
export async function findOwner(tx: Transaction): Promise<{ workspace: WorkspaceId; user: UserId } | undefined> {
  return tx
    .selectFrom('workspaces as w')
    .innerJoin('users as u', 'u.workspace_id', 'w.workspace_id')
    .select(['w.workspace_id as workspace', 'u.user_id as user'])
    .where('u.role', '=', 'owner')
    .where('u.disabled_at', 'is', null)
    .orderBy('w.created_at')
    .orderBy('u.created_at')
    .limit(1)
    .executeTakeFirst()
}

/** So many rows at once, and nobody looked at them yet: until the database does so by itself, its plans would be guesses. */
export async function updateStatistics(tx: Transaction): Promise<void> {
  await sql`analyze people, profiles, person_search, activity_items, readings, relationships, touches, conversations, messages`.execute(
    tx,
  )
}
