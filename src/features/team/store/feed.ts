import { sql } from 'kysely'
import type { ConversationId, OpeningId, PersonId, TeamId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { membersOf } from './teams.ts'

export type FeedRow = {
  id: string
  at: Date
  user: UserId
  userName: string
  what: string
  tool: ToolId | null
  person: PersonId | null
  personName: string | null
  conversation: ConversationId | null
  conversationTitle: string | null
  colleague: string | null
  opening: OpeningId | null
  openingTitle: string | null
}

/**
 * Of the audit log these actions, of touches these kinds, and moves in openings, by people of the workspace; the latest first, from below
 * `before`.
 */
export async function listFeed(
  tx: Transaction,
  workspace: WorkspaceId,
  ask: {
    actions: readonly string[]
    touches: readonly string[]
    moves: boolean
    user?: UserId | undefined
    team?: TeamId | undefined
    before?: { at: Date; id: string } | undefined
    limit: number
  },
): Promise<FeedRow[]> {
  const { actions, touches, moves, user, team, before, limit } = ask
  const who = user ? sql`and user_id = ${user}` : team ? sql`and user_id in (${membersOf(workspace, team)})` : sql``
  const page = (
    id: ReturnType<typeof sql.ref>,
  ) => sql`${before ? sql`and (at, ${id}) < (${before.at}, ${before.id}::uuid)` : sql``}
      order by at desc, ${id} desc limit ${limit}`
  const { rows } = await sql<FeedRow>`
    with done as (
      (select entry_id as id, at, user_id, action as what, null as tool,
          case when subject_kind = 'person' then subject_id else (detail->>'person')::uuid end as person_id,
          case when subject_kind = 'conversation' then subject_id else (detail->>'conversation')::uuid end as conversation_id,
          case when subject_kind = 'user' then subject_id when detail->>'to' ~ '^[0-9a-f-]{36}$' then (detail->>'to')::uuid end as colleague_id,
          (detail->>'team')::uuid as team_id, case when subject_kind = 'opening' then subject_id end as opening_id
        from audit_log where workspace_id = ${workspace} and user_id is not null and action = any(${[...actions]}::text[])
          ${who} ${page(sql.ref('entry_id'))})
      union all
      (select touch_id, at, user_id, 'touch.' || kind, tool, person_id, conversation_id, null, null, null from touches
        where workspace_id = ${workspace} and user_id is not null and kind = any(${[...touches]}::text[]) and import_id is null
          ${who} ${page(sql.ref('touch_id'))})
      union all
      (select m.move_id, m.at, m.user_id, 'moved.' || m.to_stage, null, c.person_id, null, null, null, c.opening_id
        from (select * from candidacy_moves where workspace_id = ${workspace} and ${moves} and user_id is not null and undone_at is null
            ${who} ${page(sql.ref('move_id'))}) m
          join candidacies c on c.workspace_id = ${workspace} and c.candidacy_id = m.candidacy_id)
    ), latest as (select * from done order by at desc, id desc limit ${limit})
    select d.id, d.at, d.user_id as "user", u.name as "userName", d.what, d.tool, p.person_id as person, p.display_name as "personName",
      c.conversation_id as conversation, coalesce(cp.display_name, c.title, c.remote_id) as "conversationTitle", coalesce(k.name, g.name) as colleague,
      o.opening_id as opening, o.title as "openingTitle"
    from latest d
      join users u on u.workspace_id = ${workspace} and u.user_id = d.user_id
      left join people f on f.workspace_id = ${workspace} and f.person_id = d.person_id
      left join people p on p.workspace_id = ${workspace} and p.person_id = coalesce(f.merged_into, f.person_id)
      left join conversations c on c.workspace_id = ${workspace} and c.conversation_id = d.conversation_id
      left join people cp on cp.workspace_id = ${workspace} and cp.person_id = c.person_id
      left join users k on k.workspace_id = ${workspace} and k.user_id = d.colleague_id
      left join openings o on o.workspace_id = ${workspace} and o.opening_id = d.opening_id
      left join teams g on g.workspace_id = ${workspace} and g.team_id = d.team_id
    order by d.at desc, d.id desc`.execute(tx)
  return rows
}
