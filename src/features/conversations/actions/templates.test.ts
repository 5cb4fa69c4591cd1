import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { recordingHost } from '#connectors/conformance/recording-host.ts'
import type { Session } from '#connectors/contract.ts'
import { createWhatsAppConnector } from '#connectors/whatsapp/index.ts'
import { asksAboutWork, isDecline, isIntroduction } from '#features/etiquette/model.ts'
import { recordSpoken, takeBackSpoken } from '#features/relationships/index.ts'
import { optsOut } from '#features/relationships/model.ts'
import { hourMs, minuteMs } from '#kernel/clock.ts'
import { type ConversationId, type MessageId, newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { createHttpClient } from '#platform/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { startWhatsApp } from '#tests/servers/whatsapp.ts'
import { exportConsents } from '../export.ts'
import { drainOutbox } from '../runtime/outbox.ts'
import { type Connection, findConnection } from '../store/connections.ts'
import { findMessages } from '../store/messages.ts'
import { readAssessment } from './assess.ts'
import { openConversation } from './begin.ts'
import { commitEvents } from './commit.ts'
import { recordConsent } from './consent.ts'
import { takeBackByHand } from './hand-off.ts'
import { readConversation } from './manage.ts'
import { resolveMessage, type SendInput, sendMessage } from './send.ts'
import { readTemplates } from './templates.ts'

const http = createHttpClient({ allowAddress: address => address === '127.0.0.1' })
const plain = createWhatsAppConnector({ http, pace: { everyMs: 60, firstWaitMs: 60, longestWaitMs: 200 } })
const ana = '+16505551234'
const approved = (name: string, text: string) => ({
  id: name,
  name,
  language: 'en',
  status: 'APPROVED',
  category: 'UTILITY',
  components: [{ type: 'BODY', text }],
})

let database: Awaited<ReturnType<typeof startTestDatabase>>
let network: Awaited<ReturnType<typeof startWhatsApp>>
let session: Session
let caller: Caller
let connection: Connection
let person: PersonId
let aheadMs: number
let stop: () => Promise<void>

const events = createEvents()
const clock = { now: () => new Date(Date.now() + aheadMs) }
const touches = {
  events,
  suppressionKey: new Uint8Array(32),
  readText: { introduces: isIntroduction, asksAboutWork, declines: isDecline, optsOut },
}
const depsNow = () => ({
  db: database.db,
  clock,
  suppressionKey: new Uint8Array(32),
  connectorOf: async () => plain,
  session: () => session,
  recordSpoken: (tx: Parameters<typeof recordSpoken>[0], spoken: Parameters<typeof recordSpoken>[2]) =>
    recordSpoken(tx, touches, spoken, clock.now()),
  takeBackSpoken: (tx: Parameters<typeof takeBackSpoken>[0], told: Parameters<typeof takeBackSpoken>[2]) =>
    takeBackSpoken(tx, touches, told),
})

beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

beforeEach(async () => {
  aheadMs = 0
  const place = await seedConnection(database.db, 'whatsapp')
  const { workspace } = place
  caller = { workspace, user: place.user, role: 'recruiter' }
  person = await seedPerson(database.db, workspace, { tool: 'whatsapp', key: ana, name: 'Ana Ruiz' })
  const found = await inWorkspace(database.db, workspace, tx => findConnection(tx, workspace, place.connection))
  if (!found) throw new Error('the connection is there')
  connection = found
  network = await startWhatsApp(plain)
  network.templates = [
    approved(
      'hello',
      'Hi {{1}}, this is {{2}}. We spoke about your orchard. How did your trees come through the frost?',
    ),
    approved('role', 'Hi {{1}}, we have an open role as head gardener that pays well. Are you interested in the job?'),
  ]
  const recording = recordingHost()
  const host = {
    ...recording.host,
    commit: async (news: Parameters<typeof recording.host.commit>[0]) => {
      await commitEvents(depsNow(), { workspace, connection: place.connection }, news)
    },
  }
  session = network.connector.open(network.account, host)
  const ending = new AbortController()
  const running = session.run(undefined, ending.signal)
  await recording.until('connected', () => recording.states.some(state => state.kind === 'connected'))
  stop = async () => {
    ending.abort()
    await running
    await session[Symbol.asyncDispose]()
    await network[Symbol.asyncDispose]()
  }
})
afterEach(() => stop())

async function open(): Promise<ConversationId> {
  const opened = await openConversation(depsNow(), caller, { connection: connection.id, address: ana })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value
}
async function hearFromThem(text: string): Promise<ConversationId> {
  await network.stranger.say(text)
  await network.stranger.settled()
  return open()
}
const values = { 1: 'Ana', 2: 'Mara, a recruiter for garden people' }
const words =
  'Hi Ana, this is Mara, a recruiter for garden people. We spoke about your orchard. How did your trees come through the frost?'
const send = (id: ConversationId, more: Partial<SendInput> = {}) =>
  sendMessage(depsNow(), caller, id, {
    id: newId<'Message'>(),
    text: '',
    action: 'message',
    template: { name: 'hello', language: 'en', values },
    ...more,
  })
/** Past the seconds in which a message can be taken back. */
const drain = async () => {
  aheadMs += minuteMs
  await drainOutbox(depsNow(), connection, session, new AbortController().signal)
}
const message = async (id: MessageId) => {
  const [found] = await inWorkspace(database.db, caller.workspace, tx => findMessages(tx, caller.workspace, [id]))
  return found
}
const detail = async (id: ConversationId) => {
  const found = await readConversation(depsNow(), caller, id)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}
const stage = async () => {
  const { rows } = await inWorkspace(database.db, caller.workspace, tx =>
    sql<{ stage: string }>`select stage from relationships where workspace_id = ${caller.workspace}
      and person_id = ${person} and user_id = ${caller.user}`.execute(tx),
  )
  return rows[0]?.stage
}

test('when 24 hours are over free text is closed and says until when it was open; an approved template goes out as it reads', async () => {
  const id = await hearFromThem('Hello, you wanted to know about my trees?')
  const open = await detail(id)
  expect(open).toMatchObject({ templates: true, byHand: null, consent: null })
  expect(open.freeText?.until?.getTime()).toBe((open.freeText?.heardAt?.getTime() ?? 0) + 24 * hourMs)
  aheadMs = 25 * hourMs
  const free = await sendMessage(depsNow(), caller, id, {
    id: newId<'Message'>(),
    text: 'Any news of the trees?',
    action: 'message',
  })
  expect(free).toMatchObject({ ok: false, refusal: { code: 'not-yet', verdict: { hard: true } } })
  const sent = await send(id)
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal))
  expect(sent.value.row).toMatchObject({ text: words, delivery: 'queued' })
  await drain()
  expect(network.sent.at(-1)?.body).toMatchObject({
    type: 'template',
    to: '16505551234',
    biz_opaque_callback_data: sent.value.row.id,
    template: {
      name: 'hello',
      language: { code: 'en' },
      components: [{ type: 'body', parameters: Object.values(values).map(text => ({ type: 'text', text })) }],
    },
  })
  await network.stranger.settled()
  await expect.poll(async () => (await message(sent.value.row.id))?.delivery, { timeout: 20_000 }).toBe('delivered')
  expect(await message(sent.value.row.id)).toMatchObject({ detail: { template: { name: 'hello' } } })
})

test('the same template under the same id goes once', async () => {
  const id = await hearFromThem('Hi')
  aheadMs = 25 * hourMs
  const one = newId<'Message'>()
  const [first, second] = [await send(id, { id: one }), await send(id, { id: one })]
  expect([first.ok, second.ok && second.value.row.id]).toEqual([true, one])
  await drain()
  await drain()
  expect(network.sent.filter(({ body }) => body.type === 'template')).toHaveLength(1)
})

test('a template whose fate is not known is not sent again by itself; the recruiter decides', async () => {
  const id = await hearFromThem('Hi')
  aheadMs = 25 * hourMs
  network.answerWith({ status: 200, bytes: 'no json at all', as: 'broken' })
  const sent = await send(id)
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal))
  const { row } = sent.value
  await drain()
  await drain()
  expect(await message(row.id)).toMatchObject({ delivery: 'unknown' })
  expect(network.sent.filter(({ body }) => body.type === 'template')).toHaveLength(0)
  expect(await resolveMessage(depsNow(), caller, row.id, 'send-again')).toMatchObject({ ok: true })
  await drain()
  expect(network.sent.at(-1)?.body).toMatchObject({ type: 'template', biz_opaque_callback_data: row.id })
})

test('only what the network approved goes under its name, with every slot filled', async () => {
  const id = await hearFromThem('Hi')
  expect(await readTemplates(depsNow(), caller, id)).toMatchObject({
    ok: true,
    value: [{ name: 'hello' }, { name: 'role' }],
  })
  const gone = { name: 'gone', language: 'en', values: {} }
  expect(await send(id, { template: gone })).toMatchObject({ ok: false, refusal: { code: 'no-such-template' } })
  const empty = { name: 'hello', language: 'en', values: { 1: 'Ana', 2: ' \n ' } }
  expect(await send(id, { template: empty })).toMatchObject({ ok: false, refusal: { code: 'slot-empty', slot: '2' } })
  const wild = { name: 'hello', language: 'en', values: { 1: 'Ana\n\n\n  Ruiz', 2: 'Mara' } }
  const sent = await send(id, { template: wild, text: 'something else altogether' })
  expect(sent.ok && sent.value.row.text).toContain('Hi Ana Ruiz, this is Mara.')
})

test('the list is asked for once in some minutes, and what is approved meanwhile comes with the next asking; a network that is away takes nothing from it', async () => {
  const id = await hearFromThem('Hi')
  const names = async () => {
    const found = await readTemplates(depsNow(), caller, id)
    return found.ok ? found.value.map(each => each.name) : found.refusal.code
  }
  expect(await names()).toEqual(['hello', 'role'])
  network.templates = [approved('later', 'Hi again')]
  expect(await names()).toEqual(['hello', 'role'])
  aheadMs += 6 * minuteMs
  expect(await names()).toEqual(['later'])
  await network.kill()
  aheadMs += 6 * minuteMs
  expect(await names()).toEqual(['later'])
})

test('a template is judged by how it reads: a job before an introduction waits, and who wants no contact gets none', async () => {
  const id = await hearFromThem('Hi')
  const role = { name: 'role', language: 'en', values: { 1: 'Ana' } }
  const job = await send(id, { template: role })
  expect(job.ok ? [] : 'verdict' in job.refusal && job.refusal.verdict.reasons.map(reason => reason.code)).toContain(
    'job-before-introduction',
  )
  await inWorkspace(database.db, caller.workspace, tx =>
    sql`update people set do_not_contact_at = now() where workspace_id = ${caller.workspace} and person_id = ${person}`.execute(
      tx,
    ),
  )
  expect(await send(id)).toMatchObject({
    ok: false,
    refusal: { code: 'not-yet', verdict: { hard: true, reasons: [{ code: 'do-not-contact' }] } },
  })
  expect(network.sent.filter(({ body }) => body.type === 'template')).toHaveLength(0)
})

test('a first contact needs that person’s own yes, kept with its words and time; taken back, it holds no longer', async () => {
  const id = await open()
  expect((await detail(id)).freeText).toEqual({ heardAt: null, until: null })
  const refused = {
    ok: false,
    refusal: { code: 'not-yet', verdict: { hard: true, reasons: [{ code: 'not-opted-in' }] } },
  }
  expect(await send(id)).toMatchObject(refused)
  const givenAt = new Date(Date.now() - 2 * hourMs)
  const yes = { id: newId<'Message'>(), wording: 'Yes, write to me on WhatsApp.', heard: 'at the fruit fair', givenAt }
  const ahead = { ...yes, givenAt: new Date(Date.now() + hourMs) }
  expect(await recordConsent(depsNow(), caller, id, ahead)).toMatchObject({ refusal: { code: 'not-given-yet' } })
  expect(await recordConsent(depsNow(), caller, id, yes)).toEqual({ ok: true, value: undefined })
  expect(await recordConsent(depsNow(), caller, id, yes)).toEqual({ ok: true, value: undefined })
  expect((await detail(id)).consent).toMatchObject({ wording: yes.wording, givenAt })
  expect(await stage()).toBe('connected')
  const exported = await inWorkspace(database.db, caller.workspace, tx => exportConsents(tx, caller.workspace, person))
  expect(exported).toMatchObject({ consents: [{ wording: yes.wording, heard: yes.heard, givenAt, tool: 'whatsapp' }] })
  expect(await readAssessment(depsNow(), caller, id, { action: 'message', text: words })).toMatchObject({
    reasons: [{ code: 'window-closed' }],
  })
  expect(await takeBackByHand(depsNow(), caller, yes.id)).toEqual({ ok: true, value: undefined })
  expect(await send(id)).toMatchObject(refused)
  expect(await stage()).toBe('found')
  expect(await recordConsent(depsNow(), caller, id, { ...yes, id: newId<'Message'>() })).toMatchObject({ ok: true })
  expect(await send(id)).toMatchObject({ ok: true })
  await drain()
  expect(network.sent.filter(({ body }) => body.type === 'template')).toHaveLength(1)
})

test('one person’s yes is not another’s', async () => {
  const id = await open()
  const yes = { id: newId<'Message'>(), wording: 'Yes', heard: 'on the phone', givenAt: new Date(Date.now() - hourMs) }
  await recordConsent(depsNow(), caller, id, yes)
  await seedPerson(database.db, caller.workspace, { tool: 'whatsapp', key: '+16505550000', name: 'Tom' })
  const other = await openConversation(depsNow(), caller, { connection: connection.id, address: '+16505550000' })
  if (!other.ok) throw new Error(other.refusal.code)
  expect(await send(other.value)).toMatchObject({ refusal: { verdict: { reasons: [{ code: 'not-opted-in' }] } } })
})
