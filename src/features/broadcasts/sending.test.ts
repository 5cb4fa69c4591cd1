import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { authenticate } from 'mailauth'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IssueId, SubscriberId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { type MailDesk, mailSettings, startMailDesk } from '#tests/servers/list-mail.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { type SmtpSink, startSmtpSink } from '#tests/servers/smtp-sink.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { wantedRecords } from './actions/checks.ts'
import { claimDeliveries, insertDeliveries, readFigures } from './store/deliveries.ts'
import { findIssue } from './store/issues.ts'
import { findMailSettings } from './store/settings.ts'

const sender = fileURLToPath(new URL('../../../tests/servers/list-sender.ts', import.meta.url))
let database: Awaited<ReturnType<typeof startTestDatabase>>
let db: Database

beforeAll(async () => {
  database = await startTestDatabase()
  db = database.db
})
afterAll(() => database?.[Symbol.asyncDispose]())

type Office = { caller: Caller; desk: MailDesk; sink: SmtpSink }

async function open(stack: AsyncDisposableStack, args: readonly string[] = [], change = {}): Promise<Office> {
  const sink = stack.use(await startSmtpSink({ args }))
  const caller = await createWorkspace(db)
  const desk = stack.use(await startMailDesk(db, caller, mailSettings(sink.port, change)))
  return { caller, desk, sink }
}

/** Runs the sender as a process; `killAfter` resolves when it is to die without a word. Gives its exit code, null when it was killed. */
async function runSender(
  { caller, desk }: Office,
  issue: IssueId,
  killWhen?: () => Promise<void>,
): Promise<number | null> {
  const given = {
    url: database.url,
    outgoing: desk.outgoing,
    keyFile: desk.keyFile,
    workspace: caller.workspace,
    issue,
  }
  const child = spawn(process.execPath, [sender, JSON.stringify(given)], { stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  if (killWhen) {
    await Promise.race([killWhen(), ended])
    child.kill('SIGKILL')
  }
  return ended
}

const figuresOf = ({ caller }: Office, issue: IssueId) =>
  inWorkspace(db, caller.workspace, tx => readFigures(tx, caller.workspace, issue))

async function untilSunk(sink: SmtpSink, count: number): Promise<void> {
  while ((await sink.mails()).length < count) await new Promise(resolve => setTimeout(resolve, 10))
}

test('killed in the midst of sending twice, an issue reaches everyone once, and who left meanwhile not at all', {
  timeout: 120_000,
}, async () => {
  await using stack = new AsyncDisposableStack()
  const office = await open(stack)
  const { caller, desk, sink } = office
  const readers = 1_200
  const list = await desk.addList(readers)
  const issue = await desk.addIssue(list)
  for (const share of [0.2, 0.5])
    expect(await runSender(office, issue, () => untilSunk(sink, readers * share))).toBe(null)
  const gone = await inWorkspace(db, caller.workspace, async tx => {
    const { rows } = await sql<{
      email: string
    }>`update list_subscribers s set state = 'left' where (workspace_id, subscriber_id) in
      (select workspace_id, subscriber_id from list_deliveries where workspace_id = ${caller.workspace} and issue_id = ${issue} and state = 0
        order by subscriber_id desc limit 20) returning email`.execute(tx)
    return rows.map(row => row.email)
  })
  expect(gone.length).toBe(20)
  expect(await runSender(office, issue)).toBe(0)
  const got = (await sink.mails()).map(mail => mail.to)
  const figures = await figuresOf(office, issue)
  expect(got.length - new Set(got).size, 'nobody twice').toBe(0)
  expect(got.filter(address => gone.includes(address))).toEqual([])
  // What nobody can tell is said, not guessed; all others have it.
  expect(figures.unknown).toBeLessThanOrEqual(3)
  expect(readers - gone.length - got.length, 'nobody left out').toBeLessThanOrEqual(figures.unknown)
  expect(figures).toMatchObject({ total: readers, waits: 0, claimed: 0, notOptedIn: gone.length, refused: 0 })
  expect(figures.sent + figures.unknown).toBe(readers - gone.length)
  expect(await inWorkspace(db, caller.workspace, tx => findIssue(tx, caller.workspace, issue))).toMatchObject({
    state: 'sent',
  })
})

test('every mail carries one-click headers under two signatures that an independent program verifies', async () => {
  await using stack = new AsyncDisposableStack()
  const office = await open(stack)
  const { caller, desk, sink } = office
  const issue = await desk.addIssue(await desk.addList(3), {
    subject: 'Grüße für {{name}} — drei Stellen',
    body: '# Näher\n\nHallo {{name|du}}, *kurz*:\n\n- eins\n- zwei & drei\n\n.punkt am Anfang\n\n**[Ansehen](https://jobs.example.test/n?a=1&b=2)**',
  })
  expect(await runSender(office, issue)).toBe(0)
  const [mail, ...more] = await sink.mails()
  expect(more.length).toBe(2)
  const settings = await inWorkspace(db, caller.workspace, tx => findMailSettings(tx, caller.workspace))
  const records = new Map(
    wantedRecords(settings as NonNullable<typeof settings>).map(({ name, value }) => [name, value]),
  )
  const resolver = async (name: string, type: string) => {
    const value = type === 'TXT' ? records.get(name) : undefined
    if (value === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    return [[value]]
  }
  const { results } = await dkimVerify(Buffer.from(mail?.raw ?? '', 'latin1'), { resolver })
  expect(results.map(({ status, algo }) => `${algo} ${status.result}`)).toEqual([
    'rsa-sha256 pass',
    'ed25519-sha256 pass',
  ])
  const signed = results.map(result => String(result.signingHeaders?.keys).toLowerCase())
  for (const names of signed)
    expect(names).toMatch(/list-unsubscribe\b.*list-unsubscribe-post|list-unsubscribe-post.*list-unsubscribe\b/s)
  expect(mail?.raw).toMatch(
    /^List-Unsubscribe: <https:\/\/kith\.example\/l\/leave\/[\w-]+>,\r\n <mailto:bounces\+leave-/m,
  )
  expect(mail?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  expect(mail?.raw).toMatch(/^List-Id: "Night jobs" <[0-9a-z]+-night-jobs\.lists\.example\.test>\r$/m)
  expect(mail?.from).toMatch(/^bounces\+[0-9a-z]+-[0-9a-z]+-[a-z2-7]{16}@lists\.example\.test$/)
  const { dmarc } = await authenticate(Buffer.from(mail?.raw ?? '', 'latin1'), {
    ip: '127.0.0.1',
    helo: 'lists.example.test',
    sender: mail?.from ?? '',
    resolver,
  })
  expect(dmarc || undefined).toMatchObject({ alignment: { dkim: { result: 'lists.example.test' } } })
  for (const { raw } of [mail, ...more].flatMap(one => one ?? []))
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
})

test('a refused address is stopped for all lists; one that is put off waits; the rest is not held up', async () => {
  await using stack = new AsyncDisposableStack()
  // The sink refuses every recipient with a 550 of its own.
  const office = await open(stack, ['-f', 'RCPT'])
  const { caller, desk } = office
  const list = await desk.addList(4)
  const issue = await desk.addIssue(list)
  expect(await runSender(office, issue)).toBe(0)
  expect(await figuresOf(office, issue)).toMatchObject({ refused: 4, sent: 0, waits: 0 })
  await using soft = new AsyncDisposableStack()
  const other = await open(soft, ['-r', 'RCPT'])
  const later = await other.desk.addIssue(await other.desk.addList(4))
  expect(await runSender(other, later)).toBe(0)
  expect(await figuresOf(other, later)).toMatchObject({ refused: 0, sent: 0, waits: 4 })
  expect(
    await inWorkspace(db, other.caller.workspace, tx => findIssue(tx, other.caller.workspace, later)),
  ).toMatchObject({
    state: 'sending',
  })
  expect(caller.workspace).not.toBe(other.caller.workspace)
})

test('the next readers are found without a look at all the others', async () => {
  const caller = await createWorkspace(db)
  const { workspace } = caller
  await using desk = await startMailDesk(db, caller, mailSettings(1))
  const list = await desk.addList(3_000)
  const issue = await desk.addIssue(list)
  await inWorkspace(db, workspace, tx => insertDeliveries(tx, workspace, issue, list, {}))
  const by = { node: randomUUID(), now: new Date(), limit: 40, shut: [] }
  const taken = new Set<SubscriberId>()
  let after: SubscriberId | undefined
  for (let claims = 1; claims <= 3; claims += 1) {
    const looked = await inWorkspace(db, workspace, async tx => {
      const claimed = await claimDeliveries(tx, workspace, issue, { ...by, after })
      for (const { subscriber } of claimed) taken.add(subscriber)
      after = claimed
        .map(one => one.subscriber)
        .sort()
        .at(-1)
      const { rows } = await sql<{ rows: number }>`select (idx_tup_fetch + seq_tup_read)::int as rows
        from pg_stat_xact_user_tables where relname = 'list_deliveries'`.execute(tx)
      return rows[0]?.rows
    })
    expect(taken.size).toBe(claims * by.limit)
    expect(looked).toBeLessThan(200)
  }
})

test('a domain gets no more than its share at a time', async () => {
  await using stack = new AsyncDisposableStack()
  const office = await open(stack, [], { domainLimits: { 'd0.example.test': 3 } })
  const issue = await office.desk.addIssue(await office.desk.addList(50))
  const until = untilSunk(office.sink, 43)
  await runSender(office, issue, () => until)
  const to = (await office.sink.mails()).map(mail => mail.to.split('@')[1])
  expect(to.filter(domain => domain === 'd0.example.test').length).toBeLessThanOrEqual(4)
  expect(to.filter(domain => domain === 'd1.example.test').length).toBe(10)
})
