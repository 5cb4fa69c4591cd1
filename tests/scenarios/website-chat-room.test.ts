import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { chatRooms } from '#features/campaigns/wire.ts'
import { inboxPage, messagesPage } from '#features/conversations/wire.ts'
import { newId } from '#kernel/ids.ts'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, until, type Website } from './browser/website.ts'

let site: Website
let browser: Browser
let axe: string

const withId = z.object({ id: z.string() })
const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

beforeAll(async () => {
  site = await startWebsite()
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const page = await site.api(withId, 'POST', '/pages', { title: 'Welding' })
  await site.api(withId, 'PATCH', `/pages/${page.id}`, { published: true })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

async function findings(frame: Page | Frame): Promise<string[]> {
  await frame.evaluate(axe)
  const results: unknown = await frame.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.passes.length < 12 ? ['axe judged only ' + r.passes.length + ' rules'] : r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.failureSummary || ''))))`,
  )
  return Array.isArray(results) ? results.map(String) : ['axe gave no answer']
}

/** Opens the chat on the landing page, agrees, and stands before the room’s door. */
async function goToRoom(colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({ locale: 'en-GB', colorScheme })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  await page.goto(`${site.url}/p/welding`)
  await page.getByRole('link', { name: 'Chat now' }).click()
  const frame = await until('the frame', async () => page.frames().find(each => each.url().includes('/chat/')))
  await frame.getByRole('checkbox').check()
  await frame.getByRole('button', { name: 'Start chat' }).click()
  await frame.getByRole('button', { name: 'Welders of Bergen' }).click()
  return { context, page, frame }
}

const join = async (frame: Frame, name: string) => {
  await frame.getByLabel('Your name in the room').fill(name)
  await frame.getByRole('button', { name: 'Join the room' }).click()
}
const say = async (frame: Frame, text: string) => {
  await frame.getByRole('textbox', { name: 'Message to the room' }).fill(text)
  await frame.getByRole('textbox', { name: 'Message to the room' }).press('Enter')
}

test('a room on a page: visitors talk under their names, the recruiter answers from the inbox and keeps order', {
  timeout: 120_000,
}, async () => {
  const signed = await site.signIn(browser)
  const pages = await signed.newPage()
  await pages.goto(`${site.url}/pages`)
  const section = pages.getByRole('region', { name: 'Rooms on your pages' })
  await section.getByLabel('Name of the room').fill('Welders of Bergen')
  await section.getByLabel('What the room asks of everybody').fill('Be kind. No job adverts.')
  await section.getByLabel('Where it stands').selectOption({ label: 'Welding' })
  await section.getByRole('button', { name: 'Make room' }).click()
  await section.getByText('0 visitors in it').first().waitFor()
  expect(await findings(pages)).toEqual([])

  const ana = await goToRoom()
  await ana.frame.getByText('Be kind. No job adverts.').first().waitFor()
  expect(await findings(ana.frame)).toEqual([])
  await join(ana.frame, 'Ana')
  await say(ana.frame, 'Hello, anybody from the yard?')
  await ana.frame.locator('.mine .said').getByText('anybody from the yard').first().waitFor()
  const bo = await goToRoom('dark')
  await join(bo.frame, 'ana')
  await bo.frame.getByText('Somebody in the room has this name.').first().waitFor()
  await join(bo.frame, 'Bo')
  await bo.frame.getByText('2 people here').or(bo.frame.getByText('3 people here')).waitFor()
  await say(bo.frame, 'Me, night shift')
  await ana.frame.locator('.theirs').getByText('Me, night shift').first().waitFor()
  expect(await bo.frame.getByText('anybody from the yard').count()).toBe(0)
  expect(await findings(bo.frame)).toEqual([])

  const room = await until('the room in the inbox', async () =>
    (await site.api(inboxPage, 'GET', '/conversations')).conversations.find(
      each => each.kind === 'room' && each.unread === 2,
    ),
  )
  expect(room).toMatchObject({ title: 'Welders of Bergen', tool: 'website-chat', person: null })
  await site.api(withId, 'POST', `/conversations/${room.id}/messages`, { id: newId(), text: 'Welcome, both of you.' })
  await ana.frame.getByText('Welcome, both of you.').first().waitFor()
  await bo.frame.getByText('Welcome, both of you.').first().waitFor()

  const inbox = await signed.newPage()
  await inbox.goto(`${site.url}/inbox/${room.id}`)
  const side = inbox.getByRole('region', { name: 'Room' })
  await side.getByText('Bo').first().waitFor()
  await inbox.getByText('Me, night shift').first().waitFor()
  expect(await findings(inbox)).toEqual([])
  await side.getByRole('button', { name: 'Remove Bo from the room' }).click()
  await bo.frame.getByText('You were asked to leave this room.').first().waitFor()
  await inbox.getByRole('button', { name: 'Undo' }).click()
  await bo.frame.getByRole('textbox', { name: 'Message to the room' }).waitFor()
  await say(bo.frame, 'Sorry')
  await ana.frame.getByText('Sorry').first().waitFor()

  // A server that was away: what is written meanwhile stays in its field and is sent once.
  await site.stop()
  await say(ana.frame, 'Written while you were away')
  await ana.frame.getByText('No connection.').first().waitFor()
  expect(await ana.frame.getByRole('textbox', { name: 'Message to the room' }).inputValue()).toBe(
    'Written while you were away',
  )
  await site.start()
  await until('the line', async () => (await ana.frame.getByText('No connection.').count()) === 0, 40_000)
  await ana.frame.getByRole('textbox', { name: 'Message to the room' }).press('Enter')
  await bo.frame.getByText('Written while you were away').first().waitFor({ timeout: 40_000 })
  const said = (await site.api(messagesPage, 'GET', `/conversations/${room.id}/messages`)).messages
  expect(said.filter(message => message.text === 'Written while you were away')).toHaveLength(1)

  await pages.reload()
  await section.getByRole('button', { name: 'Close room' }).click()
  await ana.frame.getByText('This room is closed.').first().waitFor()
  expect((await site.api(chatRooms, 'GET', '/website-chat/rooms')).rooms[0]).toMatchObject({ open: false, members: 2 })
  await Promise.all([ana.context.close(), bo.context.close(), signed.close()])
})
