import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { printedPages } from '../scripts/docs/pages.ts'
import { printTables } from '../scripts/tables/print.ts'

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8')

test('the table types are what the migrations make ("npm run tables")', async () => {
  expect(await read('src/storage/tables.ts')).toBe(await printTables())
})

test.each(Object.keys(printedPages))('%s is what the code says ("npm run docs")', async path => {
  expect(await read(path)).toBe(await printedPages[path]?.())
})
