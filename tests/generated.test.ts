import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { printSettingsPage } from '#platform/settings.ts'
import { printTables } from '../scripts/tables/print.ts'

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8')

test('the table types are what the migrations make ("npm run tables")', async () => {
  expect(await read('src/storage/tables.ts')).toBe(await printTables())
})

test('the manual\'s settings page is what the code says ("npm run docs")', async () => {
  expect(await read('docs/operate/settings.md')).toBe(printSettingsPage())
})
