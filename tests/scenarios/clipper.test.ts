import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { launchBrowser } from './browser/browser.ts'
import { startWebsite, type Website } from './browser/website.ts'

const pictures = new URL('../output/clipper/', import.meta.url)
const home = fileURLToPath(new URL('../../', import.meta.url))
const profile = 'https://www.linkedin.com/in/anaruiz-nurse/'

let site: Website
let folder = ''
let recruiter: BrowserContext
let axe = ''

/** As the tool shows it: what is hidden is there too, and must not leave the browser. */
const linkedin = `<!doctype html><html><head><title>Ana Ruiz | LinkedIn</title></head><body><main>
  <h1>Ana Ruiz</h1><div class="text-body-medium">Night Nurse at Clinic Norte</div>
  <p style="display:none">a secret of somebody else</p><input value="half a search">
  <p id="said">I hand over the ward at six and tell every patient who comes next.</p></main></body></html>`

/** A user's page of GitHub as its layout has it, and one of MySpace as it was in its great years. */
const others = {
  'https://github.com/liwei': `<!doctype html><html><head><title>liwei (Li Wei) · GitHub</title></head><body><main>
  <h1><span class="p-name vcard-fullname" itemprop="name">Li Wei</span> <span class="p-nickname">liwei</span></h1>
  <div class="p-note user-profile-bio">Compilers by night</div><ul><li itemprop="worksFor"><span class="p-org">@looms</span></li>
  <li itemprop="homeLocation"><span class="p-label">Graz</span></li></ul>
  <span itemprop="programmingLanguage">Rust</span></main></body></html>`,
  'https://myspace.com/tombek': `<!doctype html><html><head><title>MySpace.com - Tom - 29 - Male - Gdansk, PL</title></head><body>
  <span class="nametext">Tom Bek</span><table><tr><td class="text" width="193">"welding"<br>Male<br>29 years old<br>Gdansk<br>Poland<br>
  Last Login: 1/2/2008</td></tr></table><table><tr><td class="blurbs">I weld and sing.</td></tr></table></body></html>`,
} as const

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  site = await startWebsite()
  // Chromium lets a root's process read what others may.
  folder = await mkdtemp(join(tmpdir(), 'kith-clipper-'))
  await build({ configFile: join(home, 'vite.clipper.config.ts'), root: join(home, 'src/clipper'), logLevel: 'error' })
  const extension = join(folder, 'extension')
  await cp(join(home, 'dist/clipper/chromium'), extension, { recursive: true })
  // Stands for the press on the button in the toolbar and the yes to "may it talk to your Kith", which no program can press.
  const manifest: Record<string, unknown> = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'))
  manifest.host_permissions = [
    'https://www.linkedin.com/*',
    'https://github.com/*',
    'https://myspace.com/*',
    `${site.url}/*`,
  ]
  await writeFile(join(extension, 'manifest.json'), JSON.stringify(manifest))
  recruiter = await chromium.launchPersistentContext(join(folder, 'browser'), {
    executablePath: '/usr/bin/chromium',
    headless: false,
    locale: 'en-GB',
    args: [
      '--headless=new',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  await recruiter.route(`${profile}**`, route => route.fulfill({ contentType: 'text/html', body: linkedin }))
  for (const [address, body] of Object.entries(others))
    await recruiter.route(`${address}**`, route => route.fulfill({ contentType: 'text/html', body }))
}, 180_000)
afterAll(async () => {
  await recruiter?.close()
  await site?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** Chromium names an extension without a key by its folder. */
const extensionAt = (path: string) =>
  [...createHash('sha256').update(path).digest('hex').slice(0, 32)]
    .map(digit => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('')

async function openPopup(page: Page): Promise<Page> {
  const popup = await recruiter.newPage()
  await popup.setViewportSize({ width: 380, height: 560 })
  const address = `chrome-extension://${extensionAt(join(folder, 'extension'))}/popup.html`
  await popup.goto(address)
  const tab = await popup.evaluate<number>(
    `chrome.tabs.query({}).then(tabs => tabs.find(tab => tab.url === ${JSON.stringify(page.url())}).id)`,
  )
  await popup.goto(`${address}?tab=${tab}`)
  return popup
}

const looksRight = async (popup: Page, name: string) => {
  await popup.screenshot({ path: new URL(`${name}.png`, pictures).pathname })
  await popup.evaluate(axe)
  expect(
    await popup.evaluate<string[]>(
      'axe.run({ resultTypes: ["violations"] }).then(result => result.violations.map(one => one.id + ": " + one.nodes[0].html))',
    ),
  ).toEqual([])
}

test('a recruiter pairs the clipper by a code, clips the profile in view, notes a selection and what was sent', async () => {
  const browser = recruiter.browser() ?? (await launchBrowser())
  const mara = await site.signIn(browser)
  const settings = await mara.newPage()
  await settings.goto('/settings/clipper')
  await settings.getByRole('button', { name: 'Make a code' }).click()
  const code = (await settings.locator('code.k-secret').textContent()) ?? ''
  expect(code).toMatch(/^[2-9b-z]{4}-[2-9b-z]{4}$/)

  const page = await recruiter.newPage()
  await page.goto(profile)
  const popup = await openPopup(page)
  await popup.getByLabel('Address of your Kith').fill(site.url)
  await popup.getByLabel('Code').fill(code.toUpperCase())
  await looksRight(popup, 'pair')
  await popup.getByRole('button', { name: 'Pair' }).click()
  await popup.getByText('Not known yet.').first().waitFor()
  await looksRight(popup, 'unknown')

  const left = popup.waitForRequest(request => request.url().endsWith('/api/v1/clips'))
  await popup.getByRole('button', { name: 'Clip this profile' }).click()
  await popup.getByText('Ana Ruiz is in Kith now.').first().waitFor()
  const body = (await left).postData() ?? ''
  expect(body).toContain('Night Nurse at Clinic Norte')
  expect(body).not.toContain('a secret of somebody else')
  expect(body).not.toContain('half a search')
  await popup.getByText('Stage: found').first().waitFor()
  await popup
    .getByText(/^Next: /)
    .first()
    .waitFor()
  await looksRight(popup, 'known')

  await page.evaluate('getSelection().selectAllChildren(document.getElementById("said"))')
  const again = await openPopup(page)
  await again.getByRole('button', { name: 'Clip the selection' }).click()
  await again.getByText('Noted with Ana Ruiz.').first().waitFor()
  const href = (await again.getByRole('link', { name: 'Ana Ruiz' }).getAttribute('href')) ?? ''
  const kept = await (await mara.request.get(`${site.url}/api/v1${new URL(href).pathname}`)).text()
  expect(kept).toContain('tell every patient who comes next')
  expect(kept).toContain(profile)

  await again.getByText('I sent something').click()
  await again.getByLabel('What you wrote').fill('Hi Ana, nice profile!')
  await again.getByRole('button', { name: 'I sent it', exact: true }).click()
  await again.getByText('Kith would have advised against it:').waitFor()
  await looksRight(again, 'against')
  await again.getByRole('button', { name: 'I have sent it already' }).click()
  await again.getByText('Noted with Ana Ruiz as sent against the advice.').waitFor()

  // The code was good for one use, and the token for the clipper's own routes.
  const pairAgain = await fetch(`${site.url}/api/v1/clipper/pair`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, browser: 'Chromium' }),
  })
  expect(pairAgain.status).toBe(410)
  const token = await again.evaluate<string>("chrome.storage.local.get(['token']).then(found => found.token)")
  const people = await fetch(`${site.url}/api/v1/people`, { headers: { authorization: `Bearer ${token}` } })
  expect(people.status).toBe(403)
  await mara.close()
}, 120_000)

test('a page of GitHub and one of MySpace are clipped as what they are', async () => {
  const shown = z.object({ person: z.object({ id: z.string() }).nullable() })
  const profiled = z.object({
    place: z.string().nullable(),
    profiles: z.array(z.object({ tool: z.string(), headline: z.string().nullable() })),
  })
  const expected = {
    'https://github.com/liwei': { name: 'Li Wei', tool: 'github', place: 'Graz', headline: 'Compilers by night' },
    'https://myspace.com/tombek': { name: 'Tom Bek', tool: 'myspace', place: 'Gdansk, Poland', headline: null },
  }
  for (const [address, { name, tool, place, headline }] of Object.entries(expected)) {
    const page = await recruiter.newPage()
    await page.goto(address)
    const popup = await openPopup(page)
    const heard = popup.waitForResponse(response => response.url().endsWith('/api/v1/clips'))
    await popup.getByRole('button', { name: 'Clip this profile' }).click()
    await popup.getByText(`${name} is in Kith now.`).waitFor()
    await looksRight(popup, tool)
    const { person } = shown.parse(await (await heard).json())
    const kept = await site.api(profiled, 'GET', `/people/${person?.id}`)
    expect(kept).toMatchObject({ place, profiles: [{ tool, headline }] })
  }
}, 60_000)
