import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { z } from 'zod'
import { readStrategy } from '#features/attribution/actions/campaigns.ts'
import { refreshPeople } from '#features/attribution/actions/refresh.ts'
import { readAttribution, readCame } from '#features/attribution/actions/report.ts'
import { reportViews } from '#features/attribution/model.ts'
import { refreshDue } from '#features/attribution/store/people.ts'
import { reportKeyNames } from '#features/attribution/wire.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId, type SourceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { idOf } from '#kernel/schema.ts'
import { migrateTasks } from '#platform/worker.ts'
import { acrossWorkspaces, type Database, inWorkspace, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'
import { startScratchServer } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { backendOf, p95 } from './cpu.ts'

export const name = 'attribution'

/**
 * Touches; `npm run bench attribution 10000000` for the size that the report is made for. A folder named behind the number keeps what was
 * laid out, and the next run goes on there.
 */
const usual = 300_000
const touchesEach = 5
const sourceCount = 400
const weeks = 104
/** So many are worked out as the server does it, against the clock; the others in large steps, by the same statements. */
const timedPeople = 20_000
const peopleInOneStep = 250_000

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

type Bench = { db: Database; caller: Caller; people: number }

/** Links over two years, people who came by five of them each, their stages, and visits of each day. */
async function layOut({ db, caller: { workspace, user }, people }: Bench): Promise<void> {
  const sources = Array.from({ length: sourceCount }, () => newId<'Source'>() satisfies SourceId)
  await acrossWorkspaces(db, async tx => {
    await sql`insert into campaigns (workspace_id, campaign_id, name, created_at, updated_at)
      select ${workspace}, gen_random_uuid(), 'Campaign ' || n, now(), now() from generate_series(1, 10) n`.execute(tx)
    await sql`insert into sources (workspace_id, source_id, kind, code, label, tool, target, user_id, campaign_id, created_at)
      select ${workspace}, s.id, (array['group', 'post', 'page', 'link', 'profile'])[1 + n % 5], 'bench-' || n, 'Source ' || n,
        (array['irc', 'blog', 'website-chat', 'mastodon', 'linkedin'])[1 + n % 5], '/jobs', ${user},
        case when n % 20 = 0 then (select campaign_id from campaigns where workspace_id = ${workspace} order by campaign_id offset n % 10 limit 1) end, now()
      from unnest(${sources}::uuid[]) with ordinality as s(id, n)`.execute(tx)
    // Rows that hold by themselves: each foreign key looked up again would be most of the loading.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`drop index source_touches_source`.execute(tx)
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${workspace}, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Person ' || n, now(), now()
      from generate_series(1, ${people}::int) n`.execute(tx)
    await sql`insert into source_touches (workspace_id, person_id, source_id, kind, on_day, step, at)
      select ${workspace}, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
        (${sources}::uuid[])[1 + abs(hashint4(n * 7 + k)) % ${sourceCount}::int], 'chat', at::date, 0, at
      from generate_series(1, ${people}::int) n cross join generate_series(1, ${touchesEach}::int) k
        cross join lateral (select now() - make_interval(hours => abs(hashint4(n * 31 + k)) % (${weeks}::int * 168)) as at) t
      on conflict do nothing`.execute(tx)
    await sql`create index source_touches_source on source_touches (workspace_id, source_id)`.execute(tx)
    await sql`insert into stage_moves (workspace_id, move_id, user_id, person_id, from_stage, to_stage, cause, at)
      select ${workspace}, gen_random_uuid(), ${user}, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'found', stage, 'their-message',
        now() - make_interval(hours => abs(hashint4(n * 13 + k::int)) % 4000)
      from generate_series(1, ${people}::int) n
        cross join unnest(array['connected', 'interested', 'candidate', 'hired']) with ordinality as s(stage, k)
      where n % (k * k) = 0`.execute(tx)
    await sql`insert into visit_days (workspace_id, source_id, on_day, referrer, visits, views)
      select ${workspace}, s.id, current_date - d, r, 1 + abs(hashint4(n::int * 3 + d)) % 40, 60
      from unnest(${sources}::uuid[]) with ordinality as s(id, n) cross join generate_series(0, ${weeks}::int * 7 - 1) d
        cross join unnest(array['direct', 'search', 'own']) r`.execute(tx)
    await sql`insert into visit_weeks (workspace_id, source_id, week, referrer, visits)
      select workspace_id, source_id, date_trunc('week', on_day)::date, referrer, sum(visits) from visit_days group by 1, 2, 3, 4`.execute(
      tx,
    )
  })
  await acrossWorkspaces(db, async tx => {
    for (const table of ['source_touches', 'stage_moves', 'people', 'visit_days', 'visit_weeks', 'sources'])
      await sql`analyze ${sql.table(table)}`.execute(tx)
  })
}

const markDue = ({ db, caller: { workspace } }: Bench, order: 'asc' | 'desc', most: number) =>
  acrossWorkspaces(db, tx =>
    sql`insert into source_due (workspace_id, person_id) select workspace_id, person_id from people
      where workspace_id = ${workspace} order by person_id ${sql.raw(order)} limit ${most}`.execute(tx),
  )

/** All but the last, who are timed. Where a run before this one stopped in the middle, it goes on. */
async function workOutMost(bench: Bench): Promise<void> {
  const { db, caller, people } = bench
  const { rows } = await acrossWorkspaces(db, tx => sql`select from source_due limit 1`.execute(tx))
  if (rows.length === 0) await markDue(bench, 'asc', Math.max(0, people - timedPeople))
  while ((await inWorkspace(db, caller.workspace, tx => refreshDue(tx, caller.workspace, peopleInOneStep))) > 0);
  await acrossWorkspaces(db, tx => sql`analyze source_people`.execute(tx))
}

/** What a run before this one did in a folder that is kept. */
const doneBefore = z.object({
  touches: z.number(),
  caller: z.object({ workspace: idOf<'Workspace'>(), user: idOf<'User'>(), role: z.literal('owner') }),
  workedOut: z.boolean(),
})

async function prepare(db: Database, touches: number, folder: string | undefined): Promise<Bench> {
  const people = Math.ceil(touches / touchesEach)
  const file = join(folder ?? '', 'bench.json')
  const known = folder !== undefined && existsSync(file)
  const done = known ? doneBefore.parse(JSON.parse(await readFile(file, 'utf8'))) : undefined
  if (done && done.touches !== touches) throw new Error(`${folder} holds ${done.touches} touches. Name another folder.`)
  const caller = done?.caller ?? (await createWorkspace(db))
  const bench = { db, caller, people }
  const note = async (workedOut: boolean) =>
    folder !== undefined && (await writeFile(file, JSON.stringify({ touches, caller, workedOut })))
  if (!done) {
    await layOut(bench)
    await note(false)
  }
  if (!done?.workedOut) {
    await workOutMost(bench)
    await note(true)
  }
  return bench
}

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const [touches, folder] = [Number(process.argv[3] ?? usual), process.argv[4]]
  const settings = { shared_buffers: '128MB', max_wal_size: '256MB' }
  await using server = folder
    ? await startEmbedded({ dataDir: folder, durable: false, settings })
    : await startScratchServer()
  await using database = openDatabase({ url: server.url, maxConnections: 1 })
  await migrate(database.pool)
  await migrateTasks(database.pool)
  const { db } = database
  const bench = await prepare(db, touches, folder)
  const { caller, people } = bench
  const { workspace } = caller
  const deps = { db, clock: systemClock, publicUrl: 'http://localhost:4280', stagesOf: async () => new Map() }
  const last = Math.min(people, timedPeople)
  await markDue(bench, 'desc', last)
  const refreshing = await timed(() => refreshPeople(deps, workspace))
  await acrossWorkspaces(db, async tx => {
    for (const table of ['source_people', 'source_weeks', 'source_week_changes'])
      await sql`analyze ${sql.table(table)}`.execute(tx)
  })
  const to = new Date().toISOString().slice(0, 10)
  const from = new Date(Date.now() - weeks * 7 * 86_400_000).toISOString().slice(0, 10)
  const counted = await inWorkspace(db, workspace, async tx => {
    const { rows } = await sql<{
      touches: number
      weeks: number
    }>`select (select count(*)::int from source_touches) as touches,
      (select count(*)::int from source_weeks) as weeks`.execute(tx)
    return rows[0]
  })
  const figures = [
    { name: 'touches', figure: counted?.touches ?? 0, unit: 'rows' },
    { name: 'rollup', figure: counted?.weeks ?? 0, unit: 'rows' },
    { name: 'people worked out anew', figure: last / (refreshing / 1_000), unit: 'people/s' },
  ]
  const backend = await backendOf(db)
  const look = async (name: string, work: () => Promise<unknown>) => {
    const { wall, processor } = await p95(backend, work)
    figures.push({ name: `p95 of ${name}`, figure: wall, unit: 'ms' })
    figures.push({ name: '  of a processor', figure: processor, unit: 'ms' })
  }
  for (const view of reportViews)
    for (const by of reportKeyNames)
      await look(`the report, ${view} touch by ${by}, two years`, () =>
        readAttribution(deps, caller, { view, by, from, to }),
      )
  for (const milestone of ['lead', 'candidate', 'hired'] as const)
    await look(`the people behind "${milestone}" of a tool`, () =>
      readCame(deps, caller, { view: 'all', by: 'tool', key: 'irc', milestone, from, to }, undefined),
    )
  await look('the strategy board', () => readStrategy(deps, caller, { from, to }))
  return figures
}
