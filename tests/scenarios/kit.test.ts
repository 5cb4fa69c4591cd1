import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser/browser.ts'
import { serveKit } from './browser/web-build.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let kit: Awaited<ReturnType<typeof serveKit>>
let browser: Browser
let axe: string

beforeAll(async () => {
  kit = await serveKit()
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
})
afterAll(async () => {
  await browser?.close()
  await kit?.[Symbol.asyncDispose]()
})

type Options = { width?: number; section?: string; lang?: string; stillness?: boolean }

/**
 * A page of the gallery; `faults` gathers what the browser complains of, breaches of the content policy included. That no server
 * answers the frame's questions here is no fault.
 */
async function openKit(
  options: Options = {},
): Promise<{ page: Page; faults: string[]; [Symbol.asyncDispose]: () => Promise<void> }> {
  const { width = 1440, section = '', lang, stillness = false } = options
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: 'light',
    hasTouch: width < 700,
    reducedMotion: stillness ? 'reduce' : 'no-preference',
    locale: 'en-GB',
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => {
    const isAway = /status of 503|no server behind these pages|Error in route match/.test(message.text())
    if (!isAway && (message.type() === 'error' || message.type() === 'warning')) faults.push(message.text())
  })
  await page.goto(`${kit.url}/kit${lang ? `?lang=${lang}` : ''}#${section}`)
  await page.waitForSelector('[data-section]')
  return { page, faults, [Symbol.asyncDispose]: () => context.close() }
}

/** Findings of axe in words; it is evaluated by the debugger, which the page's policy does not bind. */
async function findings(page: Page, runOnly: readonly string[] | object = rules, least = 20): Promise<string[]> {
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(axe)
  const results: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(r => r.passes.length < ${least} ? ['axe judged only ' + r.passes.length + ' rules'] : r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.failureSummary || ''))))`,
  )
  return Array.isArray(results) ? results.map(String) : ['axe gave no answer']
}

/** What a width can change of it. */
const places = { type: 'rule', values: ['target-size', 'scrollable-region-focusable', 'color-contrast'] }
/** What a theme can change of it. */
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

for (const widths of [
  [1440, 1024],
  [390, 320],
])
  test(`axe finds nothing in any part of the kit at ${widths.join(' and ')} px, light and dark, and nothing is wider than the page`, async () => {
    await using opened = await openKit({ width: widths[0] ?? 0, stillness: true })
    const { page, faults } = opened
    await page.waitForTimeout(800)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate('new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))')
      // The second width changes sizes and places only.
      const first = width === widths[0]
      expect.soft(await findings(page, first ? rules : places, first ? 20 : 1), `${width} px`).toEqual([])
      const overflow: unknown = await page.evaluate(
        `[...document.querySelectorAll('main *')].filter(e => !e.closest('.k-grid, .hush') && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.className + ' ' + e.getBoundingClientRect().right)`,
      )
      expect.soft(overflow, `${width} px`).toEqual([])
      if (!first) continue
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect.poll(() => page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(21, 18, 15)')
      expect.soft(await findings(page, colours, 1), `${width} px, dark`).toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })
    }
    expect(faults).toEqual([])
  })

test('under the strict content policy menus, reasons and sheets open without a breach', async () => {
  await using opened = await openKit()
  const { page, faults } = opened
  await page.getByRole('button', { name: /^You:/ }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
  await page.reload()
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(21, 18, 15)')
  await page.getByRole('button', { name: '7 of 9' }).click()
  await page.getByRole('dialog', { name: /Night lead/ }).waitFor()
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('7 of 9')
  expect(await page.evaluate(`document.querySelectorAll('style').length`)).toBe(0)
  expect(faults).toEqual([])
})

test('a list is walked, selected by range and opened by keys, and thousands of rows keep a small page', async () => {
  await using opened = await openKit({ section: 'Grid' })
  const { page } = opened
  const focused = () => page.evaluate(`document.activeElement.getAttribute('aria-rowindex')`)
  await page.keyboard.press('j')
  expect(await focused()).toBe('2')
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe('4')
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+J')
  expect(await page.locator('[role=row][aria-selected=true]').count()).toBe(3)
  await page.keyboard.press('x')
  expect(await page.locator('[role=row][aria-selected=true]').count()).toBe(2)
  await page.keyboard.press('Enter')
  expect(await page.locator('[role=row][aria-current=true]').getAttribute('aria-rowindex')).toBe('6')
  for (let step = 0; step < 14; step += 1) await page.keyboard.press('j')
  await expect.poll(focused).toBe('20')
  expect(await page.locator('.k-grid-body [role=row]').count()).toBeLessThan(60)
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('214001')
})

test('fast typing shows nothing, a pause shows one calm verdict, the button mends it and Send is free at once', async () => {
  await using opened = await openKit({ section: 'Verdict' })
  const { page } = opened
  const composer = page.locator('[data-live-composer]')
  const field = composer.getByRole('textbox')
  await field.fill('')
  const height = (await composer.boundingBox())?.height ?? 0
  await field.pressSequentially('Hi. We have a role for you.', { delay: 30 })
  expect(await composer.locator('.k-verdict').count()).toBe(0)
  expect(await composer.getByRole('button', { name: 'Not yet', exact: true }).getAttribute('aria-disabled')).toBe(
    'true',
  )
  await composer.locator('.k-verdict').waitFor({ timeout: 2_000 })
  expect((await composer.boundingBox())?.height).toBe(height)
  await expect
    .poll(() => page.locator('[data-announcer]').textContent(), { timeout: 3_000 })
    .toContain('F8 goes to the words')
  await page.keyboard.press('F8')
  expect(
    await page.evaluate(
      '(() => { const e = document.activeElement; return e.value.slice(e.selectionStart, e.selectionEnd) })()',
    ),
  ).toBe('We have a role for you.')
  await composer.getByRole('button', { name: 'Not yet', exact: true }).focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.textContent')).toContain('before Ana knows')
  expect(await field.inputValue()).toBe('Hi. We have a role for you.')
  await composer.getByRole('button', { name: 'Take that sentence out' }).click()
  await expect.poll(() => composer.locator('.k-verdict').count()).toBe(0)
  expect(await field.inputValue()).toBe('Hi.')
  expect(await composer.getByRole('button', { name: 'Send', exact: true }).getAttribute('aria-disabled')).toBeNull()
})

test('an override asks for ten characters and a hard block offers none', async () => {
  await using opened = await openKit({ section: 'Verdict' })
  const { page } = opened
  const composer = page.locator('[data-live-composer]')
  await composer.getByRole('button', { name: 'Send with a reason' }).click()
  await composer.getByLabel('Why is it right to send this now?').fill('too short')
  expect(await composer.getByRole('button', { name: /Send with a reason/ }).getAttribute('aria-disabled')).toBe('true')
  await composer.getByLabel('Why is it right to send this now?').fill('She asked me by phone.')
  expect(await composer.getByRole('button', { name: /Send with a reason/ }).getAttribute('aria-disabled')).toBeNull()
  const hard = page.locator('.k-verdict-hard')
  expect(await hard.getByRole('button').count()).toBe(0)
})

test('the sheet of keys names only what works here, letters can be switched off, and Esc gives focus back', async () => {
  await using opened = await openKit({ section: 'Marks' })
  const { page } = opened
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.waitFor()
  expect(await sheet.getByRole('term').allTextContents()).not.toContain('Reply')
  expect(await sheet.getByRole('term').allTextContents()).toContain('Today')
  expect(await findings(page)).toEqual([])
  await sheet.getByRole('switch', { name: 'Single keys' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').waitFor()
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('the palette finds a screen, and F6 and the brackets walk the regions', async () => {
  await using opened = await openKit({ section: 'Grid' })
  const { page, faults } = opened
  const region = () => page.evaluate(`document.activeElement.closest('[data-region]')?.dataset.region`)
  await page.keyboard.press('F6')
  expect(await region()).toBe('rail')
  await page.keyboard.press('F6')
  expect(await region()).toBe('top')
  await page.keyboard.press(']')
  expect(await region()).toBe('list')
  await page.keyboard.press(']')
  expect(await region()).toBe('main')
  await page.keyboard.press('Escape')
  expect(await region()).toBe('list')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('peo')
  await page.getByRole('option', { name: /People/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate('location.pathname')).toBe('/people')
  expect(faults).toEqual([])
})

test('the pseudo-locale leaves no English behind in the frame, and right to left stays whole', async () => {
  await using opened = await openKit({ lang: 'ar-XB', width: 1024, stillness: true })
  const { page } = opened
  expect(await page.evaluate('document.documentElement.dir')).toBe('rtl')
  const plain: unknown = await page.evaluate(
    `[...document.querySelectorAll('.k-rail, .k-top')].flatMap(e => e.innerText.split('\\n')).filter(t => /^[A-Za-z ]{4,}$/.test(t) && !['Kith', 'Mara Lindqvist', 'Ctrl'].includes(t.trim()))`,
  )
  expect(plain).toEqual([])
  const overflow: unknown = await page.evaluate(
    `[...document.querySelectorAll('main *')].filter(e => !e.closest('.k-grid, .hush') && e.getBoundingClientRect().left < -1).map(e => e.className)`,
  )
  expect(overflow).toEqual([])
  expect(await findings(page)).toEqual([])
})
