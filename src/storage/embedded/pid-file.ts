import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a server that runs, or ran, on a data folder listens; from the file that PostgreSQL itself writes and removes. */
export type PidFile = { pid: number; port: number; socketFolder: string; address: string }

/** Undefined when there is none, or its server has not come far enough to fill it in. */
export async function readPidFile(dataFolder: string): Promise<PidFile | undefined> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socketFolder = '', address = ''] = text.split('\n').map(line => line.trim())
  const found = { pid: Number(pid), port: Number(port), socketFolder, address }
  return found.pid > 0 && found.port > 0 ? found : undefined
}

/** False for a zombie and, where the system tells, for another program that got the number after a crash. */
export async function isServerAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  if (process.platform !== 'linux') return true
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [, name, state] = /^\d+ \((.*)\) (\S)/.exec(stat) ?? []
  return name === 'postgres' && state !== 'Z' && state !== 'X'
}

const starterFile = 'starter'

/** Remembers which process a server is tied to. */
export async function noteStarter(folder: string, serverPid: number): Promise<void> {
  await writeFile(join(folder, starterFile), `${serverPid} ${process.pid}\n`, { mode: 0o600 })
}

/** Whether the server was tied to a process that has ended: it is about to stop, though it may still answer. */
export async function isOrphan(folder: string, serverPid: number): Promise<boolean> {
  const noted = await readFile(join(folder, starterFile), 'utf8').catch(() => '')
  const [server, starter] = noted.trim().split(' ').map(Number)
  if (server !== serverPid) return false
  const stat = await readFile(`/proc/${serverPid}/stat`, 'utf8').catch(() => '')
  const [, parent] = /^\d+ \(.*\) \S (\d+)/.exec(stat) ?? []
  return parent !== undefined && Number(parent) !== starter
}
