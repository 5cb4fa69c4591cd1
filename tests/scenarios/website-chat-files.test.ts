import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inboxPage, messagesPage } from '#features/conversations/wire.ts'
import { newId } from '#kernel/ids.ts'
import { launchBrowser } from './browser/browser.ts'
import { anything, startWebsite, until, type Website } from './browser/website.ts'

let site: Website
let browser: Browser
let recruiter: BrowserContext
let page: Page
let frame: Frame
let conversation = ''

const withId = z.object({ id: z.string() })
/** 8 × 8, red. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4oKCAFTEMLQkAKj9AAXjm1WMAAAAASUVORK5CYII=',
  'base64',
)

beforeAll(async () => {
  site = await startWebsite()
  browser = await launchBrowser()
  const { id } = await site.api(withId, 'POST', '/pages', { title: 'Night shifts in Bergen' })
  await site.api(withId, 'PATCH', `/pages/${id}`, { published: true })
  recruiter = await site.signIn(browser)
  const visitor = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
  page = await visitor.newPage()
  await page.goto(`${site.url}/p/night-shifts-in-bergen`)
  await page.getByRole('link', { name: 'Chat now' }).click()
  frame = await until('the chat’s frame', async () => page.frames().find(each => each.url().includes('/chat/')))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

const saidIn = async () =>
  (await site.api(messagesPage, 'GET', `/conversations/${conversation}/messages`)).messages.toReversed()
const answer = (more: object) =>
  site.api(withId, 'POST', `/conversations/${conversation}/messages`, {
    id: newId(),
    text: '',
    overrideReason: 'a test of the wire, not of manners',
    ...more,
  })
const change = (id: string, kind: object) => site.api(anything, 'POST', `/messages/${id}/changes`, kind)

test('a visitor sends files after their first word, and one that is too large is told of', async () => {
  await frame.getByRole('checkbox').check()
  await frame.getByRole('button', { name: 'Start chat' }).click()
  const field = frame.getByRole('textbox', { name: 'Your message' })
  expect(await frame.getByRole('button', { name: 'Attach a file' }).count()).toBe(0)
  await field.fill('Hello, may I send you my certificate?')
  await field.press('Enter')
  await frame.getByRole('button', { name: 'Attach a file' }).waitFor()
  const choose = frame.locator('input[type=file]')
  await choose.setInputFiles({ name: 'film.mov', mimeType: 'video/quicktime', buffer: Buffer.alloc(10_485_761) })
  await frame.getByText('“film.mov” is larger than 10 MB.').first().waitFor()
  await choose.setInputFiles({ name: 'certificate.png', mimeType: 'image/png', buffer: picture })
  // Drawn anew by Kith and shown small, to both sides.
  await frame.locator('.mine img').waitFor()
  conversation = (await site.api(inboxPage, 'GET', '/conversations')).conversations[0]?.id ?? ''
  const [, sent] = await saidIn()
  expect(sent).toMatchObject({ own: false, files: [{ name: 'certificate.png', bytes: picture.length }] })
  const kept = await recruiter.request.get(`${site.url}${sent?.files[0]?.url}`)
  expect(Buffer.compare(await kept.body(), picture)).toBe(0)
  expect(kept.headers()['content-disposition']).toMatch(/^attachment/)
  expect((await recruiter.request.get(`${site.url}${sent?.files[0]?.url}/preview`)).headers()['content-type']).toBe(
    'image/webp',
  )
})

test('a file that we send is saved by a press; a stranger with another token gets nothing of it', async () => {
  const file = newId()
  const kept = await recruiter.request.post(
    `${site.url}/api/v1/conversations/${conversation}/files?id=${file}&name=shifts.txt`,
    { data: Buffer.from('two on, two off'), headers: { 'content-type': 'application/octet-stream', origin: site.url } },
  )
  expect(kept.status(), await kept.text()).toBe(200)
  const { id } = await answer({
    text: 'Hi, I am Mara, I recruit for the harbour. These are the shifts.',
    files: [file],
  })
  const line = frame.getByRole('button', { name: /shifts\.txt/ })
  await line.waitFor()
  const saving = page.waitForEvent('download')
  await line.click()
  expect((await saving).suggestedFilename()).toBe('shifts.txt')
  const chat = /\/chat\/([0-9a-f-]{36})/.exec(frame.url())?.[1] ?? ''
  const other = await fetch(`${site.url}/api/v1/chat/${chat}/visitors`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ consent: 'Yes' }),
  })
  const { token } = z.object({ token: z.string() }).parse(await other.json())
  const authorization = `Bearer ${token}`
  const stolen = await fetch(`${site.url}/api/v1/chat/${chat}/messages/${id}/files/0`, { headers: { authorization } })
  expect(stolen.status).toBe(404)
  const early = await fetch(`${site.url}/api/v1/chat/${chat}/files?id=${newId()}&name=a.txt`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/octet-stream' },
    body: 'nothing said yet',
  })
  expect(early.status).toBe(409)
})

test('a correction, a reaction and a taking back reach the visitor who has the chat open', async () => {
  const { id } = await answer({ text: 'The next one begins at sevn.' })
  await frame.getByText('begins at sevn').first().waitFor()
  await change(id, { id: newId(), kind: 'edit', text: 'The next one begins at seven.' })
  await frame.getByText('The next one begins at seven.').first().waitFor()
  await frame
    .getByText(/· edited/)
    .first()
    .waitFor()
  const [first] = await saidIn()
  await change(first?.id ?? '', { id: newId(), kind: 'react', emoji: ['👍'] })
  await frame.getByText(/👍/).first().waitFor()
  await change(id, { id: newId(), kind: 'retract' })
  await frame.getByText('Taken back').first().waitFor()
  expect(await frame.getByText('begins at seven').count()).toBe(0)
})

test('the visitor corrects, takes back and reacts, and the recruiter sees it', async () => {
  const field = frame.getByRole('textbox', { name: 'Your message' })
  await field.fill('I can begin in Mai.')
  await field.press('Enter')
  const mine = frame.locator('.mine').filter({ hasText: 'in Mai' })
  await mine.getByRole('button', { name: 'What you can do with it' }).click()
  await mine.getByRole('button', { name: 'Change it' }).click()
  const words = frame.getByRole('textbox', { name: 'Change it' })
  await words.fill('I can begin in May.')
  await frame.getByRole('button', { name: 'Save' }).click()
  await frame.getByText('I can begin in May.').first().waitFor()
  const thread = await recruiter.newPage()
  await thread.goto(`${site.url}/inbox/${conversation}`)
  await thread.getByText('I can begin in May.').first().waitFor()

  const { id } = await answer({ text: 'May is good.' })
  const ours = frame.locator('.theirs').filter({ hasText: 'May is good.' })
  await ours.getByRole('button', { name: 'What you can do with it' }).click()
  await ours.getByRole('button', { name: '🎉' }).click()
  const reactions = async () => (await saidIn()).find(each => each.id === id)?.reactions
  await until('the reaction', async () => (await reactions())?.find(each => each.emoji === '🎉' && !each.mine))
  await thread.getByText('🎉').first().waitFor()
  await ours.getByRole('button', { name: 'What you can do with it' }).click()
  await ours.getByRole('button', { name: '🎉', pressed: true }).click()
  await until('no reaction', async () => (await reactions())?.length === 0 || undefined)

  const changed = frame.locator('.mine').filter({ hasText: 'in May' })
  await changed.getByRole('button', { name: 'What you can do with it' }).click()
  await changed.getByRole('button', { name: 'Take it back' }).click()
  await until('it is gone', async () => (await thread.getByText('I can begin in May.').count()) === 0 || undefined)
  expect(JSON.stringify(await saidIn())).not.toContain('I can begin')
  await thread.close()
})
