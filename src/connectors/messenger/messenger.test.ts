import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { createHttpClient } from '#platform/http.ts'
import { graphError, startPages } from '#tests/servers/meta-pages.ts'
import { recordingHost } from '../conformance/recording-host.ts'
import { createInstagramConnector, createMessengerConnector } from './index.ts'

const never = new AbortController().signal
const http = createHttpClient({ allowAddress: address => address === '127.0.0.1' })
const pace = { everyMs: 50, firstWaitMs: 50, longestWaitMs: 200 }
const connectors = {
  messenger: createMessengerConnector({ http, pace }),
  instagram: createInstagramConnector({ http, pace }),
}
const to = { id: '770077', kind: 'direct' as const }
const closed = graphError(10, 'Message sent outside of allowed window.', 2018278)

let stack = new AsyncDisposableStack()
afterEach(async () => {
  const over = stack
  stack = new AsyncDisposableStack()
  await over.disposeAsync()
})

async function start(tool: 'messenger' | 'instagram', options: { humanAgent?: boolean } = {}) {
  const network = stack.use(await startPages(connectors[tool], { tool, ...options }))
  const recording = recordingHost()
  const session = stack.use(network.connector.open(network.account, recording.host))
  const ending = new AbortController()
  const running = session.run(undefined, ending.signal)
  stack.defer(async () => {
    ending.abort()
    await running
  })
  await recording.until('connected', () => recording.states.some(state => state.kind === 'connected'))
  const send = (more: object = {}) => session.send({ txn: newId(), to, text: 'Hello', ...more }, never)
  const theirs = (more: object) =>
    network.bring({ sender: { id: to.id }, recipient: { id: '900100' }, timestamp: Date.now(), ...more })
  return { network, recording, session, send, theirs }
}

test('the person’s name is looked up, for a delivery names people by numbers only', async () => {
  for (const tool of ['messenger', 'instagram'] as const) {
    const { network, recording } = await start(tool)
    await network.stranger.say('Hi')
    const heard = await recording.until('it', () => recording.messages()[0])
    expect(heard.from).toEqual({ id: to.id, name: 'Ana Ruiz' })
  }
})

test('outside 24 hours nothing goes, unless Meta granted the human agent and a person pressed Send', async () => {
  const plain = await start('messenger')
  plain.network.answerWith(closed)
  expect(await plain.send()).toMatchObject({ kind: 'refused', code: 'window-closed' })
  expect(plain.network.sent).toHaveLength(0)
  const agent = await start('messenger', { humanAgent: true })
  agent.network.answerWith(closed)
  expect(await agent.send()).toMatchObject({ kind: 'accepted' })
  expect(agent.network.sent).toMatchObject([{ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }])
})

test('answers, reactions, typing and read marks go out in Meta’s own words', async () => {
  const { network, session, send } = await start('messenger')
  await send({ replyTo: 'm_theirs' })
  await session.reactions?.react(to, 'm_theirs', ['🎉'], newId())
  await session.reactions?.react(to, 'm_theirs', [], newId())
  await session.signals?.typing(to, true)
  await session.signals?.read(to, 'm_theirs')
  expect(network.sent).toMatchObject([
    { messaging_type: 'RESPONSE', reply_to: { mid: 'm_theirs' }, message: { text: 'Hello' } },
    { sender_action: 'react', payload: { message_id: 'm_theirs', reaction: '🎉' } },
    { sender_action: 'unreact', payload: { message_id: 'm_theirs' } },
    { sender_action: 'typing_on' },
    { sender_action: 'mark_seen' },
  ])
})

test('a file goes behind its text; theirs come with their address', async () => {
  const { network, recording, send, theirs } = await start('messenger')
  const file = { name: 'plan.pdf', mimeType: 'application/pdf', bytes: async () => Buffer.from('inside') }
  expect(await send({ text: 'See here', files: [file] })).toMatchObject({ kind: 'accepted' })
  expect(network.uploads).toEqual([{ name: 'plan.pdf', text: 'inside' }])
  theirs({
    message: { mid: 'm_file', attachments: [{ type: 'image', payload: { url: 'https://cdn.example/a.jpg' } }] },
  })
  const heard = await recording.until('it', () => recording.messages().find(each => each.key === 'm_file'))
  expect(heard.files).toEqual([{ url: 'https://cdn.example/a.jpg', name: 'image.jpg' }])
})

test('edits, withdrawals and reactions of theirs find their message', async () => {
  const { recording, theirs } = await start('instagram')
  theirs({ message_edit: { mid: 'm_1', text: 'better' } })
  theirs({ message: { mid: 'm_2', is_deleted: true } })
  theirs({ reaction: { mid: 'm_3', action: 'react', emoji: '❤️' } })
  theirs({ reaction: { mid: 'm_3', action: 'unreact' } })
  await recording.until('all', () => recording.events.length >= 4)
  expect(recording.events).toMatchObject([
    { kind: 'edit', target: 'm_1', text: 'better' },
    { kind: 'retract', target: 'm_2' },
    { kind: 'reaction', target: 'm_3', emoji: ['❤️'] },
    { kind: 'reaction', target: 'm_3', emoji: [] },
  ])
})

test('what was not answered with 200 comes again and stands once; what is not signed is not taken', async () => {
  const { network, recording } = await start('messenger')
  recording.failCommits(2)
  await network.stranger.say('once')
  await recording.until('it', () => recording.texts().length > 0)
  expect(recording.texts()).toEqual(['once'])
  const good = network.signed('{"object":"page","entry":[]}')
  expect((await network.knock(good)).status).toBe(200)
  expect((await network.knock({ ...good, headers: {} })).status).toBe(401)
})

test('a pause that Meta asks for is kept; refusals are told in words', async () => {
  const { network, send } = await start('messenger')
  network.answerWith(graphError(613, 'rate limit'), graphError(551, 'unavailable'), graphError(190, 'expired'))
  expect(await send()).toMatchObject({ kind: 'later', code: 'rate-limit', retryAfterMs: 60_000 })
  expect(await send()).toMatchObject({ kind: 'refused', code: 'not-reachable' })
  expect(await send()).toMatchObject({ kind: 'refused', code: 'wrong-credentials' })
})

test('Instagram’s token is renewed before it runs out, and the fresh one is kept and used', async () => {
  const { network, recording, send } = await start('instagram')
  await recording.until(
    'renewed',
    () => Object.keys(recording.secrets).length > 0 && network.token() !== network.account.values.instagramToken,
  )
  expect(recording.secrets.instagramToken).toBe(network.token())
  await send()
  expect(network.used()).toBe(network.token())
  expect(await send()).toMatchObject({ kind: 'accepted' })
})

test('doctor names the page or account, whether anything is delivered, and what a withdrawn token asks for', async () => {
  for (const tool of ['messenger', 'instagram'] as const) {
    const network = stack.use(await startPages(connectors[tool], { tool }))
    const said = async (account = network.account) =>
      Object.fromEntries((await connectors[tool].check?.(account, never))?.map(each => [each.name, each]) ?? [])
    expect(await said(), tool).toMatchObject({
      account: { ok: true, text: expect.stringMatching(/mara/i) },
      delivery: { ok: false, text: expect.stringContaining('permission to manage messages') },
    })
    const session = stack.use(connectors[tool].open(network.account, recordingHost().host))
    const ending = new AbortController()
    const running = session.run(undefined, ending.signal)
    await vi.waitFor(() => expect(network.subscribed).not.toEqual([]), 10_000)
    expect(await said(), tool).toMatchObject({ delivery: { ok: true } })
    ending.abort()
    await running
    const secret = tool === 'messenger' ? 'pageToken' : 'instagramToken'
    const withdrawn = { ...network.account.values, [secret]: 'EAAwithdrawn0123456789012345' }
    const { account } = await said({ ...network.account, values: withdrawn })
    expect(account, tool).toMatchObject({ ok: false, text: expect.stringMatching(/token/i) })
    expect(account?.text).not.toContain('EAAwithdrawn')
  }
})
