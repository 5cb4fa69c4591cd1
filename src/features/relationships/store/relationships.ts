import { sql } from 'kysely'
import type {
  ActivityId,
  ConversationId,
  ImportId,
  MessageId,
  PersonId,
  TouchId,
  UserId,
  WorkspaceId,
} from '#kernel/ids.ts'
import type { Surface, ToolId } from '#kernel/tools.ts'
import { arrayBytes } from '#storage/array-bytes.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'
import type { LadderStage, SideState } from '../model/stages.ts'
import type { TouchKind } from '../model/touches.ts'

export type Relationship = {
  user_id: UserId
  person_id: PersonId
  stage: LadderStage
  side: SideState | null
  side_reason: string | null
  stage_since: Date
  last_touch_at: Date | null
  last_in_at: Date | null
  last_out_at: Date | null
}

const columns = sql`r.user_id, r.person_id, r.stage, r.side, r.side_reason, r.stage_since, r.last_touch_at, r.last_in_at, r.last_out_at`

export async function findRelationship(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
): Promise<Relationship | undefined> {
  const { rows } = await sql<Relationship>`select ${columns} from relationships r
    where r.workspace_id = ${workspace} and r.user_id = ${user} and r.person_id = ${person}`.execute(tx)
  return rows[0]
}

/**
 * Those that are missing stand at *found*, and are written by whoever changes them. Locks all of them through their people, in one
 * order, so that two batches can't cross and nobody makes the same one twice. People who are gone are left out.
 */
export async function lockRelationships(
  tx: Transaction,
  workspace: WorkspaceId,
  pairs: readonly { user: UserId; person: PersonId }[],
  now: Date,
): Promise<Relationship[]> {
  const ids = sql`${arrayBytes('uuid', [...new Set(pairs.map(one => one.person))].sort())}::uuid[]`
  const { rows: people } = await sql<{ person_id: PersonId; refused: boolean }>`
    select p.person_id, p.do_not_contact_at is not null as refused from people p
    where p.workspace_id = ${workspace} and p.person_id = any(${ids}) order by p.person_id for no key update`.execute(
    tx,
  )
  const { rows } = await sql<Relationship>`select ${columns} from relationships r
    where r.workspace_id = ${workspace} and r.person_id = any(${ids}) order by r.person_id, r.user_id for update`.execute(
    tx,
  )
  const refused = new Map(people.map(row => [row.person_id, row.refused]))
  const known = new Map(rows.map(row => [`${row.user_id} ${row.person_id}`, row]))
  return pairs.flatMap(({ user, person }) => {
    const gone = refused.get(person) === undefined
    const found = known.get(`${user} ${person}`)
    if (gone || found) return found ?? []
    const side: SideState | null = refused.get(person) ? 'do-not-contact' : null
    const times = { stage_since: now, last_touch_at: null, last_in_at: null, last_out_at: null }
    return { user_id: user, person_id: person, stage: 'found' as const, side, side_reason: null, ...times }
  })
}

export async function listRelationshipsOf(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<Relationship[]> {
  const { rows } = await sql<Relationship>`select ${columns} from relationships r
    where r.workspace_id = ${workspace} and r.person_id = any(${[...people]}::uuid[]) order by r.person_id, r.user_id for update`.execute(
    tx,
  )
  return rows
}

export async function updateRelationships(
  tx: Transaction,
  workspace: WorkspaceId,
  rows: readonly Relationship[],
): Promise<void> {
  if (rows.length === 0) return
  const uuids = (read: (row: Relationship) => string) => sql`${arrayBytes('uuid', rows.map(read))}::uuid[]`
  const texts = (read: (row: Relationship) => string | null) => sql`${arrayBytes('text', rows.map(read))}::text[]`
  const times = (read: (row: Relationship) => Date | null) =>
    sql`${arrayBytes('timestamptz', rows.map(read))}::timestamptz[]`
  await sql`insert into relationships as r (workspace_id, user_id, person_id, stage, side, side_reason, stage_since, last_touch_at,
      last_in_at, last_out_at)
    select ${workspace}::uuid, n.* from unnest(${uuids(row => row.user_id)}, ${uuids(row => row.person_id)}, ${texts(row => row.stage)},
      ${texts(row => row.side)}, ${texts(row => row.side_reason)}, ${times(row => row.stage_since)}, ${times(row => row.last_touch_at)},
      ${times(row => row.last_in_at)}, ${times(row => row.last_out_at)}) as n
    on conflict (workspace_id, person_id, user_id) do update set stage = excluded.stage, side = excluded.side,
      side_reason = excluded.side_reason, stage_since = excluded.stage_since, last_touch_at = excluded.last_touch_at,
      last_in_at = excluded.last_in_at, last_out_at = excluded.last_out_at`.execute(tx)
}

export async function deleteRelationships(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<void> {
  await sql`delete from relationships where workspace_id = ${workspace} and person_id = ${person}`.execute(tx)
}

export type TouchRow = {
  touch_id: TouchId
  person_id: PersonId
  user_id: UserId | null
  kind: TouchKind
  tool: ToolId | null
  surface: Surface | null
  at: Date
  touch_key: string | null
  detail: Record<string, unknown>
  conversation_id: ConversationId | null
  message_id: MessageId | null
  activity_id: ActivityId | null
  campaign_id: string | null
  import_id: ImportId | null
}

/** Gives the ids of those that were not told before (by their key). */
export async function insertTouches(
  tx: Transaction,
  workspace: WorkspaceId,
  touches: readonly TouchRow[],
): Promise<Set<TouchId>> {
  if (touches.length === 0) return new Set()
  const uuids = (read: (row: TouchRow) => string | null) => sql`${arrayBytes('uuid', touches.map(read))}::uuid[]`
  const texts = (read: (row: TouchRow) => string | null) => sql`${arrayBytes('text', touches.map(read))}::text[]`
  const { rows } = await sql<{
    touch_id: TouchId
  }>`insert into touches (workspace_id, touch_id, person_id, user_id, kind, tool, surface,
      at, touch_key, detail, conversation_id, message_id, activity_id, campaign_id, import_id)
    select ${workspace}::uuid, n.* from unnest(${uuids(row => row.touch_id)}, ${uuids(row => row.person_id)}, ${uuids(row => row.user_id)},
      ${texts(row => row.kind)}, ${texts(row => row.tool)}, ${texts(row => row.surface)},
      ${arrayBytes(
        'timestamptz',
        touches.map(row => row.at),
      )}::timestamptz[], ${texts(row => row.touch_key)},
      ${arrayBytes(
        'jsonb',
        touches.map(row => jsonText(row.detail)),
      )}::jsonb[],
      ${uuids(row => row.conversation_id)}, ${uuids(row => row.message_id)}, ${uuids(row => row.activity_id)},
      ${uuids(row => row.campaign_id)}, ${uuids(row => row.import_id)})
      as n(touch_id, person_id, user_id, kind, tool, surface, at, touch_key, detail, conversation_id, message_id, activity_id, campaign_id, import_id)
      join people p on p.workspace_id = ${workspace} and p.person_id = n.person_id
    on conflict (workspace_id, touch_key) where touch_key is not null do nothing returning touch_id`.execute(tx)
  return new Set(rows.map(row => row.touch_id))
}

/** Of these pairs, those whom we told who we are before. */
export async function listIntroduced(
  tx: Transaction,
  workspace: WorkspaceId,
  pairs: readonly { user: UserId; person: PersonId }[],
): Promise<Set<string>> {
  const { rows } = await sql<{ pair: string }>`select distinct n."user" || ' ' || n.person as pair
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as n("user" uuid, person uuid)
      join touches t on t.workspace_id = ${workspace} and t.person_id = n.person and t.user_id = n."user" and t.kind = 'introduced'`.execute(
    tx,
  )
  return new Set(rows.map(row => row.pair))
}

/** Latest first. */
export async function listTouches(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  after: { at: string; touch: TouchId } | undefined,
  limit: number,
): Promise<TouchRow[]> {
  const { rows } =
    await sql<TouchRow>`select touch_id, person_id, user_id, kind, tool, surface, at, touch_key, detail, conversation_id,
      message_id, activity_id, campaign_id, import_id
    from touches where workspace_id = ${workspace} and person_id = ${person}
      ${after ? sql`and (at < ${after.at} or (at = ${after.at} and touch_id > ${after.touch}))` : sql``}
    order by at desc, touch_id limit ${limit}`.execute(tx)
  return rows
}

/** Whom a touch without a recruiter concerns: the owner, else everyone who knows the person. */
export async function listConcerned(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<{ person: PersonId; user: UserId }[]> {
  const { rows } = await sql<{ person: PersonId; user: UserId }>`
    select p.person_id as person, u.user_id as "user" from people p cross join lateral (
      select p.owner_id as user_id where p.owner_id is not null
      union all
      select r.user_id from relationships r where p.owner_id is null and r.workspace_id = ${workspace} and r.person_id = p.person_id) u
    where p.workspace_id = ${workspace} and p.person_id = any(${[...people]}::uuid[])`.execute(tx)
  return rows
}
