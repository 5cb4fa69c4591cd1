// Writes src/storage/tables.ts from the migrations: a scratch PostgreSQL, kysely-codegen, then our id types. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises'
import { printTables } from './tables/print.ts'

const file = new URL('../src/storage/tables.ts', import.meta.url)
const fresh = await printTables()
if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8')) !== fresh) {
    console.error('src/storage/tables.ts is not what the migrations make. Run "npm run tables".')
    process.exitCode = 1
  }
} else {
  await writeFile(file, fresh)
}
