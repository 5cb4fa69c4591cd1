import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { insertMatchProposals, insertPerson } from '#features/people/index.ts'
import { newId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, until, type Website } from './browser/website.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const sample = z.object({ loaded: z.boolean() })
const chats = z.object({
  conversations: z.array(z.object({ kind: z.string(), person: z.object({ id: z.string() }).nullable() })),
})
const self = z.object({ user: z.object({ id: z.string() }) })
const review = z.object({ total: z.number() })
const groupList = z.object({ groups: z.array(z.object({ id: z.string(), kind: z.string() })) })
const pages = z.object({ pages: z.array(z.object({ id: z.string() })) })
const campaigns = z.object({ campaigns: z.array(z.object({ id: z.string() })) })
const board = z.object({ cards: z.array(z.object({ candidacy: z.string() })) })
const pools = z.object({ pools: z.array(z.object({ id: z.string(), kind: z.string() })) })

let site: Website
let browser: Browser
let axe: string
let paths: string[]

/** Everything but the inbox, which has a scenario of its own. */
async function listPaths(): Promise<string[]> {
  const { conversations } = await site.api(chats, 'GET', '/conversations?view=all&limit=50')
  const person = conversations.find(one => one.kind === 'direct' && one.person)?.person?.id ?? ''
  const found = (await site.api(pools, 'GET', '/pools')).pools
  const pool = found.find(one => one.kind === 'dynamic')?.id ?? ''
  const made = z.object({ id: z.string() })
  const opening = (await site.api(made, 'POST', '/openings', { title: 'Night packer' })).id
  const going = (await site.api(made, 'POST', '/openings', { title: 'Night nurse' })).id
  await site.api(z.unknown(), 'PATCH', `/openings/${going}`, {
    description: 'You keep the ward calm at night, together with two others who know it well.',
    must: ['Nursing licence', 'Two years on a ward'],
    place: 'Bergen, Norway',
    organisation: 'Harbour Clinic',
  })
  await site.api(z.unknown(), 'PUT', `/openings/${going}/state`, { state: 'open' })
  const una = (await site.api(made, 'POST', '/people', { name: 'Una Vik' })).id
  const per = (await site.api(made, 'POST', '/people', { name: 'Per Moe' })).id
  await site.api(z.unknown(), 'POST', `/openings/${going}/people`, { people: [una, per] })
  const { cards } = await site.api(board, 'GET', `/openings/${going}/board`)
  const candidacy = cards[0]?.candidacy ?? ''
  await site.api(z.unknown(), 'PUT', `/candidacies/${candidacy}/stage`, { to: 'interview', reason: 'Wants to talk.' })
  const startsAt = new Date(Date.now() + 86_400_000).toISOString()
  const slot = { startsAt, timezone: 'Europe/Oslo', place: 'By video' }
  await site.api(made, 'POST', `/candidacies/${candidacy}/interviews`, slot)
  await site.api(z.unknown(), 'PUT', `/openings/${opening}/state`, { state: 'closed', reason: 'withdrawn' })
  const mara = (await site.api(self, 'GET', '/me')).user.id
  await site.api(z.unknown(), 'POST', '/teams', { name: 'Nights', members: [mara] })
  await site.api(made, 'POST', '/todos', { text: 'Ask Una how the night was', person: una, dueOn: '2026-01-02' })
  await site.api(made, 'POST', '/todos', { text: 'Read the rota', opening: going })
  const ticked = (await site.api(made, 'POST', '/todos', { text: 'Thank Per', person: per, dueOn: '2026-01-02' })).id
  await site.api(made, 'PATCH', `/todos/${ticked}`, { done: true })
  await site.api(made, 'POST', '/referrers', { person: per, kind: 'contact' })
  const post = (await site.api(made, 'POST', '/posts', { title: 'Is it only nights?' })).id
  const campaign = (await site.api(campaigns, 'GET', '/strategy')).campaigns[0]?.id ?? ''
  const landing = (await site.api(pages, 'GET', '/pages')).pages[0]?.id ?? ''
  const { groups: all } = await site.api(groupList, 'GET', '/groups')
  const groups = ['room', 'place'].flatMap(kind => all.find(group => group.kind === kind)?.id ?? [])
  const list = await site.api(made, 'POST', '/lists', {
    name: 'Night jobs',
    lang: 'en',
    purpose: 'Night shifts, once a week.',
    consent: 'Yes, write to me.',
  })
  const issue = await site.api(made, 'POST', `/lists/${list.id}/issues`, { subject: 'Three night shifts' })
  return [
    '/',
    '/todos',
    '/todos?whose=all&state=done',
    '/feed',
    '/feed?kind=talk',
    '/people',
    '/people?q=nurse%20(',
    '/people?q=zzzz',
    '/people?q=nurse%20near%3AXanadooria',
    '/people?language=es',
    ...['', '?tab=activity&item=next', '?tab=timeline', '?tab=network', '?tab=notes'].map(
      tab => `/people/${person}${tab}`,
    ),
    '/people/00000000-0000-7000-8000-000000000000',
    '/network',
    '/network?view=list',
    '/import',
    '/review',
    '/online',
    '/mentions',
    '/mentions?kind=all&show=new',
    '/pools',
    ...['', '?view=cards', '?view=board', '?view=log', '?view=health'].map(view => `/pools/${pool}${view}`),
    '/pools/00000000-0000-7000-8000-000000000000',
    '/campaigns',
    `/campaigns/${campaign}`,
    '/campaigns/00000000-0000-7000-8000-000000000000',
    '/links',
    '/reports',
    '/reports?view=all&by=tool&show=visits',
    '/reports?by=week&weeks=52',
    '/reports/work',
    ...['answers', 'time', 'hires', 'etiquette', 'variety'].map(report => `/reports/work?report=${report}`),
    '/reports/weekly',
    '/openings',
    `/openings/${opening}`,
    `/openings/${opening}?view=board`,
    ...['', '?view=ranked', '?view=about'].map(view => `/openings/${going}${view}`),
    `/openings/${going}/people/${candidacy}`,
    ...['', '?view=referrers', '?view=report'].map(view => `/referrals${view}`),
    '/openings/00000000-0000-7000-8000-000000000000',
    '/lists',
    `/lists/${list.id}`,
    '/lists/00000000-0000-7000-8000-000000000000',
    `/issues/${issue.id}`,
    '/issues/00000000-0000-7000-8000-000000000000',
    '/settings/list-mail',
    '/posts',
    '/posts/fediverse',
    `/posts/${post}`,
    '/pages',
    `/pages/${landing}`,
    '/settings',
    '/settings/security',
    '/settings/etiquette',
    '/settings/site',
    '/settings/assistant',
    '/settings/overrides',
    '/settings/team',
    '/settings/teams',
    `/settings/team/${mara}/hand-over`,
    '/settings/clipper',
    '/settings/tokens',
    '/settings/webhooks',
    '/settings/export',
    '/settings/audit',
    '/settings/connections',
    '/groups',
    '/groups?days=90',
    ...groups.map(id => `/groups/${id}`),
    '/groups/00000000-0000-7000-8000-000000000000',
    '/playbooks',
    '/playbooks?q=op',
    '/playbooks?q=zzzz',
    '/playbooks/irc',
    '/playbooks/linkedin',
    '/my-profiles',
    '/settings/reach',
    '/nowhere',
  ]
}

beforeAll(async () => {
  site = await startWebsite()
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await site.api(z.unknown(), 'POST', '/sample', { people: 200 })
  await until('sample data', async () => (await site.api(sample, 'GET', '/sample')).loaded, 90_000)
  paths = await listPaths()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

/** Waits in the page itself: asking it again and again keeps four processes busy. */
async function settle(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  const left: unknown = await page.evaluate(`new Promise(resolve => {
    const until = performance.now() + 30_000
    const frame = () => new Promise(requestAnimationFrame)
    const look = async () => {
      const { status, location, resolvedLocation: shown } = self.__TSR_ROUTER__.state
      const left = status === 'idle' && location.href === shown?.href ? document.querySelectorAll('main .k-skeleton, main [aria-busy=true]').length : 'on its way'
      if (left !== 0 && performance.now() < until) return setTimeout(look, 30)
      await document.fonts.ready
      await frame()
      await frame()
      resolve(left)
    }
    void look()
  })`)
  expect(left).toBe(0)
}

const strings = async (page: Page, script: string): Promise<string[]> => {
  const found: unknown = await page.evaluate(script)
  return Array.isArray(found) ? found.map(String) : [`no answer: ${String(found)}`]
}

/** Findings of axe; the debugger runs it, which the page's policy does not bind. */
async function findings(page: Page): Promise<string[]> {
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(axe)
  const found = await strings(
    page,
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.passes.length < 15 ? ['axe judged only ' + r.passes.length + ' rules'] : r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' '))))`,
  )
  const kept: string[] = []
  for (const finding of found) if (!finding.startsWith(small) || (await staysSmall(page, finding))) kept.push(finding)
  return kept
}

const small = 'target-size: '

/** The bar at the foot of a phone may lie over half of a target: judged again in the middle of the screen. */
async function staysSmall(page: Page, finding: string): Promise<boolean> {
  const target = JSON.stringify(finding.slice(small.length))
  const again: unknown = await page.evaluate(
    `(() => { const node = document.querySelector(${target}); node.scrollIntoView({ block: 'center', behavior: 'instant' });
      return axe.run(document, { runOnly: ['target-size'] }).then(r => { const still = r.violations.some(v => v.nodes.some(n => n.target.join(' ') === ${target}));
        scrollTo(0, 0); return still }) })()`,
  )
  return again !== false
}

/** What stands outside the screen; tables may scroll sideways by themselves. */
const tooWide = (page: Page) =>
  strings(
    page,
    `[...document.querySelectorAll('body *')].filter(e => !e.closest('.k-grid, .hush, .p-facts, .p-tabs, .r-sides, .i-scroll, .o-board, .j-board, .o-scroll, .k-report-scroll, .k-chart, .k-skip, iframe, table') && e.checkVisibility()).flatMap(e => { const b = e.getBoundingClientRect(); return b.width > 0 && (b.right > innerWidth + 1 || b.left < -1) ? [e.tagName + '.' + e.className + ' ' + Math.round(b.left) + '–' + Math.round(b.right)] : [] }).slice(0, 5)`,
  )

/** Words that their own box cuts off without a sign: no ellipsis, no scroll. */
const cutWords = (page: Page) =>
  strings(
    page,
    `[...document.querySelectorAll('button, .k-button, label, h1, h2, h3, th, legend, .k-meta, [role=tab]')].filter(e => e.checkVisibility() && !e.closest('.hush, .k-rail span, .k-phone, .k-grid')).flatMap(e => { const s = getComputedStyle(e); return s.overflow !== 'visible' && s.textOverflow !== 'ellipsis' && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 ? [e.className + ' ' + e.textContent.slice(0, 40)] : [] }).slice(0, 5)`,
  )

/** More than one filled button in sight, by the colour it really has. */
const filled = (page: Page) =>
  strings(
    page,
    `(() => { const probe = document.createElement('i'); probe.style.background = 'var(--accent)'; document.body.append(probe); const accent = getComputedStyle(probe).backgroundColor; probe.remove(); return [...document.querySelectorAll('main button, main a.k-button')].filter(e => e.checkVisibility() && getComputedStyle(e).backgroundColor === accent).map(e => e.textContent) })()`,
  )

/** Names without a stage or without a presence beside them. */
const bareNames = (page: Page) =>
  strings(
    page,
    `[...document.querySelectorAll('main .k-name')].filter(e => e.checkVisibility() && !(e.querySelector('.k-stage') && e.querySelector('.k-presence'))).map(e => e.textContent)`,
  )

/** Controls smaller than they may be; links in running text are free. */
const smallTargets = (page: Page, least: number) =>
  strings(
    page,
    `[...document.querySelectorAll('button, [role=tab], select, summary, a.k-button, input:not([type=hidden])')].filter(e => e.checkVisibility() && !e.closest('.hush, .k-skip')).flatMap(e => { const own = e.getBoundingClientRect(); const label = e.matches('input') && e.closest('label, .k-check')?.getBoundingClientRect(); const b = label && label.height > own.height ? label : own; return b.width > 1 && (b.height < ${least} || b.width < ${least}) ? [(e.className || e.tagName) + ' ' + e.textContent.slice(0, 30) + ' ' + Math.round(b.width) + '×' + Math.round(b.height)] : [] }).slice(0, 5)`,
  )

type Look = { width: number; dark: boolean; locale: string; lang?: string; touch?: boolean }

/** One page leads to the next, as links do; what is `opened` is loaded by its address, which takes several times as long. */
async function visit(
  look: Look,
  check: (page: Page, path: string) => Promise<void>,
  { among = paths, opened = new Set() }: { among?: readonly string[]; opened?: ReadonlySet<string> } = {},
): Promise<void> {
  const { width, dark, locale, lang, touch = false } = look
  const context = await site.signIn(browser, {
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    locale,
    hasTouch: touch,
    isMobile: touch,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text())
  })
  for (const path of among) {
    if (opened.has(path) || path === among[0]) await page.goto(`${site.url}${path}${lang ? `?lang=${lang}` : ''}`)
    else await page.evaluate(`self.__TSR_ROUTER__.navigate({ href: ${JSON.stringify(path)} })`)
    await settle(page)
    await check(page, path)
  }
  expect(faults).toEqual([])
  await context.close()
}

async function judge(page: Page, path: string, leastTarget: number): Promise<void> {
  expect.soft(await findings(page), path).toEqual([])
  expect.soft((await filled(page)).slice(1), `${path}: more than one filled button`).toEqual([])
  expect.soft(await bareNames(page), path).toEqual([])
  expect.soft(await smallTargets(page, leastTarget), path).toEqual([])
  await fits(page, path)
}

async function fits(page: Page, path: string): Promise<void> {
  expect.soft(await tooWide(page), path).toEqual([])
  expect.soft(await cutWords(page), path).toEqual([])
}

/** A page's part of the house, and whether it is about one of something: that much has to be told from an address alone. */
const kindOf = (path: string) => `${path.split(/[/?]/)[1]} ${/[0-9a-f]{8}-[0-9a-f-]{27}/.test(path)}`

test('every page at 1440 px, light: axe finds nothing, one button is filled, names have stage and presence, targets are large enough; in every part of the house a page can be opened by its address', {
  timeout: 300_000,
}, async () => {
  const opened = new Set(new Map(paths.toReversed().map(path => [kindOf(path), path])).values())
  expect(opened.size).toBeGreaterThan(20)
  await visit(
    { width: 1440, dark: false, locale: 'en-GB' },
    async (page, path) => {
      await judge(page, path, 24)
      expect.soft(await page.locator('main h1').first().textContent(), path).not.toBe('')
    },
    { opened },
  )
})

test('the same on the phone at 390 px, dark, German; at 320 px every page is whole', {
  timeout: 300_000,
}, async () => {
  await visit({ width: 390, dark: true, locale: 'de-DE', touch: true }, async (page, path) => {
    await judge(page, path, 44)
    await page.setViewportSize({ width: 320, height: 900 })
    await fits(page, `${path} at 320 px`)
    await page.setViewportSize({ width: 390, height: 900 })
  })
})

test('with long words and right to left every page is whole at 1024 px, and at 720, what remains of 1440 at 200 %', {
  timeout: 180_000,
}, async () => {
  await visit(
    { width: 1024, dark: true, locale: 'en-GB', lang: 'ar-XB' },
    async (page, path) => {
      await fits(page, path)
      expect.soft(await page.evaluate('document.documentElement.dir'), path).toBe('rtl')
      await page.setViewportSize({ width: 720, height: 900 })
      await fits(page, `${path} at 720 px`)
      await page.setViewportSize({ width: 1024, height: 900 })
    },
    { among: paths.filter(path => !/q=|network|0000-|nowhere|online/.test(path)) },
  )
})

test('a pair is decided by keys, the next is there at once, and z takes each decision back', {
  timeout: 60_000,
}, async () => {
  const total = async () => (await site.api(review, 'GET', '/review')).total
  const doubles = ['Ida Holm', 'Bo Ek', 'Sami Aho'].map(name => ({
    name,
    one: newId<'Person'>(),
    other: newId<'Person'>(),
  }))
  await inWorkspace(site.db, site.workspace, async tx => {
    for (const { name, one, other } of doubles)
      for (const person of [one, other])
        await insertPerson(tx, site.workspace, { person, displayName: name }, new Date())
    const evidence = [{ fact: 'name', weight: 3, says: 'same name' }]
    const pairs = doubles.map(({ one, other }) => ({ one, other, probability: 0.4, evidence }))
    await insertMatchProposals(tx, { workspace: site.workspace, at: new Date() }, pairs)
  })
  const before = await total()
  const context = await site.signIn(browser, { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${site.url}/review`)
  await page.getByText(`1 of ${before}`).first().waitFor()
  const names = () => page.locator('.r-sides thead .k-name-text').allTextContents()
  await page.locator('.r-sides thead .k-name-text').nth(1).waitFor()
  const first = await names()
  await page.locator('#main').focus()
  await page.keyboard.press('n')
  await page.getByText(`2 of ${before}`).first().waitFor()
  await expect.poll(async () => (await names()).length).toBe(2)
  expect(await names()).not.toEqual(first)
  await expect.poll(total).toBe(before - 1)
  await page.keyboard.press('z')
  await page.getByText(`1 of ${before}`).first().waitFor()
  await expect.poll(total).toBe(before)
  await expect.poll(names).toEqual(first)

  const kept = () => page.locator('.r-sides input:checked').evaluate(radio => radio.closest('th')?.cellIndex)
  const usual = await kept()
  await page.keyboard.press('c')
  expect(await kept()).not.toBe(usual)
  await page.keyboard.press('y')
  await page.getByText(`2 of ${before}`).first().waitFor()
  await expect.poll(total).toBe(before - 1)
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route('**/api/v1/moves/*/undo', async route => {
    await held
    await route.continue()
  })
  await page.keyboard.press('z')
  await page.getByText('Being taken back.').first().waitFor()
  expect(await names()).toEqual(first)
  expect(await total()).toBe(before - 1)
  letGo()
  await expect.poll(total).toBe(before)
  await page.getByText('Being taken back.').first().waitFor({ state: 'detached' })
  await page.unrouteAll()
  await expect.poll(names).toEqual(first)

  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const _ of [1, 2, 3]) await page.keyboard.press('v')
    await page.locator('.k-toast').nth(2).waitFor()
    await page.locator('.r-answers').waitFor()
    expect(await page.evaluate<boolean>(covered), `${width} px`).toBe(false)
    for (const _ of [1, 2, 3]) await page.keyboard.press('z')
    await page.locator('.k-toast').waitFor({ state: 'detached' })
  }
  await expect.poll(total).toBe(before)
  await context.close()
})

/** Whether something that was just said stands over the answers of Review. */
const covered = `(() => {
  const answers = document.querySelector('.r-answers').getBoundingClientRect()
  return [...document.querySelectorAll('.k-toast')].some(each => {
    const { top, bottom } = each.getBoundingClientRect()
    return top < answers.bottom && bottom > answers.top
  })
})()`

test('where something strong speaks against it, Same asks for a reason in place', { timeout: 60_000 }, async () => {
  const { workspace } = site
  const people = [newId<'Person'>(), newId<'Person'>()] as const
  const [one, other] = people
  await inWorkspace(site.db, workspace, async tx => {
    for (const person of people) await insertPerson(tx, workspace, { person, displayName: 'Ana Ruiz Peña' }, new Date())
    const evidence = [
      { fact: 'email', weight: 9, says: 'same e-mail' },
      { fact: 'birth-date', left: '1988-02-01', right: '1991-07-12', weight: -6, says: 'born apart' },
    ]
    await insertMatchProposals(tx, { workspace, at: new Date() }, [{ one, other, probability: 0.99, evidence }])
  })
  const context = await site.signIn(browser, { viewport: { width: 1024, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${site.url}/review`)
  await page.getByRole('link', { name: 'Ana Ruiz Peña' }).first().waitFor()
  await page.locator('#main').focus()
  await page.keyboard.press('y')
  const reason = page.getByLabel('Why are they one person all the same?')
  await reason.waitFor()
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await reason.waitFor({ state: 'detached' })
  await page.locator('#main').focus()
  await page.keyboard.press('.')
  await reason.fill('A slip in the export.')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Ana Ruiz Peña' }).waitFor({ state: 'detached' })
  const moved = z.object({ mergedInto: z.string().nullable() })
  const into = async () =>
    (await Promise.all(people.map(person => site.api(moved, 'GET', `/people/${person}`)))).filter(who => who.mergedInto)
  await expect.poll(async () => (await into()).length).toBe(1)
  await context.close()
})

test('/ finds people, messages and what was published; chips narrow it; Esc gives the focus back', {
  timeout: 60_000,
}, async () => {
  const context = await site.signIn(browser, { viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${site.url}/`)
  await settle(page)
  // The key is a short cut to what can be seen, and comes with it.
  await page.getByRole('button', { name: /^Search/ }).waitFor()
  await page.locator('#main').focus()
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: 'Search everything' })
  await field.fill('the')
  await page.getByRole('group', { name: 'Messages' }).getByRole('option').first().waitFor()
  await page.getByRole('group', { name: 'Published' }).getByRole('option').first().waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'said:' }).click()
  expect(await field.inputValue()).toBe('the said:')
  await field.fill('tool:xm')
  await page.getByRole('option', { name: 'tool:xmpp' }).click()
  expect(await field.inputValue()).toBe('tool:xmpp ')
  await page.keyboard.type('the')
  await page.getByRole('group', { name: 'Messages' }).getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  expect(await page.evaluate('document.activeElement.id')).toBe('main')
  await page.keyboard.press('/')
  await page.keyboard.type('said:the')
  await page.getByRole('group', { name: 'Messages' }).getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/inbox\//)
  await context.close()
})

test('with the server gone every page says so in place and offers to try again; back again, it goes on', {
  timeout: 120_000,
}, async () => {
  const context = await site.signIn(browser, { viewport: { width: 1024, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${site.url}/`)
  await settle(page)
  // The pages themselves are here; only the answers fail.
  for (const path of ['/people', '/review', '/pages', '/settings/audit']) {
    await page.route('**/api/v1/**', route => {
      const { pathname } = new URL(route.request().url())
      return /\/(me|sample|presence|live)$/.test(pathname) ? route.continue() : route.abort()
    })
    await page.goto(`${site.url}${path}`)
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).first().waitFor({ timeout: 30_000 })
    await page.unroute('**/api/v1/**')
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).first().click()
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).waitFor({ state: 'detached' })
    await settle(page)
  }
  await context.close()
})
