import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { bytesSource } from '#importers/byte-source.ts'
import { openWorkbook, sheetRows } from '#importers/xlsx/workbook.ts'
import { zipSources } from '#importers/zip/zip.ts'
import { type Report, weeksIn, wordsOf } from './model.ts'
import { csvOf } from './render/csv.ts'
import { documentOf } from './render/document.ts'
import { pdfOf } from './render/pdf.ts'
import { xlsxOf } from './render/xlsx.ts'

const span = { from: '2026-09-14', to: '2026-12-02' }
const report = (rows: Report['rows']): Report => ({
  name: 'answers',
  by: 'recruiter',
  ...span,
  columns: ['asked', 'answered-share', 'approached', 'approached-share', 'declined', 'opted-out'],
  rows,
  weeks: weeksIn(span),
  series: [
    { key: 'asked', values: weeksIn(span).map((_, at) => at * 7) },
    { key: 'answered', values: weeksIn(span).map((_, at) => at * 3) },
  ],
  findings: [{ code: 'all', column: 'approached-share', hits: 31, of: 60 }],
})
const names = ['Łucja Żółć', 'Ирина Ковалёва', '=HYPERLINK("http://x")', 'Δήμητρα, “the 2nd”']
const rows = names.map((label, at) => ({
  key: String(at),
  label,
  cells: [1200 + at, { hits: 8, of: 11 }, 11, { hits: 0, of: 0 }, 0, 2],
}))
const voice = { words: wordsOf.en, locale: 'en-GB' }
const written = documentOf(report(rows), '2026-11-30', voice)

test('as CSV a share is its counts, itself and its interval, and a name that looks like a formula is text', () => {
  const lines = csvOf(written).toString('utf8').split('\r\n')
  expect(lines[0]).toBe(
    '\uFEFFRecruiter,Written to,Answered of written to,Answered of written to: n,Answered of written to: %,Answered of written to: ≥ %,Answered of written to: ≤ %,Written to first,Answered of those,Answered of those: n,Answered of those: %,Answered of those: ≥ %,Answered of those: ≤ %,Said no,Asked for silence',
  )
  expect(lines[1]).toBe('Łucja Żółć,1200,8,11,0.7273,0.4344,0.9025,11,0,0,,,,0,2')
  expect(lines[3]).toMatch(/^"'=HYPERLINK\(""http:\/\/x""\)",1202,/)
  expect(lines.length).toBe(6)
})

test('as a workbook the figures are numbers, names stay what they are, and a second sheet says what they mean', async () => {
  const bytes = await xlsxOf(written)
  const workbook = await openWorkbook(await zipSources(bytesSource('report.xlsx', bytes)), undefined)
  expect(workbook.sheets.map(sheet => sheet.name)).toEqual(['Who answers · Recruiter', 'Kith'])
  const read = async (at: number) => {
    const rows: string[][] = []
    const sheet = workbook.sheets[at]
    if (sheet) for await (const batch of sheetRows(workbook, sheet.source, undefined)) rows.push(...batch)
    return rows
  }
  const figures = await read(0)
  expect(figures.slice(1).map(row => row[0])).toEqual(names)
  expect(figures[1]?.slice(1, 5).map(Number)).toEqual([1200, 8, 11, 8 / 11])
  expect((await read(1)).flat()).toContain('Of those whom we wrote to first, answered: 31 of 60 (39–64 %).')
})

test('as a document every name reads, a long table has its heading on each page, and readers of screens get its structure', async () => {
  const many = Array.from({ length: 90 }, (_, at) => ({ ...rows[at % rows.length], key: String(at) })) as Report['rows']
  const bytes = await pdfOf(documentOf(report(many), '2026-11-30', voice), new Date('2026-12-02T10:00:00Z'))
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { text, totalPages } = await extractText(pdf, { mergePages: false })
  expect(totalPages).toBeGreaterThan(2)
  for (const page of text.slice(0, -1)) expect(page).toContain('Written to first')
  for (const name of names) expect(text.join(' ')).toContain(name)
  expect(text[0]).toContain('Of those whom we wrote to first, answered: 31 of 60 (39–64 %).')
  expect(text[0]).toContain('30 Nov, so far')
  expect(text.at(-1)).toContain(`Page ${totalPages} of ${totalPages}`)
  const tree = await (await pdf.getPage(1)).getStructTree()
  expect(JSON.stringify(tree)).toContain('"Table"')
  expect((await pdf.getMetadata()).info).toMatchObject({ Title: expect.stringContaining('Who answers') })
})
