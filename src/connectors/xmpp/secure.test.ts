import { afterAll, expect, test } from 'vitest'
import { createHttpClient } from '#platform/http.ts'
import { issueCertificate, trust } from '#tests/servers/certificates.ts'
import { startEjabberd } from '#tests/servers/ejabberd.ts'
import { type Srv, startNames } from '#tests/servers/names.ts'
import { freePort, startProsody } from '#tests/servers/prosody.ts'
import { meetOnEjabberd, meetOnProsody } from '#tests/servers/xmpp.ts'
import { open } from '#tests/servers/xmpp-running.ts'
import { createXmppConnector, worldWithin } from './index.ts'
import { inSrvOrder } from './stream/dial.ts'

const pair = issueCertificate('localhost')
const prosody = startProsody({ tls: pair, passwordHash: 'SHA-256' })
afterAll(async () => {
  await (await prosody)[Symbol.asyncDispose]()
})

/** The connector with a name server of ours; `resolveSrv` and nothing else of it differs. */
async function named(records: Readonly<Record<string, readonly Srv[]>>) {
  const names = await startNames(records)
  const connector = createXmppConnector({
    network: { resolveSrv: names.resolveSrv, random: () => 0.5, allowsAddress: () => true },
    http: allowAddress => createHttpClient({ allowAddress }),
  })
  return { ...names, connector }
}

test('a certificate that nobody vouches for is refused, one from a trusted authority encrypts the stream', async () => {
  await using network = await meetOnProsody(await prosody, {})
  const doubtful = open(network.account)
  await doubtful.done
  expect(doubtful.recording.states.at(-1)).toMatchObject({ kind: 'needs-you', code: 'insecure' })
  using _ = trust(pair.authority)
  await using running = open(network.account)
  await running.connected()
  await network.stranger.say('over TLS, by SCRAM-SHA-256')
  await running.recording.until('the message', () => running.recording.texts().includes('over TLS, by SCRAM-SHA-256'))
})

test('a certificate for another name is refused, however good its authority', async () => {
  const other = issueCertificate('elsewhere.example')
  await using server = await startProsody({ tls: other, users: { rae: 'x' } })
  using _ = trust(other.authority)
  const values = { jid: 'rae@localhost', password: 'x', server: server.host, port: String(server.port) }
  const wrong = open({ id: 'x', values })
  await wrong.done
  const state = wrong.recording.states.at(-1)
  expect(state).toMatchObject({ kind: 'needs-you', code: 'insecure' })
  expect(state?.kind === 'needs-you' && state.text).toContain('ERR_TLS_CERT_ALTNAME_INVALID')
})

test('the domain’s records lead to its server: past one that is down, and straight into TLS where it says so', async () => {
  const server = await prosody
  await using network = await meetOnProsody(server, {})
  using _ = trust(pair.authority)
  const { server: _host, port: _port, ...values } = network.account.values
  const down = { name: 'localhost', port: await freePort(), priority: 1, weight: 0 }
  for (const up of [
    { '_xmpps-client._tcp.localhost': [{ name: 'localhost', port: server.tlsPort, priority: 5, weight: 0 }] },
    { '_xmpp-client._tcp.localhost': [down, { name: 'localhost', port: server.port, priority: 9, weight: 1 }] },
  ]) {
    await using names = await named(up)
    await using running = open({ id: `srv-${Object.keys(up)[0]}`, values }, undefined, names.connector)
    await running.connected()
    expect(names.asked.toSorted()).toEqual(['_xmpp-client._tcp.localhost', '_xmpps-client._tcp.localhost'])
  }
})

test('a domain that says it has no XMPP is believed', async () => {
  const none = [{ name: '.', port: 0, priority: 0, weight: 0 }]
  await using names = await named({ '_xmpp-client._tcp.localhost': none, '_xmpps-client._tcp.localhost': none })
  const running = open({ id: 'x', values: { jid: 'rae@localhost', password: 'x' } }, undefined, names.connector)
  await running.done
  expect(running.recording.states.at(-1)).toMatchObject({ kind: 'needs-you', code: 'not-found' })
})

test('servers of one priority share the load by their weights, others wait their turn', () => {
  const records = [
    { id: 'spare', priority: 20, weight: 5 },
    { id: 'small', priority: 10, weight: 1 },
    { id: 'big', priority: 10, weight: 9 },
  ]
  const first = (lot: number) => inSrvOrder(records, () => lot).map(({ id }) => id)
  expect(first(0.05)).toEqual(['small', 'big', 'spare'])
  expect(first(0.5)).toEqual(['big', 'small', 'spare'])
  const drawn = Array.from({ length: 1_000 }, (_, at) => first(at / 1_000)[0])
  expect(drawn.filter(id => id === 'big').length).toBe(900)
})

test('a login is bound to its connection where the server can: Prosody takes no other here', async () => {
  await using server = await startProsody({ tls: pair, passwordHash: 'SHA-256', boundOnly: true, users: { rae: 'x' } })
  using _ = trust(pair.authority)
  const values = { jid: 'rae@localhost', password: 'x', server: server.host, port: String(server.port) }
  await using running = open({ id: 'bound', values })
  await running.connected()
  const wrong = open({ id: 'bound', values: { ...values, password: 'y' } })
  await wrong.done
  expect(wrong.recording.states.at(-1)).toMatchObject({ kind: 'needs-you', code: 'wrong-credentials' })
})

test('ejabberd is spoken to over STARTTLS with TLS 1.3', async () => {
  await using server = await startEjabberd({ tls: pair })
  using _ = trust(pair.authority)
  await using network = await meetOnEjabberd(server, {})
  await using running = open(network.account)
  await running.connected()
  await network.stranger.say('over TLS')
  await running.recording.until('the message', () => running.recording.texts().includes('over TLS'))
})

test('a server in a private network, by address or by name, is not called unless the administrator allows it', async () => {
  const connector = createXmppConnector(worldWithin({ allowsAddress: () => false }))
  for (const server of ['127.0.0.1', 'localhost']) {
    const values = { jid: 'rae@localhost', password: 'x', server, port: String((await prosody).port) }
    const tried = await connector.test?.({ id: 'x', values }, new AbortController().signal)
    expect(tried).toMatchObject({ ok: false, code: 'forbidden', text: expect.stringContaining('KITH_OUTBOUND_ALLOW') })
  }
})
