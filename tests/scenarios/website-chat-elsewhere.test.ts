import { createHmac } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { chatDoors, chatKeys, keyAnswer } from '#features/campaigns/wire.ts'
import { inboxPage, messagesPage } from '#features/conversations/wire.ts'
import { startXmppNetwork, type XmppNetwork } from '../servers/xmpp.ts'
import { launchBrowser, wholeChromium } from './browser/browser.ts'
import { startForeignSite } from './browser/foreign-site.ts'
import { anything, startWebsite, until, type Website } from './browser/website.ts'

let site: Website
let browser: Browser
let network: XmppNetwork
let axe: string
let chat: string

const withId = z.object({ id: z.string() })
const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

beforeAll(async () => {
  ;[site, network] = await Promise.all([startWebsite({ KITH_OUTBOUND_ALLOW: '127.0.0.1' }), startXmppNetwork()])
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const page = await site.api(withId, 'POST', '/pages', { title: 'Nights' })
  await site.api(withId, 'PATCH', `/pages/${page.id}`, { published: true })
  chat = (await site.api(z.object({ chat: z.string() }), 'GET', '/website-chat')).chat
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await Promise.all([site?.[Symbol.asyncDispose](), network?.[Symbol.asyncDispose]()])
})

async function findings(frame: Page | Frame): Promise<string[]> {
  await frame.evaluate(axe)
  const results: unknown = await frame.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.passes.length < 12 ? ['axe judged only ' + r.passes.length + ' rules'] : r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.failureSummary || ''))))`,
  )
  return Array.isArray(results) ? results.map(String) : ['axe gave no answer']
}

const chatFrame = (page: Page) =>
  until('the chat’s frame', async () => page.frames().find(frame => frame.url().includes('/chat/')))

async function begin(frame: Page | Frame): Promise<void> {
  await frame.getByRole('checkbox').check()
  await frame.getByRole('button', { name: 'Start chat' }).click()
  await frame.getByRole('textbox', { name: 'Your message' }).waitFor()
}

async function say(frame: Page | Frame, text: string): Promise<void> {
  await frame.getByRole('textbox', { name: 'Your message' }).fill(text)
  await frame.getByRole('textbox', { name: 'Your message' }).press('Enter')
  await frame.getByText('Arrived').last().waitFor()
}

const conversations = async (view = 'all') =>
  (await site.api(inboxPage, 'GET', `/conversations?view=${view}`)).conversations
const textsOf = (frame: Page | Frame) => frame.locator('.log .mine .said, .log .theirs .said').allTextContents()

/** A page of somebody else with the chat on it. */
const pageWith = (attributes = '', more = '') => ({
  body: `<!doctype html><html lang="en"><title>Jobs</title><h1>Jobs</h1><a href="#" data-kith-open>Ask</a>${more}
    <script src="${site.url}/widget/chat.js" data-chat="${chat}" data-lang="en" ${attributes} defer></script>`,
})

test('while nobody is here a visitor goes on over XMPP, and it stays one person and one thread', {
  timeout: 120_000,
}, async () => {
  const door = await site.api(withId, 'POST', '/connections', {
    tool: 'xmpp',
    label: 'Jabber',
    values: network.account.values,
  })
  const signed = await site.signIn(browser)
  const settings = await signed.newPage()
  await settings.goto(`${site.url}/pages`)
  const section = settings.getByRole('region', { name: 'Going on elsewhere' })
  await section.getByRole('checkbox').check()
  await settings.getByText('Ways are saved.').first().waitFor()
  await section.getByText('recruiter@localhost').first().waitFor()
  expect(await findings(settings)).toEqual([])
  expect((await site.api(chatDoors, 'GET', '/website-chat/doors')).doors[0]).toMatchObject({
    connection: door.id,
    open: true,
  })
  const out = await signed.request.post(`${site.url}/api/v1/sign-out`, { headers: { origin: site.url } })
  expect(out.ok()).toBe(true)
  await signed.close()

  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  await page.goto(`${site.url}/p/nights`)
  await page.getByRole('link', { name: 'Chat now' }).click()
  const frame = await chatFrame(page)
  await begin(frame)
  expect(asked.filter(path => path.includes('panel-more'))).toEqual([])
  await say(frame, 'Anybody here?')
  await frame.getByRole('button', { name: 'Go on over XMPP' }).click()
  const link = frame.getByRole('link', { name: 'Open XMPP' })
  const href = (await link.getAttribute('href')) ?? ''
  expect(href).toMatch(/^xmpp:recruiter@localhost\?message;body=/)
  await frame
    .getByText(/write to .*recruiter@localhost.* and send this code/)
    .first()
    .waitFor()
  expect(await findings(frame)).toEqual([])

  // The visitor's own program opens the link and sends what stands in it.
  const body = decodeURIComponent(href.split(';body=')[1] ?? '')
  await until(
    'the account',
    async () => {
      const { connections } = await site.api(
        z.object({ connections: z.array(z.looseObject({ id: z.string(), state: z.string() })) }),
        'GET',
        '/connections',
      )
      return connections.some(each => each.id === door.id && each.state === 'connected')
    },
    40_000,
  )
  await network.stranger.say(body)
  await frame.getByText('This chat goes on over XMPP, too.').first().waitFor()
  const all = await until('both', async () => {
    const found = await conversations()
    return found.length === 2 && found
  })
  const [one, other] = all.map(each => each.person?.id)
  expect(one).toBe(other)
  expect(await conversations('requests')).toEqual([])
  const said = (await site.api(messagesPage, 'GET', `/people/${one}/messages`)).messages.toReversed()
  expect(said.map(message => [message.tool, message.kind === 'system' ? message.contact : message.text])).toEqual([
    ['website-chat', 'Anybody here?'],
    ['xmpp', 'went-on'],
    ['xmpp', body],
  ])
  await context.close()
})

test('where the browser blocks the storage of other sites, the chat works and says that it is not kept', async () => {
  await using foreign = await startForeignSite(path => (path === '/' ? pageWith() : undefined))
  await site.api(anything, 'PUT', '/website-chat/origins', { origins: [foreign.origin] })
  const folder = await mkdtemp(join(tmpdir(), 'kith-chromium-'))
  await mkdir(join(folder, 'Default'))
  const preferences = { profile: { cookie_controls_mode: 1, block_third_party_cookies: true } }
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
  const context = await chromium.launchPersistentContext(folder, wholeChromium)
  try {
    const page = await context.newPage()
    await page.goto(foreign.origin)
    await page.getByRole('link', { name: 'Ask' }).click()
    const frame = await chatFrame(page)
    await begin(frame)
    // The browser itself refuses: nothing of this is a stand-in.
    const refusal = `(() => { try { localStorage.setItem('a', '1'); return 'open' } catch (error) { return error.name } })()`
    expect(await frame.evaluate(refusal)).toBe('SecurityError')
    expect(await page.evaluate(refusal)).toBe('open')
    await say(frame, 'Hello from behind a wall')
    await frame.getByText('This browser keeps nothing for us').first().waitFor()
    await until('it', async () => (await conversations()).some(each => each.lastPreview === 'Hello from behind a wall'))
    expect(await context.cookies()).toEqual([])
  } finally {
    await context.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a site says who its visitor is: one thread on two devices, nothing of it for the next one, a guest where that fails', {
  timeout: 90_000,
}, async () => {
  const { id, secret } = await site.api(keyAnswer, 'POST', '/website-chat/keys', { algorithm: 'HS256' })
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  let subject = 'user-7'
  let lifeS = 300
  const token = () => {
    const claims = { aud: chat, sub: subject, exp: Date.now() / 1_000 + lifeS, name: `Ana of ${subject}` }
    const signed = `${part({ alg: 'HS256', kid: id })}.${part(claims)}`
    return `${signed}.${createHmac('sha256', secret ?? '')
      .update(signed)
      .digest('base64url')}`
  }
  const heard: string[] = []
  await using foreign = await startForeignSite(path => {
    heard.push(path)
    if (path === '/who') return { type: 'text/plain', body: token() }
    return path === '/' ? pageWith('data-identity="/who"') : undefined
  })
  await site.api(anything, 'PUT', '/website-chat/origins', { origins: [foreign.origin] })
  const open = async (context: BrowserContext) => {
    const page = await context.newPage()
    await page.goto(foreign.origin)
    await page.getByRole('link', { name: 'Ask' }).click()
    return chatFrame(page)
  }
  const phone = await browser.newContext()
  const first = await open(phone)
  expect(heard.filter(path => path === '/who').length).toBeLessThanOrEqual(1)
  await until('the name', async () => (await first.getByLabel('Your name').inputValue()) === 'Ana of user-7')
  await begin(first)
  await say(first, 'From the phone')
  expect((await phone.storageState()).origins).toEqual([])
  const row = await until('it', async () => (await conversations()).find(each => each.lastPreview === 'From the phone'))
  expect(row.person?.name).toBe('Ana of user-7')

  const desk = await browser.newContext()
  const second = await open(desk)
  await until('the thread', async () => (await textsOf(second)).join() === 'From the phone')
  await say(second, 'From the desk')
  await until('on the phone, too', async () => (await textsOf(first)).includes('From the desk'))

  subject = 'user-8'
  const next = await open(desk)
  await until('the other name', async () => (await next.getByLabel('Your name').inputValue()) === 'Ana of user-8')
  expect(await textsOf(next)).toEqual([])

  lifeS = 3_600
  const guest = await open(desk)
  await guest.getByText('Your sign-in could not be passed on.').first().waitFor()
  await begin(guest)
  await say(guest, 'As a guest')
  await Promise.all([phone.close(), desk.close()])

  const signed = await site.signIn(browser)
  const settings = await signed.newPage()
  await settings.goto(`${site.url}/pages`)
  const section = settings.getByRole('region', { name: 'Signed-in visitors of your sites' })
  await section.getByText(id).first().waitFor()
  await section.getByRole('button', { name: 'Make a secret' }).click()
  await section.getByText('The secret is shown this once.').first().waitFor()
  expect(await findings(settings)).toEqual([])
  await section.getByRole('button', { name: 'Remove key' }).first().click()
  await section.getByRole('button', { name: 'Remove key' }).first().click()
  await until('the first key gone', async () => {
    const { keys } = await site.api(chatKeys, 'GET', '/website-chat/keys')
    return keys.length === 1 && keys[0]?.id !== id
  })
  await signed.close()
})

test('a hostile page can neither read the chat, nor speak for it, nor make it speak to somebody else', {
  timeout: 90_000,
}, async () => {
  await using attacker = await startForeignSite(() => ({
    body: '<!doctype html><title>x</title><script>parent.postMessage({ kith: "close" }, "*")</script>',
  }))
  await using foreign = await startForeignSite(path => {
    if (path === '/') return pageWith('', `<iframe id="evil" src="${attacker.sameSiteOrigin}/"></iframe>`)
    if (path === '/bare')
      return {
        body: `<!doctype html><html lang="en"><title>Bare</title><iframe src="${site.url}/chat/${chat}#at=${encodeURIComponent('https://bank.example/')}"></iframe>`,
      }
    return undefined
  })
  await site.api(anything, 'PUT', '/website-chat/origins', { origins: [foreign.origin] })
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(foreign.origin)
  await page.getByRole('link', { name: 'Ask' }).click()
  const frame = await chatFrame(page)
  await begin(frame)
  await say(frame, '<img src=x onerror="document.title=1"><script>document.title=2</script> "quoted"')
  expect(await textsOf(frame)).toEqual([
    '<img src=x onerror="document.title=1"><script>document.title=2</script> "quoted"',
  ])
  expect(await frame.locator('.log img, .log script').count()).toBe(0)

  // The bubble's shadow root is closed, its frame is not even counted, and the other one is of another origin.
  const reach = await page.evaluate(`(() => {
    const roots = [...document.querySelectorAll('*')].filter(each => each.shadowRoot).length
    const frames = document.querySelectorAll('iframe:not(#evil)').length
    const own = [...Array(window.length).keys()].map(at => { try { return window[at].document.title } catch (error) { return error.name } })
    return { roots, frames, own }
  })()`)
  expect(reach).toEqual({ roots: 0, frames: 0, own: ['SecurityError'] })

  // Another frame speaks as if it were the chat, and the page itself as if it were another page: nobody listens.
  const evil = page.frames().find(each => each.url().startsWith(attacker.sameSiteOrigin))
  await evil?.evaluate(
    `parent.postMessage({ kith: 'close' }, '*'); parent.postMessage({ kith: 'unread', unread: 99 }, '*')`,
  )
  await say(frame, 'Still here')
  expect(await frame.evaluate('document.visibilityState')).toBe('visible')
  expect(await frame.getByRole('textbox', { name: 'Your message' }).isVisible()).toBe(true)

  // Framed by hand, with a lie about the page around it: what the chat says goes to the origin that was named, so to nobody.
  const fresh = await browser.newContext()
  const bare = await fresh.newPage()
  await bare.addInitScript(`window.heard = []; addEventListener('message', event => window.heard.push(event.data))`)
  await bare.goto(`${foreign.origin}/bare`)
  const lied = await chatFrame(bare)
  await begin(lied)
  await lied.getByRole('button', { name: 'Close chat' }).click()
  await bare.waitForTimeout(300)
  expect(await bare.evaluate('window.heard')).toEqual([])
  await fresh.close()

  // The chat's own page: nothing inline, nothing from elsewhere, framed by those in the list alone.
  const response = await context.request.get(`${site.url}/chat/${chat}`)
  const policy = response.headers()['content-security-policy'] ?? ''
  expect(policy).toContain(`frame-ancestors 'self' ${foreign.origin}`)
  expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self'")
  expect(policy).not.toMatch(/unsafe|\*|data: *;? *script/)
  expect(await response.text()).not.toMatch(/<script(?![^>]*src=)|<style| style=| on\w+=/)
  await context.close()
})

test('what is caught as spam stands among the requests with the reason, and one press lets it out', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${site.url}/p/nights`)
  await page.getByRole('link', { name: 'Chat now' }).click()
  const frame = await chatFrame(page)
  // A program fills in every field that it finds.
  await frame
    .locator('input[name=website]')
    .evaluate('(field => { field.value = "https://pills.example" })(document.querySelector("input[name=website]"))')
  await begin(frame)
  await say(frame, 'Cheap pills')
  expect((await conversations()).some(each => each.lastPreview === 'Cheap pills')).toBe(false)
  const row = await until('it', async () =>
    (await conversations('requests')).find(each => each.lastPreview === 'Cheap pills'),
  )
  expect(row).toMatchObject({ suspicion: 'trap', person: null })
  const signed = await site.signIn(browser)
  const inbox = await signed.newPage()
  await inbox.goto(`${site.url}/inbox/${row.id}`)
  await inbox.getByText('Probably spam.').first().waitFor()
  expect(await findings(inbox)).toEqual([])
  await inbox.getByRole('button', { name: 'Not spam' }).click()
  await until('it in the inbox', async () => (await conversations()).some(each => each.id === row.id))
  await inbox.getByText('Probably spam.').waitFor({ state: 'detached' })
  await say(frame, 'Thank you')
  await until('the next word', async () => (await conversations()).some(each => each.lastPreview === 'Thank you'))
  await Promise.all([context.close(), signed.close()])
})
