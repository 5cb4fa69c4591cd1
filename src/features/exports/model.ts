import { printCsvRow } from '#features/people/model.ts'

export type Counter = { records: number }

export const peopleFormats = ['csv', 'vcard', 'json'] as const
export type PeopleFormat = (typeof peopleFormats)[number]
export const entityFormats = ['json', 'csv'] as const
export type EntityFormat = (typeof entityFormats)[number]

const cellOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** A row under these columns, in their order; lists and objects as JSON in their cell. */
export const printRow = (columns: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  printCsvRow(columns.map(column => cellOf(row[column])))

/** A JSON array, an item per line. */
export async function* printArray(items: AsyncIterable<unknown>, counter: Counter): AsyncGenerator<string> {
  yield '['
  for await (const item of items) {
    yield `${counter.records === 0 ? '\n' : ',\n'}${JSON.stringify(item)}`
    counter.records += 1
  }
  yield '\n]\n'
}

export async function* counted(items: AsyncIterable<string>, counter: Counter): AsyncGenerator<string> {
  for await (const item of items) {
    counter.records += 1
    yield item
  }
}
