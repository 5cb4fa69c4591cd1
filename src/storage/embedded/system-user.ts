import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type SystemUser = { name: string; uid: number; gid: number }

async function findUser(matches: (user: SystemUser) => boolean): Promise<SystemUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')
  return lines
    .map(line => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .find(user => user.uid > 0 && matches(user))
}

async function createUser(): Promise<void> {
  const create = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false']
  await run('useradd', [...create, 'kith'])
    .catch(() => run('/usr/sbin/useradd', [...create, 'kith']))
    .catch(() => undefined)
}

/**
 * PostgreSQL refuses to run as root, so root hands it to another user: the one who has the data already, else `kith`, `postgres`,
 * a fresh system user, `nobody`. Undefined when this process is no root.
 */
export async function chooseServerUser(dataFolder: string): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = (await stat(dataFolder).catch(() => undefined))?.uid ?? 0
  const known = owner > 0 ? await findUser(user => user.uid === owner) : undefined
  const named = async (name: string) => findUser(user => user.name === name)
  const found = known ?? (await named('kith')) ?? (await named('postgres'))
  if (found) return found
  await createUser()
  const fresh = (await named('kith')) ?? (await named('nobody'))
  if (!fresh)
    throw new Error('PostgreSQL must not run as root, and no other user could be made. Start Kith as an ordinary user.')
  return fresh
}
