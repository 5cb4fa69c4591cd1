// npm test: real servers where a test needs one, then vitest. The last line is "N passed, N failed".
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildWeb, findNode, root, run } from './house.mjs'
import { installMissing, readSkipped } from './install-needs.mjs'

/** Counts tests, and test files that could not even be loaded. */
function count(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const broken = report.testResults.filter(
    each => each.status === 'failed' && each.assertionResults.length === 0,
  ).length
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report
  return { passed, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests }
}

/** Passed, but not at the first try. */
function listRetried(file) {
  if (!existsSync(file)) return []
  return JSON.parse(readFileSync(file, 'utf8')).testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(
        ({ fullName, failureMessages }) =>
          `retried: ${relative(root, name)} > ${fullName}\n  ${failureMessages[0].split('\n')[0]}`,
      ),
  )
}

const node = findNode()
const skipped = readSkipped()
await installMissing(skipped)
await buildWeb()
if (skipped.length > 0) {
  // Said by the Node that runs the tests: this script may run on an older one.
  const list = `import { filesNeeding } from './scripts/needs.mjs'; console.log(filesNeeding(${JSON.stringify(skipped)}, '.').join('\\n'))`
  const { output } = await run(node, ['--input-type=module', '-e', list], { capture: true, shell: false })
  console.error(`Left out by KITH_TEST_SKIP=${skipped.join(',')}:\n${output.trimEnd().replaceAll(/^/gm, '  ')}`)
}
const results = join(root, 'tests', 'output', 'results.json')
mkdirSync(join(root, 'tests', 'output'), { recursive: true })
rmSync(results, { force: true })
// Each test file and each Kith is a process of its own, which need not compile the packages again.
const env = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'kith') }
const { code } = await run(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)],
  { env },
)
const counted = count(results)
for (const line of listRetried(results)) console.log(line)
// Vitest may fail without a failed test, for instance by an error after the last one.
const failures = code === 0 ? counted.failed : Math.max(counted.failed, 1)
console.log(`${counted.passed} passed, ${failures} failed${counted.skipped > 0 ? `, ${counted.skipped} skipped` : ''}`)
process.exitCode = failures === 0 ? 0 : 1
