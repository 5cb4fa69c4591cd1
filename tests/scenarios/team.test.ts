import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { addUser } from '#features/accounts/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, until, type Website } from './browser/website.ts'

const stack = new AsyncDisposableStack()
const told: { id: string; body: string; headers: Record<string, string> }[] = []
/** What the receiver answers next. */
let answers = 204
let site: Website
let browser: Browser
let page: Page
let receiver: string

beforeAll(async () => {
  site = stack.use(await startWebsite({ KITH_OUTBOUND_ALLOW: '127.0.0.1' }))
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', part => {
      body += part
    })
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      told.push({ id: headers['webhook-id'] ?? '', body, headers })
      response.writeHead(answers).end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  stack.defer(() => new Promise(resolve => server.close(() => resolve())))
  receiver = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kith`
  browser = await launchBrowser()
  stack.defer(() => browser.close())
  page = await (await site.signIn(browser)).newPage()
}, 180_000)
afterAll(() => stack.disposeAsync())

test('an admin adds a webhook, sees what came back and when it is tried again, and sends it once more under the same id', async () => {
  await page.goto('/settings/webhooks')
  const address = `${receiver}?${Date.now()}`
  await page.getByLabel('Address').fill(address)
  await page.getByRole('checkbox', { name: 'A relationship moves to another stage' }).check()
  await page.getByRole('button', { name: 'Add webhook' }).click()
  const card = page.getByRole('article', { name: address })
  await card.waitFor()
  const secret =
    (await page
      .getByText(/^whsec_/)
      .first()
      .textContent()) ?? ''
  const before = told.length
  answers = 503
  await card.getByRole('button', { name: 'Send a test' }).click()
  await card.getByText('answered 503').waitFor()
  await card.getByText('next try').waitFor()
  answers = 204
  await card.getByText('webhook.test', { exact: true }).click()
  await card.getByRole('button', { name: 'Send again' }).click()
  await card.getByText('Delivered').waitFor()
  const sent = told.slice(before)
  expect(sent.length).toBe(2)
  expect(new Set(sent.map(each => each.id)).size).toBe(1)
  const last = sent.at(-1)
  expect(new Webhook(secret).verify(last?.body ?? '', last?.headers ?? {})).toMatchObject({ type: 'webhook.test' })
  answers = 410
  await card.getByRole('button', { name: 'Send a test' }).click()
  await card.getByText('answered that it is gone (410)').waitFor()
  answers = 204
  await card.getByRole('button', { name: 'Resume', exact: true }).click()
  await card.getByRole('button', { name: 'Pause', exact: true }).waitFor()
})

test('an admin makes a token of the team that reads, and takes it away again', async () => {
  await page.goto('/settings/tokens')
  const name = `Payroll ${Date.now()}`
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Belongs to').selectOption({ label: 'the team' })
  await page.getByLabel('Role').selectOption({ label: 'Viewer: sees' })
  await page.getByLabel('May').selectOption({ label: 'only read' })
  await page.getByRole('button', { name: 'Make a token' }).click()
  const token =
    (await page
      .getByText(/^kith_/)
      .first()
      .textContent()) ?? ''
  const ask = async () =>
    (await fetch(`${site.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status
  expect(await ask()).toBe(200)
  await page.getByText('Viewer · made by Mara').first().waitFor()
  await page.getByRole('button', { name: `Remove the token ${name}` }).click()
  await page.getByRole('button', { name: `Remove the token ${name}` }).waitFor({ state: 'detached' })
  expect(await ask()).toBe(401)
})

test('an admin takes people and everything along as files', async () => {
  const name = `Ana ${Date.now()}`
  await site.api(z.unknown(), 'POST', '/people', { name })
  await page.goto('/settings/export')
  const get = async (link: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link, exact: true }).click(),
    ])
    return { file: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
  const people = await get('As vCards, for address books')
  expect(people.file).toMatch(/^kith-people-[\d-]+\.vcf$/)
  expect(people.text).toContain(`FN:${name}`)
  const everything = await get('Get everything')
  expect(everything.text).toContain(`"displayName":"${name}"`)
  await page.getByLabel('Kind').selectOption('audit-entry')
  const log = await until('the log', async () => {
    const { text } = await get('As CSV')
    return text.includes('workspace.exported') && text
  })
  expect(log).toMatch(/^entryId|^[a-zA-Z,]+\r\n/)
})

test('what is to do is given to a team, taken by one of it, and handed over when they leave', async () => {
  const run = Date.now()
  const name = `Ben ${run}`
  const ben = { email: `ben-${run}@kith.example`, password: 'a quiet harbour bell' }
  const added = await addUser({ db: site.db, clock: systemClock }, { ...ben, name, role: 'recruiter' })
  if (!added.ok) throw new Error(added.refusal.code)
  const me = await site.api(z.object({ user: z.object({ id: z.string() }) }), 'GET', '/me')
  const [team, text] = [`Nights ${run}`, `Answer the clinic, ${run}`]
  await site.api(z.unknown(), 'POST', '/teams', { name: team, members: [me.user.id, added.value.user] })
  await page.goto('/todos')
  await page.getByRole('button', { name: 'Add a to-do' }).click()
  await page.getByLabel('What is to do?').fill(text)
  await page.getByLabel('Who does it?').selectOption({ label: `Team ${team}: whoever takes it` })
  await page.getByRole('button', { name: 'Note it' }).click()
  const row = (on: Page) => on.getByRole('listitem').filter({ hasText: text })
  await row(page).getByText(`for ${team}`).waitFor()

  const context = await browser.newContext({ baseURL: site.url, locale: 'en-GB', reducedMotion: 'reduce' })
  context.setDefaultTimeout(30_000)
  const signedIn = await context.request.post('/api/v1/sign-in', { data: ben, headers: { origin: site.url } })
  expect(signedIn.ok()).toBe(true)
  const bens = await context.newPage()
  await bens.goto('/todos')
  await row(bens).getByRole('button', { name: 'Take it' }).click()
  await row(bens).getByRole('button', { name: 'Take it' }).waitFor({ state: 'detached' })
  await row(bens).waitFor()
  await context.close()
  await page.goto('/todos?whose=all')
  await row(page).getByText(name).waitFor()

  await page.goto(`/settings/team/${added.value.user}/hand-over`)
  await page.getByRole('heading', { name: `What stays ${name}’s` }).waitFor()
  await page.getByRole('checkbox', { name: 'Mara (you)' }).check()
  await page.getByRole('button', { name: 'Hand over 1 thing' }).click()
  await page.getByText('to Mara').waitFor()
  await page.goto('/todos')
  await row(page).waitFor()
})
