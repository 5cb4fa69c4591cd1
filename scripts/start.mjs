// npm start: builds the pages when they are missing or old, then runs the server.
import { join } from 'node:path'
import { buildWeb, findNode, passSignals, root, run } from './house.mjs'

const node = findNode()
await buildWeb()
const { code } = await run(node, [join(root, 'src/cli/main.ts'), 'serve', ...process.argv.slice(2)], {
  onStart: passSignals,
  shell: false,
})
process.exit(code)
