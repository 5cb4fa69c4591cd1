// npm run lighthouse: starts a Kith of its own with sample data and lets Lighthouse judge the pages that strangers see. Not part of CI:
// Lighthouse is big and its figures need a quiet machine. `-- --with PATH` uses one that is installed already.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb, findNode, giveUp, root } from './house.mjs'
import { readerPaths } from './lighthouse-mail.mjs'

const atLeast = 0.95
const mostBytes = 50_000
const version = '13.5.0'
const categories = ['performance', 'accessibility', 'best-practices', 'seo']
const owner = { email: 'mara@kith.example', password: 'a long harbour wall' }
const withPath = process.argv[process.argv.indexOf('--with') + 1]
const installed = process.argv.includes('--with') ? withPath : undefined

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

const run = (program, args, env, input = '') =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', part => (out += part))
    child.once('error', reject)
    child.once('close', code =>
      code === 0 ? resolve(out) : reject(new Error(`${program} ${args[0]} ended with ${code}.`)),
    )
    child.stdin.end(input)
  })

async function untilReady(server, url) {
  for (const until = Date.now() + 90_000; Date.now() < until; ) {
    if (server.exitCode !== null) giveUp('Kith ended at its start.')
    const ready = await fetch(`${url}/readyz`).then(
      answer => answer.ok,
      () => false,
    )
    if (ready) return
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  giveUp('Kith was not ready in 90 seconds.')
}

/** Of a page by itself, as it travels without its pictures. */
async function weigh(url, path) {
  const page = await fetch(`${url}${path}`)
  const html = await page.text()
  const parts = [...html.matchAll(/<(?:link rel="stylesheet"[^>]*href|script[^>]*src)="([^"]+)"/g)].map(([, at]) => at)
  const sizes = await Promise.all(
    parts.map(async part => (await (await fetch(new URL(part, url))).arrayBuffer()).byteLength),
  )
  return Buffer.byteLength(html) + sizes.reduce((sum, size) => sum + size, 0)
}

await buildWeb()
const folder = await mkdtemp(join(tmpdir(), 'kith-lighthouse-'))
// Started by root, the database runs as another user and has to come through.
await chmod(folder, 0o711)
const url = `http://127.0.0.1:${await freePort()}`
const env = {
  ...process.env,
  KITH_DATA: folder,
  KITH_PORT: new URL(url).port,
  KITH_PUBLIC_URL: url,
  KITH_LOG_LEVEL: 'warn',
  KITH_OUTBOUND_ALLOW: '127.0.0.1',
}
delete env.DATABASE_URL
const server = spawn(node, [main, 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
try {
  await untilReady(server, url)
  const add = [
    'user',
    'add',
    '--email',
    owner.email,
    '--name',
    'Mara Lind',
    '--role',
    'owner',
    '--workspace',
    'Harbour',
  ]
  await run(node, [main, ...add, '--password-stdin'], env, `${owner.password}\n`)
  await run(node, [main, 'sample'], env)
  const token = (await run(node, [main, 'user', 'token', '--email', owner.email, '--name', 'light'], env)).trim()
  const api = async (path, method = 'GET', body = undefined) => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  const { lists } = await api('/lists')
  const paths = {
    landing: '/p/ask-about-nights',
    jobs: '/jobs',
    job: '/jobs/sample-night-nurse-stroke-unit',
    blog: '/blog',
    post: '/blog/sample-what-a-night-shift-costs',
    subscribe: new URL(lists[0].url).pathname,
    privacy: '/privacy',
    ...(await readerPaths(url, api, lists[0])),
  }
  const wrong = []
  for (const [name, path] of Object.entries(paths)) {
    const file = join(folder, `${name}.json`)
    const flags = '--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-sync'
    const asked = [`${url}${path}`, '--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`]
    const more = { ...env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' }
    if (installed) await run(node, [installed, ...asked], more)
    else await run('npx', ['--yes', `lighthouse@${version}`, ...asked], more)
    const report = JSON.parse(await readFile(file, 'utf8'))
    const scores = categories.map(each => report.categories[each].score)
    const bytes = await weigh(url, path)
    console.log(`${name.padEnd(10)} ${scores.map(score => Math.round(score * 100)).join(' / ')}  ${bytes} bytes`)
    const low = Object.values(report.audits).filter(
      audit => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative',
    )
    // What a page keeps out of search engines on purpose can't be good for them.
    const hidden = report.audits['is-crawlable']?.score === 0
    const judged = scores.filter((_, at) => !(hidden && categories[at] === 'seo'))
    if (judged.some(score => score < atLeast) || bytes > mostBytes) {
      wrong.push(name)
      for (const audit of low.slice(0, 8)) console.log(`  ${audit.id}: ${audit.title}`)
    }
  }
  if (wrong.length > 0) giveUp(`Below ${atLeast * 100}, or above ${mostBytes} bytes: ${wrong.join(', ')}`)
} finally {
  server.kill('SIGTERM')
  await new Promise(resolve => server.once('exit', resolve))
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
