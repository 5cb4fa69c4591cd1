import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertMatchProposals, insertPerson, mergeInto, takeBackMove } from '#features/people/index.ts'
import type { Evidence } from '#features/people/model.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { decidePair, listReview, reopenPair } from './actions/review.ts'
import { hearForIdentity } from './subscriptions.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const clock = createTestClock('2026-11-22T10:00:00Z')
const events = createEvents()
hearForIdentity(events)
const deps = () => ({ db: database.db, clock, events })

const sameName: Evidence = { fact: 'name', weight: 4.1, says: 'rare surname' }
const noLink: Evidence = { fact: 'link', weight: -0.4, says: 'no shared link' }
const bornApart: Evidence = { fact: 'birth-date', weight: -6, says: 'Their dates of birth differ.' }

type Pair = { one: PersonId; other: PersonId; probability: number; evidence: Evidence[] }

const add = (caller: Caller, ...names: string[]): Promise<PersonId[]> =>
  inWorkspace(database.db, caller.workspace, async tx => {
    const people = names.map(name => ({ name, person: newId<'Person'>() }))
    for (const { name, person } of people)
      await insertPerson(tx, caller.workspace, { person, displayName: name }, clock.now())
    return people.map(({ person }) => person)
  })

const propose = (caller: Caller, ...pairs: Pair[]) =>
  inWorkspace(database.db, caller.workspace, tx =>
    insertMatchProposals(tx, { workspace: caller.workspace, at: clock.now() }, pairs),
  )

/** Three people, of whom the first two are likelier one than the last two. */
async function threeAna() {
  const caller = await createWorkspace(database.db)
  const [ana, anaruiz, anita] = await add(caller, 'Ana Ruiz', 'anaruiz', 'Anita R')
  if (!ana || !anaruiz || !anita) throw new Error('nobody')
  await propose(
    caller,
    { one: ana, other: anaruiz, probability: 0.9, evidence: [noLink, sameName] },
    { one: anaruiz, other: anita, probability: 0.4, evidence: [sameName] },
  )
  return { caller, ana, anaruiz, anita }
}

const asked = async (caller: Caller) => (await listReview(deps(), caller, 20)).pairs
const first = async (caller: Caller) => {
  const [pair] = await asked(caller)
  if (!pair) throw new Error('nothing is asked')
  return { left: pair.left_id, right: pair.right_id }
}

test('the likeliest pair is asked first, with its strongest fact first', async () => {
  const { caller } = await threeAna()
  const { pairs, total } = await listReview(deps(), caller, 1)
  expect(total).toBe(2)
  expect(pairs).toMatchObject([{ probability: expect.closeTo(0.9), evidence: [sameName, noLink], asksReason: false }])
})

test('"different" is never asked again, not even when one of them becomes part of another person', async () => {
  const { caller, ana, anaruiz, anita } = await threeAna()
  expect(await decidePair(deps(), caller, { ...(await first(caller)), answer: 'different' })).toMatchObject({
    ok: true,
  })
  expect(await asked(caller)).toHaveLength(1)
  await propose(caller, { one: ana, other: anita, probability: 0.8, evidence: [sameName] })
  // Anita turns out to be anaruiz, of whom it is known that she is not Ana.
  const merge = await decidePair(deps(), caller, {
    ...inOrder(anaruiz, anita),
    answer: 'same',
    survivor: anita,
  })
  expect(merge.ok).toBe(true)
  expect(await asked(caller)).toEqual([])
})

const inOrder = (one: PersonId, other: PersonId) =>
  one < other ? { left: one, right: other } : { left: other, right: one }

test('"same" merges into the survivor that was chosen; undoing the merge is a refusal, until the answer is taken back too', async () => {
  const { caller, ana, anaruiz, anita } = await threeAna()
  const pair = inOrder(ana, anaruiz)
  expect(await decidePair(deps(), caller, { ...pair, answer: 'same', survivor: anita })).toEqual({
    ok: false,
    refusal: { code: 'which-survivor' },
  })
  const merged = await decidePair(deps(), caller, { ...pair, answer: 'same', survivor: anaruiz })
  if (!merged.ok || !merged.value.move) throw new Error('not merged')
  const { move } = merged.value
  expect(await asked(caller)).toHaveLength(1)
  expect(await decidePair(deps(), caller, { ...pair, answer: 'different' })).toEqual({
    ok: false,
    refusal: { code: 'one-already' },
  })
  const back = await inWorkspace(database.db, caller.workspace, tx =>
    takeBackMove(tx, { events }, { ...caller, move, now: clock.now() }),
  )
  expect(back.ok).toBe(true)
  expect(await asked(caller)).toHaveLength(1)
  await propose(caller, { one: ana, other: anaruiz, probability: 0.99, evidence: [sameName] })
  expect(await asked(caller)).toHaveLength(1)
  expect(await reopenPair(deps(), caller, pair)).toMatchObject({ ok: true })
  expect(await asked(caller)).toHaveLength(2)
})

test('people who were merged by hand and taken apart again are never proposed, whatever a look finds', async () => {
  const caller = await createWorkspace(database.db)
  const [one, other, third] = await add(caller, 'Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz')
  if (!one || !other || !third) throw new Error('nobody')
  const decision = { ...caller, decidedBy: 'recruiter' as const, probability: 1, evidence: [], now: clock.now() }
  await inWorkspace(database.db, caller.workspace, async tx => {
    const merged = await mergeInto(tx, { events }, decision, one, other)
    if (!merged.ok) throw new Error('not merged')
    await takeBackMove(tx, { events }, { ...caller, move: merged.value, now: clock.now() })
  })
  await propose(
    caller,
    { one, other, probability: 0.99, evidence: [sameName] },
    { one, other: third, probability: 0.9, evidence: [sameName] },
  )
  expect((await asked(caller)).map(({ a, b }) => [a, b])).toEqual([[one, third].toSorted()])
})

test('a pair of people who were merged with others meanwhile is asked of who they are now, once', async () => {
  const { caller, ana, anaruiz, anita } = await threeAna()
  const [maria] = await add(caller, 'Ana Maria Ruiz')
  if (!maria) throw new Error('nobody')
  await propose(caller, { one: maria, other: anaruiz, probability: 0.7, evidence: [sameName] })
  await inWorkspace(database.db, caller.workspace, tx =>
    mergeInto(
      tx,
      { events },
      { ...caller, decidedBy: 'recruiter', probability: 1, evidence: [], now: clock.now() },
      ana,
      maria,
    ),
  )
  const pairs = await asked(caller)
  expect(pairs.map(({ a, b }) => [a, b].toSorted())).toEqual([[ana, anaruiz].toSorted(), [anaruiz, anita].toSorted()])
})

test('something strong against it asks for a reason', async () => {
  const caller = await createWorkspace(database.db)
  const [one, other] = await add(caller, 'Ana Ruiz', 'Ana Ruiz')
  if (!one || !other) throw new Error('nobody')
  await propose(caller, { one, other, probability: 0.3, evidence: [sameName, bornApart] })
  const pair = inOrder(one, other)
  expect((await asked(caller))[0]?.asksReason).toBe(true)
  expect(await decidePair(deps(), caller, { ...pair, answer: 'same', reason: '  ' })).toEqual({
    ok: false,
    refusal: { code: 'reason-needed' },
  })
  expect(await decidePair(deps(), caller, { ...pair, answer: 'same', reason: 'A slip in the export.' })).toMatchObject({
    ok: true,
  })
})

test('"later" comes back the next day, behind the others; it and "different" can be taken back', async () => {
  const { caller, ana, anaruiz } = await threeAna()
  const pair = inOrder(ana, anaruiz)
  await decidePair(deps(), caller, { ...pair, answer: 'later' })
  expect(await asked(caller)).toHaveLength(1)
  clock.pass(25 * 3_600_000)
  expect((await asked(caller)).map(one => one.left_id === pair.left && one.right_id === pair.right)).toEqual([
    false,
    true,
  ])
  await decidePair(deps(), caller, { ...pair, answer: 'different' })
  expect(await decidePair(deps(), caller, { ...pair, answer: 'same' })).toEqual({
    ok: false,
    refusal: { code: 'decided-already' },
  })
  expect(await reopenPair(deps(), caller, pair)).toMatchObject({ ok: true })
  expect(await first(caller)).toEqual(pair)
  expect(await reopenPair(deps(), caller, pair)).toEqual({ ok: false, refusal: { code: 'not-decided' } })
})

test('another workspace sees and decides nothing of it', async () => {
  const { ana, anaruiz } = await threeAna()
  const stranger = await createWorkspace(database.db)
  expect(await listReview(deps(), stranger, 20)).toEqual({ pairs: [], total: 0 })
  expect(await decidePair(deps(), stranger, { ...inOrder(ana, anaruiz), answer: 'different' })).toEqual({
    ok: false,
    refusal: { code: 'no-such-pair' },
  })
})
