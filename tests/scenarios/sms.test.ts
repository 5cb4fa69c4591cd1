import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSmsConnector } from '#connectors/sms/index.ts'
import { createHttpClient } from '#platform/http.ts'
import { startTwilio, type TwilioNetwork } from '../servers/twilio.ts'
import { startSignedIn } from './browser/signed-in.ts'

const stack = new AsyncDisposableStack()
let page: Page
let network: TwilioNetwork

beforeAll(async () => {
  const http = stack.use(createHttpClient({}))
  network = stack.use(await startTwilio(createSmsConnector({ http })))
  ;({ page } = stack.use(await startSignedIn()))
}, 180_000)

afterAll(() => stack.disposeAsync())

test('SMS in the browser, without a public address: the form connects, a text is answered, STOP ends it', async () => {
  const { values } = network.account
  await page.goto('/settings/connections')
  await page.getByRole('button', { name: 'Add a connection' }).click()
  await page.getByRole('button', { name: /^SMS/ }).click()
  await page.getByLabel('Account SID', { exact: true }).fill(values.accountSid ?? '')
  await page.getByLabel('Auth token', { exact: true }).fill(values.authToken ?? '')
  await page.getByLabel('Your number', { exact: true }).fill(values.number ?? '')
  await page.getByText('More settings').click()
  await page.getByLabel('Address of the API').fill(values.apiUrl ?? '')
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByText('it fetches new texts every few seconds').first().waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Connected, caught up').first().waitFor()
  await page.getByText('Kith has no public address, so it fetches').first().waitFor()
  await page
    .getByRole('list')
    .getByText(values.number ?? '', { exact: true })
    .waitFor()
  network.say('Hi, is the job in the nursery still open?')
  await page.goto('/inbox')
  await page.getByRole('button', { name: /Requests\s*1/ }).click({ timeout: 30_000 })
  await page.getByRole('row').filter({ hasText: '+4915112345678' }).click()
  await page.getByRole('log').getByText('is the job in the nursery still open?', { exact: false }).waitFor()
  await page.getByLabel('Name').fill('Ana Ruiz')
  await page.getByRole('button', { name: 'Keep as new person' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ana Ruiz' }).waitFor()
  const words = 'Yes, it is. I am Mara, a recruiter for garden people. What do you like to grow?'
  await page.getByRole('textbox', { name: /^Message to/ }).fill(words)
  await page.getByText('1 text, 81 characters left.').first().waitFor()
  await page.keyboard.press('Enter')
  await network.stranger.waitToHear(words)
  network.say('STOP')
  await page.getByText('wants no more messages here').first().waitFor({ timeout: 30_000 })
  await page.getByRole('textbox', { name: /^Message to/ }).fill('One more thing?')
  await page.keyboard.press('Enter')
  await page.getByText('They asked not to be contacted.').first().waitFor()
  expect(network.sent).toHaveLength(1)
}, 120_000)
