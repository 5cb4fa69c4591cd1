// npm run durations: writes down what the longer test files took in the last `npm test`, for the order they run in.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { root } from './house.mjs'

const worthWriting = 4
const { testResults } = JSON.parse(readFileSync(join(root, 'tests', 'output', 'results.json'), 'utf8'))
const seconds = testResults
  .map(({ name, startTime, endTime }) => [
    relative(root, name).replaceAll(sep, '/'),
    Math.round((endTime - startTime) / 1_000),
  ])
  .filter(([, took]) => took >= worthWriting)
  .sort(([a], [b]) => a.localeCompare(b))
writeFileSync(join(root, 'tests', 'durations.json'), `${JSON.stringify(Object.fromEntries(seconds), undefined, 2)}\n`)
console.log(`${seconds.length} files that take ${worthWriting} seconds or more are in tests/durations.json.`)
