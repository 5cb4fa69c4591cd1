import { type RawBuilder, sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { measures, monthAdds, monthBit, oneWay, tieKinds } from '../model/ties.ts'

/** The bits of the last twelve months. */
export function yearMask(now: Date): number {
  let mask = 0
  for (let ago = 0; ago < 12; ago += 1)
    mask |= monthBit(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)))
  return mask
}

/** `monthBit` of an instant, as SQL; 0 for what is older than twelve months. */
export const bitOfMonth = (at: RawBuilder<unknown>, now: Date): RawBuilder<number> =>
  sql`case when ${at} >= date_trunc('month', ${now}::timestamptz, 'UTC') - interval '11 months'
    then 1 << ((extract(year from ${at} at time zone 'UTC')::int * 12 + extract(month from ${at} at time zone 'UTC')::int - 1) % 24)
    else 0 end`

const measured = sql.join(
  tieKinds.map(kind => {
    const { weight, halfDays, grows } = measures[kind]
    return sql`(${sql.lit(kind)}::text, ${sql.lit(weight)}::float8, ${sql.lit(halfDays)}::float8, ${sql.lit(grows)}::boolean)`
  }),
)

/** The most that are kept of one person; who knows more people than this is near to all of them anyway. */
export const nearMost = 400

/**
 * Sums up for each of these whom they know and who of ours knows them: `strengthOf` and `together` of the model, as SQL. `worked`: those
 * whose own doings were just worked out; the age of the others' stays what it was.
 */
export async function refreshNear(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
  worked: readonly PersonId[],
  now: Date,
): Promise<void> {
  if (people.length === 0) return
  const ids = sql`${[...people]}::uuid[]`
  await sql`delete from network_near n where n.workspace_id = ${workspace} and n.person_id = any(${ids})
    and not exists (select from network_ties t where t.workspace_id = ${workspace} and t.from_id = n.person_id)
    and not exists (select from network_ties t where t.workspace_id = ${workspace} and t.to_id = n.person_id)`.execute(
    tx,
  )
  await sql`
    with measure(kind, weight, half, grows) as (values ${measured}),
    half as (
      select from_id as person, to_id as other, to_user, kind, events, back, months, last_at from network_ties
        where workspace_id = ${workspace} and from_id = any(${ids})
      union all
      select to_id, from_id, false, kind, back, events, months, last_at from network_ties
        where workspace_id = ${workspace} and to_id = any(${ids}) and not to_user
    ), each as (
      select person, other, to_user, kind, sum(events) as events, sum(back) as back, bit_or(months) as months, max(last_at) as last_at
      from half group by 1, 2, 3, 4
    ), pair as (
      select e.person, e.other, e.to_user,
        1 - exp(sum(ln(1 - m.weight * power(0.5, greatest(0, extract(epoch from ${now}::timestamptz - e.last_at) / 86400) / m.half)
          * case when m.grows then (1 - power(1 - ${sql.lit(monthAdds)}::float8,
                greatest(1, bit_count((e.months & ${sql.lit(yearMask(now))}::int)::bit(24)))))
              * case when e.events > 0 and e.back > 0 then 1 else ${sql.lit(oneWay)}::float8 end
            else 1 end))) as strength
      from each e join measure m on m.kind = e.kind group by 1, 2, 3
    ), ranked as (
      select *, row_number() over (partition by person, to_user order by strength desc, other) as place from pair
    )
    insert into network_near (workspace_id, person_id, people, strengths, users, known, refreshed_at)
    select ${workspace}::uuid, person,
      coalesce(array_agg(other order by place) filter (where not to_user), '{}'),
      coalesce(array_agg(strength::real order by place) filter (where not to_user), '{}'),
      coalesce(array_agg(other order by place) filter (where to_user), '{}'),
      coalesce(array_agg(strength::real order by place) filter (where to_user), '{}'), ${now}
    from ranked where place <= ${sql.lit(nearMost)} group by person
    on conflict (workspace_id, person_id) do update set people = excluded.people, strengths = excluded.strengths, users = excluded.users,
      known = excluded.known, refreshed_at = case when excluded.person_id = any(${[...worked]}::uuid[]) then excluded.refreshed_at
        else network_near.refreshed_at end`.execute(tx)
}
