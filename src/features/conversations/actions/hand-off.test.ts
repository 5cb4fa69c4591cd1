import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asksAboutWork, isDecline, isIntroduction } from '#features/etiquette/model.ts'
import { recordSpoken, takeBackSpoken } from '#features/relationships/index.ts'
import { optsOut } from '#features/relationships/model.ts'
import { hourMs } from '#kernel/clock.ts'
import { type ConversationId, type MessageId, newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter } from '#tests/servers/workspace.ts'
import { findMessages } from '../store/messages.ts'
import { answerQuestion, askAdmin, readOpenQuestions, readQuestions } from './ask.ts'
import { askByHand, readQuestionsByHand } from './ask-by-hand.ts'
import { checkConnections } from './check.ts'
import { readConnections } from './connections.ts'
import { checkHandOff, recordAnswer, recordHandOff, takeBackByHand } from './hand-off.ts'
import { hooksUnder } from './hooks.ts'
import { readConversation } from './manage.ts'
import { readOverrideMonths, readOverrides } from './overrides-report.ts'
import { sendMessage } from './send.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let caller: Caller
let person: PersonId
const events = createEvents()
const now = new Date('2026-05-04T10:00:00Z')
const clock = { now: () => now }
const touches = {
  events,
  suppressionKey: new Uint8Array(32),
  readText: { introduces: isIntroduction, asksAboutWork, declines: isDecline, optsOut },
}
const depsNow = () => ({
  db: database.db,
  clock,
  connectorOf: async () => undefined,
  session: () => undefined,
  recordSpoken: (tx: Parameters<typeof recordSpoken>[0], spoken: Parameters<typeof recordSpoken>[2]) =>
    recordSpoken(tx, touches, spoken, now),
  takeBackSpoken: (tx: Parameters<typeof takeBackSpoken>[0], told: Parameters<typeof takeBackSpoken>[2]) =>
    takeBackSpoken(tx, touches, told),
})

beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

beforeEach(async () => {
  const place = await seedConnection(database.db)
  caller = { workspace: place.workspace, user: place.user, role: 'recruiter' }
  person = await seedPerson(database.db, place.workspace, { tool: 'linkedin', key: 'ana-ruiz', name: 'Ana Ruiz' })
})

const within = <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  inWorkspace(database.db, caller.workspace, async tx => (await query.execute(tx)).rows)
const profile = (tool: ToolId, key: string, more: { handle?: string; url?: string } = {}) =>
  within(sql`insert into profiles (workspace_id, profile_id, person_id, tool, profile_key, handle, url, source, collected_at, updated_at)
    values (${caller.workspace}, ${newId()}, ${person}, ${tool}, ${key}, ${more.handle ?? null}, ${more.url ?? null}, 'test', ${now}, ${now})
    on conflict do nothing`)
const stage = async () =>
  (
    await within(sql<{ stage: string }>`select stage from relationships where workspace_id = ${caller.workspace}
      and person_id = ${person} and user_id = ${caller.user}`)
  )[0]?.stage
const message = async (id: MessageId) =>
  (await inWorkspace(database.db, caller.workspace, tx => findMessages(tx, caller.workspace, [id])))[0]
const answered = (more: Partial<Parameters<typeof recordAnswer>[2]> = {}) => ({
  id: newId<'Message'>(),
  person,
  tool: 'linkedin' as const,
  surface: 'direct' as const,
  kind: 'answered' as const,
  text: 'Thanks, the new trees did well.',
  ...more,
})
async function threadAfterAnswer(tool: ToolId = 'linkedin'): Promise<{ id: MessageId; thread: ConversationId }> {
  const given = answered({ tool })
  expect(await recordAnswer(depsNow(), caller, given)).toMatchObject({ ok: true })
  const row = await message(given.id)
  if (!row) throw new Error('what was recorded is there')
  return { id: given.id, thread: row.conversation }
}

test('“Copy and open” opens the page on which this person is written to, tool by tool', async () => {
  await within(sql`update profiles set handle = 'ana-ruiz' where workspace_id = ${caller.workspace}`)
  await profile('facebook', 'ana.ruiz', { handle: 'ana.ruiz' })
  await profile('myspace', 'anaruiz', { handle: 'anaruiz', url: 'https://myspace.com/anaruiz' })
  await profile('blog', 'ana.example', { url: 'https://ana.example/about' })
  await profile('github', 'anaruiz', { handle: 'anaruiz' })
  const page = async (tool: ToolId, action: 'message' | 'comment' = 'message') => {
    const surface = action === 'comment' ? ('public' as const) : ('direct' as const)
    const found = await checkHandOff(depsNow(), caller, { person, tool, surface, action, text: 'Hello Ana' })
    return found.ok ? found.value.url : found.refusal.code
  }
  expect(await page('linkedin')).toBe('https://www.linkedin.com/in/ana-ruiz/')
  expect(await page('facebook')).toBe('https://www.facebook.com/messages/t/ana.ruiz')
  expect(await page('myspace')).toContain('myspace.com')
  expect(await page('blog', 'comment')).toBe('https://ana.example/about')
  expect(await page('github')).toBe('https://github.com/anaruiz')
  expect(await page('xmpp')).toBeNull()
})

test('by hand the rules are the same, and “I sent it” keeps it once', async () => {
  const draft = { person, tool: 'linkedin' as const, surface: 'direct' as const, action: 'message' as const }
  const cold = { ...draft, id: newId<'Message'>(), text: 'Hi Ana, nice profile!' }
  expect(await recordHandOff(depsNow(), caller, cold)).toMatchObject({
    refusal: { code: 'not-yet', assessment: { verdict: 'block' } },
  })
  expect(await message(cold.id)).toBeUndefined()
  await threadAfterAnswer()
  const warm = { ...draft, id: newId<'Message'>(), text: 'Good to hear! How did the young pears do?' }
  for (const _ of [1, 2]) expect(await recordHandOff(depsNow(), caller, warm)).toEqual({ ok: true, value: warm.id })
  expect(await message(warm.id)).toMatchObject({ own: true, delivery: 'accepted', detail: { byHand: true } })
  const counted = await within(sql<{ n: number }>`select count(*)::int as n from touches
    where workspace_id = ${caller.workspace} and message_id = ${warm.id} and kind = 'our-message'`)
  expect(counted[0]?.n).toBe(1)
})

test('a pasted answer becomes their message with its time, marked as pasted, and moves the stage by a touch', async () => {
  const at = new Date(now.getTime() - 3 * hourMs)
  const given = answered({ at })
  for (const _ of [1, 2]) expect(await recordAnswer(depsNow(), caller, given)).toEqual({ ok: true, value: given.id })
  expect(await message(given.id)).toMatchObject({
    own: false,
    kind: 'text',
    text: given.text,
    sentAt: at,
    delivery: 'received',
    detail: { byHand: true },
  })
  expect(await stage()).toBe('connected')
  const ahead = answered({ at: new Date(now.getTime() + hourMs) })
  await recordAnswer(depsNow(), caller, ahead)
  expect((await message(ahead.id))?.sentAt).toEqual(now)
})

test('a pasted answer can be taken back: it leaves the thread, and the stage rests on what is left', async () => {
  const { id, thread } = await threadAfterAnswer()
  const second = answered({ text: 'And one more thing.' })
  await recordAnswer(depsNow(), caller, second)
  expect(await takeBackByHand(depsNow(), caller, second.id)).toEqual({ ok: true, value: undefined })
  expect(await stage()).toBe('connected')
  const preview = async () => {
    const found = await readConversation(depsNow(), caller, thread)
    return found.ok ? found.value.row.lastPreview : found.refusal.code
  }
  expect(await preview()).toBe('Thanks, the new trees did well.')
  expect(await takeBackByHand(depsNow(), caller, id)).toEqual({ ok: true, value: undefined })
  expect(await message(id)).toBeUndefined()
  expect(await stage()).toBe('found')
  expect(await preview()).toBe('')
  expect(await takeBackByHand(depsNow(), caller, id)).toMatchObject({ refusal: { code: 'no-such-message' } })
})

test('what the network brought is never taken back this way, nor by somebody of another workspace', async () => {
  const { id, thread } = await threadAfterAnswer()
  const other = await seedConnection(database.db)
  const stranger: Caller = { workspace: other.workspace, user: other.user, role: 'owner' }
  const gone = { refusal: { code: 'no-such-message' } }
  expect(await takeBackByHand(depsNow(), stranger, id)).toMatchObject(gone)
  expect(await takeBackByHand(depsNow(), { ...caller, role: 'viewer' }, id)).toMatchObject({
    refusal: { code: 'viewers-read' },
  })
  await within(
    sql`update messages set detail = '{}' where workspace_id = ${caller.workspace} and conversation_id = ${thread}`,
  )
  expect(await takeBackByHand(depsNow(), caller, id)).toMatchObject(gone)
  expect(await message(id)).toBeDefined()
})

test('a thread by hand is no connection: nothing is queued in it, no doctor looks at it, and its composer opens the page', async () => {
  await within(sql`update profiles set handle = 'ana-ruiz' where workspace_id = ${caller.workspace}`)
  const { thread } = await threadAfterAnswer()
  const sent = { id: newId<'Message'>(), text: 'How did the pears do?', action: 'message' as const }
  expect(await sendMessage(depsNow(), caller, thread, sent)).toEqual({ ok: false, refusal: { code: 'by-hand' } })
  expect(await message(sent.id)).toBeUndefined()
  const found = await readConversation(depsNow(), caller, thread)
  expect(found).toMatchObject({
    ok: true,
    value: { byHand: { url: 'https://www.linkedin.com/in/ana-ruiz/' }, ways: [{ tool: 'linkedin', unable: null }] },
  })
  const hooks = hooksUnder(new URL('http://127.0.0.1'), new Uint8Array(32))
  const listed = await readConnections({ db: database.db, hooks, connectors: async () => [] }, caller)
  expect(listed.map(({ row }) => row.tool)).toEqual(['xmpp'])
  const asked: ToolId[] = []
  const connectorOf = async (tool: ToolId) => {
    asked.push(tool)
    return undefined
  }
  const vault = { seal: () => '', unseal: () => '' }
  await checkConnections({ db: database.db, vault, hooks, connectorOf }, new AbortController().signal)
  expect(new Set(asked)).toEqual(new Set(['xmpp']))
})

test('by hand too, an admin is asked, and what they allow is sent once', async () => {
  await profile('facebook', 'ana.ruiz', { handle: 'ana.ruiz' })
  const { thread } = await threadAfterAnswer('facebook')
  const deps = depsNow()
  const text = 'We have a job opening for a night nurse in Lisbon, apply now!'
  const draft = { person, tool: 'facebook' as const, surface: 'direct' as const, action: 'message' as const, text }
  const sent = (words = text) => recordHandOff(deps, caller, { ...draft, text: words, id: newId<'Message'>() })
  expect(await sent()).toMatchObject({ refusal: { code: 'not-yet' } })
  const asked = await askAdmin(deps, caller, thread, { text, action: 'message' })
  if (!asked.ok) throw new Error(asked.refusal.code)
  const admin: Caller = { workspace: caller.workspace, user: newId<'User'>(), role: 'admin' }
  await addRecruiter(database.db, admin)
  const answer = { yes: true, reason: 'She asked me for it at the fair.' }
  expect(await answerQuestion(deps, admin, asked.value, answer)).toMatchObject({ ok: true })
  expect(await sent(`${text} Soon.`)).toMatchObject({ refusal: { code: 'not-yet' } })
  expect(await sent()).toMatchObject({ ok: true })
  expect(await sent()).toMatchObject({ refusal: { code: 'not-yet' } })
})

test('what has been sent already is kept against a block, seen as that, and opens no step', async () => {
  const cold = {
    person,
    tool: 'linkedin' as const,
    surface: 'direct' as const,
    action: 'message' as const,
    id: newId<'Message'>(),
    text: 'Hi Ana, I’m Mara, I recruit gardeners in Lisbon. Nice profile!',
    sentAlready: true,
  }
  for (const _ of [1, 2]) expect(await recordHandOff(depsNow(), caller, cold)).toEqual({ ok: true, value: cold.id })
  const kept = await message(cold.id)
  expect(kept).toMatchObject({ own: true, detail: { byHand: true, against: ['nothing-read'] } })
  expect(await stage()).toBe('found')
  const told = await within(sql<{ kind: string }>`select kind from touches
    where workspace_id = ${caller.workspace} and message_id = ${cold.id}`)
  expect(told.map(row => row.kind)).toEqual(['our-message'])

  const span = { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-06-01T00:00:00Z') }
  const reported = await readOverrides(depsNow(), caller, { ...span, outcome: 'outside' }, undefined, 10)
  expect(reported).toMatchObject([
    {
      recruiter: caller.user,
      answeredBy: null,
      outcome: 'outside',
      sent: true,
      codes: ['nothing-read'],
      draft: cold.text,
    },
  ])
  expect(await readOverrideMonths(depsNow(), caller, span)).toMatchObject([{ atOnce: 0, granted: 0, outside: 1 }])
  if (kept) expect(await readQuestions(depsNow(), caller, kept.conversation)).toEqual([])

  // Their answer connects; that we said who we are, against the advice, introduces nobody. The next is judged with it in the history.
  const later = { ...cold, id: newId<'Message'>(), text: 'Did you get my note, Ana?', sentAlready: false }
  const refused = await recordHandOff(
    { ...depsNow(), clock: { now: () => new Date(now.getTime() + 24 * hourMs) } },
    caller,
    later,
  )
  if (refused.ok || !('assessment' in refused.refusal)) throw new Error('a block was expected')
  expect(refused.refusal.assessment.reasons.map(reason => reason.code)).toContain('too-soon')
  await threadAfterAnswer()
  expect(await stage()).toBe('connected')
  const warm = { ...cold, id: newId<'Message'>(), text: 'Good to hear! How did the young pears do?' }
  expect(await recordHandOff(depsNow(), caller, warm)).toMatchObject({ ok: true })
  expect((await message(warm.id))?.detail).not.toHaveProperty('against')

  expect(await takeBackByHand(depsNow(), caller, cold.id)).toMatchObject({ ok: true })
  expect(await readOverrides(depsNow(), caller, span, undefined, 10)).toEqual([])
  const audited = await within(sql<{ action: string }>`select action from audit_log
    where workspace_id = ${caller.workspace} and subject_id = ${cold.id} order by at`)
  expect(new Set(audited.map(row => row.action))).toEqual(new Set(['etiquette.sent-outside', 'message.taken-back']))
})

test('a message to somebody who is not to be contacted is a fact too, with its rule', async () => {
  await within(
    sql`update people set do_not_contact_at = ${now} where workspace_id = ${caller.workspace} and person_id = ${person}`,
  )
  const draft = { person, tool: 'linkedin' as const, surface: 'direct' as const, action: 'message' as const }
  const sent = { ...draft, id: newId<'Message'>(), text: 'One last word, Ana.' }
  expect(await recordHandOff(depsNow(), caller, sent)).toMatchObject({ refusal: { code: 'not-yet' } })
  expect(await recordHandOff(depsNow(), caller, { ...sent, sentAlready: true })).toMatchObject({ ok: true })
  expect(await message(sent.id)).toMatchObject({ detail: { against: ['do-not-contact'] } })
})

test('an admin is asked about a text by hand before there is any conversation; it is made, and what they allow goes once', async () => {
  const deps = depsNow()
  const draft = {
    person,
    tool: 'linkedin' as const,
    surface: 'direct' as const,
    action: 'message' as const,
    text: 'Hi Ana, nice profile!',
  }
  const sent = () => recordHandOff(deps, caller, { ...draft, id: newId<'Message'>() })
  expect(await readQuestionsByHand(deps, caller, draft)).toEqual([])
  expect(await askByHand(deps, caller, { ...draft, tool: 'facebook' })).toMatchObject({
    refusal: { code: 'no-profile-there' },
  })
  const asked = await askByHand(deps, caller, draft)
  if (!asked.ok) throw new Error(asked.refusal.code)
  const { conversation } = asked.value
  expect(await readQuestionsByHand(deps, caller, draft)).toMatchObject([
    { id: asked.value.id, conversation, state: 'asked', codes: ['nothing-read'], draft: draft.text },
  ])
  const admin: Caller = { workspace: caller.workspace, user: newId<'User'>(), role: 'admin' }
  await addRecruiter(database.db, admin)
  expect(await readOpenQuestions(deps, admin)).toMatchObject([{ id: asked.value.id, conversation, person }])
  expect(await readConversation(deps, caller, conversation)).toMatchObject({ ok: true, value: { draft: draft.text } })
  expect(await sent()).toMatchObject({ refusal: { code: 'not-yet' } })
  await answerQuestion(deps, admin, asked.value.id, { yes: true, reason: 'We met her at the fair.' })
  expect(await sent()).toMatchObject({ ok: true })
  expect(await sent()).toMatchObject({ refusal: { code: 'not-yet' } })
  expect(await readConversation(deps, caller, conversation)).toMatchObject({ ok: true, value: { draft: '' } })
})

test('an answer in public is asked about too; a hard rule and a text that nothing holds back are not', async () => {
  const deps = depsNow()
  const draft = {
    person,
    tool: 'linkedin' as const,
    surface: 'direct' as const,
    action: 'message' as const,
    text: 'Hi Ana, nice profile!',
  }
  await profile('mastodon', 'ana@meadow.example')
  const job = 'We have a job opening for a night nurse in Lisbon, apply now!'
  const comment = {
    ...draft,
    tool: 'mastodon' as const,
    surface: 'public' as const,
    action: 'comment' as const,
    text: job,
  }
  const asked = await askByHand(deps, caller, comment)
  if (!asked.ok) throw new Error(asked.refusal.code)
  const admin: Caller = { workspace: caller.workspace, user: newId<'User'>(), role: 'admin' }
  await addRecruiter(database.db, admin)
  await answerQuestion(deps, admin, asked.value.id, { yes: true, reason: 'She asked for it in public.' })
  const sent = await recordHandOff(deps, caller, { ...comment, id: newId<'Message'>() })
  expect(sent).toMatchObject({ ok: true })
  await within(
    sql`update people set do_not_contact_at = ${now} where workspace_id = ${caller.workspace} and person_id = ${person}`,
  )
  expect(await askByHand(deps, caller, draft)).toMatchObject({ refusal: { code: 'never' } })
  expect(await askByHand(deps, { ...caller, role: 'viewer' }, draft)).toMatchObject({
    refusal: { code: 'viewers-read' },
  })
})
