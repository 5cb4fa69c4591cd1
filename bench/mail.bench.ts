import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { pressFor, type Sender } from '#features/broadcasts/render/letter.ts'
import { compileIssue } from '#features/broadcasts/render/mail-html.ts'
import { insertDeliveries } from '#features/broadcasts/store/deliveries.ts'
import { newReferenceToken } from '#features/broadcasts/tokens.ts'
import { newId } from '#kernel/ids.ts'
import { newDkimKey, readDkimKey } from '#platform/mail/dkim.ts'
import { connectSmtp, type SmtpConnection } from '#platform/mail/smtp.ts'
import { acrossWorkspaces, inWorkspace, openDatabase } from '#storage/database.ts'
import { migrate } from '#storage/migrate.ts'
import { startScratchServer } from '#tests/servers/postgres.ts'
import { startSmtpSink } from '#tests/servers/smtp-sink.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'

export const name = 'mail'

/** `npm run bench mail [readers of the issue that is prepared]`. */
const readers = Number(process.argv[3] ?? 1_000_000)
const counts = { unsigned: 12_000, signed: 4_000, library: 2_000, librarySigned: 600 }
const connections = 8
const key = { listKey: new Uint8Array(32) }

const paragraph =
  'Three crews look for somebody who likes the quiet of the night: cranes, straddle carriers and the gate. Shifts are told four weeks ahead, and nobody works more than four nights in a row. '
const compiled = compileIssue({
  lang: 'en',
  list: 'Night jobs',
  subject: 'Three night shifts, {{name}}',
  preheader: 'What is open',
  body: `Hello {{name}},\n\n${`${paragraph}\n\n`.repeat(9)}**[Look](https://jobs.example.test/nights)**\n\n[Ask us](https://jobs.example.test/ask)`,
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

type Measured = { perSecond: number; cpuMs: number; bytes: number }

async function measure(mails: number, send: (number: number) => Promise<number>, lanes: number): Promise<Measured> {
  const cpu = process.cpuUsage()
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
  return { perSecond: mails / seconds, cpuMs: (user + system) / 1_000 / mails, bytes: bytes / mails }
}

async function own(port: number, mails: number, keys: Sender['keys']): Promise<Measured> {
  const press = pressFor(compiled, senderWith(keys))
  const server = {
    host: '127.0.0.1',
    port,
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
async function library(port: number, mails: number, privateKey: string | undefined): Promise<Measured> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
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

async function prepare(): Promise<{ seconds: number; growthMb: number }> {
  await using server = await startScratchServer()
  await using database = openDatabase({ url: server.url, maxConnections: 2 })
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
  const before = process.memoryUsage().rss
  const start = performance.now()
  const rows = await inWorkspace(db, workspace, tx => insertDeliveries(tx, workspace, issue, list, {}))
  const seconds = (performance.now() - start) / 1_000
  if (rows !== readers) throw new Error(`${rows} rows instead of ${readers}`)
  return { seconds, growthMb: Math.max(0, process.memoryUsage().rss - before) / 1_048_576 }
}

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  await using sink = await startSmtpSink({ keep: false })
  const rsa = await newDkimKey('rsa')
  const ed = await newDkimKey('ed25519')
  const keys = [readDkimKey('rsa-sha256', 'kith', rsa.privatePem)]
  const both = [...keys, readDkimKey('ed25519-sha256', 'kith-ed', ed.privatePem)]
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await own(sink.port, 1_000, [])
  const figures: { name: string; figure: number; unit: string }[] = []
  const add = (what: string, { perSecond, cpuMs }: Measured) =>
    figures.push(
      { name: `${what}`, figure: perSecond, unit: 'mails/s' },
      { name: `${what}, CPU of this process`, figure: cpuMs, unit: 'ms/mail' },
    )
  const unsigned = await own(sink.port, counts.unsigned, [])
  add('unsigned', unsigned)
  add('nodemailer, pooled, unsigned', await library(sink.port, counts.library, undefined))
  add('signed, RSA-2048', await own(sink.port, counts.signed, keys))
  add('signed, RSA-2048 and Ed25519', await own(sink.port, counts.signed, both))
  add(
    'nodemailer, pooled, RSA-2048',
    await library(sink.port, counts.librarySigned, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
  )
  figures.push({ name: 'a mail has', figure: unsigned.bytes / 1_024, unit: 'KiB' })
  const prepared = await prepare()
  figures.push(
    { name: `an issue for ${readers} readers prepared`, figure: prepared.seconds, unit: 's' },
    { name: 'memory that took here', figure: prepared.growthMb, unit: 'MiB' },
  )
  return figures
}
