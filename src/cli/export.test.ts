import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { parse } from 'ltx'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { type ExportOptions, exportCommand } from '#cli/export.ts'
import { vcardImporter } from '#importers/vcard/vcard.ts'
import { newId } from '#kernel/ids.ts'
import { readSettings } from '#platform/settings.ts'
import { aboutPerson, readAboutPerson } from '#storage/about-person.ts'
import { inWorkspace } from '#storage/database.ts'
import { exportedEntities, keptTables } from '#storage/export.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'

async function start() {
  const database = await startTestDatabase()
  onTestFinished(() => database[Symbol.asyncDispose]())
  const folder = await mkdtemp(join(tmpdir(), 'kith-export-'))
  await chmod(folder, 0o755)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const settings = readSettings({ KITH_DATA: folder, DATABASE_URL: database.url, KITH_LOG_LEVEL: 'silent' })
  const run = async (options: Partial<ExportOptions>) => {
    const said: string[] = []
    const io = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) }
    const out = join(folder, 'export')
    const code = await exportCommand(settings, { format: 'jsonl', out, ...options }, { ...io, output: process.stdout })
    return { code, said: said.join(''), text: await readFile(out, 'utf8').catch(() => '') }
  }
  return { ...database, run }
}

async function addAna(database: Awaited<ReturnType<typeof start>>) {
  const caller = await createWorkspace(database.db)
  const { workspace } = caller
  const person = newId<'Person'>()
  const profile = newId<'Profile'>()
  const facts = { positions: [{ title: 'Night nurse', organisation: 'Clinic Norte, Bilbao', current: true }] }
  await inWorkspace(database.db, workspace, async tx => {
    await sql`insert into people (workspace_id, person_id, display_name, given_name, family_name, place, created_at, updated_at)
      values (${workspace}, ${person}, 'Ana Ruiz', 'Ana', 'Ruiz', 'Bilbao', now(), now())`.execute(tx)
    await sql`insert into profiles (workspace_id, profile_id, person_id, tool, profile_key, url, facts, source, collected_at, updated_at)
      values (${workspace}, ${profile}, ${person}, 'linkedin', 'linkedin.com/in/ana', 'https://www.linkedin.com/in/ana',
        ${JSON.stringify(facts)}::jsonb, 'test', now(), now())`.execute(tx)
    await sql`insert into contact_points (workspace_id, person_id, kind, contact_key, value, source, created_at)
      values (${workspace}, ${person}, 'email', 'ana@example.org', 'ana@example.org', 'test', now())`.execute(tx)
    await sql`insert into notes (workspace_id, note_id, person_id, text, created_at)
      values (${workspace}, ${newId()}, ${person}, ${`=Met at the "night shift"\nmeet-up; ${'ünusually '.repeat(12)}kind`}, now())`.execute(
      tx,
    )
  })
  return { caller, person, profile }
}

test('everything of a team leaves as one JSON document per line, without secrets and without other teams', async () => {
  const database = await start()
  const { person, caller } = await addAna(database)
  await createWorkspace(database.db)
  expect(await database.run({})).toMatchObject({ code: 1, said: expect.stringContaining('--workspace') })
  const { code, text } = await database.run({ workspace: caller.workspace })
  const documents: Record<string, unknown>[] = text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(code).toBe(0)
  expect(documents.map(each => each.type)).toEqual([
    'workspace',
    'recruiter',
    'person',
    'profile',
    'contact-point',
    'note',
  ])
  expect(documents.find(each => each.type === 'person')).toMatchObject({ personId: person, displayName: 'Ana Ruiz' })
  expect(text).not.toMatch(/hash|sealed/i)
})

test('every table is either exported or kept for a reason, and no exported column is a secret', async () => {
  const { pool } = await start()
  const { rows } = await pool.query<{ table: string; column: string }>(`
    select c.relname::text as table, a.attname::text as column from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'kith_migrations'`)
  const entities: { table: string; without?: readonly string[] }[] = Object.values(exportedEntities)
  const named = [...entities.map(each => each.table), ...keptTables]
  expect(named.toSorted()).toEqual([...new Set(rows.map(row => row.table))].sort())
  const leaving = rows.filter(({ table, column }) =>
    entities.some(each => each.table === table && !each.without?.includes(column)),
  )
  expect(leaving.filter(({ column }) => /hash|sealed|secret|password|totp|token|fingerprint/.test(column))).toEqual([])
})

/** What `exportPerson` and its parts tell in a form of their own. */
const toldOtherwise = [
  'person',
  'profile',
  'contact-point',
  'link',
  'note',
  'tag',
  'feed',
  'activity',
  'reading',
  'quote',
]
const toldByStage = ['relationship', 'stage-move', 'touch', 'contact-consent']

test('whoever asks gets everything that names them: no exported table with a person in it is left out of their own file', async () => {
  const { pool, db } = await start()
  const { rows } = await pool.query<{ table: string }>(`
    select distinct c.relname::text as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`)
  const named = Object.entries(exportedEntities).filter(([, { table }]) => rows.some(row => row.table === table))
  const told = [...Object.keys(aboutPerson), ...toldOtherwise, ...toldByStage]
  expect(named.map(([name]) => name).filter(name => !told.includes(name))).toEqual([])

  const place = await seedConnection(db)
  const { workspace, connection } = place
  const ana = await seedPerson(db, workspace, { tool: 'xmpp', key: 'ana@x.example', name: 'Ana Ruiz' })
  const tom = await seedPerson(db, workspace, { tool: 'xmpp', key: 'tom@x.example', name: 'Tom Bek' })
  const about = await inWorkspace(db, workspace, async tx => {
    const talk = async (kind: string, person: string | null, said: readonly [string | null, string][]) => {
      const conversation = newId<'Conversation'>()
      await sql`insert into conversations (workspace_id, conversation_id, connection_id, tool, kind, remote_id, person_id, created_at)
        values (${workspace}, ${conversation}, ${connection}, 'xmpp', ${kind}, ${conversation}, ${person}, now())`.execute(
        tx,
      )
      for (const [by, text] of said)
        await sql`insert into messages (workspace_id, message_id, conversation_id, connection_id, person_id, own, text, delivery,
          delivery_at, sent_at, created_at) values (${workspace}, ${newId()}, ${conversation}, ${connection}, ${by}, ${by === null},
          ${text}, 'accepted', now(), now(), now())`.execute(tx)
    }
    await talk('direct', ana, [
      [ana, 'Is it only nights?'],
      [null, 'Not only.'],
    ])
    await talk('direct', tom, [[tom, 'Not hers']])
    await talk('room', null, [
      [ana, 'Said in the room'],
      [tom, 'Said by another'],
    ])
    return readAboutPerson(tx, workspace, ana)
  })
  const texts = z.array(z.looseObject({ text: z.string() })).parse(about.messages)
  expect(texts.map(each => each.text).toSorted()).toEqual(['Is it only nights?', 'Not only.', 'Said in the room'])
  expect(about.conversations).toHaveLength(1)
  expect(JSON.stringify(about)).not.toContain('workspace_id')
})

test('people leave as vCards that an address book reads back with nothing lost', async () => {
  const database = await start()
  await addAna(database)
  const { text, said } = await database.run({ format: 'vcard' })
  expect(said).toContain('Wrote 1 person')
  expect(text.split('\r\n').every(line => new TextEncoder().encode(line).length <= 75)).toBe(true)
  const bytes = new TextEncoder().encode(text)
  const source = {
    name: 'people.vcf',
    size: bytes.length,
    read: async (from: number, to: number) => bytes.slice(from, to),
    async *stream() {
      yield bytes
    },
  }
  const records = []
  for await (const record of vcardImporter.read(source, {})) records.push(record)
  const found = JSON.stringify(records)
  for (const part of [
    'Ana',
    'Ruiz',
    'ana@example.org',
    'Night nurse',
    'Clinic Norte, Bilbao',
    'linkedin',
    'ünusually kind',
  ])
    expect(found).toContain(part)
  expect(records).toHaveLength(1)
})

test('people leave as a table in which no cell is a formula', async () => {
  const database = await start()
  await addAna(database)
  const { text } = await database.run({ format: 'csv' })
  expect(text.split('\r\n')[0]).toMatch(/^Id,Name,Given name/)
  expect(text).toContain(`"'=Met at the ""night shift""\nmeet-up`)
  expect(text).toContain('"Clinic Norte, Bilbao",Night nurse')
})

test('the blogs that are followed leave as OPML that another reader takes', async () => {
  const database = await start()
  const { caller, person, profile } = await addAna(database)
  const { workspace } = caller
  await inWorkspace(database.db, workspace, tx =>
    sql`insert into feeds (workspace_id, feed_id, person_id, profile_id, url, site_url, title, next_poll_at, created_at)
      values (${workspace}, ${newId<'Feed'>()}, ${person}, ${profile}, 'https://ana.example/feed?a=1&b=2', 'https://ana.example/',
        'Nights & "days"', now(), now())`.execute(tx),
  )
  const { text, said } = await database.run({ format: 'opml' })
  expect(said).toContain('Wrote 1 blog ')
  const outline = parse(text).getChild('body')?.getChild('outline')
  expect(outline?.attrs).toEqual({
    type: 'rss',
    text: 'Nights & "days"',
    title: 'Nights & "days"',
    xmlUrl: 'https://ana.example/feed?a=1&b=2',
    htmlUrl: 'https://ana.example/',
    category: '/Ana Ruiz',
  })
})
