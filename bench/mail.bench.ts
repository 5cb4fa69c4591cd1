import { generateKeyPairSync } from 'node:crypto'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import pg from 'pg'
import { sendIssue } from '#features/broadcasts/actions/send.ts'
import { pressFor, type Sender } from '#features/broadcasts/render/letter.ts'
import { compileIssue } from '#features/broadcasts/render/mail-html.ts'
import { insertDeliveries, readFigures } from '#features/broadcasts/store/deliveries.ts'
import { newReferenceToken } from '#features/broadcasts/tokens.ts'
import { newId } from '#kernel/ids.ts'
import { createEvents } from '#platform/events.ts'
import { newDkimKey, readDkimKey } from '#platform/mail/dkim.ts'
import { connectSmtp, type SmtpConnection } from '#platform/mail/smtp.ts'
import { migrateTasks } from '#platform/worker.ts'
import { acrossWorkspaces, inWorkspace, openDatabase } from '#storage/database.ts'
import { migrate } from '#storage/migrate.ts'
import { mailSettings, startMailDesk } from '#tests/servers/list-mail.ts'
import { startScratchServer } from '#tests/servers/postgres.ts'
import { type SmtpSink, startSmtpSink } from '#tests/servers/smtp-sink.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { backendOf, cpuSecondsOf, ownMemoryMb, serverCpuSeconds } from './cpu.ts'

export const name = 'mail'

/** `npm run bench mail [readers of the issue that is prepared]`. */
const readers = Number(process.argv[3] ?? 1_000_000)
const counts = { unsigned: 12_000, signed: 4_000, library: 2_000, librarySigned: 600, whole: 20_000 }
const connections = 8
const key = { listKey: new Uint8Array(32) }

const paragraph =
  'Three crews look for somebody who likes the quiet of the night: cranes, straddle carriers and the gate. Shifts are told four weeks ahead, and nobody works more than four nights in a row. '
const subject = 'Three night shifts, {{name}}'
const text = `Hello {{name}},\n\n${`${paragraph}\n\n`.repeat(9)}**[Look](https://jobs.example.test/nights)**\n\n[Ask us](https://jobs.example.test/ask)`
const compiled = compileIssue({
  lang: 'en',
  list: 'Night jobs',
  subject,
  preheader: 'What is open',
  body: text,
  imprint: 'Harbour Recruiting, Quay 4, 20457 Hamburg',
})

const senderWith = (keys: Sender['keys']): Sender => ({
  fromName: 'Mara at Harbour',
  fromAddress: 'mara@lists.example.test',
  replyTo: '',
  domain: 'lists.example.test',
  keys,
  publicUrl: 'https://kith.example',
  leaveBy: reader => `bounces+leave-${reader.web}@lists.example.test`,
  listId: 'k3-night-jobs.lists.example.test',
  listName: 'Night jobs',
})

const readerNumber = (number: number) => {
  const reference = { subscriber: number, issue: 7 }
  return {
    email: `n${number}@d${number % 20}.example.test`,
    name: 'Ana Ruiz',
    web: newReferenceToken(key, 'web', reference),
    back: newReferenceToken(key, 'return', reference),
  }
}

/** CPU of one mail: in this process, its threads that sign included, and in the sink. */
type Measured = { perSecond: number; cpuMs: number; sinkMs: number; bytes: number }
type Sink = Pick<SmtpSink, 'port' | 'pid'>

async function measure(
  sink: Sink,
  mails: number,
  send: (number: number) => Promise<number>,
  lanes: number,
): Promise<Measured> {
  const cpu = process.cpuUsage()
  const sinkBefore = await cpuSecondsOf(sink.pid)
  const start = performance.now()
  let next = 0
  let bytes = 0
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let number = next++; number < mails; number = next++) {
        const size = await send(number * lanes + lane)
        bytes += size
      }
    }),
  )
  const seconds = (performance.now() - start) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  return {
    perSecond: mails / seconds,
    cpuMs: (user + system) / 1_000 / mails,
    sinkMs: (((await cpuSecondsOf(sink.pid)) - sinkBefore) * 1_000) / mails,
    bytes: bytes / mails,
  }
}

async function own(sink: Sink, mails: number, keys: Sender['keys']): Promise<Measured> {
  const press = pressFor(compiled, senderWith(keys))
  const server = {
    host: '127.0.0.1',
    port: sink.port,
    security: 'plain',
    username: '',
    password: '',
    greeting: 'lists.example.test',
  } as const
  const lines: SmtpConnection[] = []
  for (let n = 0; n < connections; n += 1)
    lines.push(await connectSmtp(server, { reach: { allowsAddress: () => true } }))
  const at = new Date()
  const lanes = connections * 3
  const result = await measure(
    sink,
    mails,
    async number => {
      const reader = readerNumber(number)
      const data = await press.letter(reader, at, `kith.7.${number}@lists.example.test`)
      const reply = await lines[number % connections]?.send({
        from: `bounces+${reader.back}@lists.example.test`,
        to: reader.email,
        data,
        watch: { offering() {}, handed() {} },
      })
      if (reply?.code !== 250) throw new Error(`the sink said ${reply?.code}`)
      return data.length
    },
    lanes,
  )
  for (const line of lines) await line[Symbol.asyncDispose]()
  return result
}

/** The same mails through nodemailer's own pool, as one would write it first. */
async function library(sink: Sink, mails: number, privateKey: string | undefined): Promise<Measured> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: sink.port,
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
    ignoreTLS: true,
    ...(privateKey ? { dkim: { domainName: 'lists.example.test', keySelector: 'kith', privateKey } } : {}),
  })
  const fill = (text: string, web: string) =>
    text.replaceAll(/\ue000([^\ue001]*)\ue001/g, (_, slot: string) =>
      slot.startsWith('name') ? 'Ana' : `https://kith.example/l/${slot.replace(':', '/')}/${web}`,
    )
  const result = await measure(
    sink,
    mails,
    async number => {
      const reader = readerNumber(number)
      const html = fill(compiled.html, reader.web)
      await transport.sendMail({
        from: '"Mara at Harbour" <mara@lists.example.test>',
        to: reader.email,
        subject: 'Three night shifts, Ana',
        html,
        text: fill(compiled.text, reader.web),
        envelope: { from: `bounces+${reader.back}@lists.example.test`, to: reader.email },
        headers: {
          'List-Unsubscribe': `<https://kith.example/l/leave/${reader.web}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      })
      return html.length
    },
    connections * 3,
  )
  transport.close()
  return result
}

type Whole = Measured & { databaseMs: number }

/** An issue through the sender itself: claimed in the database, kept in the journal, signed with both keys, its answers written down. */
async function whole(sink: SmtpSink, mails: number): Promise<Whole> {
  await using server = await startScratchServer()
  await using database = openDatabase({ url: server.url, maxConnections: 4 })
  await migrate(database.pool)
  await migrateTasks(database.pool)
  const { db } = database
  const caller = await createWorkspace(db)
  const { workspace } = caller
  await using desk = await startMailDesk(db, caller, mailSettings(sink.port, { connections }))
  const issue = await desk.addIssue(await desk.addList(mails), { subject, body: text })
  const folder = await folderOf(server.adminUrl)
  const deps = {
    ...desk.deps,
    publicUrl: 'https://kith.example',
    ...key,
    reach: { allowsAddress: () => true },
    outgoing: desk.outgoing,
    touches: {
      events: createEvents(),
      suppressionKey: new Uint8Array(32),
      readText: { introduces: () => false, asksAboutWork: () => false, declines: () => false, optsOut: () => false },
    },
  }
  const databaseBefore = await serverCpuSeconds(folder)
  const found = await measure(
    sink,
    1,
    async () => {
      await sendIssue(deps, { workspace, issue }, new AbortController().signal)
      return 0
    },
    1,
  )
  const databaseMs = ((await serverCpuSeconds(folder)) - databaseBefore) * 1_000
  const { sent } = await inWorkspace(db, workspace, tx => readFigures(tx, workspace, issue))
  if (sent !== mails) throw new Error(`${sent} of ${mails} were sent`)
  return {
    perSecond: found.perSecond * mails,
    cpuMs: found.cpuMs / mails,
    sinkMs: found.sinkMs / mails,
    bytes: 0,
    databaseMs: databaseMs / mails,
  }
}

async function folderOf(adminUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const { rows } = await admin.query<{ data_directory: string }>('show data_directory')
  await admin.end()
  return dirname(rows[0]?.data_directory ?? '')
}

async function prepare(): Promise<{ seconds: number; growthMb: number; databaseMb: number }> {
  await using server = await startScratchServer()
  await using database = openDatabase({ url: server.url, maxConnections: 1 })
  await migrate(database.pool)
  const { db } = database
  const { workspace, user } = await createWorkspace(db)
  const [list, issue] = [newId<'List'>(), newId<'Issue'>()]
  await acrossWorkspaces(db, async tx => {
    await sql`insert into lists (workspace_id, list_id, slug, name, lang, wording_version, owner_id, created_at)
      values (${workspace}, ${list}, 'nights', 'Nights', 'en', 1, ${user}, now())`.execute(tx)
    await sql`insert into list_subscribers (workspace_id, subscriber_id, list_id, email, email_key, domain, contact_hash, name, lang,
        state, source, asked_at, wording_version, confirmed_at, updated_at)
      select ${workspace}, gen_random_uuid(), ${list}, 'n' || n || '@d.example.test', 'n' || n || '@d.example.test', 'd' || n % 20 || '.example.test',
        sha256(('n' || n)::bytea), 'Ana Ruiz', 'en', 'confirmed', 'form', now(), 1, now(), now() from generate_series(1, ${readers}) n`.execute(
      tx,
    )
    await sql`insert into list_issues (workspace_id, issue_id, list_id, subject, state, user_id, created_at, updated_at)
      values (${workspace}, ${issue}, ${list}, 'Nights', 'sending', ${user}, now(), now())`.execute(tx)
  })
  const backend = await backendOf(db)
  const own = process.memoryUsage.rss()
  const theirs = await ownMemoryMb(backend)
  const most = { own, theirs }
  const looks = setInterval(async () => {
    most.own = Math.max(most.own, process.memoryUsage.rss())
    most.theirs = Math.max(most.theirs, await ownMemoryMb(backend))
  }, 100)
  const start = performance.now()
  const rows = await inWorkspace(db, workspace, tx => insertDeliveries(tx, workspace, issue, list, {}))
  const seconds = (performance.now() - start) / 1_000
  clearInterval(looks)
  if (rows !== readers) throw new Error(`${rows} rows instead of ${readers}`)
  return { seconds, growthMb: (most.own - own) / 1_048_576, databaseMb: most.theirs - theirs }
}

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  await using sink = await startSmtpSink({ keep: false })
  const rsa = await newDkimKey('rsa')
  const ed = await newDkimKey('ed25519')
  const keys = [readDkimKey('rsa-sha256', 'kith', rsa.privatePem)]
  const both = [...keys, readDkimKey('ed25519-sha256', 'kith-ed', ed.privatePem)]
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await own(sink, 1_000, [])
  const figures: { name: string; figure: number; unit: string }[] = []
  const add = (what: string, { perSecond, cpuMs, sinkMs }: Measured) =>
    figures.push(
      { name: `${what}`, figure: perSecond, unit: 'mails/s' },
      { name: `${what}, CPU of this process`, figure: cpuMs, unit: 'ms/mail' },
      { name: `${what}, CPU of the sink`, figure: sinkMs, unit: 'ms/mail' },
    )
  const unsigned = await own(sink, counts.unsigned, [])
  add('unsigned', unsigned)
  add('nodemailer, pooled, unsigned', await library(sink, counts.library, undefined))
  add('signed, RSA-2048', await own(sink, counts.signed, keys))
  add('signed, RSA-2048 and Ed25519', await own(sink, counts.signed, both))
  add(
    'nodemailer, pooled, RSA-2048',
    await library(sink, counts.librarySigned, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
  )
  const all = await whole(sink, counts.whole)
  add('the whole sender, signed with both', all)
  figures.push({ name: 'the whole sender, CPU of the database', figure: all.databaseMs, unit: 'ms/mail' })
  figures.push({ name: 'a mail has', figure: unsigned.bytes / 1_024, unit: 'KiB' })
  const prepared = await prepare()
  figures.push(
    { name: `an issue for ${readers} readers prepared`, figure: prepared.seconds, unit: 's' },
    { name: 'memory that took here', figure: prepared.growthMb, unit: 'MiB' },
    { name: 'memory that took in the database', figure: prepared.databaseMb, unit: 'MiB' },
  )
  return figures
}
