import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { pageList, websiteChatView } from '#features/campaigns/wire.ts'
import { conversationDetail, inboxPage, messagesPage, presenceList } from '#features/conversations/wire.ts'
import { newId } from '#kernel/ids.ts'
import { launchBrowser } from './browser/browser.ts'
import { anything, startWebsite, until, type Website } from './browser/website.ts'

let site: Website
let browser: Browser
let axe: string
let pageId: string

const withId = z.object({ id: z.string() })
const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

beforeAll(async () => {
  site = await startWebsite()
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  pageId = (await site.api(withId, 'POST', '/pages', { title: 'Night shifts in Bergen' })).id
  await site.api(withId, 'PATCH', `/pages/${pageId}`, { published: true })
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

const landing = () => `${site.url}/p/night-shifts-in-bergen`

/** What the browser complains of, breaches of the content policy included; a server that is away is no fault of the page. */
function listFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' && !/ERR_CONNECTION|ERR_EMPTY|WebSocket connection/.test(message.text()))
      faults.push(message.text())
  })
  page.on('pageerror', error => faults.push(error.message))
  return faults
}

/** Findings of axe in words; it is evaluated by the debugger, which the page's policy does not bind. */
async function findings(frame: Page | Frame): Promise<string[]> {
  await frame.evaluate(axe)
  const results: unknown = await frame.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.passes.length < 12 ? ['axe judged only ' + r.passes.length + ' rules'] : r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.failureSummary || ''))))`,
  )
  return Array.isArray(results) ? results.map(String) : ['axe gave no answer']
}

const chatFrame = (page: Page) =>
  until('the chat’s frame', async () => page.frames().find(frame => frame.url().includes('/chat/')))

async function openChat(page: Page): Promise<Frame> {
  await page.getByRole('link', { name: 'Chat now' }).click()
  const frame = await chatFrame(page)
  await frame.getByRole('heading', { name: 'Mara' }).waitFor()
  return frame
}

async function begin(frame: Frame): Promise<void> {
  await frame.getByRole('checkbox').check()
  await frame.getByRole('button', { name: 'Start chat' }).click()
  await frame.getByRole('textbox', { name: 'Your message' }).waitFor()
}

async function say(frame: Frame, text: string): Promise<void> {
  await frame.getByRole('textbox', { name: 'Your message' }).fill(text)
  await frame.getByRole('textbox', { name: 'Your message' }).press('Enter')
}

const conversations = async () => (await site.api(inboxPage, 'GET', '/conversations')).conversations
const saidIn = async (id: string) =>
  (await site.api(messagesPage, 'GET', `/conversations/${id}/messages`)).messages.toReversed()
const textsOf = (frame: Frame) => frame.locator('.log .mine .said, .log .theirs .said').allTextContents()
const answer = (conversation: string, text: string) =>
  site.api(withId, 'POST', `/conversations/${conversation}/messages`, { id: newId(), text })

test('the landing page reads without script, is small, and keeps the strict policy', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const response = await page.goto(landing())
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  for (const name of ['Why chat', 'What to expect', 'Never asked']) await page.getByRole('heading', { name }).waitFor()
  await page.getByText('Mara answers.').first().waitFor()
  expect(await response?.text()).toMatch(/<noscript>.*The chat needs JavaScript/)
  const link = await page.getByRole('link', { name: 'Chat now' }).getAttribute('href')
  expect((await response?.body())?.byteLength).toBeLessThan(20_000)
  expect(link).toMatch(/^\/chat\/[0-9a-f-]{36}\?page=/)
  await context.close()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the landing page, ${colorScheme}, and nothing is wider than a phone`, async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    const faults = listFaults(page)
    await page.goto(landing())
    expect(await findings(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(faults).toEqual([])
    await context.close()
  })

async function visit(context: BrowserContext): Promise<{ page: Page; requests: string[]; faults: string[] }> {
  const page = await context.newPage()
  const requests: string[] = []
  page.on('request', request => requests.push(new URL(request.url()).pathname))
  const faults = listFaults(page)
  await page.goto(landing())
  return { page, requests, faults }
}

test('a stranger opens the chat, agrees, writes and is answered; a restart loses and doubles nothing', {
  timeout: 120_000,
}, async () => {
  // What an earlier try left is not this stranger's.
  const earlier = new Set((await conversations()).map(each => each.id))
  const ofStranger = async () => (await conversations()).filter(each => !earlier.has(each.id))
  const counted = (await site.api(pageList, 'GET', '/pages')).pages[0]
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1200, height: 800 } })
  const { page, requests, faults } = await visit(context)
  await page.waitForTimeout(300)
  expect(requests.filter(path => !path.endsWith('.svg')).toSorted()).toEqual([
    '/p/night-shifts-in-bergen',
    '/widget/chat.js',
    '/widget/landing.css',
  ])
  expect(await context.storageState()).toEqual({ cookies: [], origins: [] })

  const frame = await openChat(page)
  expect(await findings(frame)).toEqual([])
  await frame.getByRole('button', { name: 'Start chat' }).click()
  await frame.getByText('Tick this first.').first().waitFor()
  await begin(frame)
  await until('the visitor online', async () => {
    const { people } = await site.api(presenceList, 'GET', '/presence')
    return people.some(each => each.tool === 'website-chat' && each.state === 'online' && each.status === landing())
  })
  expect((await context.storageState()).origins).toEqual([])
  expect(await ofStranger()).toEqual([])

  await say(frame, 'Hello, I saw your page')
  await frame.getByText('Arrived').first().waitFor()
  const conversation = await until('the conversation', async () => (await ofStranger())[0])
  expect(conversation).toMatchObject({ tool: 'website-chat', kind: 'visitor', unread: 1, presence: 'online' })
  expect(conversation.person?.stage).toBe('connected')
  expect((await site.api(pageList, 'GET', '/pages')).pages[0]).toMatchObject({
    visitors: (counted?.visitors ?? 0) + 1,
    people: (counted?.people ?? 0) + 1,
  })
  expect((await context.storageState()).origins[0]?.localStorage).toHaveLength(1)
  expect(await findings(frame)).toEqual([])

  await site.api(anything, 'POST', `/conversations/${conversation.id}/read`)
  await frame.getByText('Seen').first().waitFor()
  await site.api(anything, 'POST', `/conversations/${conversation.id}/typing`, { on: true })
  await frame.getByText('Mara is writing').first().waitFor()
  await answer(conversation.id, 'Hello, I am Mara, I recruit for the harbour clinic. Nights, but not only.')
  await frame.getByText('Nights, but not only.').first().waitFor()
  await until('the read receipt', async () =>
    (await saidIn(conversation.id)).some(message => message.own && message.delivery === 'read'),
  )

  await site.stop()
  await frame.getByText('No connection.').first().waitFor()
  await say(frame, 'Written while you were away')
  await say(frame, 'and a second line')
  await frame.getByText('Waits here, not sent yet').first().waitFor()
  await site.start()
  await frame.getByText('No connection.').waitFor({ state: 'detached', timeout: 40_000 })
  await until('both lines', async () => (await saidIn(conversation.id)).length === 4, 40_000)
  await answer(conversation.id, 'I read both, sorry for the wait.')
  await frame.getByText('I read both').first().waitFor()
  const thread = [
    'Hello, I saw your page',
    'Hello, I am Mara, I recruit for the harbour clinic. Nights, but not only.',
    'Written while you were away',
    'and a second line',
    'I read both, sorry for the wait.',
  ]
  expect(await textsOf(frame)).toEqual(thread)
  expect((await saidIn(conversation.id)).map(message => message.text)).toEqual(thread)
  await page.close()
  await until(
    'the visitor gone',
    async () => {
      const { people } = await site.api(presenceList, 'GET', '/presence')
      return people.every(each => each.conversation !== conversation.id)
    },
    40_000,
  )

  const second = await visit(context)
  const again = await openChat(second.page)
  await until('the history', async () => (await textsOf(again)).length === 5)
  expect(await textsOf(again)).toEqual(thread)
  await say(again, 'Back again')
  await until('the same thread', async () => (await saidIn(conversation.id)).length === 6)
  expect(await ofStranger()).toHaveLength(1)
  expect([...faults, ...second.faults]).toEqual([])
  await context.close()
})

test('Escape closes the chat and gives the focus back; the bubble tells of what came meanwhile', async () => {
  const context = await browser.newContext()
  const { page } = await visit(context)
  const frame = await openChat(page)
  await begin(frame)
  await say(frame, 'One more question')
  await frame.getByText('Arrived').first().waitFor()
  await frame.getByRole('textbox', { name: 'Your message' }).press('Escape')
  await until('the focus', async () => page.evaluate<boolean>(`document.activeElement.matches('[data-kith-open]')`))
  const [newest] = await conversations()
  if (newest) await answer(newest.id, 'Hello, I am Mara. Which one?')
  await frame.locator('.theirs').waitFor({ state: 'attached' })
  await page.waitForTimeout(500)
  const message = newest && (await saidIn(newest.id)).find(each => each.own)
  expect(message?.delivery).toBe('delivered')
  await page.getByRole('link', { name: 'Chat now' }).click()
  await until('the read receipt', async () => {
    const said = newest ? await saidIn(newest.id) : []
    return said.some(each => each.own && each.delivery === 'read')
  })
  await context.close()
})

test('where the browser stores nothing, the chat works and says that it is not kept', async () => {
  const context = await browser.newContext()
  await context.addInitScript(
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })`,
  )
  const { page } = await visit(context)
  const frame = await openChat(page)
  await begin(frame)
  await say(frame, 'Hello from a closed browser')
  await frame.getByText('This browser keeps nothing for us').first().waitFor()
  await context.close()
})

test('while nobody is here an address can be left on the same thread', async () => {
  const context = await browser.newContext()
  const { page } = await visit(context)
  const frame = await openChat(page)
  await begin(frame)
  await say(frame, 'Anybody?')
  await frame.getByLabel('Leave an e-mail address').fill('ana@')
  await frame.getByRole('button', { name: 'Leave address' }).click()
  await frame.getByText('This is no whole e-mail address').first().waitFor()
  expect(await findings(frame)).toEqual([])
  await frame.getByLabel('Leave an e-mail address').fill('ana@example.org')
  await frame.getByRole('button', { name: 'Leave address' }).click()
  await frame.getByText('You can be reached at ana@example.org.').first().waitFor()
  await context.close()
})

test('who writes too fast is told, and what is written meanwhile waits in sight', async () => {
  const context = await browser.newContext()
  const { page } = await visit(context)
  const frame = await openChat(page)
  await begin(frame)
  const lines = Array.from({ length: 22 }, (_, at) => `line ${at}`)
  for (const line of lines) await say(frame, line)
  await frame.getByText('That was a lot at once.').first().waitFor()
  await until('two that wait', async () => (await frame.getByText('Waits here, not sent yet').count()) === 2)
  expect(await textsOf(frame)).toEqual(lines)
  await context.close()
})

test('in Arabic the chat runs from right to left with its own words', async () => {
  const context = await browser.newContext({ locale: 'ar', colorScheme: 'dark', viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  const faults = listFaults(page)
  const { chat } = await site.api(z.object({ chat: z.string() }), 'GET', '/website-chat')
  await page.goto(`${site.url}/chat/${chat}`)
  await page.getByRole('button', { name: 'بدء المحادثة' }).waitFor()
  expect(await page.evaluate('document.documentElement.dir')).toBe('rtl')
  expect(await findings(page)).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})

test('another site may show the chat only when its origin is in the list', async () => {
  const foreign = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.setHeader('content-security-policy', `default-src 'none'; script-src ${site.url}; frame-src ${site.url}`)
    response.end(`<!doctype html><html lang="en"><title>Jobs</title><a href="#" data-kith-open>Ask</a>
      <script src="${site.url}/widget/chat.js" data-chat="${chat}" data-campaign="jobs-page" defer></script>`)
  })
  const { chat } = await site.api(z.object({ chat: z.string() }), 'GET', '/website-chat')
  await new Promise<void>(resolve => foreign.listen(0, '127.0.0.1', resolve))
  const address = foreign.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const context = await browser.newContext()
  const open = async () => {
    const page = await context.newPage()
    const faults = listFaults(page)
    await page.goto(origin)
    await page.getByRole('link', { name: 'Ask' }).click()
    await page.waitForTimeout(700)
    return { page, faults }
  }
  const before = await open()
  expect(before.faults.join()).toContain('frame-ancestors')
  await site.api(anything, 'PUT', '/website-chat/origins', { origins: [`${origin}/any/page`] })
  const after = await open()
  const frame = await chatFrame(after.page)
  await begin(frame)
  await say(frame, 'From another site')
  await frame.getByText('Arrived').first().waitFor()
  expect(after.faults).toEqual([])
  await context.close()
  foreign.closeAllConnections()
  await new Promise(resolve => foreign.close(resolve))
})

test('a visitor who only opened the chat can be greeted first, and is listed with where they came from', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(landing(), { referer: 'https://board.example/' })
  const frame = await openChat(page)
  await begin(frame)
  const row = await until('the visitor', async () => {
    const { people } = await site.api(presenceList, 'GET', '/presence')
    return people.find(
      each =>
        each.tool === 'website-chat' &&
        each.conversation === null &&
        each.state === 'online' &&
        each.visitor?.referrer === 'https://board.example/',
    )
  })
  expect(row.visitor).toEqual({ referrer: 'https://board.example/', campaign: 'Night shifts in Bergen' })
  const open = { connection: row.connection, address: row.address }
  const { id } = await site.api(withId, 'POST', '/conversations', open)
  await answer(id, 'Hello, I am Mara, I recruit for the harbour clinic. Ask me anything about the nights.')
  await frame.getByText('Ask me anything about the nights.').first().waitFor()
  await say(frame, 'How many in a row?')
  await until('one thread', async () => (await saidIn(id)).length === 2)
  expect(await textsOf(frame)).toHaveLength(2)
  await context.close()
})

test('whoever hides the page and closes it at once is gone from the buddy list, every time', async () => {
  const { chat } = await site.api(z.object({ chat: z.string() }), 'GET', '/website-chat')
  const begin = async () => {
    const begun = await fetch(`${site.url}/api/v1/chat/${chat}/visitors`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ consent: 'Agreed', trap: '', tookMs: 4_000 }),
    })
    return z.object({ token: z.string() }).parse(await begun.json()).token
  }
  const page = `${landing()}?hidden`
  const comeAndGo = (token: string) =>
    new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(`${site.url.replace('http', 'ws')}/api/v1/chat/${chat}/socket`)
      socket.addEventListener('error', () => reject(new Error('the socket failed')))
      socket.addEventListener('close', () => resolve())
      socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'hello', token, page })))
      socket.addEventListener('message', () => {
        for (const on of [true, false, true]) socket.send(JSON.stringify({ type: 'away', on }))
        socket.close()
      })
    })
  const tokens = await Promise.all(Array.from({ length: 12 }, begin))
  await Promise.all(tokens.map(comeAndGo))
  await until('nobody here', async () => {
    const { people } = await site.api(presenceList, 'GET', '/presence')
    return people.every(each => each.status !== page)
  })
})

test('outside the working hours the chat says when we are back; the hours are set on a page of Kith', async () => {
  const clock = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16)
  const later = { from: clock(60), to: clock(120) }
  const hours = { timezone: 'UTC', week: Array.from({ length: 7 }, () => later) }
  await site.api(anything, 'PUT', '/website-chat/hours', { hours })
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' })
  const { page } = await visit(context)
  await page.getByText(`Back`).first().waitFor()
  const frame = await openChat(page)
  await frame.getByText(new RegExp(`Back .*${later.from.replace(/^0/, '')}`)).waitFor()
  expect(await findings(frame)).toEqual([])
  await context.close()
  await expect(
    site.api(anything, 'PUT', '/website-chat/hours', { hours: { ...hours, timezone: 'Mars/Base' } }),
  ).rejects.toThrow('It looks like Europe/Berlin')

  const signed = await site.signIn(browser)
  const pages = await signed.newPage()
  await pages.goto(`${site.url}/pages`)
  await pages.getByRole('heading', { name: 'Working hours of the chat' }).waitFor()
  await pages.getByRole('checkbox', { name: 'Open on Sunday' }).uncheck()
  await pages.getByRole('button', { name: 'Save hours' }).click()
  await pages.getByText('Hours are saved.').first().waitFor()
  const kept = await site.api(websiteChatView, 'GET', '/website-chat')
  expect(kept.hours?.week).toEqual([...hours.week.slice(0, 6), null])
  await pages.getByRole('button', { name: 'No fixed hours' }).click()
  await pages.getByText('No hours are set').first().waitFor()
  await signed.close()
})

test('a visitor is blocked from the inbox, sees a closed chat at once, and the block can be undone', async () => {
  const context = await browser.newContext()
  const { page } = await visit(context)
  const frame = await openChat(page)
  await begin(frame)
  await say(frame, 'Buy my pills')
  await frame.getByText('Arrived').first().waitFor()
  const conversation = await until('it', async () =>
    (await conversations()).find(each => each.lastPreview === 'Buy my pills'),
  )
  const signed = await site.signIn(browser)
  const inbox = await signed.newPage()
  await inbox.goto(`${site.url}/inbox/${conversation.id}`)
  await inbox.getByRole('region', { name: 'Visit' }).getByText('/p/night-shifts-in-bergen').first().waitFor()
  await inbox.getByRole('button', { name: 'More', exact: true }).click()
  await inbox.getByRole('menuitem', { name: 'Block visitor' }).click()
  await frame.getByText('This chat is closed.').first().waitFor()
  expect(await frame.getByRole('textbox', { name: 'Your message' }).count()).toBe(0)
  const again = await visit(context)
  const closed = await openChat(again.page)
  await closed.getByText('This chat is closed.').first().waitFor()
  await inbox.getByRole('button', { name: 'Undo' }).click()
  await until('the undoing', async () => {
    const { visitor } = await site.api(conversationDetail, 'GET', `/conversations/${conversation.id}`)
    return visitor?.blocked === false
  })
  const third = await visit(context)
  const opened = await openChat(third.page)
  await say(opened, 'Sorry')
  await until('the word', async () => (await saidIn(conversation.id)).some(message => message.text === 'Sorry'))
  await signed.close()
  await context.close()
})

test('what waits survives the closing of the page and goes out at the next visit, once', {
  timeout: 90_000,
}, async () => {
  const context = await browser.newContext()
  const first = await visit(context)
  const frame = await openChat(first.page)
  await begin(frame)
  await say(frame, 'First word')
  await frame.getByText('Arrived').first().waitFor()
  const { id } = await until('it', async () => (await conversations()).find(each => each.lastPreview === 'First word'))
  await context.setOffline(true)
  await say(frame, 'Written on the train')
  await frame.getByText('Waits here, not sent yet').first().waitFor()
  await first.page.close()
  await context.setOffline(false)
  const second = await visit(context)
  const again = await openChat(second.page)
  await until('the message', async () => (await saidIn(id)).some(message => message.text === 'Written on the train'))
  await until('its mark', async () => (await textsOf(again)).length === 2)
  expect((await saidIn(id)).map(message => message.text)).toEqual(['First word', 'Written on the train'])
  await context.close()
})
