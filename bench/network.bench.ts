import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { readNeighbours, readWays } from '#features/network/actions/paths.ts'
import { draw, type Sketch } from '#features/network/draw.ts'
import { refreshNear } from '#features/network/store/strength.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import { migrateTasks } from '#platform/worker.ts'
import { inWorkspace, openDatabase } from '#storage/database.ts'
import { migrate } from '#storage/migrate.ts'
import { startScratchServer } from '#tests/servers/postgres.ts'
import { addRecruiter, createWorkspace } from '#tests/servers/workspace.ts'

export const name = 'network'

/** People; `npm run bench network 1000000` is the promised size: a million people and ten million ties. */
const usual = 100_000
const tiesEach = 10
const recruiters = 5
const askedFor = 400
const drawn = 10_000
const atOnce = 20_000

const idOf = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as PersonId
const sqlId = (n: ReturnType<typeof sql>) => sql`('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0

/** Seven ties inside a circle of two hundred people, three to anywhere, more often to those whom many know. */
export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const people = Number(process.argv[3] ?? usual)
  await using server = await startScratchServer()
  await using database = openDatabase({ url: server.url, maxConnections: 4 })
  await migrate(database.pool)
  await migrateTasks(database.pool)
  const { db } = database
  const caller = await createWorkspace(db)
  const { workspace } = caller
  const users = [caller.user]
  while (users.length < recruiters) users.push(await addRecruiter(db, { ...caller, user: newId<'User'>() }))
  const deps = { db, clock: systemClock, marks: async () => new Map() }
  const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(db, workspace, work)
  await inside(tx =>
    sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${workspace}, ${sqlId(sql`n`)}, 'Person ' || n, now(), now() from generate_series(1, ${people}::int) n`.execute(
      tx,
    ),
  )
  const now = systemClock.now()
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
  // Each recruiter talks with some two hundred, and has two thousand in an address book.
  await inside(tx =>
    sql`insert into network_ties (workspace_id, from_id, to_id, to_user, kind, events, back, months, first_at, last_at)
      select distinct on (p, u.id, kind) ${workspace}, ${sqlId(sql`p`)}, u.id, true, kind, 9, 9, 16777215, now(), now() - make_interval(days => n % 400)
      from unnest(${users}::uuid[]) with ordinality as u(id, r) cross join generate_series(1, 2000) n
        cross join lateral (select 1 + abs(hashint4(n * 19 + r::int)) % ${people}::int as p, case when n <= 200 then 'talk' else 'contact' end as kind) k`.execute(
      tx,
    ),
  )
  const ties = await inside(async tx => {
    await sql`analyze network_ties`.execute(tx)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from network_ties`.execute(tx)
    return rows[0]?.n ?? 0
  })
  const summing = await timed(async () => {
    for (let from = 1; from <= people; from += atOnce) {
      const ids = Array.from({ length: Math.min(atOnce, people - from + 1) }, (_, n) => idOf(from + n))
      await inside(tx => refreshNear(tx, workspace, ids, ids, now))
    }
  })
  await inside(tx => sql`analyze network_near`.execute(tx))
  const wanted = Array.from({ length: askedFor }, (_, n) => idOf(1 + ((n * 7_919 + 13) % people)))
  for (const id of wanted.slice(0, 20)) await readWays(deps, caller, id)
  const times: number[] = []
  let found = 0
  for (const id of wanted.slice(20)) {
    times.push(
      await timed(async () => {
        const ways = await readWays(deps, caller, id)
        if (ways.ok && ways.value.ways.length > 0) found += 1
      }),
    )
  }
  const near: number[] = []
  for (const id of wanted.slice(0, 100)) near.push(await timed(() => readNeighbours(deps, caller, id)))
  const hubs: number[] = []
  for (let n = 1; n <= 40; n += 1) hubs.push(await timed(() => readWays(deps, caller, idOf(n))))
  const sketch: Sketch = {
    corners: Array.from({ length: drawn }, () => ({ x: null, y: null })),
    ties: Array.from({ length: drawn * 3 }, (_, n) => {
      const a = n % drawn
      return [a, n % 7 === 0 ? (n * 7_919) % drawn : Math.floor(a / 100) * 100 + ((n * 31) % 100), 0.4] as const
    }).filter(([a, b]) => a !== b),
  }
  const drawing = await timed(async () => draw(sketch))
  return [
    { name: 'people', figure: people, unit: 'rows' },
    { name: 'ties', figure: ties, unit: 'rows' },
    { name: 'people summed up', figure: people / (summing / 1_000), unit: 'people/s' },
    { name: 'who could introduce us, p50', figure: at(times, 0.5), unit: 'ms' },
    { name: 'who could introduce us, p95', figure: at(times, 0.95), unit: 'ms' },
    { name: 'who could introduce us to those whom most know, p95', figure: at(hubs, 0.95), unit: 'ms' },
    { name: 'a way was found', figure: (found / times.length) * 100, unit: '%' },
    { name: 'whom somebody knows, p95', figure: at(near, 0.95), unit: 'ms' },
    { name: `a drawing of ${drawn} people, in its thread`, figure: drawing, unit: 'ms' },
  ]
}
