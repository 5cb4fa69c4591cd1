import { sql } from 'kysely'
import type { ConnectionId, ConversationId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

export type WayRow = {
  conversation: ConversationId | null
  connection: ConnectionId
  tool: ToolId
  /** The connection's own tool: another one where a bridge carries the conversation. */
  over: ToolId
  label: string
  address: string
  presence: 'online' | 'away' | 'off'
  lastAt: Date | null
  lastInAt: Date | null
  state: string
  paused: boolean
  removed: boolean
  mine: boolean
  byHand: boolean
}

/** The conversations with a person, and their addresses on tools that are connected but were not used yet. */
export async function listWays(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
): Promise<WayRow[]> {
  const { rows } = await sql<WayRow>`
    with there as (
      select c.conversation_id as conversation, c.connection_id as connection, c.tool, c.remote_id as address, c.last_message_at as "lastAt"
      from conversations c where c.workspace_id = ${workspace} and c.person_id = ${person} and c.kind <> 'room'
    ), addresses as (
      select f.tool, f.profile_key as address from profiles f
      where f.workspace_id = ${workspace} and f.person_id = ${person} and f.tool <> 'website-chat'
      union select 'email', lower(p.value) from contact_points p
      where p.workspace_id = ${workspace} and p.person_id = ${person} and p.kind = 'email'
    ), ways as (
      select * from there
      union all
      (select distinct on (k.tool, a.address) null::uuid, k.connection_id, k.tool, a.address, null::timestamptz from addresses a
      join connections k on k.workspace_id = ${workspace} and k.tool = a.tool and k.removed_at is null
      where not exists (select from there t join connections o on o.workspace_id = ${workspace} and o.connection_id = t.connection
          and o.removed_at is null
        where t.tool = a.tool and t.address = a.address)
      order by k.tool, a.address, (k.user_id = ${user}) desc, k.created_at)
    )
    select w.conversation, w.connection, w.tool, k.tool as over, k.label, w.address, coalesce(s.state, 'off') as presence, w."lastAt", l.at as "lastInAt",
      k.state, k.paused_at is not null as paused, k.removed_at is not null as removed, k.user_id = ${user} as mine, coalesce(k.config->>'hand' = 'yes', false) as "byHand"
    from ways w
    join connections k on k.workspace_id = ${workspace} and k.connection_id = w.connection
    left join presence s on s.workspace_id = ${workspace} and s.connection_id = w.connection and s.remote_id = w.address
    left join lateral (select m.sent_at as at from messages m where m.workspace_id = ${workspace} and m.conversation_id = w.conversation
      and not m.own and m.kind = 'text' order by m.sent_at desc limit 1) l on true
    limit 50`.execute(tx)
  return rows
}

export async function hasProfile(tx: Transaction, workspace: WorkspaceId, tool: ToolId, key: string): Promise<boolean> {
  const { rows } = await sql`select from profiles
    where workspace_id = ${workspace} and tool = ${tool} and profile_key = ${key} limit 1`.execute(tx)
  return rows.length > 0
}
