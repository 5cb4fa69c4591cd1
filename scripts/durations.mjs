// npm run durations: writes down what the longer test files took in the last `npm test`, for the order they run in.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, root } from './house.mjs'
import { readReport } from './run-report.mjs'

const worthWriting = 4
const seconds = (readReport()?.files ?? giveUp('There is no report of a whole run. Run "npm test" first.'))
  .filter(({ seconds }) => seconds >= worthWriting)
  .map(({ file, seconds }) => [file, seconds])
  .sort(([a], [b]) => a.localeCompare(b))
writeFileSync(join(root, 'tests', 'durations.json'), `${JSON.stringify(Object.fromEntries(seconds), undefined, 2)}\n`)
console.log(`${seconds.length} files that take ${worthWriting} seconds or more are in tests/durations.json.`)
