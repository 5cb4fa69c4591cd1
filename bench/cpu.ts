import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { acrossWorkspaces, type Database } from '#storage/database.ts'

const ticksPerSecond = 100

/** Seconds that a PostgreSQL server's processes have worked, those that ended included. Zero where the system has no /proc. */
export async function serverCpuSeconds(dataDir: string): Promise<number> {
  const [postmaster = ''] = (await readFile(join(dataDir, 'data', 'postmaster.pid'), 'utf8')).split('\n')
  const processes = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  let ticks = 0
  for (const pid of processes) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[1] === postmaster || pid === postmaster) ticks += Number(fields[11]) + Number(fields[12])
    if (pid === postmaster) ticks += Number(fields[13]) + Number(fields[14])
  }
  return ticks / ticksPerSecond
}

/** Seconds that one process has worked; zero where the system has no /proc. */
export async function cpuSecondsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond
}

/** Memory that a process has for itself, its files and what it shares with others left out. */
export async function ownMemoryMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024
}

/** The process behind a database's only connection. */
export function backendOf(db: Database): Promise<number> {
  return acrossWorkspaces(db, async tx => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    return rows[0]?.pid ?? 0
  })
}

/** Milliseconds that this process and the one of the database behind its only connection have worked. */
async function workedMs(backend: number): Promise<number> {
  const stat = await readFile(`/proc/${backend}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const own = process.cpuUsage()
  return (own.user + own.system) / 1_000 + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10
}

/** The slowest but one of twenty in milliseconds, and what one takes of a processor; two before them warm up. */
export async function p95(backend: number, work: () => Promise<unknown>): Promise<{ wall: number; processor: number }> {
  for (let n = 0; n < 2; n += 1) await work()
  const times: number[] = []
  const before = await workedMs(backend)
  for (let n = 0; n < 20; n += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  const processor = ((await workedMs(backend)) - before) / times.length
  return { wall: times.sort((a, b) => a - b)[18] ?? 0, processor }
}
