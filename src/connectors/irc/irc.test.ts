import { execFileSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import {
  accountOn,
  connector,
  type IrcProgram,
  startAtheme,
  startBouncedNetwork,
  startInspircd,
  startNgircd,
  startZnc,
} from '#tests/servers/irc.ts'
import { type IrcStranger, ircStranger } from '#tests/servers/irc-stranger.ts'
import { freePort } from '#tests/servers/prosody.ts'
import { recordingHost } from '../conformance/recording-host.ts'
import type { Account } from '../contract.ts'

const never = new AbortController().signal

let plain: IrcProgram
let modern: IrcProgram
let services: IrcProgram
const servicesPort = await freePort()

beforeAll(async () => {
  plain = await startNgircd({
    channels: [
      { name: '#moderated', modes: 'm' },
      { name: '#invited', modes: 'i' },
      { name: '#locked', modes: 'k sesame' },
      { name: '#plain' },
    ],
  })
  modern = await startInspircd({ servicesPort })
  services = await startAtheme(servicesPort)
  await using somebody = await stranger(modern, 'somebody')
  for (let there = false; !there; ) {
    somebody.raw('ISON NickServ')
    await somebody.settled()
    there = somebody.lines.some(line => / 303 .*NickServ/.test(line))
  }
}, 40_000)

afterAll(async () => {
  for (const program of [services, modern, plain]) await program?.[Symbol.asyncDispose]()
})

function open(account: Account, recording = recordingHost()) {
  const ending = new AbortController()
  const session = connector.open(account, recording.host)
  const before = recording.states.length
  const done = session.run(recording.cursor(), ending.signal)
  const connected = () =>
    recording.until('connected', () => recording.states.slice(before).some(state => state.kind === 'connected'))
  const stop = async () => {
    ending.abort()
    await done
  }
  return { recording, session, done, connected, stop, [Symbol.asyncDispose]: stop }
}

async function stranger(server: IrcProgram, nick = 'stranger', more: { tags?: boolean; friend?: string } = {}) {
  const made = ircStranger({ port: server.port, nick, friend: more.friend ?? 'recruiter', tags: more.tags ?? false })
  await made.connect()
  return made
}

const send = (
  running: ReturnType<typeof open>,
  to: string,
  text: string,
  more: { txn?: string; replyTo?: string } = {},
) =>
  running.session.send(
    { txn: newId(), to: { id: to, kind: to.startsWith('#') ? 'room' : 'direct' }, text, ...more },
    never,
  )

function selfSigned() {
  const folder = mkdtempSync(join(tmpdir(), 'kith-certificate-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  execFileSync('openssl', [...kind, '-keyout', key, '-out', certificate, ...subject], { stdio: 'ignore' })
  const pair = { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') }
  rmSync(folder, { recursive: true })
  return pair
}

/** As somebody would who has never used Kith: in words to NickServ. */
async function register(person: IrcStranger, password: string) {
  person.raw(`PRIVMSG NickServ :REGISTER ${password} ${person.address}@example.net`)
  await person.waitForLine(/NickServ!.* NOTICE .*(?:registered|already)/i)
}

test('a channel is entered, read, written in, listed with its people and left', async () => {
  await using running = open(accountOn(plain, { channels: '#Plain' }))
  await running.connected()
  await using them = await stranger(plain)
  await them.join('#plain')
  const { recording } = running
  expect(recording.events.find(event => event.kind === 'room')).toMatchObject({
    conversation: { id: '#plain', kind: 'room' },
  })
  them.raw('TOPIC #plain :\u0002Crafts\u0002 and tools')
  them.sayIn('#plain', 'hello room')
  const heard = await recording.until('the message', () => recording.messages()[0])
  expect(heard).toMatchObject({
    text: 'hello room',
    own: false,
    conversation: { id: '#plain', kind: 'room' },
    from: { id: 'stranger@plainnet', name: 'stranger' },
  })
  expect(await send(running, '#plain', 'hello you')).toMatchObject({ kind: 'accepted' })
  await them.waitToHear('hello you')
  const [room] = running.session.rooms?.list() ?? []
  expect(room).toMatchObject({ id: '#plain', nick: 'recruiter' })
  expect(room?.members.map(({ name }) => name).sort()).toEqual(['recruiter', 'stranger'])
  expect(await running.session.rooms?.leave('#plain')).toMatchObject({ kind: 'accepted' })
  await them.waitForLine(/recruiter!.* PART #plain/i)
  expect(running.session.rooms?.list()).toEqual([])
})

test('who may not enter or write is told why, in words', async () => {
  await using running = open(accountOn(plain))
  await running.connected()
  const join = async (room: string) => running.session.rooms?.join(room)
  expect(await join('#invited')).toMatchObject({ kind: 'refused', code: 'invite-only' })
  expect(await join('#locked')).toMatchObject({ kind: 'refused', code: 'needs-key' })
  expect(await join('#locked sesame')).toMatchObject({ kind: 'accepted' })
  expect(await join('#moderated')).toMatchObject({ kind: 'accepted' })
  const refused = await send(running, '#moderated', 'may I?')
  expect(refused).toMatchObject({ kind: 'refused', code: 'cannot-send' })
  expect(refused.kind === 'refused' && refused.text).toContain('You can’t write in #moderated')
  expect(await send(running, 'nobody@plainnet', 'hello?')).toMatchObject({ kind: 'refused', code: 'gone' })
  expect(await send(running, 'ana@elsewhere.example', 'hello?')).toMatchObject({
    kind: 'refused',
    code: 'other-network',
  })
})

test('being put out of a channel is told where its messages stand, and it is not entered again', async () => {
  const recording = recordingHost()
  await using them = await stranger(plain, 'keeper')
  await them.join('#garden')
  const running = open(accountOn(plain, { channels: '#garden' }), recording)
  await running.connected()
  them.raw('KICK #garden recruiter :no adverts here')
  const gap = await recording.until('the gap', () => recording.events.find(event => event.kind === 'gap'))
  expect(gap).toMatchObject({
    conversation: { id: '#garden' },
    why: 'keeper removed you from #garden: “no adverts here”',
  })
  await running.stop()
  await using again = open(accountOn(plain, { channels: '#garden' }), recording)
  await again.connected()
  expect(again.session.rooms?.list()).toEqual([])
})

test('what was said in a channel while Kith was away is told as a gap, and writing goes on', async () => {
  const recording = recordingHost()
  await using them = await stranger(plain)
  await them.join('#plain')
  const first = open(accountOn(plain, { channels: '#plain' }), recording)
  await first.connected()
  await first.stop()
  them.sayIn('#plain', 'not heard')
  await them.settled()
  await using again = open(accountOn(plain, { channels: '#plain' }), recording)
  await again.connected()
  const gaps = await recording.until('the gap', () => {
    const found = recording.events.filter(event => event.kind === 'gap')
    return found.length > 0 && found
  })
  expect(gaps).toHaveLength(1)
  expect(gaps[0]).toMatchObject({ conversation: { id: '#plain' }, why: expect.stringContaining('IRC keeps nothing') })
  expect(await send(again, '#plain', 'back')).toMatchObject({ kind: 'accepted' })
})

test('a nick that is taken is done without, and taken back when it is free', async () => {
  await using ghost = await stranger(plain, 'recruiter', { friend: 'stranger' })
  await using running = open(accountOn(plain, { channels: '#plain' }))
  await running.connected()
  expect(running.session.rooms?.list()[0]?.nick).toBe('recruiter_')
  await ghost.join('#plain')
  await ghost.disconnect()
  await using them = await stranger(plain)
  await them.waitForFriend()
})

test('a long text arrives whole, in lines that no server cuts', async () => {
  await using running = open(accountOn(plain))
  await running.connected()
  await using them = await stranger(plain)
  await them.say('hi')
  await running.recording.until('hi', () => running.recording.texts().includes('hi'))
  const text = `${'Überlänge 語 👩‍👩‍👧‍👦 '.repeat(30)}\nsecond line`
  expect(await send(running, 'stranger@plainnet', text)).toMatchObject({ kind: 'accepted' })
  await them.waitToHear('second line')
  const heard = them.lines.flatMap(line => / PRIVMSG stranger :(.*)$/.exec(line)?.[1] ?? [])
  expect(heard.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  expect(heard.join('')).not.toContain('\ufffd')
  expect(them.lines.every(line => Buffer.byteLength(line) <= 510)).toBe(true)
  await running.recording.until('our own', () => running.recording.messages().find(message => message.own))
  expect(running.recording.texts()).toEqual(['hi', text])
  expect(await send(running, 'stranger@plainnet', 'x'.repeat(2_001))).toMatchObject({
    kind: 'refused',
    code: 'too-long',
  })
  expect(await send(running, 'stranger@plainnet', 'a\n'.repeat(9))).toMatchObject({ kind: 'refused', code: 'too-long' })
  expect(await send(running, 'stranger@plainnet', ' \n ')).toMatchObject({ kind: 'refused', code: 'empty' })
})

test('actions, colours and other charsets are read as words; questions of programs are answered, files are declined', async () => {
  await using running = open(accountOn(plain))
  await running.connected()
  await using them = await stranger(plain)
  await them.waitForFriend()
  them.raw('PRIVMSG recruiter :\u0001ACTION waves\u0001')
  them.raw('PRIVMSG recruiter :\u000304red\u000f and plain')
  them.raw(Buffer.concat([Buffer.from('PRIVMSG recruiter :gr'), Buffer.from([0xfc, 0xdf]), Buffer.from('e')]))
  them.raw('PRIVMSG recruiter :\u0001VERSION\u0001')
  them.raw('PRIVMSG recruiter :\u0001PING 12345\u0001')
  them.raw('PRIVMSG recruiter :\u0001DCC SEND cv.pdf 2130706433 5000 12345\u0001')
  await them.waitForLine(/NOTICE stranger :.VERSION Kith/)
  await them.waitForLine(/NOTICE stranger :.PING 12345/)
  await them.waitForLine(/NOTICE stranger :.ERRMSG DCC .*link/)
  await running.recording.until('all', () => running.recording.texts().length === 4)
  expect(running.recording.signals).toContainEqual({
    kind: 'presence',
    person: { id: 'stranger@plainnet' },
    state: 'online',
  })
  expect(running.recording.texts()).toEqual([
    '*waves*',
    'red and plain',
    'grüße',
    '[offers the file “cv.pdf” by DCC; Kith declined and asked for a link]',
  ])
  expect(await send(running, 'stranger@plainnet', '/me waves back')).toMatchObject({ kind: 'accepted' })
  await them.waitToHear('\u0001ACTION waves back\u0001')
})

test('a server that ends the connection of those who flood never does so to us', async () => {
  await using strict = await startInspircd({ floodControl: true })
  await using running = open(accountOn(strict))
  await running.connected()
  await using them = await stranger(strict, 'stranger', { tags: true })
  await them.waitForFriend()
  const texts = Array.from({ length: 8 }, (_, at) => `line ${at} ${'.'.repeat(200)}`)
  const outcomes = await Promise.all(texts.map(text => send(running, '~stranger@testnet', text)))
  expect(outcomes.map(({ kind }) => kind)).toEqual(texts.map(() => 'accepted'))
  await them.waitToHear(texts.at(-1) ?? '')
  const heard = them.lines.flatMap(line => / PRIVMSG stranger :(.*)$/.exec(line)?.[1] ?? [])
  expect(heard).toEqual(texts)
  expect(running.recording.states.some(state => state.kind === 'waiting')).toBe(false)
})

test('TLS: a certificate that nobody vouches for is refused; its own authority or fingerprint makes it trusted', async () => {
  const pair = selfSigned()
  await using server = await startInspircd({ tls: pair })
  const values = { server: 'localhost', port: String(server.port), nick: 'recruiter' }
  const doubtful = open({ id: 'x', values })
  await doubtful.done
  expect(doubtful.recording.states.at(-1)).toMatchObject({ kind: 'needs-you', code: 'insecure' })
  const sha = createHash('sha256').update(new X509Certificate(pair.certificate).raw).digest('hex')
  const trying = async (trust: string) => connector.test({ id: 'x', values: { ...values, trust } }, never)
  expect(await trying(pair.certificate.replaceAll('\n', ' '))).toMatchObject({ ok: true })
  expect(
    await trying(
      sha
        .replace(/../g, pair => `${pair}:`)
        .slice(0, -1)
        .toUpperCase(),
    ),
  ).toMatchObject({ ok: true })
  expect(await trying('0'.repeat(64))).toMatchObject({
    ok: false,
    code: 'insecure',
    text: expect.stringContaining(sha),
  })
  const inside = await connector.test({ id: 'x', values: { ...values, server: '10.1.2.3' } }, never)
  expect(inside).toMatchObject({ ok: false, text: expect.stringContaining('KITH_OUTBOUND_ALLOW') })
  const plainly = await connector.test(
    { id: 'x', values: { ...values, server: 'irc.example.org', allowPlain: 'true' } },
    never,
  )
  expect(plainly).toMatchObject({ ok: false, text: expect.stringContaining('only to a server on this machine') })
})

test('SASL signs in; who has an account keeps one conversation through every nick, and a stranger with their nick is another', async () => {
  await using owner = await stranger(modern, 'recruiter')
  await register(owner, 'horse-battery')
  await owner.disconnect()
  await using ana = await stranger(modern, 'ana', { friend: 'recruiter' })
  await register(ana, 'ana-password')
  const account = accountOn(modern, { password: 'horse-battery', channels: '#craft' })
  expect(await connector.test(account, never)).toMatchObject({
    ok: true,
    detail: expect.stringContaining('signed in as recruiter'),
  })
  const wrong = await connector.test(accountOn(modern, { password: 'wrong' }), never)
  expect(wrong).toMatchObject({ ok: false, code: 'wrong-credentials' })
  await using running = open(account)
  await running.connected()
  const { recording } = running
  await ana.say('first')
  ana.raw('NICK ana_mobile')
  await ana.say('second')
  await recording.until('both', () => recording.texts().length === 2)
  expect(recording.messages().map(({ conversation, from }) => [conversation.id, from.name])).toEqual([
    ['ana@testnet', 'ana'],
    ['ana@testnet', 'ana_mobile'],
  ])
  await using impostor = await stranger(modern, 'mallory', { friend: 'recruiter' })
  await impostor.say('I am somebody else')
  await recording.until('the third', () => recording.texts().length === 3)
  expect(recording.messages()[2]?.conversation.id).toBe('~mallory@testnet')
  expect(await send(running, 'ana@testnet', 'to whatever nick you have')).toMatchObject({ kind: 'accepted' })
  await ana.waitToHear('to whatever nick you have')
  await ana.disconnect()
  impostor.raw('NICK ana')
  await impostor.waitForLine(/mallory!.* NICK :?ana/)
  expect(await send(running, 'ana@testnet', 'for ana only')).toMatchObject({ kind: 'refused', code: 'gone' })
  expect(impostor.heard('for ana only')).toBe(0)
})

test('presence of those we talk with is seen: coming, going and stepping away', async () => {
  await using running = open(accountOn(modern, { channels: '#presence', nick: 'watcher' }))
  await running.connected()
  const them = await stranger(modern, 'berta', { friend: 'watcher' })
  await them.say('hello')
  await them.join('#presence')
  const seen = (state: string) =>
    running.recording.until(state, () =>
      running.recording.signals.find(
        each => each.kind === 'presence' && each.person.id === '~berta@testnet' && each.state === state,
      ),
    )
  await seen('online')
  await them.presence('away', 'Lunch')
  expect(await seen('away')).toMatchObject({ status: 'Lunch' })
  await them.disconnect()
  await seen('off')
})

test('an answer to a message names it to programs that know, and replies come with what they answer', async () => {
  await using running = open(accountOn(modern, { nick: 'replier' }))
  await running.connected()
  await using them = await stranger(modern, 'carla', { friend: 'replier', tags: true })
  await them.say('a question')
  const asked = await running.recording.until('it', () => running.recording.messages()[0])
  expect(asked.key).toMatch(/^id:/)
  expect(await send(running, '~carla@testnet', 'an answer', { replyTo: asked.key })).toMatchObject({ kind: 'accepted' })
  const line = await them.waitForLine(/PRIVMSG carla :an answer/)
  expect(line).toContain(`+draft/reply=${asked.key.slice(3)}`)
  const msgid = /msgid=([^; ]+)/.exec(line)?.[1] ?? ''
  them.raw(`@+draft/reply=${msgid} PRIVMSG replier :to that`)
  const reply = await running.recording.until('the reply', () =>
    running.recording.messages().find(each => each.text === 'to that'),
  )
  expect(reply.replyTo && running.recording.known(reply.replyTo)).toMatchObject({ text: 'an answer', own: true })
})

test('behind a bouncer our own words come back as ours, from Kith and from another client, each once', async () => {
  await using network = await startBouncedNetwork({ server: { channels: [{ name: '#plain' }] } })
  const recording = recordingHost()
  const first = open({ ...network.account, values: { ...network.account.values, channels: '#plain' } }, recording)
  await first.connected()
  expect(await send(first, 'stranger@plainnet', 'from Kith')).toMatchObject({ kind: 'accepted' })
  expect(await send(first, '#plain', 'to all from Kith')).toMatchObject({ kind: 'accepted' })
  await using phone = ircStranger({
    port: network.bouncer.port,
    nick: 'recruiter',
    friend: 'stranger',
    password: 'recruiter/test:correct horse',
  })
  await phone.connect()
  await phone.say('from the phone')
  const live = await recording.until('the other client', () =>
    recording.messages().find(each => each.text === 'from the phone'),
  )
  expect(live).toMatchObject({ own: true, conversation: { id: 'stranger@plainnet' } })
  await first.stop()
  await using again = open({ ...network.account, values: { ...network.account.values, channels: '#plain' } }, recording)
  await again.connected()
  await network.stranger.say('and you?')
  await recording.until('the last', () => recording.texts().includes('and you?'))
  expect(recording.texts().sort()).toEqual(['and you?', 'from Kith', 'from the phone', 'to all from Kith'])
  expect(recording.repeated()).toBeGreaterThan(0)
  expect(recording.events.some(event => event.kind === 'gap')).toBe(false)
})

test('ZNC that forgets what it has shown is caught up with all the same', async () => {
  await using server = await startNgircd({})
  await using bouncer = await startZnc({ upstreamPort: server.port, keepsBuffer: false })
  const account = accountOn(bouncer, { serverPassword: 'recruiter/test:correct horse' })
  const recording = recordingHost()
  const first = open(account, recording)
  await first.connected()
  await first.stop()
  await using them = await stranger(server)
  await them.say('while away')
  await them.settled()
  await using again = open(account, recording)
  await again.connected()
  await recording.until('it', () => recording.texts().includes('while away'))
})
