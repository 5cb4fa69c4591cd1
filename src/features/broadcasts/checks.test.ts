import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '#storage/database.ts'
import { mailSettings, startMailDesk } from '#tests/servers/list-mail.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { startZone, type Zone } from '#tests/servers/zone.ts'
import { checkMail, wantedRecords } from './actions/checks.ts'
import { dnsOver } from './dns.ts'
import { findMailSettings, type MailSettings } from './store/settings.ts'

const stack = new AsyncDisposableStack()
let zone: Zone
let settings: MailSettings

beforeAll(async () => {
  zone = stack.use(
    await startZone({
      'mail.lists.example.test': [{ type: 'A', address: '203.0.113.4' }],
      '4.113.0.203.in-addr.arpa': [{ type: 'PTR', name: 'mail.lists.example.test' }],
    }),
  )
  const database = stack.use(await startTestDatabase())
  const caller = await createWorkspace(database.db)
  const given = mailSettings(587, { host: 'mail.lists.example.test', security: 'starttls' })
  stack.use(await startMailDesk(database.db, caller, given))
  const saved = await inWorkspace(database.db, caller.workspace, tx => findMailSettings(tx, caller.workspace))
  if (!saved) throw new Error('no settings')
  settings = saved
})
afterAll(() => stack.disposeAsync())

const figures = { sent: 1_000, bounced: 2, complaints: 0 }
const states = async () =>
  Object.fromEntries((await checkMail(dnsOver([zone.server]), settings, figures)).map(({ id, state }) => [id, state]))

test('what is missing in DNS is named with the record to set; once it is set as told, every check is content', async () => {
  expect(await states()).toMatchObject({
    'dkim-rsa': 'fail',
    'dkim-ed25519': 'warn',
    spf: 'fail',
    dmarc: 'fail',
    'return-mx': 'fail',
    ptr: 'ok',
    tls: 'ok',
    bounces: 'ok',
  })
  for (const { name, type, value } of wantedRecords(settings)) {
    const all = zone.records.get(name) ?? []
    const [priority = '10', host = ''] = value.split(' ')
    if (type === 'MX')
      all.push({ type, priority: Number(priority), host: host.replace(/\.$/, '') || 'mail.lists.example.test' })
    else if (type === 'TXT') all.push({ type, text: value })
    zone.records.set(name, all)
  }
  const after = await states()
  expect(Object.entries(after).filter(([, state]) => state !== 'ok')).toEqual([])
  // The RSA key is longer than one string of a TXT record.
  expect(wantedRecords(settings).some(({ value }) => value.length > 255)).toBe(true)
})

test('another key than ours, a policy that says nothing and an address without its name are told apart', async () => {
  const [rsa] = wantedRecords(settings)
  zone.records.set(rsa?.name ?? '', [{ type: 'TXT', text: 'v=DKIM1; k=rsa; p=MIIBIjANBgkq' }])
  zone.records.set('_dmarc.lists.example.test', [{ type: 'TXT', text: 'v=DMARC1; rua=mailto:a@example.test' }])
  zone.records.set('4.113.0.203.in-addr.arpa', [{ type: 'PTR', name: 'host4.provider.example' }])
  expect(await states()).toMatchObject({ 'dkim-rsa': 'fail', 'dkim-ed25519': 'ok', dmarc: 'fail', ptr: 'warn' })
})
