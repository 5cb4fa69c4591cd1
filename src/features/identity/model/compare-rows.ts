import { mailLevel, pageLevel } from './comparators.ts'
import { compareOtherNames, type Field, type Fields, nameLevel, standsElsewhere } from './fields.ts'
import { beyondName, isMadeOfName } from './names.ts'
import { hopelessness } from './quick-check.ts'
import { undecided } from './shortcuts.ts'
import { isOneEdit } from './strings.ts'
import { fold } from './text.ts'

/** Three bits a field, ten fields in each of two numbers. */
export const maxFields = 20

/** How two rows compare in every field, packed; level of field f: `(f < 10 ? low : high) >> 3 × (f mod 10) & 7`. */
export type Pattern = { low: number; high: number }

export function levelIn(low: number, high: number, field: number): number {
  return field < 10 ? (low >>> (3 * field)) & 7 : (high >>> (3 * (field - 10))) & 7
}

/** Makes the function that compares two rows. It fills the one pattern it returns; results of texts are remembered. */
export function rowComparer(fields: Fields): (a: number, b: number) => Pattern {
  const list = fields.fields
  const { givenIndex, surnameIndex, names } = fields
  const comparers = list.map(fieldComparer)
  const tops = list.map(field => field.levels.length - 1)
  const pattern: Pattern = { low: 0, high: 0 }
  const isElsewhere = (word: number, otherPart: number, row: number) =>
    names.others.some ? standsElsewhere(word, otherPart, names.others, row) : word !== 0 && word === otherPart
  const hasBothNames = givenIndex >= 0 && surnameIndex >= 0
  const width = list.length
  const levels = new Uint8Array(width)
  const mailIndex = list.findIndex(field => field.meaning === 'e-mail')
  const accounts = list.flatMap((field, index) => {
    const from = accountFrom(field)
    return from === undefined ? [] : [{ index, from, repeats: accountsRepeatNames(fields, index) }]
  })
  const isMailMadeOfName = mailIndex >= 0 ? mailsMadeOfNames(fields, mailIndex) : () => false
  // Row by row: the codes of one row lie together in memory, and a pair touches two places instead of two per field.
  const rows = new Int32Array((list[0]?.codes.length ?? 0) * width)
  for (const [index, { codes }] of list.entries())
    for (let row = 0; row < codes.length; row++) rows[row * width + index] = codes[row]!
  return (a, b) => {
    const atA = a * width
    const atB = b * width
    for (let index = 0; index < width; index++) {
      const one = rows[atA + index]!
      const other = rows[atB + index]!
      levels[index] = one === 0 || other === 0 ? 0 : one === other ? tops[index]! : comparers[index]!(one, other, a, b)
    }
    if (hasBothNames) compareCrosswise(a, b)
    if (mailIndex >= 0 && levels[mailIndex]! >= mailLevel.similar && levels[mailIndex]! <= mailLevel.oneApart) {
      if (isMailMadeOfName(a) && isMailMadeOfName(b)) levels[mailIndex] = 0
    }
    for (let at = 0; at < accounts.length; at++) {
      const { index, from, repeats } = accounts[at]!
      if (levels[index]! >= from && repeats(a, b)) levels[index] = 0
    }
    let low = 0
    let high = 0
    const ofLow = width < 10 ? width : 10
    for (let index = 0; index < ofLow; index++) low |= levels[index]! << (3 * index)
    for (let index = 10; index < width; index++) high |= levels[index]! << (3 * (index - 10))
    pattern.low = low
    pattern.high = high
    return pattern
  }

  /** Names in the wrong column: where one equals the other's other name, the two are compared crosswise. */
  function compareCrosswise(a: number, b: number) {
    const weakSurname = levels[surnameIndex]! > 0 && levels[surnameIndex]! < nameLevel.elsewhere
    const weakGiven = levels[givenIndex]! > 0 && levels[givenIndex]! < nameLevel.elsewhere
    if (!weakSurname && !weakGiven) return
    const givenA = rows[a * width + givenIndex]!
    const givenB = rows[b * width + givenIndex]!
    const surnameA = rows[a * width + surnameIndex]!
    const surnameB = rows[b * width + surnameIndex]!
    if (weakSurname && weakGiven && (givenA === surnameB || surnameA === givenB)) {
      const crossGiven = givenA === surnameB ? tops[givenIndex]! : comparers[givenIndex]!(givenA, surnameB, a, b)
      const crossSurname = surnameA === givenB ? tops[surnameIndex]! : comparers[surnameIndex]!(surnameA, givenB, a, b)
      if (crossGiven > nameLevel.elsewhere && crossSurname > nameLevel.elsewhere) {
        levels[givenIndex] = crossGiven
        levels[surnameIndex] = crossSurname
        return
      }
    }
    if (weakSurname && (isElsewhere(surnameA, givenB, b) || isElsewhere(surnameB, givenA, a)))
      levels[surnameIndex] = nameLevel.elsewhere
    else if (weakGiven && (isElsewhere(givenA, surnameB, b) || isElsewhere(givenB, surnameA, a)))
      levels[givenIndex] = nameLevel.elsewhere
  }
}

/** Of so few values every two have a place in one table. */
const fewValues = 1024

function eachOnce(size: number, read: (one: number, other: number) => number) {
  const known = new Uint8Array(size * size)
  return (one: number, other: number) => {
    const at = one < other ? one * size + other : other * size + one
    const kept = known[at]!
    if (kept !== 0) return kept
    const level = one < other ? read(one, other) : read(other, one)
    known[at] = level
    return level
  }
}

/** Compares two codes of a field through a small memory of earlier answers, overwritten on collision. */
function fieldComparer(field: Field): (one: number, other: number, a: number, b: number) => number {
  const { words, values, codes, counts, compare } = field
  if (words) return (_one, _other, a, b) => compareOtherNames(words, a, b)
  if (field.levels.length === 3 && field.meaning !== 'street-number') return () => 1
  const hopeless = field.quick && hopelessness(values, field.quick)
  const shortcut = field.shortcut?.(values)
  const read = shortcut?.read ?? ((one: number, other: number) => compare(values[one]!, values[other]!))
  if (values.length <= fewValues) return eachOnce(values.length, read)
  const given = codes.length - counts[0]!
  // Where hardly a value is there twice, the same two hardly ever meet again.
  if (given < 2 * values.length)
    return (one, other) => {
      const small = one < other ? one : other
      const large = one < other ? other : one
      if (hopeless?.(small, large)) return 1
      const level = shortcut ? shortcut.look(small, large) : undecided
      return level === undecided ? read(small, large) : level
    }
  const bits = Math.min(20, Math.max(8, Math.ceil(Math.log2(values.length)) + 2))
  const mask = (1 << bits) - 1
  // The one code, then the other with the answer in its lowest three bits: a look into an array each would be a wait for the memory each.
  const memory = new Int32Array(2 << bits)
  return (one, other) => {
    const small = one < other ? one : other
    const large = one < other ? other : one
    if (hopeless?.(small, large)) return 1
    if (shortcut) {
      const level = shortcut.look(small, large)
      if (level !== undecided) return level
    }
    let slot = Math.imul(small, 0x9e3779b1) ^ Math.imul(large, 0x85ebca6b)
    slot = (slot ^ (slot >>> 15)) & mask
    const at = slot * 2
    const kept = memory[at + 1]!
    if (memory[at] === small && kept >>> 3 === large) return kept & 7
    const level = read(small, large)
    memory[at] = small
    memory[at + 1] = (large << 3) | level
    return level
  }
}

/** Whether a row's mailbox name is only its own name: likeness of two such addresses repeats the likeness of the names. */
function mailsMadeOfNames({ fields, names }: Fields, mailIndex: number): (row: number) => boolean {
  const mail = fields[mailIndex]!
  const known = new Uint8Array(mail.codes.length)
  return row => {
    if (known[row] === 0) {
      const address = mail.values[mail.codes[row]!]!
      const given = names.dictionary[names.given?.codes[row] ?? 0] ?? ''
      const surname = names.dictionary[names.surname?.codes[row] ?? 0] ?? ''
      known[row] = isMadeOfName(address.slice(0, address.lastIndexOf('@')), given, surname) ? 2 : 1
    }
    return known[row] === 2
  }
}

/** From which level on likeness in a field is likeness of what people call themselves. */
function accountFrom({ meaning }: Field): number | undefined {
  return meaning === 'handle' ? 2 : meaning === 'url' ? pageLevel.sameAccount : undefined
}

/**
 * Whether what two rows call themselves is alike only as their own names are: `anna-kowalski-1` and `anna-kowalski-2` say no more
 * than that both are called Anna Kowalski, which their names have said already.
 */
function accountsRepeatNames({ fields, names }: Fields, index: number): (a: number, b: number) => boolean {
  const { codes, values, meaning } = fields[index]!
  /** By row, once it was asked for; nothing where the names have no part in the account. */
  const rests: (string | null | undefined)[] = Array.from({ length: codes.length })
  const accountOf = (row: number) => {
    const value = values[codes[row]!]!
    return meaning === 'url' ? fold(value.slice(value.lastIndexOf('/') + 1)).replaceAll(' ', '') : value
  }
  const beyond = (row: number) => {
    let rest = rests[row]
    if (rest === undefined) {
      const given = names.dictionary[names.given?.codes[row] ?? 0] ?? ''
      const surname = names.dictionary[names.surname?.codes[row] ?? 0] ?? ''
      const account = accountOf(row)
      const left = beyondName(account, given, surname)
      rest = left === account ? null : left
      rests[row] = rest
    }
    return rest
  }
  return (a, b) => {
    const one = beyond(a)
    const other = one === null ? null : beyond(b)
    if (one === null || other === null) return false
    return one === other ? one.length < 2 : one.length < 5 || !isOneEdit(one, other)
  }
}
