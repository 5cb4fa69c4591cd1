import { parse } from 'ltx'
import { expect, test } from 'vitest'
import { retryDelayMs } from '../backoff.ts'
import { readAccount } from './account.ts'
import { moveContact, reconcile } from './contacts.ts'
import { firstCursor, readCursor } from './cursor.ts'
import { eventsOf, receiptAskedBy, unwrap } from './inbound.ts'
import { parseAddress, parseJid } from './jid.ts'
import { archivedKey, messageIdIn } from './keys.ts'
import { presenceBook } from './presence.ts'
import { chooseLogin, scram } from './stream/sasl.ts'
import { type Element, streamParser } from './xml.ts'

const own = 'rae@example.org'
const now = new Date('2026-03-02T10:00:00Z')
const reading = { own, now, historyUntil: new Date(0), nickIn: () => undefined }
const read = (xml: string) => eventsOf(unwrap(parse(xml), own) ?? { message: parse('<message/>'), live: true }, reading)

test('the SCRAM login gives the proof of the RFC’s own example, and sees through a false server', async () => {
  const login = scram('SCRAM-SHA-256', { name: 'user', password: 'pencil' }, 'rOprNGfwEbeRWgbNEkqO')
  const challenge = 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096'
  expect(await login.next(challenge)).toBe(
    'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
  )
  expect(login.verify('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=')).toBe(true)
  expect(login.verify('v=AAAAAAAA23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=')).toBe(false)
  await expect(login.next('r=someone-elses,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096')).rejects.toThrow('not valid')
})

test('a password in the clear needs encryption around it', () => {
  const user = { name: 'rae', password: 'x' }
  expect(chooseLogin(['PLAIN'], user, { encrypted: false })).toBeUndefined()
  expect(chooseLogin(['PLAIN'], user, { encrypted: true })?.mechanism).toBe('PLAIN')
  expect(chooseLogin(['PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-256'], user, { encrypted: true })?.mechanism).toBe(
    'SCRAM-SHA-256',
  )
})

test('a character cut in two by the network stays whole', () => {
  const bytes = Buffer.from('<stream><message><body>Zoë 👋 ok &amp; 漢字</body></message></stream>')
  for (const size of [1, 2, 3, 7]) {
    const elements: Element[] = []
    const broken: string[] = []
    const parser = streamParser({
      open: () => {},
      element: each => elements.push(each),
      end: () => {},
      broken: why => broken.push(why),
    })
    for (let at = 0; at < bytes.length; at += size) parser.write(bytes.subarray(at, at + size))
    expect([elements[0]?.getChildText('body'), broken]).toEqual(['Zoë 👋 ok & 漢字', []])
  }
})

test('nesting without end is broken off', () => {
  const broken: string[] = []
  const parser = streamParser({ open: () => {}, element: () => {}, end: () => {}, broken: why => broken.push(why) })
  parser.write(Buffer.from('<s>'.repeat(5_000)))
  expect(broken).toHaveLength(1)
})

test('addresses are read as people type them', () => {
  expect(parseAddress('XMPP:Ana@Example.org?message')).toBe('ana@example.org')
  expect(parseAddress('ana@bücher.example')).toBe('ana@bücher.example')
  for (const wrong of ['ana', '@example.org', 'a b@example.org', 'ana@', 'ana@exa mple.org', 'a@b@c', ''])
    expect(parseAddress(wrong)).toBeUndefined()
  expect(parseJid('room@rooms.example/Big Nick')?.resource).toBe('Big Nick')
})

test('a stanza id counts only when our own server gave it', () => {
  const forged = read(
    `<message from='eve@example.net/x' id='1'><body>hi</body><stanza-id xmlns='urn:xmpp:sid:0' by='eve@example.net' id='fake'/></message>`,
  )
  expect(forged[0]?.key).toMatch(/^seen:/)
  const real = read(
    `<message from='ana@example.net/x' id='m1'><body>hi</body><stanza-id xmlns='urn:xmpp:sid:0' by='${own}' id='42'/></message>`,
  )
  expect(real[0]?.key).toBe(archivedKey('42', 'm1'))
  expect(messageIdIn(archivedKey('4:2', 'm:1'))).toBe('m:1')
})

test('a carbon that does not come from our own account is not believed', () => {
  const carbon = (from: string) =>
    `<message from='${from}'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message from='${own}/phone' to='ana@example.net' id='c'><body>secret</body></message></forwarded></sent></message>`
  expect(read(carbon('eve@example.net'))).toEqual([])
  expect(read(carbon(own))[0]).toMatchObject({ own: true, text: 'secret', conversation: { id: 'ana@example.net' } })
})

test('a message can not be edited under another person’s name', () => {
  const id = 'short-1'
  const edit = (from: string) =>
    read(
      `<message from='${from}/x' id='e'><body>changed</body><replace xmlns='urn:xmpp:message-correct:0' id='${id}'/></message>`,
    )[0]
  const [ana, eve] = [edit('ana@example.net'), edit('eve@example.net')]
  expect(ana?.kind === 'edit' && eve?.kind === 'edit' && ana.target !== eve.target).toBe(true)
})

test('receipts are asked for by messages, never by errors or rooms', () => {
  const ask = (type: string) =>
    parse(`<message type='${type}' from='a@b/c' id='1'><request xmlns='urn:xmpp:receipts'/></message>`)
  expect(receiptAskedBy(ask('chat'))).toEqual({ to: 'a@b/c', id: '1' })
  expect(receiptAskedBy(ask('error'))).toBeUndefined()
  expect(receiptAskedBy(ask('groupchat'))).toBeUndefined()
})

test('several devices make one presence: the one that is there speaks', () => {
  const book = presenceBook()
  const take = (xml: string) => book.take(parse(xml))
  expect(take(`<presence from='ana@b/phone'><show>away</show><status>On the train</status></presence>`)).toMatchObject({
    state: 'away',
    status: 'On the train',
  })
  expect(take(`<presence from='ana@b/desk'/>`)).toMatchObject({ state: 'online' })
  expect(take(`<presence from='ana@b/desk' type='unavailable'/>`)).toMatchObject({
    state: 'away',
    status: 'On the train',
  })
  expect(take(`<presence from='ana@b/phone' type='unavailable'/>`)).toMatchObject({ state: 'off' })
  expect(book.all()).toEqual([])
})

test('each change of a contact is told once, and a second round has keys of its own', () => {
  const contacts: Record<string, string> = {}
  const ana = { jid: 'ana@b' }
  const states = [
    ...moveContact(contacts, ana, 'asked', now),
    ...moveContact(contacts, ana, 'asked', now),
    ...moveContact(contacts, ana, undefined, now),
    ...moveContact(contacts, ana, 'asked', now),
    ...moveContact(contacts, ana, 'connected', now),
    ...reconcile(contacts, [], now),
    ...reconcile(contacts, [], now),
  ]
  expect(states.map(event => event.state)).toEqual(['asked', 'refused', 'asked', 'connected', 'gone'])
  expect(new Set(states.map(event => event.key)).size).toBe(5)
})

test('a cursor comes back as it was written, and an unreadable one means the first time', () => {
  const cursor = firstCursor(now)
  expect(readCursor(JSON.stringify(cursor))).toEqual(cursor)
  expect(readCursor('{"v":9}')).toBeUndefined()
  expect(readCursor('nonsense')).toBeUndefined()
})

test('retries grow to two minutes and are spread', () => {
  expect(retryDelayMs(1, 1)).toBe(1_000)
  expect(retryDelayMs(1, 0)).toBe(500)
  expect(retryDelayMs(40, 1)).toBe(120_000)
})

test('an account that is not complete says which field', () => {
  const account = (values: Record<string, string>) => readAccount({ id: 'a', values })
  expect(account({ jid: 'rae', password: 'x' })).toMatchObject({
    ok: false,
    text: expect.stringContaining('“rae” is not an XMPP address'),
  })
  expect(account({ jid: own })).toMatchObject({ ok: false, text: expect.stringContaining('password') })
  expect(account({ jid: own, password: 'x', port: '99999' })).toMatchObject({
    ok: false,
    text: expect.stringContaining('port'),
  })
  expect(account({ jid: own, password: 'x' })).toMatchObject({
    ok: true,
    value: { server: undefined, historyDays: 30 },
  })
})
