import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inboxPage } from '#features/conversations/wire.ts'
import { type ChatEndpoint, startChatEndpoint } from '#tests/servers/openai.ts'
import { launchBrowser } from './browser/browser.ts'
import { type InboxSite, startInbox } from './browser/inbox.ts'
import { until } from './browser/website.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const pictures = new URL('../output/assistant/', import.meta.url)
const stack = new AsyncDisposableStack()
let site: InboxSite
let browser: Browser
let axe: string
let endpoint: ChatEndpoint
let blog: string

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Ana's orchard</title><link>http://ana.example/</link>
<item><title>What the late frost did to our pears</title><link>http://ana.example/frost</link><guid>frost</guid>
<pubDate>${new Date(Date.now() - 5 * 86_400_000).toUTCString()}</pubDate>
<description>At minus four we lit two hundred candles between the rows. The Comice are gone. Ruud ran his sprinklers all night.</description></item>
</channel></rss>`

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  site = stack.use(await startInbox())
  endpoint = stack.use(await startChatEndpoint({ key: 'sk-orchard', model: 'small-1' }))
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  stack.defer(() => new Promise(resolve => server.close(() => resolve())))
  const address = server.address()
  blog = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/feed`
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
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' '))).concat([...document.querySelectorAll('main *')].filter(e => !e.closest('table, .hush') && e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).map(e => 'wider than the page: ' + e.className)))`,
  )
  expect.soft(found, name).toEqual([])
}

test('an admin chooses an endpoint, is told what is wrong with it, and a recruiter gets a marked draft that only they can send', {
  timeout: 180_000,
}, async () => {
  const { stranger } = site.network
  await stranger.say('hello, the hail took half the blossom here')
  await until('her message', async () => {
    const { conversations } = await site.api(inboxPage, 'GET', '/conversations?view=requests')
    return conversations.length === 1
  })
  const [first] = (await site.api(inboxPage, 'GET', '/conversations?view=requests')).conversations
  const path = `/inbox/${first?.id}`
  const { id: person } = await site.api(z.object({ id: z.string() }), 'POST', `/conversations/${first?.id}/person`, {
    name: 'Ana Ruiz',
  })
  const context = await site.signIn(browser)
  const page = await context.newPage()

  // Off: the composer knows nothing of it.
  await page.goto(path)
  await page.getByRole('button', { name: 'More ways to send' }).click()
  await page.getByRole('menuitem', { name: 'Saved reply…' }).waitFor()
  expect(await page.getByRole('menuitem', { name: 'Suggest a draft' }).count()).toBe(0)
  await page.keyboard.press('Escape')

  await page.goto('/settings/assistant')
  await page.getByRole('heading', { name: 'What leaves Kith for a suggestion' }).waitFor()
  await page.getByLabel('Address').fill('http://api.example.org/v1')
  await page.getByLabel('Model').fill('small-1')
  await page.getByLabel('Key', { exact: false }).first().fill('sk-wrong')
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByText('Use an address that begins with https').first().waitFor()
  await judge(page, 'refused')
  await page.getByLabel('Address').fill(endpoint.url)
  await page.getByRole('checkbox', { name: 'Suggest drafts in the composer' }).check()
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByText('A key is kept, sealed.').first().waitFor()
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText('The endpoint refuses the key. Enter another one.').first().waitFor()
  await page.getByLabel('Key', { exact: false }).first().fill('sk-orchard')
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByRole('button', { name: 'Try it', disabled: false }).click()
  await page
    .getByText(/small-1 answered in/)
    .first()
    .waitFor()
  await judge(page, 'set-up')

  // Nothing read: nothing to write from, and nothing is asked.
  const before = endpoint.asked.length
  await page.goto(path)
  const field = page.getByRole('textbox', { name: /^Message to/ })
  const suggest = async (name: string) => {
    await page.getByRole('button', { name: 'More ways to send' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await suggest('Suggest a draft')
  await page.getByText('Read something of theirs first').first().waitFor()
  expect(endpoint.asked.length).toBe(before)

  await site.api(z.looseObject({}), 'POST', `/people/${person}/feeds`, { url: blog })
  const items = z.looseObject({ items: z.array(z.looseObject({ id: z.string() })) })
  const [item] = (await site.api(items, 'GET', `/people/${person}/activity`)).items
  await site.api(z.looseObject({}), 'POST', `/activity/${item?.id}/readings`, { visibleMs: 60_000 })

  const draft = 'Two hundred candles in one night, did any of the Comice make it?'
  endpoint.answer(() => draft)
  await page.reload()
  await field.fill('ask about the candles')
  await suggest('Suggest a draft from this note')
  await page.getByText('A draft by the assistant. Read it and make it yours').first().waitFor()
  expect(await field.inputValue()).toBe(draft)
  await judge(page, 'marked')
  const sent = JSON.stringify(endpoint.asked.at(-1))
  expect(sent).toContain('ask about the candles')
  expect(sent).toContain('two hundred candles')
  for (const kept of ['Ana Ruiz', 'hail took half']) expect(sent).not.toContain(kept)
  expect(endpoint.misshapen).toEqual([])

  // It stays marked over a reload, and the note comes back while it is known.
  await page.getByRole('button', { name: 'Put my note back' }).click()
  expect(await field.inputValue()).toBe('ask about the candles')
  await suggest('Suggest a draft from this note')
  await page.getByText('A draft by the assistant.').first().waitFor()
  await page.reload()
  await page.getByText('A draft by the assistant.').first().waitFor()
  await field.fill(`I’m Mara, I recruit for orchards. ${draft}`)
  await page.getByText('Begun by the assistant, changed by you.').first().waitFor()
  expect(await page.getByRole('log').getByText('Two hundred candles').count()).toBe(0)
  await page.getByRole('button', { name: /^Send/ }).first().click()
  await stranger.waitToHear(`I’m Mara, I recruit for orchards. ${draft}`)
  await page.getByText('Begun by the assistant').waitFor({ state: 'detached' })

  // The rules judge it as they judge what is typed.
  endpoint.answer(() => 'We are hiring two pickers, would you like to join us?')
  await suggest('Suggest a draft')
  await page.getByText('A draft by the assistant.').first().waitFor()
  await page
    .getByRole('status')
    .getByText(/job|work/i)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Discard it' }).click()
  expect(await field.inputValue()).toBe('')

  const phone = await site.signIn(browser, { width: 390, dark: true, locale: 'de-DE' })
  const small = await phone.newPage()
  await small.goto('/settings/assistant')
  await small.getByRole('heading', { name: 'Endpunkt' }).waitFor()
  await judge(small, 'settings-phone')
  await small.goto(path)
  endpoint.answer(() => 'Zweihundert Kerzen in einer Nacht, haben die Comice es geschafft?')
  await small.getByRole('button', { name: 'Anders senden' }).click()
  await small.getByRole('menuitem', { name: 'Entwurf vorschlagen' }).click()
  await small.getByText('Ein Entwurf des Assistenten.').first().waitFor()
  await judge(small, 'marked-phone')

  await site.addBen()
  const bens = await (await site.signIn(browser, { ben: true })).newPage()
  await bens.goto('/settings/assistant')
  await bens.getByText('An admin sets up the assistant.').first().waitFor()
  expect(await bens.getByRole('button', { name: /^Save/ }).count()).toBe(0)
})
