import { sql } from 'kysely'
import type { ActivityId, PersonId, ReadingId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** Any number in one statement. Tells nobody: whoever writes them also records what they mean. */
export async function insertReadings(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  readings: readonly { reading: ReadingId; activity: ActivityId; person: PersonId; at: Date; visibleMs: number }[],
): Promise<void> {
  if (readings.length === 0) return
  await sql`insert into readings (workspace_id, reading_id, user_id, activity_id, person_id, read_at, visible_ms)
    select ${workspace}::uuid, r.reading, ${user}::uuid, r.activity, r.person, r.at, r."visibleMs"
    from jsonb_to_recordset(${JSON.stringify(readings)}::jsonb)
      as r(reading uuid, activity uuid, person uuid, at timestamptz, "visibleMs" int)`.execute(tx)
}
