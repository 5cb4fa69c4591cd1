import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPages } from '#tests/servers/shared.ts'
import { launchBrowser } from './browser/browser.ts'
import { type ServedPages, servePages } from './browser/web-build.ts'

let pages: ServedPages
let browser: Browser

beforeAll(async () => {
  pages = await servePages(await findPages())
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await pages?.[Symbol.asyncDispose]()
})

test('an address that leads nowhere says so in words and offers a way on', async () => {
  const page = await browser.newPage({ locale: 'de-DE' })
  await page.goto(`${pages.url}/no/such/page`)
  await page.getByRole('heading', { name: 'Hier ist keine Seite' }).waitFor()
  await page.getByRole('button', { name: 'Heute öffnen' }).waitFor()
  expect(await page.evaluate('document.documentElement.lang')).toBe('de')
  await page.close()
})

test('a theme chosen before is there at the first paint, whatever the system says', async () => {
  const context = await browser.newContext({ colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(`${pages.url}/no/such/page`)
  await page.evaluate(`localStorage.setItem('kith.preferences', '{"theme":"dark"}')`)
  // Without the application's own script only the boot file can set the theme.
  await page.route('**/assets/*.js', route => route.abort())
  await page.reload()
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(21, 18, 15)')
  await context.close()
})
