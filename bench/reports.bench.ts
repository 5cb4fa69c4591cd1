import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { refreshPeople } from '#features/attribution/actions/refresh.ts'
import { readAttribution } from '#features/attribution/actions/report.ts'
import { readReportFile } from '#features/reports/actions/files.ts'
import { readPeople } from '#features/reports/actions/people.ts'
import { readReport } from '#features/reports/actions/read.ts'
import { refreshWorkspace } from '#features/reports/actions/refresh.ts'
import { weeklyText } from '#features/reports/actions/weekly-text.ts'
import { dimensionsOf, isoDay, mondayOf, reportNames, weeksUntil, wordsOf } from '#features/reports/model.ts'
import { dayMs, systemClock } from '#kernel/clock.ts'
import { newId, type SourceId } from '#kernel/ids.ts'
import { migrateTasks } from '#platform/worker.ts'
import { acrossWorkspaces, inWorkspace, openDatabase } from '#storage/database.ts'
import { migrate } from '#storage/migrate.ts'
import { startScratchServer } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { backendOf, p95 } from './cpu.ts'

export const name = 'reports'

/** Touches; `npm run bench reports 100000` for less. */
const usual = 1_000_000
const touchesEach = 5
const weeks = 104
const recruiters = 12
const tools = ['irc', 'xmpp', 'matrix', 'linkedin', 'email', 'website-chat', 'mastodon', 'github', 'blog', 'telegram']

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Two years of twelve recruiters: each person five touches on one or two tools, stages, readings, hires, blocks, links in groups. */
export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const touches = Number(process.argv[3] ?? usual)
  const people = Math.ceil(touches / touchesEach)
  await using server = await startScratchServer()
  await using database = openDatabase({ url: server.url, maxConnections: 1 })
  await migrate(database.pool)
  await migrateTasks(database.pool)
  const { db } = database
  const caller = await createWorkspace(db)
  const { workspace } = caller
  const users = [caller.user, ...Array.from({ length: recruiters - 1 }, () => newId<'User'>())]
  const deps = { db, clock: systemClock, publicUrl: 'http://localhost:4280', stagesOf: async () => new Map() }
  const sources = Array.from({ length: 60 }, () => newId<'Source'>() satisfies SourceId)
  const person = (n: string) => sql.raw(`('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`)
  const when = (salt: string) => sql.raw(`now() - make_interval(mins => abs(hashint4(${salt})) % (${weeks} * 10080))`)
  const loading = await timed(() =>
    acrossWorkspaces(db, async tx => {
      await sql`insert into users (workspace_id, user_id, email, name, role, created_at)
        select ${workspace}, u.id, u.id || '@kith.example', 'Recruiter ' || n, 'recruiter', now()
        from unnest(${users.slice(1)}::uuid[]) with ordinality as u(id, n)`.execute(tx)
      // Rows that hold by themselves: each foreign key and trigger looked at again would be most of the loading.
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
        select ${workspace}, ${person('n')}, 'Person ' || n, now(), now() from generate_series(1, ${people}::int) n`.execute(
        tx,
      )
      await sql`insert into touches (workspace_id, touch_id, person_id, user_id, kind, tool, surface, at)
        select ${workspace}, gen_random_uuid(), ${person('n')}, (${users}::uuid[])[1 + abs(hashint4(n)) % ${recruiters}::int],
          (array['our-message', 'their-message', 'reading', 'our-message', 'comment'])[1 + abs(hashint4(n * 7 + k)) % 5],
          (${tools}::text[])[1 + abs(hashint4(n + (k / 4) * 31)) % ${tools.length}::int], 'direct',
          ${when('n')} + make_interval(hours => k * 9)
        from generate_series(1, ${people}::int) n cross join generate_series(1, ${touchesEach}::int) k`.execute(tx)
      await sql`insert into touches (workspace_id, touch_id, person_id, user_id, kind, tool, at)
        select ${workspace}, gen_random_uuid(), ${person('n')}, ${caller.user}, kind, tool, ${when('n')} + interval '30 days'
        from generate_series(1, ${people}::int) n
          cross join (values ('hired', null, 200), ('opted-out', 'irc', 150), ('declined', 'email', 40)) as k(kind, tool, every)
        where n % k.every = 0`.execute(tx)
      await sql`insert into stage_moves (workspace_id, move_id, user_id, person_id, from_stage, to_stage, cause, at)
        select ${workspace}, gen_random_uuid(), ${caller.user}, ${person('n')}, 'found', stage, 'their-message',
          ${when('n')} + make_interval(days => k::int)
        from generate_series(1, ${people}::int) n
          cross join unnest(array['read', 'engaged', 'connected', 'introduced', 'interested', 'candidate']) with ordinality as s(stage, k)
        where n % k = 0`.execute(tx)
      await sql`insert into activity_items (workspace_id, activity_id, person_id, tool, kind, item_key, text, published_at, created_at)
        select ${workspace}, ${person('n')}, ${person('n')}, (${tools}::text[])[1 + n % ${tools.length}::int], 'post', 'p' || n, 'words', now(), now()
        from generate_series(1, ${people}::int) n`.execute(tx)
      await sql`insert into readings (workspace_id, reading_id, user_id, activity_id, person_id, read_at, visible_ms)
        select ${workspace}, gen_random_uuid(), (${users}::uuid[])[1 + n % ${recruiters}::int], ${person('n')}, ${person('n')}, ${when('n')}, 60000
        from generate_series(1, ${people}::int) n`.execute(tx)
      await sql`insert into blocks_met (workspace_id, on_day, user_id, conversation_id, code, hard)
        select ${workspace}, current_date - (n % ${weeks * 7}::int), (${users}::uuid[])[1 + n % ${recruiters}::int], gen_random_uuid(),
          (array['too-often', 'nothing-read', 'job-before-introduction'])[1 + n % 3], false
        from generate_series(1, ${Math.ceil(people / 20)}::int) n`.execute(tx)
      await sql`insert into sources (workspace_id, source_id, kind, thing_id, code, label, tool, target, user_id, created_at)
        select ${workspace}, s.id, (array['group', 'page', 'link'])[1 + n % 3], gen_random_uuid(), 'bench-' || n, 'Source ' || n, 'irc', '/jobs',
          ${caller.user}, now() from unnest(${sources}::uuid[]) with ordinality as s(id, n)`.execute(tx)
      await sql`insert into source_touches (workspace_id, person_id, source_id, kind, on_day, step, at)
        select ${workspace}, ${person('n')}, (${sources}::uuid[])[1 + abs(hashint4(n)) % ${sources.length}::int], 'chat', at::date, 0, at
        from generate_series(1, ${people}::int) n cross join lateral (select ${when('n')} as at) t where n % 4 = 0`.execute(
        tx,
      )
    }),
  )
  await acrossWorkspaces(db, async tx => {
    for (const table of [
      'touches',
      'stage_moves',
      'people',
      'readings',
      'activity_items',
      'blocks_met',
      'source_touches',
    ])
      await sql`analyze ${sql.table(table)}`.execute(tx)
    for (const table of ['met_due', 'source_due'])
      await sql`insert into ${sql.table(table)} (workspace_id, person_id) select workspace_id, person_id from people
        where workspace_id = ${workspace}`.execute(tx)
  })
  const refreshing = await timed(() => refreshWorkspace(deps, workspace))
  await refreshPeople(deps, workspace)
  await acrossWorkspaces(db, async tx => {
    for (const table of ['met_people', 'met_weeks', 'met_week_changes', 'source_people', 'source_weeks'])
      await sql`analyze ${sql.table(table)}`.execute(tx)
  })
  const counted = await inWorkspace(db, workspace, async tx => {
    const { rows } = await sql<{
      touches: number
      weeks: number
    }>`select (select count(*)::int from touches) as touches,
      (select count(*)::int from met_weeks) as weeks`.execute(tx)
    return rows[0]
  })
  const today = isoDay(Date.now())
  const span = weeksUntil(today, weeks)
  const figures = [
    { name: 'touches', figure: counted?.touches ?? 0, unit: 'rows' },
    { name: 'loading', figure: loading / 1_000, unit: 's' },
    { name: 'sums of weeks', figure: counted?.weeks ?? 0, unit: 'rows' },
    { name: 'people worked out anew', figure: people / (refreshing / 1_000), unit: 'people/s' },
  ]
  const backend = await backendOf(db)
  const measure = async (what: string, work: () => Promise<unknown>) => {
    const { wall, processor } = await p95(backend, work)
    figures.push({ name: `p95 of ${what}`, figure: wall, unit: 'ms' })
    figures.push({ name: '  of a processor', figure: processor, unit: 'ms' })
  }
  for (const report of reportNames)
    for (const by of dimensionsOf[report])
      await measure(`${report} by ${by}, two years`, async () => {
        const read = await readReport(deps, caller, { name: report, by, span })
        if (!read.ok || read.value.rows.length === 0) throw new Error(`${report} by ${by} has nothing to say`)
      })
  for (const by of ['tool', 'recruiter', 'week'] as const)
    await measure(`where people come from by ${by}, two years`, () =>
      readAttribution(deps, caller, { view: 'first', by, ...span }),
    )
  await measure('the people behind a number', () =>
    readPeople(deps, caller, { report: 'funnel', by: 'tool', key: 'irc', step: 'interested', span }, undefined),
  )
  const voice = { words: wordsOf.en, locale: 'en-GB' }
  for (const format of ['csv', 'xlsx', 'pdf'] as const)
    await measure(`the funnel as ${format}`, () =>
      readReportFile(deps, caller, { name: 'funnel', by: 'week', span, format, voice }),
    )
  await measure('the weekly mail', () =>
    weeklyText(deps, caller, {
      week: isoDay(Date.parse(`${mondayOf(today)}T00:00:00Z`) - 7 * dayMs),
      locale: 'en',
      stopUrl: 'http://localhost:4280/weekly/stop/x',
    }),
  )
  return figures
}
