// npm test: real servers where a test needs one, then vitest. The last line is "N passed, N failed".
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb, findNode, giveUp, root, run } from './house.mjs'

const onPath = name =>
  (process.env.PATH ?? '')
    .split(':')
    .concat('/usr/sbin', '/sbin')
    .some(folder => existsSync(join(folder, name)))
const hasFonts = () => existsSync('/usr/share/fonts/truetype') && readdirSync('/usr/share/fonts/truetype').length > 0

/** What the tests need of the system, by the name that KITH_TEST_SKIP knows. */
const needs = [
  { skip: 'xmpp', package: 'prosody', there: () => onPath('prosody') },
  { skip: 'browser', package: 'chromium', there: () => onPath('chromium') },
  { skip: 'browser', package: 'fonts-liberation', there: hasFonts },
  { skip: 'postgres', package: 'postgresql-15', there: () => existsSync('/usr/lib/postgresql/15/bin/postgres') },
]

const skipped = (process.env.KITH_TEST_SKIP ?? '')
  .split(',')
  .map(name => name.trim())
  .filter(Boolean)
const unknown = skipped.filter(name => !needs.some(need => need.skip === name))
if (unknown.length > 0)
  giveUp(`KITH_TEST_SKIP knows ${[...new Set(needs.map(need => need.skip))].join(', ')}, not ${unknown.join(', ')}.`)

async function installMissing() {
  const missing = needs.filter(need => !skipped.includes(need.skip) && !need.there())
  if (missing.length === 0) return
  const names = missing.map(need => need.package)
  const words = `The tests need ${names.join(', ')}`
  const byHand = `Install with "sudo apt-get install ${names.join(' ')}", or leave those tests out with KITH_TEST_SKIP=${[...new Set(missing.map(need => need.skip))].join(',')}.`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    giveUp(`${words}, and this user can't install it. ${byHand}`)
  console.error(`${words}; installing …`)
  // RUNLEVEL keeps the packages from starting system services: the tests start their own.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const install = () =>
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env, capture: true })
  let result = await install()
  if (result.code !== 0) {
    await run('apt-get', ['update', '-q'], { env, capture: true })
    result = await install()
  }
  if (result.code !== 0 || missing.some(need => !need.there()))
    giveUp(`${result.output}\n${words}, and apt-get could not install it. ${byHand}`)
}

/** Counts tests, and test files that could not even be loaded. */
function count(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const broken = report.testResults.filter(
    each => each.status === 'failed' && each.assertionResults.length === 0,
  ).length
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken }
}

findNode()
await installMissing()
await buildWeb()
if (skipped.length > 0) console.error(`Left out by KITH_TEST_SKIP: ${skipped.join(', ')}.`)
const results = join(root, 'tests', 'output', 'results.json')
mkdirSync(join(root, 'tests', 'output'), { recursive: true })
rmSync(results, { force: true })
const { code } = await run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
  ...process.argv.slice(2),
])
const { passed, failed } = count(results)
// Vitest may fail without a failed test, for instance by an error after the last one.
const failures = code === 0 ? failed : Math.max(failed, 1)
console.log(`${passed} passed, ${failures} failed`)
process.exitCode = failures === 0 ? 0 : 1
