// What the tests need of the system. `npm test` calls it; run by itself it installs while something else goes on (see .ci/run).
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { giveUp, run } from './house.mjs'
import { needs } from './needs.mjs'

/** What KITH_TEST_SKIP leaves out. */
export function readSkipped() {
  const skipped = (process.env.KITH_TEST_SKIP ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(Boolean)
  const known = [...new Set(needs.map(need => need.skip))]
  const unknown = skipped.filter(name => !known.includes(name))
  if (unknown.length > 0) giveUp(`KITH_TEST_SKIP knows ${known.join(', ')}, not ${unknown.join(', ')}.`)
  return skipped
}

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

const listAbsent = skipped => needs.filter(need => !skipped.includes(need.skip) && !need.there())

/** Whether anything that a test can't do without is still to be installed. */
export const isAnythingMissing = skipped => listAbsent(skipped).some(need => !need.helps)

/** Installs what the tests need of the system and is not there; ends the script with what to do by hand where it can't. */
export async function installMissing(skipped) {
  const absent = listAbsent(skipped)
  const missing = absent.filter(need => !need.helps)
  if (missing.length > 0) await install(missing)
  const helpful = absent.filter(need => need.helps).map(need => need.package)
  if (helpful.length > 0 && canInstall()) {
    const args = ['install', '-y', '-q', '--no-install-recommends', ...helpful]
    await run('apt-get', args, { env: quietly, capture: true })
  }
}

export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
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

if (process.argv[1] === fileURLToPath(import.meta.url)) await installMissing(readSkipped())
