import type { Field, Fields } from './fields.ts'
import { type Groups, groupById, sharedInts } from './int-hash.ts'
import { joinIds, sharedRows, sumJoined } from './joined-ids.ts'
import { partNumberer } from './numbering.ts'
import { recode, translated } from './table.ts'
import { soundKey } from './text.ts'
import { district } from './values.ts'

/** A way to say "worth comparing": rows of one id share it; 0 belongs nowhere. */
export type Key = { name: string; field: number; exact: boolean; ids: Int32Array; size: number }

type Candidate = { keys: Key[]; pairs: number }

/** Block number of each row under one rule, 0 for none; and the rows, block by block. */
export type Rule = { name: string; ids: Int32Array; groups: Groups; pairs: number; skippedRows: number }

export type BlockingLimits = { pairBudget: number; blockRows: number; rules: number }

/** Files whose every pair can be compared within a second or two get one rule: everybody with everybody. */
const allPairsUpTo = 1500

export function defaultLimits(rowCount: number): BlockingLimits {
  return {
    pairBudget: Math.min(14_000_000, Math.max(2_000_000, rowCount * 150)),
    blockRows: rowCount > 300_000 ? 300 : 800,
    rules: rowCount > 300_000 ? 24 : 40,
  }
}

/**
 * Chooses equi-join rules from the columns that are there: every key and every pair of keys of different fields is
 * measured, and as many as fit the budget of pairs are used, rare ones first. A rule that a wider one covers is left
 * out; a huge block is divided by one more key, and what stays huge is skipped and counted.
 */
export function chooseRules(fields: Fields, rowCount: number, limits: BlockingLimits, helper?: RuleHelper): Rule[] {
  if (rowCount <= allPairsUpTo) {
    const ids = new Int32Array(rowCount).fill(1)
    const pairs = (rowCount * (rowCount - 1)) / 2
    return [{ name: 'every pair', ids, groups: groupById(ids, Int32Array.of(0, rowCount)), pairs, skippedRows: 0 }]
  }
  const keys = buildKeys(fields, rowCount, helper)
  const counted = inTurns(
    [...keys.keys()],
    helper && (some => helper.candidates(keys, some, limits.blockRows)),
    first => countCandidates(keys, [first], limits.blockRows)[0] ?? [],
  )
  const candidates = counted.flatMap((found, first) =>
    found.map(
      ({ second, pairs }): Candidate => ({
        keys: second < 0 ? [keys[first]!] : [keys[first]!, keys[second]!],
        pairs,
      }),
    ),
  )
  candidates.sort((a, b) => a.pairs - b.pairs)
  let chosen: Candidate[] = []
  let total = 0
  for (const candidate of candidates) {
    if (candidate.pairs === 0) continue
    const kept = chosen.filter(other => !covers(candidate, other))
    const freed = chosen.reduce((sum, other) => sum + (covers(candidate, other) ? other.pairs : 0), 0)
    if (total - freed + candidate.pairs > limits.pairBudget) continue
    chosen = [...kept, candidate]
    total += candidate.pairs - freed
  }
  const refiners = keys.filter(key => key.size >= 8).sort((a, b) => a.size - b.size)
  return inTurns(
    chosen.slice(-limits.rules).map(candidate => candidate.keys),
    helper && (some => helper.rules(some, refiners, limits.blockRows)),
    ruleMaker(refiners, limits.blockRows),
  )
}

/** Every other one by the helper, the rest here; in their order. */
function inTurns<From, To>(
  all: readonly From[],
  begin: ((some: From[]) => () => To[]) | undefined,
  make: (one: From) => To,
): To[] {
  const wait = begin?.(all.filter((_, index) => index % 2 === 1))
  const own = all.map((one, index) => (wait && index % 2 === 1 ? undefined : make(one)))
  const theirs = wait?.() ?? []
  return own.map((one, index) => one ?? theirs[index >> 1]!)
}

/** Another thread that has the fields. Each question is begun at once; the function that it gives waits for the answer. */
export type RuleHelper = {
  keys(wanted: readonly WantedKey[]): () => KeyIds[]
  candidates(keys: readonly Key[], firsts: readonly number[], blockRows: number): () => Counted[][]
  rules(rules: readonly (readonly Key[])[], refiners: readonly Key[], blockRows: number): () => Rule[]
}

/** Pairs under a key alone (`second` below zero) or with a later one. */
export type Counted = { second: number; pairs: number }

export function countCandidates(keys: readonly Key[], firsts: readonly number[], blockRows: number): Counted[][] {
  // A block above the limit counts as divided.
  const pairsOf = (rows: number) => (rows * (rows <= blockRows ? rows - 1 : blockRows)) / 2
  return firsts.map(first => {
    const key = keys[first]!
    if (key.size < 3) return []
    const { ids, rows, share } = partOf(key)
    const groups = sharedRows({ ids, size: key.size }, rows)
    let alone = 0
    for (let group = 0; group + 1 < groups.starts.length; group++)
      alone += pairsOf(groups.starts[group + 1]! - groups.starts[group]!)
    const found: Counted[] = [{ second: -1, pairs: alone * share }]
    for (let second = first + 1; second < keys.length; second++)
      if (keys[second]!.field !== key.field)
        found.push({ second, pairs: sumJoined(groups, keys[second]!, pairsOf) * share })
    return found
  })
}

/** True when every pair of the narrow rule is also a pair of the wide one. */
function covers(wide: Candidate, narrow: Candidate): boolean {
  return wide.keys.every(key =>
    narrow.keys.some(other => other === key || (other.field === key.field && other.exact && !key.exact)),
  )
}

export const ruleMaker =
  (refiners: readonly Key[], blockRows: number) =>
  (keys: readonly Key[]): Rule =>
    makeRule(keys, refiners, blockRows)

function makeRule(keys: readonly Key[], refiners: readonly Key[], blockRows: number): Rule {
  const [first, second] = keys
  const name = keys.map(key => key.name).join(' + ')
  if (!first) throw new Error('A blocking rule needs a key.')
  let { ids, count } = second ? joinIds(first, second) : { ids: new Int32Array(first.ids), count: first.size }
  let sizes = countIds(ids, count)
  const refiner = refiners.find(key => keys.every(used => used.field !== key.field))
  if (refiner && sizes.some(size => size > blockRows)) {
    const divided = divideIds(ids, sizes, refiner, blockRows)
    ids = divided.ids
    count = divided.count
    sizes = countIds(ids, count)
  }
  let skippedRows = 0
  let pairs = 0
  for (let id = 1; id <= count; id++) {
    const size = sizes[id]!
    if (size > blockRows) skippedRows += size
    else pairs += (size * (size - 1)) / 2
    if (size > blockRows || size < 2) sizes[id] = 0
  }
  for (let row = 0; row < ids.length; row++) if (sizes[ids[row]!] === 0) ids[row] = 0
  return { name, ids, groups: groupById(ids, sizes), pairs, skippedRows }
}

/** Divides the blocks that are above the limit by one more key, and leaves out rows that are alone; all are numbered anew. */
function divideIds(ids: Int32Array, sizes: Int32Array, by: Key, blockRows: number) {
  const large = new Int32Array(ids.length)
  for (let row = 0; row < ids.length; row++) if (sizes[ids[row]!]! > blockRows) large[row] = ids[row]!
  const parts = joinIds({ ids: large, size: sizes.length }, by)
  const numbers = new Int32Array(sizes.length)
  const numbersOfParts = new Int32Array(parts.count + 1)
  const divided = new Int32Array(ids.length)
  let count = 0
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!
    if (id === 0 || sizes[id] === 1) continue
    const isLarge = large[row] !== 0
    const at = isLarge ? parts.ids[row]! : id
    if (at === 0) continue
    const of = isLarge ? numbersOfParts : numbers
    if (of[at] === 0) of[at] = ++count
    divided[row] = of[at]!
  }
  return { ids: divided, count }
}

function countIds(ids: Int32Array, count: number): Int32Array {
  const sizes = new Int32Array(count + 1)
  for (let row = 0; row < ids.length; row++) if (ids[row] !== 0) sizes[ids[row]!]!++
  return sizes
}

/** Of large tables an even part of the key's values, with all their rows: every block that is looked at is whole. */
function partOf({ ids, size }: Key): { ids: Int32Array; rows: Int32Array | undefined; share: number } {
  const share = Math.max(1, Math.floor(ids.length / 60_000))
  if (share === 1 || size <= share * 50) return { ids, rows: undefined, share: 1 }
  let count = 0
  const rows = new Int32Array(ids.length)
  for (let row = 0; row < ids.length; row++)
    if (ids[row] !== 0 && (Math.imul(ids[row]!, 0x9e3779b1) >>> 8) % share === 0) rows[count++] = row
  const kept = rows.slice(0, count)
  return { ids: kept.map(row => ids[row]!), rows: kept, share }
}

function buildKeys(fields: Fields, rowCount: number, helper: Pick<RuleHelper, 'keys'> | undefined): Key[] {
  const wanted = fields.fields.flatMap((field, index) =>
    field.words ? [] : derivedKeys(field).map((_, at): WantedKey => ({ field: index, at })),
  )
  const { own, others } = share(fields, wanted, helper !== undefined)
  const wait = others.length > 0 ? helper?.keys(others) : undefined
  const found = new Map<WantedKey, KeyIds>()
  for (const key of own) found.set(key, deriveKey(fields.fields, key))
  const theirs = wait?.() ?? []
  for (const [index, key] of others.entries()) found.set(key, theirs[index]!)
  const keys: Key[] = []
  for (const [index, field] of fields.fields.entries()) {
    if (field.words) {
      keys.push(rarestWordKey(field, index, rowCount))
      continue
    }
    keys.push({ name: field.label, field: index, exact: true, ids: field.codes, size: field.values.length })
    for (const key of wanted.filter(each => each.field === index)) {
      const { name } = derivedKeys(field)[key.at]!
      keys.push({ name, field: index, exact: false, ...found.get(key)! })
    }
  }
  return keys
}

/** One derived key of a field, by its place. */
export type WantedKey = { field: number; at: number }
export type KeyIds = { ids: Int32Array; size: number }

export function deriveKey(fields: readonly KeyedField[], { field: index, at }: WantedKey): KeyIds {
  const field = fields[index]!
  const key = derivedKeys(field)[at]!
  const { codes, values } = field
  if ('derive' in key) {
    const found = recode({ name: key.name, codes, values }, key.derive)
    return { ids: found.codes, size: found.values.length }
  }
  const numberOf = partNumberer(values)
  const translation = new Int32Array(values.length)
  let size = 0
  for (let code = 1; code < values.length; code++) {
    const [from, to] = key.part(values[code]!)
    translation[code] = numberOf(code, from, to)
    size = Math.max(size, translation[code]!)
  }
  return { ids: translated(codes, translation), size: size + 1 }
}

/** Half of the work each: keys of many values take longest. */
function share({ fields }: Fields, wanted: readonly WantedKey[], isHelped: boolean) {
  const own: WantedKey[] = []
  const others: WantedKey[] = []
  if (!isHelped) return { own: wanted, others }
  const sizeOf = (key: WantedKey) => fields[key.field]!.values.length
  let ahead = 0
  for (const key of [...wanted].sort((x, y) => sizeOf(y) - sizeOf(x))) {
    ;(ahead > 0 ? others : own).push(key)
    ahead += ahead > 0 ? -sizeOf(key) : sizeOf(key)
  }
  return { own, others }
}

function rarestWordKey(field: Field, index: number, rowCount: number): Key {
  const { starts, words, isCommon } = field.words ?? {
    starts: new Int32Array(0),
    words: new Int32Array(0),
    isCommon: new Uint8Array(0),
  }
  const counts = new Int32Array(isCommon.length)
  for (const word of words) counts[word]!++
  const ids = new Int32Array(rowCount)
  for (let row = 0; row < rowCount; row++) {
    for (let p = starts[row]!; p < starts[row + 1]!; p++) {
      const word = words[p]!
      if (counts[word]! > 1 && (ids[row] === 0 || counts[word]! < counts[ids[row]!]!)) ids[row] = word
    }
  }
  return { name: 'rarest other name', field: index, exact: true, ids, size: isCommon.length }
}

/** A key that a value's text gives, or a part of it: from where to where. */
type Derived = { name: string } & (
  | { derive: (value: string) => string }
  | { part: (value: string) => readonly [from: number, to: number] }
)

type KeyedField = Pick<Field, 'meaning' | 'label' | 'codes' | 'values'>

const nothing = [0, 0] as const

function derivedKeys(field: Pick<Field, 'meaning' | 'label'>): Derived[] {
  switch (field.meaning) {
    case 'given-name':
      return [{ name: 'start of given name', derive: value => soundKey(value.split(' ')[0] ?? '').slice(0, 3) }]
    case 'surname':
      return [{ name: 'sound of surname', derive: value => soundKey(value) }]
    case 'birth-date':
      return [
        { name: 'birth year', derive: value => value.slice(0, 4) },
        {
          name: 'birthday',
          derive: value => (value.endsWith('0101') || value.endsWith('0000') ? '' : value.slice(4)),
        },
      ]
    case 'postcode':
      return [{ name: 'postcode district', derive: district }]
    case 'e-mail':
      return [
        { name: 'mailbox name', part: value => [0, value.lastIndexOf('@')] },
        { name: 'start of e-mail', part: value => [0, Math.min(5, value.length)] },
      ]
    case 'phone':
      return [
        {
          name: 'last digits of phone',
          part: ({ length }) => (length < 7 ? nothing : [length - 7, length]),
        },
      ]
    case 'national-id':
      return [
        { name: 'first half of number', part: ({ length }) => (length < 6 ? nothing : [0, length >> 1]) },
        { name: 'second half of number', part: ({ length }) => (length < 6 ? nothing : [length >> 1, length]) },
      ]
    case 'url':
      return [{ name: 'account name', part: value => [value.lastIndexOf('/') + 1, value.length] }]
    case 'address':
    case 'place':
    case 'employer':
    case 'title':
    case 'text':
      return [
        {
          name: `sound of ${field.label}`,
          derive: value => soundKey(value.split(' ').find(word => word.length > 3) ?? value),
        },
      ]
    default:
      return []
  }
}

/** The blocks of every row under all rules, row by row, in memory that threads can share; and each rule's rows, block by block. */
export type Blocks = {
  ids: Int32Array
  groups: readonly Groups[]
  rowCount: number
  leftRows: number | undefined
}

export function layBlocks(rules: readonly Rule[], rowCount: number, leftRows: number | undefined): Blocks {
  const width = rules.length
  const ids = sharedInts(rowCount * width)
  for (const [rule, found] of rules.entries())
    for (let row = 0; row < rowCount; row++) ids[row * width + rule] = found.ids[row]!
  return { ids, groups: rules.map(({ groups }) => groups), rowCount, leftRows }
}

/** The blocks of a rule are compared in so many units. */
const unitsOfRule = 4

export const countUnits = ({ groups }: Blocks): number => groups.length * unitsOfRule

/**
 * Goes through one unit after the other, in any order: each pair of rows that share a block is visited in one unit only, that of the
 * first rule under which they meet.
 */
export function unitWalker({ ids: blocks, groups, leftRows }: Blocks) {
  const width = groups.length
  return (unit: number, visit: (a: number, b: number) => void) => {
    const rule = Math.floor(unit / unitsOfRule)
    const { starts, order } = groups[rule]!
    for (let block = unit % unitsOfRule; block < starts.length - 1; block += unitsOfRule) {
      const end = starts[block + 1]!
      for (let p = starts[block]!; p < end; p++) {
        const a = order[p]!
        if (leftRows !== undefined && a >= leftRows) break
        const atA = a * width
        next: for (let q = p + 1; q < end; q++) {
          const b = order[q]!
          if (leftRows !== undefined && b < leftRows) continue
          const atB = b * width
          for (let earlier = 0; earlier < rule; earlier++) {
            const one = blocks[atA + earlier]!
            if (one !== 0 && one === blocks[atB + earlier]) continue next
          }
          visit(a, b)
        }
      }
    }
  }
}
