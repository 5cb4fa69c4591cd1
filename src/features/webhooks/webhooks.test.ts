import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { candidacyMoved, personApplied } from '#features/openings/index.ts'
import { insertPerson, markDoNotContact, ownerChanged } from '#features/people/index.ts'
import { referralChanged } from '#features/referrals/index.ts'
import { newId, type PersonId, type WebhookId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { allowNetworks, createHttpClient } from '#platform/http.ts'
import { createLog } from '#platform/log.ts'
import { openKeyring } from '#platform/secrets.ts'
import { startWorker } from '#platform/worker.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import {
  changeWebhook,
  createWebhook,
  readDeliveries,
  readWebhooks,
  renewSecret,
  sendAgain,
  testWebhook,
} from './actions/manage.ts'
import type { WebhookDeps } from './deps.ts'
import { judgeAnswer, judgeWebhookUrl, type WebhookEvent } from './model.ts'
import { hearForWebhooks } from './subscriptions.ts'
import { webhookTasks } from './tasks.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let deps: WebhookDeps
let folder: string
const clock = createTestClock('2020-03-02T10:00:00Z')
const events = createEvents()
hearForWebhooks({ events, clock })
const open = new AsyncDisposableStack()

beforeAll(async () => {
  database = open.use(await startTestDatabase())
  folder = await mkdtemp(join(tmpdir(), 'kith-webhooks-'))
  open.defer(() => rm(folder, { recursive: true }))
  const http = open.use(createHttpClient({ allowAddress: allowNetworks(['127.0.0.1/32']) }))
  deps = { db: database.db, clock, http, vault: await openKeyring(join(folder, 'keys')) }
  // The clock stands in the past, so every later try is due at once.
  const log = createLog({ level: 'silent' })
  open.use(await startWorker({ url: database.url, handlers: webhookTasks(deps), concurrency: 2, log, pollMs: 50 }))
})
afterAll(() => open.disposeAsync())

type Got = {
  id: string
  time: string
  signatures: string[]
  body: string
  read: { type: string; timestamp: string; data: unknown }
}

/** A receiver that answers with the given statuses in turn, the last one for ever. */
async function receiver(...statuses: number[]) {
  const got: Got[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const header = (name: string) => String(request.headers[name])
    got.push({
      id: header('webhook-id'),
      time: header('webhook-timestamp'),
      signatures: header('webhook-signature').split(' '),
      body,
      read: JSON.parse(body),
    })
    const status = statuses.length > 1 ? statuses.shift() : statuses[0]
    response.writeHead(status ?? 204, status === 302 ? { location: '/elsewhere' } : {}).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  const address = server.address()
  return { got, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/kith` }
}

/** By the specification's own words, not by the library that signs. */
function signature(secret: string, got: Got): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${got.id}.${got.time}.${got.body}`).digest('base64')}`
}

async function subscribe(caller: Caller, url: string, types: WebhookEvent[] = ['person.do-not-contact']) {
  const made = await createWebhook(deps, caller, { url, events: types })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

async function optOut(caller: Caller): Promise<PersonId> {
  const person = newId<'Person'>()
  const at = clock.now()
  await inWorkspace(deps.db, caller.workspace, async tx => {
    await insertPerson(tx, caller.workspace, { person, displayName: 'Ana Ruiz' }, at)
    const key = new Uint8Array(32).fill(7)
    const told = { workspace: caller.workspace, people: [person], reason: 'asked us to stop', user: null, at }
    await markDoNotContact(tx, { events, suppressionKey: key }, told)
  })
  return person
}

const states = async (caller: Caller, webhook: WebhookId) => {
  const page = await readDeliveries(deps, caller, webhook, undefined)
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value.deliveries
}

const settled = (caller: Caller, webhook: WebhookId, state: string) =>
  vi.waitFor(async () => expect((await states(caller, webhook)).map(row => row.state)).toEqual([state]), 10_000)

test('what happened is told to those who asked for it, signed as Standard Webhooks says, without names or texts', async () => {
  const caller = await createWorkspace(deps.db)
  const { got, url } = await receiver(204)
  const { id, secret } = await subscribe(caller, url)
  const person = await optOut(caller)
  await settled(caller, id, 'delivered')
  expect(got.map(each => each.read)).toEqual([
    {
      type: 'person.do-not-contact',
      timestamp: '2020-03-02T10:00:00.000Z',
      data: { people: [person], doNotContact: true },
    },
  ])
  expect(got[0]?.signatures).toEqual([got[0] && signature(secret, got[0])])
  expect(got[0]?.time).toBe(String(Date.parse('2020-03-02T10:00:00Z') / 1000))
  expect(got[0]?.body).not.toMatch(/Ana|asked/)
})

test('what happens in an opening is told: who applied, who moved, and whose contact somebody is', async () => {
  const caller = await createWorkspace(deps.db)
  const { got, url } = await receiver(204)
  await subscribe(caller, url, ['application.received', 'candidacy.moved', 'person.owner-changed', 'referral.changed'])
  const { workspace, user } = caller
  const [person, opening, candidacy] = [newId<'Person'>(), newId<'Opening'>(), newId<'Candidacy'>()]
  const [application, referral] = [newId<'Application'>(), newId<'Referral'>()]
  const at = clock.now()
  await inWorkspace(deps.db, workspace, async tx => {
    await events.announce(tx, personApplied, { workspace, opening, application, person, referral: 'ana-1', at })
    const moved = { workspace, opening, candidacy, person, user, at }
    await events.announce(tx, candidacyMoved, { ...moved, from: 'offer', to: 'hired', undone: false })
    await events.announce(tx, referralChanged, { workspace, referral, state: 'agreed', at })
    await events.announce(tx, ownerChanged, { workspace, person, from: null, to: user, user, at })
  })
  await vi.waitFor(() => expect(got).toHaveLength(4), 10_000)
  expect(new Map(got.map(({ read }) => [read.type, read.data]))).toEqual(
    new Map<string, unknown>([
      ['application.received', { application, opening, person }],
      ['candidacy.moved', { candidacy, opening, person, user, from: 'offer', to: 'hired', undone: false }],
      ['referral.changed', { referral, state: 'agreed' }],
      ['person.owner-changed', { person, from: null, to: user, user }],
    ]),
  )
})

test('nothing is told of what was rolled back, of other events, or of another workspace', async () => {
  const [ours, theirs] = [await createWorkspace(deps.db), await createWorkspace(deps.db)]
  const { got, url } = await receiver(204)
  await subscribe(ours, url, ['person.erased'])
  const mine = await subscribe(theirs, url)
  await optOut(ours)
  await inWorkspace(deps.db, theirs.workspace, async tx => {
    const person = newId<'Person'>()
    await insertPerson(tx, theirs.workspace, { person, displayName: 'Tom' }, clock.now())
    const told = { workspace: theirs.workspace, people: [person], reason: 'no', user: null, at: clock.now() }
    await markDoNotContact(tx, { events, suppressionKey: new Uint8Array(32) }, told)
    throw new Error('changed my mind')
  }).catch(() => undefined)
  const person = await optOut(theirs)
  await settled(theirs, mine.id, 'delivered')
  expect(got.map(each => each.read.data)).toEqual([{ people: [person], doNotContact: true }])
})

test('a receiver that fails is tried again under the same id until it answers', async () => {
  const caller = await createWorkspace(deps.db)
  const { got, url } = await receiver(500, 302, 429, 200)
  const { id } = await subscribe(caller, url)
  await optOut(caller)
  await settled(caller, id, 'delivered')
  expect(got).toHaveLength(4)
  expect(new Set(got.map(each => each.id)).size).toBe(1)
  expect(await states(caller, id)).toMatchObject([{ attempts: 4, lastStatus: 200, lastError: null }])
  expect(await readWebhooks(deps, caller)).toMatchObject([{ active: true, failingSince: null, waiting: 0 }])
})

test('a delivery that never gets through is kept as failed, and can be sent again by hand', async () => {
  const caller = await createWorkspace(deps.db)
  const { got, url } = await receiver(...Array.from({ length: 10 }, () => 503), 200)
  const { id } = await subscribe(caller, url)
  await optOut(caller)
  await settled(caller, id, 'failed')
  expect(got).toHaveLength(10)
  const [delivery] = await states(caller, id)
  if (!delivery) throw new Error('no delivery')
  expect(await sendAgain(deps, caller, id, delivery.id)).toMatchObject({ ok: true })
  await settled(caller, id, 'delivered')
  expect(got.at(-1)?.id).toBe(delivery.id)
})

test('a receiver that says 410 is not called again, and the audit log says why', async () => {
  const caller = await createWorkspace(deps.db)
  const { got, url } = await receiver(410)
  const { id } = await subscribe(caller, url)
  await optOut(caller)
  await settled(caller, id, 'failed')
  expect(await readWebhooks(deps, caller)).toMatchObject([{ active: false, stoppedBecause: 'gone' }])
  await optOut(caller)
  expect(got).toHaveLength(1)
  expect(await testWebhook(deps, caller, id)).toMatchObject({ ok: false, refusal: { code: 'is-paused' } })
  const written = await inWorkspace(deps.db, caller.workspace, tx =>
    tx.selectFrom('audit_log').select('action').where('workspace_id', '=', caller.workspace).execute(),
  )
  expect(written.map(row => row.action)).toEqual(['webhook.created', 'webhook.stopped'])
})

test('after five days without an answer Kith stops, keeps what waits, and sends it once switched on again', async () => {
  const caller = await createWorkspace(deps.db)
  const { got, url } = await receiver(204)
  const { id } = await subscribe(caller, 'http://127.0.0.1:9/nobody')
  const since = new Date(clock.now().getTime() - 5 * 86_400_000)
  await inWorkspace(deps.db, caller.workspace, tx =>
    tx.updateTable('webhooks').set({ failing_since: since }).where('workspace_id', '=', caller.workspace).execute(),
  )
  await optOut(caller)
  await vi.waitFor(
    async () => expect(await readWebhooks(deps, caller)).toMatchObject([{ active: false, stoppedBecause: 'failing' }]),
    10_000,
  )
  expect(await states(caller, id)).toMatchObject([{ state: 'waiting', lastError: 'unreachable', lastStatus: null }])
  expect(await changeWebhook(deps, caller, id, { url, active: true })).toMatchObject({ ok: true })
  await settled(caller, id, 'delivered')
  expect(got).toHaveLength(1)
  expect(await readWebhooks(deps, caller)).toMatchObject([{ active: true, stoppedBecause: null, failingSince: null }])
})

test('a new secret signs at once, and the one before beside it for a day', async () => {
  const caller = await createWorkspace(deps.db)
  const { got, url } = await receiver(204)
  const { id, secret: before } = await subscribe(caller, url)
  const renewed = await renewSecret(deps, caller, id)
  if (!renewed.ok) throw new Error(renewed.refusal.code)
  await testWebhook(deps, caller, id)
  await vi.waitFor(() => expect(got).toHaveLength(1), 10_000)
  expect(got[0]?.signatures).toEqual(got[0] && [signature(renewed.value.secret, got[0]), signature(before, got[0])])
  expect(got[0]?.read).toMatchObject({ type: 'webhook.test', data: { webhook: id } })
})

test('an address in a private network is not called, and the delivery says so', async () => {
  const caller = await createWorkspace(deps.db)
  const { id } = await subscribe(caller, 'http://169.254.169.254/latest')
  await testWebhook(deps, caller, id)
  await vi.waitFor(
    async () => expect(await states(caller, id)).toMatchObject([{ lastError: 'private-address' }]),
    10_000,
  )
})

test.each([
  ['ftp://example.org', 'no-url'],
  ['hello', 'no-url'],
  ['https://mara:secret@example.org/', 'has-credentials'],
  ['http://example.org/kith', 'not-https'],
] as const)('%s is refused as an address: %s', async (url, code) => {
  const caller = await createWorkspace(deps.db)
  expect(await createWebhook(deps, caller, { url, events: ['message.received'] })).toEqual({
    ok: false,
    refusal: { code },
  })
  expect(judgeWebhookUrl('https://example.org/kith')).toBeUndefined()
})

test('a receiver may ask for more time, at most a day', () => {
  expect(judgeAnswer({ kind: 'answered', status: 503, retryAfterMs: 60_000 }, 1)).toEqual({
    kind: 'again',
    inMs: 60_000,
  })
  expect(judgeAnswer({ kind: 'answered', status: 503, retryAfterMs: 1e12 }, 1)).toEqual({
    kind: 'again',
    inMs: 86_400_000,
  })
  expect(judgeAnswer({ kind: 'silent' }, 10)).toEqual({ kind: 'given-up' })
})
