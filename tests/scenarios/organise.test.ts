import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inboxPage, laterList } from '#features/conversations/wire.ts'
import { newId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace } from '#storage/database.ts'
import { launchBrowser } from './browser/browser.ts'
import { type InboxSite, startInbox } from './browser/inbox.ts'
import { anything, until } from './browser/website.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const many = 1_200

let site: InboxSite
let browser: Browser
let page: Page
let axe: string
const faults: string[] = []

beforeAll(async () => {
  site = await startInbox()
  const connection = await site.connect()
  await site.addBen()
  await inWorkspace(site.db, site.workspace, async tx => {
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${site.workspace}, ('b0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Person ' || n, now(), now()
      from generate_series(1, ${many}::int) n`.execute(tx)
    await sql`insert into conversations (workspace_id, conversation_id, connection_id, tool, kind, remote_id, person_id, unread_count,
        last_message_at, last_preview, last_own, version, created_at)
      select ${site.workspace}, ('d0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ${connection}, 'xmpp', 'direct',
        'p' || n || '@localhost', ('b0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n % 2,
        now() - interval '1 day' - n * interval '1 minute', 'What was said last, number ' || n, n % 3 = 0, 1, now()
      from generate_series(1, ${many}::int) n`.execute(tx)
  })
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const context = await site.signIn(browser)
  page = await context.newPage()
  page.on('pageerror', error => faults.push(error.message))
  page.on('response', answer => {
    if (answer.status() === 500) faults.push(answer.url())
  })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

/** Findings of axe and whatever is wider than the page. */
async function findings(on: Page = page): Promise<string[]> {
  await on.evaluate(axe)
  const results: unknown = await on.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.failureSummary || ''))).concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the page'] : []))`,
  )
  return Array.isArray(results) ? results.map(String) : ['axe gave no answer']
}

const inbox = (view: string) => site.api(inboxPage, 'GET', `/conversations?view=${view}&limit=100`)
const names = async (view: string) => (await inbox(view)).conversations.map(each => each.title)
const row = (name: string, on: Page = page) => on.getByRole('row').filter({ has: on.getByText(name, { exact: true }) })
const field = () => page.getByRole('textbox', { name: /^Message to/ })

/** Types into the sheet that is open, and takes the first that fits. */
async function pick(typed: string): Promise<void> {
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox').fill(typed)
  // Whoever there is to choose from may still be on the way.
  await sheet.getByRole('option').filter({ hasText: typed }).first().waitFor()
  await page.keyboard.press('Enter')
}

test('a long inbox is scrolled to its end, and the page stays small', async () => {
  await page.goto('/inbox')
  await row('Person 1').waitFor()
  const seen = await page.evaluate<number>(`(async () => {
    const grid = document.querySelector('.c-rows .k-grid')
    let most = 0
    for (let n = 0; n < 400; n += 1) {
      grid.scrollTop = grid.scrollHeight
      await new Promise(done => setTimeout(done, 50))
      most = Math.max(most, grid.querySelectorAll('[role=row]').length)
      if ([...grid.querySelectorAll('.k-name-text')].some(each => each.textContent === 'Person ${many}')) return most
    }
    return -1
  })()`)
  expect(seen).toBeGreaterThan(0)
  expect(seen).toBeLessThan(80)
}, 60_000)

test('three are chosen by keys, labelled at once, and z takes the label off all of them', async () => {
  await page.goto('/inbox')
  await row('Person 1').waitFor()
  for (const key of ['j', 'x', 'Shift+J', 'Shift+J']) await page.keyboard.press(key)
  await page.getByText('3 chosen').first().waitFor()
  await page.keyboard.press('l')
  await pick('Nights')
  await page.getByText('Labelled: Nights').first().waitFor()
  await page.keyboard.press('Escape')
  for (const name of ['Person 1', 'Person 2', 'Person 3'])
    await row(name).getByText('Nights', { exact: true }).first().waitFor()
  expect(await findings()).toEqual([])
  await page.keyboard.press('z')
  await until('the label to be off', async () =>
    (await inbox('all')).conversations.every(each => each.labels.length === 0),
  )
})

test('given to a colleague, it is told to the colleague, in whose Mine it stands', async () => {
  const desk = await site.signIn(browser, { ben: true })
  const other = await desk.newPage()
  await other.goto('/inbox?view=mine')
  await other.getByText('Nothing is yours alone.').first().waitFor()
  for (const key of ['j', 'x', 'a']) await page.keyboard.press(key)
  await page.getByRole('dialog').waitFor()
  await pick('Ben')
  await other
    .getByText(/^Mara gave you Person/)
    .first()
    .waitFor()
  await other.getByRole('row').nth(1).waitFor()
  expect(await findings(other)).toEqual([])
  await desk.close()
})

test('Enter before the colleagues have come gives it to whom was meant, once they are here', async () => {
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route('**/api/v1/team', async route => {
    await held
    await route.continue()
  })
  await page.goto('/inbox')
  await row('Person 7').waitFor()
  await row('Person 7').focus()
  await page.keyboard.press('a')
  await page.getByRole('dialog').getByRole('combobox').fill('Ben')
  await page.keyboard.press('Enter')
  await page.getByText('It is taken as soon as it is here').first().waitFor()
  letGo()
  await page.getByText('Given to: Ben').first().waitFor()
  await page.unrouteAll()
})

test('what tells of somebody new to a saved search opens them', async () => {
  const person = 'b0000000-0000-7000-8000-000000000009'
  await inWorkspace(site.db, site.workspace, async tx =>
    tellBrowsers(tx, site.workspace, {
      kind: 'people.search-found',
      payload: { search: newId(), name: 'Nurses', found: 1, person },
      user: site.user,
    }),
  )
  await page.getByText('1 person is new to “Nurses”.').first().waitFor()
  await page.getByRole('region', { name: 'What was just done' }).getByRole('button', { name: 'Open' }).click()
  await page.waitForURL(`**/people/${person}`)
})

test('put aside it is gone, z brings it back, and at its time it is on top and says why', async () => {
  await page.goto('/inbox')
  await row('Person 5').waitFor()
  await row('Person 5').focus()
  await page.keyboard.press('s')
  await page.getByRole('dialog').waitFor()
  expect(await findings()).toEqual([])
  await pick('three hours')
  await row('Person 5').waitFor({ state: 'detached' })
  await until('it to be put aside', async () => (await names('snoozed')).join() === 'Person 5')
  await page.keyboard.press('4')
  await row('Person 5').waitFor()
  await page.keyboard.press('6')
  await page.keyboard.press('z')
  await row('Person 5').waitFor()
  const id = (await inbox('all')).conversations.find(each => each.title === 'Person 5')?.id
  const soon = new Date(Date.now() + 3_000).toISOString()
  await site.api(anything, 'PATCH', `/conversations/${id}`, { snooze: { for: 'time', until: soon } })
  await page.getByText('Back: it is time').first().waitFor()
  expect((await names('all'))[0]).toBe('Person 5')
})

test('done and undone for all that are chosen; marked unread and read by u', async () => {
  await page.goto('/inbox?view=unread')
  await page.getByRole('row').nth(1).waitFor()
  for (const key of ['j', 'x', 'Shift+J', 'e']) await page.keyboard.press(key)
  await until('two to be done', async () => (await names('done')).length === 2)
  await page.keyboard.press('z')
  await until('none to be done', async () => (await names('done')).length === 0)
  await page.goto('/inbox')
  await row('Person 2').waitFor()
  await row('Person 2').focus()
  const unread = async () => (await inbox('all')).conversations.find(each => each.title === 'Person 2')?.unread
  expect(await unread()).toBe(0)
  await page.keyboard.press('u')
  await until('it to be unread', async () => (await unread()) === 1)
})

let conversation = ''

test('a note with a name in it stands in the thread, is told to the colleague, and never leaves', async () => {
  await site.network.stranger.say('Hi, I heard your talk about cold chains.')
  await until('the message', async () => (await names('requests')).length > 0)
  conversation = (await inbox('requests')).conversations[0]?.id ?? ''
  await page.goto(`/inbox/${conversation}`)
  await page.getByText('Hi, I heard your talk about cold chains.').first().waitFor()
  await page.getByRole('textbox', { name: /^Message to/ }).waitFor()
  await page.keyboard.press('n')
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.type('Look, @be')
  await page.getByRole('option', { name: 'Ben' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('do we know them?')
  expect(await findings()).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('only the team sees this').first().waitFor()
  await page.getByRole('log').getByText('do we know them?').first().waitFor()
  const desk = await site.signIn(browser, { ben: true })
  const other = await desk.newPage()
  await other.goto('/inbox')
  await other
    .getByText(/^Mara named you in a note/)
    .first()
    .waitFor()
  await desk.close()
  expect(site.network.stranger.heard('Look, @Ben do we know them?')).toBe(0)
})

test('a saved reply is found with ⌘K, asks for what it does not know, and comes into the field to be judged', async () => {
  await site.api(anything, 'POST', '/saved-replies', {
    name: 'Thanks',
    text: 'Thank you. I am {my-first-name}, I recruit for the harbour. Was it {the talk or the slides?}',
  })
  await page.goto(`/inbox/${conversation}`)
  await field().waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name: /Saved reply: Thanks/ }).waitFor()
  await pick('saved reply')
  await page.getByLabel('the talk or the slides?').waitFor()
  expect(await findings()).toEqual([])
  await page.keyboard.type('the talk')
  await page.keyboard.press('Enter')
  await until(
    'the text to be there',
    async () => (await field().inputValue()) === 'Thank you. I am Mara, I recruit for the harbour. Was it the talk',
  )
})

test('sent later it waits in the thread and is taken back; when somebody writes meanwhile it waits and says why', async () => {
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name: /Send later/ }).waitFor()
  await pick('send later')
  await page.getByRole('dialog', { name: 'When is it to leave?' }).waitFor()
  expect(await findings()).toEqual([])
  await page.keyboard.press('Enter')
  await page
    .getByText(/^Leaves .*, their time$/)
    .first()
    .waitFor()
  expect(await field().inputValue()).toBe('')
  expect(await findings()).toEqual([])
  await page.getByRole('button', { name: 'Take back to edit' }).focus()
  await page.keyboard.press('Enter')
  await until('the text to come back', async () => (await field().inputValue()).startsWith('Thank you. I am Mara'))
  const later = (text: string, ms: number) =>
    site.api(anything, 'POST', `/conversations/${conversation}/later`, {
      id: newId(),
      text,
      sendAt: new Date(Date.now() + ms).toISOString(),
    })
  await later('Thank you for the kind words. I am Mara, I recruit.', 2_000)
  await site.network.stranger.waitToHear('Thank you for the kind words. I am Mara, I recruit.')
  await later('What did you like most?', 4_000)
  await site.network.stranger.say('One more thing about the chains')
  await page.getByText('Not sent: somebody wrote here meanwhile.').first().waitFor({ timeout: 20_000 })
  expect(site.network.stranger.heard('What did you like most?')).toBe(0)
  expect(await findings()).toEqual([])
  await page.getByRole('button', { name: 'Send now' }).focus()
  await page.keyboard.press('Enter')
  await site.network.stranger.waitToHear('What did you like most?')
  const { messages } = await site.api(laterList, 'GET', `/conversations/${conversation}/later`)
  expect(messages).toEqual([])
}, 60_000)

test('labels and saved replies are kept in Settings, on a phone and in the dark as well', async () => {
  for (const look of [{ width: 1440 }, { width: 390, dark: true, locale: 'de-DE' }]) {
    const context = await site.signIn(browser, look)
    const other = await context.newPage()
    for (const path of ['/settings/labels', '/settings/replies', '/inbox', `/inbox/${conversation}`]) {
      await other.goto(path)
      await other.getByRole('main').waitFor()
      await other.waitForLoadState('networkidle')
      expect(await findings(other), path).toEqual([])
      if (path !== '/inbox') continue
      await other.getByRole('row').nth(2).waitFor()
      const covered = await other.evaluate(
        `[...document.querySelectorAll('.c-row-top')].filter(row => row.querySelector('.k-name').lastElementChild.getBoundingClientRect().right > row.querySelector('.c-row-time').getBoundingClientRect().left + 1).map(row => row.textContent)`,
      )
      expect(covered, 'name, marks and time stand side by side').toEqual([])
    }
    await context.close()
  }
  await page.goto('/settings/labels')
  await page.getByRole('button', { name: 'Remove' }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByText('No labels yet.').first().waitFor()
  await page.keyboard.press('z')
  await page.getByText('Nights', { exact: true }).first().waitFor()
}, 60_000)

test('nothing broke on the way', () => {
  expect(faults).toEqual([])
})

const audited = z.object({ entries: z.array(z.looseObject({ action: z.string() })) })

test('what matters stands in the audit log', async () => {
  const trail = await site.api(audited, 'GET', '/audit')
  expect(trail.entries.map(entry => entry.action)).toEqual(
    expect.arrayContaining(['conversation.assigned', 'message.held', 'label.removed', 'label.restored']),
  )
})
