import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordingHost } from '#connectors/conformance/recording-host.ts'
import { createEmailConnector } from '#connectors/email/index.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { createHttpClient } from '#platform/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { issueCertificate } from '#tests/servers/certificates.ts'
import { waitUntil } from '#tests/servers/email.ts'
import { type MailDesk, mailSettings, startMailDesk } from '#tests/servers/list-mail.ts'
import { type MailServer, mailPassword, startMailServer } from '#tests/servers/mail.ts'
import { smtpStranger } from '#tests/servers/mail-stranger.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { judgeSpam } from '#tests/servers/spamassassin.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { wantedRecords } from './actions/checks.ts'
import { awaitsReport, takeReports } from './actions/reports.ts'
import type { SendDeps } from './actions/send/run.ts'
import { sendIssue } from './actions/send.ts'
import { findMailSettings } from './store/settings.ts'

const stack = new AsyncDisposableStack()
const certificate = issueCertificate('localhost')
let database: Awaited<ReturnType<typeof startTestDatabase>>
let caller: Caller
let server: MailServer
let desk: MailDesk

beforeAll(async () => {
  database = stack.use(await startTestDatabase())
  server = stack.use(await startMailServer({ tls: certificate }))
  caller = await createWorkspace(database.db)
  desk = stack.use(
    await startMailDesk(
      database.db,
      caller,
      mailSettings(server.smtpPort, {
        host: 'localhost',
        security: 'starttls',
        username: 'bounces@example.test',
        password: mailPassword,
        fromAddress: 'mara@example.test',
        returnAddress: 'bounces@example.test',
      }),
    ),
  )
}, 60_000)
afterAll(() => stack.disposeAsync())

const never = new AbortController().signal

/** RFC 5965 as large providers send it: a note for people, fields for programs, the headers of the mail. */
const complaintOf = (headers: string) => `From: Complaints <fbl@elsewhere.test>
To: <bounces@example.test>
Subject: Complaint about a message
Date: Mon, 30 Nov 2026 08:00:00 +0000
Message-ID: <complaint-1@elsewhere.test>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="=_fbl"

--=_fbl
Content-Type: text/plain; charset=us-ascii

A reader of ours pressed "this is spam" on the message below.
--=_fbl
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: ElsewhereFBL/2.1
Version: 1
Reported-Domain: example.test
--=_fbl
Content-Type: text/rfc822-headers

${headers}
--=_fbl--
`
const mailsOf = async (address: string) => {
  const folder = join(server.maildir(address), 'new')
  const names = await readdir(folder).catch(() => [])
  return Promise.all(names.map(name => readFile(join(folder, name), 'utf8')))
}

test('list mail goes through Postfix, encrypted and logged in, to Dovecot, where it is verified and no spam; what bounces and what is complained of comes back by itself and ends the address', {
  timeout: 120_000,
}, async () => {
  const { db } = database
  const { workspace } = caller
  const deps: SendDeps = {
    ...desk.deps,
    publicUrl: 'https://kith.example',
    listKey: new Uint8Array(32),
    reach: { allowsAddress: () => true, ca: certificate.authority },
    outgoing: desk.outgoing,
    touches: {
      events: createEvents(),
      suppressionKey: new Uint8Array(32),
      readText: { introduces: () => false, asksAboutWork: () => false, declines: () => false, optsOut: () => false },
    },
  }
  const list = await desk.addList(2)
  const setAddress = (from: string, to: string) =>
    inWorkspace(db, workspace, tx =>
      sql`update list_subscribers set email = ${to}, email_key = ${to}, domain = ${to.replace(/^.*@/, '')}
        where workspace_id = ${workspace} and list_id = ${list} and email like ${`${from}@%`}`.execute(tx),
    )
  await setAddress('n0', 'ana@example.test')
  // A domain to which this Postfix knows no way: it takes the mail, and tells us later that there is nobody.
  await setAddress('n1', 'gone@void.test')
  const issue = await desk.addIssue(list, {
    subject: 'Three night shifts, {{name}}',
    body: 'Hello {{name}},\n\nThree crews look for somebody who likes the quiet of the night: cranes, straddle carriers and the gate. Shifts are told four weeks ahead.\n\n**[Look at them](https://jobs.example.org/nights)**\n\nOr [ask us](https://jobs.example.org/ask) first.',
  })
  await sendIssue(deps, { workspace, issue }, never)
  await waitUntil(async () => (await mailsOf('ana@example.test')).length === 1, 'the mail in Dovecot', 30_000)

  // The mail as it arrived holds what one click needs, signed: judged by a verifier that is none of ours.
  const [raw = ''] = await mailsOf('ana@example.test')
  const settings = await inWorkspace(db, workspace, tx => findMailSettings(tx, workspace))
  if (!settings) throw new Error('no settings')
  const records = new Map(wantedRecords(settings).map(record => [record.name, record.value]))
  const judged = await dkimVerify(Buffer.from(raw), {
    resolver: async name => {
      const value = records.get(name)
      if (value === undefined) throw Object.assign(new Error('nothing there'), { code: 'ENOTFOUND' })
      return [[value]]
    },
  })
  expect(judged.results.map(each => each.status.result)).toEqual(['pass', 'pass'])
  for (const { signingHeaders } of judged.results)
    expect(signingHeaders?.keys.toLowerCase()).toContain('list-unsubscribe-post')
  expect(raw).toMatch(/^Received: .*\n?.*ESMTPSA/m)
  const { score, rules } = await judgeSpam(raw)
  console.log(`SpamAssassin: ${score} (${rules})`)
  // One point better than for a stranger: every server on its way is one of ours.
  expect(rules).toContain('ALL_TRUSTED')
  expect(score, rules).toBeLessThanOrEqual(0)

  // The mailbox that reports come back to is connected: the report is read there, and is nobody's message.
  const http = createHttpClient({ allowAddress: () => true })
  const connector = createEmailConnector({ http, reach: { allowsAddress: () => true, ca: certificate.authority } })
  const recording = recordingHost()
  const taken: object[] = []
  const host = {
    ...recording.host,
    reports: {
      awaited: (mail: { recipients: readonly string[]; complaint: boolean }) => awaitsReport(deps, workspace, mail),
      take: async (mail: Uint8Array) => {
        const counts = await takeReports(deps, workspace, Buffer.from(mail).toString('latin1'))
        taken.push(counts)
        return counts.others === 0
      },
    },
  }
  await waitUntil(async () => (await mailsOf('bounces@example.test')).length > 0, 'the bounce', 40_000)
  const session = connector.open(
    {
      id: 'reports',
      values: {
        address: 'bounces@example.test',
        password: mailPassword,
        imapServer: 'localhost',
        imapPort: String(server.imapPort),
        smtpServer: 'localhost',
        smtpPort: String(server.smtpPort),
        historyDays: '2',
      },
    },
    host,
  )
  const stop = new AbortController()
  const ended = session.run(undefined, stop.signal)
  try {
    await waitUntil(async () => taken.length > 0, `the report to be read ${JSON.stringify(recording.states)}`, 30_000)
    await waitUntil(async () => recording.lastState() === 'connected', 'the mailbox to be caught up', 30_000)
    expect(taken).toEqual([{ bounces: 1, complaints: 0, left: 0, others: 0 }])
    expect(recording.messages()).toEqual([])
    const states = async () =>
      (
        await inWorkspace(db, workspace, tx =>
          sql<{ state: string; how: string | null }>`select state, ended_how as how from list_subscribers
            where workspace_id = ${workspace} and list_id = ${list} order by email`.execute(tx),
        )
      ).rows
    expect(await states()).toEqual([
      { state: 'confirmed', how: null },
      { state: 'stopped', how: 'hard-bounce' },
    ])

    // A provider tells of a complaint at the plain address it was given, with the reader's own address taken out (RFC 6650, 5.2).
    const stranger = smtpStranger(server.smtpPort)
    const told = raw.slice(raw.search(/^From:/m)).replace(/^To: .*$/m, 'To: <redacted@elsewhere.test>')
    expect(told).not.toMatch(/ana@example\.test/)
    await stranger.send({
      from: '',
      to: 'bounces@example.test',
      raw: complaintOf(told.split(/\r?\n\r?\n/, 1)[0] ?? ''),
    })
    stranger.close()
    await waitUntil(
      async () => taken.length > 1,
      `the complaint to be read ${JSON.stringify(recording.states)}`,
      40_000,
    )
    expect(taken[1]).toEqual({ bounces: 0, complaints: 1, left: 0, others: 0 })
    expect(recording.messages()).toEqual([])
    expect(await states()).toEqual([
      { state: 'stopped', how: 'complaint' },
      { state: 'stopped', how: 'hard-bounce' },
    ])
  } finally {
    stop.abort()
    await ended
    await session[Symbol.asyncDispose]()
    await http[Symbol.asyncDispose]()
  }
})
