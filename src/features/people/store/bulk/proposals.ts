import { sql } from 'kysely'
import type { PersonId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'
import type { Evidence } from '../../model/person.ts'
import type { ImportMark } from './insert.ts'

/** Pairs for a recruiter to look at. A pair that was decided before is not asked again. */
export async function insertMatchProposals(
  tx: Transaction,
  { workspace, at }: Pick<ImportMark, 'workspace' | 'at'>,
  pairs: readonly { one: PersonId; other: PersonId; probability: number; evidence: readonly Evidence[] }[],
): Promise<void> {
  if (pairs.length === 0) return
  const rows = pairs.map(({ one, other, probability, evidence }) => {
    const [left_id, right_id] = one < other ? [one, other] : [other, one]
    return { left_id, right_id, probability, evidence }
  })
  await sql`insert into match_proposals (workspace_id, left_id, right_id, probability, evidence, state, created_at)
    select distinct on (r.left_id, r.right_id) ${workspace}::uuid, r.left_id, r.right_id, r.probability, r.evidence, 'open', ${at}::timestamptz
    from jsonb_to_recordset(${jsonText(rows)}::jsonb) as r(left_id uuid, right_id uuid, probability real, evidence jsonb)
    where r.left_id <> r.right_id order by r.left_id, r.right_id, r.probability desc
    on conflict do nothing`.execute(tx)
}
