import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { commitEvents, insertSampleConnections } from '#features/conversations/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, until, type Website } from './browser/website.ts'

const groupList = z.object({
  groups: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      conversation: z.string().nullable(),
      ledger: z.object({ readMs: z.number(), talkMs: z.number(), answers: z.number() }),
    }),
  ),
})
const context = z.object({ context: z.object({ room: z.record(z.string(), z.unknown()).optional() }) })
const me = z.object({ user: z.object({ id: z.string() }) })

let site: Website
let browser: Browser
let page: Page

beforeAll(async () => {
  site = await startWebsite()
  browser = await launchBrowser()
  const browserContext = await site.signIn(browser, { viewport: { width: 1440, height: 900 } })
  page = await browserContext.newPage()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

/** An account by hand with a room in which tom asks and Mara answers. */
async function makeRoom(): Promise<void> {
  const { user } = await site.api(me, 'GET', '/me')
  const connection = newId<'Connection'>()
  await inWorkspace(site.db, site.workspace, tx =>
    insertSampleConnections(
      tx,
      site.workspace,
      user.id as Parameters<typeof insertSampleConnections>[2],
      [{ id: connection, tool: 'irc', label: 'mara' }],
      new Date(),
    ),
  )
  const said = (key: string, minutes: number, from: string, text: string) => ({
    kind: 'message' as const,
    key,
    otherKeys: [],
    conversation: { id: '#welding', kind: 'room' as const, title: '#welding' },
    from: { id: from, name: from },
    own: from === 'mara',
    text,
    sentAt: new Date(Date.now() - minutes * 60_000),
    history: true,
  })
  await commitEvents(
    { db: site.db, clock: systemClock, recordSpoken: async () => undefined },
    { workspace: site.workspace, connection },
    [
      said('1', 90, 'tom', 'which rod for cast iron?'),
      said('2', 88, 'mara', 'A nickel rod does it, preheat it well.'),
      said('3', 87, 'tom', 'mara: thanks, it held'),
      said('4', 30, 'li', 'does anyone know a good torch?'),
    ],
  )
}

const groups = async () => (await site.api(groupList, 'GET', '/groups')).groups

test('with no group the page says what belongs here, and a forum is added by keyboard with its rules read', {
  timeout: 60_000,
}, async () => {
  await page.goto(`${site.url}/groups`)
  await page.getByText('No groups yet.').first().waitFor()
  await page.locator('#main').focus()
  await page.keyboard.press('.')
  const sheet = page.getByRole('dialog', { name: 'Add a place' })
  await sheet.getByLabel('Name').fill('Welders')
  await sheet.getByLabel('Address', { exact: true }).fill('nowhere')
  await sheet.getByLabel('Its rules').fill('Job posts only on Fridays. English only, please.')
  await sheet.getByRole('button', { name: 'Add a place' }).click()
  await sheet.getByText('This is no address.').first().waitFor()
  await sheet.getByLabel('Address', { exact: true }).fill('https://forum.example.org/welding')
  await sheet.getByRole('button', { name: 'Add a place' }).click()
  await page.getByRole('heading', { level: 1, name: 'Welders' }).waitFor()
  await page.getByText('jobs on Fri').first().waitFor()
  await page.getByText('from the rules').first().waitFor()
})

test('a visit is told by hand, stands in the ledger, and z takes it back', { timeout: 60_000 }, async () => {
  await page.getByRole('button', { name: 'Note a visit' }).click()
  const sheet = page.getByRole('dialog', { name: 'Note a visit' })
  await sheet.getByLabel('Minutes reading').fill('25')
  await sheet.getByLabel('Answers given').fill('3')
  await sheet.getByRole('button', { name: 'Keep the visit' }).click()
  await page.getByText('Visit kept.').first().waitFor()
  const welders = async () => (await groups()).find(group => group.title === 'Welders')?.ledger
  await expect.poll(welders).toMatchObject({ readMs: 1_500_000, answers: 3 })
  await page.locator('#main').focus()
  await page.keyboard.press('z')
  await expect.poll(welders).toMatchObject({ readMs: 0, answers: 0 })
})

test('a room is a group by itself; what is settled there holds in its composer; its open question is one press away', {
  timeout: 60_000,
}, async () => {
  await makeRoom()
  await page.goto(`${site.url}/groups`)
  await page.getByRole('link', { name: /#welding/ }).waitFor()
  await page.locator('#main').focus()
  await page.keyboard.press('j')
  for (let tries = 0; tries < 3; tries += 1) {
    if ((await page.evaluate('document.activeElement.textContent')) === 'IR#welding') break
    await page.keyboard.press('j')
  }
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '#welding' }).waitFor()
  await page.getByText('tom thanked you').first().waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Change norms' }).click()
  const sheet = page.getByRole('dialog', { name: 'Change norms' })
  await sheet.getByLabel('Job posts').selectOption('days')
  await sheet.getByLabel('Tuesday').check()
  await sheet.getByRole('button', { name: 'Save' }).click()
  await page.getByText('jobs on Tue').first().waitFor()
  const conversation = (await groups()).find(group => group.title === '#welding')?.conversation ?? ''
  await expect
    .poll(async () => (await site.api(context, 'GET', `/conversations/${conversation}/context`)).context.room?.settled)
    .toEqual({ jobs: { days: [2] } })
  await page.getByText('does anyone know a good torch?').first().waitFor()
  await page.getByRole('button', { name: 'Answer in the room', exact: true }).click()
  await page.waitForURL(new RegExp(conversation))
  await page.getByText('Your team settled: jobs on Tuesday only.').first().waitFor()
})

test('the clock of a room runs while it is in front and in use', { timeout: 60_000 }, async () => {
  const time = async () => (await groups()).find(group => group.title === '#welding')?.ledger
  expect((await time())?.readMs).toBe(0)
  await page.mouse.move(700, 400)
  await until('time read', async () => ((await time())?.readMs ?? 0) >= 5_000, 40_000)
  const field = page.getByRole('textbox', { name: /Message|write/i }).last()
  await field.fill('A propane one, for work of that size.')
  await until('time of writing', async () => ((await time())?.talkMs ?? 0) > 0, 40_000)
})
