import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWhatsAppConnector } from '#connectors/whatsapp/index.ts'
import { newId } from '#kernel/ids.ts'
import { createHttpClient } from '#platform/http.ts'
import { startWhatsApp } from '../servers/whatsapp.ts'
import { startSignedIn } from './browser/signed-in.ts'

const stack = new AsyncDisposableStack()
let page: Page
let network: Awaited<ReturnType<typeof startWhatsApp>>

beforeAll(async () => {
  const http = stack.use(createHttpClient({ allowAddress: address => address === '127.0.0.1' }))
  network = stack.use(await startWhatsApp(createWhatsAppConnector({ http })))
  network.templates = [
    {
      id: '1',
      name: 'after_our_talk',
      language: 'en',
      status: 'APPROVED',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'Hi {{1}}, this is {{2}}, a recruiter for garden people. We spoke about your orchard. How did your trees come through the frost?',
        },
      ],
    },
    {
      id: '2',
      name: 'reminder',
      language: 'en',
      status: 'APPROVED',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Hi {{1}}, see you tomorrow at the garden show.' }],
    },
  ]
  ;({ page } = stack.use(await startSignedIn()))
}, 240_000)

afterAll(() => stack.disposeAsync())

/** What Meta brings to the connection's own address, signed as it signs. */
async function bring(url: string, text: string, at: Date): Promise<void> {
  const { phoneNumberId, businessAccountId } = network.account.values
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: 'Ana Ruiz' }, wa_id: '16505551234' }],
    messages: [
      {
        from: '16505551234',
        id: `wamid.${newId()}`,
        timestamp: String(Math.floor(at.getTime() / 1_000)),
        type: 'text',
        text: { body: text },
      },
    ],
  }
  const { headers, body } = network.signed(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: businessAccountId, changes: [{ field: 'messages', value }] }],
    }),
  )
  const answer = await fetch(url, { method: 'POST', headers, body: Buffer.from(body) })
  expect(answer.status).toBe(200)
}

test('WhatsApp in the browser: a closed window says since when, an approved text is filled and sent, and their answer opens the field', async () => {
  await page.goto('/settings/connections')
  const added = await page.request.post('/api/v1/connections', {
    data: { tool: 'whatsapp', label: 'Our number', values: network.account.values },
    headers: { origin: new URL(page.url()).origin },
  })
  expect(added.status()).toBe(200)
  await page.getByText('Connected, caught up').first().waitFor()
  const listed = await page.request.get('/api/v1/connections')
  const { connections }: { connections: { tool: string; webhook: { url: string } | null }[] } = await listed.json()
  const hook = connections.find(each => each.tool === 'whatsapp')?.webhook?.url ?? ''
  await bring(hook, 'Hello Mara, we met at the fruit fair.', new Date(Date.now() - 26 * 3_600_000))
  await page.goto('/inbox')
  await page.getByRole('button', { name: /Requests\s*1/ }).click({ timeout: 30_000 })
  await page.getByRole('row').filter({ hasText: 'Ana Ruiz' }).click()
  await page.getByRole('button', { name: 'Keep as new person' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ana Ruiz' }).waitFor()

  await page.getByText('WhatsApp takes free text for 24 hours after their last message.').first().waitFor()
  expect(await page.getByRole('textbox', { name: /^Message to/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Choose a template' }).click()
  await page.getByRole('combobox').fill('talk')
  await page.getByRole('option', { name: /after our talk/ }).waitFor()
  expect(await page.getByRole('option').count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByLabel('Slot 1').fill('Ana')
  expect(await page.getByRole('button', { name: /^Send it/ }).getAttribute('aria-disabled')).toBe('true')
  await page.getByLabel('Slot 2').fill('Mara')
  await page.getByText('Hi Ana, this is Mara, a recruiter for garden people.').first().waitFor()
  await page.getByRole('button', { name: 'Send it', exact: true }).click()
  await page.getByRole('log').getByText('How did your trees come through the frost?').first().waitFor()
  await expect
    .poll(() => network.sent.filter(({ body }) => body.type === 'template').length, { timeout: 30_000 })
    .toBe(1)
  expect(network.sent.at(-1)?.body).toMatchObject({ to: '16505551234', template: { name: 'after_our_talk' } })

  await bring(hook, 'They came through well!', new Date())
  await page.getByRole('textbox', { name: /^Message to/ }).waitFor({ timeout: 30_000 })
  await page.getByText('WhatsApp takes free text until').first().waitFor()
}, 180_000)
