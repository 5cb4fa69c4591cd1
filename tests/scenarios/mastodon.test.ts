import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FediverseNetwork, startContractNetwork } from '../servers/fediverse.ts'
import type { MastodonApi } from '../servers/mastodon-api.ts'
import { startSignedIn } from './browser/signed-in.ts'

const stack = new AsyncDisposableStack()
let page: Page
let network: FediverseNetwork<MastodonApi>

beforeAll(async () => {
  network = stack.use(await startContractNetwork())
  ;({ page } = stack.use(await startSignedIn()))
}, 180_000)

afterAll(() => stack.disposeAsync())

test('Mastodon in the browser: the form connects, a mention with a warning opens on demand, the answer is public', async () => {
  const { server = '', token = '' } = network.account.values
  await page.goto('/settings/connections')
  await page.getByRole('button', { name: 'Add a connection' }).click()
  await page.getByRole('button', { name: /^Mastodon/ }).click()
  await page.getByLabel('Server', { exact: true }).fill(server)
  await page.getByLabel('Access token', { exact: true }).fill(token)
  await page.getByText('More settings').click()
  await page.getByLabel('Allow a connection without encryption').check()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page
    .getByText(/^Logged in as @recruiter/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Connected, caught up').first().waitFor()
  const asked = await network.them.post('@recruiter do you know gardeners?', {
    visibility: 'public',
    spoiler_text: 'looking for people',
  })
  await page.goto('/inbox')
  await page.getByRole('button', { name: /Requests\s*1/ }).click()
  await page.getByRole('row').filter({ hasText: 'stranger' }).click()
  const words = page.getByRole('log').getByText('do you know gardeners?', { exact: true })
  await page.getByRole('log').getByText('looking for people', { exact: true }).first().waitFor()
  expect(await words.isVisible()).toBe(false)
  await page.getByRole('log').getByText('looking for people', { exact: true }).click()
  await words.waitFor()
  await page.getByText('Everybody can read this: a public answer to').first().waitFor()
  await page.getByRole('textbox', { name: /^Message to/ }).fill('A few, what do they grow?')
  await page.keyboard.press('Enter')
  await network.stranger.waitToHear('A few, what do they grow?')
  const heard = (await network.them.notices()).find(each => each.status?.content.includes('A few'))?.status
  expect(heard).toMatchObject({ visibility: 'public', in_reply_to_id: asked.id, spoiler_text: 'looking for people' })
})
