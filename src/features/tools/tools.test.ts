import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter, createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { dropOwnPicture, putOwnPicture, readOwnPicture } from './actions/own-pictures.ts'
import { keepOwnProfile, readOwnProfiles } from './actions/own-profiles.ts'
import {
  editPlaybook,
  quietHint,
  readPlaybookHistory,
  readPlaybookState,
  type ToolsDeps,
  tickItem,
} from './actions/playbooks.ts'
import { judgeField, toolProfileOf } from './model.ts'
import { listStandingEdits } from './store/playbooks.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let deps: ToolsDeps
const clock = createTestClock('2026-03-02T10:00:00Z')

beforeAll(async () => {
  database = await startTestDatabase()
  deps = { db: database.db, clock }
})
afterAll(() => database[Symbol.asyncDispose]())

const say = (text: string) => ({ kind: 'text' as const, text })

test('each version of a part is kept with its writer, and undo is the value before, written again', async () => {
  const mara = await createWorkspace(deps.db, 'admin')
  const first = await editPlaybook(deps, mara, {
    tool: 'irc',
    part: 'norms',
    value: say('Fridays only.'),
    before: null,
  })
  if (!first.ok) throw new Error('refused')
  clock.pass(1_000)
  const second = await editPlaybook(deps, mara, {
    tool: 'irc',
    part: 'norms',
    value: say('Never.'),
    before: first.value,
  })
  if (!second.ok) throw new Error('refused')
  clock.pass(1_000)
  const undone = await editPlaybook(deps, mara, {
    tool: 'irc',
    part: 'norms',
    value: say('Fridays only.'),
    before: second.value,
  })
  expect(undone.ok).toBe(true)
  const history = await readPlaybookHistory(deps, mara, 'irc')
  expect(history.map(each => [each.value, each.by, each.stands])).toEqual([
    [say('Fridays only.'), 'Mara', true],
    [say('Never.'), 'Mara', false],
    [say('Fridays only.'), 'Mara', false],
  ])
  expect((await readPlaybookState(deps, mara)).edits).toMatchObject([
    { tool: 'irc', part: 'norms', value: say('Fridays only.') },
  ])
})

test('two admins can’t write over each other unseen', async () => {
  const mara = await createWorkspace(deps.db, 'admin')
  const jo = { ...mara, user: newId<'User'>() }
  await addRecruiter(deps.db, jo)
  const given = { tool: 'xmpp' as const, part: 'who', before: null }
  const results = await Promise.all([
    editPlaybook(deps, mara, { ...given, value: say('Gardeners.') }),
    editPlaybook(deps, jo, { ...given, value: say('Sailors.') }),
  ])
  expect(results.map(result => result.ok).toSorted()).toEqual([false, true])
  expect(results.find(result => !result.ok)).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
})

test('a part that is no section and no term of that name is refused', async () => {
  const mara = await createWorkspace(deps.db, 'admin')
  const term = { kind: 'term' as const, term: { term: 'MUC', meaning: 'a room' } }
  const wrong = [
    { part: 'lore', value: say('x') },
    { part: 'norms', value: term },
    { part: 'norms', value: say('  ') },
    { part: 'term:room', value: term },
    { part: 'term:', value: null },
  ]
  for (const { part, value } of wrong)
    expect(await editPlaybook(deps, mara, { tool: 'xmpp', part, value, before: null })).toMatchObject({
      refusal: { code: 'no-such-part' },
    })
  expect((await editPlaybook(deps, mara, { tool: 'xmpp', part: 'term:muc', value: term, before: null })).ok).toBe(true)
})

test('ticks, quiet hints and own profiles belong to one recruiter, edits to one workspace', async () => {
  const mara = await createWorkspace(deps.db, 'admin')
  const jo = { ...mara, user: newId<'User'>() }
  await addRecruiter(deps.db, jo)
  const stranger = await createWorkspace(deps.db, 'admin')
  await tickItem(deps, mara, { tool: 'irc', item: 'nick', done: true })
  await tickItem(deps, mara, { tool: 'irc', item: 'nick', done: true })
  await tickItem(deps, mara, { tool: 'irc', item: 'topic', done: true })
  await tickItem(deps, mara, { tool: 'irc', item: 'topic', done: false })
  await quietHint(deps, mara, { tool: 'irc', hint: 'split', quiet: true })
  await editPlaybook(deps, mara, { tool: 'irc', part: 'who', value: say('Us.'), before: null })
  await keepOwnProfile(deps, mara, { place: 'master', fields: { name: 'Mara' }, checked: false })
  const own = await readPlaybookState(deps, mara)
  expect(own.done).toEqual([{ tool: 'irc', item: 'nick' }])
  expect(own.quiet).toEqual([{ tool: 'irc', hint: 'split' }])
  expect(await readPlaybookState(deps, jo)).toMatchObject({ done: [], quiet: [], edits: [{ part: 'who' }] })
  expect(await readOwnProfiles(deps, jo)).toEqual({ profiles: [], picture: undefined })
  expect(await readPlaybookState(deps, stranger)).toEqual({ edits: [], done: [], quiet: [] })
  expect(await readOwnProfiles(deps, stranger)).toEqual({ profiles: [], picture: undefined })
  // Even a query that names the wrong workspace sees nothing through the wall.
  expect(await inWorkspace(deps.db, stranger.workspace, tx => listStandingEdits(tx, mara.workspace))).toEqual([])
})

test('a profile keeps the fields that are not named, and a check alone makes nothing newer', async () => {
  const mara = await createWorkspace(deps.db)
  await keepOwnProfile(deps, mara, { place: 'github', fields: { name: 'Mara', place: 'Porto' }, checked: false })
  const [before] = (await readOwnProfiles(deps, mara)).profiles
  clock.pass(60_000)
  await keepOwnProfile(deps, mara, { place: 'github', fields: undefined, checked: true })
  const [checked] = (await readOwnProfiles(deps, mara)).profiles
  expect(checked).toMatchObject({
    fields: { name: 'Mara', place: 'Porto' },
    updatedAt: before?.updatedAt,
    checkedAt: clock.now(),
  })
  await keepOwnProfile(deps, mara, { place: 'github', fields: { place: 'Lyon' }, checked: false })
  expect((await readOwnProfiles(deps, mara)).profiles[0]).toMatchObject({
    fields: { name: 'Mara', place: 'Lyon' },
    checkedAt: checked?.checkedAt,
  })
})

test('the one picture is drawn anew as a square JPEG without what the camera wrote, and belongs to one recruiter', async () => {
  const mara = await createWorkspace(deps.db)
  const jo = { ...mara, user: newId<'User'>() }
  await addRecruiter(deps.db, jo)
  const photo = await sharp({ create: { width: 1_200, height: 700, channels: 4, background: '#2266aa80' } })
    .withExif({ IFD0: { Copyright: 'Somewhere in Porto' } })
    .png()
    .toBuffer()
  const put = await putOwnPicture(deps, mara, photo)
  const kept = await readOwnPicture(deps, mara)
  expect(put).toEqual({ ok: true, value: kept?.id })
  const drawn = await sharp(kept?.jpeg).metadata()
  expect(drawn).toMatchObject({ format: 'jpeg', width: 800, height: 800, hasAlpha: false })
  expect(drawn.exif).toBeUndefined()
  expect((await readOwnProfiles(deps, mara)).picture).toBe(kept?.id)
  expect(await readOwnPicture(deps, jo)).toBeUndefined()
  // What is no picture changes nothing.
  expect(await putOwnPicture(deps, mara, new TextEncoder().encode('<svg onload="x"/>'))).toMatchObject({ ok: false })
  expect((await readOwnPicture(deps, mara))?.id).toBe(kept?.id)
  await dropOwnPicture(deps, mara)
  expect(await readOwnPicture(deps, mara)).toBeUndefined()
})

test('a tool says by its id which picture stands there, and another one says so', () => {
  const photo = toolProfileOf('mastodon')?.fields.find(({ id }) => id === 'photo')
  const state = (ours: string, there: string) => photo && judgeField(photo, { photo: ours }, { photo: there })
  expect(state('b', 'b')).toEqual({ state: 'same', copy: 'b' })
  expect(state('b', '')).toEqual({ state: 'missing', copy: 'b' })
  expect(state('b', 'a')).toEqual({ state: 'differs', copy: 'b' })
  expect(state('', 'a')).toEqual({ state: 'nothing-yet', copy: '' })
})
