import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookThroughEveryone } from '#features/identity/actions/look.ts'
import { addPerson } from '#features/people/actions/add-person.ts'
import { addNote, editProfile } from '#features/people/actions/edit.ts'
import { erasePerson } from '#features/people/actions/erase.ts'
import { mergePeople, undoLink, undoMove } from '#features/people/actions/merge.ts'
import { searchPeople } from '#features/people/actions/search.ts'
import { refreshPersonSearch } from '#features/people/index.ts'
import type { Evidence } from '#features/people/model.ts'
import { listLinks } from '#features/people/store/profiles.ts'
import { bytesSource } from '#importers/byte-source.ts'
import type { ColumnMapping } from '#importers/contract.ts'
import { recogniseFile } from '#importers/registry.ts'
import { writeZip } from '#importers/zip/write-zip.test-support.ts'
import type { ImportId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { uploadSource } from './actions/byte-sources.ts'
import { importFile } from './actions/import-file.ts'
import { changeImport, startImport } from './actions/manage.ts'
import { previewSource } from './actions/preview.ts'
import { findReport, mendedAs, rejectsCsv } from './actions/report.ts'
import { runImport } from './actions/run-import.ts'
import { undoImport } from './actions/undo-import.ts'
import { createUpload, findWholeUpload, previewUpload, putChunk } from './actions/uploads.ts'
import { historyFound, type PastTouch } from './events.ts'
import { lockImports } from './store/imports.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const clock = createTestClock('2026-11-22T10:00:00Z')
const still = new AbortController().signal
const events = createEvents()
const heard: PastTouch[] = []
events.hear(historyFound, async (_, { touches }) => void heard.push(...touches))
const deps = () => ({
  db: database.db,
  clock,
  events,
  suppressionKey: new Uint8Array(32).fill(7),
  recogniseFile,
  audit: async () => undefined,
})

const file = (text: string | Uint8Array, name = 'people.csv') =>
  bytesSource(name, typeof text === 'string' ? new TextEncoder().encode(text) : text)

async function load(
  caller: Caller,
  text: string | Uint8Array,
  name?: string,
  options: { mapping?: ColumnMapping; batchRecords?: number } = {},
) {
  clock.pass(60_000)
  const loaded = await importFile(deps(), { ...caller, ...options, source: file(text, name), signal: still })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal))
  const { created_count: created, changed_count: changed, unchanged_count: unchanged } = loaded.value
  return { ...loaded.value, created, changed, unchanged }
}

type Seen = { name: string; tool: string; title: string | null; org: string | null }
const seen = (caller: Caller) =>
  inWorkspace(database.db, caller.workspace, async tx => {
    const { rows } = await sql<Seen>`select p.display_name as name, f.tool, f.facts->'positions'->0->>'title' as title,
        f.facts->'positions'->0->>'organisation' as org
      from people p left join profiles f on f.workspace_id = p.workspace_id and f.person_id = p.person_id
      where p.workspace_id = ${caller.workspace} order by p.display_name, f.tool`.execute(tx)
    return rows
  })
const count = (caller: Caller, table: string) =>
  inWorkspace(database.db, caller.workspace, async tx => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
      where workspace_id = ${caller.workspace}`.execute(tx)
    return rows[0]?.n
  })
const personOf = (caller: Caller, name: string) =>
  inWorkspace(database.db, caller.workspace, async tx => {
    const found = await tx
      .selectFrom('people')
      .select('person_id')
      .where('display_name', '=', name)
      .executeTakeFirstOrThrow()
    return found.person_id
  })
async function undo(caller: Caller, id: ImportId) {
  const asked = await changeImport(deps(), caller, id, 'undo')
  if (!asked.ok) throw new Error(JSON.stringify(asked.refusal))
  await undoImport(deps(), { ...caller, importId: id, signal: still })
  const report = await findReport(deps(), caller, id)
  if (!report.ok) throw new Error('no report')
  return report.value
}

const connections = (rows: string) =>
  `Notes:\n"When exporting your connection data, you may notice some are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows}`
const ana = 'Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,ana@norte.example,Clinic Norte,Night Nurse,08 Feb 2026\n'
const tom = 'Tom,Bek,https://www.linkedin.com/in/tombek,,Kestrel,Welder,03 Jan 2025\n'

test('the same file imported again changes nothing', async () => {
  const caller = await createWorkspace(database.db)
  const text = connections(`${ana}${tom},,,,,,07 Jun 2026\n`)
  expect(await load(caller, text)).toMatchObject({ created: 2, changed: 0, empty_count: 1, state: 'done' })
  const before = await seen(caller)
  expect(await load(caller, text, 'Connections (1).csv')).toMatchObject({ created: 0, changed: 0, unchanged: 2 })
  expect(await seen(caller)).toEqual(before)
  expect(await count(caller, 'contact_points')).toBe(1)
  expect(await count(caller, 'person_search')).toBe(2)
  expect(before).toContainEqual({ name: 'Tom Bek', tool: 'linkedin', title: 'Welder', org: 'Kestrel' })
})

test('a row without an address puts nobody on e-mail; the address of a later one does', async () => {
  const caller = await createWorkspace(database.db)
  const columns = 'Name,Company,E-mail'
  const searching = {
    ...deps(),
    stages: ['found'],
    marks: async () => new Map(),
    activeLabels: async () => new Map(),
  }
  const find = async () => {
    const found = await searchPeople(searching, caller, { tool: 'email' })
    return found.ok ? found.value.people.map(person => [person.display_name, person.tools]) : found.refusal
  }
  await load(caller, `${columns}\nAna Ruiz,Clinic Norte,\nTom Bek,Kestrel,tom@kestrel.example\n`)
  expect(await find()).toEqual([['Tom Bek', ['email']]])
  const everybody = await searchPeople(searching, caller, { q: 'norte' })
  expect(everybody.ok && everybody.value.people.map(person => person.tools)).toEqual([[]])
  // By the server's own words, too.
  await inWorkspace(database.db, caller.workspace, async tx =>
    refreshPersonSearch(tx, caller.workspace, [await personOf(caller, 'Ana Ruiz')]),
  )
  expect(await find()).toEqual([['Tom Bek', ['email']]])
  await load(caller, `${columns}\nAna Ruiz,Clinic Norte,ana@norte.example\n`)
  expect(await find()).toContainEqual(['Ana Ruiz', ['email']])
})

const table = (rows: readonly string[]) => `Name,E-mail,Phone\n${rows.join('\n')}\n`
const batchRecords = 400
const many = Array.from({ length: batchRecords }, (_, at) => at)

test('people who come again a batch or two further down are known again', async () => {
  const caller = await createWorkspace(database.db)
  const first = many.map(at => `Ana Ruiz ${at},ana${at}@norte.example,`)
  const withPhone = many.map(at => `Ana Ruiz ${at},ana${at}@norte.example,+49 30 ${1_000_000 + at}`)
  const byPhone = many.map(at => `Ana Ruiz ${at},ruiz${at}@kestrel.example,+49 30 ${1_000_000 + at}`)
  const rows = table([...first, ...withPhone, ...byPhone, ...withPhone])
  const loaded = await load(caller, rows, 'four.csv', { batchRecords })
  // Another mailbox with the same number is asked about, never merged: each was seen beside the one of the rows before.
  expect(loaded).toMatchObject({ created: 800, changed: 400, unchanged: 400, conflict_count: 400 })
  expect(await count(caller, 'contact_points')).toBe(1_600)
})

test('of two files imported at the same time, each sees whom the other has just brought', async () => {
  const caller = await createWorkspace(database.db)
  const people = Array.from({ length: 6 * batchRecords }, (_, at) => at)
  const rows = (mailbox: (at: number) => string) =>
    people.map(at => `Tom Bek ${at},${mailbox(at)},+49 40 ${2_000_000 + at}`)
  const one = table(rows(at => `tom${at}@norte.example`))
  const other = table(rows(at => `bek${at}@kestrel.example`).toReversed())
  const loaded = await Promise.all([
    load(caller, one, 'one.csv', { batchRecords }),
    load(caller, other, 'other.csv', { batchRecords }),
  ])
  // The same number and name with another mailbox is asked about: once for each of them, by whichever file came later.
  expect(loaded.reduce((sum, each) => sum + each.conflict_count, 0)).toBe(people.length)
})

/** Runs `meanwhile` when the first batch has been looked up and waits for its turn. */
async function loadHeldUp(caller: Caller, text: string, meanwhile: () => Promise<unknown>) {
  let loading: ReturnType<typeof load> | undefined
  await inWorkspace(database.db, caller.workspace, async tx => {
    await lockImports(tx, caller.workspace)
    loading = load(caller, text)
    await expect
      .poll(async () => {
        const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`.execute(tx)
        return rows.length
      })
      .toBe(1)
    await meanwhile()
  })
  return loading
}

const linkedin = (name: string, handle: string) => ({
  name,
  profiles: [{ address: `https://www.linkedin.com/in/${handle}` }],
})

test('who was erased after their batch was looked up does not come back with it', async () => {
  const caller = await createWorkspace(database.db)
  const loaded = await loadHeldUp(caller, connections(ana + tom), async () => {
    const added = await addPerson(deps(), caller, linkedin('Ana Ruiz', 'ana-ruiz'))
    if (!added.ok) throw new Error(JSON.stringify(added.refusal))
    await erasePerson(deps(), caller, added.value)
  })
  expect(loaded).toMatchObject({ created: 1, changed: 0, suppressed_count: 1 })
  expect(await seen(caller)).toMatchObject([{ name: 'Tom Bek' }])
})

test('who was added by hand after their batch was looked up is found again', async () => {
  const caller = await createWorkspace(database.db)
  const loaded = await loadHeldUp(caller, connections(ana + tom), () =>
    addPerson(deps(), caller, linkedin('Tom Bek', 'tombek')),
  )
  expect(loaded).toMatchObject({ created: 1, changed: 1, conflict_count: 0 })
  expect(await count(caller, 'people')).toBe(2)
})

test('a new title in a later export is a new job, and undo puts the former one back', async () => {
  const caller = await createWorkspace(database.db)
  await load(caller, connections(ana + tom))
  const later = await load(
    caller,
    connections(ana.replace('Clinic Norte,Night Nurse', 'Hospital Sur,Head of Nights') + tom),
  )
  expect(later).toMatchObject({ created: 0, changed: 1, unchanged: 1, new_job_count: 1 })
  const report = await findReport(deps(), caller, later.import_id)
  expect(report.ok && report.value.newJobs).toMatchObject([
    {
      name: 'Ana Ruiz',
      from: { title: 'Night Nurse', organisation: 'Clinic Norte' },
      to: { title: 'Head of Nights', organisation: 'Hospital Sur' },
    },
  ])
  expect(await seen(caller)).toContainEqual({
    name: 'Ana Ruiz',
    tool: 'linkedin',
    title: 'Head of Nights',
    org: 'Hospital Sur',
  })
  const undone = await undo(caller, later.import_id)
  expect(undone).toMatchObject({ row: { state: 'undone', kept_count: 0 }, kept: [] })
  expect(await seen(caller)).toContainEqual({
    name: 'Ana Ruiz',
    tool: 'linkedin',
    title: 'Night Nurse',
    org: 'Clinic Norte',
  })
  expect(await load(caller, connections(ana + tom))).toMatchObject({ created: 0, changed: 0, unchanged: 2 })
})

test('undo removes everything an import made, and keeps and lists whoever was touched since', async () => {
  const caller = await createWorkspace(database.db)
  const first = await load(caller, connections(ana + tom))
  const person = await personOf(caller, 'Tom Bek')
  clock.pass(60_000)
  expect(await addNote(deps(), caller, person, 'Knows everyone at the docks.')).toMatchObject({ ok: true })
  const report = await undo(caller, first.import_id)
  expect(report.row).toMatchObject({ state: 'undone', removed_count: 1, kept_count: 1 })
  expect(report.kept).toMatchObject([{ name: 'Tom Bek', why: 'notes' }])
  expect((await seen(caller)).map(row => row.name)).toEqual(['Tom Bek'])
  for (const table of ['person_search', 'import_keys', 'profiles', 'person_links'])
    expect(await count(caller, table)).toBe(1)
  expect(await load(caller, connections(ana + tom))).toMatchObject({ created: 1, unchanged: 1 })
})

test('an account is linked by the import that brought it: the link outlives a merge and can be taken back', async () => {
  const caller = await createWorkspace(database.db)
  await load(caller, connections(ana + tom))
  const [one, other] = [await personOf(caller, 'Ana Ruiz'), await personOf(caller, 'Tom Bek')]
  const links = async (person: typeof one) =>
    (await inWorkspace(database.db, caller.workspace, tx => listLinks(tx, caller.workspace, person))).map(
      ({ person_id, decided_by, move_id, evidence }) => ({ person_id, decided_by, isMove: move_id !== null, evidence }),
    )
  const says = [{ fact: 'import', weight: 0, says: 'It came with an import.' }]
  const byImport = { person_id: other, decided_by: 'import', isMove: false, evidence: says }
  expect(await links(other)).toEqual([byImport])
  const merged = await mergePeople(deps(), caller, { survivor: one, other })
  if (!merged.ok) throw new Error(JSON.stringify(merged.refusal))
  expect(await links(other)).toContainEqual(byImport)
  expect(await links(one)).not.toContainEqual(byImport)
  expect(await undoMove(deps(), caller, merged.value)).toMatchObject({ ok: true })
  expect(await links(other)).toContainEqual(byImport)
  const ofOne = await inWorkspace(database.db, caller.workspace, tx => listLinks(tx, caller.workspace, one))
  const link = ofOne.find(each => each.move_id === null)
  if (!link) throw new Error('no link')
  expect(await undoLink(deps(), caller, link.link_id)).toMatchObject({ ok: true })
  expect(await undoLink(deps(), caller, link.link_id)).toMatchObject({ refusal: { code: 'undone-already' } })
})

test('what a recruiter changed by hand since is not undone with the import', async () => {
  const caller = await createWorkspace(database.db)
  await load(caller, connections(ana))
  const later = await load(caller, connections(ana.replace('Night Nurse', 'Head of Nights')))
  const person = await personOf(caller, 'Ana Ruiz')
  const profile = await inWorkspace(database.db, caller.workspace, tx =>
    tx.selectFrom('profiles').select('profile_id').where('tool', '=', 'linkedin').executeTakeFirstOrThrow(),
  )
  clock.pass(60_000)
  const edited = await editProfile(deps(), caller, { person, profile: profile.profile_id, headline: 'By hand' })
  expect(edited.ok).toBe(true)
  expect((await undo(caller, later.import_id)).kept).toMatchObject([{ name: 'Ana Ruiz', why: 'edited' }])
})

test('a shared e-mail with the same name is the same person; with another name it is asked, never merged', async () => {
  const caller = await createWorkspace(database.db)
  await load(caller, connections(ana))
  expect(await load(caller, 'Name,E-mail,Phone\nRuiz Ana,ANA@norte.example,+34 600 123 456\n')).toMatchObject({
    created: 0,
    changed: 1,
  })
  const other = await load(caller, 'Name,E-mail\nPaolo Conti,ana@norte.example\n', 'paolo.csv')
  expect(other).toMatchObject({ created: 1, changed: 0, conflict_count: 1 })
  const pairs = await inWorkspace(database.db, caller.workspace, tx =>
    tx.selectFrom('match_proposals').select(['state', 'evidence']).execute(),
  )
  expect(pairs).toMatchObject([
    { state: 'open', evidence: [{ fact: 'e-mail:6' }, { fact: 'surname:1' }, { fact: 'given-name:1' }] },
  ])
  expect((await seen(caller)).filter(row => row.name === 'Paolo Conti').length).toBe(1)
})

test('an import judges two people as the look through everyone judges them: the same verdict, the same evidence', async () => {
  const caller = await createWorkspace(database.db)
  const given = 'Ana Tom Mara Jonas Aisha Pavel Ingrid Mateo'.split(' ')
  const family = 'Berglund Okafor Herrera Lindqvist Zielinski Moreau Castell Vukovic Tanaka Brandt'.split(' ')
  const rows = given.flatMap((first, a) =>
    family.map((last, b) => `${first} ${last},${first}.${last}${a * b}@w.example,Graz`),
  )
  await load(caller, `Name,E-mail,Place\n${rows.join('\n')}\n`)
  await lookThroughEveryone({ db: database.db, clock }, caller.workspace)
  const asked = () =>
    inWorkspace(database.db, caller.workspace, tx =>
      tx.selectFrom('match_proposals').select(['left_id', 'right_id', 'probability', 'evidence']).execute(),
    )
  const forget = () => inWorkspace(database.db, caller.workspace, tx => tx.deleteFrom('match_proposals').execute())
  await forget()
  const paolo = await load(caller, 'Name,E-mail,Place\nPaolo Conti,Ana.Berglund0@w.example,Graz\n', 'paolo.csv')
  expect(paolo).toMatchObject({ created: 1, conflict_count: 1 })
  const [atImport] = await asked()
  await forget()
  await lookThroughEveryone({ db: database.db, clock }, caller.workspace)
  const inLook = (await asked()).find(pair => pair.left_id === atImport?.left_id && pair.right_id === atImport.right_id)
  const factsOf = (pair: typeof atImport) =>
    ((pair?.evidence ?? []) as Evidence[]).map(({ fact, left, right }) => ({ fact, left, right }))
  expect(factsOf(atImport).map(({ fact }) => fact)).toContain('e-mail:6')
  expect(factsOf(inLook)).toEqual(factsOf(atImport))
})

test('addresses that lead to two people make a third, with both proposed', async () => {
  const caller = await createWorkspace(database.db)
  await load(caller, 'Name,E-mail,Phone\nAna Ruiz,ana@a.example,\nAna M Ruiz,,+34 600 123 456\n')
  const text = 'Name,E-mail,Phone\nAna Maria Ruiz,ana@a.example,+34600123456\n'
  expect(await load(caller, text, 'third.csv')).toMatchObject({ created: 1, conflict_count: 1 })
  expect(await count(caller, 'match_proposals')).toBe(2)
  expect(await load(caller, text, 'third.csv')).toMatchObject({ created: 0, unchanged: 1 })
})

test('a known record that comes with the number of somebody else is proposed too', async () => {
  const caller = await createWorkspace(database.db)
  await load(caller, 'Name,E-mail,Phone\nAna Ruiz,ana@a.example,\nTom Bek,tom@b.example,+34 600 123 456\n')
  const later = await load(caller, 'Name,E-mail,Phone\nAna Ruiz,ana@a.example,+34600123456\n', 'later.csv')
  expect(later).toMatchObject({ created: 0, changed: 1, conflict_count: 1 })
  expect(await count(caller, 'match_proposals')).toBe(1)
})

test('two people with one mailbox in one file stay two, and a doubled row is one', async () => {
  const caller = await createWorkspace(database.db)
  const text = 'Name,E-mail\nAna Ruiz,info@firm.example\nTom Bek,info@firm.example\nAna Ruiz,info@firm.example\n'
  expect(await load(caller, text)).toMatchObject({ created: 2, unchanged: 1 })
  expect(await load(caller, text)).toMatchObject({ created: 0, changed: 0, unchanged: 3 })
})

test('one account twice in a file with different words is one person, and still changes nothing the second time', async () => {
  const caller = await createWorkspace(database.db)
  const text = connections(ana + ana.replace('Night Nurse', 'Nurse'))
  expect(await load(caller, text)).toMatchObject({ created: 1, new_job_count: 0 })
  expect(await load(caller, text)).toMatchObject({ created: 0, changed: 0, unchanged: 2 })
})

test('someone who was erased does not come back, and their row is not kept either', async () => {
  const caller = await createWorkspace(database.db)
  await load(caller, connections(ana + tom))
  await erasePerson(deps(), caller, await personOf(caller, 'Ana Ruiz'))
  const again = await load(caller, connections(ana + tom))
  expect(again).toMatchObject({ created: 0, unchanged: 1, suppressed_count: 1 })
  const report = await findReport(deps(), caller, again.import_id)
  expect(report.ok && report.value.rejects).toMatchObject([{ row: 1, raw: '' }])
})

test('such words are understood in six languages, whoever else is in the file', async () => {
  const caller = await createWorkspace(database.db)
  const said = {
    en: 'No recruiters, please',
    de: 'Bitte keine Headhunter',
    fr: 'pas de recruteurs, merci',
    es: 'Abstenerse reclutadores',
    pt: 'Sem recrutadores, por favor',
    nl: 'Geen recruiters aub',
  }
  const rows = Object.entries(said).map(
    ([code, words]) => `Person ${code},${code}@w.example,"Vineyard keeper. ${words}."`,
  )
  await load(caller, `Name,E-mail,Headline\n${rows.join('\n')}\nTom Bek,tom@w.example,Happy to hear from recruiters\n`)
  const quotes = await inWorkspace(database.db, caller.workspace, async tx => {
    const { rows: found } = await sql<{ display_name: string; do_not_contact_quote: string | null }>`
      select display_name, do_not_contact_quote from people where workspace_id = ${caller.workspace}`.execute(tx)
    return Object.fromEntries(found.map(row => [row.display_name, row.do_not_contact_quote]))
  })
  expect(quotes).toEqual({
    ...Object.fromEntries(Object.entries(said).map(([code, words]) => [`Person ${code}`, words])),
    'Tom Bek': null,
  })
})

test('a profile that asks recruiters to stay away is do-not-contact with its own words', async () => {
  const caller = await createWorkspace(database.db)
  await load(caller, 'Name,E-mail,Headline\nLi Wen,li@w.example,"Vineyard keeper. No recruiters, please."\n')
  const found = await inWorkspace(database.db, caller.workspace, tx =>
    tx.selectFrom('people').select(['do_not_contact_quote', 'do_not_contact_reason']).executeTakeFirstOrThrow(),
  )
  expect(found.do_not_contact_quote).toBe('No recruiters, please')
})

async function rowsOf(caller: Caller, id: ImportId, member?: string): Promise<string> {
  const report = await findReport(deps(), caller, id)
  if (!report.ok) throw new Error(report.refusal.code)
  const { row, files } = report.value
  let csv = ''
  for await (const part of rejectsCsv(deps(), caller, row, mendedAs(row, files, member))) csv += part
  return csv
}

test('rows that are not understood can be downloaded, mended and imported again', async () => {
  const caller = await createWorkspace(database.db)
  const text = 'Name,E-mail,Notes\nAna Ruiz,ana@a.example,"said ""hello"", twice"\n,,"no name, no address"\n'
  const first = await load(caller, text)
  expect(first).toMatchObject({ created: 1, rejected_count: 1 })
  const csv = await rowsOf(caller, first.import_id)
  const mended = csv.replace('\r\n,,', '\r\nTom Bek,tom@b.example,')
  expect(mended).toContain('"no name, no address"')
  expect(await load(caller, mended, 'mended.csv')).toMatchObject({ created: 1, rejected_count: 0 })
  const again = await load(caller, `${csv}Li Wen,li@l.example,,3,\r\n`, 'unmended.csv')
  expect(await rowsOf(caller, again.import_id)).toMatch(/^\uFEFFName,E-mail,Notes,File row,Why not imported\r\n/)
})

test('what columns were said to mean holds for the mended rows too', async () => {
  const caller = await createWorkspace(database.db)
  const mapping = { Rufname: 'given-name', Firma: 'company', Post: 'email', Extra: 'ignore' } as const
  const first = await load(caller, 'Rufname,Firma,Post,Extra\nAna,Norte,ana@a.example,1\n,Sur,,2\n', 'x.csv', {
    mapping,
  })
  const mended = (await rowsOf(caller, first.import_id)).replace('\r\n,Sur,,', '\r\nTom,Sur,tom@b.example,')
  const preview = await previewSource(deps(), caller.workspace, file(mended), {})
  expect(preview.ok && preview.value).toMatchObject({
    remembered: true,
    rows: [{ person: { name: 'Tom', organisation: 'Sur', emails: ['tom@b.example'] } }],
  })
})

test('rows of a LinkedIn archive are mended file by file, and each loads as LinkedIn’s own', async () => {
  const caller = await createWorkspace(database.db)
  const bytes = (text: string) => new TextEncoder().encode(text)
  const zip = writeZip([
    { path: 'Basic/Connections.csv', bytes: bytes(connections(ana + tom.replace('03 Jan 2025', '31 Feb 2025'))) },
    {
      path: 'Basic/Invitations.csv',
      bytes: bytes(
        'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nMe,Ana Ruiz,soon,hi,OUTGOING,,https://www.linkedin.com/in/ana-ruiz\n',
      ),
    },
  ])
  const first = await load(caller, zip, 'export.zip')
  // Whose day of connection can't be read is here all the same, and the row is told.
  expect(first).toMatchObject({ created: 2, rejected_count: 1, also: { partial: 1 } })
  const report = await findReport(deps(), caller, first.import_id)
  expect(report.ok && report.value.rejects.map(({ why }) => why)[0]).toBe(
    'Connected On: “31 Feb 2025” is no date that can be read. Everything else was taken in.',
  )
  expect(report.ok && report.value.files.map(({ file: name, rows }) => [name, rows])).toEqual([
    ['Basic/Connections.csv', 1],
    ['Basic/Invitations.csv', 1],
  ])
  const rows = await rowsOf(caller, first.import_id, 'Basic/Connections.csv')
  expect(rows).toContain(
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On,File row,Why not imported',
  )
  const mended = await load(caller, rows.replace('31 Feb 2025', '28 Feb 2025'), 'Connections.csv')
  expect(mended).toMatchObject({ format: 'linkedin-export', created: 0, rejected_count: 0 })
  expect(mended.also.partial).toBeUndefined()
  expect(await seen(caller)).toContainEqual({ name: 'Tom Bek', tool: 'linkedin', title: 'Welder', org: 'Kestrel' })
  // The whole archive again changes nothing of what was mended.
  expect(await load(caller, zip, 'export.zip')).toMatchObject({ created: 0, changed: 0, rejected_count: 1 })
})

test('the meaning of columns is remembered for the next file with the same header', async () => {
  const caller = await createWorkspace(database.db)
  const header = 'Who,Box,Firm X\n'
  await load(caller, `${header}Ana Ruiz,ana@a.example,Norte\n`, 'one.csv', {
    mapping: { 'Firm X': 'company', Who: 'full-name' },
  })
  const preview = await previewSource(deps(), caller.workspace, file(`${header}Tom Bek,tom@b.example,Sur\n`), {})
  expect(preview.ok && preview.value).toMatchObject({
    remembered: true,
    rows: [{ person: { name: 'Tom Bek', organisation: 'Sur' } }],
    rowsTotal: 1,
    exact: true,
  })
  expect(await load(caller, `${header}Tom Bek,tom@b.example,Sur\n`, 'two.csv')).toMatchObject({ created: 1 })
  expect(await seen(caller)).toContainEqual({ name: 'Tom Bek', tool: 'email', title: null, org: 'Sur' })
})

test('an import that is stopped between batches goes on where it stood, with nothing lost or doubled', async () => {
  const caller = await createWorkspace(database.db)
  const rows = 9_500
  const text = `Name,E-mail\n${Array.from({ length: rows }, (_, n) => `Person ${n},p${n}@a.example`).join('\n')}\n`
  const stop = new AbortController()
  const source = file(text)
  const cut = importFile(deps(), {
    ...caller,
    source,
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('stopped')),
  })
  await expect(cut).rejects.toThrow('stopped')
  const half = (await count(caller, 'people')) ?? 0
  expect(half).toBeGreaterThan(0)
  expect(half).toBeLessThan(rows)
  const rest = await load(caller, text)
  expect(rest).toMatchObject({ state: 'done', created: rows, rows_done: rows })
  expect(await count(caller, 'people')).toBe(rows)
  expect(await count(caller, 'person_search')).toBe(rows)
  expect(await count(caller, 'imports')).toBe(1)
}, 60_000)

test('a paused import waits, a cancelled one stays as far as it came, and both are uploads in pieces', async () => {
  const caller = await createWorkspace(database.db)
  const text = `Name,E-mail,Note\n${Array.from({ length: 6_000 }, (_, n) => `P${n} Q,p${n}@b.example,${'x'.repeat(200)}`).join('\n')}\n`
  const bytes = new TextEncoder().encode(text)
  const made = await createUpload(deps(), caller, { name: 'big.csv', size: bytes.length })
  if (!made.ok) throw new Error('no upload')
  const put = (chunk: number) =>
    putChunk(deps(), caller, { upload: made.value, chunk, bytes: bytes.subarray(chunk << 20, (chunk + 1) << 20) })
  await put(1)
  expect(await previewUpload(deps(), caller, made.value, undefined)).toMatchObject({ refusal: { code: 'incomplete' } })
  expect(await putChunk(deps(), caller, { upload: made.value, chunk: 0, bytes: bytes.subarray(5) })).toMatchObject({
    refusal: { code: 'wrong-size' },
  })
  await put(0)
  await put(0)
  const upload = await findWholeUpload(deps(), caller, made.value)
  if (!upload.ok) throw new Error('not whole')
  expect(await count(caller, 'people')).toBe(0)
  const started = await startImport(deps(), caller, { upload: made.value })
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  const importId = started.value.import_id
  const source = uploadSource(database.db, caller.workspace, upload.value)
  const running = { workspace: caller.workspace, importId, source, signal: still }
  await changeImport(deps(), caller, importId, 'pause')
  expect(await runImport(deps(), running)).toBeUndefined()
  expect(await count(caller, 'people')).toBe(0)
  await changeImport(deps(), caller, importId, 'resume')
  let cancelling: Promise<unknown> = Promise.resolve()
  const state = await runImport(deps(), {
    ...running,
    onProgress: () => {
      cancelling = changeImport(deps(), caller, importId, 'cancel')
    },
  })
  await cancelling
  expect(['cancelled', 'done']).toContain(state)
  expect(await changeImport(deps(), caller, importId, 'resume')).toMatchObject({ refusal: { code: 'not-now' } })
}, 60_000)

test('a LinkedIn archive brings its messages and connections as history of the people in it', async () => {
  const caller = await createWorkspace(database.db)
  heard.length = 0
  const zip = writeZip([
    {
      path: 'messages.csv',
      bytes: Buffer.from(
        'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n' +
          'c1,,Ana Ruiz,https://www.linkedin.com/in/ana-ruiz,Mara Lind,https://www.linkedin.com/in/mara,2025-06-01 14:03:22 UTC,,Is it only nights?,INBOX\n' +
          'c1,,Mara Lind,https://www.linkedin.com/in/mara,Ana Ruiz,https://www.linkedin.com/in/ana-ruiz,2025-06-01 15:03:22 UTC,,Not only.,INBOX\n' +
          'c2,,Nobody Known,https://www.linkedin.com/in/nobody,Mara Lind,https://www.linkedin.com/in/mara,2025-06-02 15:03:22 UTC,,Hello.,INBOX\n',
      ),
    },
    { path: 'Connections.csv', bytes: Buffer.from(connections(ana)) },
  ])
  const done = await load(caller, zip, 'Basic_LinkedInDataExport.zip')
  expect(done).toMatchObject({ created: 1, state: 'done', also: { message: 3, connected: 1, unmatched: 1 } })
  expect(heard.map(({ kind, direction, text }) => ({ kind, direction, text }))).toEqual([
    { kind: 'message', direction: 'in', text: 'Is it only nights?' },
    { kind: 'message', direction: 'out', text: 'Not only.' },
    { kind: 'connected', direction: 'both', text: null },
  ])
  heard.length = 0
  expect(await load(caller, zip, 'again.zip')).toMatchObject({ created: 0, changed: 0 })
  expect(heard).toEqual([])
})

test('hostile files are refused in plain words and leave nothing behind', async () => {
  const caller = await createWorkspace(database.db)
  const refused = async (content: string | Uint8Array, name: string) => {
    const loaded = await importFile(deps(), { ...caller, source: file(content, name), signal: still })
    return loaded.ok ? 'imported' : loaded.refusal.code === 'unreadable' ? loaded.refusal.message : loaded.refusal.code
  }
  expect(await refused('%PDF-1.7 binary', 'cv.pdf')).toMatch(/PDF/)
  expect(await refused('{"friends_v2":[]}', 'friends.json')).toMatch(/JSON/)
  expect(
    await refused(writeZip([{ path: '../../etc/Connections.csv', bytes: Buffer.from(connections(ana)) }]), 'a.zip'),
  ).toMatch(/outside/)
  expect(await count(caller, 'people')).toBe(0)
  expect(await count(caller, 'imports')).toBe(0)
  const odd = `Name,E-mail,Company,Tags\n"${'n'.repeat(5_000)}",odd@a.example,Half \ud800 pair,"${'t'.repeat(900)}"\nAna,${'a'.repeat(9_000)}@x.example,"=cmd()",\n`
  expect(await load(caller, odd)).toMatchObject({ created: 2 })
})

test('how many rows a long file will have is told from its beginning, however it is handed over', async () => {
  const caller = await createWorkspace(database.db)
  const rows = 40_000
  const line = (n: number) => `Ana Ruiz ${n},ana${n}@norte.example,Clinic Norte\n`
  const text = `Name,Email,Company\n${Array.from({ length: rows }, (_, n) => line(n)).join('')}`
  const preview = await previewSource(deps(), caller.workspace, file(text), { countWithinMs: 0 })
  if (!preview.ok) throw new Error(preview.refusal.message)
  expect(preview.value.exact).toBe(false)
  expect(preview.value.counts.people).toBeLessThan(rows / 10)
  // Of a piece of 64 KiB the rest may still be unread.
  expect(preview.value.rowsTotal ?? rows).toBeGreaterThan(rows / 8)
})
