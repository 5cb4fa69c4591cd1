import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import {
  dedupeTable,
  isMeaning,
  type Meaning,
  meanings,
  pairHelper,
  type ResolveSummary,
  readCsv,
  type Table,
} from '#features/identity/index.ts'
import { done, type Result, refuse } from '#kernel/result.ts'

/** The outside world of a list command, so that tests and other programs can be it. */
export type ListIo = {
  readFile: (path: string) => AsyncIterable<Uint8Array>
  /** Without a path: to standard output. */
  write: (path: string | undefined, content: Iterable<string>) => Promise<void>
  stderr: (line: string) => void
}

export type DedupeOptions = {
  file: string
  /** `column=meaning`, as often as needed. */
  map?: readonly string[]
  out?: string
  json?: boolean
}

export const listIo: ListIo = {
  readFile: path => createReadStream(path),
  write: async (path, content) => {
    if (path !== undefined) await writeFile(path, content)
    else for (const part of content) if (!process.stdout.write(part)) await once(process.stdout, 'drain')
  },
  stderr: line => process.stderr.write(`${line}\n`),
}

/** Finds the rows of a CSV file that are one person. Gives the exit code: 0, or 1 after one sentence on standard error. */
export async function dedupeCommand(options: DedupeOptions, io: ListIo = listIo): Promise<number> {
  const began = performance.now()
  const loaded = await loadTable(options.file, io)
  if (!loaded.ok) return fail(loaded.refusal, io)
  const map = parseMap(options.map ?? [], [loaded.value])
  if (!map.ok) return fail(map.refusal, io)
  const { rows, told, rowCount, clusterCount, summary } = dedupeTable(loaded.value, {
    map: map.value,
    helper: pairHelper,
  })
  const seconds = (performance.now() - began) / 1000
  const content = options.json
    ? jsonParts('rows', rows, { clusterCount, summary, seconds })
    : csvParts(
        'row,id,cluster,probability,evidence',
        told,
        ({ row, id, cluster, probability, evidence }) =>
          `${row},${csvCell(id)},${cluster},${fourPlaces(probability)},${csvCell(evidence)}`,
      )
  if (!(await saved(options.out, content, io))) return 1
  io.stderr(
    `${counted(rowCount, 'row is', 'rows are')} ${counted(clusterCount, 'person', 'persons')}. ${undecided(summary)}`,
  )
  report(summary, seconds, io)
  return 0
}

const fourPlacesOf: string[] = []
/** Written once each: to write a number costs more than the rest of its line. */
function fourPlaces(probability: number): string {
  const count = Math.round(probability * 10_000)
  fourPlacesOf[count] ??= (count / 10_000).toFixed(4)
  return fourPlacesOf[count]
}

export async function loadTable(path: string, io: ListIo): Promise<Result<Table, string>> {
  const parts: Uint8Array[] = []
  try {
    for await (const part of io.readFile(path)) parts.push(part)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'ENOENT') return refuse(`There is no file ${path}. Check the path and try again.`)
    if (code === 'EISDIR') return refuse(`${path} is a folder. Name one CSV file in it.`)
    if (code === 'EACCES')
      return refuse(`${path} can't be read with your rights. Change its permissions and try again.`)
    throw cause
  }
  const read = readCsv(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts))
  return read.ok ? read : refuse(`${path}: ${read.refusal.message}`)
}

/** Reads `column=meaning`; the column must be in a table and the meaning known. */
export function parseMap(entries: readonly string[], tables: readonly Table[]): Result<Map<string, Meaning>, string> {
  const map = new Map<string, Meaning>()
  const names = [...new Set(tables.flatMap(table => table.columns.map(column => column.name)))]
  for (const entry of entries) {
    const at = entry.lastIndexOf('=')
    const column = entry.slice(0, at).trim()
    const meaning = entry.slice(at + 1).trim()
    if (at < 1)
      return refuse(`--map ${entry} is not of the form column=meaning. Write for example --map "${names[0]}=surname".`)
    if (!names.includes(column))
      return refuse(
        `--map names the column "${column}", which is not in the file. Its columns are: ${names.join(', ')}.`,
      )
    if (!isMeaning(meaning))
      return refuse(
        `--map gives "${column}" the meaning "${meaning}", which Kith doesn't know. Choose one of: ${meanings.join(', ')}.`,
      )
    map.set(column, meaning)
  }
  return done(map)
}

export function fail(message: string, io: ListIo): number {
  io.stderr(message)
  return 1
}

export async function saved(path: string | undefined, content: Iterable<string>, io: ListIo): Promise<boolean> {
  try {
    await io.write(path, content)
    return true
  } catch (cause) {
    if (!(cause instanceof Error) || path === undefined) throw cause
    io.stderr(`The result can't be written to ${path}. Check that its folder exists and can be written to.`)
    return false
  }
}

/** Some thousand lines at a time: a million rows as one text would be too much for the memory. */
const partChars = 1 << 18

export function* csvParts<Row>(header: string, rows: Iterable<Row>, lineOf: (row: Row) => string): Generator<string> {
  let part = `${header}\n`
  for (const row of rows) {
    part += `${lineOf(row)}\n`
    if (part.length < partChars) continue
    yield part
    part = ''
  }
  if (part !== '') yield part
}

/** One JSON document `{[name]: rows, …rest}`. */
export function* jsonParts(
  name: string,
  rows: Iterable<unknown>,
  rest: Readonly<Record<string, unknown>>,
): Generator<string> {
  let part = `{${JSON.stringify(name)}:[`
  let between = ''
  for (const row of rows) {
    part += between + JSON.stringify(row)
    between = ','
    if (part.length < partChars) continue
    yield part
    part = ''
  }
  yield `${part}],${JSON.stringify(rest).slice(1)}\n`
}

export const csvCell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

export const undecided = ({ undecidedPairs }: ResolveSummary): string =>
  undecidedPairs === 0
    ? 'No pair was too close to call.'
    : `${counted(undecidedPairs, 'pair is', 'pairs are')} too close to call and left apart.`

export function report(summary: ResolveSummary, seconds: number, io: ListIo) {
  io.stderr(`Columns: ${summary.columns.map(column => `${column.name} (${column.meaning})`).join(', ')}.`)
  io.stderr(
    `Compared ${counted(summary.comparedPairs, 'pair', 'pairs')} under ${counted(summary.rules.length, 'rule', 'rules')} in ${seconds.toFixed(1)} s.`,
  )
  for (const rule of summary.rules.filter(one => one.skippedRows > 0)) {
    io.stderr(
      `Rule "${rule.name}" left out ${rule.skippedRows} rows whose value is too common to compare them all; other rules still reach them.`,
    )
  }
}
