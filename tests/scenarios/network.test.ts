import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { drawMap, refreshNetwork } from '#features/network/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, type Website } from './browser/website.ts'

let site: Website
let browser: Browser
beforeAll(async () => {
  site = await startWebsite()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

const made = z.object({ id: z.string() })

test('whoever knows both is asked, and what became of it is kept', async () => {
  const add = async (name: string) => (await site.api(made, 'POST', '/people', { name })).id
  const [ana, tom, li] = [await add('Ana Ruiz'), await add('Tom Bek'), await add('Li Wen')]
  await site.api(z.unknown(), 'POST', `/people/${ana}/profiles`, { tool: 'xmpp', address: `${ana}@example.org` })
  await site.api(z.unknown(), 'POST', `/people/${ana}/touches`, { kind: 'met' })
  await site.api(z.unknown(), 'POST', `/people/${ana}/touches`, { kind: 'introduced' })
  await site.api(z.unknown(), 'POST', `/people/${ana}/ties`, { other: tom, words: 'worked nights together' })
  await site.api(z.unknown(), 'POST', `/people/${tom}/ties`, { other: li, words: 'same ward' })
  const deps = { db: site.db, clock: systemClock }
  await refreshNetwork(deps, site.workspace)
  await drawMap(deps, site.workspace)
  const context = await site.signIn(browser)
  const page = await context.newPage()
  await context.grantPermissions(['clipboard-write', 'clipboard-read'])
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(error.message))
  await page.goto(`/people/${tom}?tab=network`)
  await page.getByRole('button', { name: 'Ask Ana Ruiz' }).click()
  await page.getByLabel('Your words').waitFor()
  await page.getByRole('button', { name: 'Copy, and note that I ask', disabled: false }).click()
  await page.getByRole('button', { name: 'They did', exact: true }).click()
  await page.getByText('Ana Ruiz made the introduction to Tom Bek').first().waitFor()
  await page.getByRole('button', { name: 'We did something' }).click()
  await page.getByRole('menuitem', { name: 'Write what it was …' }).click()
  await page.getByLabel('In a few words').fill('told Tom of the new ward')
  await page.getByRole('button', { name: 'Note it' }).click()
  await page.getByRole('listitem').filter({ hasText: 'News passed on “told Tom of the new ward”' }).waitFor()
  await page.getByRole('link', { name: 'In the drawing' }).click()
  await page.locator('.n-canvas canvas').first().waitFor()
  await page.getByRole('complementary', { name: 'Tom Bek' }).getByRole('button', { name: 'Li Wen' }).click()
  await page.getByRole('complementary', { name: 'Li Wen' }).waitFor()
  await page.getByRole('button', { name: 'List', exact: true }).click()
  await page.getByRole('table').first().waitFor()
  expect(wrong).toEqual([])
})
