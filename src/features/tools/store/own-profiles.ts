import { sql } from 'kysely'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Fields, OwnProfile } from '../model/own-profile.ts'
import type { ProfilePlace } from '../wire.ts'

export type OwnProfileRow = OwnProfile & { place: ProfilePlace }

export async function listOwnProfiles(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<OwnProfileRow[]> {
  const { rows } =
    await sql<OwnProfileRow>`select tool as place, fields, checked_at as "checkedAt", updated_at as "updatedAt"
    from own_profiles where workspace_id = ${workspace} and user_id = ${user} order by tool`.execute(tx)
  return rows
}

/** Given fields are put over those that stand; without fields only the check is noted. */
export async function upsertOwnProfile(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { user: UserId; place: ProfilePlace; fields: Fields | undefined; checked: boolean; at: Date },
): Promise<void> {
  const fields = JSON.stringify(given.fields ?? {})
  const checkedAt = given.checked ? given.at : null
  await sql`insert into own_profiles as o (workspace_id, user_id, tool, fields, checked_at, updated_at)
    values (${workspace}, ${given.user}, ${given.place}, ${fields}::jsonb, ${checkedAt}, ${given.at})
    on conflict (workspace_id, user_id, tool) do update set fields = o.fields || excluded.fields,
      checked_at = coalesce(excluded.checked_at, o.checked_at),
      updated_at = case when ${given.fields !== undefined} then excluded.updated_at else o.updated_at end`.execute(tx)
}
