import { sql } from 'kysely'
import { newId, type PersonId, type PoolEntryId, type PoolId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Cause } from '../model.ts'

/** `matched`: the parts of the search that hold now; `missing`: those that no longer do; `stage`: the move behind it. */
export type LogDetail = {
  matched?: readonly string[]
  missing?: readonly string[]
  from?: string
  to?: string
  came?: number
  went?: number
}

export type NewEntry = {
  person: PersonId | null
  kind: 'came' | 'went' | 'filled'
  cause: Cause
  detail: LogDetail
}

export async function insertEntries(
  tx: Transaction,
  workspace: WorkspaceId,
  pool: PoolId,
  entries: readonly NewEntry[],
  by: { user: UserId | null; at: Date },
): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(entry => ({ ...entry, id: newId<'PoolEntry'>(by.at.getTime()) }))
  await sql`insert into pool_log (workspace_id, entry_id, pool_id, person_id, kind, cause, detail, user_id, at)
    select ${workspace}, n.id, ${pool}, n.person, n.kind, n.cause, n.detail, ${by.user}, ${by.at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, person uuid, kind text, cause text, detail jsonb)`.execute(
    tx,
  )
}

export type LogEntry = {
  id: PoolEntryId
  person: PersonId | null
  name: string | null
  stage: string
  kind: 'came' | 'went' | 'filled'
  cause: Cause
  detail: LogDetail
  by: string | null
  at: Date
}

/** Latest first. */
export async function listEntries(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  pool: PoolId,
  after: { at: Date; id: PoolEntryId } | undefined,
  limit: number,
): Promise<LogEntry[]> {
  const { rows } = await sql<LogEntry>`select l.entry_id as id, l.person_id as person, p.display_name as name,
      case when p.do_not_contact_at is not null then 'do-not-contact' else coalesce(r.side, r.stage, 'found') end as stage,
      l.kind, l.cause, l.detail, u.name as by, l.at
    from pool_log l
      left join people p on p.workspace_id = l.workspace_id and p.person_id = l.person_id
      left join relationships r on r.workspace_id = l.workspace_id and r.person_id = l.person_id and r.user_id = ${user}
      left join users u on u.workspace_id = l.workspace_id and u.user_id = l.user_id
    where l.workspace_id = ${workspace} and l.pool_id = ${pool}
      ${after ? sql`and (l.at, l.entry_id) < (${after.at}, ${after.id})` : sql``}
    order by l.at desc, l.entry_id desc limit ${limit}`.execute(tx)
  return rows
}

/** The latest stage move of each of these people with this recruiter since `since`. */
export async function listMovesSince(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  people: readonly PersonId[],
  since: Date,
): Promise<Map<PersonId, { from: string; to: string }>> {
  const { rows } = await sql<{ person: PersonId; from: string; to: string }>`
    select distinct on (person_id) person_id as person, coalesce(from_side, from_stage) as "from", coalesce(to_side, to_stage) as "to"
    from stage_moves where workspace_id = ${workspace} and user_id = ${user} and person_id = any(${[...people]}::uuid[]) and at >= ${since}
    order by person_id, move_id desc`.execute(tx)
  return new Map(rows.map(({ person, ...move }) => [person, move]))
}
