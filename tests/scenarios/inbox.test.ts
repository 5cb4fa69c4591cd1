import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inboxPage } from '#features/conversations/wire.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import { launchBrowser } from './browser/browser.ts'
import { type InboxSite, startInbox } from './browser/inbox.ts'
import { until } from './browser/website.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const jobTalk = 'We have a job opening for a night nurse in Lisbon, apply now!'

let site: InboxSite
let browser: Browser
let context: BrowserContext
let page: Page
let axe: string
const faults: string[] = []

beforeAll(async () => {
  site = await startInbox()
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
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
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

/** Findings of axe and whatever is wider than the page. */
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
const audited = z.object({ entries: z.array(z.looseObject({ action: z.string() })) })
const inbox = (view: string) => site.api(inboxPage, 'GET', `/conversations?view=${view}`)
const focused = (what: string) => page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(what)})`)
const said = (text: string) => log().getByText(text, { exact: true })

let conversation = ''

test('an empty inbox says nothing beside rows that still load, then what comes there and what to do for it', async () => {
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route('**/api/v1/conversations?view=all*', async route => {
    await held
    await route.continue()
  })
  await page.goto('/inbox')
  await page.locator('.c-list [aria-busy=true]').waitFor()
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  expect(await page.getByText('Choose a conversation.').count()).toBe(0)
  letGo()
  await page.getByText('Here you read and answer').first().waitFor()
  expect(await page.getByText('Choose a conversation.').count()).toBe(0)
  await page.unrouteAll()
  expect(await findings()).toEqual([])
  await page.getByRole('button', { name: 'Connect a chat tool' }).click()
  await page.getByRole('dialog', { name: 'Which tool?' }).waitFor()
})

test('an account is tested before it is saved, and its state is told in words', async () => {
  await page.goto('/settings/connections')
  await page.getByText('No connections yet.').first().waitFor()
  expect(await findings()).toEqual([])
  await page.getByRole('button', { name: 'Add a connection' }).click()
  await page.getByRole('button', { name: /^XMPP/ }).click()
  const { values } = site.network.account
  await page.getByLabel('Address').fill(values.jid ?? '')
  await page.getByLabel('Password').fill('a wrong guess')
  await page.getByText('More settings').click()
  await page.getByLabel('Server').fill(values.server ?? '')
  await page.getByLabel('Port').fill(values.port ?? '')
  await page.getByLabel('Allow a connection without encryption').check()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page
    .getByText(/password/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0)
  await page.getByLabel('Password').fill(values.password ?? '')
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Connected, caught up').first().waitFor()
  expect(await findings()).toEqual([])
})

test('somebody new stands in Requests at once, and the keyboard leads there', async () => {
  await page.goto('/inbox')
  await page.getByText('No conversations yet.').first().waitFor()
  await site.network.stranger.say('Hi, I heard your talk about cold chains.')
  await page.getByRole('button', { name: /Requests\s*1/ }).waitFor()
  await page.getByText('1 person you don’t know yet wrote').first().waitFor()
  await page.getByRole('button', { name: 'Open Requests' }).waitFor()
  await page.keyboard.press('5')
  await page.getByRole('row').filter({ hasText: 'stranger@localhost' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await said('Hi, I heard your talk about cold chains.').waitFor()
  conversation = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(await findings()).toEqual([])
  await until('the message to be read', async () => (await inbox('requests')).conversations[0]?.unread === 0)
})

test('kept as a new person, they have a name and a stage everywhere', async () => {
  await page.getByLabel('Name').fill('Ana Ruiz')
  await page.getByRole('button', { name: 'Keep as new person' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ana Ruiz' }).waitFor()
  await page.locator('.c-head-marks').getByText('connected').first().waitFor()
  await page.getByRole('list', { name: 'Relationship' }).waitFor()
  await page.keyboard.press('6')
  await page.getByRole('row').filter({ hasText: 'Ana Ruiz' }).waitFor()
})

test('job talk to somebody who does not know us waits: why, instead, one button that does it', async () => {
  await page.keyboard.press('r')
  expect(await focused('textarea')).toBe(true)
  await field().fill(`Glad it was of use. ${jobTalk}`)
  await page.getByText('a job, before they know who you are.').first().waitFor()
  const notYet = page.getByRole('button', { name: 'Not yet' })
  // Focusable and announced as unavailable: a press leads to the reason.
  await notYet.click({ force: true })
  expect(await focused('[data-reason]')).toBe(true)
  expect(await findings()).toEqual([])
  expect(await field().inputValue()).toContain(jobTalk)
  await page.getByRole('button', { name: 'Send with a reason' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('too short')
  await page.keyboard.press('Enter')
  expect(await field().inputValue()).toContain(jobTalk)
  expect(await log().getByText(jobTalk).count()).toBe(0)
  const twice = `${await field().inputValue()} Apply for our position in Lisbon now!`
  await field().fill(twice)
  await page.getByRole('button', { name: 'Take that out' }).click()
  expect(await field().inputValue()).toBe('Glad it was of use.')
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await field().inputValue()).toBe(twice)
  await page.getByRole('button', { name: 'Take that out' }).click()
  expect(await field().inputValue()).toBe('Glad it was of use.')
  await until('the verdict to go', async () => (await notYet.count()) === 0)
})

test('a reload in mid-sentence keeps every letter', async () => {
  await field().fill('Glad it was of use. I am Mara and I rec')
  await page.reload()
  await field().waitFor()
  expect(await field().inputValue()).toBe('Glad it was of use. I am Mara and I rec')
})

/** Presses Enter in the field and waits until the thread shows the text. */
async function sendFromField(text: string): Promise<void> {
  await field().fill(text)
  await field().focus()
  await page.waitForTimeout(800)
  await page.keyboard.press('Enter')
  await said(text).waitFor()
}

test('Enter sends; the echo does not wait for the server, and what became of it is told', async () => {
  const first = 'Glad it was of use. I am Mara, I recruit for the harbour. What do you do?'
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/messages', async route => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await sendFromField(first)
  await log().getByText('Sending').first().waitFor()
  release()
  expect(await field().inputValue()).toBe('')
  await site.network.stranger.waitToHear(first)
  await log().getByText('Delivered').first().waitFor()
  await site.network.stranger.confirmRead(first)
  await log()
    .getByText(/^Read \d/)
    .waitFor()
  expect(await said(first).count()).toBe(1)
  for (const [answer, text] of [
    ['I drive the cold trucks', 'How long are your rounds?'],
    ['Six hours or so', 'And do you like the nights?'],
  ] as const) {
    await site.network.stranger.say(answer)
    await said(answer).waitFor()
    await sendFromField(text)
    await site.network.stranger.waitToHear(text)
  }
})

test('in a slower talk a message waits five seconds for z, and its text comes back', async () => {
  await acrossWorkspaces(site.db, tx =>
    sql`update messages set sent_at = sent_at - interval '20 minutes' where workspace_id = ${site.workspace}`.execute(
      tx,
    ),
  )
  await field().fill('This one was not meant to go')
  await page.keyboard.press('Enter')
  await log()
    .getByText(/Leaves in \d s/)
    .waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('z')
  await until('the text to come back', async () => (await field().inputValue()) === 'This one was not meant to go')
  await until('the thread to be without it', async () => (await said('This one was not meant to go').count()) === 0)
  await page.waitForTimeout(5_500)
  expect(site.network.stranger.heard('This one was not meant to go')).toBe(0)
  await field().fill('')
})

test('a colleague who may not overrule asks an admin, who is seen at it, answers in the thread, and the text goes', async () => {
  await site.addBen()
  const desk = await site.signIn(browser, { ben: true })
  const other = await desk.newPage()
  other.on('pageerror', error => faults.push(error.message))
  await other.goto(`/inbox/${conversation}`)
  await field(other).fill(jobTalk)
  await page.getByText('Ben is writing here').first().waitFor()
  await other.getByRole('button', { name: 'Ask an admin' }).click()
  await other.getByText('You asked an admin about this:').first().waitFor()
  expect(await findings(other)).toEqual([])
  await page.getByText('Ben asks to send this:').first().waitFor()
  expect(await findings()).toEqual([])
  await page.getByRole('button', { name: 'Say yes' }).click()
  await page.getByLabel('Why may it go?').fill('She asked Ben for it at the fair.')
  await page.getByRole('button', { name: 'Say yes' }).click()
  await other.getByText('An admin said yes to exactly this text.').first().waitFor()
  expect(await field(other).inputValue()).toBe(jobTalk)
  await other.getByRole('button', { name: 'Send', exact: true }).click()
  await site.network.stranger.waitToHear(jobTalk)
  await said(jobTalk).waitFor()
  const trail = await site.api(audited, 'GET', '/audit')
  expect(trail.entries.map(entry => entry.action)).toEqual(
    expect.arrayContaining(['etiquette.allowed', 'etiquette.overridden']),
  )
  await desk.close()
  await page.getByText('Ben is writing here').waitFor({ state: 'detached' })
})

test('a gap is shown in its thread, and Get brings what the server kept', async () => {
  await acrossWorkspaces(site.db, async tx => {
    const { rows } = await sql<{ id: string; text: string }>`select message_id as id, text from messages
      where workspace_id = ${site.workspace} and text = 'Six hours or so'`.execute(tx)
    const missing = rows[0]?.id
    if (!missing) throw new Error('it was said')
    await sql`insert into messages (workspace_id, message_id, conversation_id, connection_id, person_id, kind, own, text, sent_at, history,
        detail, delivery, delivery_at, created_at)
      select workspace_id, gen_random_uuid(), conversation_id, connection_id, person_id, 'gap', false, 'Played by the test.', sent_at, true,
        jsonb_build_object('from', now() - interval '10 minutes', 'to', now() + interval '1 minute'), 'received', now(), now()
      from messages where workspace_id = ${site.workspace} and message_id = ${missing}`.execute(tx)
    await sql`delete from message_keys where workspace_id = ${site.workspace} and message_id = ${missing}`.execute(tx)
    await sql`delete from messages where workspace_id = ${site.workspace} and message_id = ${missing}`.execute(tx)
  })
  await page.reload()
  await page.getByText('Messages may be missing between').first().waitFor()
  expect(await said('Six hours or so').count()).toBe(0)
  expect(await findings()).toEqual([])
  await page.getByRole('button', { name: 'Get', exact: true }).click()
  await said('Six hours or so').waitFor()
  expect(await said('Six hours or so').count()).toBe(1)
})

test('when the thread has moved the message is not sent and its text is kept', async () => {
  await field().fill('As I was saying')
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route(`**/api/v1/conversations/${conversation}`, async route => {
    await held
    await route.continue()
  })
  await site.network.stranger.say('Wait, I have a question first')
  await said('Wait, I have a question first').waitFor()
  await field().press('Enter')
  await page.getByText('Someone wrote here meanwhile.').first().waitFor()
  await until('the text to be back', async () => (await field().inputValue()) === 'As I was saying')
  release()
  expect(site.network.stranger.heard('As I was saying')).toBe(0)
})

test('with the server away writing goes on: the message waits here and leaves once', async () => {
  await field().fill('')
  await site.stop()
  await page
    .getByText(/^Offline since/)
    .first()
    .waitFor()
  await field().fill('Written in a tunnel, by Mara')
  await field().press('Enter')
  await log().getByText('Saved here, not on the server yet.').first().waitFor()
  await page
    .getByText(/1 message waits/)
    .first()
    .waitFor()
  await site.start()
  await page.getByText(/^Offline since/).waitFor({ state: 'detached', timeout: 40_000 })
  await site.network.stranger.waitToHear('Written in a tunnel, by Mara')
  await until('it to stand there once', async () => (await said('Written in a tunnel, by Mara').count()) === 1)
  expect(site.network.stranger.heard('Written in a tunnel, by Mara')).toBe(1)
}, 90_000)

test('who asks to be connected is answered in the thread, and then seen online', async () => {
  await site.network.stranger.invite()
  await page.getByText('Ana Ruiz asks to be connected.').first().waitFor()
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByText('You said yes to Ana Ruiz.').first().waitFor()
  expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0)
  await page.getByRole('button', { name: 'More ways to send' }).click()
  await page.getByRole('menuitem', { name: 'Ask to be connected' }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await site.network.stranger.waitToBeInvited()
  await site.network.stranger.accept()
  await site.network.stranger.presence('away', 'on the late shift')
  await page.keyboard.press('Escape')
  await page.keyboard.press('b')
  await page.getByRole('dialog', { name: 'Online' }).getByText('on the late shift').first().waitFor()
  expect(await findings()).toEqual([])
  await page.keyboard.press('Escape')
})

test('done, and undone; the number of unread stands before the title', async () => {
  await page.getByRole('button', { name: 'Done', exact: true }).last().click()
  await until('it to be done', async () => (await inbox('done')).conversations.length === 1)
  await page.keyboard.press('z')
  await until('it to be open again', async () => (await inbox('done')).conversations.length === 0)
  await page.getByRole('heading', { level: 1, name: 'Ana Ruiz' }).waitFor()
  await page.keyboard.press('u')
  await until('it to be unread', async () => (await inbox('unread')).conversations.length === 1)
  expect(new URL(page.url()).pathname).toBe('/inbox')
  await page.keyboard.press('z')
  await until('it to be read again', async () => (await inbox('unread')).conversations.length === 0)
  await page.goto('/settings/connections')
  await page.getByRole('heading', { name: 'Connections' }).waitFor()
  await site.network.stranger.say('Are you there?')
  await until('the number in the title', async () => (await page.title()).startsWith('(1) '))
})

test('a paused connection says so, and its history stays', async () => {
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('Paused. Nothing comes in or goes out.').first().waitFor()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('Connected, caught up').first().waitFor()
  expect((await inbox('all')).conversations).toHaveLength(1)
})

test('on a phone, in the dark and in German, one pane at a time fits', async () => {
  const phone = await site.signIn(browser, { width: 390, dark: true, locale: 'de-DE' })
  const small = await phone.newPage()
  await small.goto('/inbox')
  await small.getByRole('row').filter({ hasText: 'Ana Ruiz' }).waitFor()
  expect(await findings(small)).toEqual([])
  await small.getByRole('row').filter({ hasText: 'Ana Ruiz' }).click()
  await log(small).getByText('Are you there?').first().waitFor()
  expect(await small.getByRole('grid').isVisible()).toBe(false)
  expect(await findings(small)).toEqual([])
  await small.getByRole('button', { name: 'Zurück' }).click()
  await small.getByRole('grid').waitFor()
  await small.getByRole('navigation', { name: 'Bereiche, kurz' }).getByRole('link', { name: 'Online' }).click()
  await small.getByText('on the late shift').first().waitFor()
  expect(await findings(small)).toEqual([])
  await phone.close()
})

test('no page broke its own rules on the way', () => {
  expect(faults).toEqual([])
})
