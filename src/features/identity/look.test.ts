import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertPerson } from '#features/people/index.ts'
import { newId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { lookThroughEveryone, readModel } from './actions/look.ts'
import { decidePair, listReview } from './actions/review.ts'
import { usualWeights } from './model/learned.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const clock = createTestClock('2026-11-22T10:00:00Z')
const deps = () => ({ db: database.db, clock, events: createEvents() })

const given = 'Ana Tom Mara Jonas Aisha Pavel Ingrid Mateo Chloe Kwame Yuki Elif'.split(' ')
const surnames = 'Berglund Okafor Herrera Lindqvist Zielinski Moreau Castell Vukovic Tanaka Brandt'.split(' ')

/** A hundred and twenty people of all names, twice as Ana Berglund of Turku born on one day, and whoever is added. */
async function somePeople(caller: Caller, ...more: { displayName: string; birthDate?: string; place?: string }[]) {
  const all = [
    ...given.flatMap((first, a) =>
      surnames.map((last, b) => ({
        displayName: `${first} ${last}`,
        birthDate: `19${60 + ((a * 7 + b * 3) % 40)}-0${1 + ((a + b) % 9)}-1${(a * b) % 10}`,
        place: ['Turku', 'Graz', 'Porto', 'Leeds', 'Lyon'][(a + b) % 5] ?? '',
      })),
    ),
    ...more,
  ]
  return inWorkspace(database.db, caller.workspace, async tx => {
    for (const { birthDate, ...known } of all) {
      const person = newId<'Person'>()
      await insertPerson(tx, caller.workspace, { person, ...known }, clock.now())
      await sql`update people set birth_date = ${birthDate ?? null} where workspace_id = ${caller.workspace}
        and person_id = ${person}`.execute(tx)
    }
  })
}

test('after a look through everyone, two who may be one are asked about with the weight of each fact', async () => {
  const caller = await createWorkspace(database.db)
  await somePeople(
    caller,
    { displayName: 'Rosalind Featherstone', birthDate: '1984-03-17', place: 'Cork' },
    { displayName: 'Rosalynd Featherstone', birthDate: '1984-03-17', place: 'Cork' },
  )
  const { people } = await lookThroughEveryone(deps(), caller.workspace)
  expect(people).toBe(122)
  const { pairs } = await listReview(deps(), caller, 20)
  expect(pairs).toHaveLength(1)
  expect(pairs[0]?.evidence.map(({ fact }) => fact.replace(/:.*/, ''))).toEqual(
    expect.arrayContaining(['surname', 'given-name', 'birth-date']),
  )
  expect(pairs[0]?.evidence.every(({ weight }) => Math.abs(weight) >= 0.5)).toBe(true)
})

test('a pair that was refused is not proposed by any later look', async () => {
  const caller = await createWorkspace(database.db)
  await somePeople(
    caller,
    { displayName: 'Rosalind Featherstone', birthDate: '1984-03-17', place: 'Cork' },
    { displayName: 'Rosalynd Featherstone', birthDate: '1984-03-17', place: 'Cork' },
  )
  await lookThroughEveryone(deps(), caller.workspace)
  const [pair] = (await listReview(deps(), caller, 20)).pairs
  if (!pair) throw new Error('nothing is asked')
  await decidePair(deps(), caller, { left: pair.left_id, right: pair.right_id, answer: 'different' })
  await lookThroughEveryone(deps(), caller.workspace)
  expect((await listReview(deps(), caller, 20)).pairs).toEqual([])
})

test('what a look learned is kept for the workspace', async () => {
  const caller = await createWorkspace(database.db)
  expect(await readModel(deps(), caller)).toBeUndefined()
  await somePeople(caller)
  await lookThroughEveryone(deps(), caller.workspace)
  const learned = await readModel(deps(), caller)
  expect(learned).toMatchObject({ people: 120, learned_at: clock.now() })
  expect(learned?.facts.map(({ fact }) => fact)).toEqual(
    expect.arrayContaining(['given-name', 'surname', 'birth-date']),
  )
  const weightsOf = (fact: string) =>
    learned?.facts.find(each => each.fact === fact)?.degrees.map(({ weight }) => weight)
  expect(weightsOf('surname')).not.toEqual(usualWeights('surname').slice(1))
})

test('one workspace learns nothing from another', async () => {
  const [one, other] = [await createWorkspace(database.db), await createWorkspace(database.db)]
  await somePeople(one)
  await lookThroughEveryone(deps(), one.workspace)
  expect(await readModel(deps(), other)).toBeUndefined()
  expect(await lookThroughEveryone(deps(), other.workspace)).toEqual({ people: 0, pairs: 0 })
})
