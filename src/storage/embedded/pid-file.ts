import { readFile } from 'node:fs/promises'
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
