import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RecordingHost, recordingHost } from '#connectors/conformance/recording-host.ts'
import { newId } from '#kernel/ids.ts'
import {
  type BlueskyNetwork,
  blueskyConnector,
  sharedAtproto,
  startBlueskyNetwork,
  stopSharedAtproto,
} from '#tests/servers/bluesky.ts'

// The first run installs the server.
beforeAll(async () => void (await sharedAtproto()), 240_000)
afterAll(stopSharedAtproto)

const never = new AbortController().signal
const slow = { timeout: 30_000 }

const start = async (options: { chat?: boolean } = {}) => startBlueskyNetwork(await sharedAtproto(), options)

async function connect(network: BlueskyNetwork, recording = recordingHost(), pages = 30) {
  const connector = blueskyConnector(network.server.chatService, pages)
  const ending = new AbortController()
  const session = connector.open(network.account, recording.host)
  const before = recording.states.length
  const done = session.run(recording.cursor(), ending.signal)
  await recording.until('connected', () => recording.states.slice(before).some(state => state.kind === 'connected'))
  return {
    session,
    recording,
    async [Symbol.asyncDispose]() {
      ending.abort()
      await done
      await session[Symbol.asyncDispose]()
    },
  }
}

const publicThread = (network: BlueskyNetwork) =>
  ({ id: `public ${network.conversation.id}`, kind: 'public', with: network.conversation.id }) as const
const arrived = (recording: RecordingHost, text: string) =>
  recording.until(text, () => recording.messages().find(each => each.text === text))
const mention = (network: BlueskyNetwork) => ({
  facets: [
    {
      index: { byteStart: 0, byteEnd: network.handles.recruiter.length + 1 },
      features: [{ $type: 'app.bsky.richtext.facet#mention', did: network.elsewhere.did }],
    },
  ],
})
const recordOf = async (network: BlueskyNetwork, key: string) => {
  const [, repo = '', collection = '', rkey = ''] = /^post:at:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(key) ?? []
  const found = await network.them.get('com.atproto.repo.getRecord', { repo, collection, rkey })
  return (found as { value: Record<string, unknown> }).value
}

test(
  'a mention stands before everybody, our answer threads under it with facets, and can be deleted',
  slow,
  async () => {
    await using network = await start()
    await using us = await connect(network)
    const text = `@${network.handles.recruiter} hello`
    const asked = await network.them.post(text, mention(network))
    const message = await arrived(us.recording, text)
    expect(message).toMatchObject({ own: false, conversation: publicThread(network), key: `post:${asked.uri}` })
    const to = publicThread(network)
    const words = `Grüße @${network.handles.stranger}, see https://example.org/garden`
    const sent = await us.session.send({ txn: newId(), to, text: words, replyTo: message.key }, never)
    if (sent.kind !== 'accepted') throw new Error(JSON.stringify(sent))
    const record = await recordOf(network, sent.key)
    expect(record).toMatchObject({ text: words, reply: { parent: asked, root: asked } })
    expect(JSON.stringify(record.facets)).toContain(network.them.did)
    expect(JSON.stringify(record.facets)).toContain('"uri":"https://example.org/garden"')
    const further = await us.session.send({ txn: newId(), to, text: 'And one more' }, never)
    expect(further.kind === 'accepted' && (await recordOf(network, further.key))).toMatchObject({
      reply: { root: asked },
    })
    expect(await us.session.edits?.retract(to, sent.key, newId())).toMatchObject({ kind: 'accepted' })
    await expect(recordOf(network, sent.key)).rejects.toThrow('400')
    expect(await us.session.edits?.edit(to, sent.key, 'x', newId())).toMatchObject({
      kind: 'refused',
      code: 'cannot-edit',
    })
  },
)

test('the same send twice is one post, also when a restart lies between', slow, async () => {
  await using network = await start()
  const txn = newId()
  const recording = recordingHost()
  const first = await connect(network, recording)
  const to = publicThread(network)
  const sent = await first.session.send({ txn, to, text: 'only once' }, never)
  await first[Symbol.asyncDispose]()
  await using us = await connect(network)
  expect(await us.session.send({ txn, to, text: 'only once' }, never)).toMatchObject({
    kind: 'accepted',
    key: sent.kind === 'accepted' && sent.key,
  })
  const posts = await network.elsewhere.get('com.atproto.repo.listRecords', {
    repo: network.elsewhere.did,
    collection: 'app.bsky.feed.post',
  })
  expect((posts as { records: object[] }).records).toHaveLength(1)
})

test('a comment reaches the post that a web address shows, with pictures and what they show', slow, async () => {
  await using network = await start()
  await using us = await connect(network)
  const post = await network.them.post('My roses bloom.')
  const page = `https://bsky.app/profile/${network.handles.stranger}/post/${post.uri.split('/').at(-1)}`
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const file = { name: 'a.png', mimeType: 'image/png', description: 'A rose', bytes: async () => new Uint8Array(png) }
  const request = { txn: newId(), to: publicThread(network), text: 'Like this one?', replyTo: page, files: [file] }
  const sent = await us.session.send(request, never)
  expect(sent.kind === 'accepted' && (await recordOf(network, sent.key))).toMatchObject({
    reply: { parent: post },
    embed: { images: [{ alt: 'A rose' }] },
  })
  const gone = `https://bsky.app/profile/${network.handles.stranger}/post/3aaaaaaaaaaaa`
  expect(await us.session.send({ ...request, txn: newId(), replyTo: gone }, never)).toMatchObject({
    kind: 'refused',
    code: 'no-such-post',
  })
  expect(await us.session.send({ ...request, txn: newId(), text: '👩‍👩‍👧'.repeat(301) }, never)).toMatchObject({
    kind: 'refused',
    code: 'too-long',
  })
  const big = { ...file, bytes: async () => new Uint8Array(1_000_001) }
  expect(await us.session.send({ ...request, txn: newId(), files: [big] }, never)).toMatchObject({
    kind: 'refused',
    code: 'too-big',
  })
})

test(
  'who may write to a person is their own choice: a closed chat is refused in words before anything is said',
  slow,
  async () => {
    await using network = await start()
    await using us = await connect(network)
    const send = () => us.session.send({ txn: newId(), to: network.conversation, text: 'Hello' }, never)
    await network.them.allow('none')
    expect(await send()).toMatchObject({
      kind: 'refused',
      code: 'window-closed',
      text: expect.stringContaining('takes no chat messages'),
    })
    await network.them.allow('following')
    expect(await send()).toMatchObject({
      kind: 'refused',
      code: 'window-closed',
      text: expect.stringContaining('people they follow'),
    })
    expect((await network.them.said()).texts).toEqual([])
    await network.them.create('app.bsky.graph.follow', { subject: network.elsewhere.did })
    expect(await send()).toMatchObject({ kind: 'accepted' })
    await network.stranger.waitToHear('Hello')
  },
)

test('a request is accepted by answering it, and reactions in the chat go both ways', slow, async () => {
  await using network = await start()
  await using us = await connect(network)
  const id = await network.them.chat(network.elsewhere.did, 'May I ask something?')
  const message = await arrived(us.recording, 'May I ask something?')
  const sent = await us.session.send(
    { txn: newId(), to: network.conversation, text: 'Of course', replyTo: message.key },
    never,
  )
  if (sent.kind !== 'accepted') throw new Error(JSON.stringify(sent))
  await network.stranger.waitToHear('Of course')
  const convoId = await network.them.convoWith(network.elsewhere.did)
  const react = (emoji: string[]) => us.session.reactions?.react(network.conversation, message.key, emoji, newId())
  const onTheirs = async () => JSON.stringify(await network.them.get('chat.bsky.convo.getMessages', { convoId }))
  expect(await react(['👍', '🌹'])).toMatchObject({ kind: 'accepted' })
  expect(await onTheirs()).toContain('🌹')
  expect(await react(['👍'])).toMatchObject({ kind: 'accepted' })
  expect(await onTheirs()).not.toContain('🌹')
  await network.them.call('chat.bsky.convo.addReaction', {
    convoId,
    messageId: sent.key.slice('chat:'.length),
    value: '🎉',
  })
  const reaction = await us.recording.until('their reaction', () =>
    us.recording.events.find(each => each.kind === 'reaction' && each.emoji.includes('🎉')),
  )
  expect(reaction).toMatchObject({ target: sent.key, from: { id: network.conversation.id } })
  expect(await us.session.edits?.retract(network.conversation, sent.key, newId())).toMatchObject({
    kind: 'refused',
    code: 'cannot-retract',
  })
  expect(id).toBe(message.key.slice('chat:'.length))
})

test('likes and reposts are reactions: theirs are told, ours can be taken back', slow, async () => {
  await using network = await start()
  await using us = await connect(network)
  const to = publicThread(network)
  const sent = await us.session.send({ txn: newId(), to, text: 'Roses need sun.' }, never)
  if (sent.kind !== 'accepted') throw new Error(JSON.stringify(sent))
  const uri = sent.key.slice('post:'.length)
  const { cid } = (await network.them.get('com.atproto.repo.getRecord', {
    repo: network.elsewhere.did,
    collection: 'app.bsky.feed.post',
    rkey: uri.split('/').at(-1),
  })) as { cid: string }
  await network.them.create('app.bsky.feed.like', { subject: { uri, cid } })
  const like = await us.recording.until('the like', () => us.recording.events.find(each => each.kind === 'reaction'))
  expect(like).toMatchObject({ target: sent.key, conversation: to, emoji: ['❤️'] })
  const post = await network.them.post('Thanks')
  const likes = async () =>
    (
      (await network.them.get('com.atproto.repo.listRecords', {
        repo: network.elsewhere.did,
        collection: 'app.bsky.feed.like',
      })) as { records: object[] }
    ).records
  expect(await us.session.reactions?.react(to, `post:${post.uri}`, ['❤️'], newId())).toMatchObject({ kind: 'accepted' })
  expect(await likes()).toHaveLength(1)
  expect(await us.session.reactions?.react(to, `post:${post.uri}`, [], newId())).toMatchObject({ kind: 'accepted' })
  expect(await likes()).toHaveLength(0)
  expect(await us.session.reactions?.react(to, `post:${post.uri}`, ['🥕'], newId())).toMatchObject({
    kind: 'refused',
    code: 'no-such-reaction',
  })
})

test('an app password without direct messages closes the chat and nothing else', slow, async () => {
  await using network = await start({ chat: false })
  await using us = await connect(network)
  const text = `@${network.handles.recruiter} hi`
  await network.them.post(text, mention(network))
  await arrived(us.recording, text)
  expect(us.session.capabilities(network.conversation).text).toMatchObject({ level: 'rejected' })
  expect(await us.session.send({ txn: newId(), to: network.conversation, text: 'x' }, never)).toMatchObject({
    kind: 'refused',
    code: 'chat-not-allowed',
  })
  const tested = await blueskyConnector(network.server.chatService).test(network.account, never)
  expect(tested).toMatchObject({ ok: true, detail: expect.stringContaining('does not open direct messages') })
})

test('what we post and say with another app is ours here', slow, async () => {
  await using network = await start()
  await using us = await connect(network)
  await network.elsewhere.chat(network.them.did, 'from my phone')
  expect(await arrived(us.recording, 'from my phone')).toMatchObject({ own: true, conversation: network.conversation })
  const post = await network.them.post('Look')
  await network.elsewhere.post('I looked', { reply: { parent: post, root: post } })
  expect(await arrived(us.recording, 'I looked')).toMatchObject({
    own: true,
    conversation: publicThread(network),
    replyTo: `post:${post.uri}`,
  })
})

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('our own page is read and written without losing what Kith does not know', slow, async () => {
  await using network = await start()
  await network.elsewhere.call('com.atproto.repo.putRecord', {
    repo: network.elsewhere.did,
    collection: 'app.bsky.actor.profile',
    rkey: 'self',
    record: { $type: 'app.bsky.actor.profile', displayName: 'Before', pronouns: 'she/her' },
  })
  await using us = await connect(network)
  const change = {
    name: 'Mara Harbour',
    about: 'I read what gardeners write.',
    links: [{ label: 'Website', value: 'https://harbour.example' }],
  }
  expect(await us.session.profile?.write(change, never)).toMatchObject({ kind: 'done', profile: change })
  const { value } = (await network.them.get('com.atproto.repo.getRecord', {
    repo: network.elsewhere.did,
    collection: 'app.bsky.actor.profile',
    rkey: 'self',
  })) as { value: object }
  expect(value).toMatchObject({
    displayName: 'Mara Harbour',
    description: change.about,
    website: 'https://harbour.example',
    pronouns: 'she/her',
  })
  expect(await us.session.profile?.read(never)).toMatchObject({ kind: 'done', profile: change })
  expect(await us.session.profile?.picture(never)).toEqual({ kind: 'done', picture: null })
  const picture = { mimeType: 'image/png', bytes: new Uint8Array(Buffer.from(dot, 'base64')) }
  expect(await us.session.profile?.write({ picture }, never)).toMatchObject({ kind: 'done' })
  const there = await us.session.profile?.picture(never)
  expect(there?.kind === 'done' && there.picture && Buffer.from(there.picture.bytes).toString('base64')).toBe(dot)
  expect(await us.session.profile?.write({ picture: null }, never)).toMatchObject({ kind: 'done', profile: change })
  expect(await us.session.profile?.picture(never)).toEqual({ kind: 'done', picture: null })
  expect(await us.session.profile?.write({ about: 'x'.repeat(257) }, never)).toMatchObject({
    kind: 'refused',
    code: 'too-long',
  })
})
