import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { buildWeb, findNode, root } from './house.mjs'
const shots = '/tmp/messaging/shots'
const node = findNode(), main = join(root, 'src/cli/main.ts')
const port = await new Promise(r => { const p = createServer(); p.listen(0, '127.0.0.1', () => { const n = p.address().port; p.close(() => r(n)) }) })
const kith = (args, env, input = '') => new Promise((res, rej) => { const c = spawn(node, [main, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] }); let o = ''; c.stdout.on('data', p => (o += p)); c.once('close', code => code === 0 ? res(o) : rej(new Error(`${args} ${code}`))); c.stdin.end(input) })
console.time('all')
await buildWeb()
const folder = await mkdtemp(join(tmpdir(), 'kith-walk-')); await chmod(folder, 0o711)
const url = `http://127.0.0.1:${port}`
const env = { ...process.env, KITH_DATA: folder, KITH_PORT: String(port), KITH_PUBLIC_URL: url, KITH_LOG_LEVEL: 'warn' }
delete env.DATABASE_URL
const server = spawn(node, [main, 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
for (let n = 0; n < 600; n++) { if (await fetch(`${url}/readyz`).then(a => a.ok, () => false)) break; await new Promise(r => setTimeout(r, 300)) }
const say = (...a) => console.log(...a)
let browser
const step = async (name, act) => { try { const r = await act(); say('OK ', name, r === undefined ? '' : JSON.stringify(r)) } catch (e) { say('BAD', name, String(e).split('\n').slice(0, 3).join(' | ')) } }
try {
  const owner = { email: 'mara@kith.example', password: 'a long harbour wall' }
  await kith(['user', 'add', '--email', owner.email, '--name', 'Mara Lind', '--role', 'owner', '--workspace', 'Harbour', '--password-stdin'], env, `${owner.password}\n`)
  say((await kith(['sample'], env)).trim().slice(0, 300))
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  const context = async options => {
    const c = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options })
    await c.request.post(`${url}/api/v1/sign-in`, { headers: { 'sec-fetch-site': 'same-origin', origin: url }, data: owner })
    return c
  }
  const wide = await context({ viewport: { width: 1440, height: 900 } })
  const api = async path => (await wide.request.get(`${url}/api/v1${path}`)).json()
  const { conversations, counts } = await api('/conversations?view=all&limit=200')
  const tools = {}
  for (const c of conversations) (tools[`${c.tool}/${c.kind}`] ??= []).push(c.id)
  say('tools', Object.fromEntries(Object.entries(tools).map(([k, v]) => [k, v.length])), counts)
  const page = await wide.newPage()
  page.setDefaultTimeout(60_000)
  const direct = conversations.find(c => c.kind === 'direct' && c.person && c.unread > 0) ?? conversations.find(c => c.kind === 'direct' && c.person)
  await step('inbox opens, title and icon', async () => {
    await page.goto(`${url}/inbox/${direct.id}`)
    await page.getByRole('textbox').first().waitFor()
    await page.waitForFunction(() => document.querySelector('link[rel~=icon]')?.href.startsWith('data:'), undefined, { timeout: 30_000 })
    return { title: await page.title() }
  })
  await step('n then words at once', async () => {
    await page.locator('h1,h2').first().click()
    await page.keyboard.press('n'); await page.keyboard.type('abcdef')
    await page.waitForTimeout(500)
    return page.evaluate(() => [...document.querySelectorAll('textarea,input,[contenteditable]')].map(e => [e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent, e.value ?? e.textContent]).filter(([, v]) => v?.includes('f')))
  })
  await page.screenshot({ path: `${shots}/note.png` })
  await step('keys sheet', async () => { await page.keyboard.press('Escape'); await page.keyboard.press('Escape'); await page.locator('h1,h2').first().click(); await page.keyboard.press('?'); await page.waitForTimeout(800); await page.screenshot({ path: `${shots}/keys.png` }); await page.keyboard.press('Escape') })
  await step('online list', async () => {
    await page.goto(`${url}/online`); await page.waitForTimeout(1500); await page.screenshot({ path: `${shots}/online.png` })
    const text = await page.locator('main').innerText()
    return { usually: /usually/i.exec(text) ? text.match(/usually[^\n]*/i)?.[0] : null, greet: /greet/i.test(text), lines: text.split('\n').length }
  })
  const room = conversations.find(c => c.kind === 'room')
  if (room) await step('room', async () => { await page.goto(`${url}/inbox/${room.id}`); await page.waitForTimeout(2000); await page.screenshot({ path: `${shots}/room.png` }) })
  const phone = await context({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  const small = await phone.newPage(); small.setDefaultTimeout(60_000)
  const seen = new Set()
  for (const c of conversations) {
    const key = `${c.tool}-${c.kind}`; if (seen.has(key) || seen.size > 7) continue; seen.add(key)
    await step(`phone ${key}`, async () => {
      await small.goto(`${url}/inbox/${c.id}`)
      await small.locator('.c-composer-bar').waitFor({ timeout: 30_000 }); await small.waitForTimeout(600)
      const field = small.locator('.c-composer textarea').first()
      if (await field.count()) { await field.fill('Hello, how was your week?'); await small.waitForTimeout(700) }
      await small.screenshot({ path: `${shots}/phone-${key}.png` })
      return small.evaluate(() => [...document.querySelectorAll('.c-composer-bar button, .c-composer-bar .k-tool-mark, .c-composer-bar > *')].map(e => { const r = e.getBoundingClientRect(); return [e.tagName, e.textContent.trim().slice(0, 18), Math.round(r.x), Math.round(r.y), Math.round(r.width), Math.round(r.height)] }))
    })
  }
  await step('search', async () => { await page.goto(`${url}/search?q=night`); await page.waitForTimeout(1500); await page.screenshot({ path: `${shots}/search.png` }) })
} finally {
  await browser?.close()
  const ended = new Promise(r => server.once('exit', r)); server.kill('SIGTERM'); await ended
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  console.timeEnd('all')
}
