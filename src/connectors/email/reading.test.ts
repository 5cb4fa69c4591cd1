import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmailNetwork, startEmailNetwork, testConnector } from '#tests/servers/email.ts'
import { type MessageEvent, recordingHost } from '../conformance/recording-host.ts'
import type { Session } from '../contract.ts'
import { fileUrl } from './read/files.ts'

const names = [
  'outlook',
  'gmail',
  'apple',
  'mailing-list',
  'bounce-report',
  'bounce-delay',
  'bounce-qmail',
  'bounce-exim',
  'auto-reply',
  'winmail',
  'broken-charset',
  'strange-charset',
  'no-message-id',
  'flowed',
  'html-only',
  'injected-names',
  'international',
] as const

/** Every mail goes over SMTP into a real Dovecot, which takes it apart; the session reads it from there. */
const recording = recordingHost()
const ending = new AbortController()
let network: EmailNetwork
let session: Session
let done: Promise<void>

beforeAll(async () => {
  network = await startEmailNetwork()
  for (const name of names) await network.deliver(await fixture(name), 'someone@elsewhere.test')
  await network.deliver(deep(10), 'someone@elsewhere.test')
  await network.deliver(large(30_000_000), 'someone@elsewhere.test')
  session = testConnector().open(network.account, recording.host)
  done = session.run(undefined, ending.signal)
  await recording.until('connected', () => recording.lastState() === 'connected')
}, 60_000)

afterAll(async () => {
  ending.abort()
  await done
  await network[Symbol.asyncDispose]()
})

const fixture = (name: string) => readFile(new URL(`fixtures/${name}.eml`, import.meta.url), 'latin1')

function from(address: string): MessageEvent {
  const found = recording.messages().filter(message => message.from.id === address)
  expect(found, address).toHaveLength(1)
  const [message] = found
  if (!message) throw new Error(`nothing from ${address}`)
  return message
}

const failed = (ending_: string) =>
  recording.events.find(event => event.kind === 'failed' && event.target.endsWith(ending_))

test('an answer from Outlook: the plain words, the German quote folded, its picture of a logo left out', () => {
  const mail = from('joerg.mueller@kontoso.example')
  expect(mail.text).toBe(
    'Hallo Frau Recruiter,\n\nja, gern – am Dienstag passt es mir für ein Gespräch.\n\nViele Grüße\nJörg Müller',
  )
  expect(mail.folded).toContain('Lieber Herr Müller, hätten Sie Zeit?')
  expect(mail.from.name).toBe('Müller, Jörg')
  expect(mail.subject).toBe('AW: Grüße aus Köln')
  expect(mail.replyTo).toBe('mid:first-letter@example.test')
  expect(mail.files).toBeUndefined()
})

test('an answer from Gmail: the attribution over two lines is part of the quote', () => {
  const mail = from('ana.ruiz@gmail.example')
  expect(mail.text).toBe("Thanks for reading it so closely 🙂 I'd love to hear more.\n\nAna")
  expect(mail.folded).toMatch(/^On Fri, Nov 20[\s\S]*stayed with me\.\n>$/)
  expect(mail.key).toBe('mid:CAF+a1b2c3d4e5f6@mail.gmail.example')
})

test('a mail from Apple: a file between words has its name in any script, and its bytes', async () => {
  const mail = from('wei@icloud.example')
  expect(mail.subject).toBe('CV und Zeugnisse – wie besprochen')
  expect(mail.from.name).toBe('Chen, Wei')
  expect(mail.text).toBe('Hier mein Lebenslauf:\n\nUnd hier die Zeugnisse. Bis bald!')
  expect(mail.folded).toBe('Von meinem iPhone gesendet')
  expect(mail.files).toMatchObject([{ name: 'Lebenslauf Wei 陈 über 2026.pdf', mimeType: 'application/pdf' }])
  expect((await bytesOf(mail.files?.[0]?.url)).toString()).toBe('%PDF-1.4 the curriculum of Wei')
})

test('a list and an absence notice are no answers, and say what they are', () => {
  expect(from('rust-cologne@lists.example').automatic).toBe('list')
  expect(from('omar@away.example')).toMatchObject({ automatic: 'reply', text: 'Ich bin bis Montag im Urlaub.' })
  expect(from('ana.ruiz@gmail.example').automatic).toBeUndefined()
})

test('a bounce, in a report or in words, is told at the mail that it means and is no message', () => {
  expect(failed('00b001')).toMatchObject({
    target: '0193557a-7c00-7000-8000-00000000b001',
    code: '5.1.1',
    text: expect.stringMatching(/^This address does not exist.*User unknown/),
  })
  expect(failed('00b003')).toMatchObject({
    code: '5.1.1',
    text: expect.stringContaining('This address does not exist'),
  })
  expect(failed('00b004')).toMatchObject({ code: '5.2.2', text: expect.stringContaining('The mailbox is full') })
  expect(recording.messages().some(message => /daemon/i.test(message.from.id))).toBe(false)
})

test('a mail that is only delayed is not called refused', () => {
  expect(failed('00b002')).toBeUndefined()
})

test('winmail.dat is a file like any other', () => {
  expect(from('tina@tnef.example')).toMatchObject({
    text: 'Please find my papers attached.',
    files: [{ name: 'winmail.dat', mimeType: 'application/ms-tnef' }],
  })
})

test('bytes that are not what their charset says are read all the same', () => {
  const mail = from('francois@dupre.example')
  expect(mail.text).toBe('Déjà vu : “on se voit à Noël” – merci.')
  expect(mail.subject).toBe('Café à Liège ?')
  expect(mail.from.name).toBe('François Dupré')
  expect(from('kenji@nihon.example')).toMatchObject({
    subject: 'こんにちは',
    text: 'こんにちは\n\nüber ärger\n\nnaïve',
  })
})

test('a mail without a Message-ID has a key that stays', async () => {
  const mail = from('scan@office.example')
  expect(mail.key).toMatch(/^hash:[0-9a-f]{32}$/)
  const again = recordingHost()
  const stop = new AbortController()
  const second = testConnector().open(network.account, again.host)
  const running = second.run(undefined, stop.signal)
  await again.until('connected', () => again.lastState() === 'connected')
  stop.abort()
  await running
  expect(again.messages().map(each => each.key)).toEqual(recording.messages().map(each => each.key))
})

test('answers between quotes stay where they are; only the signature is folded', () => {
  const mail = from('theo@bird.example')
  expect(mail.text).toBe(
    'I am answering inside, since you asked several things and each of them wants its own word.\n\n> Are you free on Tuesday or is it better later?\n\nTuesday is fine.\n\n> And where?\n\nAt the harbour.',
  )
  expect(mail.folded).toContain('Theo Thunder')
})

test('a mail in HTML alone becomes text: nothing hidden, no script, links with their address', () => {
  const mail = from('holly@html.example')
  expect(mail.text).toBe(
    'Dear Rita,\n\nsee my work (https://holly.example/work) or https://holly.example.\n\n- one\n- two & three\n\nHolly',
  )
  expect(mail.folded).toContain('> Hello Holly')
})

test('names and subjects can not smuggle lines, nor files a path or a turned-around ending', () => {
  const mail = from('eve@evil.example')
  expect(mail.from.name).toBe('Eve Bcc: all@example.test')
  expect(mail.subject).toBe('Hi X-Evil: yes')
  expect(mail.files?.[0]?.name).toBe('invoice_fdp.exe')
})

test('an international domain is one address, however it is written', () => {
  expect(from('juergen@xn--mnchen-3ya.example')).toMatchObject({ from: { name: 'Jürgen' }, text: 'Servus 🍺' })
  expect(testConnector().parseAddress('Juergen@MÜNCHEN.example')).toBe('juergen@xn--mnchen-3ya.example')
})

test('the words of a mail ten levels deep are found', () => {
  expect(from('deep@down.example').text).toBe('Hello from below.')
})

test('a mail of 30 MB costs its words only, and its file comes whole when it is asked for', async () => {
  const mail = from('large@file.example')
  expect(mail.text).toBe('Here is the film.')
  const [file] = mail.files ?? []
  expect(file?.bytes).toBeGreaterThan(29_500_000)
  expect(file?.bytes).toBeLessThan(30_500_000)
  const bytes = await bytesOf(file?.url)
  expect(bytes.length).toBe(30_000_000)
  expect(bytes.subarray(29_999_990)).toEqual(Buffer.alloc(10, 7))
}, 20_000)

test('a file that is gone, and an address that is none, give nothing', async () => {
  const place = { folder: 'INBOX', uidValidity: '1', uid: 9_999 }
  expect(await session.files?.open(fileUrl(place, '2', 'nobody@knows'), ending.signal)).toBeUndefined()
  expect(
    await session.files?.open('imap:///..%2f..%2fetc;UIDVALIDITY=1/;UID=1/;SECTION=1', ending.signal),
  ).toBeUndefined()
  expect(await session.files?.open('file:///etc/passwd', ending.signal)).toBeUndefined()
})

test('older mail with a person is there on request, oldest first', async () => {
  const found = await session.history?.before({ id: 'ana.ruiz@gmail.example', kind: 'direct' }, undefined, 10)
  expect(found).toMatchObject([{ kind: 'message', history: true, key: 'mid:CAF+a1b2c3d4e5f6@mail.gmail.example' }])
})

async function bytesOf(url: string | undefined): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of (await session.files?.open(url ?? '', ending.signal)) ?? []) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function deep(levels: number): string {
  let body = 'Content-Type: text/plain; charset=utf-8\n\nHello from below.\n'
  for (let level = 1; level <= levels; level += 1)
    body = `Content-Type: multipart/mixed; boundary="level-${level}"\n\n--level-${level}\n${body}\n--level-${level}--\n`
  return `From: deep@down.example\nTo: recruiter@example.test\nSubject: Deep\nDate: Sun, 22 Nov 2026 07:00:00 +0100\nMessage-ID: <deep@down.example>\nMIME-Version: 1.0\n${body}`
}

function large(bytes: number): string {
  const file = Buffer.alloc(bytes, 7).toString('base64').replaceAll(/.{76}/g, '$&\n')
  return `From: large@file.example\nTo: recruiter@example.test\nSubject: Film\nDate: Sun, 22 Nov 2026 06:00:00 +0100\nMessage-ID: <large@file.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=film\n\n--film\nContent-Type: text/plain\n\nHere is the film.\n--film\nContent-Type: video/mp4; name=film.mp4\nContent-Disposition: attachment; filename=film.mp4\nContent-Transfer-Encoding: base64\n\n${file}\n--film--\n`
}
