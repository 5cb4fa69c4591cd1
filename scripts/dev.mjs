// npm run dev: the server, started again when its code changes, and the pages with hot reload. Data in .kith/.
import { join } from 'node:path'
import { findNode, root, run } from './house.mjs'

const node = findNode()
const data = process.env.KITH_DATA ?? join(root, '.kith')
const children = []
const keep = { onStart: child => children.push(child) }
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)

console.error('Pages: http://localhost:4281 (hot reload). Server: http://localhost:4280.')
const server = run(
  node,
  ['--watch', '--watch-preserve-output', join(root, 'src/cli/main.ts'), 'serve', ...process.argv.slice(2)],
  {
    ...keep,
    env: { KITH_DATA: data },
    shell: false,
  },
)
const pages = run('vite', ['dev'], keep)
const first = await Promise.race([server, pages])
stop()
await Promise.all([server, pages])
process.exit(first.code)
