import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { generateSync } from 'otplib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSetupCode } from '#features/accounts/index.ts'
import { type Accounts, goodPassword, startAccounts } from '#tests/servers/accounts.ts'
import { findPages } from '#tests/servers/shared.ts'
import { launchBrowser } from './browser/browser.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const pictures = new URL('../output/accounts/', import.meta.url)

let kith: Accounts
let browser: Browser
let origin: string
let axe: string

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  const port = await freePort()
  origin = `http://localhost:${port}`
  kith = await startAccounts({ publicUrl: origin, webFolder: await findPages() })
  await kith.app.listen({ port, host: '127.0.0.1' })
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await kith?.[Symbol.asyncDispose]()
})

/** `breaches`: what the page's own policy stopped, and errors of scripts. */
async function openPage(options: { width?: number; dark?: boolean; locale?: string } = {}) {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: options.locale ?? 'en-GB',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const breaches: string[] = []
  page.on('pageerror', error => breaches.push(error.message))
  page.on('console', message => {
    if (/Content Security Policy|Refused to/i.test(message.text())) breaches.push(message.text())
  })
  return { page, context, breaches, [Symbol.asyncDispose]: () => context.close() }
}

/** Findings of axe and whatever is wider than the page; the debugger runs it, which the page's policy does not bind. */
async function findings(page: Page): Promise<string[]> {
  await page.waitForTimeout(300)
  await page.evaluate(axe)
  const results: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.failureSummary || ''))).concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the page'] : []))`,
  )
  return Array.isArray(results) ? results.map(String) : ['axe gave no answer']
}

const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(pictures.pathname, `${name}.png`), fullPage: true })

test('the first run: who you are, what you recruit for, how to begin; and the link works once', async () => {
  await using opened = await openPage()
  const { page, breaches } = opened
  const code = await createSetupCode(kith.deps)
  await page.goto(`${origin}/set-up#${code}`)
  await page.getByLabel('Your name').fill('Mara Lindt')
  await page.getByLabel('E-mail').fill('mara@north.example')
  await page.getByLabel('Password').fill('password12')
  expect(await findings(page)).toEqual([])
  await picture(page, 'setup-1440')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('one of the first that anyone would try').first().waitFor()
  await page.getByLabel('Password').fill(goodPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'What do you recruit for?' }).waitFor()
  await page.getByLabel('What do you recruit for?').fill('Night nurses')
  await page.getByLabel('Name of the team').fill('Northern Nurses')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'How do you want to begin?' }).waitFor()
  expect(await findings(page)).toEqual([])
  await picture(page, 'welcome-1440')
  const me = await page.evaluate(`fetch('/api/v1/me').then(r => r.json())`)
  expect(me).toMatchObject({ user: { recruitsFor: 'Night nurses' }, workspace: { name: 'Northern Nurses' } })
  await page.goto(`${origin}/today`)
  await page.locator('.k-rail a[aria-current=page]').getByText('Today').waitFor()
  await page.goto(`${origin}/set-up#${code}`)
  await page.reload()
  await page.getByText('This link was used.').first().waitFor()
  expect(breaches).toEqual([])
})

test('the second step by picture and code, recovery codes once, and signing in with both', async () => {
  await using opened = await openPage()
  const { page, breaches } = opened
  await kith.setUpTeam('two@north.example', 'Two Steps')
  await page.goto(`${origin}/settings/security`)
  await page.waitForURL(/\/sign-in/)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await findings(page)).toEqual([])
  await picture(page, 'sign-in-1440')
  await page.getByLabel('E-mail').fill('two@north.example')
  await page.getByLabel('Password').fill('not this one')
  await page.keyboard.press('Enter')
  await page.getByText('E-mail and password don’t fit together').first().waitFor()
  await page.getByLabel('Password').fill(goodPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Second step' }).waitFor()
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await page.getByRole('dialog').getByLabel('Current password').fill(goodPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: /Picture to scan/ }).waitFor()
  expect(await findings(page)).toEqual([])
  await picture(page, 'second-step-1440')
  const secret = (await page.locator('dialog code').textContent()) ?? ''
  await page
    .getByLabel('Code of the app')
    .fill(generateSync({ secret, epoch: Math.floor(kith.clock.now().getTime() / 1000) }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Recovery codes' }).waitFor()
  const codes = await page.locator('.accounts-codes li').allTextContents()
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('10 recovery codes left').first().waitFor()

  await using second = await openPage({ locale: 'de-DE' })
  await second.page.goto(`${origin}/sign-in`)
  await second.page.getByLabel('E-Mail').fill('two@north.example')
  await second.page.getByLabel('Passwort').fill(goodPassword)
  await second.page.keyboard.press('Enter')
  await second.page.getByLabel('Code').fill(codes[0] ?? '')
  await second.page.keyboard.press('Enter')
  await second.page.waitForURL(`${origin}/`)
  expect([...breaches, ...second.breaches]).toEqual([])
})

test('a passkey of the browser is added and signs in alone', async () => {
  await using opened = await openPage()
  const { page, context, breaches } = opened
  await kith.setUpTeam('key@north.example', 'Keys')
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${origin}/sign-in?next=/settings/security`)
  await page.getByLabel('E-mail').fill('key@north.example')
  await page.getByLabel('Password').fill(goodPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('dialog').getByLabel('Current password').fill(goodPassword)
  await page.keyboard.press('Enter')
  await page.getByText('Passkey 1').first().waitFor()
  await page.evaluate(`fetch('/api/v1/sign-out', { method: 'POST' })`)
  await page.goto(`${origin}/sign-in?next=/settings/security`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
  await page.getByText('Passkey 1').first().waitFor()
  expect(breaches).toEqual([])
})

test('an invited person joins by the link that the team page made', async () => {
  await using opened = await openPage()
  const { page } = opened
  const owner = await kith.setUpTeam('team@north.example', 'Team of Three')
  await opened.context.addCookies([{ name: 'kith_session', value: owner.cookie ?? '', url: origin }])
  await page.goto(`${origin}/settings/team`)
  await page.getByLabel('E-mail').fill('tom@north.example')
  await page.getByLabel('Role', { exact: true }).selectOption('viewer')
  await page.getByRole('button', { name: 'Make an invitation' }).click()
  const link = (await page.locator('.k-secret').textContent()) ?? ''
  await using guest = await openPage({ width: 390 })
  await guest.page.goto(link)
  await guest.page.getByRole('heading', { name: 'Join Team of Three' }).waitFor()
  expect(await findings(guest.page)).toEqual([])
  await picture(guest.page, 'invitation-390')
  await guest.page.getByLabel('Your name').fill('Tom Bek')
  await guest.page.getByLabel('Password').fill(goodPassword)
  await guest.page.keyboard.press('Enter')
  await guest.page.waitForURL(`${origin}/`)
  await page.reload()
  await page.getByText('2 members').first().waitFor()
  await page.getByRole('button', { name: 'Change Tom Bek' }).click()
  await page.getByRole('menuitem', { name: 'Take access away' }).click()
  await page.getByText('no access', { exact: true }).first().waitFor()
  await page.keyboard.press('z')
  await page.getByText('no access', { exact: true }).waitFor({ state: 'detached' })
})

// Without members and tokens, in both themes: every-page.test.ts.
test('the settings of a whole team are in order at 390 px, dark', async () => {
  await using opened = await openPage({ width: 390, dark: true })
  const { page, breaches } = opened
  const owner = await kith.setUpTeam('order@north.example', 'Order')
  await kith.joinTeam(owner, 'tom-of-order@north.example', 'recruiter')
  await owner.send('POST', '/api/v1/me/tokens', { name: 'nightly' })
  await opened.context.addCookies([{ name: 'kith_session', value: owner.cookie ?? '', url: origin }])
  for (const [path, heading] of [
    ['/settings', 'Me'],
    ['/settings/security', 'Security'],
    ['/settings/team', 'Team'],
    ['/settings/tokens', 'API tokens'],
    ['/settings/audit', 'Audit log'],
  ]) {
    await page.goto(`${origin}${path}`)
    await page.getByRole('heading', { name: heading ?? '', exact: true, level: 1 }).waitFor()
    await expect.poll(() => page.locator('main .k-skeleton').count()).toBe(0)
    await picture(page, `${path?.slice(1).replace('/', '-')}-390-dark`)
    expect([path, await findings(page)]).toEqual([path, []])
  }
  expect(breaches).toEqual([])
}, 60_000)
