import { MsgType, RelationType } from 'matrix-js-sdk'
import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { ask, startMatrixNetwork } from '#tests/servers/matrix.ts'
import { openMatrix } from '#tests/servers/matrix-session.ts'
import type { NetworkEvent } from '../contract.ts'

const never = new AbortController().signal

type Kind = NetworkEvent['kind']
const of = <K extends Kind>(events: readonly NetworkEvent[], kind: K) =>
  events.filter((event): event is Extract<NetworkEvent, { kind: K }> => event.kind === kind)

async function start() {
  const network = await startMatrixNetwork()
  const running = openMatrix(network.account)
  await running.connected()
  const room = await network.stranger.room()
  await network.stranger.say('first')
  const first = await running.recording.until('the first', () => running.recording.messages()[0])
  return {
    network,
    room,
    first,
    ...running,
    events: running.recording.events,
    async [Symbol.asyncDispose]() {
      await running.stop()
      await network[Symbol.asyncDispose]()
    },
  }
}

test('their corrections, reactions and withdrawals change the message that they mean', async () => {
  await using scene = await start()
  const { network, room, first, recording } = scene
  const { client } = network.stranger
  await client.sendMessage(room, {
    msgtype: MsgType.Text,
    body: '* better',
    'm.new_content': { msgtype: MsgType.Text, body: 'better' },
    'm.relates_to': { rel_type: RelationType.Replace, event_id: first.key },
  })
  expect(await recording.until('the edit', () => of(recording.events, 'edit')[0])).toMatchObject({
    target: first.key,
    text: 'better',
    from: { id: network.stranger.address },
  })
  const react = (key: string) =>
    client.sendEvent(
      room,
      'm.reaction' as never,
      {
        'm.relates_to': { rel_type: RelationType.Annotation, event_id: first.key, key },
      } as never,
    )
  const { event_id: thumb } = await react('👍')
  await react('🎉')
  const shown = (emoji: readonly string[]) =>
    recording.until(`reactions ${emoji}`, () => {
      const last = of(recording.events, 'reaction').at(-1)
      return last?.target === first.key && JSON.stringify(last.emoji) === JSON.stringify(emoji)
    })
  await shown(['👍', '🎉'])
  await client.redactEvent(room, thumb)
  await shown(['🎉'])
  await client.redactEvent(room, first.key)
  expect(await recording.until('the withdrawal', () => of(recording.events, 'retract')[0])).toMatchObject({
    target: first.key,
    from: { id: network.stranger.address },
  })
})

test('a reaction after a restart is told together with those from before it', async () => {
  await using scene = await start()
  const { network, room, first, recording, stop } = scene
  const react = (key: string) =>
    network.stranger.client.sendEvent(
      room,
      'm.reaction' as never,
      {
        'm.relates_to': { rel_type: RelationType.Annotation, event_id: first.key, key },
      } as never,
    )
  await react('👍')
  await recording.until('the first reaction', () => of(recording.events, 'reaction')[0])
  await stop()
  await using again = openMatrix(network.account, recording)
  await again.connected()
  await react('🎉')
  await recording.until('both', () => of(recording.events, 'reaction').at(-1)?.emoji.length === 2)
  expect(of(recording.events, 'reaction').at(-1)?.emoji.toSorted()).toEqual(['🎉', '👍'].toSorted())
})

test('our replies, corrections, reactions and withdrawals are understood by the official SDK', async () => {
  await using scene = await start()
  const { network, room, first, session } = scene
  const { stranger, conversation } = network
  const txn = newId()
  await session.send(
    { txn, to: conversation, text: 'an answer', replyTo: first.key, quoted: { text: first.text, from: first.from } },
    never,
  )
  await stranger.waitToHear('an answer')
  const mine = stranger.events.find(event => event.getContent().body === 'an answer')
  expect(mine?.replyEventId).toBe(first.key)
  expect(mine?.getContent()['m.mentions']).toEqual({ user_ids: [stranger.address] })
  // By the txn, as a recruiter's own message is known.
  expect(await session.edits?.edit(conversation, txn, 'a better answer', newId())).toMatchObject({ kind: 'accepted' })
  await expect.poll(() => mine?.getContent().body).toBe('a better answer')
  expect(await session.reactions?.react(conversation, first.key, ['👀', '🌱'], newId())).toMatchObject({
    kind: 'accepted',
  })
  const theirs = stranger.client.getRoom(room)
  const reactions = () =>
    (theirs?.relations.getChildEventsForEvent(first.key, 'm.annotation', 'm.reaction')?.getRelations() ?? [])
      .filter(event => !event.isRedacted())
      .map(event => event.getRelation()?.key)
  await expect.poll(() => reactions().toSorted()).toEqual(['🌱', '👀'].toSorted())
  expect(await session.reactions?.react(conversation, first.key, ['🌱'], newId())).toMatchObject({ kind: 'accepted' })
  await expect.poll(reactions).toEqual(['🌱'])
  expect(await session.edits?.retract(conversation, txn, newId())).toMatchObject({ kind: 'accepted' })
  await expect.poll(() => mine?.isRedacted()).toBe(true)
})

test('what a thread holds stands in the conversation, and an answer to it goes into the thread', async () => {
  await using scene = await start()
  const { network, room, first, session, recording } = scene
  const { event_id: inside } = await network.stranger.client.sendMessage(room, {
    msgtype: MsgType.Text,
    body: 'in a thread',
    'm.relates_to': {
      rel_type: RelationType.Thread,
      event_id: first.key,
      is_falling_back: true,
      'm.in_reply_to': { event_id: first.key },
    } as never,
  })
  const told = await recording.until('it', () => recording.messages().find(each => each.text === 'in a thread'))
  expect(told.replyTo).toBeUndefined()
  await session.send({ txn: newId(), to: network.conversation, text: 'there too', replyTo: inside }, never)
  await network.stranger.waitToHear('there too')
  const sent = network.home.state.rooms.get(room)?.events.find(event => event.content.body === 'there too')
  expect(sent?.content['m.relates_to']).toEqual({
    rel_type: 'm.thread',
    event_id: first.key,
    is_falling_back: false,
    'm.in_reply_to': { event_id: inside },
  })
})

test('a file goes out and comes in with its name, its kind and every byte', async () => {
  for (const modern of [true, false]) {
    await using scene = await start()
    const { network, room, session, recording } = scene
    const { home, stranger, conversation } = network
    const { client } = stranger
    const token = client.getAccessToken() ?? ''
    const bytes = new Uint8Array(5_000).map((_, at) => at % 251)
    const file = { name: 'my garden.png', mimeType: 'image/png', bytes: async () => bytes }
    const outcome = await session.send({ txn: newId(), to: conversation, text: 'Look', files: [file] }, never)
    expect(outcome).toMatchObject({ kind: 'accepted' })
    await stranger.waitToHear('Look')
    const content = stranger.events.find(event => event.getContent().body === 'Look')?.getContent()
    expect(content).toMatchObject({
      msgtype: 'm.image',
      filename: 'my garden.png',
      info: { mimetype: 'image/png', size: 5_000 },
    })
    const url = client.mxcUrlToHttp(String(content?.url), undefined, undefined, undefined, false, true, true)
    const got = await fetch(url ?? '', { headers: { authorization: `Bearer ${token}` } })
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(bytes)
    if (!modern) {
      // A server from before specification 1.11 has its media where everybody may fetch them.
      home.speak(['v1.9', 'v1.10'])
      await scene.stop()
    }
    await using later = modern ? undefined : openMatrix(network.account, recording)
    await later?.connected()
    const { content_uri: uri } = await client.uploadContent(Buffer.from('plan of beds'), {
      name: 'plan.txt',
      type: 'text/plain',
    })
    await client.sendMessage(room, {
      msgtype: MsgType.File,
      body: 'my plan',
      filename: 'plan.txt',
      url: uri,
      info: { mimetype: 'text/plain', size: 12 },
    } as never)
    const told = await recording.until('the file', () => recording.messages().find(each => !each.own && each.files))
    expect(told).toMatchObject({
      text: 'my plan',
      files: [{ url: uri, name: 'plan.txt', mimeType: 'text/plain', bytes: 12 }],
    })
    const reader = (later?.session ?? session).files
    const chunks: Uint8Array[] = []
    for await (const chunk of (await reader?.open(uri, never)) ?? []) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe('plan of beds')
    expect(home.count(modern ? 'download' : 'oldDownload')).toBeGreaterThan(0)
    expect(await reader?.open('mxc://kith.test/gone', never)).toBeUndefined()
    const big = { name: 'film.mp4', mimeType: 'video/mp4', bytes: async () => new Uint8Array(1_000_001) }
    expect(
      await (later?.session ?? session).send({ txn: newId(), to: conversation, text: '', files: [big] }, never),
    ).toMatchObject({ kind: 'refused', code: 'file-too-large' })
  }
})

test('more than the server gives at once is read back: everything once, in order, and no gap', async () => {
  await using scene = await start()
  const { network, recording, stop } = scene
  await stop()
  const texts = Array.from({ length: 230 }, (_, at) => `missed ${at}`)
  for (const text of texts) await network.stranger.say(text)
  await using again = openMatrix(network.account, recording)
  await again.connected()
  expect(recording.texts()).toEqual(['first', ...texts])
  expect(recording.messages().every(message => !message.history)).toBe(true)
  expect(of(recording.events, 'gap')).toEqual([])
  expect(network.home.count('messages')).toBe(2)
})

test('a server that has lost our place is read anew, and nothing stands there twice', async () => {
  await using scene = await start()
  const { network, recording, stop } = scene
  await stop()
  await network.stranger.say('meanwhile')
  await recording.host.commit([], JSON.stringify({ ...JSON.parse(recording.cursor() ?? ''), token: 's999999' }))
  await using again = openMatrix(network.account, recording)
  await again.connected()
  expect(recording.texts()).toEqual(['first', 'meanwhile'])
  expect(recording.messages().at(-1)?.history).toBe(false)
  expect(of(recording.events, 'gap')).toEqual([])
  await network.stranger.say('and now')
  await recording.until('the next', () => recording.texts().includes('and now'))
  expect(recording.texts()).toHaveLength(3)
})

test('the archive gives what is asked for: before a message, and between two instants', async () => {
  await using scene = await start()
  const { network, recording, session, first } = scene
  for (let at = 0; at < 8; at += 1) await network.stranger.say(`line ${at}`)
  const last = await recording.until('the last', () => recording.messages().find(each => each.text === 'line 7'))
  const before = await session.history?.before(network.conversation, last.key, 3)
  expect(before?.map(event => event.kind === 'message' && event.text)).toEqual(['line 4', 'line 5', 'line 6'])
  expect(before?.every(event => event.kind === 'message' && event.history)).toBe(true)
  const found = await session.history?.between?.(network.conversation, first.sentAt, last.sentAt)
  expect(found?.whole).toBe(true)
  expect(found?.events.flatMap(event => (event.kind === 'message' ? event.text : []))).toEqual(recording.texts())
  const room = network.home.state.rooms.get(scene.room)
  if (room) network.home.state.purge(room)
  expect(await session.history?.between?.(network.conversation, first.sentAt, last.sentAt)).toMatchObject({
    whole: false,
  })
})

test('a send whose answer was lost is unknown; sent again under the same id it is one message', async () => {
  await using scene = await start()
  const { network, session, room } = scene
  const { home, conversation } = network
  const request = { txn: newId(), to: conversation, text: 'only once' }
  home.breakNext('send', { status: 502, carriedOut: true })
  expect(await session.send(request, never)).toMatchObject({ kind: 'unknown' })
  const again = await session.send(request, never)
  const stored = home.state.rooms.get(room)?.events.filter(event => event.content.body === 'only once') ?? []
  expect(stored).toHaveLength(1)
  expect(again).toMatchObject({ kind: 'accepted', key: stored[0]?.event_id })
})

test('a server that asks for patience is given it, however it says so', async () => {
  await using scene = await start()
  const { home, conversation } = scene.network
  const send = () => scene.session.send({ txn: newId(), to: conversation, text: 'patience' }, never)
  const limited = { errcode: 'M_LIMIT_EXCEEDED', error: 'Too fast' }
  home.breakNext('send', {
    status: 429,
    body: JSON.stringify({ ...limited, retry_after_ms: 1_700 }),
    carriedOut: false,
  })
  expect(await send()).toMatchObject({ kind: 'later', retryAfterMs: 1_700, code: 'rate-limited' })
  home.breakNext('send', {
    status: 429,
    body: JSON.stringify(limited),
    headers: { 'retry-after': '3' },
    carriedOut: false,
  })
  expect(await send()).toMatchObject({ kind: 'later', retryAfterMs: 3_000 })
  home.breakNext('send', { status: 429, body: '<html>', headers: { 'retry-after': '4' }, carriedOut: false })
  expect(await send()).toMatchObject({ kind: 'later', retryAfterMs: 4_000 })
})

test('what can’t be sent is refused in words, and nothing is sent', async () => {
  await using scene = await start()
  const { home, conversation } = scene.network
  const send = (to: string, text: string) =>
    scene.session.send({ txn: newId(), to: { ...conversation, id: to }, text }, never)
  const before = home.count('send')
  expect(await send(conversation.id, '  ')).toMatchObject({ kind: 'refused', code: 'empty' })
  expect(await send(conversation.id, 'x'.repeat(30_001))).toMatchObject({ kind: 'refused', code: 'too-long' })
  expect(await send('@nobody:kith.test', 'Hello')).toMatchObject({ kind: 'refused', code: 'gone' })
  expect(await send('nobody', 'Hello')).toMatchObject({ kind: 'refused', code: 'no-address' })
  expect(home.count('send')).toBe(before)
})

test('what we have read and that we write is seen by them; their reading up to a later word counts for ours', async () => {
  await using scene = await start()
  const { network, room, first, session, recording } = scene
  const { stranger, conversation } = network
  await session.signals?.read(conversation, first.key)
  const theirs = stranger.client.getRoom(room)
  await stranger.waitFor('our receipt', () => theirs?.hasUserReadEvent('@recruiter:kith.test', first.key) === true)
  const typing = () => theirs?.getMember('@recruiter:kith.test')?.typing
  await session.signals?.typing(conversation, true)
  await expect.poll(typing).toBe(true)
  await session.signals?.typing(conversation, false)
  await expect.poll(typing).toBe(false)
  const txn = newId()
  await session.send({ txn, to: conversation, text: 'read me' }, never)
  await stranger.waitToHear('read me')
  await stranger.say('I have')
  const token = stranger.client.getAccessToken() ?? ''
  const said = network.home.state.rooms.get(room)?.events.findLast(event => event.content.body === 'I have')
  await recording.until('their word', () => recording.texts().includes('I have'))
  const path = `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/receipt/m.read/${encodeURIComponent(said?.event_id ?? '')}`
  await ask(network.home.url, 'POST', path, { token, body: {} })
  expect(await recording.until('read', () => of(recording.events, 'receipt')[0])).toMatchObject({
    target: txn,
    state: 'read',
  })
})

test('our name and picture are read and written, and everybody we share a room with sees them', async () => {
  await using scene = await start()
  const { network, session } = scene
  const picture = { mimeType: 'image/png', bytes: new Uint8Array([137, 80, 78, 71]) }
  expect(await session.profile?.write({ name: 'Mara Harbour', about: '', links: [], picture }, never)).toMatchObject({
    kind: 'done',
    profile: { name: 'Mara Harbour', pictureUrl: expect.stringMatching(/^mxc:\/\//) },
  })
  expect(await session.profile?.picture(never)).toEqual({ kind: 'done', picture })
  expect(await session.profile?.write({ picture: null }, never)).toMatchObject({ kind: 'done' })
  expect(await session.profile?.picture(never)).toEqual({ kind: 'done', picture: null })
  expect(await session.profile?.write({ picture }, never)).toMatchObject({ kind: 'done' })
  const me = network.account.values.userId ?? ''
  const seen = await network.stranger.client.getProfileInfo(me)
  expect(seen).toMatchObject({ displayname: 'Mara Harbour', avatar_url: expect.stringMatching(/^mxc:\/\//) })
  expect(await session.profile?.read(never)).toMatchObject({ kind: 'done', profile: { name: seen.displayname } })
  expect(await session.profile?.write({ about: 'I read.' }, never)).toMatchObject({ kind: 'refused', code: 'no-place' })
  expect(await session.profile?.write({ name: 'x'.repeat(101) }, never)).toMatchObject({ code: 'too-long' })
})
