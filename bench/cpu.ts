import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const ticksPerSecond = 100

/** Seconds that a PostgreSQL server's processes have worked, those that ended left out. Zero where the system has no /proc. */
export async function serverCpuSeconds(dataDir: string): Promise<number> {
  const [postmaster = ''] = (await readFile(join(dataDir, 'data', 'postmaster.pid'), 'utf8')).split('\n')
  const processes = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  let ticks = 0
  for (const pid of processes) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[1] === postmaster || pid === postmaster) ticks += Number(fields[11]) + Number(fields[12])
  }
  return ticks / ticksPerSecond
}
