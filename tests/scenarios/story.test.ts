import { createServer, type Server } from 'node:http'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { writeZip } from '#importers/zip/write-zip.test-support.ts'
import { eventually, type KithServer, startKith } from '../servers/kith.ts'
import { findPages } from '../servers/shared.ts'
import { startXmppNetwork, type XmppNetwork } from '../servers/xmpp.ts'
import { launchBrowser } from './browser/browser.ts'

/** The article's story, in a real browser, with real servers: from an export to somebody who asks about work. */

let kith: KithServer
let network: XmppNetwork
let blog: Server
let blogUrl = ''
let browser: Browser
let context: BrowserContext
let page: Page

const seen: string[] = []

const post = {
  title: 'The checklist on the fridge door',
  text: 'Every vaccine fridge on our ward has a paper sheet taped to its door. At two in the morning nobody reads a manual, so we cut ours down to seven lines. The third line saved us twice: check the logger before you trust the display. Last winter the display said four degrees while the logger had nine, and we lost nothing because Tomas looked.',
}

const connections = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz-nurse,,Clinic Norte,Night nurse,08 Feb 2026
Tom,Bek,https://www.linkedin.com/in/tombek,tom@bek.example,Harbour Freight,Crane driver,11 Jan 2026
Li,Wen,https://www.linkedin.com/in/li-wen-vines,,Hillside Vineyard,Cellar master,03 Mar 2025
,,,,,,07 Jun 2026
`

const feed = () => `<?xml version="1.0"?><rss version="2.0"><channel><title>Ana at night</title><link>${blogUrl}/</link>
<description>Notes from the ward</description><item><title>${post.title}</title><link>${blogUrl}/fridge</link><guid>${blogUrl}/fridge</guid>
<pubDate>${new Date(Date.now() - 86_400_000).toUTCString()}</pubDate><description>${post.text}</description></item></channel></rss>`

beforeAll(async () => {
  await findPages()
  blog = createServer((request, response) => {
    const isFeed = request.url === '/feed.xml'
    response.setHeader('content-type', isFeed ? 'application/rss+xml' : 'text/html')
    response.end(
      isFeed
        ? feed()
        : `<!doctype html><title>Ana at night</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"><h1>Ana at night</h1>`,
    )
  })
  await new Promise<void>(resolve => blog.listen(0, '127.0.0.1', resolve))
  const address = blog.address()
  blogUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  ;[kith, network, browser] = await Promise.all([
    startKith({ KITH_OUTBOUND_ALLOW: '127.0.0.1' }),
    startXmppNetwork(),
    launchBrowser(),
  ])
  context = await browser.newContext({
    baseURL: kith.url,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(30_000)
  page = await context.newPage()
  page.on('pageerror', error => seen.push(error.message))
})

afterAll(async () => {
  await browser?.close()
  await Promise.all([kith?.[Symbol.asyncDispose](), network?.[Symbol.asyncDispose]()])
  blog?.close()
})

const button = (name: string | RegExp, within: Page | Locator = page) => within.getByRole('button', { name })
const field = () => page.getByRole('textbox', { name: /message|words/i }).last()
const anything = z.unknown()
const people = z.object({ people: z.array(z.looseObject({ id: z.string(), name: z.string(), stage: z.string() })) })
const stageOf = async (name: string) =>
  (await kith.api.call('GET', '/api/v1/people', people)).people.find(person => person.name === name)?.stage
const idOf = async (name: string) =>
  (await kith.api.call('GET', '/api/v1/people', people)).people.find(person => person.name === name)?.id ?? ''
const reaches = (stage: string) => eventually(async () => expect(await stageOf('Ana Ruiz')).toBe(stage))

test('Mara signs in and brings her LinkedIn export; nothing is written before she says so', async () => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('mara@kith.example')
  await page.getByLabel('Password').fill('a long harbour wall')
  await button('Sign in').click()
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  await page.goto('/import')
  const zip = writeZip([{ path: 'Connections.csv', bytes: Buffer.from(connections) }])
  await page.locator('input[type=file]').setInputFiles({
    name: 'Basic_LinkedInDataExport_11-22-2026.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zip),
  })
  await page
    .getByText(/LinkedIn/)
    .first()
    .waitFor()
  await page.getByText('Night nurse').first().waitFor()
  expect((await kith.api.call('GET', '/api/v1/people', people)).people).toEqual([])
  await button(/^Import 3/).click()
  await page.getByText(/3 new/).first().waitFor()
  expect((await kith.api.call('GET', '/api/v1/people', people)).people.map(person => person.name).sort()).toEqual([
    'Ana Ruiz',
    'Li Wen',
    'Tom Bek',
  ])
})

test('she links Ana with her blog and reads what Ana writes', async () => {
  await page.goto(`/people/${await idOf('Ana Ruiz')}`)
  await page.getByRole('heading', { level: 1, name: /Ana Ruiz/ }).waitFor()
  await page.keyboard.press('2')
  await page.getByRole('textbox', { name: 'Follow a blog' }).fill(`${blogUrl}/`)
  await button('Follow', page).last().click()
  await page.getByText(post.title).first().click()
  await page.getByText('check the logger before you trust the display').first().waitFor()
  await page.getByText('Reading recorded').first().waitFor({ timeout: 40_000 })
  await reaches('read')
})

test('a pitch over chat comes too early: it is stopped, with the reason and the right step', async () => {
  await kith.api.call('POST', `/api/v1/people/${await idOf('Ana Ruiz')}/profiles`, anything, {
    tool: 'xmpp',
    address: 'stranger@localhost',
  })
  const { id: connection } = await kith.api.call('POST', '/api/v1/connections', z.object({ id: z.string() }), {
    tool: 'xmpp',
    label: 'Jabber',
    values: network.account.values,
  })
  await eventually(async () => {
    const list = await kith.api.call(
      'GET',
      '/api/v1/connections',
      z.object({ connections: z.array(z.looseObject({ id: z.string(), state: z.string() })) }),
    )
    expect(list.connections.find(each => each.id === connection)?.state).toBe('connected')
  }, 30_000)
  const { id } = await kith.api.call('POST', '/api/v1/conversations', z.object({ id: z.string() }), {
    connection,
    address: 'stranger@localhost',
  })
  await page.goto(`/inbox/${id}`)
  await field().fill('Hello Ana, we have a role open for a night nurse, would you send me your CV?')
  await button('Not yet').waitFor()
  await button('Not yet').click({ force: true })
  expect(await page.locator('body').innerText()).toMatch(/job/i)
  expect(await field().inputValue()).toContain('night nurse')
  await field().fill('')
  expect(network.stranger.heard('Hello Ana, we have a role open for a night nurse, would you send me your CV?')).toBe(0)
})

test('the right step is taken: an answer to what Ana wrote, sent by hand on her blog', async () => {
  await page.goto(`/people/${await idOf('Ana Ruiz')}`)
  await page.getByRole('heading', { level: 1, name: /Ana Ruiz/ }).waitFor()
  await button(/^Answer in public/)
    .first()
    .waitFor()
  await page.keyboard.press('.')
  const words = page.getByRole('textbox', { name: /words to Ana/i })
  await words.fill(
    'Checking the logger before trusting the display is such a good third line. Who taped the first sheet to the fridge?',
  )
  const opened = context.waitForEvent('page')
  await button('Copy and open').click()
  await (await opened).close()
  await button('I sent it').click()
  await reaches('engaged')
})

test('Ana answers; that she did is noted, and the way to an invitation is open', async () => {
  await button(/^Note their answer/).click()
  await page.getByRole('radio', { name: 'Answered in public' }).check()
  await button('Note it').click()
  await reaches('acknowledged')
})

test('Mara invites her over XMPP; Ana accepts and is seen online', async () => {
  await page.goto(`/people/${await idOf('Ana Ruiz')}`)
  await page.getByRole('heading', { level: 1, name: /Ana Ruiz/ }).waitFor()
  await button(/^Invite/)
    .first()
    .waitFor()
  await page.keyboard.press('.')
  await page.waitForURL(/\/inbox\//)
  await field().fill('It was good to read about the fridge sheets. Shall we stay in touch here?')
  await page
    .getByText(/This asks Ana Ruiz to be connected/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await network.stranger.waitToBeInvited()
  await network.stranger.accept()
  await network.stranger.presence('online')
  await reaches('connected')
  await page.getByText('1 online').first().waitFor()
})

test('she says who she is; Ana asks about work: interested, with every step and its cause on record', async () => {
  await field().fill(
    'Thank you for accepting, Ana. I am Mara, I recruit nurses for the harbour clinics. How did the new sheet go down?',
  )
  await page.keyboard.press('Enter')
  await network.stranger.waitToHear(
    'Thank you for accepting, Ana. I am Mara, I recruit nurses for the harbour clinics. How did the new sheet go down?',
  )
  await reaches('introduced')
  await network.stranger.say('Very well, thank you. And do you have any jobs with fewer nights?')
  await page.getByText('And do you have any jobs with fewer nights?').first().waitFor()
  await reaches('interested')
  await page.goto(`/people/${await idOf('Ana Ruiz')}`)
  await page.keyboard.press('3')
  for (const stage of ['read', 'engaged', 'acknowledged', 'connected', 'introduced', 'interested'])
    await page.getByText(new RegExp(stage)).first().waitFor()
})

test('a visitor on the landing page chats with Mara; the answer arrives live', async () => {
  const { id } = await kith.api.call('POST', '/api/v1/pages', z.object({ id: z.string() }), {
    title: 'Night shifts at the harbour',
  })
  await kith.api.call('PATCH', `/api/v1/pages/${id}`, anything, { published: true })
  const visitor = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await visitor.goto(`${kith.url}/p/night-shifts-at-the-harbour`)
  await visitor.getByRole('link', { name: 'Chat now' }).click()
  // The frame stands in a closed shadow root: it is found by its address.
  const panel = await eventually(async () => {
    const frame = visitor.frames().find(each => each.url().includes('/chat/'))
    if (!frame) throw new Error('the chat has no frame yet')
    return frame
  })
  await panel.getByRole('checkbox').check()
  await panel.getByRole('button', { name: 'Start chat' }).click()
  const box = panel.getByRole('textbox', { name: 'Your message' })
  await box.fill('Hello, is it only nights?')
  await box.press('Enter')
  await page.goto('/inbox')
  await page.getByText('Hello, is it only nights?').first().click()
  await field().fill('Hello, I am Mara, I recruit for the harbour. No, there are day shifts too. What would suit you?')
  await page.keyboard.press('Enter')
  await panel.getByText('No, there are day shifts too.').first().waitFor()
})

test('no page threw on the way', () => {
  expect(seen).toEqual([])
})
