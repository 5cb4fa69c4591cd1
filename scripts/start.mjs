// npm start: builds the pages when they are missing or old, then runs the server.
import { join } from 'node:path'
import { buildWeb, findNode, root, run, stopTogether } from './house.mjs'

const node = findNode()
await buildWeb()
const children = []
stopTogether(children)
const { code } = await run(node, [join(root, 'src/cli/main.ts'), 'serve', ...process.argv.slice(2)], {
  onStart: child => children.push(child),
  shell: false,
})
process.exit(code)
