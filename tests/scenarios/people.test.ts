import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inboxPage, questionList } from '#features/conversations/wire.ts'
import { newId } from '#kernel/ids.ts'
import { launchBrowser } from './browser/browser.ts'
import { type PeopleSite, startPeople } from './browser/people.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const made = z.object({ id: z.string() })
const standing = z.object({ stage: z.string(), undo: z.string().nullable() })

let site: PeopleSite
let browser: Browser
let axe: string
let ana: string

beforeAll(async () => {
  site = await startPeople()
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

async function open(
  path: string,
  options: { width?: number; dark?: boolean; locale?: string; without?: RegExp } = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[]; [Symbol.asyncDispose]: () => Promise<void> }> {
  const context = await site.signIn(browser, options)
  // Asked for and never answered.
  if (options.without) await context.route(options.without, () => undefined)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text())
  })
  await page.goto(path)
  await page.locator('main h1').waitFor()
  return { page, context, faults, [Symbol.asyncDispose]: () => context.close() }
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const results: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.passes.length < 15 ? ['axe judged only ' + r.passes.length + ' rules'] : r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' '))))`,
  )
  return Array.isArray(results) ? results.map(String) : ['axe gave no answer']
}

const stageOf = async (person: string) => (await site.api(standing, 'GET', `/people/${person}/relationship`)).stage

test('an empty workspace begins with three real steps, and People says what belongs there', async () => {
  await using opened = await open('/')
  const { page } = opened
  await page.getByRole('heading', { name: 'Bring the people you know' }).waitFor()
  expect(await page.locator('main .k-button-filled').count()).toBe(1)
  expect(await findings(page)).toEqual([])
  await page.goto('/people')
  await page.getByText('No people yet. Bring a LinkedIn export or any CSV.').first().waitFor()
  await page.getByRole('button', { name: 'Import people' }).click()
  await page.waitForURL('**/import')
})

test('a person is added by hand, followed and read; the reading moves the stage and can be dismissed and taken back', async () => {
  await using opened = await open('/people')
  const { page, faults } = opened
  await page.getByRole('button', { name: 'Add person' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Ana Ruiz')
  await page.getByRole('dialog').getByLabel('Where they are found').fill('https://mastodon.social/@anaruiz')
  await page.getByRole('dialog').getByRole('button', { name: 'Add person' }).click()
  await page.waitForURL(/\/people\/[0-9a-f-]{36}/)
  ana = new URL(page.url()).pathname.split('/')[2] ?? ''
  await page.getByText('Nothing public of theirs is here yet').first().waitFor()

  await page.locator('#main').focus()
  await page.keyboard.press('.')
  await page.getByRole('textbox', { name: 'Follow a blog' }).fill(site.blogUrl)
  await page.keyboard.press('Enter')
  await page.getByRole('feed').getByText('A checklist for the cold room').first().waitFor()
  const first = page.getByRole('feed').getByRole('article').first()
  expect(await first.getAttribute('aria-posinset')).toBe('1')
  expect(await first.getAttribute('aria-setsize')).toBe('3')

  await page.getByRole('button', { name: 'Read', exact: true }).waitFor()
  await page.locator('#main').focus()
  await page.keyboard.press('.')
  await page.getByRole('heading', { name: 'A checklist for the cold room', level: 2 }).last().waitFor()
  expect(await stageOf(ana)).toBe('found')
  await page.locator('.a-recorded').waitFor({ timeout: 20_000 })
  await expect.poll(() => stageOf(ana)).toBe('read')
  expect(await page.title()).not.toBe('broken')
  expect(await findings(page)).toEqual([])

  await page.keyboard.press('d')
  await expect.poll(() => stageOf(ana)).toBe('found')
  await page.keyboard.press('z')
  await expect.poll(() => stageOf(ana)).toBe('read')

  await page.evaluate(
    `(() => { const p = document.querySelector('.a-words p').firstChild; getSelection().setBaseAndExtent(p, 0, p, 23) })()`,
  )
  await page.keyboard.press('h')
  await page.getByRole('region', { name: 'Kept quotes' }).getByText('The second night shift').first().waitFor()
  expect(faults).toEqual([])
}, 60_000)

test('an answer in public is judged at the keys, copied, opened and noted; a pitch is not', async () => {
  await using opened = await open(`/people/${ana}`)
  const { page, context } = opened
  await page.getByRole('button', { name: 'Answer in public', exact: true }).waitFor()
  await page.locator('#main').focus()
  await page.keyboard.press('.')
  const field = page.getByLabel('Your words to Ana Ruiz')
  const panel = page.getByRole('region', { name: 'Answer Ana Ruiz in public' })
  await panel.getByLabel('On').selectOption('mastodon')
  await field.fill('We have a job for you, salary 4000. Apply now.')
  await panel.getByRole('button', { name: 'Not yet', exact: true }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Answer in public', exact: true }).click()
  expect(await field.inputValue()).toContain('salary 4000')

  const send = async () => {
    await panel.getByLabel('On').selectOption('mastodon')
    await field.fill('Counting doors before labels: I tried it on Monday and slept better. Do you read it aloud too?')
    const opening = context.waitForEvent('page')
    await panel.getByRole('button', { name: 'Copy and open' }).click()
    await (await opening).close()
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('Counting doors')
    expect(await stageOf(ana)).toBe('read')
    await panel.getByRole('button', { name: 'I sent it' }).click()
    await expect.poll(() => stageOf(ana)).toBe('engaged')
  }
  await send()
  // It was not sent after all.
  await page.locator('#main').focus()
  await page.keyboard.press('z')
  await expect.poll(() => stageOf(ana)).toBe('read')
  await page.getByRole('button', { name: 'Answer in public', exact: true }).click()
  await send()
  await page.keyboard.press('3')
  await page.getByText('Counting doors before labels').first().waitFor()

  await page.getByRole('button', { name: 'Note their answer', exact: true }).click()
  await page.getByRole('radio', { name: 'Answered in public' }).check()
  await page.getByRole('button', { name: 'Note it' }).click()
  await expect.poll(() => stageOf(ana)).toBe('acknowledged')
  await page.locator('#main').focus()
  await page.keyboard.press('z')
  await expect.poll(() => stageOf(ana)).toBe('engaged')
  await page.getByRole('button', { name: 'Note their answer', exact: true }).click()
  await page.getByRole('radio', { name: 'Answered in public' }).check()
  await page.getByRole('button', { name: 'Note it' }).click()
  await expect.poll(() => stageOf(ana)).toBe('acknowledged')
}, 60_000)

test('a stage set by hand asks a reason, and z takes it back', async () => {
  await using opened = await open(`/people/${ana}`)
  const { page } = opened
  await page.getByRole('button', { name: 'Set stage' }).click()
  await page.getByLabel('Stage').selectOption('connected')
  const set = page.locator('form').getByRole('button', { name: /Set stage/ })
  expect(await set.getAttribute('aria-disabled')).toBe('true')
  await page.getByLabel('Why?').fill('We spoke at the fair.')
  await set.click()
  await expect.poll(() => stageOf(ana)).toBe('connected')
  await page.locator('#main').focus()
  await page.keyboard.press('z')
  await expect.poll(() => stageOf(ana)).toBe('acknowledged')
})

test('people are found by the query language, a broken query keeps what was found, and a slip is spelled', async () => {
  for (const [name, headline] of [
    ['Noor Haddad', 'Nurse, nights'],
    ['Petra Lang', 'Agency nurse'],
    ['Jonas Weiss', 'Welder'],
  ])
    await site.addPerson({
      name,
      profiles: [{ address: `https://github.com/${name?.replace(' ', '').toLowerCase()}`, headline }],
    })
  // On a slow line the search of everything comes late; the page's own field gets the key all the same.
  await using opened = await open('/people', { without: /\/TopSearch-[^/]+\.js$/ })
  const { page, faults } = opened
  await page.getByRole('grid').getByText('Noor Haddad').first().waitFor()
  expect(await page.locator('.k-top-search').count()).toBe(0)
  await page.keyboard.press('/')
  await page.keyboard.type('nurse NOT agency')
  await expect.poll(() => page.locator('.k-grid-body [role=row]').count()).toBe(1)
  await page.keyboard.type(' AND (')
  await page.locator('#people-query-error').waitFor()
  expect(await page.locator('.k-grid-body [role=row]').count()).toBe(1)
  await page.getByRole('searchbox').fill('nursse')
  await page.getByRole('button', { name: 'Look for nurse' }).click()
  await expect.poll(() => page.locator('.k-grid-body [role=row]').count()).toBe(2)
  expect(await findings(page)).toEqual([])

  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await page.getByText('2 selected').first().waitFor()
  await page.getByRole('combobox', { name: 'Tag' }).last().fill('night shift')
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByText('2 people tagged night shift.').first().waitFor()
  expect(faults).toEqual([])
})

test('tabs answer to 1 to 5, notes survive a reload in mid-sentence, and erasing asks for the name', async () => {
  const gone = await site.addPerson({ name: 'Zeki Novak' })
  await using opened = await open(`/people/${gone}`)
  const { page, faults } = opened
  await page.getByRole('tab').first().waitFor()
  await page.keyboard.press('5')
  await page.getByLabel('New note').fill('Two cats, never on')
  await page.reload()
  expect(await page.getByLabel('New note').inputValue()).toBe('Two cats, never on')
  for (const tab of ['1', '2', '3', '4']) {
    await page.locator('#main').focus()
    await page.keyboard.press(tab)
    await page.locator(`[role=tab][aria-keyshortcuts="${tab}"][aria-selected=true]`).waitFor()
    expect(await findings(page)).toEqual([])
  }
  await page.keyboard.press('5')
  await page.getByRole('button', { name: 'Erase' }).click()
  const dialog = page.getByRole('dialog')
  const erase = dialog.getByRole('button', { name: /Erase for good/ })
  expect(await erase.getAttribute('aria-disabled')).toBe('true')
  expect(await findings(page)).toEqual([])
  await dialog.getByLabel('Type Zeki Novak to erase').fill('Zeki Novak')
  await erase.click()
  await page.waitForURL(/\/people$/)
  await page.goto(`/people/${gone}`)
  await page.getByRole('heading', { name: 'Nobody here' }).waitFor()
  expect(faults).toEqual([])
}, 60_000)

// Both themes and the other widths: every-page.test.ts.
test('today, people and a person with a followed blog are clean for axe and no wider than 1024 px, in German', async () => {
  await using opened = await open('/', { width: 1024, locale: 'de-DE' })
  const { page } = opened
  for (const path of [
    '/',
    '/people',
    `/people/${ana}`,
    `/people/${ana}?tab=activity&item=next`,
    `/people/${ana}?tab=notes`,
  ]) {
    await page.goto(path)
    await page.locator('main h1').waitFor()
    await page.waitForTimeout(600)
    expect(await findings(page), path).toEqual([])
    const wide: unknown = await page.evaluate(
      `[...document.querySelectorAll('main *')].filter(e => !e.closest('.k-grid, .hush, .p-facts, .p-tabs') && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.className)`,
    )
    expect(wide, path).toEqual([])
  }
}, 90_000)

test('by hand the coach speaks too; what an admin allows is confirmed and reported, and so is what was sent all the same', async () => {
  const per = (
    await site.api(made, 'POST', '/people', { name: 'Per Moe', profiles: [{ address: 'https://x.com/permoe' }] })
  ).id
  const wrote = {
    person: per,
    tool: 'twitter',
    surface: 'direct',
    kind: 'answered',
    text: 'is the seed swap on saturday?',
  }
  await site.api(made, 'POST', '/answers', { id: newId(), ...wrote })
  const { conversations } = await site.api(inboxPage, 'GET', '/conversations?view=all')
  const thread = conversations.find(one => one.person?.id === per)?.id
  await using opened = await open('/people')
  const { page, context } = opened
  await context.route('https://**', route => route.abort())
  await page.goto(`/inbox/${thread}`)
  const field = page.getByRole('textbox', { name: /^Message to/ })
  await field.fill(
    'Yes, it is on. I’m Mara, I recruit gardeners for the harbour park. By the way, the tide mill turns again. Have you seen it?',
  )
  const hints = page.getByRole('list', { name: 'Hints' })
  await hints.getByText('2 thoughts in one message.').first().waitFor()
  expect(await hints.getByRole('button', { name: /^Split into/ }).count()).toBe(0)

  await field.fill('We have a gardener role open with great pay, are you interested?')
  await page.getByRole('button', { name: 'Send with a reason' }).click()
  await page.getByLabel('Why is it right to send this now?').fill('He asked me for it at the fair yesterday.')
  await page.getByRole('button', { name: 'Send with a reason' }).click()
  await page.getByRole('button', { name: 'I sent it' }).click()
  await page.getByRole('log').getByText('We have a gardener role open').waitFor()
  await page.goto('/settings/overrides')
  await page.getByText('He asked me for it at the fair yesterday.').first().waitFor()

  // What is sent already is told, quietly: it opens nothing, and stands there as what it is.
  await page.goto(`/inbox/${thread}`)
  await field.fill('We have a second gardener role open with great pay, are you interested?')
  await page.getByRole('button', { name: 'I have sent it already' }).click()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Note that it was sent' }).click()
  const log = page.getByRole('log')
  await log.getByText(/sent outside Kith, against the advice: A job before the introduction/).waitFor()
  expect(await page.getByRole('button', { name: 'I sent it', exact: true }).count()).toBe(0)
  expect(await stageOf(per)).toBe('connected')
  await page.goto('/settings/overrides?outcome=outside')
  await page.getByText('sent outside Kith', { exact: true }).last().waitFor()

  // Ben may not overrule: his text is put before an admin, though he has no conversation with Per yet.
  await site.addBen()
  await using bens = await site.signIn(browser, { ben: true })
  await bens.route('https://**', route => route.abort())
  const touch = { kind: 'their-message', tool: 'twitter' }
  await bens.request.post(`/api/v1/people/${per}/touches`, { data: touch, headers: { origin: site.url } })
  const desk = await bens.newPage()
  await desk.goto(`/people/${per}?do=next`)
  const words = 'Hi Per, we have a gardener role open with great pay, are you interested?'
  await desk.getByRole('textbox', { name: 'Your words to Per Moe' }).fill(words)
  await desk.getByRole('button', { name: 'Ask an admin' }).click()
  await desk.getByText('An admin was asked about exactly this text.').waitFor()
  expect(await findings(desk)).toEqual([])
  const { questions } = await site.api(questionList, 'GET', '/questions')
  await page.goto(`/inbox/${questions[0]?.conversation}`)
  await page.getByText('Ben asks to send this:').first().waitFor()
  await page.getByRole('button', { name: 'Say yes' }).click()
  await page.getByLabel('Why may it go?').fill('Per asked Ben for it at the fair.')
  await page.getByRole('button', { name: 'Say yes' }).click()
  await desk.getByText('An admin allowed exactly this text.').waitFor()
  await desk.getByRole('button', { name: 'Copy and open', exact: true }).click()
  await desk.getByRole('button', { name: 'I sent it' }).click()
  await desk.getByText('Noted in their timeline.').first().waitFor()
}, 120_000)
