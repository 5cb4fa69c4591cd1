import { sql } from 'kysely'
import { refreshNear } from '#features/network/store/strength.ts'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export const idOf = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as PersonId
const sqlId = (n: ReturnType<typeof sql>) => sql`('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const atOnce = 20_000
type Inside = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
type Fill = { workspace: WorkspaceId; users: readonly UserId[]; people: number; tiesEach: number }

/**
 * Seven ties inside a circle of two hundred people, the rest to anywhere, more often to those whom many know; each recruiter talks with
 * some two hundred and has two thousand in an address book. Gives how many ties there are.
 */
export async function fillNetwork(inside: Inside, { workspace, users, people, tiesEach }: Fill): Promise<number> {
  await inside(tx =>
    sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${workspace}, ${sqlId(sql`n`)}, 'Person ' || n, now(), now() from generate_series(1, ${people}::int) n`.execute(
      tx,
    ),
  )
  for (let from = 1; from <= people; from += 100_000)
    await inside(tx =>
      sql`insert into network_ties (workspace_id, from_id, to_id, kind, events, months, first_at, last_at)
        select ${workspace}, ${sqlId(sql`n`)}, ${sqlId(sql`o.other`)},
          (array['room', 'mention', 'thread', 'link', 'said', 'group'])[1 + abs(hashint4(n * 17 + k)) % 6], 1 + k,
          abs(hashint4(n * 5 + k)) % 16777216, now() - make_interval(days => 700), now() - make_interval(days => abs(hashint4(n * 3 + k)) % 700)
        from generate_series(${from}::int, ${Math.min(people, from + 99_999)}::int) n cross join generate_series(1, ${tiesEach}::int) k
          cross join lateral (select case when k <= 7 then n - n % 200 + 1 + abs(hashint4(n * 11 + k)) % 200
            else 1 + floor(${people}::int * power((abs(hashint4(n * 13 + k)) % 1000003) / 1000003.0, 2))::int end as other) o
        where o.other <> n and o.other between 1 and ${people}::int on conflict do nothing`.execute(tx),
    )
  await inside(tx =>
    sql`insert into network_ties (workspace_id, from_id, to_id, to_user, kind, events, back, months, first_at, last_at)
      select distinct on (p, u.id, kind) ${workspace}, ${sqlId(sql`p`)}, u.id, true, kind, 9, 9, 16777215, now(), now() - make_interval(days => n % 400)
      from unnest(${[...users]}::uuid[]) with ordinality as u(id, r) cross join generate_series(1, 2000) n
        cross join lateral (select 1 + abs(hashint4(n * 19 + r::int)) % ${people}::int as p, case when n <= 200 then 'talk' else 'contact' end as kind) k`.execute(
      tx,
    ),
  )
  return inside(async tx => {
    await sql`analyze network_ties`.execute(tx)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from network_ties`.execute(tx)
    return rows[0]?.n ?? 0
  })
}

/** Everybody's ties summed up, as the task does it. */
export async function sumUp(inside: Inside, { workspace, people }: Fill, now: Date): Promise<void> {
  for (let from = 1; from <= people; from += atOnce) {
    const ids = Array.from({ length: Math.min(atOnce, people - from + 1) }, (_, n) => idOf(from + n))
    await inside(tx => refreshNear(tx, workspace, ids, ids, now))
  }
  await inside(tx => sql`analyze network_near`.execute(tx))
}
