import { sql } from 'kysely'
import { type ConnectionId, newId, type PersonId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { type Database, inWorkspace } from '#storage/database.ts'

/** A workspace with one recruiter and one connection, for tests of this feature. */
export async function seedConnection(
  db: Database,
  tool: ToolId = 'xmpp',
): Promise<{ workspace: WorkspaceId; user: UserId; connection: ConnectionId }> {
  const workspace = newId<'Workspace'>()
  const user = newId<'User'>()
  const connection = newId<'Connection'>()
  const now = new Date()
  await inWorkspace(db, workspace, async tx => {
    await sql`insert into workspaces (workspace_id, name, created_at) values (${workspace}, 'Harbour', ${now})`.execute(
      tx,
    )
    await sql`insert into users (workspace_id, user_id, email, name, role, created_at)
      values (${workspace}, ${user}, ${`${user}@example.org`}, 'Mara', 'owner', ${now})`.execute(tx)
    await sql`insert into connections (workspace_id, connection_id, user_id, tool, label, state_at, created_at)
      values (${workspace}, ${connection}, ${user}, ${tool}, 'Mine', ${now}, ${now})`.execute(tx)
  })
  return { workspace, user, connection }
}

/** A person with one profile on the tool. */
export async function seedPerson(
  db: Database,
  workspace: WorkspaceId,
  profile: { tool: ToolId; key: string; name: string },
): Promise<PersonId> {
  const person = newId<'Person'>()
  const now = new Date()
  await inWorkspace(db, workspace, async tx => {
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      values (${workspace}, ${person}, ${profile.name}, ${now}, ${now})`.execute(tx)
    await sql`insert into profiles (workspace_id, profile_id, person_id, tool, profile_key, source, collected_at, updated_at)
      values (${workspace}, ${newId()}, ${person}, ${profile.tool}, ${profile.key}, 'test', ${now}, ${now})`.execute(tx)
  })
  return person
}
