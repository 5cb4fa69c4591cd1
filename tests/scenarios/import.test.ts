import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, type Website } from './browser/website.ts'

const pictures = new URL('../output/import/', import.meta.url)
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

const rows = (title: string) =>
  `Who,Box,Firm X,Role\n${Array.from({ length: 40 }, (_, n) => `Ana Ruiz ${'abcdefghij'[n % 10]}${n},ana${n}@norte.example,Clinic Norte,${n === 3 ? title : 'Night Nurse'}`).join('\n')}\n,,,nobody here\n`

const looks = [
  { name: 'wide', viewport: { width: 1440, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
  { name: 'dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' as const },
]

test('a table is dropped, its columns are named, it is imported, changes later, and is taken back', async () => {
  const context = await site.signIn(browser, { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', error => problems.push(error.message))
  const check = async (name: string) => {
    for (const look of looks) {
      await page.setViewportSize(look.viewport)
      await page.emulateMedia({ colorScheme: look.colorScheme ?? 'light', reducedMotion: 'reduce' })
      await page.screenshot({ path: new URL(`${name}-${look.name}.png`, pictures).pathname, fullPage: true })
      // Through the debugger: the page's own policy allows no script of ours.
      await page.evaluate(axe)
      const found = await page.evaluate<string[]>(
        'axe.run({ resultTypes: ["violations"] }).then(result => result.violations.map(one => one.id + ": " + one.nodes[0].html))',
      )
      expect(found, `${name} ${look.name}`).toEqual([])
      const wider = await page.evaluate<boolean>(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      )
      expect(wider, `${name} ${look.name} scrolls sideways`).toBe(false)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  }
  const choose = (name: string, text: string) =>
    page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) })

  await page.goto(`${site.url}/import`)
  await page.getByText('Nothing imported yet').first().waitFor()
  await choose('photo.pdf', '%PDF-1.7')
  await page.getByText('This PDF is damaged').first().waitFor()
  await page.getByRole('button', { name: 'Remove' }).click()

  await choose('people.csv', rows('Night Nurse'))
  await page.getByRole('combobox', { name: 'Who' }).selectOption('full-name')
  await page.getByRole('combobox', { name: 'Firm X' }).selectOption('company')
  await page.getByRole('combobox', { name: 'Role' }).selectOption('title')
  await page.getByRole('row', { name: 'Ana Ruiz d3 ana3@norte.example Night Nurse, Clinic Norte' }).waitFor()
  await check('preview')
  await page.getByRole('button', { name: 'Import 40' }).click()
  await page.getByText('40 new').first().waitFor({ timeout: 30_000 })
  await check('history')
  expect(await page.getByRole('link', { name: 'See the 40 new people' }).getAttribute('href')).toBe(
    '/people?sort=added',
  )

  await choose('people-later.csv', rows('Head of Nights'))
  await page.getByText('what they meant the last time').first().waitFor()
  await page.getByRole('button', { name: 'Import 40' }).click()
  await page.getByText('1 changed (1 new job)').first().waitFor({ timeout: 30_000 })
  await page.getByRole('link', { name: 'people-later.csv' }).click()
  await page.getByRole('link', { name: 'Ana Ruiz d3' }).waitFor()
  await page.getByText('was Night Nurse, Clinic Norte, is Head of Nights, Clinic Norte').first().waitFor()
  await page.getByText('Row 41').first().waitFor()
  await check('report')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Get rows' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain('nobody here')
  await page.getByRole('button', { name: 'Undo import' }).click()
  await page.getByText('were removed again').first().waitFor({ timeout: 30_000 })
  expect(problems).toEqual([])
  await context.close()
}, 180_000)

test('files that are dropped together are begun with one press, and what needs a word stays', async () => {
  const context = await site.signIn(browser, { viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`${site.url}/import`)
  const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.setInputFiles('input[type=file]', [
    csv('north.csv', 'Name,Email\nBo Ek,bo@nord.example\n'),
    csv('south.csv', 'Name,Email\nIda Holm,ida@syd.example\n'),
    csv('numbers.csv', 'alpha,beta\n1,2\n3,4\n'),
  ])
  await page.getByRole('button', { name: 'Import all 2 files' }).click()
  for (const name of ['north.csv', 'south.csv']) await page.getByRole('link', { name }).waitFor()
  await page.getByRole('heading', { name: 'numbers.csv' }).waitFor()
  // Not folded away, as the others were.
  await page.getByRole('combobox', { name: 'alpha' }).waitFor()
  expect(await page.getByRole('heading', { name: 'north.csv' }).count()).toBe(0)
  await context.close()
}, 60_000)
