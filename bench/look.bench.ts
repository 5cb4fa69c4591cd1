import { fork } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { z } from 'zod'
import type { WorkspaceId } from '#kernel/ids.ts'
import { migrateTasks } from '#platform/worker.ts'
import { inWorkspace, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { serverCpuSeconds, serverMemoryMb } from './cpu.ts'
import { measureClusters } from './identity-quality.ts'
import { writeLeads } from './leads-data.ts'

export const name = 'look'
export const partOf = 'dedupe'

const people = Number(process.argv[3] ?? 1_000_000)

/** The leads of the CSV as people: addresses as an import keys them, employer and title on the profile they were found on. */
async function load(adminUrl: string, workspace: WorkspaceId, file: string): Promise<void> {
  await using admin = openDatabase({ url: adminUrl, maxConnections: 1 })
  const id = (kind: number) => sql.raw(`(lpad(to_hex(n), 8, '0') || '-0000-7000-800${kind}-000000000000')::uuid`)
  await admin.db.transaction().execute(async tx => {
    await sql`select set_config('session_replication_role', 'replica', true)`.execute(tx)
    await sql`create temp table leads (n int generated always as identity, lead_id text, given text, family text, mail text, phone text,
      company text, title text, city text, linkedin text) on commit drop`.execute(tx)
    await sql`copy leads (lead_id, given, family, mail, phone, company, title, city, linkedin) from ${sql.lit(file)} (format csv, header)`.execute(
      tx,
    )
    await sql`insert into people (workspace_id, person_id, display_name, given_name, family_name, place, created_at, updated_at)
      select ${workspace}::uuid, ${id(0)}, coalesce(nullif(concat_ws(' ', given, family), ''), lead_id), given, family, city, now(), now()
      from leads`.execute(tx)
    await sql`insert into contact_points (workspace_id, person_id, kind, value, contact_key, source, created_at)
      select ${workspace}::uuid, ${id(0)}, kind, value, key, 'bench', now() from leads
      cross join lateral (values ('email', mail, mail), ('phone', phone, replace(phone, ' ', ''))) as point(kind, value, key)
      where value is not null`.execute(tx)
    await sql`insert into profiles (workspace_id, profile_id, person_id, tool, url, facts, source, collected_at, updated_at)
      select ${workspace}::uuid, ${id(1)}, ${id(0)}, 'linkedin', linkedin,
        jsonb_build_object('positions', jsonb_build_array(jsonb_build_object('organisation', company, 'title', title))), 'bench', now(), now()
      from leads where coalesce(linkedin, company, title) is not null`.execute(tx)
  })
  await sql`vacuum analyze`.execute(admin.db)
}

const watchMs = 200

/** The most that the server's processes had for themselves and shared while `work` went on. */
async function watched<T>(
  dataDir: string,
  work: () => Promise<T>,
): Promise<{ result: T; own: number; shared: number }> {
  const most = { own: 0, shared: 0 }
  const over = new AbortController()
  const watching = (async () => {
    while (!over.signal.aborted) {
      const { own, shared } = await serverMemoryMb(dataDir)
      most.own = Math.max(most.own, own)
      most.shared = Math.max(most.shared, shared)
      await sleep(watchMs, undefined, { signal: over.signal }).catch(() => undefined)
    }
  })()
  try {
    return { result: await work(), ...most }
  } finally {
    over.abort()
    await watching
  }
}

const lookFigures = z.object({ pairs: z.number(), seconds: z.number(), cpu: z.number(), peak: z.number() })

/** What the process of `look-run.ts` says at its end. */
async function ran(what: 'look' | 'clusters', url: string, workspace: WorkspaceId): Promise<unknown> {
  const child = fork(fileURLToPath(new URL('look-run.ts', import.meta.url)), [what, url, workspace])
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', code => reject(new Error(`the process ended with ${code}`)))
  })
}

/** The look through everyone in a workspace of a million people, as an import begins it: the same model as the file's. */
export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  await chmod(folder, 0o755)
  try {
    const [file, dataDir] = [join(folder, 'leads.csv'), join(folder, 'postgres')]
    const truth = await writeLeads(file, people, 41)
    await using server = await startEmbedded({ dataDir, durable: false })
    await using database = openDatabase({ url: server.url, maxConnections: 4 })
    await migrate(database.pool)
    await migrateTasks(database.pool)
    const { db } = database
    const { workspace } = await createWorkspace(db)
    await load(server.adminUrl.replace('/postgres?', '/kith?'), workspace, file)
    const before = await serverCpuSeconds(dataDir)
    const { result, own, shared } = await watched(dataDir, () => ran('look', server.url, workspace))
    const { pairs, seconds, cpu, peak } = lookFigures.parse(result)
    const served = (await serverCpuSeconds(dataDir)) - before
    const asked = await inWorkspace(db, workspace, async tx => {
      const { rows } = await sql<{ left_row: number; right_row: number }>`
        select ('x' || left(left_id::text, 8))::bit(32)::int as left_row, ('x' || left(right_id::text, 8))::bit(32)::int as right_row
        from match_proposals where workspace_id = ${workspace}`.execute(tx)
      return rows
    })
    const right = asked.filter(pair => truth[pair.left_row - 1] === truth[pair.right_row - 1]).length
    const clusters = z.array(z.number()).parse(await ran('clusters', server.url, workspace))
    return [
      { name: `${people} people from the database`, figure: seconds, unit: 's by the clock' },
      { name: 'work of all cores', figure: cpu + served, unit: 's' },
      { name: 'of which in the database', figure: served, unit: 's' },
      { name: 'most memory beside the database', figure: peak, unit: 'MiB' },
      { name: "the database's processes, each for itself", figure: own, unit: 'MiB' },
      { name: 'pages of tables that they share', figure: shared, unit: 'MiB' },
      { name: 'pairs put before a recruiter', figure: pairs, unit: '' },
      { name: 'of them one person', figure: right / Math.max(1, asked.length), unit: '' },
      { name: 'F1 of the same model over all', figure: measureClusters(clusters, truth).f1, unit: '' },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
