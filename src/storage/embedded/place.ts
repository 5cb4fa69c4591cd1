import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeFolder, type Secrets } from '#storage/embedded/initialise.ts'
import type { SystemUser } from '#storage/embedded/system-user.ts'

/** Where a server keeps its data and how it is reached. */
export type Place = { folder: string; data: string; sockets: string | undefined; log: string; port: number }

/** Linux allows 107 bytes for a socket's path, macOS 103. */
const longestSocketFolder = 103 - '/.s.PGSQL.65535.lock'.length

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no free port on 127.0.0.1')
  return address.port
}

/** Sockets where the system has them and the path is short enough; else a port on 127.0.0.1. */
export async function choosePlace(folder: string, user: SystemUser | undefined): Promise<Place> {
  await makeFolder(folder, user ? 0o711 : 0o700)
  const place = { folder, data: join(folder, 'data'), log: join(folder, 'postgres.log') }
  if (process.platform === 'win32') return { ...place, sockets: undefined, port: await freePort() }
  const short = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const beside = join(folder, 'run')
  const sockets =
    Buffer.byteLength(beside) <= longestSocketFolder ? beside : join(tmpdir(), `kith-${process.getuid?.()}-${short}`)
  await makeFolder(sockets, user ? 0o711 : 0o700, user)
  return { ...place, sockets, port: 5432 }
}

export function urlFor(
  place: Pick<Place, 'sockets' | 'port'>,
  role: keyof Secrets,
  secrets: Secrets,
  database: string,
): string {
  const host = place.sockets
    ? `localhost/${database}?host=${encodeURIComponent(place.sockets)}&port=${place.port}`
    : `127.0.0.1:${place.port}/${database}`
  return `postgres://${role}:${secrets[role]}@${host}`
}
