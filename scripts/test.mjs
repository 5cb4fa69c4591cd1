// npm test: real servers where a test needs one, then vitest. The last line is "N passed, N failed".
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildWeb, findNode, root, run } from './house.mjs'
import { canInstall, installMissing, isAnythingMissing, readSkipped } from './install-needs.mjs'
import {
  countTests,
  firstFailureIn,
  listRetried,
  listWorthAnotherRun,
  putInPlace,
  readReport,
  reportFile,
  writeReport,
} from './run-report.mjs'

const node = findNode()
const skipped = readSkipped()
const args = process.argv.slice(2)
const isAlive = pid => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
/** An installation that .ci/run began: it goes first, for apt lets in one at a time. */
const installer = Number(process.env.KITH_TEST_INSTALLER) || undefined
const isInstalling = () => installer !== undefined && isAlive(installer)
// Installing is mostly waiting for others: meanwhile run the tests that need nothing of the system, and those that do wait for its end
// (see tests/servers/await-needs.ts).
const pending = join(root, 'tests', 'output', 'needs-pending')
const installsBeside = args.length === 0 && (isInstalling() || (canInstall() && isAnythingMissing(skipped)))
let vitest
async function installBeside() {
  mkdirSync(join(root, 'tests', 'output'), { recursive: true })
  writeFileSync(pending, '')
  process.once('exit', () => {
    rmSync(pending, { force: true })
    vitest?.kill()
  })
  while (isInstalling()) await sleep(200)
  await installMissing(skipped)
  rmSync(pending, { force: true })
}
if (installsBeside) void installBeside()
else await installMissing(skipped)
await buildWeb()
if (skipped.length > 0) {
  // Said by the Node that runs the tests: this script may run on an older one.
  const list = `import { filesNeeding } from './scripts/needs.mjs'; console.log(filesNeeding(${JSON.stringify(skipped)}, '.').join('\\n'))`
  const { output } = await run(node, ['--input-type=module', '-e', list], { capture: true, shell: false })
  console.error(`Left out by KITH_TEST_SKIP=${skipped.join(',')}:\n${output.trimEnd().replaceAll(/^/gm, '  ')}`)
}
// Each test file and each Kith is a process of its own, which need not compile the packages again.
const env = {
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'kith'),
  ...(installsBeside && { KITH_TEST_PENDING: pending }),
}

async function runTests(args) {
  rmSync(reportFile, { force: true })
  const { code } = await run('vitest', ['run', '--reporter=default', '--reporter=./scripts/run-report.mjs', ...args], {
    env,
    onStart: child => {
      vitest = child
    },
  })
  const report = readReport() ?? { files: [], stray: [{ message: `Vitest ended with ${code} before its tests did.` }] }
  // It may also fail for a reason that it gives nobody.
  if (code !== 0 && countTests(report).failed === 0) report.stray.push({ message: `Vitest ended with ${code}.` })
  return report
}

let report = await runTests(args)
const retried = listRetried(report)
// A slow day: by itself, in a fresh process, a true state shows. What is wrong fails again.
for (const file of args.some(each => each.startsWith('-')) ? [] : listWorthAnotherRun(report)) {
  const first = firstFailureIn(report, file)
  console.log(`run again: ${file}\n  ${first}`)
  const second = await runTests([file])
  if (countTests(second).failed === 0) retried.push(`retried: ${file}, the whole file\n  ${first}`)
  report = putInPlace(report, file, second)
}
writeReport(report)
for (const line of retried) console.log(line)
const { passed, failed, skipped: leftOut } = countTests(report)
console.log(`${passed} passed, ${failed} failed${leftOut > 0 ? `, ${leftOut} skipped` : ''}`)
process.exitCode = failed === 0 ? 0 : 1
