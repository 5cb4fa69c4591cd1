import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordingHost } from '#connectors/conformance/recording-host.ts'
import type { Account, Connector, Session } from '#connectors/contract.ts'
import { newId } from '#kernel/ids.ts'
import { connectorTo, ids, type SlackServer, signed, slackAccount, startSlack, tokens } from '#tests/servers/slack.ts'

const never = new AbortController().signal
const ana = { id: ids.ana, kind: 'direct' } as const
const general = { id: ids.general, kind: 'room' } as const

let server: SlackServer
let connector: Connector
let recording: ReturnType<typeof recordingHost>
const open: { stop(): Promise<void> }[] = []

beforeEach(async () => {
  server = await startSlack()
  connector = connectorTo(server)
  recording = recordingHost()
})
afterEach(async () => {
  await stopAll()
  await server[Symbol.asyncDispose]()
})

const stopAll = () => Promise.all(open.splice(0).map(each => each.stop()))

function run(account: Account = slackAccount): { session: Session; done: Promise<void> } {
  const ending = new AbortController()
  const session = connector.open(account, recording.host)
  const done = session.run(recording.cursor(), ending.signal)
  open.push({
    async stop() {
      ending.abort()
      await done
      await session[Symbol.asyncDispose]()
    },
  })
  return { session, done }
}

async function connected(account?: Account): Promise<Session> {
  const before = recording.states.length
  const { session } = run(account)
  await recording.until('connected', () => recording.states.slice(before).some(each => each.kind === 'connected'))
  return session
}

const send = (session: Session, text: string, more: object = {}) =>
  session.send({ txn: newId(), to: ana, text, ...more }, never)
const message = (text: string) => recording.until(text, () => recording.messages().find(each => each.text === text))

describe('nothing is missed', () => {
  test('an event is acknowledged after its commit and not before', async () => {
    await connected()
    recording.hangCommits(true)
    server.say('held')
    await recording.until('nothing yet', () => recording.texts().length === 0)
    expect(server.acknowledged).toEqual([])
    await stopAll()
    expect(server.acknowledged).toEqual([])
    recording.hangCommits(false)
    await connected()
    await message('held')
    await expect.poll(() => server.acknowledged.length).toBe(1)
    expect(recording.texts()).toEqual(['held'])
  })

  test('what Slack gave up delivering is read from the history, page by page, with new answers in older threads', async () => {
    await connected()
    const root = server.say('a thread begins', {}, ids.general)
    await message('a thread begins')
    server.deliver(false)
    server.say('an answer in it', { thread_ts: root.ts }, ids.general)
    for (let at = 0; at < 230; at += 1) server.say(`missed ${at}`, {}, ids.general)
    await stopAll()
    await connected()
    await message('missed 229')
    const answer = await message('an answer in it')
    expect(answer.replyTo).toBe(`slack:${ids.general}:${root.ts}`)
    expect(recording.texts().filter(text => text.startsWith('missed'))).toHaveLength(230)
    expect(recording.messages().some(each => each.history)).toBe(false)
  })

  test('when Slack asks to connect again, nothing is lost between the two lines', async () => {
    await connected()
    server.disconnect('refresh_requested')
    server.say('in between')
    await message('in between')
  })

  test('Socket Mode that is switched off needs you', async () => {
    const { done } = run()
    await recording.until('connected', () => recording.lastState() === 'connected')
    server.disconnect('link_disabled')
    await done
    expect(recording.states.at(-1)).toMatchObject({ kind: 'needs-you', code: 'forbidden' })
  })
})

describe('what people say', () => {
  test('marks are read as people see them', async () => {
    await connected()
    server.say(
      `<@${ids.ana}> &amp; <#${ids.general}|general>: <https://a.invalid|the talk> <https://b.invalid> &lt;b&gt; <!here>`,
      {},
      ids.general,
    )
    await recording.until('it', () => recording.texts().length === 1)
    expect(recording.texts()[0]).toBe('@Ana Ruiz & #general: the talk (https://a.invalid) https://b.invalid <b> @here')
    expect(recording.messages()[0]).toMatchObject({
      conversation: { ...general, title: '#general' },
      from: { id: ids.ana, name: 'Ana Ruiz' },
    })
  })

  test('edits, deletions and reactions find their message', async () => {
    await connected()
    const said = server.say('frist')
    const { key } = await message('frist')
    server.edit(said, 'first')
    const edit = await recording.until('the edit', () => recording.events.find(each => each.kind === 'edit'))
    expect(edit).toMatchObject({ target: key, text: 'first' })
    server.react(said, '+1', true)
    server.react(said, 'party_parrot', true)
    server.react(said, '+1', false)
    const all = () => recording.events.flatMap(each => (each.kind === 'reaction' ? [each.emoji] : []))
    await recording.until('all', () => all().length === 3)
    expect(all()).toEqual([['👍'], ['👍', ':party_parrot:'], [':party_parrot:']])
    server.remove(said)
    const gone = await recording.until('it', () => recording.events.find(each => each.kind === 'retract'))
    expect(gone).toMatchObject({ target: key, byNetwork: true })
  })

  test('files are opened with the token, which goes to Slack and nowhere else', async () => {
    const session = await connected()
    const url = server.putFile('/files-pri/cv.pdf', new Uint8Array([1, 2, 3]))
    const file = { id: 'F0CV', name: 'cv.pdf', mimetype: 'application/pdf', size: 3, url_private: url }
    server.say('my CV', { files: [file] })
    const { files = [] } = await message('my CV')
    const bytes: number[] = []
    for await (const part of (await session.files?.open(files[0]?.url ?? '', never)) ?? []) bytes.push(...part)
    expect(bytes).toEqual([1, 2, 3])
    expect(await session.files?.open('slack:https://slack.com.evil.invalid/x', never)).toBeUndefined()
  })
})

describe('what we send', () => {
  test('its echo is known by our own number, after a restart too', async () => {
    const session = await connected()
    server.deliver(false)
    const txn = newId()
    await session.send({ txn, to: ana, text: 'once' }, never)
    await stopAll()
    server.deliver(true)
    await connected()
    const echo = await message('once')
    expect(echo).toMatchObject({ own: true, otherKeys: [txn] })
    expect(recording.texts()).toEqual(['once'])
  })

  test('words stay words: marks are escaped, nothing is bold, nobody is rung', async () => {
    const session = await connected()
    await send(session, '*you* & <!channel> @here')
    const call = server.api.calls.findLast(each => each.operation.id === 'chat_postMessage')
    expect(call?.body).toMatchObject({ text: '*you* &amp; &lt;!channel&gt; @here', mrkdwn: false, parse: 'none' })
  })

  test('an answer goes into the thread of what it answers, also when that was an answer itself', async () => {
    const session = await connected()
    const root = server.say('root', {}, ids.general)
    server.say('inside', { thread_ts: root.ts }, ids.general)
    const inside = await message('inside')
    await send(session, 'ours', { to: general, replyTo: inside.key })
    expect(server.api.calls.findLast(each => each.operation.id === 'chat_postMessage')?.body.thread_ts).toBe(root.ts)
  })

  test('a file goes by Slack’s three steps, once, with its words', async () => {
    const session = await connected()
    const file = { name: 'rôle.txt', mimeType: 'text/plain', bytes: async () => new TextEncoder().encode('hello') }
    const outcome = await send(session, 'the role', { to: general, files: [file] })
    expect(outcome).toMatchObject({ kind: 'accepted' })
    expect([...server.uploads.values()].map(String)).toEqual(['hello'])
    const echo = await message('the role')
    expect(outcome.kind === 'accepted' && [echo.key, ...echo.otherKeys].includes(outcome.key)).toBe(true)
  })

  test.each([
    ['not_in_channel', 'not-allowed'],
    ['is_archived', 'not-allowed'],
    ['msg_too_long', 'too-long'],
  ])('%s is refused in words: %s', async (error, code) => {
    const session = await connected()
    server.refuseNext({ status: 200, as: 'default', json: { ok: false, error } })
    const outcome = await send(session, 'hello', { to: general })
    expect(outcome).toMatchObject({ kind: 'refused', code })
    expect(outcome.kind === 'refused' && outcome.text.length > 20).toBe(true)
  })

  test('who is in no workspace with the app can’t be written to', async () => {
    const session = await connected()
    expect(await send(session, 'hello', { to: { id: 'U0NOBODY1', kind: 'direct' } })).toMatchObject({
      kind: 'refused',
      code: 'window-closed',
    })
  })

  test('a pause that Slack asks for holds this channel and no other', async () => {
    const session = await connected()
    server.refuseNext({ status: 429, headers: { 'retry-after': '7' }, bytes: '' })
    expect(await send(session, 'one', { to: general })).toMatchObject({ kind: 'later', retryAfterMs: 7_000 })
    expect((await send(session, 'one', { to: general })).kind).toBe('later')
    expect(await send(session, 'elsewhere')).toMatchObject({ kind: 'accepted' })
  })

  test('correcting, withdrawing and reacting ask for what Slack expects', async () => {
    const session = await connected()
    const txn = newId()
    await session.send({ txn, to: general, text: 'helo' }, never)
    const { ts = '' } = server.messages(ids.general).at(-1) ?? {}
    expect(await session.edits?.edit(general, txn, 'hello', newId())).toMatchObject({ kind: 'accepted' })
    expect(await session.reactions?.react(general, txn, ['👍'], newId())).toMatchObject({ kind: 'accepted' })
    expect(await session.reactions?.react(general, txn, ['❤️'], newId())).toMatchObject({ kind: 'accepted' })
    expect(await session.reactions?.react(general, txn, ['🦭'], newId())).toMatchObject({
      kind: 'refused',
      code: 'no-such-reaction',
    })
    expect(await session.edits?.retract(general, txn, newId())).toMatchObject({ kind: 'accepted' })
    expect(server.changed.map(each => [each.operation.id, each.body.name ?? each.body.text])).toEqual([
      ['chat_update', 'hello'],
      ['reactions_add', '+1'],
      ['reactions_remove', '+1'],
      ['reactions_add', 'heart'],
      ['chat_delete', undefined],
    ])
    expect(server.changed[0]?.body.ts).toBe(ts)
  })
})

describe('when Slack comes to Kith', () => {
  const webhookUrl = 'https://kith.example.org/api/v1/hooks/abc'
  const account = {
    ...slackAccount,
    values: { botToken: tokens.botToken, signingSecret: tokens.signingSecret },
    webhookUrl,
  }
  const take = (body: string, headers: Record<string, string>, at = new Date()) =>
    connector.webhook?.receive(
      account,
      {
        method: 'POST',
        url: webhookUrl,
        query: new URLSearchParams(),
        headers,
        body: new TextEncoder().encode(body),
        word: '',
        at,
      },
      never,
    )

  test('a signed delivery is taken, and the same delivery again gives the same keys', async () => {
    server.say('delivered')
    const body = server.lastDelivery()
    const first = await take(body, signed(body, new Date()))
    expect(first).toMatchObject({
      kind: 'events',
      events: [{ kind: 'message', text: 'delivered', from: { name: 'Ana Ruiz' } }],
    })
    expect(await take(body, signed(body, new Date()))).toEqual(first)
  })

  test('its first question is answered with the challenge, when it is signed', async () => {
    const body = JSON.stringify({ type: 'url_verification', token: 'x', challenge: '3eZbrw1aB' })
    expect(await take(body, signed(body, new Date()))).toMatchObject({
      kind: 'handshake',
      answer: { body: '3eZbrw1aB' },
    })
    expect(await take(body, {})).toMatchObject({ kind: 'refused', status: 401 })
  })

  test('a forged one, a changed one and one of six minutes ago are turned away', async () => {
    server.say('hello')
    const body = server.lastDelivery()
    const now = new Date()
    expect(await take(body, signed(body, now, 'guessed'))).toMatchObject({ kind: 'refused', status: 401 })
    expect(await take(body.replace('hello', 'hullo'), signed(body, now))).toMatchObject({
      kind: 'refused',
      status: 401,
    })
    expect(await take(body, signed(body, new Date(now.getTime() - 360_000)), now)).toMatchObject({
      kind: 'refused',
      status: 401,
    })
  })

  test('without app-level token it is connected by reading the history; without an address it says what to do', async () => {
    server.say('before')
    await connected(account)
    await message('before')
    const { webhookUrl: _, ...unreachable } = account
    const { done } = run(unreachable)
    await done
    expect(recording.states.at(-1)).toMatchObject({ kind: 'needs-you', code: 'not-found' })
  })
})

test('doctor and Test name the rights that the app lacks', async () => {
  expect((await connector.check?.(slackAccount, never))?.map(each => [each.name, each.ok])).toEqual([
    ['token', true],
    ['rights', true],
    ['delivery', true],
  ])
  server.setScopes(['chat:write', 'im:history'])
  const findings = await connector.check?.(slackAccount, never)
  expect(findings?.[1]).toMatchObject({
    ok: false,
    text: expect.stringContaining('channels:history (to read the channels it was added to)'),
  })
  expect(await connector.test(slackAccount, never)).toMatchObject({
    ok: true,
    detail: expect.stringContaining('users:read'),
  })
})
