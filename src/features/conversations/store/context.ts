import { sql } from 'kysely'
import type { ActivityId, ConversationId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

export type PersonContext = {
  name: string
  timeZone: string | null
  doNotContact: boolean
  stage: string | null
  side: string | null
}

export async function findPersonContext(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
): Promise<PersonContext | undefined> {
  const { rows } = await sql<PersonContext>`
    select p.display_name as name, p.time_zone as "timeZone", p.do_not_contact_at is not null as "doNotContact", r.stage, r.side
    from people p left join relationships r on r.workspace_id = p.workspace_id and r.person_id = p.person_id and r.user_id = ${user}
    where p.workspace_id = ${workspace} and p.person_id = ${person}`.execute(tx)
  return rows[0]
}

export type ReadingContext = { title: string | null; text: string; url: string | null; publishedAt: Date; readAt: Date }

/** What this recruiter has read of this person since, latest first; dismissed readings don't count. */
export async function listReadingContext(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
  since: Date,
): Promise<ReadingContext[]> {
  const { rows } = await sql<ReadingContext>`
    select distinct on (a.activity_id) a.title, a.text, a.url, a.published_at as "publishedAt", r.read_at as "readAt"
    from readings r join activity_items a on a.workspace_id = r.workspace_id and a.activity_id = r.activity_id
    where r.workspace_id = ${workspace} and r.user_id = ${user} and r.person_id = ${person} and r.dismissed_at is null
      and r.read_at >= ${since}
    order by a.activity_id, r.read_at desc limit 50`.execute(tx)
  return rows.sort((a, b) => b.readAt.getTime() - a.readAt.getTime())
}

/** The last words on both sides, oldest first: over all tools of a person, else of this conversation. */
export async function listHistoryContext(
  tx: Transaction,
  workspace: WorkspaceId,
  of: { conversation: ConversationId | null; person: PersonId | null },
  limit: number,
): Promise<{ own: boolean; text: string; at: Date }[]> {
  const which = of.person ? sql`person_id = ${of.person}` : sql`conversation_id = ${of.conversation}`
  const { rows } = await sql<{ own: boolean; text: string; at: Date }>`
    select own, text, sent_at as at from messages
    where workspace_id = ${workspace} and ${which} and kind = 'text' and retracted_at is null
      and detail->>'surface' is distinct from 'public' and detail->'automatic' is null
      and delivery not in ('cancelled', 'refused')
    order by sent_at desc, message_id desc limit ${limit}`.execute(tx)
  return rows.reverse()
}

/** When they last wrote in this conversation. */
export async function findLastInAt(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`select sent_at as at from messages
    where workspace_id = ${workspace} and conversation_id = ${conversation} and not own and kind = 'text' and detail->'automatic' is null
    order by sent_at desc limit 1`.execute(tx)
  return rows[0]?.at
}

/** The tool on whose profile a person's e-mail address was found: the profile it was written on, or one of the same import. */
export async function findAddressTool(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  address: string,
): Promise<ToolId | undefined> {
  const { rows } = await sql<{ tool: ToolId }>`
    select p.tool from contact_points c
    join profiles p on p.workspace_id = c.workspace_id and p.person_id = c.person_id and p.tool <> 'email'
      and (p.profile_id = c.profile_id or p.import_id = c.import_id)
    where c.workspace_id = ${workspace} and c.person_id = ${person} and c.kind = 'email' and lower(c.value) = ${address}
    order by p.profile_id = c.profile_id desc nulls last, p.depth desc, p.profile_id limit 1`.execute(tx)
  return rows[0]?.tool
}

export type HandOffTarget = {
  key: string | null
  handle: string | null
  url: string | null
  activityUrl: string | null
}

/** Where on a tool a person is met by hand: their profile there, and the item at hand. Nulls without a profile there. */
export async function findHandOffTarget(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  tool: ToolId,
  activity: ActivityId | undefined,
): Promise<HandOffTarget | undefined> {
  const { rows } = await sql<HandOffTarget>`
    select f.profile_key as key, f.handle, f.url, a.url as "activityUrl"
    from people p
    left join lateral (select profile_key, handle, url from profiles f where f.workspace_id = p.workspace_id
      and f.person_id = p.person_id and f.tool = ${tool} order by depth desc, profile_id limit 1) f on true
    left join activity_items a on a.workspace_id = p.workspace_id and a.activity_id = ${activity ?? null} and a.person_id = p.person_id
    where p.workspace_id = ${workspace} and p.person_id = ${person}`.execute(tx)
  return rows[0]
}

export type WaitingRow = {
  conversation: ConversationId
  person: PersonId | null
  name: string
  tool: ToolId
  presence: 'online' | 'away' | 'off' | null
  preview: string
  since: Date
}

/** Direct threads in which theirs is the last word, longest waiting first. */
export async function listWaiting(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  now: Date,
  limit: number,
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select c.conversation_id as conversation, c.person_id as person, coalesce(p.display_name, c.title, c.peer_id, c.remote_id) as name, c.tool,
      s.state as presence, coalesce(c.last_preview, '') as preview, c.last_message_at as since
    from conversations c
    left join people p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    left join presence s on s.workspace_id = c.workspace_id and s.connection_id = c.connection_id and s.remote_id = c.remote_id
    where c.workspace_id = ${workspace} and c.kind <> 'room' and c.done_at is null and c.last_own = false
      and (c.snoozed_until is null or c.snoozed_until <= ${now}) and (c.assignee_id is null or c.assignee_id = ${user})
      and c.last_message_at is not null
    order by c.last_message_at limit ${limit}`.execute(tx)
  return rows
}
