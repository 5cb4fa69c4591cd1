import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type EmailNetwork, startEmailNetwork, testConnector, waitUntil } from '#tests/servers/email.ts'
import { plainMail, readMaildir } from '#tests/servers/mail-stranger.ts'
import { type RecordingHost, recordingHost } from '../conformance/recording-host.ts'
import type { Account, SendOutcome, SendRequest, Session } from '../contract.ts'

const never = new AbortController().signal
let network: EmailNetwork
let recording: RecordingHost
let session: Session
let stop: () => Promise<void>

beforeAll(async () => {
  network = await startEmailNetwork({
    smtpAnswers: {
      'grey@elsewhere.test': '450 4.2.0 Greylisted, please try again in 5 minutes',
      'full@elsewhere.test': '552 5.2.2 Mailbox full',
      'nobody@elsewhere.test': '550 5.1.1 User unknown',
      'spam@elsewhere.test': '554 5.7.1 Message rejected as spam by policy',
    },
  })
  recording = recordingHost()
  ;({ session, stop } = await open(network.account, recording))
}, 40_000)

afterAll(async () => {
  await stop()
  await network[Symbol.asyncDispose]()
})

async function open(account: Account, host: RecordingHost) {
  const ending = new AbortController()
  const opened = testConnector().open(account, host.host)
  const done = opened.run(host.cursor(), ending.signal)
  await host.until('connected', () => host.lastState() === 'connected')
  return {
    session: opened,
    stop: async () => {
      ending.abort()
      await done
    },
  }
}

const send = (request: Partial<SendRequest> & { text: string }): Promise<SendOutcome> =>
  session.send({ txn: newId(), to: network.conversation, ...request }, never)

async function theirMail(part: string): Promise<string> {
  await waitUntil(async () => (await network.theirs()).some(mail => mail.includes(part)), `the mail with “${part}”`)
  return (await network.theirs()).find(mail => mail.includes(part)) ?? ''
}

const header = (mail: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*(?:\r?\n[ \t].*)*)`, 'im')
    .exec(mail.slice(0, mail.search(/\r?\n\r?\n/)))?.[1]
    ?.replaceAll(/\r?\n[ \t]+/g, ' ')

const ownCopies = () => readMaildir(join(network.server.maildir(network.recruiter), '.Sent'))

test('the first mail has a subject, a name, our id and date, and lies in Sent once', async () => {
  const txn = newId()
  const outcome = await send({ txn, subject: 'Your talk in Köln', text: 'Hello Sam,\n\nI liked your talk.' })
  expect(outcome).toMatchObject({ kind: 'accepted', key: `mid:${txn}@example.test` })
  const mail = await theirMail('I liked your talk.')
  expect(header(mail, 'From')).toBe(`Rita Recruiter <${network.recruiter}>`)
  expect(header(mail, 'Subject')).toMatch(/^=\?UTF-8\?/)
  expect(header(mail, 'Message-ID')).toBe(`<${txn}@example.test>`)
  expect(header(mail, 'In-Reply-To')).toBeUndefined()
  expect(mail).not.toMatch(/text\/html/i)
  expect((await ownCopies()).filter(copy => copy.includes(txn))).toHaveLength(1)
})

test('an answer goes on in the thread: subject, References, and the address where they want answers', async () => {
  await network.deliver(
    plainMail({
      from: `Sam Stranger <${network.stranger.address}>`,
      to: network.recruiter,
      subject: 'Question',
      text: 'May I ask something?',
      messageId: 'question-1@elsewhere.test',
      headers: { References: '<older@elsewhere.test>', 'Reply-To': 'Sam at home <sam.home@elsewhere.test>' },
    }),
  )
  await recording.until('the question', () => recording.texts().includes('May I ask something?'))
  expect(await send({ text: 'Of course.' })).toMatchObject({ kind: 'accepted' })
  const home = network.server.maildir('sam.home@elsewhere.test')
  await waitUntil(async () => (await readMaildir(home)).length > 0, 'the answer at the other address')
  const [mail = ''] = await readMaildir(home)
  expect(header(mail, 'Subject')).toBe('Re: Question')
  expect(header(mail, 'In-Reply-To')).toBe('<question-1@elsewhere.test>')
  expect(header(mail, 'References')).toBe('<older@elsewhere.test> <question-1@elsewhere.test>')
})

test('an answer is threaded by headers, and by subject and person only where there are none', async () => {
  const from = `Tom Thread <tom@elsewhere.test>`
  const deliver = (subject: string, text: string, messageId: string, headers = {}) =>
    network.deliver(plainMail({ from, to: network.recruiter, subject, text, messageId, headers }))
  await deliver('Plan', 'thread one', 'plan-1@elsewhere.test')
  await deliver('Other', 'thread two', 'other-1@elsewhere.test')
  await deliver('AW: Plan', 'without headers', 'plan-2@elsewhere.test')
  await deliver('Re: Plan', 'with headers', 'plan-3@elsewhere.test', { 'In-Reply-To': '<other-1@elsewhere.test>' })
  await deliver('Plan', 'a subject used again', 'plan-4@elsewhere.test')
  const parent = async (text: string) =>
    (await recording.until(text, () => recording.messages().find(each => each.text === text))).replyTo
  expect(await parent('without headers')).toBe('mid:plan-1@elsewhere.test')
  expect(await parent('with headers')).toBe('mid:other-1@elsewhere.test')
  expect(await parent('a subject used again')).toBeUndefined()
})

test('words with line ends in a subject or a name become no headers', async () => {
  const txn = newId()
  await send({ txn, subject: 'Hi\r\nBcc: evil@elsewhere.test\r\n\r\nbody', text: 'injection try' })
  const mail = await theirMail('injection try')
  expect(header(mail, 'Bcc')).toBeUndefined()
  expect(header(mail, 'Subject')).toBe('Hi Bcc: evil@elsewhere.test body')
  const bad = await send({ to: { id: 'x@y.test>\r\nRCPT TO:<evil@elsewhere.test', kind: 'direct' }, text: 'no' })
  expect(bad).toMatchObject({ kind: 'refused', code: 'bad-address' })
})

test('a file goes out with its name, and one that is too large is refused before it leaves', async () => {
  const file = (bytes: number) => ({
    name: '../Über uns.pdf',
    mimeType: 'application/pdf',
    bytes: async () => new Uint8Array(bytes).fill(65),
  })
  expect(await send({ text: 'with a file', files: [file(300)] })).toMatchObject({ kind: 'accepted' })
  const mail = await theirMail('with a file')
  expect(mail).toMatch(/filename\*0\*=utf-8''%C3%9Cber%20uns\.pdf|filename="=\?UTF-8/i)
  expect(mail).not.toContain('..')
  expect(await send({ text: 'too large', files: [file(19_000_000)] })).toMatchObject({
    kind: 'refused',
    code: 'file-too-large',
  })
})

test('greylisting is later, a full mailbox and an unknown person are refused in words', async () => {
  const to = (id: string) => send({ to: { id: `${id}@elsewhere.test`, kind: 'direct' }, text: 'Hello' })
  expect(await to('grey')).toMatchObject({ kind: 'later', code: 'greylisted', retryAfterMs: 301_000 })
  expect(await to('full')).toMatchObject({
    kind: 'refused',
    code: '5.2.2',
    text: expect.stringContaining('mailbox is full'),
  })
  expect(await to('nobody')).toMatchObject({
    kind: 'refused',
    code: '5.1.1',
    text: expect.stringContaining('does not exist'),
  })
  expect(await to('spam')).toMatchObject({ kind: 'refused', text: expect.stringContaining('spam') })
})

test('a mail that comes back from Postfix is refused at the right message', async () => {
  const txn = newId()
  expect(
    await send({ txn, to: { id: 'someone@no-such-domain.invalid', kind: 'direct' }, text: 'Hello?' }),
  ).toMatchObject({ kind: 'accepted' })
  const failure = await recording.until(
    'the bounce',
    () => recording.events.find(event => event.kind === 'failed' && event.target === txn),
    20_000,
  )
  expect(failure).toMatchObject({
    code: '5.1.1',
    text: expect.stringMatching(/^This address does not exist/),
  })
}, 30_000)

test('a try after an unknown one finds the mail in Sent and does not send it twice', async () => {
  const aMinuteAgo = (Date.now() - 60_000).toString(16).padStart(12, '0')
  const txn = `${aMinuteAgo.slice(0, 8)}-${aMinuteAgo.slice(8)}${newId().slice(13)}`
  await send({ txn, text: 'once only' })
  await theirMail('once only')
  expect(await send({ txn, text: 'once only' })).toMatchObject({ kind: 'accepted' })
  expect((await network.theirs()).filter(mail => mail.includes('once only'))).toHaveLength(1)
})

test('what was written in another program is ours, and mail that only claims to be ours is nobody’s', async () => {
  const raw = plainMail({
    from: network.recruiter,
    to: `Sam <${network.stranger.address}>`,
    subject: 'From my phone',
    text: 'sent elsewhere',
  })
  const { ImapFlow } = await import('imapflow')
  const { address = '', password = '', imapPort } = network.account.values
  const phone = new ImapFlow({
    host: '127.0.0.1',
    port: Number(imapPort),
    secure: false,
    auth: { user: address, pass: password },
    logger: false,
  })
  await phone.connect()
  await phone.append('Sent', Buffer.from(raw.replaceAll('\n', '\r\n')), ['\\Seen'])
  await phone.append('Drafts', Buffer.from(raw.replaceAll('\n', '\r\n').replace('sent elsewhere', 'a draft')), [
    '\\Draft',
  ])
  await phone.logout()
  await network.deliver(
    plainMail({ from: network.recruiter, to: network.recruiter, subject: 'I am you', text: 'forged' }),
  )
  await network.stranger.say('after the forgery')
  await stop()
  ;({ session, stop } = await open(network.account, recording))
  const own = await recording.until('our own', () => recording.messages().find(each => each.text === 'sent elsewhere'))
  expect(own).toMatchObject({ own: true, conversation: network.conversation })
  expect(recording.texts()).toContain('after the forgery')
  expect(recording.texts().some(text => text.includes('forged'))).toBe(false)
})

test('a mailbox that numbers its mails anew loses and doubles nothing', async () => {
  await network.stranger.say('before the new numbers')
  await recording.until('it', () => recording.texts().includes('before the new numbers'))
  await stop()
  const count = recording.messages().length
  const folder = network.server.maildir(network.recruiter)
  for (const name of [
    'dovecot-uidlist',
    'dovecot-uidvalidity',
    'dovecot.index.log',
    'dovecot.index',
    'dovecot.index.cache',
  ])
    rmSync(join(folder, name), { force: true })
  const before = JSON.parse(recording.cursor() ?? '{}').folders.INBOX.uidValidity
  await new Promise(resolve => setTimeout(resolve, 1_100))
  await network.stranger.say('after the new numbers')
  ;({ session, stop } = await open(network.account, recording))
  await recording.until('the new one', () => recording.texts().includes('after the new numbers'))
  expect(JSON.parse(recording.cursor() ?? '{}').folders.INBOX.uidValidity).not.toBe(before)
  expect(recording.messages()).toHaveLength(count + 1)
}, 20_000)

test('encryption is demanded, and a certificate that nobody vouches for is refused in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-certificate-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    { stdio: 'ignore' },
  )
  const tls = { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') }
  rmSync(folder, { recursive: true })
  await using secure = await startEmailNetwork({ tls })
  const { allowPlain: _, ...values } = network.account.values
  expect(await testConnector().test({ id: 'plain', values }, never)).toMatchObject({
    ok: false,
    code: 'insecure',
    text: expect.stringContaining('did not send your password'),
  })
  const named = {
    ...secure.account,
    values: { ...secure.account.values, imapServer: 'localhost', smtpServer: 'localhost' },
  }
  expect(await testConnector().test(named, never)).toMatchObject({
    ok: false,
    code: 'insecure',
    text: expect.stringContaining('certificate'),
  })
  expect(await testConnector({ ca: tls.certificate }).test(named, never)).toMatchObject({ ok: true })
}, 30_000)

test('OAuth: tokens are asked for with the refresh token, and a withdrawn one is told in words', async () => {
  let good = 'token-1'
  let asked = 0
  const provider = createServer((request, response): void => {
    let body = ''
    request.on('data', chunk => (body += chunk))
    request.on('end', () => {
      const form = new URLSearchParams(body)
      response.setHeader('content-type', 'application/json')
      if (request.url === '/introspect') {
        response.end(
          JSON.stringify({ active: form.get('token') === good ? 'true' : 'false', username: oauth.recruiter }),
        )
        return
      }
      asked += 1
      if (form.get('refresh_token') !== 'my-refresh-token' || form.get('client_id') !== 'kith') {
        response.statusCode = 400
        response.end(JSON.stringify({ error: 'invalid_grant', error_description: 'Token has been revoked.' }))
        return
      }
      response.end(JSON.stringify({ access_token: good, expires_in: 3600 }))
    })
  })
  await new Promise<void>(resolve => provider.listen(0, '127.0.0.1', resolve))
  const { port } = provider.address() as AddressInfo
  await using oauth = await startEmailNetwork({ introspectionUrl: `http://127.0.0.1:${port}/introspect` })
  const account = (refresh: string): Account => ({
    id: 'oauth',
    values: {
      ...oauth.account.values,
      password: refresh,
      oauthClientId: 'kith',
      oauthTokenUrl: `http://127.0.0.1:${port}/token`,
    },
  })
  try {
    const host = recordingHost()
    const opened = await open(account('my-refresh-token'), host)
    await oauth.stranger.say('hello over OAuth')
    await host.until('it', () => host.texts().includes('hello over OAuth'))
    const outcome = await opened.session.send({ txn: newId(), to: oauth.conversation, text: 'and back' }, never)
    expect(outcome).toMatchObject({ kind: 'accepted' })
    expect(asked).toBe(1)
    good = 'token-2'
    expect(
      await opened.session.send({ txn: newId(), to: oauth.conversation, text: 'with a new token' }, never),
    ).toMatchObject({ kind: 'accepted' })
    expect(asked).toBe(2)
    await opened.stop()
    expect(await testConnector().test(account('an-old-one'), never)).toMatchObject({
      ok: false,
      code: 'wrong-credentials',
      text: expect.stringContaining('refresh token is not valid'),
    })
  } finally {
    provider.close()
  }
}, 30_000)
