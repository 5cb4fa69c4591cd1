import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { layCable } from '#tests/servers/cable.ts'
import { freePort } from '#tests/servers/prosody.ts'
import { connector, startXmppNetwork } from '#tests/servers/xmpp.ts'
import { open } from '#tests/servers/xmpp-running.ts'
import { xmppStranger } from '#tests/servers/xmpp-stranger.ts'

const never = new AbortController().signal

test('a server without encryption never gets the password', async () => {
  await using network = await startXmppNetwork()
  const { allowPlain: _, ...values } = network.account.values
  const strict = open({ ...network.account, values })
  await strict.done
  expect(strict.recording.states.at(-1)).toMatchObject({ kind: 'needs-you', code: 'insecure' })
  const away = connector.open(
    { id: 'x', values: { ...network.account.values, server: '192.0.2.1' } },
    strict.recording.host,
  )
  await away.run(undefined, never)
  const state = strict.recording.states.at(-1)
  expect(state?.kind === 'needs-you' && state.text).toContain('only to a server on this machine')
})

test('a server that does not answer is waited for with a time to try again', async () => {
  const port = String(await freePort())
  const values = { jid: 'a@localhost', password: 'x', server: '127.0.0.1', port, allowPlain: 'true' }
  await using running = open({ id: 'x', values })
  const state = await running.recording.until('waiting', () =>
    running.recording.states.find(each => each.kind === 'waiting'),
  )
  expect(state).toMatchObject({ kind: 'waiting', code: 'unreachable' })
  expect(
    await running.session.send({ txn: newId(), to: { id: 'b@localhost', kind: 'direct' }, text: 'hi' }, never),
  ).toMatchObject({ kind: 'later' })
})

test('without an archive a reconnect shows the gap, and offline messages still arrive once', async () => {
  await using network = await startXmppNetwork({ without: ['mam'] })
  const first = open(network.account)
  await first.connected()
  expect(first.recording.events).toEqual([])
  await first.stop()
  await network.stranger.say('kept by the server')
  await using again = open(network.account, first.recording)
  await again.connected()
  await again.recording.until('the message', () => again.recording.texts().includes('kept by the server'))
  expect(again.recording.events.filter(event => event.kind === 'gap')).toHaveLength(1)
})

test('without stream management a send is still confirmed by the server’s answer', async () => {
  await using network = await startXmppNetwork({ without: ['smacks'] })
  await using running = open(network.account)
  await running.connected()
  const request = { txn: newId(), to: network.conversation, text: 'plainly' }
  expect(await running.session.send(request, never)).toMatchObject({ kind: 'accepted' })
  await network.stranger.waitToHear('plainly')
})

test('what was written from another device of ours is our own message, with the key that the archive gives it', async () => {
  await using network = await startXmppNetwork()
  const running = open(network.account)
  await running.connected()
  await using phone = xmppStranger({
    jid: 'recruiter@localhost',
    password: 'correct horse',
    websocketUrl: network.server.websocketUrl,
    friend: 'stranger@localhost',
    resource: 'phone',
  })
  await phone.connect()
  await phone.say('typed on the phone')
  const live = await running.recording.until('the carbon', () => running.recording.messages()[0])
  expect(live).toMatchObject({ own: true, text: 'typed on the phone', conversation: network.conversation })
  await running.stop()
  await using fresh = open(network.account)
  const archived = await fresh.recording.until('the archive', () => fresh.recording.messages()[0])
  expect(archived.key).toBe(live.key)
})

test('a correction names the message that it corrects', async () => {
  await using network = await startXmppNetwork()
  await using running = open(network.account)
  await running.connected()
  await network.stranger.say('I can at 5')
  await network.stranger.correct('I can at 5', 'I can at 6')
  const edit = await running.recording.until('the edit', () =>
    running.recording.events.find(event => event.kind === 'edit'),
  )
  expect(edit).toMatchObject({ text: 'I can at 6' })
  expect(edit.kind === 'edit' && running.recording.known(edit.target)).toMatchObject({
    kind: 'message',
    text: 'I can at 5',
  })
})

test('a message to nobody is told as failed, in words', async () => {
  await using network = await startXmppNetwork()
  await using running = open(network.account)
  await running.connected()
  const txn = newId()
  await running.session.send({ txn, to: { id: 'nobody@localhost', kind: 'direct' }, text: 'anybody?' }, never)
  const failed = await running.recording.until('the failure', () =>
    running.recording.events.find(event => event.kind === 'failed'),
  )
  expect(failed).toMatchObject({ target: txn, code: 'service-unavailable' })
})

test('text that XML can’t carry does not break the stream, and a text too long is refused with its size', async () => {
  await using network = await startXmppNetwork()
  await using running = open(network.account)
  await running.connected()
  const send = (text: string) => running.session.send({ txn: newId(), to: network.conversation, text }, never)
  expect(await send('bell \u0007 null \u0000 half \ud83d end')).toMatchObject({ kind: 'accepted' })
  await network.stranger.waitToHear('bell  null  half \ufffd end')
  expect(await send('x'.repeat(9_001))).toMatchObject({ kind: 'refused', code: 'too-long' })
  expect(await send(' \n ')).toMatchObject({ kind: 'refused', code: 'empty' })
  expect(await send('still there')).toMatchObject({ kind: 'accepted' })
})

test('a room is entered again after the server was away, and each message there has one key', async () => {
  await using network = await startXmppNetwork()
  await using running = open(network.account)
  await running.connected()
  const room = { id: `elixir@${network.server.roomsDomain}`, kind: 'room' as const }
  expect(await running.session.rooms?.join(room.id, 'Rae')).toMatchObject({ kind: 'accepted' })
  const txn = newId()
  expect(await running.session.send({ txn, to: room, text: 'hello room' }, never)).toMatchObject({ kind: 'accepted' })
  const echo = await running.recording.until('the echo', () => running.recording.messages()[0])
  expect(echo).toMatchObject({ own: true, key: `own:${txn}`, conversation: { id: room.id, kind: 'room' } })
  const before = running.recording.states.length
  await network.kill()
  await network.restart()
  await running.recording.until('connected again', () =>
    running.recording.states.slice(before).some(state => state.kind === 'connected'),
  )
  const later = newId()
  await sleep(300)
  expect(await running.session.send({ txn: later, to: room, text: 'back' }, never)).toMatchObject({ kind: 'accepted' })
  await running.recording.until('the second echo', () => running.recording.known(`own:${later}`))
  expect(await running.session.rooms?.leave(room.id)).toMatchObject({ kind: 'accepted' })
})

test('a room that forgot us without a word is found out by asking it, and entered again with what was said meanwhile', async () => {
  await using network = await startXmppNetwork({ forgetsAt: 'forget everybody' })
  await using cable = await layCable(network.server)
  const values = { ...network.account.values, port: String(cable.port) }
  await using running = open({ ...network.account, values })
  await running.connected()
  const { recording, session } = running
  const room = `nights@${network.server.roomsDomain}`
  expect(await session.rooms?.join(room, 'Rae')).toMatchObject({ kind: 'accepted' })
  await network.stranger.client().joinRoom(room, 'Ana')
  const say = (text: string) =>
    network.stranger.write(
      `<message xmlns="jabber:client" type="groupchat" to="${room}"><body>${text}</body></message>`,
    )
  say('before')
  await recording.until('it', () => recording.texts().includes('before'))
  say('forget everybody')
  await network.stranger.settled()
  await network.stranger.client().joinRoom(room, 'Ana')
  say('who is there?')
  await network.stranger.waitToSee(/who is there\?/)
  expect(recording.texts(), 'the room sends us nothing any more').toEqual(['before'])
  // After a cut line that is taken up again, every room is asked at once (XEP-0410); else each quiet one after some minutes.
  const states = recording.states.length
  cable.cut()
  await recording.until('what was said', () => recording.texts().includes('who is there?'))
  expect(recording.states.slice(states).map(state => state.kind)).not.toContain('catching-up')
  const txn = newId()
  const to = { id: room, kind: 'room' as const }
  expect(await session.send({ txn, to, text: 'I am' }, never)).toMatchObject({ kind: 'accepted' })
  await network.stranger.waitToHear('I am')
})

test('archives longer than a page are read to their end', async () => {
  await using network = await startXmppNetwork()
  const texts = Array.from({ length: 180 }, (_, at) => `page ${at} ${'ü€👋'.repeat(30)}`)
  for (const text of texts) await network.stranger.say(text)
  await network.stranger.settled()
  await using running = open(network.account)
  await running.connected()
  expect(running.recording.texts()).toEqual(texts)
  expect(running.recording.messages().every(message => message.history)).toBe(true)
})

test('without an archive, what was not committed was not acknowledged either, and so comes again', async () => {
  await using network = await startXmppNetwork({ without: ['mam'] })
  const first = open(network.account)
  await first.connected()
  await network.stranger.say('stored')
  await first.recording.until('the first', () => first.recording.texts().includes('stored'))
  first.recording.hangCommits(true)
  await network.stranger.say('not stored')
  await sleep(300)
  await first.stop()
  first.recording.hangCommits(false)
  await using again = open(network.account, first.recording)
  await again.connected()
  await again.recording.until('the second', () => again.recording.texts().includes('not stored'))
  expect(again.recording.texts()).toEqual(['stored', 'not stored'])
})

test('what they answered live does not hide our own message from the next catching up', async () => {
  await using network = await startXmppNetwork()
  const first = open(network.account)
  await first.connected()
  const txn = newId()
  const sent = { txn, to: network.conversation, text: 'is it only nights?' }
  expect(await first.session.send(sent, never)).toMatchObject({ kind: 'accepted' })
  await first.recording.until('the receipt', () => first.recording.events.find(event => event.kind === 'receipt'))
  await network.stranger.say('also days')
  await first.recording.until('the answer', () => first.recording.texts().includes('also days'))
  await first.stop()
  await using again = open(network.account, first.recording)
  await again.connected()
  const echo = await again.recording.until('the echo', () => again.recording.known(`own:${txn}`))
  expect(echo).toMatchObject({ kind: 'message', own: true, text: sent.text })
  expect(again.recording.texts().filter(text => text === 'also days')).toHaveLength(1)
})

test('our own message is found again when the server is lost right after their answer', async () => {
  await using network = await startXmppNetwork()
  await using running = open(network.account)
  await running.connected()
  const txn = newId()
  await network.stranger.say('ask me')
  await running.recording.until('the question', () => running.recording.texts().includes('ask me'))
  const sent = { txn, to: network.conversation, text: 'which nights?' }
  expect(await running.session.send(sent, never)).toMatchObject({ kind: 'accepted' })
  await network.stranger.waitToHear(sent.text)
  await network.stranger.say('Mondays')
  await running.recording.until('the answer', () => running.recording.texts().includes('Mondays'))
  expect(running.recording.known(`own:${txn}`)).toBeUndefined()
  await network.kill()
  await network.restart()
  await running.recording.until('the echo', () => running.recording.known(`own:${txn}`))
  expect(running.recording.texts().toSorted()).toEqual(['Mondays', 'ask me', 'which nights?'])
})

test('somebody whose address the room hides is written to through the room', async () => {
  await using network = await startXmppNetwork()
  await using running = open(network.account)
  await running.connected()
  const room = `winegrowers@${network.server.roomsDomain}`
  await network.stranger.client().joinRoom(room, 'Tomas')
  await running.session.rooms?.join(room, 'Rae')
  const seen = () => running.session.rooms?.list().find(each => each.id === room)?.members
  await expect.poll(() => seen()?.find(each => each.name === 'Tomas')).toMatchObject({ id: `${room}/Tomas` })
  const to = { id: `${room}/Tomas`, kind: 'direct' as const }
  expect(await running.session.send({ txn: newId(), to, text: 'a word aside' }, never)).toMatchObject({
    kind: 'accepted',
  })
  await network.stranger.waitToHear('a word aside')
})
