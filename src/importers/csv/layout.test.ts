import { expect, test } from 'vitest'
import { readLayout } from './layout.ts'

test('under headings over several columns, the row that names the columns is taken', () => {
  const layout = readLayout(
    [
      ['Candidates 2024 (internal)', '', '', ''],
      ['Person', '', 'Contact', ''],
      ['Vorname', 'Nachname', 'E-Mail', 'Firma'],
      ['Jörg', 'Krämer', 'j@k.example', 'Werft'],
    ],
    0,
  )
  expect(layout.skipRows).toBe(3)
  expect(layout.columns.map(({ meaning }) => meaning)).toEqual(['given-name', 'family-name', 'email', 'company'])
})
