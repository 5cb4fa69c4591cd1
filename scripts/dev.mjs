// npm run dev: the server, started again when its code changes, and the pages with hot reload. Data in .kith/, with sample people.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb, findNode, giveUp, root, run, stopTogether } from './house.mjs'

const node = findNode()
const main = join(root, 'src/cli/main.ts')
const data = process.env.KITH_DATA ?? join(root, '.kith')
const pages = 'http://localhost:4281'
const owner = { name: 'Mara Lind', email: 'mara@kith.example', password: 'a long harbour wall' }
const env = { KITH_LOG_LEVEL: 'warn', ...process.env, KITH_DATA: data, KITH_PUBLIC_URL: pages }
const children = []
const keep = { env, shell: false, onStart: child => children.push(child) }
stopTogether(children)

async function kith(args, input) {
  const { code, output } = await run(node, [main, ...args], {
    ...keep,
    capture: true,
    onStart: child => {
      children.push(child)
      child.stdin?.end(input)
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  if (code !== 0)
    giveUp(`${output}\nThe first start could not be prepared; the reason is above. Its data is in ${data}.`)
}

// The chat that visitors get is served by the server, from the build.
await buildWeb({ onlyMissing: true })
if (!process.env.DATABASE_URL && !existsSync(join(data, 'postgres', 'data'))) {
  console.error('Making a database with sample people …')
  await kith(['user', 'add', '--name', owner.name, '--email', owner.email, '--password-stdin'], owner.password)
  await kith(['sample', '--people', '300'])
}

const server = run(
  node,
  ['--watch', '--watch-preserve-output', main, 'serve', '--quiet', ...process.argv.slice(2)],
  keep,
)
const web = run('vite', ['dev', '--logLevel', 'warn', '--clearScreen', 'false'], { ...keep, shell: undefined })
const ended = Promise.race([server, web])

async function answers(url) {
  const answer = await fetch(url).catch(() => undefined)
  await answer?.body?.cancel()
  return answer?.ok === true
}

const ready = (async () => {
  while (!(await answers('http://127.0.0.1:4280/readyz')) || !(await answers(`${pages}/sign-in`)))
    await new Promise(resolve => setTimeout(resolve, 200))
  console.error(`\n  ${pages}/sign-in\n  ${owner.email}, password: ${owner.password}\n`)
  console.error('Pages change as you save; the server starts again. Ctrl-C ends both; remove .kith to begin anew.')
})()
await Promise.race([ready, ended])
const first = await ended
for (const child of children) child.kill('SIGTERM')
await Promise.all([server, web])
process.exit(first.code)
