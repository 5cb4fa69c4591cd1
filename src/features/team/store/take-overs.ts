import { sql } from 'kysely'
import type { PersonId, TakeOverId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type TakeOver = {
  id: TakeOverId
  person: PersonId
  owner: UserId
  ownerName: string
  askedBy: UserId
  askedByName: string
  askedAt: Date
}

const columns = sql`t.take_over_id as id, t.person_id as person, t.owner_id as owner, o.name as "ownerName", t.asked_by as "askedBy",
  a.name as "askedByName", t.asked_at as "askedAt"`
const source = sql`take_overs t
  join users o on o.workspace_id = t.workspace_id and o.user_id = t.owner_id
  join users a on a.workspace_id = t.workspace_id and a.user_id = t.asked_by`

/** What is asked and not answered yet. */
export async function listAsked(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<TakeOver[]> {
  const { rows } = await sql<TakeOver>`select ${columns} from ${source}
    where t.workspace_id = ${workspace} and t.person_id = ${person} and t.state = 'asked' order by t.asked_at, t.take_over_id`.execute(
    tx,
  )
  return rows
}

export async function findAskedForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: TakeOverId,
): Promise<TakeOver | undefined> {
  const { rows } = await sql<TakeOver>`select ${columns} from ${source}
    where t.workspace_id = ${workspace} and t.take_over_id = ${id} and t.state = 'asked' for update of t`.execute(tx)
  return rows[0]
}

/** False: the same recruiter asked before and waits. */
export async function insertTakeOver(
  tx: Transaction,
  workspace: WorkspaceId,
  given: Pick<TakeOver, 'id' | 'person' | 'owner' | 'askedBy' | 'askedAt'>,
): Promise<boolean> {
  const { rows } =
    await sql`insert into take_overs (workspace_id, take_over_id, person_id, owner_id, asked_by, state, asked_at)
    values (${workspace}, ${given.id}, ${given.person}, ${given.owner}, ${given.askedBy}, 'asked', ${given.askedAt})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function updateTakeOver(
  tx: Transaction,
  workspace: WorkspaceId,
  id: TakeOverId,
  answer: { state: 'granted' | 'declined' | 'withdrawn'; by: UserId; at: Date },
): Promise<void> {
  await sql`update take_overs set state = ${answer.state}, answered_at = ${answer.at}, answered_by = ${answer.by}
    where workspace_id = ${workspace} and take_over_id = ${id}`.execute(tx)
}

/** Whoever asked and has them now is answered; the others ask the new owner; nobody's is free to take. */
export async function updateAskedAfterChange(
  tx: Transaction,
  workspace: WorkspaceId,
  change: { person: PersonId; to: UserId | null; user: UserId; at: Date },
): Promise<void> {
  const { person, to, user, at } = change
  await sql`update take_overs set owner_id = coalesce(${to}::uuid, owner_id),
      state = case when ${to}::uuid is null then 'withdrawn' when asked_by = ${to}::uuid then 'granted' else state end,
      answered_at = case when ${to}::uuid is null or asked_by = ${to}::uuid then ${at}::timestamptz end,
      answered_by = case when ${to}::uuid is null or asked_by = ${to}::uuid then ${user}::uuid end
    where workspace_id = ${workspace} and person_id = ${person} and state = 'asked'`.execute(tx)
}
