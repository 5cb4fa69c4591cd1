import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inboxPage } from '#features/conversations/wire.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import { startNgircd } from '../servers/irc.ts'
import { type IrcStranger, ircStranger } from '../servers/irc-stranger.ts'
import { launchBrowser, launchWholeBrowser } from './browser/browser.ts'
import { type InboxSite, startInbox } from './browser/inbox.ts'
import { until } from './browser/website.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const made = z.object({ id: z.string() })
const states = z.object({ connections: z.array(z.looseObject({ state: z.string() })) })
const stack = new AsyncDisposableStack()
let site: InboxSite
let browser: Browser
let context: BrowserContext
let page: Page
let axe: string
let irc: IrcStranger
const faults: string[] = []

beforeAll(async () => {
  const server = stack.use(await startNgircd())
  site = stack.use(await startInbox())
  browser = await launchBrowser()
  stack.defer(() => browser.close())
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await site.connect()
  await site.api(made, 'POST', '/connections', {
    tool: 'irc',
    label: 'IRC',
    values: { server: '127.0.0.1', port: String(server.port), nick: 'mara', allowPlain: 'true' },
  })
  irc = stack.use(ircStranger({ port: server.port, nick: 'ana', friend: 'mara' }))
  await irc.connect()
  context = await site.signIn(browser)
  page = await context.newPage()
  page.on('pageerror', error => faults.push(error.message))
  page.on('response', answer => {
    if (answer.status() === 500) faults.push(answer.url())
  })
  page.on('console', message => {
    if (/Content Security Policy|Refused to/i.test(message.text())) faults.push(message.text())
  })
}, 180_000)
afterAll(() => stack.disposeAsync())

async function findings(on: Page = page): Promise<string[]> {
  await on.waitForTimeout(300)
  await on.evaluate(axe)
  const results: unknown = await on.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.failureSummary || ''))).concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the page'] : []))`,
  )
  return Array.isArray(results) ? results.map(String) : ['axe gave no answer']
}

const field = (on: Page = page) => on.getByRole('textbox', { name: /^Message to/ })
const log = (on: Page = page) => on.getByRole('log')
const said = (text: string) => log().getByText(text, { exact: true })
const requests = async () => (await site.api(inboxPage, 'GET', '/conversations?view=requests')).conversations
const row = (text: string, on: Page = page) => log(on).locator('.c-message').filter({ hasText: text }).last()

/** Opens the menu of a message and presses one of its entries. */
async function act(text: string, entry: string | RegExp): Promise<void> {
  await row(text).hover()
  await row(text).getByRole('button', { name: 'What to do with this message' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

async function send(text: string): Promise<void> {
  await field().fill(text)
  await field().focus()
  await page.waitForTimeout(800)
  await page.keyboard.press('Enter')
}

/** Pictures to look at, where the developer asked for them. */
async function picture(name: string, on: Page = page): Promise<void> {
  const folder = process.env.KITH_TEST_PICTURES
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await on.screenshot({ path: `${folder}/${name}.png` })
}

let thread = ''
const hello = 'Hi, I heard your talk about cold chains.'
const answer = 'Glad it was of use. I am Mara, I recruit for the harbour. What do you do?'

test('what she says over two tools stands in one thread, each message with its tool', async () => {
  await site.network.stranger.say(hello)
  await until('her first message', async () => (await requests()).length === 1)
  const [first] = await requests()
  const person = (await site.api(made, 'POST', `/conversations/${first?.id}/person`, { name: 'Ana Ruiz' })).id
  await irc.say('And this is me on IRC, by the way.')
  await until('her message on IRC', async () => (await requests()).length === 1)
  const [second] = await requests()
  await site.api(made, 'POST', `/conversations/${second?.id}/person`, { person })
  thread = `/inbox/${first?.id}`
  await page.goto(thread)
  await said(hello).waitFor()
  await said('And this is me on IRC, by the way.').waitFor()
  expect(await row('And this is me on IRC').getByText('IR', { exact: true }).count()).toBe(1)
  expect(await row(hello).getByText('XM', { exact: true }).count()).toBe(1)
  // She spoke last on IRC: that is where an answer goes unless another tool is chosen.
  await page.getByRole('button', { name: /IRC.*choose another tool/ }).waitFor()
})

test('the tool is chosen per message, by menu or by ⌘K, and what is written goes along', async () => {
  await field().fill('Half a sen')
  await field().press('Control+k')
  await page.getByRole('option', { name: /^Write over XMPP/ }).click()
  await page.getByRole('button', { name: /XMPP.*choose another tool/ }).waitFor()
  expect(await field().inputValue()).toBe('Half a sen')
  expect(await findings()).toEqual([])
  await picture('thread-two-tools')
  await send(answer)
  await site.network.stranger.waitToHear(answer)
  await said(answer).waitFor()
})

test('a reply carries what it answers, on her side too', async () => {
  await act(hello, 'Reply')
  await page.getByRole('button', { name: 'Don’t answer this message' }).waitFor()
  expect(await findings()).toEqual([])
  await site.network.stranger.say('I drive the cold trucks')
  await said('I drive the cold trucks').waitFor()
  await send('Which part of the talk?')
  const stanza = await site.network.stranger.waitToSee(/<reply [^>]*urn:xmpp:reply:0/)
  expect(stanza).toContain(`&gt; ${hello}`.slice(0, 30))
  await row('Which part of the talk?').locator('blockquote').getByText(hello, { exact: false }).waitFor()
})

test('reactions go both ways, say who gave them, and are taken back', async () => {
  await act('I drive the cold trucks', '👍')
  const given = await site.network.stranger.waitToSee(/<reactions [^>]*>.*👍.*<\/reactions>/)
  const id = /<reactions [^>]*id=["']([^"']+)/.exec(given)?.[1]
  await page.getByRole('button', { name: '👍 You' }).waitFor()
  site.network.stranger.write(
    `<message xmlns="jabber:client" type="chat" id="hers" to="recruiter@localhost"><reactions xmlns="urn:xmpp:reactions:0" id="${id}"><reaction>👍</reaction></reactions><store xmlns="urn:xmpp:hints"/></message>`,
  )
  await page.getByRole('button', { name: '👍 2 You, Ana Ruiz' }).waitFor()
  expect(await findings()).toEqual([])
  await picture('thread-reactions')
  await page.getByRole('button', { name: '👍 2 You, Ana Ruiz' }).click()
  await site.network.stranger.waitToSee(/<reactions [^>]*(\/>|><\/reactions>)/)
  await page.getByRole('button', { name: '👍 Ana Ruiz' }).waitFor()
})

test('↑ changes the last message, there too, and what it said before is kept', async () => {
  await send('How long are your ruonds?')
  await site.network.stranger.waitToHear('How long are your ruonds?')
  await row('How long are your ruonds?').getByText('Delivered').first().waitFor()
  await field().focus()
  await page.keyboard.press('ArrowUp')
  const again = page.getByRole('textbox', { name: 'Your message, as it should read' })
  expect(await again.inputValue()).toBe('How long are your ruonds?')
  expect(await findings()).toEqual([])
  await picture('thread-correction')
  await again.fill('How long are your rounds?')
  await again.press('Enter')
  await said('How long are your rounds?').waitFor()
  await site.network.stranger.waitToSee(/<replace [^>]*urn:xmpp:message-correct:0/)
  await row('How long are your rounds?').getByText('edited').first().waitFor()
  await act('How long are your rounds?', 'What it said before')
  await page.getByRole('dialog').getByText('How long are your ruonds?').first().waitFor()
  expect(await findings()).toEqual([])
  await page.keyboard.press('Escape')
})

test('a message is taken back there and here; from IRC it can’t be, and the menu says so', async () => {
  await send('This was for somebody else')
  await site.network.stranger.waitToHear('This was for somebody else')
  await row('This was for somebody else').getByText('Delivered').first().waitFor()
  await act('This was for somebody else', 'Take back')
  await site.network.stranger.waitToSee(/<retract [^>]*urn:xmpp:message-retract:1/)
  await log().getByText('Taken back by its writer.').first().waitFor()
  await page.getByRole('button', { name: /XMPP.*choose another tool/ }).click()
  await page.getByRole('menuitem', { name: /^IRC/ }).click()
  await page.getByRole('button', { name: /IRC.*choose another tool/ }).waitFor()
  await send('Are you on IRC in the evenings?')
  await irc.waitToHear('Are you on IRC in the evenings?')
  await row('Are you on IRC in the evenings?').hover()
  await row('Are you on IRC in the evenings?').getByRole('button', { name: 'What to do with this message' }).click()
  const menu = page.getByRole('menu', { name: 'What to do with this message' })
  await menu.getByText('It can’t be taken back from IRC.').first().waitFor()
  await menu.getByText('IRC can’t change what was sent.').first().waitFor()
  await menu.getByText('IRC has no reactions.').first().waitFor()
  await picture('thread-menu')
  await page.keyboard.press('Escape')
})

/** Of the picture that is shown for a file; 0 until it is there. */
const widthOf = (name: string) =>
  page.evaluate<number>(`document.querySelector('img[alt="Picture: ${name}"]')?.naturalWidth ?? 0`)

/** A real picture with a place in it that must not travel on. */
const picturePng = (width: number) =>
  sharp({ create: { width, height: 40, channels: 3, background: '#016965' } })
    .png()
    .toBuffer()

test('files are put to a message by button, drop and paste; they outlive a reload and go out over the tool', async () => {
  await page.getByRole('button', { name: /IRC.*choose another tool/ }).waitFor()
  await page.getByRole('button', { name: 'Add files' }).hover()
  expect(await page.getByRole('button', { name: 'Add files' }).getAttribute('title')).toBe(
    'IRC takes no files here. Send a link instead.',
  )
  await page.getByRole('button', { name: /IRC.*choose another tool/ }).click()
  await page.getByRole('menuitem', { name: /^XMPP/ }).click()
  await page.getByRole('button', { name: /XMPP.*choose another tool/ }).waitFor()
  const cold = await picturePng(900)
  await page.locator('input[type=file]').setInputFiles({ name: 'cold room.png', mimeType: 'image/png', buffer: cold })
  await page.getByRole('button', { name: 'Take cold room.png out' }).waitFor()
  for (const how of ['drop', 'paste'] as const)
    await page.evaluate(`(() => {
      const given = new DataTransfer()
      given.items.add(new File(['the list, twice'], '${how}.txt', { type: 'text/plain' }))
      const about = { bubbles: true, cancelable: true }
      document.querySelector('.c-composer').dispatchEvent('${how}' === 'drop'
        ? new DragEvent('drop', { dataTransfer: given, ...about })
        : new ClipboardEvent('paste', { clipboardData: given, ...about }))
    })()`)
  await page.getByRole('button', { name: 'Take drop.txt out' }).waitFor()
  await page.getByRole('button', { name: 'Take paste.txt out' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) })
  await page.getByText('This file is empty.').first().waitFor()
  expect(await findings()).toEqual([])
  await picture('thread-attached')
  await page.getByRole('button', { name: 'Take nothing.txt out' }).click()
  await site.stop()
  await site.start()
  await page.reload()
  // She spoke last on IRC; what waits over XMPP is found where it was put.
  await page.getByRole('button', { name: /choose another tool/ }).waitFor()
  if ((await page.getByRole('button', { name: 'Take cold room.png out' }).count()) === 0) {
    await page.getByRole('button', { name: /IRC.*choose another tool/ }).click()
    await page.getByRole('menuitem', { name: /^XMPP/ }).click()
  }
  await page.getByRole('button', { name: 'Take cold room.png out' }).waitFor()
  await page.getByRole('button', { name: 'Take drop.txt out' }).waitFor()
  await until('the account to be back', async () =>
    (await site.api(states, 'GET', '/connections')).connections.every(each => each.state === 'connected'),
  )
  await send('This is the room')
  await site.network.stranger.waitToHear('This is the room')
  const shared = await site.network.stranger.waitToSee(/<x [^>]*jabber:x:oob[^>]*><url>[^<]*png<\/url>/)
  const url = /<url>([^<]*png)<\/url>/.exec(shared)?.[1] ?? ''
  expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(cold)).toBe(true)
  await site.network.stranger.waitToSee(/<url>[^<]*drop\.txt<\/url>/)
  const shown = log().getByRole('img', { name: 'Picture: cold room.png' })
  await shown.waitFor()
  await until('the small picture', async () => (await widthOf('cold room.png')) === 640)
  await log().getByRole('link', { name: 'drop.txt', exact: true }).waitFor()
})

test('what she sends is fetched by Kith, drawn anew and saved; the browser asks no server but ours', async () => {
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).origin))
  const pier = await picturePng(300)
  const files = createServer((request, response) => {
    if (request.url === '/pier.png') response.writeHead(200, { 'content-type': 'text/html' }).end(pier)
    else response.writeHead(200, { 'content-type': 'image/png' }).end('<script>alert(1)</script>')
  })
  await new Promise<void>(resolve => files.listen(0, '127.0.0.1', resolve))
  stack.defer(() => void files.close())
  const at = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
  for (const name of ['pier.png', 'evil.png'])
    site.network.stranger.write(
      `<message xmlns="jabber:client" type="chat" id="${name}" to="recruiter@localhost"><body>${at}/${name}</body><x xmlns="jabber:x:oob"><url>${at}/${name}</url></x></message>`,
    )
  const shown = log().getByRole('img', { name: 'Picture: pier.png' })
  await shown.waitFor()
  await until('the picture', async () => (await widthOf('pier.png')) === 300)
  await log().getByRole('link', { name: 'evil.png', exact: true }).waitFor()
  await log().getByRole('img', { name: 'Picture: evil.png' }).waitFor({ state: 'detached' })
  const link = await log().getByRole('link', { name: 'evil.png', exact: true }).getAttribute('href')
  const answer = await context.request.get(`${site.url}${link}`)
  expect(answer.headers()['content-disposition']).toMatch(/^attachment/)
  expect(answer.headers()['content-type']).toBe('application/octet-stream')
  expect(answer.headers()['content-security-policy']).toContain('sandbox')
  expect(new Set(asked)).toEqual(new Set([site.url]))
  expect(await findings()).toEqual([])
  await picture('thread-files')
})

test('a room is joined by its address; who is there is seen, with a card for whom we know; leaving keeps what was said', async () => {
  await irc.join('#gardens')
  await page.goto('/online')
  await page.getByRole('button', { name: 'Join a room' }).first().click()
  const sheet = page.getByRole('dialog', { name: 'Join a room' })
  await sheet.getByLabel('Over').selectOption({ label: 'IRC' })
  await sheet.getByLabel('Address of the room').fill('#gardens')
  expect(await findings()).toEqual([])
  await sheet.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '#gardens' }).waitFor()
  const room = page.getByRole('region', { name: 'Room' })
  await room.getByText('2 people here').first().waitFor()
  await room.getByRole('link', { name: /Ana Ruiz/ }).waitFor()
  irc.sayIn('#gardens', 'Frost tonight, cover your beds.')
  await said('Frost tonight, cover your beds.').waitFor()
  expect(await findings()).toEqual([])
  await picture('thread-room')
  await room.getByRole('button', { name: 'Leave the room' }).click()
  await room.getByText('You are not in this room now.').first().waitFor()
  await said('Frost tonight, cover your beds.').waitFor()
  await room.getByRole('button', { name: 'Join again' }).click()
  await room.getByText('2 people here').first().waitFor()
})

test('the list of who is online says from when to when they usually are, and shows one tool alone', async () => {
  const known = () =>
    acrossWorkspaces(site.db, tx =>
      sql`select 1 from presence where remote_id like 'ana%' and state <> 'off'`.execute(tx),
    )
  await until('Ana to have been seen', async () => (await known()).rows.length > 0)
  await acrossWorkspaces(site.db, async tx => {
    for (const week of [1, 2, 3, 4])
      await sql`insert into presence_weeks (workspace_id, connection_id, remote_id, week_on, hours)
        select workspace_id, connection_id, remote_id, date_trunc('week', now())::date - ${week}::int * 7,
          set_bit(set_bit(set_bit(repeat('0', 168)::bit(168), 43, 1), 67, 1), 91, 1)
        from presence where workspace_id = ${site.workspace} and remote_id like 'ana%'`.execute(tx)
  })
  await page.goto('/online')
  await page.getByText('usually on Tue–Thu evenings').first().waitFor()
  expect(await findings()).toEqual([])
  await picture('thread-online')
})

test('a thread is read as a page: headings and words, oldest first', async () => {
  await page.goto(thread)
  await page.getByRole('button', { name: 'Read as page' }).click()
  const sheet = page.getByRole('dialog', { name: 'Messages with Ana Ruiz, to read' })
  await sheet.getByRole('listitem').first().getByText(hello, { exact: true }).waitFor()
  expect(await findings()).toEqual([])
  await page.keyboard.press('Escape')
})

test('the worker shows one notification per conversation and takes it away when it was read', async () => {
  await using browser = await launchWholeBrowser()
  const context = await site.signIn(browser)
  await context.grantPermissions(['notifications'], { origin: site.url })
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  const registered = new Promise<string>(resolve =>
    line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const id = registrations.find(each => each.scopeURL.startsWith(site.url))?.registrationId
      if (id) resolve(id)
    }),
  )
  await line.send('ServiceWorker.enable')
  await page.goto('/online')
  await page.evaluate(`navigator.serviceWorker.register('/push-worker.js').then(() => navigator.serviceWorker.ready)`)
  const registrationId = await registered
  const push = (news: object) =>
    line.send('ServiceWorker.deliverPushMessage', { origin: site.url, registrationId, data: JSON.stringify(news) })
  const shown = () =>
    page.evaluate<string[]>(
      `navigator.serviceWorker.ready.then(worker => worker.getNotifications()).then(all => all.map(each => each.title + ': ' + each.body))`,
    )
  await until('the first', async () => {
    // A push service would keep what comes before the worker listens; the debugger does not.
    await push({ kind: 'show', tag: 'one', title: 'Ana', body: 'Hello', to: '/inbox/one' })
    return (await shown()).join() === 'Ana: Hello'
  })
  await push({ kind: 'show', tag: 'one', title: 'Ana', body: 'And one more', to: '/inbox/one' })
  await until('the newer in its place', async () => (await shown()).join() === 'Ana: And one more')
  await push({ kind: 'close', tag: 'one' })
  await until('nothing', async () => (await shown()).length === 0)
})

test('the thread is whole on the phone, in the dark and in German', async () => {
  const address = thread
  for (const [width, dark, locale] of [
    [1440, true, 'de-DE'],
    [390, false, 'en-GB'],
    [390, true, 'de-DE'],
  ] as const) {
    const other = await site.signIn(browser, { width, dark, locale })
    const view = await other.newPage()
    view.on('pageerror', error => faults.push(error.message))
    await view.goto(address)
    await view.getByRole('log').getByText(hello, { exact: true }).waitFor()
    expect(await findings(view)).toEqual([])
    await picture(`thread-${width}-${locale}-${dark ? 'dark' : 'light'}`, view)
    await other.close()
  }
  expect(faults).toEqual([])
})
