import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageList } from '#features/campaigns/wire.ts'
import { launchBrowser } from './browser/browser.ts'
import { anything, startWebsite, until, type Website } from './browser/website.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let site: Website
let browser: Browser
let axe: string

beforeAll(async () => {
  site = await startWebsite()
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

/** Findings of axe and whatever is wider than the page. */
async function findings(page: Page): Promise<string[]> {
  await page.waitForTimeout(500)
  await page.evaluate(axe)
  const results: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.failureSummary || ''))).concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the page'] : []))`,
  )
  return Array.isArray(results) ? results.map(String) : ['axe gave no answer']
}

const only = async () => (await site.api(pageList, 'GET', '/pages')).pages[0]
const shown = (path: string) => fetch(`${site.url}${path}`)

test('a recruiter makes a page, sees it as it grows, publishes it, and takes each step back', {
  timeout: 120_000,
}, async () => {
  const { pages: before } = await site.api(pageList, 'GET', '/pages')
  for (const { id } of before) await site.api(anything, 'DELETE', `/pages/${id}`)
  const context = await site.signIn(browser, { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => {
    if (/Content Security Policy|Refused to/i.test(message.text())) faults.push(message.text())
  })
  await page.goto('/pages')
  await page.getByText('No pages yet.').first().waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByLabel('Name of a new page').press('Enter')
  await page.getByText('Give the page a name first.').first().waitFor()
  await page.getByLabel('Name of a new page').fill('Night shifts in Bergen')
  await page.getByLabel('Name of a new page').press('Enter')
  await page.getByRole('heading', { name: 'Night shifts in Bergen', level: 1 }).waitFor()

  const preview = page.frameLocator('iframe')
  await preview.getByRole('heading', { name: 'Ask about the work' }).waitFor()
  await page.getByLabel('Heading', { exact: true }).fill('Nights by the harbour')
  await page.getByLabel('Never asked').fill('Your pay today\n\nA photo\n')
  await preview.getByRole('heading', { name: 'Nights by the harbour' }).waitFor()
  await preview.getByText('A photo').first().waitFor()
  expect((await only())?.content.never).toEqual(['Your pay today', 'A photo'])
  expect(await findings(page)).toEqual([])

  await page.getByLabel('Greeting').fill('')
  await page.getByText("This can't be empty.").waitFor()
  expect(await page.getByRole('button', { name: 'Publish' }).getAttribute('aria-disabled')).toBe('true')
  await page.getByLabel('Greeting').fill('Hello, what would you like to know?')
  await page.getByRole('textbox', { name: 'Address' }).fill('Bergen Nights!')
  await page.getByText('Use small letters').first().waitFor()
  await page.getByRole('textbox', { name: 'Address' }).blur()
  await until('the address', async () => (await only())?.slug === 'bergen-nights')

  expect((await shown('/p/bergen-nights')).status).toBe(404)
  await page.keyboard.press('.')
  const sheet = page.getByRole('dialog', { name: 'Publish' })
  await sheet.getByText(`${site.url}/p/bergen-nights`).first().waitFor()
  expect(await findings(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Publish' }).click()
  await until('the page', async () => (await shown('/p/bergen-nights')).status === 200)
  await page.getByRole('button', { name: /^Undo/ }).last().waitFor()
  // Its keys are its own as long as it stands.
  await sheet.waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await until('it withdrawn', async () => (await shown('/p/bergen-nights')).status === 404)
  await page.getByRole('button', { name: 'Withdraw' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await sheet.getByRole('button', { name: 'Publish', exact: true }).click()
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Withdraw' }).waitFor()
  expect((await shown('/p/bergen-nights')).status).toBe(200)

  await page.getByLabel('Lead').fill('Words that nobody sees yet')
  await page.getByText('Published, with changes not yet out').first().waitFor()
  expect(await (await shown('/p/bergen-nights')).text()).not.toContain('nobody sees yet')
  await page.reload()
  expect(await page.getByLabel('Lead').inputValue()).toBe('Words that nobody sees yet')

  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('No pages yet.').first().waitFor()
  await page.keyboard.press('z')
  await page.getByRole('link', { name: 'Night shifts in Bergen' }).waitFor()
  expect((await shown('/p/bergen-nights')).status).toBe(200)
  expect(faults).toEqual([])
  await context.close()
})

test('words typed while the server is away are kept, and saved when it is back', { timeout: 60_000 }, async () => {
  const context = await site.signIn(browser)
  const page = await context.newPage()
  await page.goto(`/pages/${(await only())?.id}`)
  await page.getByLabel('Heading', { exact: true }).waitFor()
  await page.route('**/api/v1/pages/*', route => route.abort())
  await page.getByLabel('Heading', { exact: true }).fill('Typed in a tunnel')
  await page.getByText('Saved here, not on the server yet.').first().waitFor()
  await page.unroute('**/api/v1/pages/*')
  await page.getByRole('button', { name: 'Save again' }).click()
  await until('the words', async () => (await only())?.content.heading === 'Typed in a tunnel')
  await context.close()
})

test('sites that may show the chat are listed, and a slip is named', async () => {
  const context = await site.signIn(browser)
  const page = await context.newPage()
  await page.goto('/pages')
  await page.getByLabel('Sites that may show it').fill('jobs.example.org\nnonsense')
  await page.getByRole('button', { name: 'Save sites' }).click()
  await page.getByText('“nonsense”').first().waitFor()
  await page.getByLabel('Sites that may show it').fill('jobs.example.org')
  await page.getByRole('button', { name: 'Save sites' }).click()
  await until(
    'the origin in full',
    async () => (await page.getByLabel('Sites that may show it').inputValue()) === 'https://jobs.example.org',
  )
  await context.close()
})

for (const [width, colorScheme] of [
  [390, 'dark'],
  [1024, 'light'],
] as const)
  test(`list and editor fit ${width} px, ${colorScheme}`, async () => {
    const context = await site.signIn(browser, { viewport: { width, height: 800 }, colorScheme })
    const page = await context.newPage()
    await page.goto('/pages')
    await page.getByRole('link', { name: 'Night shifts in Bergen' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.goto(`/pages/${(await only())?.id}`)
    await page.getByLabel('Heading', { exact: true }).waitFor()
    expect(await findings(page)).toEqual([])
    await context.close()
  })
