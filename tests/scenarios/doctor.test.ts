import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createWhatsAppConnector } from '#connectors/whatsapp/index.ts'
import { createHttpClient } from '#platform/http.ts'
import { type KithServer, startKith } from '../servers/kith.ts'
import { type Prosody, startProsody } from '../servers/prosody.ts'
import { startWhatsApp } from '../servers/whatsapp.ts'

const stack = new AsyncDisposableStack()
let kith: KithServer
let prosody: Prosody
let whatsapp: Awaited<ReturnType<typeof startWhatsApp>>

const added = z.object({ id: z.string() })
const report = z.object({
  ok: z.boolean(),
  findings: z.array(z.object({ check: z.string(), state: z.enum(['ok', 'warn', 'fail']), text: z.string() })),
})
const connect = (tool: string, label: string, values: Readonly<Record<string, string>>) =>
  kith.api.call('POST', '/api/v1/connections', added, { tool, label, values })
const xmpp = (password: string) => ({
  jid: 'mara@localhost',
  password,
  server: '127.0.0.1',
  port: String(prosody.port),
  allowPlain: 'on',
})

beforeAll(async () => {
  prosody = stack.use(await startProsody({ users: { mara: 'right' } }))
  const http = stack.use(createHttpClient({ allowAddress: address => address === '127.0.0.1' }))
  whatsapp = stack.use(await startWhatsApp(createWhatsAppConnector({ http })))
  kith = stack.use(await startKith({ KITH_OUTBOUND_ALLOW: '127.0.0.1' }))
}, 180_000)
afterAll(() => stack.disposeAsync())

test('doctor says of each connection what is wrong and what to do, in words and as JSON, and its exit code says whether anything is', async () => {
  const calm = await kith.verdict(['doctor'])
  expect(calm.code).toBe(0)

  await connect('xmpp', 'Fine', xmpp('right'))
  const well = await kith.verdict(['doctor', '--json'])
  const fine = report.parse(JSON.parse(well.out))
  expect(fine.findings.filter(({ state }) => state === 'fail')).toEqual([])
  expect(well.code).toBe(0)
  expect(fine.ok).toBe(true)
  expect(fine.findings).toContainEqual({
    check: 'xmpp “Fine” sign-in',
    state: 'ok',
    text: expect.stringContaining('mara@localhost'),
  })

  await connect('xmpp', 'Wrong', xmpp('wrong'))
  await connect('whatsapp', 'Number', whatsapp.account.values)
  whatsapp.withholdManagement()
  const ill = await kith.verdict(['doctor', '--json'])
  expect(ill.code).toBe(1)
  const found = report.parse(JSON.parse(ill.out))
  expect(found.ok).toBe(false)
  const said = Object.fromEntries(found.findings.map(({ check, state, text }) => [check, `${state}: ${text}`]))
  expect(said['xmpp “Fine” sign-in']).toMatch(/^ok: /)
  expect(said['xmpp “Wrong” sign-in']).toMatch(/^fail: .*password/i)
  expect(said['whatsapp “Number” number']).toBe('ok: Mara recruits (+1 555-078-3881).')
  expect(said['whatsapp “Number” webhook']).toMatch(
    /^fail: .*KITH_PUBLIC_URL.*Set it to the address of your server or tunnel/,
  )
  expect(said['whatsapp “Number” delivery']).toBe(
    'fail: The token lacks a permission. Meta says: Requires whatsapp_business_management permission. Give the system user whatsapp_business_management and enter a new token.',
  )
  expect(said['whatsapp “Number” templates']).toMatch(/^fail: .*Make one in the WhatsApp Manager/)

  const words = await kith.verdict(['doctor'])
  expect(words.code).toBe(1)
  const lines = words.out.trim().split('\n')
  expect(lines.find(line => line.includes('“Wrong”'))).toMatch(/^FAIL {2}xmpp “Wrong” sign-in .*password/i)
  expect(lines.find(line => line.includes('“Fine”'))).toMatch(/^OK {4}xmpp “Fine” sign-in/)
  expect(words.out + ill.out).not.toContain(String(whatsapp.account.values.accessToken))
}, 180_000)
