import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmailNetwork, startEmailNetwork, testConnector, waitUntil } from '#tests/servers/email.ts'
import { startGmailGate } from '#tests/servers/gmail-gate.ts'
import { plainMail } from '#tests/servers/mail-stranger.ts'
import { type RecordingHost, recordingHost } from '../conformance/recording-host.ts'
import type { Account } from '../contract.ts'

const ana = 'ana@elsewhere.test'
let network: EmailNetwork

beforeAll(async () => {
  network = await startEmailNetwork()
}, 40_000)
afterAll(() => network[Symbol.asyncDispose]())

function open(account: Account, recording: RecordingHost) {
  const ending = new AbortController()
  const session = testConnector().open(account, recording.host)
  const before = recording.states.length
  const done = session.run(recording.cursor(), ending.signal)
  const stop = async () => {
    ending.abort()
    await done
  }
  const connected = () =>
    recording.until('connected', () => recording.states.slice(before).some(state => state.kind === 'connected'))
  return { connected, stop, [Symbol.asyncDispose]: stop }
}

test('at Gmail all mail lies in one folder, and its labels say what is ours, what is a draft and what belongs to which thread', async () => {
  const from = network.recruiter
  const mail = (more: { from: string; subject: string; text: string; messageId?: string }) =>
    network.deliver(plainMail({ to: more.from === from ? ana : from, ...more }))
  await mail({
    from: `Ana Ruiz <${ana}>`,
    subject: 'Nights',
    text: 'Is it only nights?',
    messageId: 'one@elsewhere.test',
  })
  await mail({ from, subject: 'Your talk', text: 'I liked your talk.', messageId: 'two@mail.gmail.test' })
  await mail({ from, subject: 'Half a thought', text: 'Not ready yet' })
  await mail({ from, subject: 'Urgent', text: 'It says that I wrote this' })
  await mail({ from: ana, subject: 'Re: somewhat else', text: 'Thank you!' })
  await using gate = await startGmailGate(network.server.imapPort, {
    1: { labels: ['\\Inbox', 'Nurses'], thread: 11 },
    2: { labels: ['\\Sent', 'Nurses'], thread: 12 },
    3: { labels: ['\\Draft'], thread: 13 },
    4: { labels: ['\\Inbox'], thread: 14 },
    5: { labels: ['\\Inbox'], thread: 12 },
  })
  const recording = recordingHost()
  const account = { ...network.account, values: { ...network.account.values, imapPort: String(gate.port) } }
  await using running = open(account, recording)
  await running.connected()
  expect(recording.messages().map(each => [each.text, each.own])).toEqual([
    ['Is it only nights?', false],
    ['I liked your talk.', true],
    ['Thank you!', false],
  ])
  const [, ours, thanks] = recording.messages()
  expect(ours?.conversation).toMatchObject({ id: ana })
  expect(thanks?.replyTo, 'Gmail’s thread, where the mail itself names none').toBe('mid:two@mail.gmail.test')
  const opened = gate.asked.flatMap(line => / (?:SELECT|EXAMINE) (.*)$/.exec(line)?.[1] ?? [])
  expect(new Set(opened.map(each => each.split('"')[1]))).toEqual(new Set(['[Gmail]/All Mail']))
})

test('where the server counts its changes (CONDSTORE, QRESYNC), what did not change since is not read again', async () => {
  await using gate = await startGmailGate(network.server.imapPort, {})
  const recording = recordingHost()
  const account = { ...network.account, values: { ...network.account.values, imapPort: String(gate.port) } }
  const first = open(account, recording)
  await first.connected()
  await first.stop()
  expect(gate.asked.find(line => / ENABLE /.test(line))).toMatch(/CONDSTORE.*QRESYNC/)
  expect(recording.cursor()).toMatch(/"highestModseq":"\d+"/)
  const until = gate.asked.length
  const second = open(account, recording)
  await second.connected()
  const since = () => gate.asked.slice(until)
  expect(since().filter(line => / (?:SELECT|EXAMINE) /.test(line))).not.toEqual([])
  expect(
    since().filter(line => / (?:FETCH|SEARCH) /.test(line)),
    'nothing is asked for',
  ).toEqual([])
  const heard = recording.messages().length
  await network.deliver(plainMail({ from: ana, to: network.recruiter, subject: 'News', text: 'And now?' }))
  await waitUntil(async () => recording.messages().length > heard, 'the new mail')
  expect(
    recording
      .messages()
      .slice(heard)
      .map(each => each.text),
  ).toEqual(['And now?'])
  await second.stop()
})
