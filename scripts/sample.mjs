// npm run sample: loads the sample data into the database of the settings. `-- --people 500`, `-- --remove`.
import { join } from 'node:path'
import { findNode, root, run } from './house.mjs'

const { code } = await run(findNode(), [join(root, 'src/cli/main.ts'), 'sample', ...process.argv.slice(2)], {
  shell: false,
})
process.exit(code)
