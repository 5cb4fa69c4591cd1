import { ImapFlow } from 'imapflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmailNetwork, startEmailNetwork, testConnector, waitUntil } from '#tests/servers/email.ts'
import { mailPassword } from '#tests/servers/mail.ts'
import { plainMail } from '#tests/servers/mail-stranger.ts'
import { type RecordingHost, recordingHost } from '../conformance/recording-host.ts'

const ana = 'ana@elsewhere.test'
let network: EmailNetwork

beforeAll(async () => {
  network = await startEmailNetwork()
}, 40_000)
afterAll(() => network[Symbol.asyncDispose]())

const write = (id: string, from = ana) =>
  network.deliver(
    plainMail({ from, to: network.recruiter, subject: 'Nights', text: id, messageId: `${id}@elsewhere.test` }),
  )

function open(recording: RecordingHost, values: Readonly<Record<string, string>> = {}) {
  const ending = new AbortController()
  const account = { ...network.account, values: { ...network.account.values, ...values } }
  const session = testConnector().open(account, recording.host)
  const before = recording.states.length
  const done = session.run(recording.cursor(), ending.signal)
  return {
    session,
    connected: () =>
      recording.until(
        'connected',
        () => recording.states.slice(before).some(state => state.kind === 'connected'),
        20_000,
      ),
    async [Symbol.asyncDispose]() {
      ending.abort()
      await done
    },
  }
}

/** The recruiter's other mail program. */
async function withOther<T>(act: (client: ImapFlow) => Promise<T>): Promise<T> {
  const auth = { user: network.recruiter, pass: mailPassword }
  const client = new ImapFlow({ host: '127.0.0.1', port: network.server.imapPort, secure: false, auth, logger: false })
  await client.connect()
  try {
    await client.mailboxOpen('INBOX')
    return await act(client)
  } finally {
    await client.logout()
  }
}

const uidsOf = async (client: ImapFlow, id: string) =>
  (await client.search({ header: { 'message-id': `${id}@elsewhere.test` } }, { uid: true })) || []

const readThere = (...ids: readonly string[]) =>
  withOther(async client => {
    for (const id of ids) await client.messageFlagsAdd(await uidsOf(client, id), ['\\Seen'], { uid: true })
  })

const unreadThere = () =>
  withOther(async client => {
    const found = await client.fetchAll('1:*', { flags: true, envelope: true })
    return found.filter(each => !each.flags?.has('\\Seen')).map(each => each.envelope?.messageId?.slice(1, -1))
  })

const seenIn = (recording: RecordingHost) =>
  recording.events.flatMap(event =>
    event.kind === 'seen' ? [event.target.replace(/^mid:|@elsewhere.test$/g, '')] : [],
  )

test('what another mail program reads is told: at once, and after a break also what came and was read meanwhile', async () => {
  const recording = recordingHost()
  await write('first')
  await write('second')
  {
    await using running = open(recording)
    await running.connected()
    await recording.until('both mails', () => recording.messages().length === 2)
    expect(seenIn(recording)).toEqual([])
    await readThere('first')
    await recording.until('the first to be read', () => seenIn(recording).includes('first'))
    expect(seenIn(recording)).toEqual(['first'])
  }
  await write('third')
  await write('fourth')
  await readThere('second', 'third')
  await withOther(async client => client.messageMove(await uidsOf(client, 'second'), 'Archive', { uid: true }))
  await using running = open(recording)
  await running.connected()
  await recording.until('what was read meanwhile', () => seenIn(recording).length === 3)
  expect(seenIn(recording).toSorted()).toEqual(['first', 'second', 'third'])
  expect(recording.messages().map(({ text }) => text)).toEqual(['first', 'second', 'third', 'fourth'])
  // What only went was not read.
  await withOther(async client => client.messageMove(await uidsOf(client, 'fourth'), 'Archive', { uid: true }))
  await write('fifth')
  await recording.until('the fifth mail', () => recording.messages().some(({ text }) => text === 'fifth'))
  expect(seenIn(recording)).not.toContain('fourth')
}, 60_000)

test('what is read in Kith is read there where the mailbox wants it: theirs up to that mail, and nobody else’s', async () => {
  const mariana = 'mariana@elsewhere.test'
  await write('sixth')
  await write('another', `Mariana <${mariana}>`)
  await write('seventh')
  await write('eighth')
  const recording = recordingHost()
  await using running = open(recording, { markSeen: 'true', historyDays: '1' })
  await running.connected()
  await running.session.seen?.({ id: ana, kind: 'direct' }, 'mid:seventh@elsewhere.test')
  await waitUntil(async () => !(await unreadThere()).includes('seventh@elsewhere.test'), 'the mail to be read there')
  expect(await unreadThere()).toEqual(['another@elsewhere.test', 'eighth@elsewhere.test'])
  const unasked = testConnector().open(network.account, recordingHost().host)
  expect(unasked.seen).toBeUndefined()
}, 60_000)
