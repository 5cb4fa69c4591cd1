import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordingHost } from '#connectors/conformance/recording-host.ts'
import type { Connector, Session } from '#connectors/contract.ts'
import { newId } from '#kernel/ids.ts'
import { connectorTo, type DiscordServer, discordAccount, people, place, startDiscord } from '#tests/servers/discord.ts'

const never = new AbortController().signal
const ana = { id: people.ana.id, kind: 'direct' } as const
const general = { id: place.general, kind: 'room' } as const

let server: DiscordServer
let connector: Connector
let recording: ReturnType<typeof recordingHost>
const open: { stop(): Promise<void> }[] = []

beforeEach(async () => {
  server = await startDiscord()
  connector = connectorTo(server)
  recording = recordingHost()
})
afterEach(async () => {
  await stopAll()
  await server[Symbol.asyncDispose]()
})

const stopAll = () => Promise.all(open.splice(0).map(each => each.stop()))

function run(): { session: Session; done: Promise<void> } {
  const ending = new AbortController()
  const session = connector.open(discordAccount, recording.host)
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

async function connected(): Promise<Session> {
  const before = recording.states.length
  const { session } = run()
  await recording.until('connected', () => recording.states.slice(before).some(each => each.kind === 'connected'))
  return session
}

const send = (session: Session, text: string, more: object = {}) =>
  session.send({ txn: newId(), to: ana, text, ...more }, never)
const message = (text: string) => recording.until(text, () => recording.messages().find(each => each.text === text))

describe('nothing is missed', () => {
  test('a dropped line is taken up again, and Discord repeats what was not stored', async () => {
    await connected()
    recording.failCommits(1)
    server.say('not stored at first')
    await message('not stored at first')
    server.gateway.close(4000)
    server.say('while the line was down')
    await message('while the line was down')
    expect(server.gateway.resumed).toBe(2)
    expect(server.gateway.identified).toHaveLength(1)
    expect(recording.texts()).toEqual(['not stored at first', 'while the line was down'])
  })

  test('after a restart the session goes on where the last commit was', async () => {
    await connected()
    server.say('one')
    await message('one')
    await stopAll()
    server.say('two')
    await connected()
    await message('two')
    expect(server.gateway.identified).toHaveLength(1)
  })

  test('when Discord lost the session, chats and channels are read from where they were', async () => {
    await connected()
    server.say('private one')
    server.say('public one', {}, place.general)
    await message('public one')
    await stopAll()
    server.gateway.loseSessions()
    for (let at = 0; at < 230; at += 1) server.say(`missed ${at}`, {}, place.general)
    server.say('private two')
    const session = connected()
    await message('private two')
    await session
    expect(recording.texts().filter(text => text.startsWith('missed'))).toEqual(
      Array.from({ length: 230 }, (_, at) => `missed ${at}`),
    )
    expect(recording.messages().some(each => each.history)).toBe(false)
    expect(server.gateway.identified).toHaveLength(2)
  })

  test('what somebody wrote privately for the first time while Kith was off comes with their next message', async () => {
    await connected()
    await stopAll()
    server.gateway.loseSessions()
    server.say('are you there?')
    await connected()
    server.say('hello?')
    await message('hello?')
    expect(recording.texts()).toEqual(['are you there?', 'hello?'])
  })

  test('a line that goes silent is noticed by its heartbeat and taken up again', async () => {
    await server[Symbol.asyncDispose]()
    server = await startDiscord({ heartbeatMs: 150 })
    connector = connectorTo(server)
    await connected()
    await expect.poll(() => server.gateway.heartbeats).toBeGreaterThan(1)
    server.gateway.freeze()
    await recording.until('silence', () =>
      recording.states.find(each => each.kind === 'waiting' && each.code === 'silent'),
    )
    server.gateway.thaw()
    server.say('heard')
    await message('heard')
  })
})

describe('what people say', () => {
  test('mentions, channels and signs are read as people see them', async () => {
    await connected()
    server.say(
      `<@${people.bot.id}> see <#${place.general}> <:party:123456> <t:1800000000:R>`,
      { mentions: [people.bot] },
      place.general,
    )
    const said = await recording.until('it', () => recording.messages()[0])
    expect(said.text).toBe('@norte see #general :party: 2027-01-15 08:00')
    expect(said.conversation).toEqual({ ...general, title: '#general · Python Madrid' })
    expect(said.from).toEqual({ id: people.ana.id, name: 'Ana Ruiz' })
  })

  test('edits and deletions find their message, also what a moderator took away', async () => {
    await connected()
    const said = server.say('frist')
    await message('frist')
    server.edit(said, 'first')
    const edit = await recording.until('the edit', () => recording.events.find(each => each.kind === 'edit'))
    expect(edit).toMatchObject({ target: `discord:${place.anasChat}:${said.id}`, text: 'first' })
    server.remove(said)
    const gone = await recording.until('it', () => recording.events.find(each => each.kind === 'retract'))
    expect(gone).toMatchObject({ target: `discord:${place.anasChat}:${said.id}`, byNetwork: true })
  })

  test('reactions add up to what each person has there now', async () => {
    await connected()
    const said = server.say('hello', {}, place.general)
    await message('hello')
    const react = (type: string, name: string) =>
      server.gateway.dispatch(type, {
        user_id: people.ana.id,
        channel_id: place.general,
        guild_id: place.guild,
        message_id: said.id,
        emoji: { id: null, name },
      })
    react('MESSAGE_REACTION_ADD', '👍')
    react('MESSAGE_REACTION_ADD', '🎉')
    react('MESSAGE_REACTION_REMOVE', '👍')
    const all = () => recording.events.flatMap(each => (each.kind === 'reaction' ? [each.emoji] : []))
    await recording.until('all three', () => all().length === 3)
    expect(all()).toEqual([['👍'], ['👍', '🎉'], ['🎉']])
  })

  test('files come by way of their message, for their address is good for a day only', async () => {
    const session = await connected()
    const address = server.putFile('/attachments/x/y/cv.pdf', new Uint8Array([1, 2, 3]))
    const file = {
      id: '600000000000000001',
      filename: 'cv.pdf',
      size: 3,
      url: address,
      proxy_url: address,
      content_type: 'application/pdf',
      title: 'cv',
    }
    const said = server.say('my CV', { attachments: [file] })
    const { files = [] } = await message('my CV')
    expect(files).toEqual([
      { url: `discord:${place.anasChat}/${said.id}/${file.id}`, name: 'cv.pdf', mimeType: 'application/pdf', bytes: 3 },
    ])
    const bytes: number[] = []
    for await (const part of (await session.files?.open(files[0]?.url ?? '', never)) ?? []) bytes.push(...part)
    expect(bytes).toEqual([1, 2, 3])
    expect(await session.files?.open(`discord:${place.anasChat}/1/2`, never)).toBeUndefined()
  })

  test('without the right to read them, words in channels are missed in words, and private ones are not', async () => {
    server.allowContent(false)
    await connected()
    server.say('', {}, place.general)
    server.say('private words')
    await message('private words')
    expect(recording.texts()[0]).toContain('Message Content Intent')
    const findings = await connector.check?.(discordAccount, never)
    expect(findings?.find(each => each.name === 'words')).toMatchObject({ ok: false })
    expect(await connector.test(discordAccount, never)).toMatchObject({
      ok: true,
      detail: expect.stringContaining('Message Content Intent'),
    })
  })

  test('a shape that Kith does not know does not stop what comes after it', async () => {
    await connected()
    server.gateway.dispatch('MESSAGE_CREATE', { id: 7, surprise: true })
    server.say('after')
    await message('after')
  })

  test('a channel that was left in Kith is read no more, until it is joined again', async () => {
    const session = await connected()
    await session.rooms?.leave(place.general)
    server.say('unheard', {}, place.general)
    server.say('private')
    await message('private')
    await session.rooms?.join(place.general)
    server.say('heard', {}, place.general)
    await message('heard')
    expect(recording.texts()).toEqual(['private', 'heard'])
    expect(session.rooms?.list()).toEqual([
      { id: place.general, title: '#general · Python Madrid', nick: 'bot', members: [] },
    ])
    expect(await session.rooms?.join(place.secret)).toMatchObject({ kind: 'refused', code: 'they-add' })
  })

  test('a server that removes the bot is told in its channels', async () => {
    await connected()
    server.say('hello', {}, place.general)
    await message('hello')
    server.gateway.dispatch('GUILD_DELETE', { id: place.guild })
    const gap = await recording.until('it', () => recording.events.find(each => each.kind === 'gap'))
    expect(gap).toMatchObject({ conversation: general, why: expect.stringContaining('removed') })
  })
})

describe('what we send', () => {
  test('the same message twice is one: an unclear send is repeated without doubling', async () => {
    const session = await connected()
    const txn = newId()
    const first = await session.send({ txn, to: ana, text: 'once' }, never)
    const second = await session.send({ txn, to: ana, text: 'once' }, never)
    expect(second).toMatchObject({ kind: 'accepted', key: first.kind === 'accepted' ? first.key : '' })
    expect(server.messages(place.anasChat)).toHaveLength(1)
  })

  test('long after, when Discord forgot the nonce, what stands in the chat settles it', async () => {
    const session = await connected()
    const text = 'sent by a try that nobody remembers'
    const old = server.say(text, {}, place.anasChat, people.bot)
    const txn = newId()
    const stamp = (Date.now() - 120_000).toString(16).padStart(12, '0')
    const early = `${stamp.slice(0, 8)}-${stamp.slice(8)}-7000-8000-000000000001`
    expect(await session.send({ txn: early, to: ana, text }, never)).toMatchObject({
      kind: 'accepted',
      key: `discord:${place.anasChat}:${old.id}`,
    })
    expect(server.messages(place.anasChat)).toHaveLength(1)
    await session.send({ txn, to: ana, text }, never)
    expect(server.messages(place.anasChat)).toHaveLength(2)
  })

  test('an answer names its message, rings nobody by accident, and goes with its files', async () => {
    const session = await connected()
    const said = server.say('hello', {}, place.general)
    const { key } = await message('hello')
    const files = ['a.txt', 'b.txt'].map(name => ({
      name,
      mimeType: 'text/plain',
      bytes: async () => new TextEncoder().encode(name),
    }))
    await send(session, '@everyone look', { to: general, replyTo: key, files })
    const call = server.api.calls.findLast(each => each.operation.id === 'create_message')
    expect(call?.body).toMatchObject({
      content: '@everyone look',
      allowed_mentions: { parse: [] },
      enforce_nonce: true,
      message_reference: { message_id: said.id, fail_if_not_exists: false },
      attachments: [
        { id: '0', filename: 'a.txt' },
        { id: '1', filename: 'b.txt' },
      ],
    })
    expect(await call?.files.get('files[1]')?.text()).toBe('b.txt')
  })

  test('2,000 characters go, counted as Discord counts; one more is refused before it leaves', async () => {
    const session = await connected()
    expect(await send(session, '👍'.repeat(2_000))).toMatchObject({ kind: 'accepted' })
    expect(await send(session, '👍'.repeat(2_001))).toMatchObject({ kind: 'refused', code: 'too-long' })
    const huge = { name: 'x', mimeType: 'text/plain', bytes: async () => new Uint8Array(10_000_001) }
    expect(await send(session, '', { files: [huge] })).toMatchObject({ kind: 'refused', code: 'too-big' })
  })

  test.each([
    [403, 50007, 'window-closed'],
    [403, 50013, 'not-allowed'],
    [404, 10003, 'gone'],
    [400, 50035, 'refused'],
  ])('%i with code %i is refused in words: %s', async (status, code, said) => {
    const session = await connected()
    server.refuseNext({ status, json: { code, message: 'No.' } })
    const outcome = await send(session, 'hello', { to: general })
    expect(outcome).toMatchObject({ kind: 'refused', code: said })
    expect(outcome.kind === 'refused' && outcome.text.length > 10).toBe(true)
  })

  test('who shares no server with the bot can’t be written to', async () => {
    const session = await connected()
    const outcome = await send(session, 'hello', { to: { id: people.ben.id, kind: 'direct' } })
    expect(outcome).toMatchObject({ kind: 'refused', code: 'window-closed' })
  })

  test('a limit that the headers announce is kept before it is met; a global one holds every channel', async () => {
    const session = await connected()
    server.refuseNext({
      status: 429,
      headers: { 'x-ratelimit-global': 'true', 'retry-after': '2' },
      json: { message: 'You are being rate limited.', retry_after: 2, global: true, code: 0 },
    })
    expect(await send(session, 'one', { to: general })).toMatchObject({ kind: 'later', retryAfterMs: 2_000 })
    const elsewhere = await send(session, 'two')
    expect(elsewhere.kind).toBe('later')
    expect(server.api.calls.filter(each => each.operation.id === 'create_message')).toHaveLength(1)
  })

  test('correcting, withdrawing, reacting and typing ask for what Discord expects', async () => {
    const session = await connected()
    const txn = newId()
    await session.send({ txn, to: general, text: 'helo' }, never)
    const { id = '' } = server.messages(place.general).at(-1) ?? {}
    expect(await session.edits?.edit(general, txn, 'hello', newId())).toMatchObject({ kind: 'accepted' })
    expect(await session.reactions?.react(general, txn, ['👍', '🎉'], newId())).toMatchObject({ kind: 'accepted' })
    expect(await session.reactions?.react(general, txn, ['🎉'], newId())).toMatchObject({ kind: 'accepted' })
    await session.signals?.typing(general, true)
    expect(await session.edits?.retract(general, txn, newId())).toMatchObject({ kind: 'accepted' })
    expect(server.changed.map(each => [each.id, each.path])).toEqual([
      ['update_message', { channel_id: place.general, message_id: id }],
      ['add_my_message_reaction', { channel_id: place.general, message_id: id, emoji_name: '👍' }],
      ['add_my_message_reaction', { channel_id: place.general, message_id: id, emoji_name: '🎉' }],
      ['delete_my_message_reaction', { channel_id: place.general, message_id: id, emoji_name: '👍' }],
      ['trigger_typing_indicator', { channel_id: place.general }],
      ['delete_message', { channel_id: place.general, message_id: id }],
    ])
  })
})

test('older messages can be asked for, and the time of a gap', async () => {
  for (const text of ['one', 'two', 'three']) server.say(text, {}, place.general)
  const session = await connected()
  const three = await message('three')
  const before = await session.history?.before(general, three.key, 2)
  expect(before?.map(each => each.kind === 'message' && [each.text, each.history])).toEqual([
    ['one', true],
    ['two', true],
  ])
  const between = await session.history?.between?.(general, new Date(Date.now() - 60_000), new Date())
  expect(between?.whole).toBe(true)
  expect(between?.events).toHaveLength(3)
})

test('doctor names the bot, what it may read, and where it is', async () => {
  const findings = await connector.check?.(discordAccount, never)
  expect(findings?.map(each => [each.name, each.ok])).toEqual([
    ['token', true],
    ['words', true],
    ['servers', true],
  ])
})

test('the bot’s name, picture and “About me” are read and written; a name that stands there is not written again', async () => {
  const session = await connected()
  const change = { name: 'mara recruits', about: 'Write to me. I read.' }
  expect(await session.profile?.write(change, never)).toMatchObject({ kind: 'done', profile: change })
  expect(await session.profile?.write({ ...change, about: 'I read first.' }, never)).toMatchObject({ kind: 'done' })
  expect(server.shown.names).toEqual([change.name])
  const picture = { mimeType: 'image/png', bytes: new Uint8Array([137, 80, 78, 71]) }
  expect(await session.profile?.write({ picture }, never)).toMatchObject({ kind: 'done' })
  expect(await session.profile?.read(never)).toMatchObject({
    kind: 'done',
    profile: {
      name: change.name,
      about: 'I read first.',
      pictureUrl: `https://cdn.discordapp.com/avatars/${people.bot.id}/${'a'.repeat(32)}.png`,
    },
  })
  expect(await session.profile?.write({ picture: null }, never)).toMatchObject({ kind: 'done' })
  expect(await session.profile?.picture(never)).toEqual({ kind: 'done', picture: null })
  server.refuseNext({ status: 400, json: { code: 50035, message: 'You are changing your username too fast.' } })
  expect(await session.profile?.write({ name: 'another' }, never)).toMatchObject({
    kind: 'refused',
    text: 'Discord says: You are changing your username too fast.',
  })
  expect(await session.profile?.write({ name: 'm' }, never)).toMatchObject({ kind: 'refused', code: 'bad-name' })
  expect(await session.profile?.write({ about: 'x'.repeat(401) }, never)).toMatchObject({ code: 'too-long' })
})
