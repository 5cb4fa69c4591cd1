import { sql } from 'kysely'
import type { ConversationId, PersonId, TouchId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Surface, ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { TouchKind } from '../model/touches.ts'

export type ColleagueTouch = {
  touch: TouchId
  user: UserId
  name: string
  kind: TouchKind
  tool: ToolId | null
  surface: Surface | null
  conversation: ConversationId | null
  at: Date
}

export type Contact = {
  owner: { id: UserId; name: string } | null
  /** What another recruiter last said to them directly since `since`. */
  colleague: ColleagueTouch | null
  /** When the caller last said something to them directly. */
  mineAt: Date | null
}

const direct = sql`('our-message', 'invite-sent')`

/** Whose contact somebody is, and who of the team spoke to them last. A recruiter who left owns nobody. */
export async function findContact(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
  since: Date,
): Promise<Contact | undefined> {
  const { rows } = await sql<{ ownerId: UserId | null; ownerName: string | null; mineAt: Date | null }>`
    select u.user_id as "ownerId", u.name as "ownerName", (select max(t.at) from touches t where t.workspace_id = ${workspace}
      and t.person_id = ${person} and t.user_id = ${user} and t.kind in ${direct}) as "mineAt"
    from people p left join users u on u.workspace_id = p.workspace_id and u.user_id = p.owner_id and u.disabled_at is null
    where p.workspace_id = ${workspace} and p.person_id = ${person} and p.merged_into is null`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { rows: others } = await sql<ColleagueTouch>`
    select t.touch_id as touch, u.user_id as "user", u.name, t.kind, t.tool, t.surface, t.conversation_id as conversation, t.at
    from touches t join users u on u.workspace_id = t.workspace_id and u.user_id = t.user_id
    where t.workspace_id = ${workspace} and t.person_id = ${person} and t.user_id <> ${user} and t.kind in ${direct} and t.at >= ${since}
    order by t.at desc, t.touch_id desc limit 1`.execute(tx)
  const { ownerId, ownerName, mineAt } = row
  return {
    owner: ownerId && ownerName !== null ? { id: ownerId, name: ownerName } : null,
    colleague: others[0] ?? null,
    mineAt,
  }
}
