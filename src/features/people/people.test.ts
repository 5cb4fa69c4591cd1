import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { addPerson, addProfile } from './actions/add-person.ts'
import { setDoNotContact } from './actions/do-not-contact.ts'
import { addContactByHand, addNote, changeNote, changeTags, editProfile } from './actions/edit.ts'
import { erasePerson } from './actions/erase.ts'
import { mergePeople, splitPerson, undoLink, undoMove } from './actions/merge.ts'
import { exportPerson, findWholePerson } from './actions/read.ts'
import { type SearchInput, searchPeople } from './actions/search.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
const clock = createTestClock('2026-11-22T10:00:00Z')
const audited: string[] = []

beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const deps = () => ({
  db: database.db,
  clock,
  events: createEvents(),
  suppressionKey: new Uint8Array(32).fill(7),
  audit: async (_: unknown, __: Caller, entry: { action: string }) => void audited.push(entry.action),
  stages: ['found', 'read', 'do-not-contact'],
  marks: async () => new Map(),
  activeLabels: async () => new Map(),
  exportParts: [],
})

async function add(caller: Caller, name: string, ...addresses: string[]): Promise<PersonId> {
  const added = await addPerson(deps(), caller, { name, profiles: addresses.map(address => ({ address })) })
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  return added.value
}

async function search(caller: Caller, input: SearchInput) {
  const found = await searchPeople(deps(), caller, input)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return found.value
}

const names = async (caller: Caller, q: string) =>
  (await search(caller, { q })).people.map(person => person.display_name)

async function whole(caller: Caller, person: PersonId) {
  const found = await findWholePerson(deps(), caller, person)
  if (!found) throw new Error('nobody')
  return found
}

test('a pasted address becomes a profile of the right tool, and the same account is never entered twice', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(
    caller,
    'Ana Ruiz',
    'https://www.linkedin.com/in/ana-ruiz/',
    'xmpp:ana@example.org',
    'https://frost.example/blog/',
  )
  expect((await whole(caller, ana)).profiles.map(profile => [profile.tool, profile.profile_key]).sort()).toEqual([
    ['blog', 'frost.example/blog'],
    ['linkedin', 'linkedin.com/in/ana-ruiz'],
    ['xmpp', 'ana@example.org'],
  ])
  const again = await addPerson(deps(), caller, {
    name: 'A. Ruiz',
    profiles: [{ address: 'de.linkedin.com/in/Ana-Ruiz' }],
  })
  expect(again).toEqual({ ok: false, refusal: { code: 'known-elsewhere', person: ana } })
  expect((await search(caller, {})).count).toEqual({ n: 1, more: false })
  expect(await addProfile(deps(), caller, ana, { address: 'just-a-handle' })).toMatchObject({
    refusal: { code: 'which-tool' },
  })
})

test('a merge loses nothing, and its undo puts everything back', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana Ruiz', 'linkedin.com/in/anar')
  const other = await add(caller, 'anaruiz', 'xmpp:anaruiz@example.org')
  await addContactByHand(deps(), caller, ana, { kind: 'email', value: 'ana@norte.example' })
  await addContactByHand(deps(), caller, other, { kind: 'email', value: 'Ana@Norte.example' })
  await addContactByHand(deps(), caller, other, { kind: 'phone', value: '+34 600 123 456' })
  await addNote(deps(), caller, other, 'Likes the cold chain.')
  await changeTags(deps(), caller, [ana, other], { add: ['nights'], remove: [] })
  await changeTags(deps(), caller, [other], { add: ['Wine'], remove: [] })
  const before = [await whole(caller, ana), await whole(caller, other)]

  const merged = await mergePeople(deps(), caller, { survivor: ana, other })
  if (!merged.ok) throw new Error(merged.refusal.code)
  const one = await whole(caller, ana)
  expect(one.profiles.map(profile => profile.tool).sort()).toEqual(['linkedin', 'xmpp'])
  expect(one.contacts.map(contact => contact.contact_key)).toEqual(['ana@norte.example', '+34600123456'])
  expect(one.notes.map(note => note.text)).toEqual(['Likes the cold chain.'])
  expect(one.tags).toEqual(['nights', 'wine'])
  expect(one.links.some(link => link.previous_person_id === other && link.move_id === merged.value)).toBe(true)
  expect(await names(caller, 'anaruiz')).toEqual(['Ana Ruiz'])
  expect((await whole(caller, other)).person.merged_into).toBe(ana)
  expect(await mergePeople(deps(), caller, { survivor: other, other: ana })).toMatchObject({
    refusal: { code: 'already-merged' },
  })

  expect(await undoMove(deps(), caller, merged.value)).toMatchObject({ ok: true })
  const after = [await whole(caller, ana), await whole(caller, other)]
  for (const [index, person] of after.entries())
    for (const part of ['profiles', 'contacts', 'notes', 'tags'] as const)
      expect(person[part]).toEqual(before[index]?.[part])
  expect(await names(caller, 'ana')).toEqual(['Ana Ruiz'])
  expect(await names(caller, 'anaruiz')).toEqual(['anaruiz'])
  expect(await undoMove(deps(), caller, merged.value)).toMatchObject({ refusal: { code: 'undone-already' } })
})

test('an earlier merge waits for the later one to be undone', async () => {
  const caller = await createWorkspace(database.db)
  const [a, b, c] = [
    await add(caller, 'A A'),
    await add(caller, 'B B', 'xmpp:b@x.org'),
    await add(caller, 'C C', 'xmpp:c@x.org'),
  ]
  const first = await mergePeople(deps(), caller, { survivor: b, other: c })
  const second = await mergePeople(deps(), caller, { survivor: a, other: b })
  if (!first.ok || !second.ok) throw new Error('not merged')
  expect(await undoMove(deps(), caller, first.value)).toMatchObject({
    refusal: { code: 'later-move', move: second.value },
  })
  await undoMove(deps(), caller, second.value)
  expect(await undoMove(deps(), caller, first.value)).toMatchObject({ ok: true })
  expect((await whole(caller, c)).profiles.map(profile => profile.handle)).toEqual(['c@x.org'])
})

test('a split gives profiles a person of their own, and is undone too', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana Ruiz', 'linkedin.com/in/ana-x', 'github.com/other')
  const github = (await whole(caller, ana)).profiles.find(profile => profile.tool === 'github')
  if (!github) throw new Error('no github')
  const split = await splitPerson(deps(), caller, { person: ana, profiles: [github.profile_id], name: 'Other One' })
  if (!split.ok) throw new Error(split.refusal.code)
  expect((await whole(caller, split.value.person)).profiles.map(profile => profile.tool)).toEqual(['github'])
  expect(await names(caller, 'tool:github')).toEqual(['Other One'])
  await undoMove(deps(), caller, split.value.move)
  expect((await whole(caller, ana)).profiles).toHaveLength(2)
  expect(await names(caller, 'tool:github')).toEqual(['Ana Ruiz'])
  const link = (await whole(caller, ana)).links.find(one => one.profile_id === github.profile_id && !one.move_id)
  if (!link) throw new Error('no link')
  const undone = await undoLink(deps(), caller, link.link_id)
  expect(undone.ok && undone.value.people[0]).toBe(ana)
  expect((await whole(caller, ana)).profiles.map(profile => profile.tool)).toEqual(['linkedin'])
})

test('a profile that asks recruiters to stay away makes do-not-contact, with the quote as reason', async () => {
  const caller = await createWorkspace(database.db, 'recruiter')
  const ana = await add(caller, 'Li Wen')
  const given = { address: 'github.com/liwen', summary: 'I write compilers. No recruiters, please!' }
  await addProfile(deps(), caller, ana, given)
  const { person } = await whole(caller, ana)
  expect(person.do_not_contact_quote).toBe('No recruiters, please')
  expect(person.do_not_contact_at).toEqual(clock.now())
  expect(await names(caller, 'stage:do-not-contact')).toEqual(['Li Wen'])
  const again = await setDoNotContact(deps(), caller, ana, { on: false, reason: 'They wrote to us.' })
  expect(again).toEqual({ ok: false, refusal: { code: 'admin-only' } })
})

test('someone who was do-not-contact is so again when they are entered anew by the same address', async () => {
  const caller = await createWorkspace(database.db)
  const first = await add(caller, 'Tom Bek', 'xmpp:tom@example.org')
  await addContactByHand(deps(), caller, first, { kind: 'email', value: 'tom@bek.example' })
  await setDoNotContact(deps(), caller, first, { on: true, reason: 'Asked on the phone.' })
  const second = await add(caller, 'Tomas Bek')
  await addContactByHand(deps(), caller, second, { kind: 'email', value: 'TOM@bek.example' })
  expect((await whole(caller, second)).person.do_not_contact_at).not.toBeNull()
})

test('erasure leaves only hashes, and the address is not taken in again', async () => {
  const caller = await createWorkspace(database.db)
  const tom = await add(caller, 'Tomislav Bekavac', 'https://github.com/tbekavac')
  const alias = await add(caller, 'Tomo Bekavac', 'xmpp:tomo@example.org')
  await addContactByHand(deps(), caller, alias, { kind: 'email', value: 'tomo@example.org' })
  await addNote(deps(), caller, tom, 'Bekavac likes sailing.')
  await mergePeople(deps(), caller, { survivor: tom, other: alias })
  expect(await erasePerson(deps(), caller, tom)).toEqual({ ok: true, value: undefined })
  expect(await findWholePerson(deps(), caller, alias)).toBeUndefined()
  const left = await inWorkspace(database.db, caller.workspace, async tx => {
    const tables = await sql<{ name: string }>`select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'`.execute(tx)
    const found: string[] = []
    for (const { name } of tables.rows) {
      const hit = await sql`select 1 from ${sql.table(name)} x where x.workspace_id = ${caller.workspace}
        and to_jsonb(x)::text ~* 'bekavac|tomo'`.execute(tx)
      if (hit.rows.length > 0) found.push(name)
    }
    return found
  })
  expect(left).toEqual([])
  expect(audited).toContain('person.erased')
  const again = await addPerson(deps(), caller, { name: 'T', profiles: [{ address: 'github.com/TBekavac' }] })
  expect(again).toEqual({ ok: false, refusal: { code: 'suppressed' } })
  expect((await search(caller, {})).count?.n).toBe(0)
})

test('search understands brackets, fields, quotes, other numbers, accents and stages', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana María Ruíz', 'linkedin.com/in/ana-s')
  const tom = await add(caller, 'Tom Bek', 'xmpp:tom@x.org')
  const li = await add(caller, 'Li Wen', 'github.com/li')
  const edit = async (person: PersonId, change: object) => {
    const [profile] = (await whole(caller, person)).profiles
    if (profile) await editProfile(deps(), caller, { person, profile: profile.profile_id, ...change })
  }
  await edit(ana, {
    headline: 'Night nurse, night shift lead',
    place: 'São Paulo',
    facts: { positions: [{ title: 'Nurse', organisation: 'Clinic Norte', current: true }] },
  })
  await edit(tom, { headline: 'Carer', summary: 'Shift work at night for an agency. C++ at home.', place: 'Berlin' })
  await edit(li, { headline: 'Nurses’ union rep', summary: 'Clinic visits', facts: { skills: ['C', 'Node.js'] } })
  await changeTags(deps(), caller, [li], { add: ['Night owl'], remove: [] })

  expect(await names(caller, '(nurse OR carer) AND "night shift"')).toEqual(['Ana María Ruíz'])
  expect((await names(caller, '(nurse OR carer) NOT agency')).sort()).toEqual(['Ana María Ruíz', 'Li Wen'])
  expect(await names(caller, 'company:norte')).toEqual(['Ana María Ruíz'])
  expect((await names(caller, 'clinics')).sort()).toEqual(['Ana María Ruíz', 'Li Wen'])
  expect(await names(caller, 'place:"sao paulo"')).toEqual(['Ana María Ruíz'])
  expect(await names(caller, 'ruiz')).toEqual(['Ana María Ruíz'])
  expect(await names(caller, 'C++')).toEqual(['Tom Bek'])
  expect(await names(caller, 'tag:"night owl" tool:github node.js')).toEqual(['Li Wen'])
  expect(await names(caller, 'title:nur*')).toHaveLength(2)
  expect(await names(caller, '-nurse')).toEqual(['Tom Bek'])
  expect(await names(caller, 'stage:found tom')).toEqual(['Tom Bek'])
  expect(await names(caller, 'stage:read OR tom')).toEqual(['Tom Bek'])
  expect((await search(caller, { q: 'nurse', place: 'Sao Paulo', tool: 'linkedin' })).people).toHaveLength(1)
  expect(await searchPeople(deps(), caller, { q: '(nurse' })).toMatchObject({
    refusal: { message: 'Close the bracket before `nurse`.' },
  })
})

test('the list says what somebody does: their own line, else the position that they hold, as an export of contacts gives it', async () => {
  const caller = await createWorkspace(database.db)
  const person = await add(caller, 'Ana Ruiz', 'linkedin.com/in/ana-does')
  const [profile] = (await whole(caller, person)).profiles
  const says = async (change: object) => {
    if (profile) await editProfile(deps(), caller, { person, profile: profile.profile_id, ...change })
    return (await search(caller, {})).people[0]?.headline
  }
  expect(await says({})).toBeNull()
  expect(
    await says({
      facts: { positions: [{ title: 'Carer' }, { title: 'Night nurse', organisation: 'Clinic Norte', current: true }] },
    }),
  ).toBe('Night nurse, Clinic Norte')
  expect(await says({ facts: { positions: [{ organisation: 'Clinic Norte' }] } })).toBe('Clinic Norte')
  const blog = await addProfile(deps(), caller, person, {
    address: 'https://ana-does.example/',
    headline: 'Ana on nights',
  })
  expect(blog.ok).toBe(true)
  expect(await says({})).toBe('Clinic Norte')
  expect(await says({ headline: 'I keep fridges cold at night' })).toBe('I keep fridges cold at night')
})

test('a name is found with a slip in each word, letters swapped, run together or taken apart, and with or without accents', async () => {
  const caller = await createWorkspace(database.db)
  await add(caller, 'Marianne Kowalczyk')
  await add(caller, 'Ana María Peña Ruiz')
  await add(caller, 'Annamaria Weiß')
  const find = async (q: string) => (await search(caller, { q })).people.map(person => person.display_name)
  expect(await find('Mariane Kowalzcyk')).toEqual(['Marianne Kowalczyk'])
  expect(await find('Ana Pena Riuz')).toEqual(['Ana María Peña Ruiz'])
  expect(await find('anamaria pena ruiz')).toEqual(['Ana María Peña Ruiz'])
  expect((await find('Anna Maria Weis'))[0]).toBe('Annamaria Weiß')
  expect(await find('Kowalcyzk')).toEqual(['Marianne Kowalczyk'])
  expect(await find('Zbigniew Quartz')).toEqual([])
})

test('nothing found: names spelled nearly so, the nearest spelling, and one looser query with its count', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Anastasia Rodríguez', 'linkedin.com/in/ana-r')
  const [profile] = (await whole(caller, ana)).profiles
  if (profile)
    await editProfile(deps(), caller, { person: ana, profile: profile.profile_id, headline: 'Welder in Bilbao' })
  const near = await search(caller, { q: 'Anastasia Rodrigues' })
  expect(near.people.map(person => person.display_name)).toEqual(['Anastasia Rodríguez'])
  expect(near.nearNames).toBe(true)
  expect((await search(caller, { q: 'weldr bilbao' })).spelling).toBe('welder bilbao')
  expect((await search(caller, { q: 'welder bilbao submarine' })).looser).toEqual({
    query: 'welder bilbao',
    n: 1,
    more: false,
  })
})

test('every sort pages through everyone once', async () => {
  const caller = await createWorkspace(database.db)
  const everyone = new Set<string>()
  for (let n = 0; n < 23; n++) everyone.add(await add(caller, `Worker ${n % 7} nurse`, `github.com/w${n}`))
  for (const sort of ['relevance', 'name', 'added', 'touch'] as const)
    for (const q of ['', 'nurse']) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await search(caller, { q, sort, limit: 5, cursor })
        seen.push(...page.people.map(person => person.person_id))
        cursor = page.next
      } while (cursor && seen.length < 100)
      expect([sort, q, seen.length, new Set(seen).size]).toEqual([sort, q, 23, 23])
    }
})

test('another workspace is never searched', async () => {
  const [mine, theirs] = [await createWorkspace(database.db), await createWorkspace(database.db)]
  const ana = await add(theirs, 'Ana Hidden', 'github.com/hidden')
  expect(await names(mine, 'hidden')).toEqual([])
  expect((await search(mine, { q: 'hiden' })).spelling).toBeUndefined()
  expect(await findWholePerson(deps(), mine, ana)).toBeUndefined()
  expect(await mergePeople(deps(), mine, { survivor: ana, other: await add(mine, 'Me') })).toMatchObject({ ok: false })
})

test('one person leaves as one document', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana Ruiz', 'github.com/anaruiz')
  const note = await addNote(deps(), caller, ana, 'Met at the fair.')
  const document = await exportPerson(deps(), caller, ana)
  expect(document).toMatchObject({
    person: { display_name: 'Ana Ruiz' },
    profiles: [{ source: 'by hand', lawful_basis: 'legitimate-interest' }],
  })
  expect(JSON.stringify(document)).toContain('Met at the fair.')
  if (note.ok) await changeNote(deps(), caller, ana, note.value, { deleted: true })
  expect((await whole(caller, ana)).notes).toEqual([])
})
