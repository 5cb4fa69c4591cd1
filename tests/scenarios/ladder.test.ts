import { createServer, type Server } from 'node:http'
import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { eventually, type KithServer, startKith } from '../servers/kith.ts'
import { findPages } from '../servers/shared.ts'
import { startXmppNetwork, type XmppNetwork } from '../servers/xmpp.ts'
import { launchBrowser } from './browser/browser.ts'

/**
 * One person up the whole ladder, from found to candidate, over three tools: her blog (read here, answered by hand there), XMPP (a real
 * server) and the website chat. Twice Kith stops the recruiter, says why, and she takes the step it names.
 */

let kith: KithServer
let network: XmppNetwork
let blog: Server
let blogUrl = ''
let browser: Browser
let context: BrowserContext
let page: Page
const faults: string[] = []

const post = {
  title: 'The checklist on the fridge door',
  text: 'Every vaccine fridge on our ward has a paper sheet taped to its door. At two in the morning nobody reads a manual, so we cut ours down to seven lines. The third line saved us twice: check the logger before you trust the display.',
}
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
        : '<!doctype html><title>Ana at night</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"><h1>Ana at night</h1>',
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
  page.on('pageerror', error => faults.push(error.message))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await Promise.all([kith?.[Symbol.asyncDispose](), network?.[Symbol.asyncDispose]()])
  blog?.close()
})

const anything = z.unknown()
const withId = z.object({ id: z.string() })
const people = z.object({ people: z.array(z.looseObject({ id: z.string(), name: z.string(), stage: z.string() })) })
const button = (name: string | RegExp, within: Page | Locator = page) => within.getByRole('button', { name })
const field = () => page.getByRole('textbox', { name: /message|words/i }).last()
const ana = async () =>
  (await kith.api.call('GET', '/api/v1/people', people)).people.find(person => person.name === 'Ana Ruiz')
const idOfAna = async () => (await ana())?.id ?? ''
const reaches = (stage: string) => eventually(async () => expect((await ana())?.stage).toBe(stage))
const openAna = async () => {
  await page.goto(`/people/${await idOfAna()}`)
  await page.getByRole('heading', { level: 1, name: /Ana Ruiz/ }).waitFor()
}

test('found: Ana is entered with her chat address, her blog is followed, and what she wrote is read', async () => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('mara@kith.example')
  await page.getByLabel('Password').fill('a long harbour wall')
  await button('Sign in').click()
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  await kith.api.call('POST', '/api/v1/people', withId, {
    name: 'Ana Ruiz',
    profiles: [{ tool: 'xmpp', address: 'stranger@localhost' }],
  })
  await reaches('found')
  await openAna()
  await page.keyboard.press('2')
  await page.getByRole('textbox', { name: 'Follow a blog' }).fill(`${blogUrl}/`)
  await button('Follow', page).last().click()
  await page.getByText(post.title).first().click()
  await page.getByText('Reading recorded').first().waitFor({ timeout: 40_000 })
  await reaches('read')
}, 90_000)

test('first block: a message before she knows Mara is stopped, nothing leaves, and the reason names the right step', async () => {
  const { id: connection } = await kith.api.call('POST', '/api/v1/connections', withId, {
    tool: 'xmpp',
    label: 'Jabber',
    values: network.account.values,
  })
  const connections = z.object({ connections: z.array(z.looseObject({ id: z.string(), state: z.string() })) })
  await eventually(async () => {
    const list = await kith.api.call('GET', '/api/v1/connections', connections)
    expect(list.connections.find(each => each.id === connection)?.state).toBe('connected')
  }, 30_000)
  const { id } = await kith.api.call('POST', '/api/v1/conversations', withId, {
    connection,
    address: 'stranger@localhost',
  })
  await page.goto(`/inbox/${id}`)
  const early = 'Hi Ana, loved the third line of your sheet. Do you have a minute?'
  await field().fill(early)
  await button('Not yet').waitFor()
  await button('Not yet').click({ force: true })
  await page
    .getByText(/not connected/i)
    .first()
    .waitFor()
  expect(await field().inputValue()).toBe(early)
  expect(network.stranger.heard(early)).toBe(0)
  await field().fill('')
}, 60_000)

test('understood: the answer goes on her blog, by hand; she answers, and the invitation is open', async () => {
  await openAna()
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
  await button(/^Note their answer/).click()
  await page.getByRole('radio', { name: 'Answered in public' }).check()
  await button('Note it').click()
  await reaches('acknowledged')
}, 60_000)

test('connected: she accepts the invitation over XMPP', async () => {
  await openAna()
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
}, 60_000)

test('second block: a job before she knows who Mara is; the sentence comes out, the introduction goes in', async () => {
  const pitch = 'Thanks for accepting! We have a night nurse role open, would you send me your CV?'
  await field().fill(pitch)
  await button('Not yet').waitFor()
  await button('Not yet').click({ force: true })
  await page
    .getByText(/a job, before they know who you are/i)
    .first()
    .waitFor()
  expect(network.stranger.heard(pitch)).toBe(0)
  const hello =
    'Thank you for accepting, Ana. I am Mara, I recruit nurses for the harbour clinics. How did the new sheet go down?'
  await field().fill(hello)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await network.stranger.waitToHear(hello)
  await reaches('introduced')
}, 60_000)

/** The chat's frame stands in a closed shadow root: it is found by its address. */
const panelOf = (visitor: Page): Promise<Frame> =>
  eventually(async () => {
    const frame = visitor.frames().find(each => each.url().includes('/chat/'))
    if (!frame) throw new Error('the chat has no frame yet')
    return frame
  })

test('interested: she asks about work over XMPP and goes on in the chat of the page, where Mara answers', async () => {
  await network.stranger.say('Very well, thank you. And do you have any jobs with fewer nights?')
  await reaches('interested')
  const { id } = await kith.api.call('POST', '/api/v1/pages', withId, { title: 'Night shifts at the harbour' })
  await kith.api.call('PATCH', `/api/v1/pages/${id}`, anything, { published: true })
  const visitor = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await visitor.goto(`${kith.url}/p/night-shifts-at-the-harbour`)
  await visitor.getByRole('link', { name: 'Chat now' }).click()
  const panel = await panelOf(visitor)
  await panel.getByRole('checkbox').check()
  await panel.getByRole('button', { name: 'Start chat' }).click()
  const box = panel.getByRole('textbox', { name: 'Your message' })
  await box.fill('Hi, it is Ana from the fridge post.')
  await box.press('Enter')
  await panel.getByText('it is Ana from the fridge post').first().waitFor()
  await expect
    .poll(async () => JSON.stringify(await kith.api.call('GET', '/api/v1/conversations?view=all', anything)), {
      timeout: 30_000,
    })
    .toContain('it is Ana from the fridge post')
  await page.goto('/inbox')
  await page.getByText('it is Ana from the fridge post').first().click()
  await field().fill('Hello Ana, I am Mara, I recruit for the harbour. Good that you came by. What would suit you?')
  await page.keyboard.press('Enter')
  await panel.getByText('What would suit you?').first().waitFor()
  await box.fill('Two nights a month. I would like to apply.')
  await box.press('Enter')
  await page.getByText('I would like to apply').first().waitFor()
}, 90_000)

test('candidate: set by hand with the reason, and the whole way stands on her page, each rung with its cause', async () => {
  await openAna()
  await page.locator('.r-tools').getByRole('button').last().click()
  await page.getByLabel('Stage').selectOption('candidate')
  await page.locator('.r-form').getByRole('textbox').fill('She asked to apply for the day clinic.')
  await page.locator('.r-form').getByRole('button').first().click()
  await reaches('candidate')
  await page.keyboard.press('3')
  for (const stage of ['read', 'engaged', 'acknowledged', 'connected', 'introduced', 'interested', 'candidate'])
    await page.getByText(new RegExp(stage)).first().waitFor()
  const relationship = z.looseObject({
    rungs: z.array(z.looseObject({ stage: z.string(), cause: z.string().nullable() })),
  })
  const { rungs } = await kith.api.call('GET', `/api/v1/people/${await idOfAna()}/relationship`, relationship)
  expect(rungs.filter(rung => rung.stage !== 'found' && !rung.cause)).toEqual([])
  expect(faults).toEqual([])
}, 60_000)
