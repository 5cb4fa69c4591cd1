import { runImportBench } from './import.ts'

export const name = 'import'

/** `npm run bench import 100000` takes fewer rows. */
const rows = Number(process.argv[3] ?? 1_000_000)

/** A table of a million people into an empty embedded database, then the same file again. */
export async function run() {
  const none = { stored: 0, searchable: 0 }
  const [first = none, again = none] = await runImportBench({ rows, print: line => console.error(line) })
  return [
    { name: `import of ${rows} rows, until they are stored`, figure: first.stored, unit: 'rows/s' },
    {
      name: `import of ${rows} rows, until search finds everyone and the report is ready`,
      figure: first.searchable,
      unit: 'rows/s',
    },
    { name: 'the same file again', figure: again.searchable, unit: 'rows/s' },
  ]
}
