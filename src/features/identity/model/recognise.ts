import { formalNamesOf } from '#features/vocabulary/model.ts'
import { dateDigits } from './dates.ts'
import { type Meaning, meaningOfHeader } from './meanings.ts'
import { type Column, countCodes, type Table } from './table.ts'
import { fold, isNothing } from './text.ts'

export type RecognisedColumn = { column: number; name: string; meaning: Meaning; by: 'map' | 'name' | 'content' }

type Profile = {
  filled: number
  distinct: number
  rows: number
  share: (test: (value: string) => boolean) => number
  /** The same, each text as often as it is there: slips make many texts of one name. */
  shareOfRows: (test: (value: string) => boolean) => number
}

const emailLike = /^[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}>?$/i
const urlLike =
  /^(https?:\/\/\S+|www\.\S+|[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|org|net|io|dev|de|fr|uk|me|eu|co|info)(\/\S*)?)$/i
const phoneLike = /^\+?[\d\s().\-/]{7,22}(\s*(x|ext\.?)\s*\d+)?$/
const dateLike =
  /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})|(1[5-9]|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])|\d{1,2}\.? \p{L}{3,} \d{4}|\p{L}{3,} \d{1,2},? \d{4})([T ].*)?$/u
/** A year with or without its month, or about: what old registers have where the day is not known. */
const yearLike =
  /^(?:(?:abt|about|c|ca|circa|est|bef|before|aft|after|um|vers)\.? ?|~ ?)?(?:\p{L}{3,}\.? )?(?:1[5-9]|20)\d\d\??$/iu
const postcodeLike = /^([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{5}(-\d{4})?|[a-z]\d[a-z] ?\d[a-z]\d|\d{4} ?[a-z]{2})$/i
const codeLike = /^(?=.*\d)[a-z0-9_\-:.]+$/i
const hexLike = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f-]{12,}$/i

/**
 * Decides what each column means: by `map` (header → meaning), by its name where its content does not contradict,
 * else by content. Codes that look like keys or labels become `id`, so that they are never evidence.
 */
export function recogniseColumns(table: Table, map: ReadonlyMap<string, Meaning>): RecognisedColumn[] {
  const found = table.columns.map((column, index): RecognisedColumn => {
    const mapped = map.get(column.name)
    if (mapped) return { column: index, name: column.name, meaning: mapped, by: 'map' }
    const profile = profileOf(column)
    const named = meaningOfHeader(fold(column.name.replace(/([a-z])([A-Z])/g, '$1 $2')))
    if (named && !contradicts(named, profile)) return { column: index, name: column.name, meaning: named, by: 'name' }
    return { column: index, name: column.name, meaning: meaningOfContent(profile), by: 'content' }
  })
  return withSurname(found, table).map(column => {
    const partner = (meaning: Meaning) => found.some(other => other !== column && other.meaning === meaning)
    const header = fold(column.name)
    // Beside a given name, "name", "nom" or "naam" alone is the family's name.
    if (column.by === 'name' && column.meaning === 'full-name' && /^(name|naam|namn|navn|nimi)$/.test(header)) {
      if (partner('given-name') && !partner('surname')) return { ...column, meaning: 'surname' }
    }
    // "nom" or "nome" with no partner holds the whole name.
    if (column.by === 'name' && column.meaning === 'surname' && header === 'nom' && !partner('given-name'))
      return { ...column, meaning: 'full-name' }
    if (
      column.by === 'name' &&
      column.meaning === 'given-name' &&
      /^(nome|nombre)$/.test(header) &&
      !partner('surname')
    ) {
      return { ...column, meaning: 'full-name' }
    }
    return column
  })
}

function profileOf(column: Column): Profile {
  const counts = countCodes(column.codes, column.values.length)
  const sample: string[] = []
  const times: number[] = []
  const step = Math.max(1, Math.floor((column.values.length - 1) / 2000))
  for (let code = 1; code < column.values.length; code += step) {
    const value = column.values[code] ?? ''
    if (isNothing(fold(value))) continue
    sample.push(value)
    times.push(counts[code]!)
  }
  return {
    rows: column.codes.length,
    filled: column.codes.length - counts[0]!,
    distinct: column.values.length - 1,
    shareOfRows(test) {
      const all = times.reduce((sum, count) => sum + count, 0)
      return all === 0 ? 0 : sample.reduce((sum, value, at) => sum + (test(value) ? times[at]! : 0), 0) / all
    },
    share: test => (sample.length === 0 ? 0 : sample.filter(test).length / sample.length),
  }
}

function contradicts(meaning: Meaning, profile: Profile): boolean {
  if (profile.filled === 0) return false
  switch (meaning) {
    case 'e-mail':
      return profile.share(value => value.includes('@')) < 0.3
    case 'phone':
      return profile.share(value => value.replace(/\D/g, '').length >= 4) < 0.3
    case 'birth-date':
      return profile.share(value => dateDigits(value, 'day-first') !== '') < 0.3
    case 'given-name':
    case 'surname':
    case 'full-name':
    case 'place':
    case 'employer':
    case 'title':
      return profile.share(value => hexLike.test(value) || emailLike.test(value) || !/\p{L}/u.test(value)) > 0.6
    case 'url':
      return profile.share(value => /[./]/.test(value)) < 0.3
    // A label is a key; what people are called is none.
    case 'id':
      return profile.share(isNameLike) > 0.8 && profile.shareOfRows(holdsKnownName) > 0.3 && profile.distinct > 8
    case 'gender':
      return profile.distinct > 40
    default:
      return false
  }
}

function meaningOfContent(profile: Profile): Meaning {
  if (profile.filled === 0) return 'ignore'
  if (profile.share(value => emailLike.test(value)) > 0.7) return 'e-mail'
  if (profile.share(value => urlLike.test(value)) > 0.7) return 'url'
  const dates = profile.shareOfRows(value => dateLike.test(value))
  if (dates > 0.7 || (dates > 0.2 && dates + profile.shareOfRows(value => yearLike.test(value)) > 0.8))
    return 'birth-date'
  if (profile.share(value => hexLike.test(value)) > 0.7) return 'id'
  if (profile.share(value => /^\+|^\(|[ \-/]/.test(value) && phoneLike.test(value)) > 0.7) return 'phone'
  // A national number with its trunk zero; a counter padded with zeros has more of them.
  if (profile.share(value => /^0[1-9]\d{7,11}$/.test(value)) > 0.9) return 'phone'
  const full = profile.filled / profile.rows > 0.99
  const many = profile.distinct / profile.rows > 0.03
  if (profile.share(value => postcodeLike.test(value)) > 0.8 && !full) return 'postcode'
  if (profile.share(value => codeLike.test(value)) > 0.9 && many) {
    if (profile.share(value => /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i.test(value)) > 0.8) return 'postcode'
    return 'id'
  }
  if (profile.distinct <= 12 && profile.rows > 50) return 'category'
  if (profile.share(isNameLike) > 0.8 && profile.distinct > 8) {
    const known = profile.shareOfRows(holdsKnownName)
    const words = profile.shareOfRows(value => /\p{L}[\s,]+\p{L}/u.test(value))
    if (words > 0.6 && known > 0.3) return 'full-name'
    if (words < 0.15 && known > 0.5) return 'given-name'
  }
  return 'text'
}

/** One to five words of letters, a digit for a letter misread; no sentence. */
const isNameLike = (value: string): boolean => /^[\p{L}\p{M}'’.,\d-]+(?:[\s,]+[\p{L}\p{M}'’.,\d-]+){0,4}$/u.test(value)
const holdsKnownName = (value: string): boolean =>
  fold(value)
    .split(' ')
    .some(word => word.length > 1 && formalNamesOf(word).length > 0)

/** Beside a column of given names, one of single words stands for the family's. */
function withSurname(found: readonly RecognisedColumn[], table: Table): readonly RecognisedColumn[] {
  const given = found.find(({ meaning }) => meaning === 'given-name')
  if (!given || found.some(({ meaning }) => meaning === 'surname' || meaning === 'full-name')) return found
  // A middle initial may stand between the two.
  const beside = [1, -1, 2, -2]
    .map(step => given.column + step)
    .find(column => {
      const values = table.columns[column]?.values
      if (found[column]?.meaning !== 'text' || !values || values.length < Math.max(10, table.rowCount * 0.01))
        return false
      return (
        values.slice(1, 500).filter(value => /^[\p{L}\p{M}'’.\d-]+$/u.test(value)).length >
        (Math.min(values.length, 500) - 1) * 0.85
      )
    })
  return found.map(column => (column.column === beside ? { ...column, meaning: 'surname' as const } : column))
}

/** The column whose text names a row in the output: `id` by meaning, every row filled, no text twice; an exact `id` first. */
export function findIdColumn(table: Table, recognised: readonly RecognisedColumn[]): number | undefined {
  const candidates = recognised.filter(found => found.meaning === 'id')
  const unique = candidates.find(found => {
    const column = table.columns[found.column]
    return column !== undefined && column.values.length - 1 === table.rowCount
  })
  const named = candidates.find(found =>
    /^(id|uid|uuid|unique ?id|rec(ord)? ?id|row ?id|person ?id)$/.test(fold(found.name)),
  )
  return (unique ?? named)?.column
}
