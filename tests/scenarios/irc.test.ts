import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startNgircd } from '../servers/irc.ts'
import { ircStranger } from '../servers/irc-stranger.ts'
import { startSignedIn } from './browser/signed-in.ts'

const stack = new AsyncDisposableStack()
let page: Page
let port = 0

beforeAll(async () => {
  const server = stack.use(await startNgircd())
  port = server.port
  ;({ page } = stack.use(await startSignedIn()))
}, 180_000)

afterAll(() => stack.disposeAsync())

test('IRC in the browser: the form connects, a stranger’s query is answered, a channel is a room', async () => {
  await using ana = ircStranger({ port, nick: 'ana', friend: 'mara' })
  await ana.connect()
  await ana.join('#gardens')
  await page.goto('/settings/connections')
  await page.getByRole('button', { name: 'Add a connection' }).click()
  await page.getByRole('button', { name: /^IRC/ }).click()
  await page.getByRole('button', { name: 'Libera.Chat' }).click()
  expect(await page.getByLabel('Server', { exact: true }).inputValue()).toBe('irc.libera.chat')
  await page.getByLabel('Server', { exact: true }).fill('127.0.0.1')
  await page.getByLabel('Nick', { exact: true }).fill('mara')
  await page.getByLabel('Channels').fill('#gardens')
  await page.getByText('More settings').click()
  await page.getByLabel('Port').fill(String(port))
  await page.getByLabel('Allow a connection without encryption').check()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByText('Connected to PlainNet as mara').first().waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Connected, caught up').first().waitFor()
  await ana.say('Hi, are you the one who asked about grafting?')
  await page.goto('/inbox')
  await page.getByRole('button', { name: /Requests\s*1/ }).click()
  await page.getByRole('row').filter({ hasText: 'ana' }).click()
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
  await ana.waitToHear(words)
  await page.getByRole('log').getByText('sent', { exact: false }).first().waitFor()
  ana.sayIn('#gardens', 'Frost tonight, cover your beds.')
  await page.goto('/inbox')
  await page.getByRole('row').filter({ hasText: '#gardens' }).click()
  await page.getByRole('log').getByText('Frost tonight, cover your beds.', { exact: true }).first().waitFor()
  await page.getByRole('textbox', { name: /^Message to/ }).fill('Thanks, mine are covered.')
  await page.keyboard.press('Enter')
  await ana.waitToHear('Thanks, mine are covered.')
})
