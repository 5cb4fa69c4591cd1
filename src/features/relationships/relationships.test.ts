import { afterAll, beforeAll, expect, test } from 'vitest'
import { hearForActivity, readingDismissed, readingRecorded } from '#features/activity/index.ts'
import { findPerson, insertPerson, markDoNotContact, mergeInto, takeBackMove } from '#features/people/index.ts'
import { importUndone } from '#features/sourcing/index.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter, createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { recordSpoken, recordTouches, type Touch } from './actions/record-touches.ts'
import { logTouch, readRelationship, relationshipMarks, setStage, undoStageMove } from './actions/stage.ts'
import { optsOut } from './model/opts-out.ts'
import { hearForRelationships } from './subscriptions.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
const clock = createTestClock('2026-11-22T10:00:00Z')
const events = createEvents()
const readText = {
  introduces: (text: string) => /I recruit/i.test(text),
  asksAboutWork: (text: string) => /any jobs\?/i.test(text),
  declines: (text: string) => /not interested/i.test(text),
  optsOut,
}
const touchDeps = { events, readText, suppressionKey: new Uint8Array(32).fill(3) }

beforeAll(async () => {
  database = await startTestDatabase()
  hearForActivity(events)
  hearForRelationships(touchDeps)
})
afterAll(() => database[Symbol.asyncDispose]())

const deps = () => ({ ...touchDeps, db: database.db, clock, online: async () => new Map() })
const inside = <T>(caller: Caller, work: Parameters<typeof inWorkspace<T>>[2]) =>
  inWorkspace(database.db, caller.workspace, work)

async function add(caller: Caller, name: string): Promise<PersonId> {
  const person = newId<'Person'>()
  await inside(caller, tx =>
    insertPerson(tx, caller.workspace, { person, displayName: name, owner: caller.user }, clock.now()),
  )
  return person
}

const record = (caller: Caller, ...touches: Omit<Touch, 'at'>[]) =>
  inside(caller, tx =>
    recordTouches(
      tx,
      touchDeps,
      caller.workspace,
      touches.map((touch, n) => ({ user: caller.user, ...touch, at: new Date(clock.now().getTime() + n) })),
      clock.now(),
    ),
  )

async function stand(caller: Caller, person: PersonId) {
  const whole = await readRelationship(deps(), caller, person)
  if (!whole) throw new Error('nobody')
  return whole
}

test('each rung says when it was reached and why, and the latest move can be undone', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana')
  await record(
    caller,
    { person: ana, kind: 'comment', tool: 'blog' },
    { person: ana, kind: 'their-reaction', tool: 'blog' },
  )
  const whole = await stand(caller, ana)
  expect(whole.stage).toBe('acknowledged')
  expect(whole.rungs.slice(0, 5).map(rung => [rung.stage, rung.cause])).toEqual([
    ['found', null],
    ['read', 'comment'],
    ['engaged', 'comment'],
    ['acknowledged', 'their-reaction'],
    ['connected', null],
  ])
  expect(await undoStageMove(deps(), caller, ana, whole.moves[1]?.move_id ?? '')).toMatchObject({
    refusal: { code: 'moved-since' },
  })
  expect(await undoStageMove(deps(), caller, ana, whole.undo ?? '')).toEqual({ ok: true, value: { stage: 'engaged' } })
  expect((await stand(caller, ana)).stage).toBe('engaged')
})

test('a message counts once however often it is told, and its words decide how far it leads', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana')
  const base = {
    workspace: caller.workspace,
    person: ana,
    user: caller.user,
    tool: 'xmpp' as const,
    surface: 'direct' as const,
    conversation: newId<'Conversation'>(),
  }
  const say = (kind: 'our-message' | 'their-message', text: string, minute: number) => ({
    ...base,
    kind,
    text,
    message: newId<'Message'>(),
    at: new Date(Date.UTC(2026, 10, 22, 9, minute)),
  })
  const spoken = [
    say('our-message', 'Hi, I am Mara. I recruit night nurses.', 1),
    say('their-message', 'Hello Mara', 2),
  ]
  await inside(caller, tx => recordSpoken(tx, touchDeps, spoken, clock.now()))
  expect((await stand(caller, ana)).stage).toBe('introduced')
  await inside(caller, tx =>
    recordSpoken(tx, touchDeps, [...spoken, say('their-message', 'Any jobs?', 3)], clock.now()),
  )
  const whole = await stand(caller, ana)
  expect(whole.stage).toBe('interested')
  expect(whole.moves.map(move => move.cause)).toEqual(['asked-about-work', 'their-message', 'their-message'])
  expect(whole.step).toMatchObject({ id: 'reply', tool: 'xmpp' })
  await inside(caller, tx =>
    recordSpoken(tx, touchDeps, [say('their-message', 'Please stop contacting me.', 4)], clock.now()),
  )
  expect((await stand(caller, ana)).stage).toBe('do-not-contact')
  expect((await inside(caller, tx => findPerson(tx, caller.workspace, ana)))?.do_not_contact_reason).toBe(
    'They asked us to leave them alone.',
  )
  expect(await setStage(deps(), caller, ana, { stage: 'introduced', reason: 'x' })).toMatchObject({
    refusal: { code: 'do-not-contact' },
  })
})

test('readings move the stage, and their dismissal moves it back', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana')
  const told = {
    workspace: caller.workspace,
    reading: newId<'Reading'>(),
    activity: newId<'Activity'>(),
    person: ana,
    user: caller.user,
    tool: 'blog' as const,
    at: clock.now(),
  }
  await inside(caller, tx => events.announce(tx, readingRecorded, told))
  expect((await stand(caller, ana)).stage).toBe('read')
  await inside(caller, tx => events.announce(tx, readingDismissed, { ...told, left: 1 }))
  expect((await stand(caller, ana)).stage).toBe('read')
  await inside(caller, tx => events.announce(tx, readingDismissed, { ...told, left: 0 }))
  expect((await stand(caller, ana)).stage).toBe('found')
  await inside(caller, tx => events.announce(tx, readingRecorded, told))
  expect((await stand(caller, ana)).stage).toBe('read')
})

test('a stage set by hand keeps its reason; a side state keeps the rung beneath', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana')
  await setStage(deps(), caller, ana, { stage: 'introduced', reason: 'We met at the fair.' })
  await setStage(deps(), caller, ana, { stage: 'passive', reason: 'Happy where she is.' })
  const whole = await stand(caller, ana)
  expect([whole.stage, whole.relationship?.stage, whole.relationship?.side_reason]).toEqual([
    'passive',
    'introduced',
    'Happy where she is.',
  ])
  expect(whole.rungs[5]).toMatchObject({ cause: 'by-hand', reason: 'We met at the fair.' })
  await undoStageMove(deps(), caller, ana, whole.undo ?? '')
  expect((await stand(caller, ana)).stage).toBe('introduced')
})

test('a touch without a recruiter concerns the owner; relationships are each recruiter’s own', async () => {
  const caller = await createWorkspace(database.db)
  const colleague: Caller = { ...caller, user: newId<'User'>() }
  await addRecruiter(database.db, colleague)
  const ana = await add(caller, 'Ana')
  await record(caller, { person: ana, user: undefined, kind: 'subscribed', tool: 'email' })
  expect([(await stand(caller, ana)).stage, (await stand(colleague, ana)).stage]).toEqual(['interested', 'found'])
  expect(await logTouch(deps(), colleague, ana, { kind: 'met', note: 'Fair in Bilbao' })).toEqual({
    ok: true,
    value: { moved: 1 },
  })
  expect((await stand(colleague, ana)).stage).toBe('connected')
})

test('do-not-contact shows in every relationship with its quote', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana')
  await record(caller, { person: ana, kind: 'comment' })
  await inside(caller, tx =>
    markDoNotContact(tx, touchDeps, {
      workspace: caller.workspace,
      people: [ana],
      reason: 'Profile says so.',
      quote: 'no recruiters',
      user: null,
      at: clock.now(),
    }),
  )
  const whole = await stand(caller, ana)
  expect([whole.stage, whole.relationship?.side_reason]).toEqual(['do-not-contact', 'Profile says so. “no recruiters”'])
  expect(whole.step).toMatchObject({ id: 'none' })
})

test('a merge joins both histories at the higher rung; its undo gives both back', async () => {
  const caller = await createWorkspace(database.db)
  const [ana, other] = [await add(caller, 'Ana'), await add(caller, 'anaruiz')]
  await record(caller, { person: ana, kind: 'comment' }, { person: other, kind: 'their-message', tool: 'xmpp' })
  const decision = {
    workspace: caller.workspace,
    user: caller.user,
    decidedBy: 'recruiter' as const,
    probability: 1,
    evidence: [],
    now: clock.now(),
  }
  const merged = await inside(caller, tx => mergeInto(tx, touchDeps, decision, ana, other))
  if (!merged.ok) throw new Error(merged.refusal.code)
  const whole = await stand(caller, ana)
  expect([whole.stage, whole.moves.length]).toEqual(['connected', 2])
  await inside(caller, tx =>
    takeBackMove(tx, touchDeps, {
      workspace: caller.workspace,
      user: caller.user,
      move: merged.value,
      now: clock.now(),
    }),
  )
  expect([(await stand(caller, ana)).stage, (await stand(caller, other)).stage]).toEqual(['engaged', 'connected'])
  expect((await stand(caller, ana)).moves).toHaveLength(1)
})

test('thousands of touches are recorded in one go', async () => {
  const caller = await createWorkspace(database.db)
  const people = await inside(caller, async tx => {
    const ids = Array.from({ length: 300 }, () => newId<'Person'>())
    for (const person of ids) await insertPerson(tx, caller.workspace, { person, displayName: 'P' }, clock.now())
    return ids
  })
  const touches = people.flatMap(person => [
    { person, kind: 'invite-accepted' as const, tool: 'linkedin' as const, key: `i:${person}` },
    ...Array.from({ length: 6 }, (_, n) => ({ person, kind: 'our-message' as const, key: `m:${person}:${n}` })),
  ])
  expect(await record(caller, ...touches)).toEqual({ recorded: 2_100, moved: 300 })
  expect(await record(caller, ...touches)).toEqual({ recorded: 0, moved: 0 })
  const marks = await inside(caller, tx => relationshipMarks(tx, deps(), caller, people.slice(0, 50)))
  expect(new Set([...marks.values()].map(mark => mark.stage))).toEqual(new Set(['connected']))
})

test('an import that is undone takes back the rungs it led to, and only those', async () => {
  const caller = await createWorkspace(database.db)
  const [onlyFile, fileThenTalk, readBefore] = [
    await add(caller, 'Ana'),
    await add(caller, 'Tom'),
    await add(caller, 'Li'),
  ]
  const importId = newId<'Import'>()
  await record(caller, { person: readBefore, kind: 'reading' })
  clock.pass(60_000)
  const past = [onlyFile, fileThenTalk, readBefore].flatMap(person => [
    { person, kind: 'invite-sent' as const, importId, key: `import invite ${person}` },
    { person, kind: 'invite-accepted' as const, importId, key: `import accepted ${person}` },
  ])
  await record(caller, ...past)
  for (const person of [onlyFile, fileThenTalk, readBefore])
    expect(await stand(caller, person)).toMatchObject({ stage: 'connected' })
  clock.pass(60_000)
  await record(caller, { person: fileThenTalk, kind: 'our-message' }, { person: fileThenTalk, kind: 'introduced' })
  const talked = await stand(caller, fileThenTalk)
  expect(talked.stage).not.toBe('connected')
  await inside(caller, tx => events.announce(tx, importUndone, { ...caller, importId, at: clock.now() }))
  expect(await stand(caller, onlyFile)).toMatchObject({
    stage: 'found',
    relationship: { last_touch_at: null, last_in_at: null, last_out_at: null },
  })
  expect(await stand(caller, readBefore)).toMatchObject({ stage: 'read', relationship: { last_touch_at: null } })
  const after = await stand(caller, fileThenTalk)
  expect(after).toMatchObject({ stage: talked.stage, relationship: { last_in_at: null } })
  expect(after.relationship?.last_out_at).toEqual(talked.relationship?.last_out_at)
  await record(caller, ...past)
  expect(await stand(caller, onlyFile)).toMatchObject({ stage: 'connected' })
})

test('a side state that came after an import stays when the import is undone', async () => {
  const caller = await createWorkspace(database.db)
  const person = await add(caller, 'Ana')
  const importId = newId<'Import'>()
  await record(caller, { person, kind: 'invite-accepted', importId, key: 'import accepted' })
  await inside(caller, tx =>
    markDoNotContact(tx, touchDeps, {
      workspace: caller.workspace,
      people: [person],
      reason: 'They said so.',
      user: caller.user,
      at: clock.now(),
    }),
  )
  await inside(caller, tx => events.announce(tx, importUndone, { ...caller, importId, at: clock.now() }))
  expect(await stand(caller, person)).toMatchObject({ relationship: { stage: 'found', side: 'do-not-contact' } })
})
