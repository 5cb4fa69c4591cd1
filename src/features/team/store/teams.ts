import { type RawBuilder, sql } from 'kysely'
import type { TeamId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type Team = { id: TeamId; name: string; members: { id: UserId; name: string; open: number }[] }

/** By name, as are who is in them; who left the workspace is in none. */
export async function listTeams(tx: Transaction, workspace: WorkspaceId): Promise<Team[]> {
  const { rows } =
    await sql<Team>`select t.team_id as id, t.name, coalesce((select jsonb_agg(jsonb_build_object('id', u.user_id, 'name', u.name,
      'open', (select count(*) from conversations c where c.workspace_id = u.workspace_id and c.assignee_id = u.user_id and c.done_at is null))
      order by lower(u.name), u.user_id)
    from team_members m join users u on u.workspace_id = m.workspace_id and u.user_id = m.user_id and u.disabled_at is null
    where m.workspace_id = t.workspace_id and m.team_id = t.team_id), '[]') as members
    from teams t where t.workspace_id = ${workspace} and t.removed_at is null order by lower(t.name), t.team_id`.execute(
      tx,
    )
  return rows
}

export async function countTeams(tx: Transaction, workspace: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from teams
    where workspace_id = ${workspace} and removed_at is null`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Removed ones included: they can come back. */
export async function findTeamForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: TeamId,
): Promise<{ id: TeamId; name: string; removedAt: Date | null } | undefined> {
  const { rows } = await sql<{
    id: TeamId
    name: string
    removedAt: Date | null
  }>`select team_id as id, name, removed_at as "removedAt"
    from teams where workspace_id = ${workspace} and team_id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function isNameTaken(
  tx: Transaction,
  workspace: WorkspaceId,
  name: string,
  but: TeamId | null,
): Promise<boolean> {
  const { rows } =
    await sql`select from teams where workspace_id = ${workspace} and lower(name) = lower(${name}) and removed_at is null
    and team_id is distinct from ${but}::uuid`.execute(tx)
  return rows.length > 0
}

export async function upsertTeam(
  tx: Transaction,
  workspace: WorkspaceId,
  team: { id: TeamId; name: string; removedAt: Date | null },
  at: Date,
): Promise<void> {
  await sql`insert into teams (workspace_id, team_id, name, created_at, removed_at)
    values (${workspace}, ${team.id}, ${team.name}, ${at}, ${team.removedAt}::timestamptz)
    on conflict (workspace_id, team_id) do update set name = excluded.name, removed_at = excluded.removed_at`.execute(
    tx,
  )
}

/** These and nobody else are in it. */
export async function replaceMembers(
  tx: Transaction,
  workspace: WorkspaceId,
  team: TeamId,
  members: readonly UserId[],
): Promise<void> {
  await sql`delete from team_members where workspace_id = ${workspace} and team_id = ${team}
    and user_id <> all(${[...members]}::uuid[])`.execute(tx)
  await sql`insert into team_members (workspace_id, team_id, user_id)
    select ${workspace}::uuid, ${team}::uuid, u from unnest(${[...members]}::uuid[]) u on conflict do nothing`.execute(
    tx,
  )
}

/** How many of these are in the workspace. */
export async function countUsers(tx: Transaction, workspace: WorkspaceId, users: readonly UserId[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from users
    where workspace_id = ${workspace} and user_id = any(${[...users]}::uuid[])`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Those of a team who are here and may work; undefined: there is no such team. */
export async function findWorkers(
  tx: Transaction,
  workspace: WorkspaceId,
  team: TeamId,
): Promise<{ name: string; users: UserId[] } | undefined> {
  const { rows } = await sql<{ name: string; users: UserId[] }>`select t.name, coalesce(array(
      select u.user_id::text from users u where u.workspace_id = t.workspace_id and u.user_id in (${membersOf(workspace, team)})
        and u.disabled_at is null and u.role <> 'viewer'), '{}') as users
    from teams t where t.workspace_id = ${workspace} and t.team_id = ${team} and t.removed_at is null`.execute(tx)
  return rows[0]
}

/** `select team_id …`: the teams that somebody is in. */
export const teamsOf = (workspace: WorkspaceId, user: UserId): RawBuilder<unknown> =>
  sql`select m.team_id from team_members m join teams g on g.workspace_id = m.workspace_id and g.team_id = m.team_id
    and g.removed_at is null where m.workspace_id = ${workspace} and m.user_id = ${user}`

/** `select user_id …`: who is in a team. */
export const membersOf = (workspace: WorkspaceId, team: TeamId): RawBuilder<unknown> =>
  sql`select user_id from team_members where workspace_id = ${workspace} and team_id = ${team}`
