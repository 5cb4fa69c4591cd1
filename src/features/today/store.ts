import { sql } from 'kysely'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

/** What is left out of the caller's Today now. */
export async function listPutOff(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  now: Date,
): Promise<Set<string>> {
  const { rows } = await sql<{ subject: string }>`select subject_id as subject from today_put_off
    where workspace_id = ${workspace} and user_id = ${user} and until > ${now}`.execute(tx)
  return new Set(rows.map(row => row.subject))
}

/** What is over leaves with it. */
export async function upsertPutOff(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  subject: string,
  { until, now }: { until: Date; now: Date },
): Promise<void> {
  await sql`delete from today_put_off where workspace_id = ${workspace} and user_id = ${user} and until <= ${now}`.execute(
    tx,
  )
  await sql`insert into today_put_off (workspace_id, user_id, subject_id, until) values (${workspace}, ${user}, ${subject}, ${until})
    on conflict (workspace_id, user_id, subject_id) do update set until = excluded.until`.execute(tx)
}

export async function deletePutOff(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  subject: string,
): Promise<void> {
  await sql`delete from today_put_off where workspace_id = ${workspace} and user_id = ${user} and subject_id = ${subject}`.execute(
    tx,
  )
}

/** One line of a week: over this tool so many people, in this place, on these days (1 is Monday). */
export type Rhythm = { tool: ToolId; people: number; place: string; days: number[] }

export async function listRhythms(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<Rhythm[]> {
  const { rows } = await sql<Rhythm>`select tool, people, place, days from week_rhythms
    where workspace_id = ${workspace} and user_id = ${user} order by people desc, tool`.execute(tx)
  return rows
}

export async function replaceRhythms(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  rhythms: readonly Rhythm[],
): Promise<void> {
  await sql`delete from week_rhythms where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
  await sql`insert into week_rhythms (workspace_id, user_id, tool, people, place, days)
    select ${workspace}, ${user}, n.tool, n.people, n.place, array(select jsonb_array_elements_text(n.days)::smallint)
    from jsonb_to_recordset(${JSON.stringify(rhythms)}::jsonb) as n(tool text, people smallint, place text, days jsonb)
    on conflict do nothing`.execute(tx)
}
