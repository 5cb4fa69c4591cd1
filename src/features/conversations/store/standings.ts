import { sql } from 'kysely'
import type { ConnectionId, ConversationId, LabelId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Snooze, Standing, WakeReason } from '../model.ts'

export type StandingRow = Standing & { id: ConversationId; person: PersonId | null; lastOwn: boolean | null }

type Read = Omit<Standing, 'snooze'> & {
  id: ConversationId
  person: PersonId | null
  lastOwn: boolean | null
  labels: LabelId[]
  snoozeFor: Snooze['for'] | null
  snoozedUntil: Date | null
}

/** Locks the rows in the order of their ids until the transaction ends, so that two who change the same ones wait for each other. */
export async function listStandingsForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  ids: readonly ConversationId[],
): Promise<StandingRow[]> {
  const { rows } =
    await sql<Read>`select conversation_id as id, person_id as person, last_own as "lastOwn", done_at as "doneAt",
      snooze_for as "snoozeFor", snoozed_until as "snoozedUntil", assignee_id as assignee, unread_count as unread, labels,
      remind_at as "remindAt"
    from conversations where workspace_id = ${workspace} and conversation_id = any(${ids}::uuid[])
    order by conversation_id for no key update`.execute(tx)
  return rows.map(({ snoozeFor, snoozedUntil, ...row }) => ({
    ...row,
    snooze: snoozedUntil ? { for: snoozeFor ?? 'time', until: snoozedUntil } : null,
  }))
}

/** One statement for any number of conversations. */
export async function updateStandings(
  tx: Transaction,
  workspace: WorkspaceId,
  rows: readonly (Standing & { id: ConversationId })[],
): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(({ snooze, ...row }) => ({ ...row, snoozeFor: snooze?.for, snoozedUntil: snooze?.until }))
  await sql`update conversations c set done_at = n."doneAt", snooze_for = n."snoozeFor", snoozed_until = n."snoozedUntil",
      assignee_id = n.assignee, unread_count = n.unread,
      mention_count = case when n.unread = 0 then 0 else c.mention_count end, labels = n.labels, remind_at = n."remindAt"
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as n(id uuid, "doneAt" timestamptz, "snoozeFor" text,
      "snoozedUntil" timestamptz, assignee uuid, unread int, labels uuid[], "remindAt" timestamptz)
    where c.workspace_id = ${workspace} and c.conversation_id = n.id`.execute(tx)
}

/** Back on top, with the reason; what it waited for is over. A reminder that is still ahead stays. */
export async function updateWoken(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConversationId,
  why: WakeReason,
  at: Date,
): Promise<void> {
  await sql`update conversations set woke_at = ${at}, woke_why = ${why}, snooze_for = null, snoozed_until = null,
      remind_at = case when remind_at > ${at} then remind_at end
    where workspace_id = ${workspace} and conversation_id = ${id}`.execute(tx)
}

/** Those that wait until one of these addresses, or the person behind it, is online. */
export async function updateWokenByPresence(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  remoteIds: readonly string[],
  at: Date,
): Promise<ConversationId[]> {
  const { rows } = await sql<{ id: ConversationId }>`
    update conversations c set woke_at = ${at}, woke_why = 'online', snooze_for = null, snoozed_until = null
    where c.workspace_id = ${workspace} and c.snoozed_until is not null and c.snooze_for = 'online' and (
      (c.connection_id = ${connection} and c.remote_id = any(${remoteIds}::text[]))
      or c.person_id in (select o.person_id from conversations o
        where o.workspace_id = ${workspace} and o.connection_id = ${connection} and o.remote_id = any(${remoteIds}::text[]))
      or c.person_id in (select f.person_id from profiles f join connections k on k.workspace_id = f.workspace_id and k.tool = f.tool
        where f.workspace_id = ${workspace} and k.connection_id = ${connection} and f.profile_key = any(${remoteIds}::text[])))
    returning c.conversation_id as id`.execute(tx)
  return rows.map(row => row.id)
}

/** Whom work can be given to: who may write messages and is still here. */
export async function listColleagues(
  tx: Transaction,
  workspace: WorkspaceId,
  users: readonly UserId[],
): Promise<{ id: UserId; name: string; role: string }[]> {
  if (users.length === 0) return []
  const { rows } = await sql<{ id: UserId; name: string; role: string }>`select user_id as id, name, role from users
    where workspace_id = ${workspace} and user_id = any(${users}::uuid[]) and disabled_at is null`.execute(tx)
  return rows
}

export type Snoozed = { id: ConversationId; title: string; until: Date; madeAt: Date }

/** What is aside now and a recruiter's, or nobody's: it comes back to them. */
export async function listSnoozedOf(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  now: Date,
): Promise<Snoozed[]> {
  const { rows } =
    await sql<Snoozed>`select c.conversation_id as id, coalesce(p.display_name, c.title, c.remote_id) as title,
      c.snoozed_until as until, c.created_at as "madeAt"
    from conversations c left join people p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    where c.workspace_id = ${workspace} and c.snoozed_until is not null and c.snoozed_until > ${now} and c.done_at is null
      and (c.assignee_id = ${user} or c.assignee_id is null)
    order by c.snoozed_until, c.conversation_id limit 500`.execute(tx)
  return rows
}
