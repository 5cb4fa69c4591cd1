import { copyFile, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { newId, type WorkspaceId } from '#kernel/ids.ts'
import { readTestSettings } from '#platform/settings.ts'
import { defineTask, enqueue } from '#platform/tasks.ts'
import { writeBackup } from '#storage/backup.ts'
import { acrossWorkspaces, type Database, inWorkspace, openDatabase } from '#storage/database.ts'
import type { Embedded } from '#storage/embedded.ts'
import { restoreBackup } from '#storage/restore.ts'
import {
  createTemplate,
  startScratchServer,
  startTestDatabase,
  templateName,
  withDatabase,
} from '#tests/servers/postgres.ts'

const skipDebian = readTestSettings().skip.includes('postgres')
const remind = defineTask('test.remind', z.object({ person: z.string() }))
const now = new Date('2026-03-09T10:00:00Z')

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'kith-backup-'))
  onTestFinished(() => rm(made, { recursive: true }))
  return made
}

/** Rows with all that a text format could trip over, in two workspaces, and a task that waits. */
async function fill(db: Database): Promise<WorkspaceId> {
  const workspace = newId<'Workspace'>()
  for (const id of [workspace, newId<'Workspace'>()])
    await acrossWorkspaces(db, async tx => {
      await tx
        .insertInto('workspaces')
        .values({ workspace_id: id, name: 'Té\tam\\N "x"\n\u0001', created_at: now })
        .execute()
      for (const name of ['Ada', 'Zoë 🦊', '\\.', ''])
        await tx
          .insertInto('people')
          .values({
            workspace_id: id,
            person_id: newId<'Person'>(),
            display_name: name,
            created_at: now,
            updated_at: now,
          })
          .execute()
      await tx
        .insertInto('audit_log')
        .values({
          workspace_id: id,
          entry_id: newId(),
          at: now,
          action: 'test',
          detail: JSON.stringify({ list: [1, '\\', null] }),
        })
        .execute()
    })
  await acrossWorkspaces(db, tx => enqueue(tx, remind, 'ada', { person: 'ada' }, { runAt: new Date('2030-01-01') }))
  return workspace
}

const tables = ['workspaces', 'people', 'audit_log'] as const

async function contents(url: string): Promise<unknown> {
  await using database = openDatabase({ url, maxConnections: 1 })
  return await acrossWorkspaces(database.db, async tx => {
    const rows = []
    for (const table of tables)
      rows.push((await tx.selectFrom(table).selectAll().execute()).map(row => JSON.stringify(row)).sort())
    return rows
  })
}

async function waitingTasks(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select task_identifier, key, run_at from graphile_worker.jobs')
  await client.end()
  return rows
}

async function filled() {
  const database = await startTestDatabase()
  const workspace = await fill(database.db)
  const file = join(await folder(), 'kith.backup')
  const report = await writeBackup({ url: database.url, file, kith: '0.1.0', now })
  return { ...database, workspace, file, report }
}

test('a restored database has the same rows, tasks, walls and keys', async () => {
  const from = await filled()
  expect(from.report.rows).toMatchObject({ workspaces: 2, people: 8, audit_log: 2 })
  expect((await stat(from.file)).mode & 0o777).toBe(0o600)
  await using to = await startTestDatabase()
  await to.pool.end()
  await restoreBackup({ url: to.url, file: from.file, force: false })
  expect(await contents(to.url)).toEqual(await contents(from.url))
  expect(await waitingTasks(to.url)).toEqual(await waitingTasks(from.url))

  await using database = openDatabase({ url: to.url, maxConnections: 2 })
  const seen = await inWorkspace(database.db, from.workspace, tx =>
    tx.selectFrom('people').select('person_id').execute(),
  )
  expect(seen).toHaveLength(4)
  const orphan = inWorkspace(database.db, from.workspace, tx =>
    tx
      .insertInto('people')
      .values({ workspace_id: newId(), person_id: newId(), display_name: 'x', created_at: now, updated_at: now })
      .execute(),
  )
  await expect(orphan).rejects.toThrow(/row-level security|foreign key/)
  await from[Symbol.asyncDispose]()
})

test('a backup is one moment, whatever is written meanwhile', async () => {
  const from = await filled()
  const file = join(await folder(), 'kith.backup')
  await writeBackup({
    url: from.url,
    file,
    kith: '0.1.0',
    now,
    onTable: table => {
      if (table === 'activity_items') void fill(from.db)
    },
  })
  await using to = await startTestDatabase()
  await to.pool.end()
  const { rows } = await restoreBackup({ url: to.url, file, force: false })
  expect(rows).toMatchObject({ workspaces: 2, people: 8 })
  await from[Symbol.asyncDispose]()
})

test('a database in use by Kith, or with a workspace in it, is left alone; --force replaces it', async () => {
  const from = await filled()
  await using to = await startTestDatabase()
  await fill(to.db)
  await expect(restoreBackup({ url: to.url, file: from.file, force: true })).rejects.toMatchObject({ code: 'in-use' })
  await to.pool.end()
  const before = await contents(to.url)
  await expect(restoreBackup({ url: to.url, file: from.file, force: false })).rejects.toMatchObject({
    code: 'not-empty',
  })
  expect(await contents(to.url)).toEqual(before)
  await restoreBackup({ url: to.url, file: from.file, force: true })
  expect(await contents(to.url)).toEqual(await contents(from.url))
  await from[Symbol.asyncDispose]()
})

test('a file that is cut off, altered, foreign or from the future is refused and the database untouched', async () => {
  const from = await filled()
  await using to = await startTestDatabase()
  await fill(to.db)
  await to.pool.end()
  const before = await contents(to.url)
  const place = await folder()
  const { size } = await stat(from.file)
  const attempt = async (name: string, spoil: (file: string) => Promise<void>) => {
    const file = join(place, name)
    await copyFile(from.file, file)
    await spoil(file)
    return restoreBackup({ url: to.url, file, force: true }).catch((error: unknown) => error)
  }
  const flip = async (file: string, at: number) => {
    const handle = await open(file, 'r+')
    const byte = Buffer.alloc(1)
    await handle.read(byte, 0, 1, at)
    await handle.write(Buffer.from([(byte[0] ?? 0) ^ 0x10]), 0, 1, at)
    await handle.close()
  }
  expect(await attempt('cut', file => truncate(file, size - 40))).toMatchObject({ code: 'damaged' })
  expect(await attempt('half', file => truncate(file, Math.floor(size / 2)))).toMatchObject({ code: 'damaged' })
  expect(await attempt('empty', file => truncate(file, 0))).toMatchObject({ code: 'not-a-backup' })
  for (const at of [20, Math.floor(size / 3), Math.floor(size / 2), size - 80])
    expect(await attempt(`flip-${at}`, file => flip(file, at))).toMatchObject({ code: 'damaged' })
  expect(
    await attempt('foreign', file => writeFile(file, 'PGDMP something else entirely, and long enough to have an end')),
  ).toMatchObject({ code: 'not-a-backup' })
  const bytes = await readFile(from.file)
  expect(
    await attempt('future', file => writeFile(file, Buffer.concat([Buffer.from('KITH-BACKUP 2\n'), bytes]))),
  ).toMatchObject({ code: 'newer-kith' })
  expect(await contents(to.url)).toEqual(before)
  await from[Symbol.asyncDispose]()
})

test('a restore that fails half-way leaves the database as it was', async () => {
  const from = await filled()
  await using to = await startTestDatabase()
  await fill(to.db)
  await to.pool.end()
  const before = await contents(to.url)
  const stop = () => {
    throw new Error('the power went')
  }
  await expect(restoreBackup({ url: to.url, file: from.file, force: true, onTable: stop })).rejects.toThrow(
    'the power went',
  )
  expect(await contents(to.url)).toEqual(before)
  await from[Symbol.asyncDispose]()
})

test.skipIf(skipDebian)('a backup goes from PostgreSQL 18 to 15 and back, unchanged', async () => {
  await using newer = await startScratchServer({ postgres: 'embedded' })
  await using older = await startScratchServer({ postgres: 'debian' })
  const ready = async (server: Embedded) => {
    await createTemplate(server)
    return withDatabase(server.url, templateName)
  }
  const [url18, url15] = [await ready(newer), await ready(older)]
  {
    await using database = openDatabase({ url: url18, maxConnections: 2 })
    await fill(database.db)
  }
  const before = await contents(url18)
  const place = await folder()
  await writeBackup({ url: url18, file: join(place, 'from18'), kith: '0.1.0', now })
  const { header } = await restoreBackup({ url: url15, file: join(place, 'from18'), force: false })
  expect(header.postgres).toMatch(/^18\./)
  expect(await contents(url15)).toEqual(before)
  await writeBackup({ url: url15, file: join(place, 'from15'), kith: '0.1.0', now })
  const back = await restoreBackup({ url: url18, file: join(place, 'from15'), force: true })
  expect(back.header.postgres).toMatch(/^15\./)
  expect(await contents(url18)).toEqual(before)
})
