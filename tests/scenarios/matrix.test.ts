import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { ask, type MatrixNetwork, startMatrixNetwork } from '../servers/matrix.ts'
import { startSignedIn } from './browser/signed-in.ts'

const stack = new AsyncDisposableStack()
let page: Page
let network: MatrixNetwork

beforeAll(async () => {
  network = stack.use(await startMatrixNetwork())
  ;({ page } = stack.use(await startSignedIn()))
}, 180_000)

afterAll(() => stack.disposeAsync())

const me = '@recruiter:kith.test'

test('Matrix in the browser: the form connects, a request is accepted and answered, and the answer arrives', async () => {
  const { home, stranger } = network
  await page.goto('/settings/connections')
  await page.getByRole('button', { name: 'Add a connection' }).click()
  await page.getByRole('button', { name: /^Matrix/ }).click()
  await page.getByLabel('Matrix address').fill(me)
  await page.getByLabel(/^Password/).fill('wrong')
  await page.getByText('More settings').click()
  await page.getByLabel(/^Server/).fill(home.url)
  await page.getByLabel('Allow a connection without encryption').check()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByText('The address or the password is wrong.', { exact: false }).waitFor()
  await page.getByLabel(/^Password/).fill('correct horse battery')
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByText(`Signed in as ${me}`, { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Connected, caught up').first().waitFor()
  await stranger.say('Hi, are you the one who asked about grafting?')
  await page.goto('/inbox')
  await page.getByRole('button', { name: /Requests\s*1/ }).click()
  await page.getByRole('row').filter({ hasText: 'stranger' }).click()
  await page
    .getByRole('log')
    .getByText('Hi, are you the one who asked about grafting?', { exact: true })
    .first()
    .waitFor()
  await page.getByLabel('Name').fill('Ana Ruiz')
  await page.getByRole('button', { name: 'Keep as new person' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ana Ruiz' }).waitFor()
  const words = 'Yes, I am Mara, a recruiter for garden people. Your notes on grafting helped me.'
  await page.getByRole('textbox', { name: /^Message to/ }).fill(words)
  await page.keyboard.press('Enter')
  await stranger.waitToHear(words)
  expect(stranger.heard(words)).toBe(1)
  await stranger.confirmRead(words)
  await page.getByRole('log').getByText('read', { exact: false }).first().waitFor()
})

test('a conversation that becomes encrypted says so and closes the composer', async () => {
  const { home, stranger } = network
  const token = stranger.client.getAccessToken() ?? ''
  const room = encodeURIComponent(await stranger.room())
  const put = (path: string, body: object) =>
    ask(home.url, 'PUT', `/_matrix/client/v3/rooms/${room}/${path}`, { token, body })
  await put('state/m.room.encryption', { algorithm: 'm.megolm.v1.aes-sha2' })
  await put(`send/m.room.encrypted/${newId()}`, { algorithm: 'm.megolm.v1.aes-sha2', ciphertext: 'AwgAEnAC' })
  await page.getByRole('log').getByText('Kith can’t read it', { exact: false }).waitFor()
  await page.reload()
  await page.getByText('Nothing can be written here from Kith.', { exact: false }).waitFor()
  await page.getByText('never sends plain text into it', { exact: false }).waitFor()
  expect(await page.getByRole('textbox', { name: /^Message to/ }).count()).toBe(0)
})
