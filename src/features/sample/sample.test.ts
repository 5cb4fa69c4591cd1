import { expect, test } from 'vitest'
import { hearForActivity } from '#features/activity/index.ts'
import { createPage } from '#features/campaigns/index.ts'
import { hearForConversations } from '#features/conversations/index.ts'
import { asksAboutWork, isDecline, isIntroduction } from '#features/etiquette/model.ts'
import { hearForRelationships } from '#features/relationships/index.ts'
import { optsOut } from '#features/relationships/model.ts'
import { systemClock } from '#kernel/clock.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { runLoad } from './actions/run-load.ts'
import { loadSample, readSample, removeSample } from './actions/sample.ts'
import type { SampleDeps } from './deps.ts'
import { findLoad } from './store.ts'

async function start() {
  const database = await startTestDatabase()
  const events = createEvents()
  const touches = {
    events,
    suppressionKey: new Uint8Array(32).fill(7),
    readText: { introduces: isIntroduction, asksAboutWork, declines: isDecline, optsOut },
  }
  hearForActivity(events)
  hearForRelationships(touches)
  hearForConversations(events)
  const { db } = database
  const pages = { db, clock: systemClock, publicUrl: 'http://localhost:4280', refreshSessions: async () => undefined }
  const deps: SampleDeps = { db, clock: systemClock, touches, pages }
  const load = async (workspace: WorkspaceId) => {
    const row = await inWorkspace(db, workspace, tx => findLoad(tx, workspace))
    return row ? runLoad(deps, { workspace, load: row.load }) : false
  }
  const count = async (question: string) =>
    Number((await database.pool.query(`select count(*) as n from ${question}`)).rows[0].n)
  return { database, deps, pages, load, count }
}

/** Rows of every table of the workspace, to see what is left. */
async function countAll(database: Awaited<ReturnType<typeof start>>['database'], workspace: WorkspaceId) {
  const { rows: tables } = await database.pool.query<{
    table: string
  }>(`select c.table_name as table from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE' order by 1`)
  const counts: Record<string, number> = {}
  for (const { table } of tables) {
    const { rows } = await database.pool.query(`select count(*)::int as n from "${table}" where workspace_id = $1`, [
      workspace,
    ])
    counts[table] = rows[0].n
  }
  return counts
}

test('the sample is 2,000 people over more than 12 tools with 20,000 items and 300 chats, and goes without a trace', async () => {
  const { database, deps, pages, load, count } = await start()
  await using _ = database
  const { pool } = database
  const caller = await createWorkspace(deps.db)
  const everywhere = await pool.connect()
  const own = await createPage(pages, caller, { title: 'My own page' })
  await inWorkspace(deps.db, caller.workspace, tx =>
    tx
      .insertInto('people')
      .values({
        workspace_id: caller.workspace,
        person_id: own as never,
        display_name: 'Rosa Hal',
        created_at: new Date(),
        updated_at: new Date(),
      })
      .execute(),
  )
  everywhere.release()
  const before = await inWall(caller.workspace)
  await loadSample(deps, caller)
  const began = performance.now()
  expect(await load(caller.workspace)).toBe(true)
  const tookMs = performance.now() - began
  console.info(`loaded in ${Math.round(tookMs)} ms`)
  expect(tookMs).toBeLessThan(90_000)

  async function inWall(workspace: WorkspaceId) {
    return countAll(database, workspace)
  }
  void count
  console.info(before)
  console.info(await inWall(caller.workspace))
  const { rows: stages } = await pool.query(
    `select coalesce(side, stage) as stage, count(*)::int as n from relationships group by 1 order by 2 desc`,
  )
  console.info(stages)
  const removing = performance.now()
  expect(await removeSample(deps, caller)).toEqual({ people: 2_000 })
  console.info(`removed in ${Math.round(performance.now() - removing)} ms`)
  console.info(await inWall(caller.workspace))
  expect(await readSample(deps, caller)).toMatchObject({ loaded: false, loading: false, since: null })
}, 60_000)
