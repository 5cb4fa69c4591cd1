// npm test: real servers where a test needs one, then vitest. The last line is "N passed, N failed".
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { buildWeb, findNode, giveUp, root, run } from './house.mjs'
import { needs } from './needs.mjs'

const skipped = (process.env.KITH_TEST_SKIP ?? '')
  .split(',')
  .map(name => name.trim())
  .filter(Boolean)
const unknown = skipped.filter(name => !needs.some(need => need.skip === name))
if (unknown.length > 0)
  giveUp(`KITH_TEST_SKIP knows ${[...new Set(needs.map(need => need.skip))].join(', ')}, not ${unknown.join(', ')}.`)

/** Debian's backports for one installation: its list is read beside the system's own and leaves nothing behind in /etc. */
async function installFromBackports(release, names, env) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-backports-'))
  try {
    const list = join(folder, 'backports.list')
    const signed = '/usr/share/keyrings/debian-archive-keyring.gpg'
    writeFileSync(list, `deb [signed-by=${signed}] http://deb.debian.org/debian ${release}-backports main\n`)
    // The new list alone is fetched; those that are there stay in use.
    const only = [
      '-o',
      `Dir::Etc::sourcelist=${list}`,
      '-o',
      'Dir::Etc::sourceparts=-',
      '-o',
      'APT::Get::List-Cleanup=0',
    ]
    await run('apt-get', ['update', '-q', ...only], { env, capture: true })
    const how = ['install', '-y', '-q', '--no-install-recommends', '-t', `${release}-backports`]
    return await run('apt-get', [...how, ...only, ...names], { env, capture: true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const codename = () => /^VERSION_CODENAME=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? ''

async function installMissing() {
  const absent = needs.filter(need => !skipped.includes(need.skip) && !need.there())
  const missing = absent.filter(need => !need.helps)
  if (missing.length > 0) await install(missing)
  const helpful = absent.filter(need => need.helps).map(need => need.package)
  if (helpful.length > 0 && canInstall()) {
    const args = ['install', '-y', '-q', '--no-install-recommends', ...helpful]
    await run('apt-get', args, { env: quietly, capture: true })
  }
}

const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
// RUNLEVEL keeps the packages from starting system services: the tests start their own.
const quietly = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }

async function install(missing) {
  const names = missing.map(need => need.package)
  const words = `The tests need ${names.join(', ')}`
  const byHand = `Install with "sudo apt-get install ${names.join(' ')}", or leave those tests out with KITH_TEST_SKIP=${[...new Set(missing.map(need => need.skip))].join(',')}.`
  if (!canInstall()) giveUp(`${words}, and this user can't install it. ${byHand}`)
  console.error(`${words}; installing …`)
  const env = quietly
  const fromBackports = missing.filter(need => need.backports === codename()).map(need => need.package)
  const plain = names.filter(name => !fromBackports.includes(name))
  const fetchPlain = () =>
    plain.length === 0
      ? { code: 0, output: '' }
      : run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...plain], { env, capture: true })
  let result = await fetchPlain()
  if (result.code !== 0) {
    await run('apt-get', ['update', '-q'], { env, capture: true })
    result = await fetchPlain()
  }
  if (result.code === 0 && fromBackports.length > 0) result = await installFromBackports(codename(), fromBackports, env)
  if (result.code !== 0 || missing.some(need => !need.there()))
    giveUp(`${result.output}\n${words}, and apt-get could not install it. ${byHand}`)
}

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
await installMissing()
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
