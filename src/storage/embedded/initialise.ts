import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { SystemUser } from '#storage/embedded/system-user.ts'

const run = promisify(execFile)

const secretsShape = z.object({ postgres: z.string(), kith: z.string() })
/** Passwords of the two roles; kept in `server.json`, readable by Kith's own user only. */
export type Secrets = z.infer<typeof secretsShape>

export const bareEnvironment = (home: string) => ({
  HOME: home,
  PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
})

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

export async function openSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'server.json')
  if (await exists(file)) return secretsShape.parse(JSON.parse(await readFile(file, 'utf8')))
  const secrets = { postgres: randomBytes(24).toString('hex'), kith: randomBytes(24).toString('hex') }
  const half = `${file}.${process.pid}.half`
  await writeFile(half, JSON.stringify(secrets), { mode: 0o600, flush: true })
  await rename(half, file)
  return secrets
}

/** Makes a folder, and those above it that are missing, with exactly this mode whatever the umask; the folder for `owner`. */
export async function makeFolder(path: string, mode: number, owner?: SystemUser): Promise<void> {
  const first = await mkdir(path, { recursive: true })
  for (let made = path; first && made.length >= first.length; made = dirname(made)) await chmod(made, mode)
  await chmod(path, mode)
  if (owner) await chown(path, owner.uid, owner.gid)
}

async function majorVersion(binaries: string): Promise<number> {
  const { stdout } = await run(join(binaries, 'postgres'), ['--version'])
  return Number(/(\d+)/.exec(stdout)?.[1])
}

/** Creates `dataFolder`, whole or not at all: a stop half-way leaves a folder beside it that the next start throws away. */
export async function initialise(options: {
  folder: string
  dataFolder: string
  binaries: string
  user: SystemUser | undefined
  password: string
  durable: boolean
}): Promise<void> {
  const { folder, dataFolder, binaries, user } = options
  if (await exists(join(dataFolder, 'PG_VERSION'))) return
  const half = `${dataFolder}.half`
  const passwordFile = join(folder, 'initdb.password')
  await rm(half, { recursive: true, force: true })
  await makeFolder(half, 0o700, user)
  await writeFile(passwordFile, options.password, { mode: 0o600 })
  if (user) await chown(passwordFile, user.uid, user.gid)
  const builtin = (await majorVersion(binaries)) >= 17
  const locale = builtin
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : ['--locale=C.UTF-8']
  try {
    const auth = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    const args = ['-D', half, '-E', 'UTF8', ...locale, ...auth, ...(options.durable ? [] : ['--no-sync'])]
    await run(join(binaries, 'initdb'), args, {
      cwd: folder,
      env: bareEnvironment(folder),
      ...(user && { uid: user.uid, gid: user.gid }),
    })
  } catch (cause) {
    const said =
      cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim().split('\n').at(-1) : String(cause)
    throw new Error(`PostgreSQL could not set up ${dataFolder}: ${said}`, { cause })
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(half, dataFolder)
}
