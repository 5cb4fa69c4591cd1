import { type Comparator, findComparator, type Level, nameLevel } from './comparators.ts'
import { dateDigits, findDateOrder } from './dates.ts'
import type { Meaning } from './meanings.ts'
import { type NameColumns, type OtherNames, readNames } from './names.ts'
import type { Quick } from './quick-check.ts'
import type { RecognisedColumn } from './recognise.ts'
import type { Shortcut } from './shortcuts.ts'
import { type Column, countCodes, recode, type Table } from './table.ts'
import { fold, isNothing } from './text.ts'
import { mailbox, pageKey, phoneDigits, signs } from './values.ts'

/** One thing compared between two rows. Equal codes are the top level; 0 is missing. */
export type Field = {
  meaning: Meaning
  label: string
  levels: readonly Level[]
  codes: Int32Array
  values: string[]
  counts: Int32Array
  /** Level of a pair of rows, both given and unequal. */
  compare: Comparator['compare']
  quick?: Quick
  shortcut?: Shortcut
  /** A field over words of names, compared by rows instead of by one code. */
  words?: OtherNames
}

export type Fields = { fields: Field[]; names: NameColumns; givenIndex: number; surnameIndex: number }

export const otherNameLevels: readonly Level[] = [
  { words: 'not given', m: 0 },
  { words: 'other names differ', m: 0.25 },
  { words: 'a common word of the other names shared', m: 0.15 },
  { words: 'a rare word of the other names shared', m: 0.25 },
  { words: 'same other names', m: 0.35 },
]

/** The text that stands for a value when two are compared. '' means nothing usable. */
export function normaliserOf(meaning: Meaning, sample: readonly string[]): (value: string) => string {
  switch (meaning) {
    case 'birth-date': {
      const order = findDateOrder(sample)
      return value => dateDigits(value, order)
    }
    case 'e-mail':
      return mailbox
    case 'phone':
      return value => phoneDigits(value)
    case 'url':
      return pageKey
    case 'postcode':
    case 'national-id':
      return value => usable(signs(value))
    case 'handle':
      return value => usable(signs(value.replace(/^@/, '').replace(/[@:].*$|\.bsky\.social$/, '')))
    case 'street-number':
      return value => usable(signs(value).replace(/^0+(?=\d)/, ''))
    default:
      return value => usable(fold(value))
  }
}

const usable = (folded: string) => (isNothing(folded) ? '' : folded)

/**
 * Builds the fields of a table from what its columns mean. Columns of ids, labels and nothing usable are left out. `commonWords` of
 * names are told where the table is too small to show them.
 */
export function buildFields(
  table: Table,
  recognised: readonly RecognisedColumn[],
  commonWords?: ReadonlySet<string>,
): Fields {
  const names = readNames(table, recognised, commonWords)
  const fields: Field[] = []
  if (names.given) push('given-name', 'given name', names.given)
  const givenIndex = fields.length - 1
  if (names.surname) push('surname', 'surname', names.surname)
  const surnameIndex = names.surname ? fields.length - 1 : -1
  if (names.others.some) {
    const { codes, values } = setsOfWords(names, table.rowCount)
    fields.push({
      meaning: 'middle-name',
      label: 'other names',
      levels: otherNameLevels,
      codes,
      values,
      counts: countCodes(codes, values.length),
      compare: () => 1,
      words: names.others,
    })
  }
  for (const found of recognised) {
    const column = table.columns[found.column]
    if (!column || found.meaning === 'given-name' || found.meaning === 'surname' || !findComparator(found.meaning))
      continue
    const clean = recode(column, normaliserOf(found.meaning, column.values))
    if (clean.values.length > 1) push(found.meaning, fold(found.name) || found.name, clean)
  }
  return { fields, names, givenIndex, surnameIndex }

  function push(meaning: Meaning, label: string, column: Column) {
    const comparator = findComparator(meaning)
    if (!comparator) return
    const counts = countCodes(column.codes, column.values.length)
    const levels = comparator.levels.map(level => ({ ...level, words: level.words.replace('%', label) }))
    fields.push({
      meaning,
      label,
      levels,
      codes: column.codes,
      values: column.values,
      counts,
      compare: comparator.compare,
      ...(comparator.quick && { quick: comparator.quick }),
      ...(comparator.shortcut && { shortcut: comparator.shortcut }),
    })
  }
}

function setsOfWords({ others, dictionary }: NameColumns, rowCount: number): { codes: Int32Array; values: string[] } {
  const codes = new Int32Array(rowCount)
  const values = ['']
  const known = new Map<string, number>()
  for (let row = 0; row < rowCount; row++) {
    const list = others.words.slice(others.starts[row]!, others.starts[row + 1]!).sort()
    if (list.length === 0) continue
    const key = list.join(' ')
    let code = known.get(key)
    if (code === undefined) {
      code = values.length
      values.push(
        Array.from(list, word => dictionary[word] ?? '')
          .sort()
          .join(' '),
      )
      known.set(key, code)
    }
    codes[row] = code
  }
  return { codes, values }
}

/** Level between the other name words of two rows that both have some and not the same ones. */
export function compareOtherNames(others: OtherNames, a: number, b: number): number {
  let level = 1
  for (let p = others.starts[a]!; p < others.starts[a + 1]!; p++) {
    const word = others.words[p]!
    if (!holds(others, b, word)) continue
    if (others.isCommon[word] === 0) return 3
    level = 2
  }
  return level
}

function holds(others: OtherNames, row: number, word: number): boolean {
  for (let p = others.starts[row]!; p < others.starts[row + 1]!; p++) if (others.words[p] === word) return true
  return false
}

/** True when `word`, one row's given name or surname, stands in another place of the other row's name. */
export function standsElsewhere(word: number, otherPart: number, others: OtherNames, row: number): boolean {
  return word !== 0 && (word === otherPart || holds(others, row, word))
}

export { nameLevel }
