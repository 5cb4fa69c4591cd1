import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { recordActivity } from '#features/activity/index.ts'
import { dayMs } from '#kernel/clock.ts'
import { type PersonId, parseId } from '#kernel/ids.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, until, type Website } from './browser/website.ts'

let site: Website
let browser: Browser
let context: BrowserContext
let page: Page
const broken: string[] = []
const people = new Map<string, PersonId>()
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString()
const made = z.object({ id: z.string() })

async function addPerson(
  name: string,
  tool: string,
  touches: readonly { kind: string; days: number }[],
): Promise<void> {
  const handle = name.toLowerCase().replace(' ', '.')
  const { id } = await site.api(made, 'POST', '/people', {
    name,
    profiles: [{ address: `${handle}@x.example`, tool, headline: 'Night nurse' }],
  })
  const person = parseId<'Person'>(id)
  if (!person) throw new Error('an id')
  people.set(name, person)
  for (const { kind, days } of touches)
    await site.api(z.unknown(), 'POST', `/people/${id}/touches`, { kind, tool, at: daysAgo(days) })
}

beforeAll(async () => {
  site = await startWebsite()
  await addPerson('Ana Ruiz', 'xmpp', [
    { kind: 'their-message', days: 70 },
    { kind: 'introduced', days: 69 },
    { kind: 'their-message', days: 68 },
  ])
  await addPerson('Tom Bek', 'matrix', [
    { kind: 'their-message', days: 80 },
    { kind: 'introduced', days: 79 },
    { kind: 'declined', days: 78 },
  ])
  await addPerson('Li Wen', 'xmpp', [])
  await inWorkspace(site.db, site.workspace, tx =>
    recordActivity(
      tx,
      { events: createEvents() },
      site.workspace,
      [
        {
          person: people.get('Ana Ruiz') as PersonId,
          tool: 'blog',
          kind: 'article',
          key: 'fridge',
          title: 'The sheet on the fridge',
          url: 'https://ana.example/fridge',
          text: 'We taped the first sheet to the fridge door, and the third line is what saved us. '.repeat(4),
          publishedAt: new Date(Date.now() - 2 * dayMs),
        },
      ],
      new Date(),
    ),
  )
  browser = await launchBrowser()
  context = await site.signIn(browser, { viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  page.on('pageerror', error => broken.push(String(error)))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

const button = (name: string | RegExp) => page.getByRole('button', { name })

test('people are chosen by keys in the list and put into a pool made on the spot, with a rhythm and a post to pass on', async () => {
  await page.goto('/people')
  await page.getByText('Ana Ruiz').first().waitFor()
  for (let n = 0; n < 3; n++) {
    await page.keyboard.press('j')
    await page.keyboard.press('x')
  }
  await page.getByText('3 selected').first().waitFor()
  await button('Add to pool').click()
  await page.getByRole('menuitem', { name: 'New pool' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Nurses')
  await page.getByLabel('Keep warm').selectOption('4')
  await page.getByLabel(/A post of yours/).fill('https://kith.example/night-guide')
  await page.getByLabel('What it is called').fill('Our night guide')
  await button('Make pool').click()
  await page.getByText('“Nurses” is there.').first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await page.getByRole('heading', { level: 1, name: 'Pools' }).waitFor()
  await page.getByText('Nurses', { exact: true }).click()
  for (const name of people.keys()) await page.getByRole('link', { name }).waitFor()
})

test('the board stands by stage; a card is moved by its key, with a reason, and z takes it back', async () => {
  await page.getByRole('radio', { name: 'Board' }).check({ force: true })
  const card = page.locator('.o-card', { hasText: 'Li Wen' })
  await card.focus()
  await page.keyboard.press('m')
  await page.getByLabel('To the stage').selectOption('passive')
  await page.getByRole('textbox', { name: 'Why' }).fill('Happy where she is, said a friend.')
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await page.locator('[aria-labelledby=board-passive] .o-card', { hasText: 'Li Wen' }).waitFor()
  await page.keyboard.press('z')
  await page.locator('[aria-labelledby=board-found] .o-card', { hasText: 'Li Wen' }).waitFor()
})

test('a step is planned with each; who is left out, and why, is said before anything is done', async () => {
  await page.getByRole('radio', { name: 'Table' }).check({ force: true })
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await button('Plan a step').click()
  await page.getByText('1 go, 2 left out').first().waitFor()
  await page.getByRole('dialog').getByText('Declined 1').first().waitFor()
  await page
    .getByText(/know you yet/)
    .first()
    .waitFor()
  await button('Plan 1 person').click()
  await page
    .getByText(/1 person is planned. 2 left out./)
    .first()
    .waitFor()
  await page.keyboard.press('z')
  // On a weekday it would be the first step of Today, and the tests below ask for another.
  await until('the step is taken back', async () => {
    const answer = await context.request.get(`${site.url}/api/v1/today`)
    return !(await answer.text()).includes('"planned"')
  })
})

/** An answer without a body. */
async function tag(person: PersonId | undefined, name: string): Promise<void> {
  const answer = await context.request.post(`${site.url}/api/v1/people/tags`, {
    data: { people: [person], add: [name], remove: [] },
    headers: { origin: site.url },
  })
  expect(answer.status()).toBe(204)
}

test('a pool that fills itself follows what changes and says who came and why', async () => {
  await page.goto('/pools')
  await button('New pool').click()
  await page.getByLabel('Name', { exact: true }).fill('Night people')
  await page.getByRole('radio', { name: 'Whoever a search finds' }).check({ force: true })
  await page.getByLabel('Search', { exact: true }).fill('(nights')
  await page
    .getByText(/bracket/)
    .first()
    .waitFor()
  await page.getByLabel('Search', { exact: true }).fill('tag:nights')
  await page.getByText('Finds 0 people now.').first().waitFor()
  await button('Make pool').click()
  await page.getByText('Nobody matches its search now.').first().waitFor()
  await tag(people.get('Tom Bek'), 'nights')
  await page.getByRole('link', { name: 'Tom Bek' }).waitFor({ timeout: 60_000 })
  await page.getByRole('radio', { name: 'Came and went' }).check({ force: true })
  await page
    .getByText(/came: what is known of them changed/)
    .first()
    .waitFor()
  await page.getByText('tag:nights', { exact: true }).first().waitFor()
})

test('Today says whom to write to and why: their news is read in place, and the page stays', async () => {
  await page.goto('/')
  const row = page.locator('.t-row', { hasText: 'Ana Ruiz' })
  await row.waitFor()
  await row.focus()
  await page.keyboard.press('w')
  await page
    .getByRole('dialog')
    .getByText(/Nurses/)
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await row.focus()
  await page.keyboard.press('.')
  await page.getByRole('heading', { name: 'The sheet on the fridge' }).waitFor()
  await page.getByText('Reading recorded').first().waitFor({ timeout: 40_000 })
  expect(new URL(page.url()).pathname).toBe('/')
  await row.getByRole('button', { name: 'Close' }).click()
})

test('what is not for today goes with one key press and comes back with another', async () => {
  const row = page.locator('.t-row', { hasText: 'Ana Ruiz' })
  await row.getByRole('button', { name: 'Not today: Ana Ruiz' }).click()
  await page.getByText('Ana Ruiz comes back tomorrow.').first().waitFor()
  await until('she is gone', async () => (await row.count()) === 0)
  await page.keyboard.press('z')
  await row.waitFor()
})

test('a message by hand is written under her row; noted, it is done and folds', async () => {
  const row = page.locator('.t-row', { hasText: 'Ana Ruiz' })
  await row.focus()
  await page.keyboard.press('.')
  const panel = page.getByRole('group', { name: 'The step with Ana Ruiz' })
  await panel
    .getByRole('textbox')
    .first()
    .fill('The third line on the fridge sheet made me smile. Did the others keep to it?')
  const opened = context.waitForEvent('page', { timeout: 3_000 }).catch(() => undefined)
  await panel.getByRole('button', { name: /^Copy( and open)?$/ }).click()
  await (await opened)?.close()
  await panel.getByRole('button', { name: 'I sent it' }).click()
  await page.getByText('Noted in their timeline.').first().waitFor()
  await page.locator('.t-folded', { hasText: 'Ana Ruiz' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
})

test('a week is proposed with its reasons, changed, kept by one press, and shows on its days', async () => {
  await button('Plan your week').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('This is a proposal, from what Kith knows.', { exact: false }).waitFor()
  const line = sheet.getByRole('group', { name: /XMPP/ })
  await line.getByText(/of your people (is|are) there\./).waitFor()
  for (const other of await sheet.getByRole('button', { name: /^Remove (?!XMPP)/ }).all()) await other.click()
  await line.getByLabel('People a week').fill('4')
  await line.getByLabel('Where').fill('after the night shift')
  for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check()
  await button('Keep this week').click()
  await page.getByText('Your week is planned.').first().waitFor()
  await page.locator('.t-week').getByText('1 of 4').first().waitFor()
})

test('her page names the tool to use with the reason, and the pools that she is in', async () => {
  await page.goto(`/people/${people.get('Ana Ruiz')}`)
  await page.getByText('Best over').first().waitFor()
  await page
    .getByText(/wrote first/)
    .first()
    .waitFor()
  await page.getByRole('link', { name: 'Nurses' }).waitFor()
  await button('Take out of “Nurses”').click()
  await page.getByText('1 person is out of “Nurses”.').first().waitFor()
  await page.keyboard.press('z')
  await page.getByRole('link', { name: 'Nurses' }).waitFor()
})

test('no page threw on the way', () => {
  expect(broken).toEqual([])
})
