import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inboxPage } from '#features/conversations/wire.ts'
import { launchBrowser } from './browser/browser.ts'
import { type InboxSite, startInbox } from './browser/inbox.ts'
import { until } from './browser/website.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const pictures = new URL('../output/coach/', import.meta.url)
const made = z.object({ id: z.string() })
const stack = new AsyncDisposableStack()
let site: InboxSite
let browser: Browser
let axe: string

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  site = stack.use(await startInbox())
  browser = await launchBrowser()
  stack.defer(() => browser.close())
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await site.connect()
}, 180_000)
afterAll(() => stack.disposeAsync())

async function judge(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: new URL(`${name}.png`, pictures).pathname })
  await page.evaluate(axe)
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' '))))`,
  )
  expect.soft(found, name).toEqual([])
}

test('lingo is explained where she wrote it, and two thoughts go as two messages, in order', {
  timeout: 120_000,
}, async () => {
  const { stranger } = site.network
  await stranger.say('is the MUC about frost still open? no OMEMO there')
  await until('her message', async () => {
    const { conversations } = await site.api(inboxPage, 'GET', '/conversations?view=requests')
    return conversations.length === 1
  })
  const [first] = (await site.api(inboxPage, 'GET', '/conversations?view=requests')).conversations
  await site.api(made, 'POST', `/conversations/${first?.id}/person`, { name: 'Ana Ruiz' })
  const context = await site.signIn(browser)
  const page = await context.newPage()
  await page.goto(`/inbox/${first?.id}`)

  const muc = page.getByRole('log').getByRole('button', { name: 'MUC', exact: true })
  await muc.focus()
  await page.getByRole('tooltip').getByText('a room with several people').first().waitFor()
  await judge(page, 'lingo')
  await page.keyboard.press('Escape')
  await page.getByRole('tooltip').waitFor({ state: 'detached' })
  await muc.hover()
  await page.getByRole('tooltip').waitFor()

  const one = 'Yes, it is open. I’m Mara, I recruit gardeners for the harbour park.'
  const two = 'By the way, the seed swap moved to Saturday. Do you still bring tomatoes?'
  const field = page.getByRole('textbox', { name: /^Message to/ })
  await field.fill(`${one} ${two}`)
  const hints = page.getByRole('list', { name: 'Hints' })
  await hints.getByText('2 thoughts in one message.').first().waitFor()
  expect(await hints.getByRole('listitem').count()).toBeLessThanOrEqual(2)
  await judge(page, 'hints')
  await hints.getByRole('button', { name: 'Split into 2 messages' }).click()
  await stranger.waitToHear(one)
  await stranger.waitToHear(two)
  const own = page.getByRole('log').locator('.c-message-own')
  await expect.poll(() => own.count()).toBe(2)
  expect(await own.nth(0).innerText()).toContain(one)
  expect(await own.nth(1).innerText()).toContain(two)
  expect(await own.getByRole('button', { name: 'OMEMO' }).count()).toBe(0)

  await field.fill(`${one} ${two}`)
  await hints.getByText('2 thoughts in one message.').first().waitFor()
  // The draft is judged meanwhile: only this answer says that it was kept.
  const kept = page.waitForResponse(response => response.url().includes('/hints/') && response.ok())
  await hints
    .getByRole('listitem')
    .filter({ hasText: '2 thoughts in one message.' })
    .getByRole('button', { name: 'Not on this tool' })
    .click()
  await kept
  await hints.getByText('2 thoughts in one message.').waitFor({ state: 'detached' })
  await page.reload()
  await field.fill(`${one} ${two} `)
  await page.waitForLoadState('networkidle')
  expect(await hints.getByText('2 thoughts in one message.').count()).toBe(0)
  await page.goto('/playbooks/xmpp')
  await page.getByText('One thought per message').first().waitFor()
  await page.getByRole('button', { name: 'Show again' }).click()
  await page.getByText('One thought per message').waitFor({ state: 'detached' })
  await context.close()
})
