import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { pino } from 'pino'
import { z } from 'zod'
import { followImportedFeeds, hearForActivity } from '#features/activity/index.ts'
import { activityTasks } from '#features/activity/tasks.ts'
import { tellLanguage } from '#features/etiquette/model.ts'
import { discoverFeeds } from '#importers/feeds/discover.ts'
import { parseFeed } from '#importers/feeds/parse-feed.ts'
import { plainText } from '#importers/feeds/values.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId, type WorkspaceId } from '#kernel/ids.ts'
import { createEvents } from '#platform/events.ts'
import { createHttpClient } from '#platform/http.ts'
import { migrateTasks, startWorker } from '#platform/worker.ts'
import { type Database, inWorkspace, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'
import { serverCpuSeconds } from './cpu.ts'

export const name = 'feeds'

/** `npm run bench feeds 1000` for fewer. */
const count = Number(process.argv[3] ?? 10_000)
/** What `kith serve` does by itself. */
const workerTasks = 4

const addressOf = (blog: number) => `127.${(blog >> 16) & 255}.${(blog >> 8) & 255}.${blog & 255}`

/** Everybody with a blog, followed as an OPML list brings them. */
async function follow(db: Database, workspace: WorkspaceId, port: number): Promise<void> {
  const importId = newId<'Import'>()
  const people = Array.from({ length: count }, (_, index) => ({
    person: newId<'Person'>(),
    profile: newId<'Profile'>(),
    url: `http://${addressOf(index + 256)}:${port}/`,
  }))
  await inWorkspace(db, workspace, async tx => {
    await sql`insert into workspaces (workspace_id, name, created_at) values (${workspace}, 'Bench', now())`.execute(tx)
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${workspace}::uuid, p.person, 'Person', now(), now() from json_to_recordset(${JSON.stringify(people)}::json) p(person uuid)`.execute(
      tx,
    )
    await sql`insert into profiles (workspace_id, profile_id, person_id, tool, profile_key, url, source, lawful_basis, collected_at, updated_at)
      select ${workspace}::uuid, p.profile, p.person, 'blog', p.url, p.url, 'bench', 'legitimate-interest', now(), now()
      from json_to_recordset(${JSON.stringify(people)}::json) p(person uuid, profile uuid, url text)`.execute(tx)
    await followImportedFeeds(
      tx,
      workspace,
      people.map(one => ({ ...one, importId, siteUrl: null, title: null })),
      new Date(),
    )
  })
}

const states = z.array(z.object({ state: z.string(), n: z.coerce.number() }))

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  // As root the server runs as another user, who has to reach its folder.
  await chmod(folder, 0o711)
  const blogs = new Worker(new URL('feeds-server.ts', import.meta.url))
  try {
    const [{ port }] = await once(blogs, 'message')
    const dataDir = join(folder, 'postgres')
    await using server = await startEmbedded({ dataDir })
    await using database = openDatabase({ url: server.url, maxConnections: 4 })
    // Whoever looks on does not stand in the line of those who work.
    await using beside = openDatabase({ url: server.url, maxConnections: 1 })
    await migrate(database.pool)
    await migrateTasks(database.pool)
    const { db } = database
    const workspace = newId<'Workspace'>()
    await follow(db, workspace, port)
    await using http = createHttpClient({ allowAddress: () => true })
    const events = createEvents()
    hearForActivity(events, tellLanguage)
    let start = new Date()
    const handlers = activityTasks({
      db,
      clock: systemClock,
      events,
      suppressionKey: new Uint8Array(32),
      fetch: http.fetch,
      parseFeed,
      discoverFeeds,
      plainText,
    })
    await using _worker = await startWorker({
      url: server.url,
      handlers,
      concurrency: workerTasks,
      log: pino({ level: 'silent' }),
    })
    const measured: { name: string; figure: number; unit: string }[] = []
    for (const round of ['all of them new', 'nearly all of them unchanged']) {
      const [before, cpuBefore] = [process.cpuUsage(), await serverCpuSeconds(dataDir)]
      const began = performance.now()
      if (measured.length > 0) {
        start = new Date()
        await askAllAgain(db, workspace)
      }
      for (;;) {
        await sleep(1_000)
        const { rows } = await inWorkspace(beside.db, workspace, tx =>
          sql<{ n: number }>`select count(*)::int as n from feeds where workspace_id = ${workspace}
            and state <> 'gone' and (last_polled_at is null or last_polled_at < ${start})`.execute(tx),
        )
        const left = rows[0]?.n ?? 0
        process.stderr.write(`\r${round}: ${left} left after ${Math.round((performance.now() - began) / 1_000)} s   `)
        if (left === 0) break
      }
      process.stderr.write('\n')
      const used = process.cpuUsage(before)
      measured.push(
        { name: `${count} feeds, ${round}`, figure: (performance.now() - began) / 1_000, unit: 's by the clock' },
        { name: '  work of Kith and of the blogs', figure: (used.user + used.system) / 1e6, unit: 's' },
        { name: '  work of the database', figure: (await serverCpuSeconds(dataDir)) - cpuBefore, unit: 's' },
      )
    }
    const { items, found } = await inWorkspace(db, workspace, async tx => ({
      items: await sql<{
        n: number
      }>`select count(*)::int as n from activity_items where workspace_id = ${workspace}`.execute(tx),
      found: states.parse(
        (
          await sql`select state, count(*) as n from feeds where workspace_id = ${workspace} group by state order by state`.execute(
            tx,
          )
        ).rows,
      ),
    }))
    return [
      ...measured,
      { name: 'items kept', figure: items.rows[0]?.n ?? 0, unit: '' },
      ...found.map(({ state, n }) => ({ name: `feeds ${state}`, figure: n, unit: '' })),
    ]
  } finally {
    await blogs.terminate()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Their time has come: the task that waits for them runs now. */
async function askAllAgain(db: Database, workspace: WorkspaceId): Promise<void> {
  await inWorkspace(db, workspace, tx =>
    sql`update feeds set next_poll_at = now() where workspace_id = ${workspace} and state <> 'gone'`.execute(tx),
  )
  await sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`.execute(
    db,
  )
}
