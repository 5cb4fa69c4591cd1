import { sql } from 'kysely'
import type { ConnectionId, ConversationId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

export type PresenceRow = {
  connection: ConnectionId
  remoteId: string
  tool: ToolId
  state: 'online' | 'away' | 'off'
  status: string | null
  since: Date
  person: PersonId | null
  personName: string | null
  conversation: ConversationId | null
  stage: string | null
  side: string | null
  /** Of a visitor. */
  referrer: string | null
  campaign: string | null
  /** The landing page's own title, where the campaign is one. */
  campaignTitle: string | null
}

/** Only presence on the profile's own tool, be it the connection's or that of the network which a bridge carries over it. */
const onTool = sql`join connections k on k.workspace_id = s.workspace_id and k.connection_id = s.connection_id and k.removed_at is null
    left join conversations c on c.workspace_id = s.workspace_id and c.connection_id = s.connection_id and c.remote_id = s.remote_id
      and c.tool <> k.tool`
const sameTool = sql`f.tool = coalesce(c.tool, k.tool)`

/** Who is reachable now over all connections; online before away, then by name. */
export async function listPresence(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<PresenceRow[]> {
  const { rows } = await sql<PresenceRow>`
    select s.connection_id as connection, s.remote_id as "remoteId", coalesce(c.tool, k.tool) as tool, s.state, s.status, s.since,
      p.person_id as person, p.display_name as "personName", c.conversation_id as conversation, r.stage, r.side,
      v.referrer, v.campaign, g.title as "campaignTitle"
    from presence s
    join connections k on k.workspace_id = s.workspace_id and k.connection_id = s.connection_id
      and k.removed_at is null and k.paused_at is null and k.state = 'connected'
    left join conversations c on c.workspace_id = s.workspace_id and c.connection_id = s.connection_id and c.remote_id = s.remote_id
    left join profiles f on f.workspace_id = s.workspace_id and f.tool = coalesce(c.tool, k.tool) and f.profile_key = s.remote_id
    left join people p on p.workspace_id = s.workspace_id and p.person_id = case when c.person_id is null then f.person_id else c.person_id end
    left join relationships r on r.workspace_id = s.workspace_id and r.person_id = p.person_id and r.user_id = ${user}
    left join visitors v on v.workspace_id = s.workspace_id
      and v.visitor_id = case when k.tool = 'website-chat' then s.remote_id::uuid end
    left join pages g on g.workspace_id = s.workspace_id and v.campaign = 'page:' || g.page_id::text
    where s.workspace_id = ${workspace} and s.state <> 'off'
    order by s.state desc, lower(coalesce(p.display_name, s.remote_id)), s.remote_id limit 500`.execute(tx)
  return rows
}

/** Gives the rows that really changed, so that a repeated presence tells nobody. */
export async function upsertPresence(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  states: readonly { remoteId: string; state: string; status: string | null; since: Date }[],
): Promise<{ remoteId: string; state: string; status: string | null }[]> {
  if (states.length === 0) return []
  const latest = [...new Map(states.map(row => [row.remoteId, row])).values()]
  const { rows } = await sql<{ remoteId: string; state: string; status: string | null }>`
    insert into presence as s (workspace_id, connection_id, remote_id, state, status, since)
    select ${workspace}, ${connection}, n."remoteId", n.state, n.status, n.since
    from jsonb_to_recordset(${JSON.stringify(latest)}::jsonb) as n("remoteId" text, state text, status text, since timestamptz)
    on conflict (workspace_id, connection_id, remote_id) do update
      set state = excluded.state, status = excluded.status, since = case when s.state = excluded.state then s.since else excluded.since end
      where s.state is distinct from excluded.state or s.status is distinct from excluded.status
    returning s.remote_id as "remoteId", s.state, s.status`.execute(tx)
  return rows
}

/** When a session ends nobody's presence is known any more. */
export async function deletePresence(tx: Transaction, workspace: WorkspaceId, connection: ConnectionId): Promise<void> {
  await sql`delete from presence where workspace_id = ${workspace} and connection_id = ${connection}`.execute(tx)
}

/** On which tools these people can be reached now. */
export async function listOnlineTools(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<{ person: PersonId; tool: ToolId }[]> {
  if (people.length === 0) return []
  const { rows } = await sql<{ person: PersonId; tool: ToolId }>`
    select distinct f.person_id as person, f.tool from profiles f
    join presence s on s.workspace_id = f.workspace_id and s.remote_id = f.profile_key
    ${onTool}
    where f.workspace_id = ${workspace} and f.person_id = any(${people}::uuid[]) and s.state <> 'off' and ${sameTool}`.execute(
    tx,
  )
  return rows
}

/** The presence of one person over all their messaging profiles, the best first. */
export async function findPersonPresence(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<{ state: 'online' | 'away'; tool: ToolId } | undefined> {
  const { rows } = await sql<{ state: 'online' | 'away'; tool: ToolId }>`
    select s.state, f.tool from profiles f
    join presence s on s.workspace_id = f.workspace_id and s.remote_id = f.profile_key
    ${onTool}
    where f.workspace_id = ${workspace} and f.person_id = ${person} and s.state <> 'off' and ${sameTool}
    order by s.state desc limit 1`.execute(tx)
  return rows[0]
}

/** One bit of the week for everybody who is online now over connections of this node; weeks that are too old go. */
export async function updatePresenceWeeks(
  tx: Transaction,
  holder: string,
  place: { weekOn: string; hour: number },
  oldest: string,
): Promise<void> {
  await sql`insert into presence_weeks as w (workspace_id, connection_id, remote_id, week_on, hours)
    select p.workspace_id, p.connection_id, p.remote_id, ${place.weekOn}::date, set_bit(repeat('0', 168)::bit(168), ${place.hour}::int, 1)
    from presence p join connections c on c.workspace_id = p.workspace_id and c.connection_id = p.connection_id
    where c.lease_holder = ${holder} and c.tool <> 'website-chat' and p.state = 'online'
    on conflict (workspace_id, connection_id, remote_id, week_on) do update set hours = w.hours | excluded.hours`.execute(
    tx,
  )
  await sql`delete from presence_weeks where week_on < ${oldest}::date`.execute(tx)
}

/** The same for those who have just come. */
export async function insertSeenOnline(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  addresses: readonly string[],
  place: { weekOn: string; hour: number },
): Promise<void> {
  if (addresses.length === 0) return
  await sql`insert into presence_weeks as w (workspace_id, connection_id, remote_id, week_on, hours)
    select ${workspace}, ${connection}, a.address, ${place.weekOn}::date, set_bit(repeat('0', 168)::bit(168), ${place.hour}::int, 1)
    from unnest(${addresses}::text[]) as a(address)
    on conflict (workspace_id, connection_id, remote_id, week_on) do update set hours = w.hours | excluded.hours`.execute(
    tx,
  )
}

/** Whole weeks seen, by connection and address; the week that runs is left out, it is not over. */
export async function listPresenceWeeks(
  tx: Transaction,
  workspace: WorkspaceId,
  now: { weekOn: string },
): Promise<{ connection: ConnectionId; remoteId: string; weeks: string[] }[]> {
  const { rows } = await sql<{ connection: ConnectionId; remoteId: string; weeks: string[] }>`
    select w.connection_id as connection, w.remote_id as "remoteId", array_agg(w.hours::text) as weeks
    from presence_weeks w join presence p on p.workspace_id = w.workspace_id and p.connection_id = w.connection_id
      and p.remote_id = w.remote_id and p.state <> 'off'
    where w.workspace_id = ${workspace} and w.week_on < ${now.weekOn}::date
    group by w.connection_id, w.remote_id having count(*) >= 3`.execute(tx)
  return rows
}
