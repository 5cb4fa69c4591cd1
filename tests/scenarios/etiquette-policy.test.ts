import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, type Website } from './browser/website.ts'

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

/** Findings of axe, and whatever is wider than the page. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const results: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.failureSummary || ''))).concat([...document.querySelectorAll('main *')].filter(e => !e.closest('table, .hush') && e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).map(e => 'wider than the page: ' + e.className)))`,
  )
  return Array.isArray(results) ? results.map(String) : ['axe gave no answer']
}

const dark = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'de-DE' } as const

test('an admin tightens a limit in words they see before, the log says why, and one press goes back', {
  timeout: 120_000,
}, async () => {
  const context = await site.signIn(browser, { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${site.url}/settings/etiquette`)
  await page.getByText('Nothing was changed: these are Kith’s own limits.').first().waitFor()
  await page.getByRole('button', { name: 'Change Days between unanswered messages' }).click()
  const save = page.getByRole('button', { name: /^Save/ })
  await page.getByLabel('Days between unanswered messages', { exact: true }).fill('99')
  await page.getByText('Choose a whole number from 1 to 30.').first().waitFor()
  await page.getByLabel('Days between unanswered messages', { exact: true }).fill('7')
  await page.getByText('A further message less than 7 days after one without an answer is too soon.').first().waitFor()
  expect(await save.getAttribute('aria-disabled')).toBe('true')
  await page.getByLabel('Why', { exact: true }).fill('Night shifts answer late.')
  expect(await findings(page)).toEqual([])
  await save.click()
  await page.getByText('3 days → 7 days').first().waitFor()
  await page.getByText('“Night shifts answer late.”').first().waitFor()
  await page.getByText('1 line differs from Kith’s own').first().waitFor()
  const phone = await site.signIn(browser, dark)
  const small = await phone.newPage()
  await small.goto(`${site.url}/settings/etiquette`)
  await small.getByText('3 Tage → 7 Tage').first().waitFor()
  await small.getByRole('button', { name: 'Ruhezeit beginnt ändern' }).click()
  expect(await findings(small)).toEqual([])
  await phone.close()
  await page.getByRole('button', { name: 'Change Days between unanswered messages' }).click()
  await page.getByLabel('Why', { exact: true }).fill('Too strict for the day shift.')
  await page.getByRole('button', { name: 'Back to Kith’s own: 3 days' }).click()
  await page.getByText('7 days → 3 days, Kith’s own').first().waitFor()
  await page.getByText('0 lines differ from Kith’s own').first().waitFor()
  await context.close()
})

test('the report of overrides is empty in words, then shows who asked and what was answered, filtered and as CSV', {
  timeout: 120_000,
}, async () => {
  const context = await site.signIn(browser, { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${site.url}/settings/audit`)
  await page.getByLabel('Show').selectOption('etiquette')
  await page.getByRole('link', { name: 'Report: overrides per recruiter' }).click()
  await page.getByText('Nobody asked to send against a rule in this time, or sent so.').first().waitFor()
  const seed = (state: string, reason: string, asked: boolean) =>
    inWorkspace(site.db, site.workspace, tx =>
      sql`insert into overrides (workspace_id, override_id, user_id, asked_by, action, codes, because, draft, reason, state, at, answered_at)
        select ${site.workspace}, ${newId()}, user_id, case when ${asked} then user_id end, 'message', '{job-before-introduction}',
          '{"A job, before they know who you are."}', 'We have a job for a night nurse.', ${reason}, ${state}, now(), now()
        from users where workspace_id = ${site.workspace} limit 1`.execute(tx),
    )
  await seed('used', 'She asked me at the fair.', true)
  await seed('declined', 'Read her post first.', true)
  await seed('used', 'Her own wish, by phone.', false)
  await page.reload()
  await page.getByRole('cell', { name: 'A job before the introduction (3)' }).waitFor()
  await page
    .getByText(/answered: “She asked me at the fair.”/)
    .first()
    .waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByLabel('Outcome').selectOption('declined')
  await page.getByRole('cell', { name: 'A job before the introduction (1)' }).waitFor()
  expect(await page.getByText(/She asked me at the fair/).count()).toBe(0)
  const href = await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')
  const csv = await (await context.request.get(`${site.url}${href}`)).text()
  expect(csv.trim().split('\r\n').length).toBe(2)
  expect(csv).toContain('Read her post first.')
  await page.getByLabel('Rule', { exact: true }).selectOption('too-soon')
  await page.getByText('Nothing fits these filters.').first().waitFor()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page
    .getByText(/She asked me at the fair/)
    .first()
    .waitFor()
  const phone = await site.signIn(browser, dark)
  const small = await phone.newPage()
  await small.goto(`${site.url}/settings/overrides`)
  await small
    .getByText(/antwortete: „Read her post first.“/)
    .first()
    .waitFor()
  expect(await findings(small)).toEqual([])
  await phone.close()
  await context.close()
})
