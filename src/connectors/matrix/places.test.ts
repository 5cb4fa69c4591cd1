import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { ask, type MatrixNetwork, register, startMatrixNetwork } from '#tests/servers/matrix.ts'
import { openMatrix } from '#tests/servers/matrix-session.ts'
import { recordingHost } from '../conformance/recording-host.ts'

const never = new AbortController().signal
const us = '@recruiter:kith.test'
const them = '@stranger:kith.test'
const part = encodeURIComponent

/** Another program of the account, for what a recruiter does elsewhere. */
async function elsewhere({ home }: MatrixNetwork, user = 'recruiter') {
  const body = {
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user },
    password: 'correct horse battery',
  }
  const { access_token: token } = Object(await ask(home.url, 'POST', '/_matrix/client/v3/login', { body }))
  return (method: string, path: string, content: object = {}) =>
    ask(home.url, method, `/_matrix/client/v3${path}`, { token: String(token), body: content })
}

async function makeRoom(network: MatrixNetwork, given: object): Promise<string> {
  const { room_id: room } = await network.stranger.client.createRoom(given as never)
  return room
}

test('a room is joined by its name, read, written to and left; its space and its people are listed', async () => {
  await using network = await startMatrixNetwork()
  const { stranger } = network
  const room = await makeRoom(network, {
    preset: 'public_chat',
    room_alias_name: 'gardens',
    name: 'Gardens',
    topic: 'Beds',
  })
  const space = await makeRoom(network, {
    preset: 'public_chat',
    room_alias_name: 'outdoors',
    name: 'Outdoors',
    creation_content: { type: 'm.space' },
    initial_state: [{ type: 'm.space.child', state_key: room, content: { via: ['kith.test'] } }],
  })
  await stranger.client.sendTextMessage(room, 'said before we came')
  await using running = openMatrix(network.account)
  await running.connected()
  const { session, recording } = running
  expect(await session.rooms?.join('#nowhere:kith.test')).toMatchObject({ kind: 'refused', code: 'gone' })
  expect(await session.rooms?.join('gardens')).toMatchObject({ kind: 'refused', code: 'no-address' })
  expect(await session.rooms?.join('#outdoors:kith.test')).toMatchObject({ kind: 'accepted' })
  expect(await session.rooms?.join('#gardens:kith.test')).toMatchObject({ kind: 'accepted' })
  await recording.until('what was said', () => recording.messages().find(each => each.text === 'said before we came'))
  expect(recording.messages()[0]).toMatchObject({
    history: true,
    conversation: { id: room, kind: 'room', title: 'Gardens' },
    from: { id: them, name: 'stranger' },
  })
  await expect
    .poll(() => session.rooms?.list())
    .toMatchObject([
      {
        id: room,
        title: 'Gardens',
        subject: 'Beds',
        nick: 'recruiter',
        spaces: ['Outdoors'],
        members: expect.arrayContaining([
          { id: them, name: 'stranger', role: 'owner' },
          { id: us, name: 'recruiter', role: 'member' },
        ]),
      },
    ])
  expect(space).not.toBe(room)
  const to = { id: room, kind: 'room' as const }
  expect(await session.send({ txn: newId(), to, text: 'Good evening' }, never)).toMatchObject({ kind: 'accepted' })
  await stranger.waitToHear('Good evening')
  await stranger.client.setRoomName(room, 'Gardens & beds')
  await recording.until('the name', () =>
    recording.events.find(each => each.kind === 'room' && each.conversation.title === 'Gardens & beds'),
  )
  expect(session.capabilities(to)).toMatchObject({ presence: 'rejected', receipts: { read: 'rejected' } })
  expect(await session.rooms?.leave(room)).toMatchObject({ kind: 'accepted' })
  await stranger.waitFor('that we left', () => stranger.client.getRoom(room)?.getMember(us)?.membership === 'leave')
  expect(session.rooms?.list()).toEqual([])
  expect(await session.send({ txn: newId(), to, text: 'still there?' }, never)).toMatchObject({ code: 'not-in-room' })
})

test('being removed from a room stands there, with by whom and why', async () => {
  await using network = await startMatrixNetwork()
  const room = await makeRoom(network, { preset: 'public_chat', room_alias_name: 'strict', name: 'Strict' })
  await using running = openMatrix(network.account)
  await running.connected()
  await running.session.rooms?.join('#strict:kith.test')
  await network.stranger.waitFor(
    'us',
    () => network.stranger.client.getRoom(room)?.getMember(us)?.membership === 'join',
  )
  await expect.poll(() => running.session.rooms?.list().length).toBe(1)
  await network.stranger.client.kick(room, us, 'no recruiters')
  const gap = await running.recording.until('the word', () =>
    running.recording.events.find(each => each.kind === 'gap'),
  )
  expect(gap).toMatchObject({
    conversation: { id: room, kind: 'room', title: 'Strict' },
    why: 'stranger removed you from this room: “no recruiters”.',
  })
})

test('an invitation into a room is told by who sent it; one into a conversation can be declined, and come again', async () => {
  await using network = await startMatrixNetwork()
  await using running = openMatrix(network.account)
  await running.connected()
  const { recording, session } = running
  const room = await makeRoom(network, { name: 'Growers', invite: [us] })
  const told = await recording.until('the invitation', () => recording.messages()[0])
  expect(told).toMatchObject({
    conversation: { id: them, kind: 'direct' },
    text: `[invites you to the room “Growers” (${room})]`,
    own: false,
  })
  expect(told.automatic).toBeUndefined()
  expect(await session.rooms?.join(room)).toMatchObject({ kind: 'accepted' })
  const asked = (count: number) =>
    recording.until(
      `request ${count}`,
      () => recording.events.filter(each => each.kind === 'contact' && each.state === 'asks-us').length === count,
    )
  await network.stranger.invite()
  await asked(1)
  expect(await session.people?.answer(them, false)).toMatchObject({ kind: 'accepted' })
  expect(await session.people?.answer(them, true)).toMatchObject({ kind: 'refused', code: 'no-invitation' })
  await network.stranger.invite()
  await asked(2)
})

test('who declines our invitation has refused, and who leaves is gone', async () => {
  await using network = await startMatrixNetwork()
  await using running = openMatrix(network.account)
  await running.connected()
  const { recording, session } = running
  const { client } = network.stranger
  const state = (wanted: string) =>
    recording.until(wanted, () => recording.events.some(each => each.kind === 'contact' && each.state === wanted))
  await session.people?.invite(them, { txn: newId() })
  await network.stranger.waitToBeInvited()
  const [first] = client.getRooms()
  await client.leave(first?.roomId ?? '')
  await state('refused')
  expect(await session.people?.invite(them, { txn: newId(), text: 'We met at the fair.' })).toMatchObject({
    kind: 'accepted',
  })
  await network.stranger.waitToHear('We met at the fair.')
  await state('connected')
  expect(await session.people?.invite(them, { txn: newId() })).toMatchObject({ code: 'already-connected' })
  const joined = client.getRooms().find(room => room.getMyMembership() === 'join')
  await client.leave(joined?.roomId ?? '')
  await state('gone')
})

test('an encrypted conversation says what can’t be read, and no plain text ever goes into it', async () => {
  await using network = await startMatrixNetwork()
  const { home, conversation } = network
  await using running = openMatrix(network.account)
  await running.connected()
  const { recording, session } = running
  const room = await network.stranger.room()
  await network.stranger.say('in the open')
  await recording.until('it', () => recording.texts().includes('in the open'))
  expect(session.capabilities(conversation).text).toMatchObject({ level: 'full' })
  const stranger = await elsewhere(network, 'stranger')
  await stranger('PUT', `/rooms/${part(room)}/state/m.room.encryption`, { algorithm: 'm.megolm.v1.aes-sha2' })
  const told = await recording.until('the switch', () => recording.messages().find(each => each.automatic))
  expect(told.text).toContain('encrypted from here on')
  await stranger('PUT', `/rooms/${part(room)}/send/m.room.encrypted/t1`, {
    algorithm: 'm.megolm.v1.aes-sha2',
    ciphertext: 'AwgAEnACgAk…',
    session_id: 's',
  })
  const hidden = await recording.until('the message', () =>
    recording.messages().find(each => /can’t read it/.test(each.text)),
  )
  // They wrote, and that counts, though nobody here knows what.
  expect(hidden).toMatchObject({ own: false, from: { id: them } })
  expect(hidden.automatic).toBeUndefined()
  const can = session.capabilities(conversation)
  expect(can).toMatchObject({
    text: { level: 'rejected' },
    files: { level: 'rejected' },
    reactions: 'rejected',
    edit: { level: 'rejected' },
  })
  expect(can.text.why).toContain('end-to-end encrypted')
  const before = home.count('send')
  const secret = 'the salary is 70,000'
  const file = { name: 'offer.pdf', mimeType: 'application/pdf', bytes: async () => new Uint8Array(3) }
  for (const outcome of [
    await session.send({ txn: newId(), to: conversation, text: secret }, never),
    await session.send({ txn: newId(), to: conversation, text: '', files: [file] }, never),
    await session.edits?.edit(conversation, recording.messages()[0]?.key ?? '', secret, newId()),
    await session.reactions?.react(conversation, recording.messages()[0]?.key ?? '', ['👍'], newId()),
  ])
    expect(outcome).toMatchObject({ kind: 'refused', code: 'encrypted' })
  expect(home.count('send')).toBe(before)
  expect(home.count('upload')).toBe(0)
  await running.stop()
  // Also right after a restart, when nothing was said since.
  await using again = openMatrix(network.account, recording)
  await again.connected()
  expect(await again.session.send({ txn: newId(), to: conversation, text: secret }, never)).toMatchObject({
    code: 'encrypted',
  })
})

test('a server that encrypts every conversation between two gets no plain text from the first word on', async () => {
  await using network = await startMatrixNetwork(home => home.state.encryptDirectRooms(true))
  await using running = openMatrix(network.account)
  await running.connected()
  const sent = await running.session.send({ txn: newId(), to: network.conversation, text: 'Hello' }, never)
  expect(sent).toMatchObject({ kind: 'refused', code: 'encrypted' })
  expect(network.home.count('send')).toBe(0)
})

const bridge = (id: string, more: object = {}) => ({
  type: 'm.bridge',
  state_key: `net.maunium.${id}://${id}/1`,
  content: {
    bridgebot: '@bot:kith.test',
    protocol: { id, displayname: id.toUpperCase() },
    channel: { id: '1' },
    ...more,
  },
})

test('what a bridge carries is told as its own network, with what that network takes', async () => {
  await using network = await startMatrixNetwork()
  await register(network.home.url, 'bot')
  const bot = await elsewhere(network, 'bot')
  await register(network.home.url, 'ghost')
  const ghost = await elsewhere(network, 'ghost')
  const portal = async (state: object, name: string) => {
    const invite = [us, '@ghost:kith.test']
    const made = Object(await bot('POST', '/createRoom', { name, invite, initial_state: [state] }))
    const room = String(made.room_id)
    await ghost('POST', `/join/${part(room)}`)
    await (await elsewhere(network))('POST', `/join/${part(room)}`)
    return room
  }
  const direct = await portal(bridge('telegram', { 'com.beeper.room_type.v2': 'dm' }), 'Ana')
  const group = await portal(bridge('discordgo', { 'com.beeper.room_type': 'group' }), '#dev')
  const unknown = await portal(bridge('signal'), 'Tom')
  await using running = openMatrix(network.account)
  await running.connected()
  const { recording, session } = running
  const say = (room: string, body: string) =>
    ghost('PUT', `/rooms/${part(room)}/send/m.room.message/${newId()}`, { msgtype: 'm.text', body })
  await say(direct, 'over telegram')
  await say(group, 'over discord')
  const told = (text: string) => recording.until(text, () => recording.messages().find(each => each.text === text))
  expect((await told('over telegram')).conversation).toMatchObject({
    id: '@ghost:kith.test',
    kind: 'direct',
    tool: 'telegram',
  })
  expect((await told('over discord')).conversation).toMatchObject({
    id: group,
    kind: 'room',
    tool: 'discord',
    title: '#dev',
  })
  const to = { id: '@ghost:kith.test', kind: 'direct' as const }
  expect(session.capabilities(to)).toMatchObject({
    text: { max: 4_096 },
    receipts: { delivered: 'partial', read: 'full' },
  })
  const txn = newId()
  const outcome = await session.send({ txn, to, text: 'Hi Ana' }, never)
  const event = outcome.kind === 'accepted' ? outcome.key : ''
  expect(network.home.state.rooms.get(direct)?.events.at(-1)?.event_id).toBe(event)
  await bot('POST', `/rooms/${part(direct)}/receipt/m.read/${part(event)}`)
  const receipt = await recording.until('delivered', () => recording.events.find(each => each.kind === 'receipt'))
  expect(receipt).toMatchObject({ state: 'delivered', target: txn })
  await bot('PUT', `/rooms/${part(direct)}/send/com.beeper.message_send_status/s1`, {
    'm.relates_to': { rel_type: 'm.reference', event_id: event },
    status: 'FAIL_PERMANENT',
    message: 'Ana has blocked you',
  })
  const failed = await recording.until('failed', () => recording.events.find(each => each.kind === 'failed'))
  expect(failed).toMatchObject({
    target: txn,
    code: 'not-bridged',
    text: 'TELEGRAM did not take it: “Ana has blocked you”.',
  })
  // Another portal with the same person on a network that Kith has no tool for stays Matrix.
  await say(unknown, 'over signal')
  expect((await told('over signal')).conversation.tool).toBeUndefined()
})

test('what no database could keep, and what claims to be from the future, holds up nothing', async () => {
  await using network = await startMatrixNetwork()
  const room = await network.stranger.room()
  await using running = openMatrix(network.account)
  await running.connected()
  const stranger = await elsewhere(network, 'stranger')
  const body = 'zero \u0000 and half \ud83d a sign'
  await stranger('PUT', `/rooms/${part(room)}/send/m.room.message/t1`, { msgtype: 'm.text', body })
  const told = await running.recording.until('it', () => running.recording.messages()[0])
  expect(told.text).toBe('zero  and half \ufffd a sign')
  const stored = network.home.state.rooms.get(room)
  for (const [at, stamp] of [4e15, 1e300, -5].entries()) {
    if (!stored) throw new Error('the room is there')
    const content = { msgtype: 'm.text', body: `stamp ${at}` }
    network.home.state.append(stored, { type: 'm.room.message', sender: them, content }).origin_server_ts = stamp
    const message = await running.recording.until('it', () =>
      running.recording.messages().find(each => each.text === content.body),
    )
    expect(message.sentAt.getTime()).toBeLessThanOrEqual(Date.now())
    expect(message.sentAt.getTime()).toBeGreaterThanOrEqual(0)
  }
  await network.stranger.say('and on it goes')
  await running.recording.until('the next', () => running.recording.texts().includes('and on it goes'))
})

test('the first reading is history, and notifies nobody', async () => {
  await using network = await startMatrixNetwork()
  await network.stranger.say('long ago')
  await using running = openMatrix(network.account, recordingHost())
  await running.connected()
  const told = await running.recording.until('it', () => running.recording.messages()[0])
  expect(told).toMatchObject({ text: 'long ago', history: true })
  expect(running.recording.events.some(each => each.kind === 'contact')).toBe(false)
})
