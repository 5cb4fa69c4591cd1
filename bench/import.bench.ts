import { runImportBench } from './import.ts'

export const name = 'import'

const rows = 1_000_000

/** A table of a million people into an empty embedded database, then the same file again. */
export async function run() {
  const [first = 0, again = 0] = await runImportBench({ rows, print: line => console.error(line) })
  return [
    { name: `import of ${rows} rows`, figure: first, unit: 'rows/s' },
    { name: 'the same file again', figure: again, unit: 'rows/s' },
  ]
}
