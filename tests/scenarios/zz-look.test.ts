import { chromium } from 'playwright-core'
import { test } from 'vitest'
import { z } from 'zod'
import { startWebsite, until } from './browser/website.ts'

test('look', async () => {
  await using site = await startWebsite()
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  await site.api(z.unknown(), 'POST', '/sample', { people: 200 })
  await until('sample', async () => (await site.api(z.object({ loaded: z.boolean() }), 'GET', '/sample')).loaded, 90_000)
  const { pools } = await site.api(z.object({ pools: z.array(z.object({ id: z.string(), name: z.string(), size: z.number() })) }), 'GET', '/pools')
  console.log(pools)
  await site.api(z.unknown(), 'PUT', '/today/week', { lines: [{ tool: 'irc', people: 5, place: '#welding', days: [1, 2, 3, 4, 5, 6, 7] }, { tool: 'blog', people: 3, place: 'comments', days: [4] }] }).catch(() => undefined)
  const shots: [string, string, number, number, boolean, string?][] = [
    ['today', '/', 1440, 1000, false],
    ['today-390', '/', 390, 900, true],
    ['pools', '/pools', 1440, 700, false],
    ['pool', `/pools/${pools[0]?.id}`, 1440, 900, false],
    ['pool-board', `/pools/${pools[0]?.id}?view=board`, 1440, 900, false],
    ['pool-cards', `/pools/${pools[1]?.id}?view=cards`, 1024, 900, true],
    ['pool-log', `/pools/${pools[1]?.id}?view=log`, 1440, 600, false],
    ['pool-health', `/pools/${pools[0]?.id}?view=health`, 1440, 900, false, 'de-DE'],
    ['pool-390', `/pools/${pools[0]?.id}`, 390, 900, false],
  ]
  for (const [name, path, width, height, dark, locale] of shots) {
    const context = await site.signIn(browser, { viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale: locale ?? 'en-GB' })
    const page = await context.newPage()
    page.on('pageerror', error => console.log(name, String(error)))
    await page.goto(`${site.url}${path}`)
    await page.locator('main h1').first().waitFor()
    await page.waitForTimeout(2500)
    await page.screenshot({ path: `/tmp/pools/${name}.png` })
    if (name === 'today') {
      await page.locator('.t-row .k-next').first().click()
      await page.waitForTimeout(2500)
      await page.screenshot({ path: '/tmp/pools/today-reply.png' })
      await page.locator('.t-row[data-open] .k-next').click()
      const read = page.locator('section[aria-labelledby=today-read] .t-row .k-next').first()
      if (await read.count()) {
        await read.click()
        await page.waitForTimeout(2500)
        await page.screenshot({ path: '/tmp/pools/today-read.png' })
      }
      const warm = page.locator('section[aria-labelledby=today-warm] .t-row .k-next').first()
      if (await warm.count()) {
        await warm.click()
        await page.waitForTimeout(2000)
        await page.screenshot({ path: '/tmp/pools/today-warm.png' })
      }
      await page.getByRole('button', { name: /Your week/ }).click()
      await page.waitForTimeout(500)
      await page.screenshot({ path: '/tmp/pools/week.png' })
    }
    if (name === 'pools') {
      await page.getByRole('button', { name: 'New pool' }).click()
      await page.getByRole('radio', { name: 'Whoever a search finds' }).check({ force: true })
      await page.waitForTimeout(500)
      await page.screenshot({ path: '/tmp/pools/new.png' })
    }
    if (name === 'pool') {
      await page.getByRole('checkbox').nth(0).check()
      await page.getByRole('button', { name: 'Plan a step' }).click()
      await page.waitForTimeout(4000)
      await page.screenshot({ path: '/tmp/pools/plan.png' })
      await page.keyboard.press('Escape')
      await page.locator('.k-grid .k-name-text').first().click()
      await page.waitForTimeout(2500)
      await page.screenshot({ path: '/tmp/pools/person.png' })
    }
    await context.close()
  }
  await browser.close()
}, 240_000)
