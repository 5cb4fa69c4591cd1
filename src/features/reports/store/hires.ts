import { sql } from 'kysely'
import { isHire } from '#features/attribution/index.ts'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Span } from './met-report.ts'

export type Hire = {
  person: PersonId
  name: string
  hiredAt: Date
  /** The kind of the link or page, `referral`, or the tool where it began; null: nothing is known. */
  way: string | null
  /** What that link or page is called. */
  label: string | null
  tool: string | null
  firstAt: Date | null
}

/**
 * Who was hired in the span, each once by their first hire, and what came first: the link or page that brought them, a referral they
 * agreed to, or the first touch on a tool. Within five minutes the link goes before the touch that it led to.
 */
export async function listHires(tx: Transaction, workspace: WorkspaceId, { from, to }: Span): Promise<Hire[]> {
  const { rows } = await sql<Hire>`
    with hired as (
      select person_id, min(at) as at from (
        select h.person_id, h.at from touches h where h.workspace_id = ${workspace} and h.person_id is not null and ${isHire}
        union all
        select person_id, at from stage_moves where workspace_id = ${workspace} and to_stage = 'hired' and undone_at is null) h
      group by person_id
      having min(at) >= ${from}::date::timestamp at time zone 'UTC' and min(at) < (${to}::date + 1)::timestamp at time zone 'UTC'
    ), ways as (
      select h.person_id, s.kind as way, s.label, s.tool, p.first_at as at, p.first_at - interval '5 minutes' as ahead
      from hired h join source_people p on p.workspace_id = ${workspace} and p.person_id = h.person_id and p.is_first
        join sources s on s.workspace_id = ${workspace} and s.source_id = p.source_id
      union all
      select h.person_id, 'referral', null, null, r.made_at, r.made_at - interval '5 minutes'
      from hired h join referrals r on r.workspace_id = ${workspace} and r.person_id = h.person_id and r.state = 'agreed'
      union all
      select h.person_id, m.tool, null, m.tool, m.first_at, m.first_at
      from hired h join met_people m on m.workspace_id = ${workspace} and m.person_id = h.person_id and m.is_first
    ), first as (select distinct on (person_id) * from ways order by person_id, ahead, way)
    select h.person_id as person, p.display_name as name, h.at as "hiredAt",
      case when f.at <= h.at + interval '5 minutes' then f.way end as way, f.label, f.tool, least(f.at, h.at) as "firstAt"
    from hired h join people p on p.workspace_id = ${workspace} and p.person_id = h.person_id left join first f on f.person_id = h.person_id
    order by h.at desc, h.person_id limit 5000`.execute(tx)
  return rows
}
