import { isNickname } from '#features/vocabulary/model.ts'
import { sharedInts } from './int-hash.ts'
import { textNumberer } from './numbering.ts'
import type { RecognisedColumn } from './recognise.ts'
import { type Column, recode, type Table } from './table.ts'
import { fold, isNothing } from './text.ts'

/** Words around a name that are not part of it, folded. */
const honorifics = new Set(
  'mr mrs ms miss mx dr prof professor sir dame rev reverend herr frau dipl ing mag med phd md msc bsc mba jr sr mme mlle m monsieur madame don dona sra srta'.split(
    ' ',
  ),
)

/** A person's name in parts, all folded; '' where not known. `others` are the words besides given name and surname. */
export type NameParts = { given: string; surname: string; others: string[] }

/** Words of bare letters, as most names are: nothing of them is an aside, and none of these words tells of a former name. */
const isPlain = (text: string): boolean => bareWords.test(text) && !tellsFormer.test(text)
const bareWords = /^[a-z]+(?: [a-z]+)*$/i
const tellsFormer = /(?:^| )(?:nee|geborene|z domu) /i

const cleanName = (text: string): string => {
  if (isPlain(text)) {
    const lower = text.toLowerCase()
    return isNothing(lower) ? '' : lower
  }
  const folded = fold(text.replace(/\([^)]*\)/g, ' ').replace(bornAs, ' '))
  return isNothing(folded) ? '' : folded
}

/** Given names as clerks shortened them: the same name in fewer letters. */
const shortened: Readonly<Record<string, string>> = {
  alexr: 'alexander',
  andw: 'andrew',
  benj: 'benjamin',
  benjn: 'benjamin',
  chas: 'charles',
  danl: 'daniel',
  edwd: 'edward',
  eliz: 'elizabeth',
  elizth: 'elizabeth',
  fredk: 'frederick',
  friedr: 'friedrich',
  geo: 'george',
  heinr: 'heinrich',
  jas: 'james',
  jno: 'john',
  jos: 'joseph',
  margt: 'margaret',
  michl: 'michael',
  nathl: 'nathaniel',
  patk: 'patrick',
  richd: 'richard',
  robt: 'robert',
  saml: 'samuel',
  thos: 'thomas',
  wilh: 'wilhelm',
  wm: 'william',
}

/** A given name with its first word written out. */
function writtenOut(given: string): string {
  const space = given.indexOf(' ')
  const first = space < 0 ? given : given.slice(0, space)
  const whole = shortened[first]
  return whole === undefined ? given : whole + given.slice(first.length)
}

/** `Ann Lee (née Hart)`, `Ann Lee geb. Hart`: a name borne before. */
const bornAs =
  /(?:\(\s*(?:n[ée]e|born|formerly|geb\.?|geborene|roz\.?|z domu)|(?:^|[\s,;])(?:n[ée]e|geb\.|geborene|z domu))\s+(\p{L}[\p{L}\p{M}'’-]+)\)?/iu

/** Splits a whole name: "Surname, Given Others" by its comma, else first word given name, last word surname. */
export function splitName(text: string): NameParts {
  const before = isPlain(text) ? undefined : bornAs.exec(text)?.[1]
  const former = before === undefined ? [] : [fold(before)]
  const comma = text.indexOf(',')
  const parts = cleanName(text)
    .split(' ')
    .filter(word => word !== '')
  const bare = parts.filter(word => !honorifics.has(word))
  const list = bare.length > 0 ? bare : parts
  if (list.length === 0) return { given: '', surname: '', others: [] }
  if (list.length === 1) return { given: writtenOut(list[0] ?? ''), surname: '', others: former }
  if (comma > 0 && !/\d/.test(text)) {
    const ahead = cleanName(text.slice(0, comma))
      .split(' ')
      .filter(word => word !== '')
    const after = cleanName(text.slice(comma + 1))
      .split(' ')
      .filter(word => word !== '' && !honorifics.has(word))
    if (ahead.length > 0 && ahead.length <= 2 && after.length > 0) {
      return { given: writtenOut(after[0] ?? ''), surname: ahead.join(' '), others: [...after.slice(1), ...former] }
    }
  }
  return { given: writtenOut(list[0] ?? ''), surname: list.at(-1) ?? '', others: [...list.slice(1, -1), ...former] }
}

/** Name words of each row besides given name and surname: those of row r are `words[starts[r]]` to before `starts[r+1]`. */
export type OtherNames = { starts: Int32Array; words: Int32Array; isCommon: Uint8Array; some: boolean }

export type NameColumns = {
  given: Column | undefined
  surname: Column | undefined
  others: OtherNames
  dictionary: string[]
}

/** Joins all name columns of a table into given name, surname and other words, over one dictionary of codes. */
export function readNames(
  table: Table,
  recognised: readonly RecognisedColumn[],
  commonWords?: ReadonlySet<string>,
): NameColumns {
  const ofMeaning = (meaning: string) =>
    recognised.filter(found => found.meaning === meaning).flatMap(found => table.columns[found.column] ?? [])
  const fullColumns = ofMeaning('full-name')
  const givenColumn = ofMeaning('given-name')[0]
  const surnameColumn = ofMeaning('surname')[0]
  const dictionary = ['']
  const codeOf = textNumberer(dictionary)
  const rowCount = table.rowCount
  const given = sharedInts(rowCount)
  const surname = sharedInts(rowCount)
  fill(given, givenColumn, writtenOut)
  fill(surname, surnameColumn)

  const extras = [...fullColumns, ...ofMeaning('middle-name')].map(column => {
    const isFull = fullColumns.includes(column)
    return { codes: column.codes, parts: partsOf(column.values, isFull ? splitName : otherWords, codeOf) }
  })
  const starts = new Int32Array(rowCount + 1)
  const list: number[] = []
  for (let row = 0; row < rowCount && extras.length > 0; row++) {
    for (const { codes, parts } of extras) {
      const code = codes[row]!
      if (given[row] === 0 && parts.given[code] !== surname[row]) given[row] = parts.given[code]!
      if (surname[row] === 0 && parts.surname[code] !== given[row]) surname[row] = parts.surname[code]!
    }
    const begin = list.length
    for (const { codes, parts } of extras) {
      const end = parts.starts[codes[row]! + 1]!
      for (let at = parts.starts[codes[row]!]!; at < end; at++) {
        const word = parts.words[at]!
        if (word !== given[row] && word !== surname[row] && !list.includes(word, begin)) list.push(word)
      }
    }
    dropWordsOf(dictionary[given[row]!] ?? '', list, begin)
    dropWordsOf(dictionary[surname[row]!] ?? '', list, begin)
    starts[row + 1] = list.length
  }
  const wordCodes = Int32Array.from(list)
  const counts = new Int32Array(dictionary.length)
  for (const word of wordCodes) counts[word]!++
  const commonFrom = Math.max(3, rowCount * 0.004)
  const isCommon = Uint8Array.from(dictionary, (word, code) =>
    counts[code]! > commonFrom || word.length < 3 || commonWords?.has(word) ? 1 : 0,
  )
  return {
    given:
      givenColumn || fullColumns.length > 0
        ? { name: givenColumn?.name ?? 'given name', codes: given, values: dictionary }
        : undefined,
    surname:
      surnameColumn || fullColumns.length > 0
        ? { name: surnameColumn?.name ?? 'surname', codes: surname, values: dictionary }
        : undefined,
    others: { starts, words: wordCodes, isCommon, some: list.length > rowCount * 0.01 },
    dictionary,
  }

  function fill(codes: Int32Array, column: Column | undefined, write = (name: string) => name) {
    if (!column) return
    const clean = recode(column, text => write(cleanName(text)))
    const translation = clean.values.map(codeOf)
    for (let row = 0; row < rowCount; row++) codes[row] = translation[clean.codes[row]!]!
  }

  function dropWordsOf(name: string, words: number[], begin: number) {
    if (!name.includes(' ')) return
    for (const part of name.split(' ')) {
      let at = begin
      while (at < words.length && dictionary[words[at]!] !== part) at++
      if (at < words.length) words.splice(at, 1)
    }
  }
}

const otherWords = (text: string): NameParts => ({
  given: '',
  surname: '',
  others: cleanName(text)
    .split(' ')
    .filter(word => word !== ''),
})

/** The parts of every value by code, as numbers; the words of code c are `words[starts[c]]` to before `starts[c+1]`. */
function partsOf(values: readonly string[], split: (text: string) => NameParts, codeOf: (word: string) => number) {
  const given = new Int32Array(values.length)
  const surname = new Int32Array(values.length)
  const starts = new Int32Array(values.length + 1)
  const words: number[] = []
  for (const [code, value] of values.entries()) {
    const parts = split(value)
    given[code] = codeOf(parts.given)
    surname[code] = codeOf(parts.surname)
    for (const word of [parts.given, ...parts.surname.split(' '), ...parts.others])
      if (word !== '') words.push(codeOf(word))
    starts[code + 1] = words.length
  }
  return { given, surname, starts, words: Int32Array.from(words) }
}

/** True when a mailbox name or handle is no more than the person's name, so that it says nothing beyond it. */
export function isMadeOfName(account: string, given: string, surname: string): boolean {
  const plain = fold(account).replace(/[ \d]+/g, '')
  const last = surname.replaceAll(' ', '')
  if (plain.length < 3 || given === '' || last === '') return false
  const first = given.replaceAll(' ', '')
  const initial = first.slice(0, 1)
  return [first + last, last + first, initial + last, last + initial, first + last.slice(0, 1), last].includes(plain)
}

/**
 * What an account's name says beyond the person's own: what is left when given name, surname and their initials are taken away. The
 * whole account where the name has no part in it.
 */
export function beyondName(account: string, given: string, surname: string): string {
  const parts = [surname.replaceAll(' ', ''), given.replaceAll(' ', ''), ...surname.split(' '), ...given.split(' ')]
  let rest = account
  for (const part of parts) if (part.length >= 3) rest = rest.replace(part, '')
  if (rest === account) return account
  const word = rest.replace(/\d+/g, '')
  if (word.length <= 2 && [...word].every(letter => parts.some(part => part.startsWith(letter))))
    return rest.replace(/\D+/g, '')
  return isNickname(word, firstOf(given)) ? rest.replace(word, '') : rest
}

const firstOf = (words: string) => words.split(' ', 1)[0] ?? ''
