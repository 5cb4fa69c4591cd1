// npm run screenshots: starts a Kith of its own, fills it with sample data and photographs it for docs/images.
import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { buildWeb, findNode, giveUp, root } from './house.mjs'

const sizeAtMost = 300_000
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const owner = { email: 'mara@kith.example', name: 'Mara Lind', password: 'a long harbour wall' }
const images = join(root, 'docs', 'images')

const node = findNode()
const main = join(root, 'src/cli/main.ts')

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

const kith = (args, env, input = '') =>
  new Promise((resolve, reject) => {
    const child = spawn(node, [main, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', part => (out += part))
    child.once('close', code =>
      code === 0 ? resolve(out) : reject(new Error(`kith ${args.join(' ')} ended with ${code}.`)),
    )
    child.stdin.end(input)
  })

async function startServer(env, url) {
  const server = spawn(node, [main, 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  for (const until = Date.now() + 90_000; Date.now() < until; ) {
    if (server.exitCode !== null) giveUp('Kith ended at its start.')
    const ready = await fetch(`${url}/readyz`).then(
      answer => answer.ok,
      () => false,
    )
    if (ready) return server
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  giveUp('Kith was not ready in 90 seconds.')
}

/** An unread chat with somebody of whom several profiles are known makes the best pages. */
async function places(api) {
  const { conversations } = await api('/api/v1/conversations?view=all&limit=50')
  const chats = conversations.filter(one => one.kind === 'direct' && one.person)
  const known = []
  for (const chat of chats.filter(one => one.unread > 0).slice(0, 25)) {
    const { profiles = [] } = await api(`/api/v1/people/${chat.person.id}`)
    known.push({ chat, worth: profiles.length + Math.max(0, ...profiles.map(one => Number(one.depth) || 0)) / 10 })
  }
  known.sort((a, b) => b.worth - a.worth)
  const chat = known[0]?.chat ?? chats[0]
  // Connected and no more: who a job would come too early to.
  const early = chats.find(one => one.person.stage === 'connected' && one.person.name.length < 24)
  return { chat: chat?.id, person: chat?.person?.id, early: early?.id }
}

/** The opening with the most people on their way. */
async function busiest(api) {
  const { openings } = await api('/api/v1/openings')
  const boards = await Promise.all(
    openings.map(async ({ id }) => ({ id, size: JSON.stringify(await api(`/api/v1/openings/${id}/board`)).length })),
  )
  return boards.toSorted((a, b) => b.size - a.size)[0]?.id
}

/** The drawing is made in the background, after the ties of everybody were worked out. */
async function networkDrawn(api) {
  for (const until = Date.now() + 300_000; Date.now() < until; ) {
    const { madeAt, working } = await api('/api/v1/network')
    if (madeAt && !working) return
    await new Promise(resolve => setTimeout(resolve, 1_000))
  }
  giveUp('The network was not drawn in five minutes.')
}

async function shoot(page, url, path, name, { settleMs = 1_200, draft } = {}) {
  await page.goto(`${url}${path}`)
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.waitForTimeout(settleMs)
  await page.waitForFunction(() => document.querySelector('.k-skeleton[aria-busy=true]') === null, undefined, {
    timeout: 30_000,
  })
  if (draft) await page.locator('textarea').first().fill(draft)
  await page.waitForTimeout(settleMs)
  const file = join(images, `${name}.png`)
  await page.screenshot({ path: file })
  const { size } = await stat(file)
  console.log(`${name}.png ${Math.round(size / 1_000)} kB`)
  if (size > sizeAtMost) giveUp(`${name}.png has ${size} bytes; ${sizeAtMost} are allowed.`)
}

async function signedIn(browser, url, options) {
  const context = await browser.newContext({
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  })
  const answer = await context.request.post(`${url}/api/v1/sign-in`, {
    headers: { 'sec-fetch-site': 'same-origin', origin: url },
    data: { email: owner.email, password: owner.password },
  })
  if (!answer.ok()) giveUp(`Signing in was answered with ${answer.status()}: ${await answer.text()}`)
  return context
}

await buildWeb()
await mkdir(images, { recursive: true })
const folder = await mkdtemp(join(tmpdir(), 'kith-screenshots-'))
// Started by root, the database runs as another user and has to come through.
await chmod(folder, 0o711)
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const env = { ...process.env, KITH_DATA: folder, KITH_PORT: String(port), KITH_PUBLIC_URL: url, KITH_LOG_LEVEL: 'warn' }
delete env.DATABASE_URL
const server = await startServer(env, url)
try {
  const add = [
    'user',
    'add',
    '--email',
    owner.email,
    '--name',
    owner.name,
    '--role',
    'owner',
    '--workspace',
    'Harbour',
    '--password-stdin',
  ]
  await kith(add, env, `${owner.password}\n`)
  console.log((await kith(['sample'], env)).trim())
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  const light = await signedIn(browser, url, { viewport: desktop, colorScheme: 'light' })
  const api = async path => (await light.request.get(`${url}${path}`)).json()
  const { chat, person, early } = await places(api)
  const opening = await busiest(api)
  const page = await light.newPage()
  await shoot(page, url, '/', 'today')
  await shoot(page, url, '/people', 'people')
  if (person) await shoot(page, url, `/people/${person}`, 'person')
  const draft = 'We are hiring a night nurse in Bergen, 54,000 a year. Would you send me your CV?'
  if (early) await shoot(page, url, `/inbox/${early}`, 'inbox', { draft })
  if (opening) await shoot(page, url, `/openings/${opening}`, 'opening')
  await shoot(page, url, '/reports', 'reports')
  await networkDrawn(api)
  await shoot(page, url, '/network', 'network')
  await shoot(page, url, '/p/ask-about-nights', 'landing')
  await shoot(page, url, '/import', 'import')
  const small = await (
    await signedIn(browser, url, { viewport: phone, colorScheme: 'light', isMobile: true, hasTouch: true })
  ).newPage()
  await shoot(small, url, chat ? `/inbox/${chat}` : '/inbox', 'inbox-phone')
  const dark = await (await signedIn(browser, url, { viewport: desktop, colorScheme: 'dark' })).newPage()
  await shoot(dark, url, '/', 'today-dark')
  await browser.close()
} finally {
  const ended = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
