import { globSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const figures = z.array(z.object({ name: z.string(), figure: z.number(), unit: z.string() }))
const benchModule = z.object({
  name: z.string(),
  /** Runs also where this name is asked for. */
  partOf: z.string().optional(),
  run: z.custom<() => Promise<unknown>>(value => typeof value === 'function'),
})

const folder = fileURLToPath(new URL('.', import.meta.url))
/** `npm run bench`, or `npm run bench NAME [its own argument]`. */
const [wanted] = process.argv.slice(2)

/** Benches are the files called `*.bench.ts`; each exports `name` and `run`, and one that belongs to another's promise `partOf`. */
async function findBenches() {
  const found = []
  for (const file of globSync('*.bench.ts', { cwd: folder }).sort())
    found.push(benchModule.parse(await import(new URL(file, import.meta.url).href)))
  return found
}

const shown = new Intl.NumberFormat('en', { maximumFractionDigits: 3 })
const gibibyte = 1_073_741_824
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, ${Math.round(totalmem() / gibibyte)} GiB, Node ${process.version}`

const benches = (await findBenches()).toSorted(
  (one, other) => Number(other.name === wanted) - Number(one.name === wanted),
)
if (wanted !== undefined && !benches.some(bench => bench.name === wanted)) {
  console.error(`There is no bench ${wanted}. There are: ${benches.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}
await mkdir(`${folder}output`, { recursive: true })
console.log(machine)
for (const { name, run } of benches.filter(
  ({ name, partOf }) => wanted === undefined || [name, partOf].includes(wanted),
)) {
  const measured = figures.parse(await run())
  const width = Math.max(...measured.map(each => each.name.length))
  console.log(`\n${name}`)
  for (const each of measured)
    console.log(`  ${each.name.padEnd(width)}  ${shown.format(each.figure).padStart(12)} ${each.unit}`)
  const record = { bench: name, at: new Date().toISOString(), machine, figures: measured }
  await writeFile(`${folder}output/${name}.json`, `${JSON.stringify(record, null, 2)}\n`)
}
