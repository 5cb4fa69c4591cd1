import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { candidaciesOfPerson, candidacyView } from '#features/openings/wire.ts'
import { referralsView } from '#features/referrals/wire.ts'
import { dayMs } from '#kernel/clock.ts'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, type Website } from './browser/website.ts'

let site: Website
let browser: Browser
let context: BrowserContext
let page: Page
let ana: string
let opening: string
const broken: string[] = []
const made = z.object({ id: z.string() })
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString()
const touch = (kind: string, days: number) =>
  site.api(z.unknown(), 'POST', `/people/${ana}/touches`, { kind, tool: 'xmpp', at: daysAgo(days) })

beforeAll(async () => {
  site = await startWebsite()
  ana = (
    await site.api(made, 'POST', '/people', {
      name: 'Ana Ruiz',
      profiles: [{ address: 'ana@x.example', tool: 'xmpp', headline: 'Night nurse' }],
    })
  ).id
  await touch('their-message', 90)
  await touch('introduced', 89)
  const pool = (await site.api(made, 'POST', '/pools', { kind: 'static', name: 'Nurses', warmWeeks: 4 })).id
  await site.api(z.unknown(), 'POST', `/pools/${pool}/people`, { people: [ana] })
  opening = (await site.api(made, 'POST', '/openings', { title: 'Night nurse' })).id
  await site.api(z.unknown(), 'PATCH', `/openings/${opening}`, {
    description: 'You keep the ward calm at night, together with two others who know it well.',
    must: ['Nursing licence'],
    place: 'Bergen, Norway',
    organisation: 'Harbour Clinic',
  })
  await site.api(z.unknown(), 'PUT', `/openings/${opening}/state`, { state: 'open' })
  await site.api(z.unknown(), 'PUT', '/referral-terms', { amount: 300, afterDays: 0 })
  browser = await launchBrowser()
  context = await site.signIn(browser, { viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  page.on('pageerror', error => broken.push(String(error)))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const column = (stage: string) => page.locator(`[aria-labelledby=pipeline-${stage}] .j-card`, { hasText: 'Ana Ruiz' })
const candidacyOf = async (person: string) => {
  const { openings } = await site.api(candidaciesOfPerson, 'GET', `/people/${person}/openings`)
  const [one] = openings
  if (!one) throw new Error('not considered')
  return one.candidacy
}

test('from a pool over a sign of life to an opening: Today names her, she asks about work, and she is considered', async () => {
  await page.goto('/')
  const row = page.locator('.t-row', { hasText: 'Ana Ruiz' })
  await row.getByText('Nurses').first().waitFor()
  // What she answers to the sign of life comes over the tool.
  await touch('their-message', 0)
  await touch('asked-about-work', 0)
  await page.goto(`/people/${ana}`)
  await button('Consider for').click()
  await page.getByRole('menuitem', { name: /Night nurse/ }).click()
  await page.getByText('1 person is considered for “Night nurse”. Nothing was said to them.').first().waitFor()
  await page.getByRole('link', { name: 'Night nurse' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ana Ruiz for Night nurse' }).waitFor()
})

test('on the board she is moved by a key, by dragging and by the menu; a mark and a time are given on the way; each move is said and kept', async () => {
  await page.goto(`/openings/${opening}`)
  await column('considered').focus()
  await page.keyboard.press('m')
  await page.getByLabel('To', { exact: true }).selectOption('screen')
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await page.getByText('Ana Ruiz: Screen.').first().waitFor()
  await column('screen').dragTo(page.locator('[aria-labelledby=pipeline-interview]'))
  await page.getByText('Ana Ruiz: Interview.').first().waitFor()
  await page.keyboard.press('z')
  await column('screen').waitFor()
  await column('screen').getByRole('button', { name: /^Move/ }).click()
  await page.getByRole('menuitem', { name: 'Interview' }).click()
  await column('interview').getByRole('link', { name: 'Ana Ruiz' }).click()

  await page.getByRole('radio', { name: '3 solid' }).check()
  await page.getByLabel(/What you saw/).fill('Counted the doses twice.')
  await button('Give my scorecard').click()
  await page.getByText('Counted the doses twice.').first().waitFor()
  await button('Propose a time').first().click()
  await page.getByLabel('When').fill(`${new Date().getFullYear() + 1}-03-02T10:00`)
  await page.getByRole('dialog').getByRole('button', { name: 'Propose a time' }).click()
  await page.getByText('Proposed').first().waitFor()
  await button('Offer the times').click()
  await expect.poll(() => page.getByLabel('Your words').inputValue()).toContain('Hi Ana, shall we talk')
  await page.keyboard.press('Escape')
  await button('They agreed').click()
  await page.getByText('Agreed').first().waitFor()

  await page.goto(`/openings/${opening}`)
  for (const [from, to, word] of [
    ['interview', 'offer', 'Offer'],
    ['offer', 'hired', 'Hired'],
  ] as const) {
    await column(from).getByRole('button', { name: /^Move/ }).click()
    await page.getByRole('menuitem', { name: word }).click()
    await column(to).waitFor()
  }
  // The card moves at once; what is kept follows.
  const candidacy = await candidacyOf(ana)
  const kept = () => site.api(candidacyView, 'GET', `/candidacies/${candidacy}`)
  await expect.poll(async () => (await kept()).stage).toBe('hired')
  const whole = await kept()
  expect(whole.moves.filter(move => !move.undone).map(move => move.to)).toEqual([
    'considered',
    'screen',
    'interview',
    'offer',
    'hired',
  ])
  expect(whole.person.stage).toBe('candidate')
})

test('from a referral to a reward: she names somebody on her own page, they agree without script, are hired, and she is paid', async () => {
  await page.goto(`/people/${ana}`)
  await button('Ask to recommend others').click()
  await page.getByRole('menuitem', { name: 'Employee' }).click()
  await page.getByText('Ana Ruiz has a referral link now.').first().waitFor()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await button('Copy link Ana Ruiz').click()
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toMatch(/^http.*ana-ruiz/)
  await page.goto('/referrals?view=referrers')
  await button(/^Link to their page/).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make the link' }).click()
  const secret = await page.locator('.k-secret').textContent()

  const outside = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'en-GB',
    viewport: { width: 390, height: 800 },
  })
  const theirs = await outside.newPage()
  await theirs.goto(secret ?? '')
  await theirs.getByLabel('Their name').fill('Li Wen')
  await theirs.getByLabel('Their e-mail address').fill('li@wen.example')
  await theirs.getByLabel('For which job').selectOption({ label: 'Night nurse' })
  await theirs.getByLabel(/would not mind/).check()
  await theirs.getByRole('button', { name: 'Recommend' }).click()
  await theirs.getByText('We ask them first.').first().waitFor()

  await page.goto('/referrals')
  await button(/^Ask them/).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make the question' }).click()
  const words = await page.locator('.k-secret').textContent()
  await theirs.goto(/https?:\/\/\S+$/.exec(words ?? '')?.[0] ?? '')
  await theirs.getByLabel('Ana Ruiz may hear what becomes of it.').check()
  await theirs.getByRole('button', { name: 'Yes, write to me' }).click()
  await theirs.getByRole('heading', { name: 'Thank you' }).waitFor()

  const [referral] = (await site.api(referralsView, 'GET', '/referrals')).referrals
  const candidacy = await candidacyOf(referral?.person ?? '')
  for (const to of ['interview', 'hired']) await site.api(z.unknown(), 'PUT', `/candidacies/${candidacy}/stage`, { to })
  await theirs.goto(secret ?? '')
  await theirs.getByText('They joined. Thank you.').waitFor()
  await page.goto('/referrals')
  await page.getByText(/Reward of .*300.* is due/).waitFor()
  await button(/^Mark as paid/).click()
  await page.getByText(/Reward of .*300.* is paid/).waitFor()
  await outside.close()
  expect(broken).toEqual([])
})
