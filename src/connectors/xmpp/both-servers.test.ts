import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { layCable } from '#tests/servers/cable.ts'
import { type Ejabberd, startEjabberd } from '#tests/servers/ejabberd.ts'
import { type Prosody, startProsody } from '#tests/servers/prosody.ts'
import { meetOnEjabberd, meetOnProsody } from '#tests/servers/xmpp.ts'
import { open } from '#tests/servers/xmpp-running.ts'

const never = new AbortController().signal

/** A room that was just made is locked until its owner takes the settings as they are. */
const unlock = (room: string) =>
  `<iq xmlns="jabber:client" type="set" id="own" to="${room}"><query xmlns="http://jabber.org/protocol/muc#owner"><x xmlns="jabber:x:data" type="submit"/></query></iq>`

async function eventually(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`It did not come to hold: ${holds}`)
    await sleep(30)
  }
}

let prosody: Promise<Prosody> | undefined
let ejabberd: Promise<Ejabberd> | undefined
const servers = {
  async Prosody() {
    prosody ??= startProsody()
    return meetOnProsody(await prosody)
  },
  async ejabberd() {
    ejabberd ??= startEjabberd()
    return meetOnEjabberd(await ejabberd)
  },
}
afterAll(async () => {
  await (await prosody)?.[Symbol.asyncDispose]()
  await (await ejabberd)?.[Symbol.asyncDispose]()
})

describe.for(Object.entries(servers))('%s', ([, meet]) => {
  test('a cut line is taken up again: nothing lost, nothing doubled, no gap', async () => {
    await using network = await meet()
    await using cable = await layCable(network.server)
    const account = { ...network.account, values: { ...network.account.values, port: String(cable.port) } }
    await using running = open(account)
    await running.connected()
    const { recording, session } = running
    await network.stranger.say('before')
    await recording.until('the first', () => recording.texts().includes('before'))
    const states = recording.states.length
    cable.pull(true)
    for (const at of [1, 2, 3]) await network.stranger.say(`while cut ${at}`)
    await network.stranger.settled()
    cable.pull(false)
    await recording.until('all', () => recording.texts().length === 4)
    expect(recording.texts()).toEqual(['before', 'while cut 1', 'while cut 2', 'while cut 3'])
    const after = recording.states.slice(states).map(state => state.kind)
    expect(after).toContain('connected')
    expect(after, 'a resumed session fetches nothing').not.toContain('catching-up')
    const txns = Array.from({ length: 20 }, () => newId())
    const sending = txns.map(async (txn, at) => {
      if (at === 10) cable.cut()
      return session.send({ txn, to: network.conversation, text: `ours ${txn}` }, never)
    })
    const outcomes = await Promise.all(sending)
    for (const [at, txn] of txns.entries()) {
      if (outcomes[at]?.kind === 'accepted') await network.stranger.waitToHear(`ours ${txn}`)
      else expect(outcomes[at]?.kind).toBe('later')
      expect(network.stranger.heard(`ours ${txn}`)).toBe(outcomes[at]?.kind === 'accepted' ? 1 : 0)
    }
    expect(outcomes.filter(outcome => outcome.kind === 'accepted').length).toBeGreaterThanOrEqual(10)
    expect(recording.events.filter(event => event.kind === 'gap')).toEqual([])
  })

  test('in a room: who is there, its subject, our messages and theirs, and what was said while we were away', async () => {
    await using network = await meet()
    const room = { id: `nights-${newId().slice(-6)}@${network.server.roomsDomain}`, kind: 'room' as const }
    const other = network.stranger.client()
    const first = open(network.account)
    await first.connected()
    await other.joinRoom(room.id, 'Ana')
    network.stranger.write(unlock(room.id))
    await network.stranger.waitToSee(/id=.own./)
    expect(await first.session.rooms?.join(room.id, 'Rae')).toMatchObject({ kind: 'accepted' })
    other.setSubject(room.id, 'Night shifts')
    const { recording } = first
    const view = (session = first.session) => session.rooms?.list().find(each => each.id === room.id)
    network.stranger.write(
      `<message xmlns="jabber:client" type="groupchat" to="${room.id}"><body>hello all</body></message>`,
    )
    const heard = await recording.until('their message', () =>
      recording.messages().find(each => each.text === 'hello all'),
    )
    expect(heard).toMatchObject({ own: false, conversation: { id: room.id, kind: 'room' }, from: { name: 'Ana' } })
    const txn = newId()
    expect(await first.session.send({ txn, to: room, text: 'welcome' }, never)).toMatchObject({ kind: 'accepted' })
    await recording.until('our echo', () => recording.known(txn))
    expect(view()).toMatchObject({ nick: 'Rae' })
    expect(
      view()
        ?.members.map(member => member.name)
        .toSorted(),
    ).toEqual(['Ana', 'Rae'])
    await first.stop()
    for (const at of [1, 2, 3])
      network.stranger.write(
        `<message xmlns="jabber:client" type="groupchat" to="${room.id}"><body>meanwhile ${at}</body></message>`,
      )
    await network.stranger.waitToSee(/meanwhile 3/)
    await using again = open(network.account, recording)
    await again.connected()
    await recording.until(
      'the room’s archive',
      () => recording.texts().filter(text => text.startsWith('meanwhile')).length === 3,
    )
    await recording.until('the subject', () => view(again.session)?.subject === 'Night shifts')
    expect(recording.texts()).toEqual(['hello all', 'welcome', 'meanwhile 1', 'meanwhile 2', 'meanwhile 3'])
    expect(recording.repeated()).toBeLessThan(10)
  })

  test('a name that is taken gets another one; being removed is told in words, and the room is left', async () => {
    await using network = await meet()
    const room = { id: `quiet-${newId().slice(-6)}@${network.server.roomsDomain}`, kind: 'room' as const }
    const other = network.stranger.client()
    await other.joinRoom(room.id, 'Rae')
    network.stranger.write(unlock(room.id))
    await network.stranger.waitToSee(/id=.own./)
    await using running = open(network.account)
    await running.connected()
    const { recording, session } = running
    expect(await session.rooms?.join(room.id, 'Rae')).toMatchObject({ kind: 'accepted' })
    expect(session.rooms?.list().find(each => each.id === room.id)?.nick).toBe('Rae_')
    await other.kick(room.id, 'Rae_', 'adverts')
    const gap = await recording.until('why', () => recording.events.find(event => event.kind === 'gap'))
    expect(gap).toMatchObject({
      conversation: { id: room.id },
      why: expect.stringMatching(/removed from this room.*“adverts”/),
    })
    expect(await session.send({ txn: newId(), to: room, text: 'still here?' }, never)).toMatchObject({
      kind: 'refused',
    })
    const mine = network.account.values.jid ?? ''
    await other.ban(room.id, mine, 'adverts again')
    const refused = await session.rooms?.join(room.id, 'Rae')
    expect(refused).toMatchObject({ kind: 'refused', text: 'You are banned from this room.' })
  })

  test('rooms follow the account: what another program bookmarks is entered, what it takes out is left', async () => {
    await using network = await meet()
    const room = `marked-${newId().slice(-6)}@${network.server.roomsDomain}`
    const first = open(network.account)
    await first.connected()
    expect(await first.session.rooms?.join(room, 'Rae')).toMatchObject({ kind: 'accepted' })
    await using phone = network.device('recruiter', 'phone')
    await phone.connect()
    await phone.settled()
    phone.write(
      `<iq xmlns="jabber:client" type="get" id="marks"><pubsub xmlns="http://jabber.org/protocol/pubsub"><items node="urn:xmpp:bookmarks:1"/></pubsub></iq>`,
    )
    expect(await phone.waitToSee(/id=.marks./)).toContain(room)
    await first.stop()
    await using anew = open(network.account)
    await anew.connected()
    await anew.recording.until('the room', () =>
      anew.session.rooms?.list().some(each => each.id === room && each.nick === 'Rae'),
    )
    phone.write(
      `<iq xmlns="jabber:client" type="set" id="out"><pubsub xmlns="http://jabber.org/protocol/pubsub"><publish node="urn:xmpp:bookmarks:1"><item id="${room}"><conference xmlns="urn:xmpp:bookmarks:1" autojoin="false"/></item></publish></pubsub></iq>`,
    )
    await eventually(() => !anew.session.rooms?.list().some(each => each.nick !== undefined))
    expect(anew.session.rooms?.list().find(each => each.id === room)?.nick).toBeUndefined()
  })

  test('what the account reads with another program is read here', async () => {
    await using network = await meet()
    await using line = open(network.account)
    await line.connected()
    await using phone = network.device('recruiter', 'phone')
    await phone.connect()
    // Only whoever is there when it comes hears it.
    await phone.settled()
    await network.stranger.say('Is it only nights?')
    const { recording } = line
    await recording.until('the message', () => recording.messages().length === 1)
    await phone.confirmRead('Is it only nights?')
    await recording.until('it to be read', () => recording.events.some(event => event.kind === 'seen'))
    const seen = recording.events.find(event => event.kind === 'seen')
    const [message] = recording.messages()
    expect([message?.key, ...(message?.otherKeys ?? [])]).toContain(seen?.kind === 'seen' ? seen.target : '')
  })

  test('replies, reactions, corrections and taking back go both ways and name their message', async () => {
    await using network = await meet()
    await using running = open(network.account)
    await running.connected()
    const { recording, session } = running
    const to = network.conversation
    const theirs = (id: string, inner: string) =>
      network.stranger.write(
        `<message xmlns="jabber:client" type="chat" id="${id}" to="${network.account.values.jid}">${inner}</message>`,
      )
    const txn = newId()
    await session.send({ txn, to, text: 'Nights or days?' }, never)
    await network.stranger.waitToHear('Nights or days?')
    theirs(
      'r1',
      `<body>&gt; Nights or days?\nNights</body><reply xmlns="urn:xmpp:reply:0" id="${txn}" to="${network.account.values.jid}"/><fallback xmlns="urn:xmpp:fallback:0" for="urn:xmpp:reply:0"><body start="0" end="18"/></fallback>`,
    )
    const reply = await recording.until('the reply', () => recording.messages().find(each => !each.own))
    expect(reply).toMatchObject({ text: 'Nights', replyTo: txn })
    theirs(
      'r2',
      `<reactions xmlns="urn:xmpp:reactions:0" id="${txn}"><reaction>👍</reaction></reactions><store xmlns="urn:xmpp:hints"/>`,
    )
    await recording.until('the reaction', () =>
      recording.events.find(each => each.kind === 'reaction' && each.target === txn && each.emoji[0] === '👍'),
    )
    theirs('r3', `<body>Nights, mostly</body><replace xmlns="urn:xmpp:message-correct:0" id="r1"/>`)
    const edit = await recording.until('the edit', () => recording.events.find(each => each.kind === 'edit'))
    expect(edit.kind === 'edit' && recording.known(edit.target)).toBe(reply)
    theirs('r4', `<retract xmlns="urn:xmpp:message-retract:1" id="r1"/><body>gone</body>`)
    const retract = await recording.until('the taking back', () =>
      recording.events.find(each => each.kind === 'retract'),
    )
    expect(retract.kind === 'retract' && recording.known(retract.target)).toBe(reply)
    theirs('r5', `<body>You said yes</body><replace xmlns="urn:xmpp:message-correct:0" id="${txn}"/>`)
    const forged = await recording.until('the forged edit', () =>
      recording.events.findLast(each => each.kind === 'edit' && each.text === 'You said yes'),
    )
    expect(
      forged.kind === 'edit' && forged.own !== true && recording.known(forged.target),
      'ours are not theirs to change',
    ).toBeFalsy()

    const quoted = { text: 'Nights', from: { id: to.id } }
    await session.send({ txn: newId(), to, text: 'Good', replyTo: reply.key, quoted }, never)
    const seen = await network.stranger.waitToSee(/urn:xmpp:reply:0/)
    expect(seen).toMatch(/id=.r1./)
    expect(seen).toContain('&gt; Nights\nGood')
    expect(seen).toMatch(/end=.9./)
    expect(await session.reactions?.react(to, reply.key, ['🎉'], newId())).toMatchObject({ kind: 'accepted' })
    expect(await network.stranger.waitToSee(/urn:xmpp:reactions:0/)).toMatch(/id=.r1..*🎉/s)
    expect(await session.edits?.edit(to, txn, 'Nights or late days?', newId())).toMatchObject({ kind: 'accepted' })
    await network.stranger.waitToSee(/message-correct:0/)
    expect(await session.edits?.retract(to, txn, newId())).toMatchObject({ kind: 'accepted' })
    await network.stranger.waitToSee(/message-retract:1/)
  })

  test('files go both ways by the server’s own store, and one too large is refused before it leaves', async () => {
    await using network = await meet()
    await using running = open(network.account)
    await running.connected()
    const { recording, session } = running
    await eventually(() => session.capabilities(network.conversation).files.level === 'full')
    expect(session.capabilities(network.conversation).files.maxBytes).toBe(1_000_000)
    const bytes = Buffer.from('Shifts: Mon, Tue\n'.repeat(40))
    const file = { name: 'shifts für Ana.txt', mimeType: 'text/plain', bytes: async () => bytes }
    const txn = newId()
    expect(await session.send({ txn, to: network.conversation, text: '', files: [file] }, never)).toMatchObject({
      kind: 'accepted',
    })
    const seen = await network.stranger.waitToSee(/jabber:x:oob/)
    const url = /<url>([^<]+)<\/url>/.exec(seen)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(bytes)).toBe(true)
    const big = { ...file, bytes: async () => new Uint8Array(1_000_001) }
    expect(await session.send({ txn: newId(), to: network.conversation, text: '', files: [big] }, never)).toMatchObject(
      { kind: 'refused', code: 'file-too-large' },
    )
    network.stranger.write(
      `<message xmlns="jabber:client" type="chat" id="f1" to="${network.account.values.jid}"><body>${url}</body><x xmlns="jabber:x:oob"><url>${url}</url></x></message>`,
    )
    const got = await recording.until('the file', () => recording.messages().find(each => !each.own))
    expect(got).toMatchObject({ files: [{ url, name: expect.stringContaining('shifts') }] })
    expect(got.text).not.toContain('http')
  })

  test('a carbon that somebody else forged is not believed, and the archive is paged backwards', async () => {
    await using network = await meet()
    for (let at = 0; at < 12; at += 1) await network.stranger.say(`older ${at}`)
    network.stranger.write(
      `<message xmlns="jabber:client" type="chat" to="${network.account.values.jid}"><received xmlns="urn:xmpp:carbons:2"><forwarded xmlns="urn:xmpp:forward:0"><message xmlns="jabber:client" from="bank@localhost/x" to="${network.account.values.jid}" type="chat"><body>wire the money</body></message></forwarded></received></message>`,
    )
    await network.stranger.settled()
    await using running = open({ ...network.account, values: { ...network.account.values, historyDays: '0' } })
    await running.connected()
    network.stranger.write(
      `<message xmlns="jabber:client" type="chat" to="${network.account.values.jid}"><sent xmlns="urn:xmpp:carbons:2"><forwarded xmlns="urn:xmpp:forward:0"><message xmlns="jabber:client" from="${network.account.values.jid}/x" to="bank@localhost" type="chat"><body>I agree</body></message></forwarded></sent></message>`,
    )
    await network.stranger.say('real')
    await running.recording.until('the real one', () => running.recording.texts().includes('real'))
    expect(running.recording.texts()).not.toContain('wire the money')
    expect(running.recording.texts()).not.toContain('I agree')
    const newest = await running.session.history?.before(network.conversation, undefined, 5)
    const texts = (events = newest) => (events ?? []).flatMap(event => (event.kind === 'message' ? [event.text] : []))
    expect(texts()).toContain('real')
    const oldest = (newest ?? []).find(event => event.kind === 'message')
    const before = await running.session.history?.before(network.conversation, oldest?.key, 5)
    expect(texts(before).length).toBeGreaterThan(3)
    expect(texts(before).some(text => texts().includes(text))).toBe(false)
  })

  test('our card is read and written: what it said elsewhere stays, and others see name and picture', async () => {
    await using network = await meet()
    await using running = open(network.account)
    await running.connected()
    const { profile } = running.session
    const own = network.account.values.jid ?? ''
    const change = {
      name: 'Mara Harbour',
      about: 'I read what gardeners write.',
      links: [{ label: 'harbour.example', value: 'https://harbour.example' }],
    }
    expect(await profile?.write(change, never)).toMatchObject({ kind: 'done', profile: change })
    const picture = { mimeType: 'image/png', bytes: Buffer.from('iVBORw0KGgo=', 'base64') }
    expect(await profile?.write({ about: 'I read first.', picture }, never)).toMatchObject({ kind: 'done' })
    expect(await profile?.read(never)).toMatchObject({ kind: 'done', profile: { ...change, about: 'I read first.' } })
    const shown = async () => {
      const there = await profile?.picture(never)
      return there?.kind === 'done' ? there.picture && Buffer.from(there.picture.bytes) : there
    }
    expect(await shown()).toEqual(picture.bytes)
    expect(await profile?.write({ picture: null }, never)).toMatchObject({ kind: 'done' })
    expect(await shown()).toBeNull()
    expect(await profile?.write({ picture }, never)).toMatchObject({ kind: 'done' })
    const ask = (id: string, request: string) =>
      network.stranger.write(`<iq xmlns="jabber:client" type="get" id="${id}" to="${own}">${request}</iq>`)
    const items = (node: string) => `<pubsub xmlns="http://jabber.org/protocol/pubsub"><items node="${node}"/></pubsub>`
    ask('card', '<vCard xmlns="vcard-temp"/>')
    const card = await network.stranger.waitToSee(/^<iq[^>]*['"]card['"]/)
    for (const part of [change.name, 'I read first.', 'https://harbour.example', picture.bytes.toString('base64')])
      expect(card).toContain(part)
    ask('nick', items('http://jabber.org/protocol/nick'))
    expect(await network.stranger.waitToSee(/^<iq[^>]*['"]nick['"]/)).toContain(`>${change.name}</nick>`)
    ask('avatar', items('urn:xmpp:avatar:metadata'))
    expect(await network.stranger.waitToSee(/^<iq[^>]*['"]avatar['"]/)).toContain('image/png')
    ask('card4', items('urn:xmpp:vcard4'))
    const newer = await network.stranger.waitToSee(/^<iq[^>]*['"]card4['"]/)
    for (const part of [change.name, 'I read first.', 'https://harbour.example']) expect(newer).toContain(part)
    expect(await profile?.write({ links: [{ label: '', value: 'harbour' }] }, never)).toMatchObject({
      code: 'bad-link',
    })
    expect(await profile?.write({ headline: 'x' }, never)).toMatchObject({ kind: 'refused', code: 'no-place' })
  })
})

test('a room that asks for a pause between messages gets them all, in time', async () => {
  await using server = await startEjabberd({ roomPauseSeconds: 1 })
  await using network = await meetOnEjabberd(server)
  await using running = open(network.account)
  await running.connected()
  const room = { id: `slow@${server.roomsDomain}`, kind: 'room' as const }
  expect(await running.session.rooms?.join(room.id, 'Rae')).toMatchObject({ kind: 'accepted' })
  const outcomes = await Promise.all(
    [1, 2, 3, 4].map(at => running.session.send({ txn: newId(), to: room, text: `line ${at}` }, never)),
  )
  const later = outcomes.filter(outcome => outcome.kind === 'later')
  expect(outcomes[0]?.kind).toBe('accepted')
  expect(later.length).toBeGreaterThan(0)
  expect(running.recording.events.filter(event => event.kind === 'failed')).toEqual([])
})
