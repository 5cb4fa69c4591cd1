import { sql } from 'kysely'
import type { Evidence } from '#features/people/model.ts'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'

/** `left` and `right` name the pair; `a` and `b` are who these people are now, after merges. */
export type AskedPair = {
  left_id: PersonId
  right_id: PersonId
  a: PersonId
  b: PersonId
  probability: number
  evidence: Evidence[]
}

/**
 * Pairs to ask about, likeliest first, put-off ones last. A pair that was refused, or merged and taken apart again, is not asked again,
 * whatever those two people were merged into since.
 */
export async function listAskedPairs(
  tx: Transaction,
  workspace: WorkspaceId,
  laterBefore: Date,
  limit: number,
): Promise<{ pairs: AskedPair[]; total: number }> {
  const { rows } = await sql<AskedPair & { total: number }>`
    with recursive climb as (
      select person_id as start, merged_into as at from people where workspace_id = ${workspace} and merged_into is not null
      union
      select c.start, p.merged_into from climb c
        join people p on p.workspace_id = ${workspace} and p.person_id = c.at and p.merged_into is not null
    ), tops as (
      select c.start, c.at from climb c join people p on p.workspace_id = ${workspace} and p.person_id = c.at and p.merged_into is null
    ), pairs as (
      select m.left_id, m.right_id, m.probability, m.evidence, m.state, m.decided_at,
        least(coalesce(l.at, m.left_id), coalesce(r.at, m.right_id)) as a,
        greatest(coalesce(l.at, m.left_id), coalesce(r.at, m.right_id)) as b
      from match_proposals m left join tops l on l.start = m.left_id left join tops r on r.start = m.right_id
      where m.workspace_id = ${workspace}
    ), asked as (
      select distinct on (a, b) * from pairs p
      where a <> b and (state in ('open', 'same') or (state = 'later' and decided_at < ${laterBefore}))
        and not exists (select 1 from pairs q where q.a = p.a and q.b = p.b
          and (q.state = 'different' or (q.state = 'later' and q.decided_at >= ${laterBefore})))
      order by a, b, probability desc
    )
    select left_id, right_id, a, b, probability, evidence, count(*) over ()::int as total from asked
    order by state = 'later', probability desc, left_id, right_id limit ${limit}`.execute(tx)
  return { total: rows[0]?.total ?? 0, pairs: rows.map(({ total, ...pair }) => pair) }
}

export type Proposal = {
  left_id: PersonId
  right_id: PersonId
  probability: number
  evidence: Evidence[]
  state: 'open' | 'same' | 'different' | 'later'
}

/** Locked until the transaction ends: two recruiters can't both decide it. */
export async function findProposalForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  left: PersonId,
  right: PersonId,
): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`select left_id, right_id, probability, evidence, state from match_proposals
    where workspace_id = ${workspace} and left_id = ${left} and right_id = ${right} for update`.execute(tx)
  return rows[0]
}

export async function updateProposal(
  tx: Transaction,
  workspace: WorkspaceId,
  { left_id, right_id }: Pick<Proposal, 'left_id' | 'right_id'>,
  decided: { state: Proposal['state']; user: UserId | null; at: Date | null },
): Promise<void> {
  await sql`update match_proposals set state = ${decided.state}, decided_by = ${decided.user}, decided_at = ${decided.at}
    where workspace_id = ${workspace} and left_id = ${left_id} and right_id = ${right_id}`.execute(tx)
}

const apart: Evidence = { fact: 'taken-apart', weight: 0, says: 'A recruiter took them apart.' }

/** These two are different, whether they were ever asked about or not. */
export async function upsertRefusal(
  tx: Transaction,
  workspace: WorkspaceId,
  { one, other, user, at }: { one: PersonId; other: PersonId; user: UserId | null; at: Date },
): Promise<void> {
  const [left, right] = one < other ? [one, other] : [other, one]
  await sql`insert into match_proposals (workspace_id, left_id, right_id, probability, evidence, state, decided_by, decided_at, created_at)
    values (${workspace}, ${left}, ${right}, 0, ${jsonText([apart])}::jsonb, 'different', ${user}, ${at}, ${at})
    on conflict (workspace_id, left_id, right_id) do update set state = 'different', decided_by = excluded.decided_by,
      decided_at = excluded.decided_at`.execute(tx)
}
