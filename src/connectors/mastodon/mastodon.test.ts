import { expect, test } from 'vitest'
import { type RecordingHost, recordingHost } from '#connectors/conformance/recording-host.ts'
import type { Session } from '#connectors/contract.ts'
import { newId } from '#kernel/ids.ts'
import { waitUntil } from '#tests/servers/email.ts'
import { type FediverseNetwork, fediverseConnector, startContractNetwork } from '#tests/servers/fediverse.ts'
import type { MastodonApi } from '#tests/servers/mastodon-api.ts'

const never = new AbortController().signal
const picture = { name: 'garden.png', mimeType: 'image/png', bytes: async () => new Uint8Array([137, 80, 78, 71]) }

type Network = FediverseNetwork<MastodonApi>

async function connect(network: Network, recording = recordingHost(), pages = 50) {
  const connector = fediverseConnector(pages)
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

const theirId = (network: Network) => network.conversation.id
const publicThread = (network: Network) =>
  ({ id: `public ${theirId(network)}`, kind: 'public', with: theirId(network) }) as const

const arrived = (recording: RecordingHost, text: string) =>
  recording.until(text, () => recording.messages().find(each => each.text === text))

const sent = async (session: Session, network: Network, text: string, more: object = {}) => {
  const outcome = await session.send({ txn: newId(), to: network.conversation, text, ...more }, never)
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome))
  return outcome.key
}
const heard = async (network: Network, text: string) => {
  await network.stranger.waitToHear(text)
  const notice = (await network.them.notices()).find(each => each.status?.content.includes(text))
  if (!notice?.status) throw new Error('the notice that was just seen is there')
  return notice.status
}

test('what is said before everybody stands in a public thread with its writer, and the answer stays before everybody', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  const asked = await network.them.post('@recruiter do you know gardeners?', { visibility: 'unlisted' })
  const message = await arrived(us.recording, 'do you know gardeners?')
  expect(message).toMatchObject({ own: false, conversation: publicThread(network), from: { id: theirId(network) } })
  await us.session.send({ txn: newId(), to: publicThread(network), text: 'A few.', replyTo: message.key }, never)
  expect(await heard(network, 'A few.')).toMatchObject({ visibility: 'unlisted', in_reply_to_id: asked.id })
  await sent(us.session, network, 'More between us.')
  expect(await heard(network, 'More between us.')).toMatchObject({ visibility: 'direct', in_reply_to_id: null })
})

test('a comment reaches the post that a web address shows', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  const post = await network.them.post('My roses bloom.', { visibility: 'public' })
  const to = publicThread(network)
  await us.session.send({ txn: newId(), to, text: 'Which kind?', replyTo: post.url ?? '' }, never)
  expect(await heard(network, 'Which kind?')).toMatchObject({ visibility: 'public', in_reply_to_id: post.id })
  expect(
    await us.session.send(
      { txn: newId(), to, text: 'And these?', replyTo: `${network.server.base}/@stranger/1` },
      never,
    ),
  ).toMatchObject({ kind: 'refused', code: 'no-such-post' })
})

test('a thread goes on from its last post on either side, also after a restart', async () => {
  await using network = await startContractNetwork()
  const recording = recordingHost()
  const first = await connect(network, recording)
  const theirs = await network.them.post('@recruiter hello')
  await arrived(recording, 'hello')
  await first[Symbol.asyncDispose]()
  await using us = await connect(network, recording)
  const key = await sent(us.session, network, 'Good day')
  expect(await heard(network, 'Good day')).toMatchObject({ in_reply_to_id: theirs.id })
  await sent(us.session, network, 'And more')
  expect(`status:${(await heard(network, 'And more')).in_reply_to_id}`).toBe(key)
})

test('a warning stays before the words, theirs and in our answer', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  await network.them.post('@recruiter I lost my job', { spoiler_text: 'job loss' })
  expect(await arrived(us.recording, 'I lost my job')).toMatchObject({ warning: 'job loss' })
  await sent(us.session, network, 'I am sorry')
  expect(await heard(network, 'I am sorry')).toMatchObject({ spoiler_text: 'job loss' })
})

test('files come with what they show, and leave with it once the server has them ready', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  await sent(us.session, network, 'Look', { files: [{ ...picture, description: 'A garden at noon' }] })
  expect((await heard(network, 'Look')).media_attachments).toMatchObject([{ description: 'A garden at noon' }])
  const form = new FormData()
  form.set('file', new Blob(['x'], { type: 'image/png' }), 'a.png')
  form.set('description', 'A rose')
  const { id } = (await network.them.call('POST', '/api/v2/media', form)) as { id: string }
  await network.them.call('GET', `/api/v1/media/${id}`)
  await network.them.post('@recruiter mine', { media_ids: [id] })
  expect(await arrived(us.recording, 'mine')).toMatchObject({ files: [{ description: 'A rose', name: `${id}.png` }] })
  const tooMany = Array.from({ length: 5 }, () => picture)
  expect(
    await us.session.send({ txn: newId(), to: network.conversation, text: 'all', files: tooMany }, never),
  ).toMatchObject({ kind: 'refused', code: 'too-many-files' })
})

test('our edit keeps files, names and warning, and theirs is told with their deletion', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  const key = await sent(us.session, network, 'teh garden', { files: [picture] })
  const before = await heard(network, 'teh garden')
  expect(await us.session.edits?.edit(network.conversation, key, 'the garden', newId())).toMatchObject({
    kind: 'accepted',
  })
  const after = await network.them.read(before.id)
  expect(after.content).toContain('the garden')
  expect(after.content).toContain('@<span>stranger</span>')
  expect(after.media_attachments).toHaveLength(1)
  const theirs = await network.them.post('@recruiter helo')
  await arrived(us.recording, 'helo')
  await network.them.call('PUT', `/api/v1/statuses/${theirs.id}`, { status: '@recruiter hello' })
  const target = `status:${theirs.id}`
  const edit = await us.recording.until('the edit', () =>
    us.recording.events.find(each => each.kind === 'edit' && each.target === target),
  )
  expect(edit).toMatchObject({ text: 'hello', from: { id: theirId(network) } })
  await network.them.call('DELETE', `/api/v1/statuses/${theirs.id}`)
  await us.recording.until('the deletion', () =>
    us.recording.events.find(
      each => each.kind === 'retract' && each.target === target && each.from.id === theirId(network),
    ),
  )
  expect(await us.session.edits?.retract(network.conversation, key, newId())).toMatchObject({ kind: 'accepted' })
  await expect(network.them.read(before.id)).rejects.toThrow('404')
  expect(await us.session.edits?.retract(network.conversation, key, newId())).toMatchObject({ kind: 'accepted' })
})

test('favourites and boosts are reactions: theirs both stand, ours can be taken back, others are refused in words', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  const to = publicThread(network)
  const outcome = await us.session.send({ txn: newId(), to, text: 'Roses need sun.' }, never)
  const id = (await heard(network, 'Roses need sun.')).id
  await network.them.call('POST', `/api/v1/statuses/${id}/favourite`)
  await network.them.call('POST', `/api/v1/statuses/${id}/reblog`)
  const both = await us.recording.until('both', () =>
    us.recording.events.findLast(each => each.kind === 'reaction' && each.emoji.length === 2),
  )
  expect(both).toMatchObject({
    conversation: to,
    target: outcome.kind === 'accepted' && outcome.key,
    emoji: ['⭐', '🔁'],
  })
  const theirs = await network.them.post('@recruiter thanks', { visibility: 'public' })
  const { key } = await arrived(us.recording, 'thanks')
  const react = (emoji: string[]) => us.session.reactions?.react(to, key, emoji, newId())
  const starred = async () =>
    JSON.stringify(await network.them.call('GET', `/api/v1/statuses/${theirs.id}/favourited_by`))
  expect(await react(['❤️'])).toMatchObject({ kind: 'accepted' })
  expect(await starred()).toContain('"recruiter"')
  expect(await react([])).toMatchObject({ kind: 'accepted' })
  expect(await starred()).toBe('[]')
  expect(await react(['🥕'])).toMatchObject({ kind: 'refused', code: 'no-such-reaction' })
})

test('a locked account lets us in or not, and either is told though no notice says so', async () => {
  for (const [answer, state] of [
    ['authorize', 'connected'],
    ['reject', 'refused'],
  ] as const) {
    await using network = await startContractNetwork({ lockedStranger: true })
    await using us = await connect(network)
    await us.session.people?.invite(theirId(network), { txn: newId() })
    await network.stranger.waitToBeInvited()
    const us_ = await network.them.find('recruiter')
    await network.them.call('POST', `/api/v1/follow_requests/${us_}/${answer}`)
    const told = await us.recording.until(state, () =>
      us.recording.events.find(each => each.kind === 'contact' && each.state === state),
    )
    expect(told).toMatchObject({ person: { id: theirId(network) } })
  }
})

test('whoever asks a locked account of ours is let in and followed, and whoever leaves is gone', async () => {
  await using network = await startContractNetwork({ lockedRecruiter: true })
  await using us = await connect(network)
  await network.stranger.invite()
  await us.recording.until('asks', () =>
    us.recording.events.find(each => each.kind === 'contact' && each.state === 'asks-us'),
  )
  expect(await us.session.people?.answer(theirId(network), true)).toMatchObject({ kind: 'accepted' })
  const id = await network.them.find('recruiter')
  const [relation] = (await network.them.call('GET', `/api/v1/accounts/relationships?id[]=${id}`)) as object[]
  expect(relation).toMatchObject({ following: true, followed_by: true })
  await network.them.call('POST', `/api/v1/accounts/${id}/unfollow`)
  await us.recording.until('gone', () =>
    us.recording.events.find(each => each.kind === 'contact' && each.state === 'gone'),
  )
})

test('an answer that is lost on the way makes no second post', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  network.server.swallowAnswers(true)
  const txn = newId()
  const outcome = await us.session.send({ txn, to: network.conversation, text: 'only once' }, never)
  network.server.swallowAnswers(false)
  expect(outcome).toMatchObject({ kind: 'accepted' })
  expect(await us.session.send({ txn, to: network.conversation, text: 'only once' }, never)).toEqual(outcome)
  await network.stranger.waitToHear('only once')
  expect(network.stranger.heard('only once')).toBe(1)
  const echoes = us.recording.messages().filter(each => each.text === 'only once')
  expect(echoes).toHaveLength(1)
  expect(echoes[0]?.otherKeys).toEqual([txn])
})

test('a server that wants a pause names it, and so do we', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  network.server.limitPosts(1, 30_000)
  await sent(us.session, network, 'first')
  const later = await us.session.send({ txn: newId(), to: network.conversation, text: 'second' }, never)
  expect(later).toMatchObject({ kind: 'later', code: 'rate-limited' })
  expect(later.kind === 'later' && later.retryAfterMs).toBeGreaterThan(20_000)
  expect(later.kind === 'later' && later.retryAfterMs).toBeLessThanOrEqual(30_000)
})

test('the limit is the server’s own, less the name in front', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  const { max } = us.session.capabilities(network.conversation).text
  expect(max).toBe(500 - '@stranger '.length)
  const send = (text: string) => us.session.send({ txn: newId(), to: network.conversation, text }, never)
  expect(await send('x'.repeat(max + 1))).toMatchObject({ kind: 'refused', code: 'too-long' })
  expect(await send('x'.repeat(max))).toMatchObject({ kind: 'accepted' })
})

test('nothing is posted for a person whom the server does not find', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  const to = { id: '@nobody@elsewhere.example', kind: 'direct' } as const
  expect(await us.session.send({ txn: newId(), to, text: 'Hello?' }, never)).toMatchObject({
    kind: 'refused',
    code: 'no-such-person',
  })
  expect(
    await network.elsewhere.call('GET', `/api/v1/accounts/${await network.them.find('recruiter')}/statuses`),
  ).toEqual([])
})

test('what we say with another program is ours here, and a cut stream loses nothing', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  await waitUntil(async () => network.server.streams() === 1, 'the stream')
  network.server.cutStreams()
  await network.elsewhere.post('@stranger from my phone')
  await network.them.post('@recruiter I saw it')
  expect(await arrived(us.recording, 'from my phone')).toMatchObject({ own: true, conversation: network.conversation })
  await arrived(us.recording, 'I saw it')
})

test('an absence longer than Kith reads back is told as a gap, once', async () => {
  await using network = await startContractNetwork()
  const recording = recordingHost()
  await (await connect(network, recording, 1))[Symbol.asyncDispose]()
  for (let at = 0; at < 60; at += 1) await network.them.post(`@recruiter away ${at}`)
  await using us = await connect(network, recording, 1)
  await arrived(us.recording, 'away 59')
  expect(recording.events.filter(each => each.kind === 'gap')).toHaveLength(1)
  expect(recording.texts()).not.toContain('away 0')
})

test('earlier posts of a thread can be read', async () => {
  await using network = await startContractNetwork()
  const one = await network.them.post('@recruiter one')
  const two = await network.them.post('@recruiter two', { in_reply_to_id: one.id })
  const three = await network.them.post('@recruiter three', { in_reply_to_id: two.id })
  await using us = await connect(network)
  const found = await us.session.history?.before(network.conversation, `status:${three.id}`, 10)
  expect(found?.map(each => each.kind === 'message' && [each.text, each.history])).toEqual([
    ['one', true],
    ['two', true],
  ])
})

test('our own page is read and written, and what the server would cut is refused', async () => {
  await using network = await startContractNetwork()
  await using us = await connect(network)
  const change = {
    name: 'Mara Harbour',
    about: 'I read what gardeners write.',
    links: [{ label: 'Page', value: 'https://harbour.example' }],
  }
  expect(await us.session.profile?.write(change, never)).toMatchObject({ kind: 'done', profile: change })
  expect(await us.session.profile?.write({ links: [] }, never)).toMatchObject({ kind: 'done' })
  const read = await us.session.profile?.read(never)
  expect(read).toMatchObject({ kind: 'done', profile: { name: change.name, about: change.about, links: [] } })
  expect(await us.session.profile?.picture(never)).toEqual({ kind: 'done', picture: null })
  const shown = { mimeType: picture.mimeType, bytes: await picture.bytes() }
  expect(await us.session.profile?.write({ picture: shown }, never)).toMatchObject({ kind: 'done' })
  expect(await us.session.profile?.picture(never)).toEqual({ kind: 'done', picture: shown })
  expect(await us.session.profile?.write({ picture: null }, never)).toMatchObject({ kind: 'done' })
  expect(await us.session.profile?.picture(never)).toEqual({ kind: 'done', picture: null })
  expect(await us.session.profile?.write({ name: 'x'.repeat(31) }, never)).toMatchObject({
    kind: 'refused',
    code: 'too-long',
  })
})

test('a token goes to no server in the clear, and a name that is none is said so', async () => {
  const test_ = (values: Record<string, string>) => fediverseConnector().test({ id: 'x', values }, never)
  expect(await test_({ server: 'http://mastodon.example', token: 'x' })).toMatchObject({
    ok: false,
    text: expect.stringContaining('https://'),
  })
  expect(await test_({ server: 'not a server', token: 'x' })).toMatchObject({
    ok: false,
    text: expect.stringContaining('mastodon.social'),
  })
  await using network = await startContractNetwork()
  const port = Number(new URL(network.server.base).port)
  await network.server.kill()
  const refused = await test_({ server: `127.0.0.1:${port}`, token: 'x', allowPlain: 'true' })
  expect(refused).toMatchObject({ ok: false, code: 'unreachable' })
  await network.server.restart()
})

test('whoever has no token lets Kith in on the page of their server; a code counts once, and a wrong one is refused in words', async () => {
  await using network = await startContractNetwork()
  const connector = fediverseConnector()
  const { token: _, ...values } = network.account.values
  const begin = () => connector.signIn?.begin({ id: 'form', values }, never)
  const begun = await begin()
  if (!begun?.ok) throw new Error(JSON.stringify(begun))
  expect(begun.url).toContain(`${network.server.base}/oauth/authorize?`)
  const code = network.server.letIn('recruiter', begun.url)
  const finish = (given: string, kept = begun.kept) => connector.signIn?.finish({ kept, code: given }, never)
  const refused = { ok: false, text: expect.stringMatching(/did not take this code.*copy the new one/) }
  expect(await finish('a-wrong-guess')).toMatchObject(refused)
  const other = await begin()
  expect(await finish(code, other?.ok ? other.kept : '')).toMatchObject(refused)
  const again = network.server.letIn('recruiter', begun.url)
  const letIn = await finish(` ${again}\n`)
  if (!letIn?.ok) throw new Error(JSON.stringify(letIn))
  expect(await connector.test({ id: 'form', values: { ...values, ...letIn.values } }, never)).toMatchObject({
    ok: true,
  })
  expect(await finish(again)).toMatchObject(refused)
  expect(await connector.signIn?.begin({ id: 'form', values: { server: 'no server' } }, never)).toMatchObject({
    ok: false,
    text: expect.stringContaining('not the name of a server'),
  })
})
