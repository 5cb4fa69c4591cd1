import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { acrossWorkspaces, type Database } from '#storage/database.ts'

const ticksPerSecond = 100

const statOf = async (pid: string) => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** The processes of a PostgreSQL server, the first one first. None where the system has no /proc. */
async function serverProcesses(dataDir: string): Promise<{ pid: string; stat: string[] }[]> {
  const [postmaster = ''] = (await readFile(join(dataDir, 'data', 'postmaster.pid'), 'utf8')).split('\n')
  const all = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  const stats = await Promise.all(all.map(async pid => ({ pid, stat: await statOf(pid) })))
  const first = stats.filter(({ pid }) => pid === postmaster)
  return [...first, ...stats.filter(({ stat }) => stat[1] === postmaster)]
}

/** Seconds that a PostgreSQL server's processes have worked, those that ended included. Zero where the system has no /proc. */
export async function serverCpuSeconds(dataDir: string): Promise<number> {
  let ticks = 0
  for (const [index, { stat }] of (await serverProcesses(dataDir)).entries()) {
    ticks += Number(stat[11]) + Number(stat[12])
    if (index === 0) ticks += Number(stat[13]) + Number(stat[14])
  }
  return ticks / ticksPerSecond
}

/** What a PostgreSQL server's processes have each for itself, and of what they share as much as one of them has touched; zero without /proc. */
export async function serverMemoryMb(dataDir: string): Promise<{ own: number; shared: number }> {
  let own = 0
  let shared = 0
  for (const { pid } of await serverProcesses(dataDir)) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    const of = (line: string) => Number(new RegExp(`^${line}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1_024
    own += of('RssAnon')
    shared = Math.max(shared, of('RssShmem'))
  }
  return { own, shared }
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
