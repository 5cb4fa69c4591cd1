import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, type Website } from './browser/website.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const pictures = new URL('../output/playbooks/', import.meta.url)

let site: Website
let browser: Browser
let axe: string

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  site = await startWebsite()
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

async function judge(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: new URL(`${name}.png`, pictures).pathname, fullPage: false })
  await page.evaluate(axe)
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' '))))`,
  )
  expect.soft(found, name).toEqual([])
  expect.soft(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), name).toBe(true)
}

test('a recruiter finds a word, ticks an item off, and an admin writes over a section, which undo takes back', {
  timeout: 120_000,
}, async () => {
  const context = await site.signIn(browser, { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${site.url}/`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.getByRole('heading', { name: 'Playbooks', level: 1 }).waitFor()
  await page.getByRole('link', { name: /IRC/ }).first().waitFor()
  await judge(page, 'list')
  await page.getByLabel('Find a word').fill('contact list')
  await page.getByText('roster').first().waitFor()
  await judge(page, 'search')
  await page.goto(`${site.url}/playbooks/irc`)
  await page.getByRole('button', { name: 'My checklist 0 of 7' }).waitFor()
  await judge(page, 'book')
  await page.getByLabel('Your nick is registered with NickServ').click()
  await page.getByRole('button', { name: 'My checklist 1 of 7' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'My checklist 1 of 7' }).click()
  await judge(page, 'checklist')

  await page.getByRole('button', { name: 'Change: Norms' }).click()
  await page.getByLabel('Text').fill('Jobs on Fridays only.\nAsk ana first.')
  await judge(page, 'writing')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Ask ana first.').first().waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Don’t ask to ask.').first().waitFor()
  await page.getByRole('button', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Put this back' }).click()
  await page.getByText('Ask ana first.').nth(1).waitFor()
  await judge(page, 'history')
  await context.close()
})

test('my profiles shows what a tool still lacks, in German and in the dark on a phone too', {
  timeout: 120_000,
}, async () => {
  const context = await site.signIn(browser, { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${site.url}/my-profiles`)
  await page.getByLabel('Headline').first().fill('Recruits gardeners and night staff')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await page.getByText('Profile saved.').first().waitFor()
  const portrait = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#3b6e5a' } })
    .png()
    .toBuffer()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Photo Choose a file' }).press('Enter')
  await (await chooser).setFiles({ name: 'me.png', mimeType: 'image/png', buffer: portrait })
  await page.getByRole('img', { name: 'Your picture' }).waitFor()
  await page.waitForFunction('document.querySelector(".t-picture-large")?.naturalWidth === 800')
  await page.locator('summary').filter({ hasText: 'GitHub' }).first().click()
  const github = page.locator('details[open]').first()
  await github.getByRole('link', { name: 'Save the file' }).waitFor()
  await github.getByRole('button', { name: 'It stands there' }).click()
  await github.getByRole('button', { name: 'It stands there' }).waitFor({ state: 'detached' })
  await github.getByText('from the master, not noted there yet').first().waitFor()
  await github.getByRole('button', { name: 'Copy Headline' }).waitFor()
  await github.getByRole('button', { name: 'I looked, it is up to date' }).click()
  await page.locator('summary').filter({ hasText: 'GitHub' }).filter({ hasNotText: 'never checked' }).waitFor()
  await judge(page, 'profiles')
  await context.close()

  const phone = await site.signIn(browser, {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    locale: 'de-DE',
    hasTouch: true,
    isMobile: true,
  })
  const small = await phone.newPage()
  await small.goto(`${site.url}/my-profiles`)
  await small.getByRole('heading', { name: 'Meine Profile', level: 1 }).waitFor()
  await small.getByRole('button', { name: 'Foto Datei wählen' }).waitFor()
  await small.locator('summary').filter({ hasText: 'GitHub' }).first().click()
  await judge(small, 'phone-profiles')
  await small.goto(`${site.url}/playbooks`)
  await small.getByRole('link', { name: /IRC/ }).first().waitFor()
  await judge(small, 'phone-list')
  await small.goto(`${site.url}/playbooks/irc`)
  await small.getByRole('button', { name: /Meine Liste/ }).waitFor()
  await judge(small, 'phone-book')
  await phone.close()
})
