import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readSettings } from '#platform/settings.ts'
import { acrossWorkspaces, type Database } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { importCommand } from './import.ts'

const rows = 24_000
const table = () =>
  `Name,E-mail,Company\n${Array.from({ length: rows }, (_, n) => `Person ${n},p${n}@a.example,Norte`).join('\n')}\n`

const count = (db: Database, what: 'people' | 'done') =>
  acrossWorkspaces(db, async tx => {
    const { rows: found } = await sql<{
      n: number
    }>`select ${what === 'people' ? sql`count(*)::int` : sql`coalesce(max(rows_done), 0)::int`} as n
      from ${sql.table(what === 'people' ? 'people' : 'imports')}`.execute(tx)
    return found[0]?.n ?? 0
  })

test('kill -9 in the middle of an import loses nothing and doubles nothing: the same command goes on', async () => {
  await using database = await startTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kith-import-'))
  try {
    const { db } = database
    await createWorkspace(db)
    const path = join(folder, 'people.csv')
    await writeFile(path, table())
    const env = { KITH_DATA: folder, DATABASE_URL: database.url }
    const child = spawn(process.execPath, ['src/cli/main.ts', 'import', path], {
      env: { ...env, PATH: '/usr/bin:/bin', HOME: folder },
      stdio: 'ignore',
    })
    const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
    while ((await count(db, 'done')) === 0 && child.exitCode === null)
      await new Promise(resolve => setTimeout(resolve, 20))
    child.kill('SIGKILL')
    await ended
    const half = await count(db, 'done')
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(rows)
    const told = { out: '', err: '' }
    const io = {
      out(part: string) {
        told.out += part
      },
      err(part: string) {
        told.err += part
      },
    }
    expect(await importCommand({ paths: [path], json: true }, readSettings(env), io)).toBe(0)
    expect(JSON.parse(told.out)).toMatchObject({
      state: 'done',
      created_count: rows,
      changed_count: 0,
      unchanged_count: 0,
    })
    expect(told.err).toContain('going on after')
    expect(await count(db, 'people')).toBe(rows)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 180_000)

test('a wrong file, column or recruiter is one plain sentence and exit code 1', async () => {
  await using database = await startTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kith-import-'))
  try {
    const settings = readSettings({ KITH_DATA: folder, DATABASE_URL: database.url })
    const path = join(folder, 'people.csv')
    await writeFile(path, 'Name,E-mail\nAna Ruiz,ana@a.example\n')
    const run = async (options: Parameters<typeof importCommand>[0]) => {
      const said: string[] = []
      const code = await importCommand(options, settings, { out: () => undefined, err: part => void said.push(part) })
      return { code, err: said.join('') }
    }
    expect(await run({ paths: [path] })).toMatchObject({ code: 1, err: expect.stringContaining('no recruiter yet') })
    await createWorkspace(database.db)
    expect(await run({ paths: [join(folder, 'none.csv')] })).toMatchObject({
      code: 1,
      err: expect.stringContaining('no file'),
    })
    expect(await run({ paths: [folder] })).toMatchObject({ code: 1, err: expect.stringContaining('folder') })
    expect(await run({ paths: [path], mapping: ['Name=nonsense'] })).toMatchObject({ code: 1 })
    expect(await run({ paths: [path], mapping: ['Firm=company'] })).toMatchObject({
      code: 1,
      err: expect.stringContaining('Its columns are: Name, E-mail'),
    })
    expect(await run({ paths: [path], email: 'nobody@a.example' })).toMatchObject({ code: 1 })
    expect(await run({ paths: [path] })).toMatchObject({ code: 0 })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)
