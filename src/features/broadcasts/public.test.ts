import { spawn } from 'node:child_process'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { acrossWorkspaces } from '#storage/database.ts'
import { type ApiServer, startApi } from '#tests/servers/api.ts'
import { mailSettings } from '#tests/servers/list-mail.ts'
import { type SmtpSink, startSmtpSink } from '#tests/servers/smtp-sink.ts'

let api: ApiServer
let sink: SmtpSink
let list = { id: '', path: '' }
let origin = ''

const call = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object) => {
  const headers = { authorization: `Bearer ${api.token}` }
  const answer = await api.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.body === '' ? undefined : JSON.parse(answer.body) }
}
const look = (url: string) => api.app.inject({ method: 'GET', url })
const post = (url: string, fields: Record<string, string>) =>
  api.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

const decoded = (raw: string) => raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')
const mailTo = async (address: string, count = 1) => {
  await expect
    .poll(async () => (await sink.mails()).filter(mail => mail.to === address).length, { timeout: 15_000 })
    .toBe(count)
  return decoded((await sink.mails()).filter(mail => mail.to === address).at(-1)?.raw ?? '')
}
const linkIn = (raw: string, kind: string) =>
  new RegExp(`http://[^/\\s]+(/l/${kind}/[\\w.-]+)`).exec(raw)?.[1] ?? 'no link'
const asked = (email: string, more: Record<string, string> = {}) =>
  post(list.path, { email, name: 'Ana Ruiz', consent: 'yes', page: 'https://jobs.example.test/nights', ...more })

const subscribers = async (search: string) =>
  z
    .object({
      subscribers: z.array(z.looseObject({ id: z.string(), state: z.string(), person: z.string().nullable() })),
    })
    .parse((await call('GET', `/lists/${list.id}/subscribers?search=${encodeURIComponent(search)}`)).body).subscribers

async function confirmed(email: string): Promise<void> {
  await asked(email)
  await post(linkIn(await mailTo(email), 'yes'), {})
}

beforeAll(async () => {
  sink = await startSmtpSink()
  api = await startApi({ KITH_OUTBOUND_ALLOW: '127.0.0.1' })
  origin = await api.app.listen({ host: '127.0.0.1', port: 0 })
  const saved = await call('PUT', '/list-mail', { ...mailSettings(sink.port), connections: 2 })
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
  const made = await call('POST', '/lists', {
    name: 'Night jobs',
    lang: 'en',
    purpose: 'Night shifts in the harbour, once a week.',
    consent: 'Yes, write to me about night shifts.',
    interests: [{ id: 'cranes', label: 'Cranes' }],
  })
  const { id } = z.object({ id: z.string() }).parse(made.body)
  const read = z.object({ list: z.object({ url: z.string() }) }).parse((await call('GET', `/lists/${id}`)).body)
  list = { id, path: new URL(read.list.url).pathname }
}, 60_000)
afterAll(async () => {
  await api?.[Symbol.asyncDispose]()
  await sink?.[Symbol.asyncDispose]()
})

test('who asks gets one question; looking at its link changes nothing, pressing it once makes them a person who is interested, with proof', async () => {
  const page = await look(list.path)
  expect(page.body).toContain('Yes, write to me about night shifts.')
  expect(page.body).not.toContain('<script')
  expect((await asked('ana@night.example.test', { consent: '' })).statusCode).toBe(400)
  expect((await asked('not an address')).statusCode).toBe(400)
  expect((await asked('ana@night.example.test', { interest: 'cranes' })).statusCode).toBe(200)
  expect((await subscribers('ana@'))[0]).toMatchObject({ state: 'asked', person: null })
  const mail = await mailTo('ana@night.example.test')
  expect(mail).not.toMatch(/^List-Id/m)
  const link = linkIn(mail, 'yes')
  for (const _ of [1, 2]) expect((await look(link)).statusCode).toBe(200)
  expect((await subscribers('ana@'))[0]?.state).toBe('asked')
  expect((await post(`${link}x`, {})).statusCode).toBe(410)
  expect((await post(link, {})).body).toContain('ana@night.example.test')
  expect((await post(link, {})).statusCode).toBe(410)
  const [ana] = await subscribers('ana@')
  expect(ana).toMatchObject({ state: 'confirmed', interests: ['cranes'] })
  const person = await call('GET', `/people/${ana?.person}`)
  expect(person.body).toMatchObject({ name: 'Ana Ruiz', stage: 'interested' })
  const proof = await call('GET', `/lists/${list.id}/subscribers/${ana?.id}`)
  expect(proof.body).toMatchObject({
    proofs: [
      {
        kind: 'asked',
        ip: '127.0.0.1',
        page: 'https://jobs.example.test/nights',
        consent: 'Yes, write to me about night shifts.',
      },
      { kind: 'confirmed', ip: '127.0.0.1', purpose: 'Night shifts in the harbour, once a week.' },
    ],
  })
  // Asked again, nothing more comes, and the page says the same.
  expect((await asked('ana@night.example.test')).body).toContain('Look into your mailbox')
  expect((await sink.mails()).filter(one => one.to === 'ana@night.example.test').length).toBe(1)
})

test('changed words are a new version, and proof keeps the one that was read', async () => {
  await confirmed('eva@night.example.test')
  await call('PATCH', `/lists/${list.id}`, { consent: 'Yes, twice a week.' })
  const [eva] = await subscribers('eva@')
  const proof = await call('GET', `/lists/${list.id}/subscribers/${eva?.id}`)
  expect(proof.body).toMatchObject({
    proofs: [{ consent: 'Yes, write to me about night shifts.' }, { kind: 'confirmed' }],
  })
  expect((await look(list.path)).body).toContain('Yes, twice a week.')
})

async function sendTo(email: string): Promise<string> {
  await confirmed(email)
  const made = z
    .object({ id: z.string() })
    .parse((await call('POST', `/lists/${list.id}/issues`, { subject: `For ${email}` })).body)
  await call('PATCH', `/issues/${made.id}`, {
    body: 'Hello {{name}},\n\n[Look](https://jobs.example.test/nights?x=1&y=2) at it.',
  })
  expect(await call('POST', `/issues/${made.id}/send`, {})).toMatchObject({ status: 200 })
  return mailTo(email, 2)
}

test('one click of an independent program ends the list at once; the interest ends with the last list', async () => {
  const raw = await sendTo('tom@night.example.test')
  const link = /^List-Unsubscribe: <([^>]+)>/m.exec(raw)?.[1] ?? ''
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
  expect((await look(new URL(link).pathname)).body).toContain('Leave')
  expect((await subscribers('tom@'))[0]?.state).toBe('confirmed')
  const address = link.replace(/^http:\/\/[^/]+/, origin)
  const answer = await new Promise<string>((resolve, reject) => {
    const curl = spawn('curl', [
      '-s',
      '-o',
      '/dev/null',
      '-w',
      '%{http_code}',
      '-X',
      'POST',
      '-d',
      'List-Unsubscribe=One-Click',
      address,
    ])
    let out = ''
    curl.stdout.on('data', part => (out += part))
    curl.once('error', reject)
    curl.once('close', () => resolve(out))
  })
  expect(answer).toBe('200')
  const [tom] = await subscribers('tom@')
  expect(tom).toMatchObject({ state: 'left', endedHow: 'one-click' })
  expect((await call('GET', `/people/${tom?.person}`)).body).toMatchObject({ stage: 'introduced' })
})

test('a link of an issue leads only where the issue says, and counts who followed it', async () => {
  const raw = await sendTo('kim@night.example.test')
  const path = /http:\/\/[^/\s]+(\/l\/go\/[\w-]+\/0)/.exec(raw)?.[1] ?? ''
  const followed = await look(path)
  expect(followed.statusCode).toBe(302)
  expect(followed.headers.location).toBe('https://jobs.example.test/nights?x=1&y=2')
  expect((await look(path.replace(/\/0$/, '/1'))).statusCode).toBe(404)
  expect(
    (await look(path.replace(/(\w)\/0$/, (_, letter: string) => `${letter === 'a' ? 'b' : 'a'}/0`))).statusCode,
  ).toBe(404)
})

test('whoever chooses never to be contacted is do-not-contact for every tool, and asking again sends nothing', async () => {
  const raw = await sendTo('liv@night.example.test')
  const choices = linkIn(raw, 'choose')
  expect((await look(choices)).body).toContain('Never contact me again')
  expect((await post(choices, { do: 'never' })).body).toContain('nobody here writes to you')
  const [liv] = await subscribers('liv@')
  expect((await call('GET', `/people/${liv?.person}`)).body).toMatchObject({ stage: 'do-not-contact' })
  await asked('liv@night.example.test')
  await confirmed('last@night.example.test')
  expect((await sink.mails()).filter(one => one.to === 'liv@night.example.test').length).toBe(2)
})

test('who reads at an address of theirs gets the link to their own page there, and says what they get and where they like to be written to', async () => {
  const email = 'own@night.example.test'
  await confirmed(email)
  expect((await look('/privacy')).body).toContain('Send me my link')
  // Nobody learns of an address whether it is known here.
  const unknown = await post('/privacy', { email: 'nobody@night.example.test' })
  const known = await post('/privacy', { email: ` ${email.replace('o', 'O')} ` })
  expect([known.statusCode, known.body]).toEqual([200, unknown.body])
  const own = /http:\/\/[^/\s]+(\/privacy\/[\w-]{43})/.exec(await mailTo(email, 2))?.[1] ?? 'no link'
  expect((await sink.mails()).filter(mail => mail.to === 'nobody@night.example.test')).toEqual([])
  const page = (await look(own)).body
  expect(page).toContain('Night jobs: Night shifts in the harbour, once a week.')
  expect(page).toMatch(/name="tool" value="" checked/)
  // A tool on which they are not known is no wish; a list without its tick ends.
  expect((await post(own, { do: 'wishes', tool: 'email' })).body).toContain('It is kept so.')
  const after = (await look(own)).body
  expect(after).toMatch(/name="tool" value="email" checked/)
  expect(after).not.toContain('Night jobs:')
  const [one] = await subscribers('own@')
  expect(one).toMatchObject({ state: 'left', endedHow: 'choices' })
  const fit = await call('GET', `/people/${one?.person}/channels`)
  expect(fit.body).toMatchObject({ best: 'email', certain: true, tools: [{ reasons: [{ code: 'wished' }, {}] }] })
  await post(own, { do: 'wishes', tool: 'telegram' })
  expect((await look(own)).body).toMatch(/name="tool" value="" checked/)
})

const dsn = (to: string, status: string, said: string) =>
  `From: MAILER-DAEMON@mx.example\r\nTo: ${to}\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; x@y.example\r\nAction: failed\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; ${said}\r\n--b--\r\n`

test('a bounce stops the address for all lists, a full mailbox does not, a complaint does; forged reports do nothing', async () => {
  await sendTo('bob@night.example.test')
  await sendTo('ida@night.example.test')
  const returnOf = async (to: string) => (await sink.mails()).filter(mail => mail.to === to).at(-1)?.from ?? ''
  const report = async (raw: string) => (await call('POST', '/list-mail/reports', { raw })).body
  const bob = await returnOf('bob@night.example.test')
  expect(await report(dsn(bob.replace(/.@/, '2@'), '5.1.1', 'no such user'))).toMatchObject({ others: 1 })
  expect(await report(dsn(bob, '5.2.2', 'mailbox full'))).toMatchObject({ bounces: 1 })
  expect((await subscribers('bob@'))[0]?.state).toBe('confirmed')
  expect(await report(dsn(bob, '5.1.1', 'no such user'))).toMatchObject({ bounces: 1 })
  expect((await subscribers('bob@'))[0]).toMatchObject({ state: 'stopped', endedHow: 'hard-bounce', suppressed: true })
  const ida = await returnOf('ida@night.example.test')
  const arf = `From: fbl@provider.example\r\nTo: fbl@lists.example.test\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=c\r\n\r\n--c\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nUser-Agent: Provider/1\r\nOriginal-Mail-From: <${ida}>\r\n--c\r\nContent-Type: message/rfc822\r\n\r\nReturn-Path: <${ida}>\r\nSubject: For ida\r\n\r\nHello\r\n--c--\r\n`
  // The same form also says that it was no spam after all, or that a signature failed: nobody asked for anything.
  for (const kind of ['not-spam', 'auth-failure'])
    expect(await report(arf.replace('Feedback-Type: abuse', `Feedback-Type: ${kind}`))).toMatchObject({ others: 1 })
  expect((await subscribers('ida@'))[0]?.state).toBe('confirmed')
  expect(await report(arf)).toMatchObject({ complaints: 1 })
  expect((await subscribers('ida@'))[0]).toMatchObject({ state: 'stopped', endedHow: 'complaint' })
})

test('a list from elsewhere is taken row by row: proof comes in, the rest is asked again, those who left stay away', async () => {
  const csv = `email;name;consent_at;wording;page
old@night.example.test;Old Hand;2024-03-02T10:00:00Z;Yes, send me jobs;https://old.example.test/form
bare@night.example.test;No Proof;;;
tom@night.example.test;Tom;2024-03-02T10:00:00Z;Yes;https://old.example.test
bad address;;;;
day@night.example.test;Day;03.02.2024;Yes;https://old.example.test`
  expect((await call('POST', `/lists/${list.id}/import`, { csv })).body).toEqual({
    confirmed: 1,
    asked: 1,
    known: 1,
    closed: 0,
    wrong: [
      { row: 4, why: 'email' },
      { row: 5, why: 'date' },
    ],
  })
  expect((await subscribers('old@'))[0]?.state).toBe('confirmed')
  expect((await subscribers('tom@'))[0]?.state).toBe('left')
  expect(await mailTo('bare@night.example.test')).toContain('We have your address from before')
})

test('an erased person is on no list, and only a hash of the address is left', async () => {
  await confirmed('zoe@night.example.test')
  const [zoe] = await subscribers('zoe@')
  expect((await call('DELETE', `/people/${zoe?.person}`)).status).toBe(204)
  expect(await subscribers('zoe@')).toEqual([])
  const left = await acrossWorkspaces(api.db, tx =>
    sql<{
      count: number
    }>`select count(*)::int as count from list_proofs p join list_subscribers s using (workspace_id, subscriber_id)
      where s.email like 'zoe%'`.execute(tx),
  )
  expect(left.rows[0]?.count).toBe(0)
})

test('mails lead to the site’s own host once Kith was found there, and to the installation until then', async () => {
  const { host } = new URL(origin)
  const seen = z.object({ domainProven: z.boolean() })
  const site = async (domain: string | null) => seen.parse((await call('PATCH', '/site', { domain })).body).domainProven
  // Somebody else answers there: nothing of ours.
  expect(await site(`127.0.0.1:${sink.port}`)).toBe(false)
  await asked('early@example.test')
  expect(await mailTo('early@example.test')).not.toContain(`127.0.0.1:${sink.port}`)
  expect(await site(host)).toBe(true)
  await asked('later@example.test')
  const raw = await mailTo('later@example.test')
  expect(raw).toContain(`http://${host}/l/yes/`)
  expect((await fetch(`${origin}${linkIn(raw, 'yes')}`)).status).toBe(200)
  expect(JSON.stringify((await call('GET', `/lists/${list.id}`)).body)).toContain(`http://${host}/l/`)
  expect(await site(null)).toBe(false)
})
