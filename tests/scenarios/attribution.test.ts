import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startWebsite, until, type Website } from './browser/website.ts'

const link = z.object({ id: z.string(), code: z.string(), url: z.string() })
const pages = z.object({ pages: z.array(z.object({ id: z.string(), slug: z.string() })) })
const made = z.object({ id: z.string() })
const report = z.object({
  rows: z.array(z.object({ key: z.string().nullable(), visits: z.number(), people: z.record(z.string(), z.number()) })),
})

let site: Website
let browser: Browser

beforeAll(async () => {
  site = await startWebsite()
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
  })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

test('a visitor comes by a short link, reads without a cookie and stays unknown; once they chat, their link shows them as a lead, and the chart can be taken along', {
  timeout: 120_000,
}, async () => {
  const { id: page } = await site.api(made, 'POST', '/pages', { title: 'Night jobs' })
  await site.api(z.unknown(), 'PATCH', `/pages/${page}`, { published: true })
  const { slug } = (await site.api(pages, 'GET', '/pages')).pages[0] ?? { slug: '' }
  const { id, code } = await site.api(link, 'POST', '/sources', {
    kind: 'link',
    tool: 'irc',
    to: { kind: 'page', id: page },
    label: '#night-shift',
  })
  const row = async () => (await site.api(report, 'GET', '/attribution?view=first')).rows.find(one => one.key === id)

  const visitors = await browser.newContext({ baseURL: site.url, locale: 'en-GB' })
  // As the visitor's own browser says it; the headless one names itself a program.
  await visitors.setExtraHTTPHeaders({
    'user-agent':
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  })
  const visitor = await visitors.newPage()
  await visitor.goto(`/go/${code}`)
  expect(new URL(visitor.url()).pathname).toBe(`/p/${slug}`)
  expect(new URL(visitor.url()).searchParams.get('via')).toBe(code)
  expect(await visitors.cookies()).toEqual([])
  await until('the visit', async () => (await row())?.visits === 1)
  expect((await row())?.people.lead).toBe(0)

  await visitor.getByRole('link', { name: 'Chat now' }).click()
  // The chat stands in a closed shadow: its frame is found by its address.
  const panel = await until('the chat', async () => visitor.frames().find(frame => frame.url().includes('/chat/')))
  await panel.getByRole('checkbox').check()
  await panel.getByRole('button', { name: 'Start chat' }).click()
  const field = panel.getByRole('textbox', { name: 'Your message' })
  await field.fill('Is it only nights?')
  await field.press('Enter')
  await until('the lead', async () => (await row())?.people.lead === 1)
  expect((await row())?.people).toMatchObject({ chat: 1, connected: 1 })
  await visitors.close()

  const context = await site.signIn(browser)
  const mara = await context.newPage()
  await mara.goto('/reports')
  const table = mara.getByRole('table')
  await table.getByRole('rowheader', { name: '#night-shift' }).waitFor()
  await mara.locator('svg.recharts-surface').first().waitFor()
  for (const [kind, start] of [
    ['Picture (PNG)', '\u0089PNG'],
    ['Drawing (SVG)', '<svg'],
    ['Table (CSV)', '\uFEFFSource,Visits,People'],
  ] as const) {
    await mara.getByRole('button', { name: 'Export', exact: true }).click()
    const [file] = await Promise.all([
      mara.waitForEvent('download'),
      mara.getByRole('menuitem', { name: kind }).click(),
    ])
    const bytes: Buffer[] = []
    for await (const part of await file.createReadStream()) bytes.push(Buffer.from(part))
    const text = Buffer.concat(bytes).toString(kind === 'Picture (PNG)' ? 'latin1' : 'utf8')
    expect(text.startsWith(start), `${kind}: ${text.slice(0, 60)}`).toBe(true)
  }
  await table.getByRole('button', { name: '#night-shift, People: show 1 person' }).click()
  await mara.getByRole('dialog').getByRole('link').first().click()
  await mara.getByText('Came by').first().waitFor()
  await mara.getByText('#night-shift').first().waitFor()
  await context.close()
})
