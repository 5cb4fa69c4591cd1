// Bluesky's own server for the tests, from its own lock file (tests/servers/atproto). Its test asks for it; run by itself, as .ci/run does,
// it needs nothing that npm installed.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readSkipped } from './install-needs.mjs'

const home = fileURLToPath(new URL('../tests/servers/atproto', import.meta.url))
/** Outside node_modules, which `npm ci` empties. */
const kept = fileURLToPath(new URL('../.kith-tests', import.meta.url))

const isThere = path =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Installed once for all runs, with nothing to compile: SQLite is Node's own. Gives the folder. */
export async function installAtproto() {
  const files = (await readdir(home, { recursive: true })).filter(file => /\.(?:json|mjs|js)$/.test(file)).sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(await readFile(join(home, file)))
  const folder = join(kept, `atproto-${hash.digest('hex').slice(0, 16)}`)
  if (await isThere(folder)) return folder
  const made = `${folder}.${process.pid}`
  await mkdir(kept, { recursive: true })
  await cp(home, made, { recursive: true })
  const npm = join(dirname(process.execPath), 'npm')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  try {
    await promisify(execFile)((await isThere(npm)) ? npm : 'npm', args, { cwd: made })
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    throw new Error(
      'Bluesky’s server could not be installed from the npm registry. Leave its tests out with KITH_TEST_SKIP=bluesky.',
      { cause: error },
    )
  }
  // Another run may have been quicker.
  await rename(made, folder).catch(() => rm(made, { recursive: true, force: true }))
  return folder
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !readSkipped().includes('bluesky')) await installAtproto()
