import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordActivity } from '#features/activity/index.ts'
import { addPerson } from '#features/people/actions/add-person.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { dropWanted, keepWanted, readFit, readWanted } from './actions.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
const clock = createTestClock('2026-11-22T10:00:00Z')
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const events = createEvents()
const deps = () => ({ db: database.db, clock })
const peopleDeps = () => ({
  ...deps(),
  events,
  suppressionKey: new Uint8Array(32).fill(7),
  audit: async () => undefined,
})

async function keep(caller: Caller, name: string, wanted: object) {
  return keepWanted(deps(), caller, { name, skills: [], languages: [], km: 50, ...wanted })
}

test('a person is judged by their profiles and what they published, and each point leads to where it comes from', async () => {
  const caller = await createWorkspace(database.db)
  const added = await addPerson(peopleDeps(), caller, {
    name: 'Ana Ruiz',
    profiles: [
      {
        address: 'https://www.linkedin.com/in/ana-fit',
        place: 'Villeurbanne, France',
        facts: {
          positions: [{ title: 'Staff nurse', organisation: 'Clinic Norte', current: true }],
          skills: ['triage'],
        },
      },
    ],
  })
  if (!added.ok) throw new Error('not added')
  const item = {
    person: added.value,
    tool: 'blog' as const,
    kind: 'post',
    key: 'p1',
    title: 'What dialysis taught me',
    text: 'Words',
    publishedAt: clock.now(),
  }
  const recorded = await inWorkspace(database.db, caller.workspace, tx =>
    recordActivity(tx, { events }, caller.workspace, [item], clock.now()),
  )
  const kept = await keep(caller, 'Night lead', { title: 'Nurse', skills: ['Triage', 'dialysis'], place: 'Lyon' })
  if (!kept.ok) throw new Error(JSON.stringify(kept.refusal))
  const fit = await readFit(deps(), caller, added.value, kept.value)
  if (!fit.ok) throw new Error('no fit')
  expect(fit.value.terms.map(term => [term.wanted, term.state, term.cites[0]?.kind])).toEqual([
    ['Nurse', 'found', 'position'],
    ['Triage', 'found', 'skill'],
    ['dialysis', 'found', 'item'],
    ['Lyon', 'found', 'place'],
  ])
  expect(fit.value.terms[2]?.cites[0]).toMatchObject({ item: recorded.added[0], text: 'What dialysis taught me' })
})

test('what can’t be looked for is refused with what to do, and names are taken once', async () => {
  const caller = await createWorkspace(database.db)
  expect(await keep(caller, 'Empty', {})).toMatchObject({ refusal: { code: 'nothing-wanted' } })
  expect(await keep(caller, 'Nowhere', { place: 'Xanadooria' })).toMatchObject({ refusal: { code: 'no-such-place' } })
  expect(await keep(caller, 'Tongue', { languages: ['Klingon'] })).toMatchObject({
    refusal: { code: 'no-such-language' },
  })
  const kept = await keep(caller, 'Nurses', { title: 'Nurse' })
  expect(kept.ok).toBe(true)
  expect(await keep(caller, 'nurses', { title: 'Carer' })).toMatchObject({ refusal: { code: 'name-taken' } })
  if (kept.ok) {
    const changed = { name: 'Nurses', title: 'Midwife', skills: [], languages: [], km: 30 }
    expect(await keepWanted(deps(), caller, changed, kept.value)).toMatchObject({ ok: true })
  }
  expect((await readWanted(deps(), caller)).map(each => [each.name, each.title, each.km])).toEqual([
    ['Nurses', 'Midwife', 30],
  ])
})

test('a wanted profile belongs to its workspace', async () => {
  const caller = await createWorkspace(database.db)
  const other = await createWorkspace(database.db)
  const kept = await keep(caller, 'Nurses', { title: 'Nurse' })
  if (!kept.ok) throw new Error('not kept')
  expect(await readWanted(deps(), other)).toEqual([])
  expect(await dropWanted(deps(), other, kept.value)).toMatchObject({ refusal: { code: 'no-such-wanted' } })
  expect(await dropWanted(deps(), caller, kept.value)).toMatchObject({ ok: true })
})
