import { chmod, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFile } from '#features/sourcing/index.ts'
import type { ByteSource } from '#importers/contract.ts'
import { recogniseFile } from '#importers/registry.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { createEvents } from '#platform/events.ts'
import { migrateTasks } from '#platform/worker.ts'
import { acrossWorkspaces, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'
import { serverCpuSeconds } from './cpu.ts'

/** mulberry32: the same file for the same seed, on every machine. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const given =
  'Ana Tom Li Sam Mara Jonas Aisha Pavel Ingrid Mateo Chloe Kwame Yuki Elif Noor Lars Priya Diego Hanna Omar Sofia Ivan Mei Tariq Lucia Bjorn Zeynep Kofi Clara Ravi Elena Hugo'.split(
    ' ',
  )
const starts = 'Ber Kal Mon Ros San Ven Hol Gar Lin Mar Fon Del Pet Nor Oka Wes Ruiz Tan Ko Sil Bar Esc Vil Cam'.split(
  ' ',
)
const ends = 'ski man sen ez ova tti berg ner son ard eira oye ston iak lund ini ado escu ford well'.split(' ')
const firms = 'Norte Kestrel Harbour Lumen Orchard Basalt Meridian Copper Juniper Atlas Quarry Willow'.split(' ')
const kinds = 'Clinic Works Systems Foods Logistics Energy Labs Care Motors Textiles'.split(' ')
const levels = ['', 'Senior ', 'Lead ', 'Junior ', 'Head of ']
const jobs =
  'Night Nurse,Data Engineer,Welder,Product Manager,Accountant,Vineyard Keeper,Physiotherapist,Backend Developer,Site Manager,Chemist'.split(
    ',',
  )
const cities = 'Madrid Bilbao Berlin Lyon Porto Oslo Gdansk Utrecht Leeds Turin Graz Cork'.split(' ')

/** A table of `rows` people with e-mail, company, title and city: 8 in 1,000 without a usable address. */
async function writeTable(path: string, rows: number, seed: number): Promise<void> {
  const random = createRandom(seed)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  await using file = await open(path, 'w')
  await file.write('Name,E-mail,Company,Title,City\n')
  let lines = ''
  for (let row = 0; row < rows; row++) {
    const first = pick(given)
    const last = pick(starts) + pick(ends)
    const email = random() < 0.008 ? '' : `${first}.${last}${row}@${pick(firms)}.example`.toLowerCase()
    lines += `${first} ${last},${email},${pick(firms)} ${pick(kinds)},${pick(levels)}${pick(jobs)},${pick(cities)}\n`
    if (lines.length > 1 << 20) {
      await file.write(lines)
      lines = ''
    }
  }
  await file.write(lines)
}

async function openFile(path: string): Promise<ByteSource & AsyncDisposable> {
  const file = await open(path, 'r')
  const { size } = await stat(path)
  const read = async (start: number, end: number) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start))
    await file.read(bytes, 0, bytes.length, start)
    return bytes
  }
  return {
    name: 'people.csv',
    size,
    read,
    async *stream() {
      for (let at = 0; at < size; at += 1 << 18) yield await read(at, at + (1 << 18))
    },
    [Symbol.asyncDispose]: () => file.close(),
  }
}

/** Rows per second: until the last row is stored, and until everyone is found by search and the report is there. */
export type Speeds = { stored: number; searchable: number }

/** Imports a table of people into an embedded database of its own, as `kith import` does, and then the same file again. */
export async function runImportBench(options: { rows: number; print: (line: string) => void }): Promise<Speeds[]> {
  const speeds: Speeds[] = []
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  try {
    // As root the server runs as another user, who has to reach its folder.
    await chmod(folder, 0o711)
    const path = join(folder, 'people.csv')
    await writeTable(path, options.rows, 20_261_122)
    const dataDir = join(folder, 'postgres')
    await using server = await startEmbedded({ dataDir })
    await using database = openDatabase({ url: server.url, maxConnections: 4 })
    await migrate(database.pool)
    await migrateTasks(database.pool)
    const { db } = database
    const workspace = newId<'Workspace'>()
    const user = newId<'User'>()
    await acrossWorkspaces(db, async tx => {
      const created_at = new Date()
      await tx.insertInto('workspaces').values({ workspace_id: workspace, name: 'Bench', created_at }).execute()
      const email = 'mara@kith.example'
      await tx
        .insertInto('users')
        .values({ workspace_id: workspace, user_id: user, email, name: 'Mara', role: 'owner', created_at })
        .execute()
    })
    const deps = {
      db,
      clock: systemClock,
      events: createEvents(),
      suppressionKey: new Uint8Array(32).fill(1),
      recogniseFile,
    }
    for (const pass of ['first', 'same file again']) {
      await using source = await openFile(path)
      const cpuBefore = { node: process.cpuUsage(), server: await serverCpuSeconds(dataDir) }
      const began = performance.now()
      let storedAt = began
      const done = await importFile(deps, {
        workspace,
        user,
        source,
        signal: new AbortController().signal,
        onProgress: () => {
          storedAt = performance.now()
        },
      })
      const ended = performance.now()
      if (!done.ok) throw new Error(JSON.stringify(done.refusal))
      const perSecond = (until: number) => Math.round((options.rows / (until - began)) * 1000)
      const speed = { stored: perSecond(storedAt), searchable: perSecond(ended) }
      speeds.push(speed)
      const cpu = process.cpuUsage(cpuBefore.node)
      const perRow = (seconds: number) => `${((seconds * 1e6) / options.rows).toFixed(0)} µs`
      const serverWork = perRow((await serverCpuSeconds(dataDir)) - cpuBefore.server)
      const { created_count, unchanged_count, changed_count, rejected_count } = done.value
      options.print(
        `import ${pass}: ${options.rows} rows in ${((ended - began) / 1000).toFixed(1)} s; stored at ${speed.stored} rows/s, searchable at ${speed.searchable} rows/s (${created_count} new, ${changed_count} changed, ${unchanged_count} unchanged, ${rejected_count} not understood)`,
      )
      options.print(
        `  work per row: Node ${perRow((cpu.user + cpu.system) / 1e6)}, PostgreSQL ${serverWork}; load of the machine ${loadavg()
          .map(load => load.toFixed(1))
          .join(' ')}`,
      )
    }
    return speeds
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const rows = Number(process.argv[2] ?? 1_000_000)
  await runImportBench({ rows, print: line => console.log(line) })
}
