import { execFile, spawn } from 'node:child_process'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bareEnvironment } from '#storage/embedded/initialise.ts'
import { availableMemory, memorySettings } from '#storage/embedded/memory.ts'
import { noteStarter } from '#storage/embedded/pid-file.ts'
import type { Place } from '#storage/embedded/place.ts'
import type { SystemUser } from '#storage/embedded/system-user.ts'

const run = promisify(execFile)

const steadySettings: Readonly<Record<string, string>> = {
  max_connections: '100',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  // The log of a first import is hundreds of new files; filled with zeros, each would be written twice.
  wal_init_zero: 'off',
  // Rows are personal data: no statement and no failing row may reach the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/**
 * For glibc: a connection keeps this much of the memory that a batch needed for the next one, instead of giving it back and having
 * the kernel clear it anew. Elsewhere nobody reads it.
 */
const keepMemory = { MALLOC_TRIM_THRESHOLD_: '33554432', MALLOC_MMAP_THRESHOLD_: '33554432' }

let pdeathsig: Promise<boolean> | undefined
function canTieToParent(): Promise<boolean> {
  pdeathsig ??= run('setpriv', ['--help']).then(
    ({ stdout }) => stdout.includes('--pdeathsig'),
    () => false,
  )
  return process.platform === 'linux' ? pdeathsig : Promise.resolve(false)
}

/** Where the system can, the server is told to stop when this process ends, however it ends. */
export async function spawnServer(
  place: Place,
  binaries: string,
  user: SystemUser | undefined,
  settings: Readonly<Record<string, string>>,
) {
  const listening: Readonly<Record<string, string>> = place.sockets
    ? { listen_addresses: '', unix_socket_directories: place.sockets }
    : { listen_addresses: '127.0.0.1' }
  const all = {
    ...steadySettings,
    ...memorySettings(availableMemory()),
    ...listening,
    port: String(place.port),
    ...settings,
  }
  const command = [
    join(binaries, 'postgres'),
    '-D',
    place.data,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const tied = await canTieToParent()
  const [program = '', ...args] = tied ? ['setpriv', '--pdeathsig=INT', '--', ...command] : command
  const log = await open(place.log, 'a', 0o600)
  try {
    // A session of its own: Ctrl-C in a terminal is for Kith, which stops the server when its own work is done.
    const child = spawn(program, args, {
      cwd: place.folder,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { ...bareEnvironment(place.folder), ...keepMemory },
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    child.unref()
    if (child.pid !== undefined && tied) await noteStarter(place.folder, child.pid)
    return child
  } finally {
    await log.close()
  }
}

/** How long the log is; one that has grown big is emptied. */
export async function logSize(place: Place): Promise<number> {
  const size = (await stat(place.log).catch(() => undefined))?.size ?? 0
  if (size < 10_000_000) return size
  await (await open(place.log, 'w', 0o600)).close()
  return 0
}
