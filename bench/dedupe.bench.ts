import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { measureClusters } from './identity-quality.ts'
import { writeLeads } from './leads-data.ts'

export const name = 'dedupe'

const rows = Number(process.argv[3] ?? 1_000_000)
const runFile = promisify(execFile)

/** Ends with what the process has used; loaded before the command so that nothing of it is missed. */
const report = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write('used ' + JSON.stringify({ cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 }) + '\\n')
})`

/** `kith dedupe` of a million leads, as a user runs it: seconds, work of both cores, memory, and how right it is. */
export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  try {
    const [file, out] = [join(folder, 'leads.csv'), join(folder, 'clusters.csv')]
    const truth = await writeLeads(file, rows, 41)
    const command = new URL('../src/cli/main.ts', import.meta.url).pathname
    const began = performance.now()
    const { stderr } = await runFile(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(report)}`, command, 'dedupe', file, '--out', out],
      { maxBuffer: 1 << 24 },
    )
    const seconds = (performance.now() - began) / 1_000
    const used: unknown = JSON.parse(
      /used (\{.*\})/.exec(stderr.split('\n').findLast(line => line.startsWith('used')) ?? '')?.[1] ?? '{}',
    )
    const of = (key: string) =>
      typeof used === 'object' && used !== null && key in used ? Number(used[key as keyof typeof used]) : Number.NaN
    const lines = (await readFile(out, 'utf8')).split('\n')
    const found = Int32Array.from(truth, (_, row) => Number((lines[row + 1] ?? '').split(',', 3)[2]))
    const { precision, recall, f1 } = measureClusters(found, truth)
    return [
      { name: `${rows} leads from CSV`, figure: seconds, unit: 's by the clock' },
      { name: 'work of all cores', figure: of('cpu'), unit: 's' },
      { name: 'most memory', figure: of('peak'), unit: 'MiB' },
      { name: 'precision', figure: precision, unit: '' },
      { name: 'recall', figure: recall, unit: '' },
      { name: 'F1', figure: f1, unit: '' },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
