const flagsA = new Uint8Array(512)
const flagsB = new Uint8Array(512)

/**
 * Jaro-Winkler by Winkler's 1990 definition: the common prefix, up to four letters, is always rewarded with 0.1
 * of what Jaro leaves open (no lower bound). Units are UTF-16; text beyond 512 units is ignored. Two empty texts give 0.
 */
export function jaroWinkler(a: string, b: string): number {
  const jaro = jaroSimilarity(a, b)
  if (jaro === 0) return 0
  const longest = Math.min(4, a.length, b.length)
  let prefix = 0
  while (prefix < longest && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** Jaro similarity, 0 to 1; the window is half the longer text less one, and half a swap does not count (as in Winkler's own program). */
export function jaroSimilarity(a: string, b: string): number {
  const lengthA = Math.min(a.length, 512)
  const lengthB = Math.min(b.length, 512)
  if (lengthA === 0 || lengthB === 0) return 0
  if (a === b) return 1
  const window = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1)
  if (lengthA <= 31 && lengthB <= 31) return jaroOfShort(a, b, lengthA, lengthB, window)
  flagsA.fill(0, 0, lengthA)
  flagsB.fill(0, 0, lengthB)
  let matches = 0
  for (let i = 0; i < lengthA; i++) {
    const unit = a.charCodeAt(i)
    const end = Math.min(lengthB, i + window + 1)
    for (let j = Math.max(0, i - window); j < end; j++) {
      if (flagsB[j] === 0 && b.charCodeAt(j) === unit) {
        flagsA[i] = 1
        flagsB[j] = 1
        matches++
        break
      }
    }
  }
  if (matches === 0) return 0
  let outOfOrder = 0
  let j = 0
  for (let i = 0; i < lengthA; i++) {
    if (flagsA[i] === 0) continue
    while (flagsB[j] === 0) j++
    if (a.charCodeAt(i) !== b.charCodeAt(j)) outOfOrder++
    j++
  }
  return (matches / lengthA + matches / lengthB + (matches - (outOfOrder >> 1)) / matches) / 3
}

const unitsOfB = new Uint16Array(32)
const matched = new Uint16Array(32)
/** By sign, in which places of the second text it stands; all zero between two calls. */
const placesOf = new Int32Array(128)

/** The same where the flags of a text fit into one number: nearly always. */
function jaroOfShort(a: string, b: string, lengthA: number, lengthB: number, window: number): number {
  let signs = 0
  for (let j = 0; j < lengthB; j++) {
    const unit = b.charCodeAt(j)
    unitsOfB[j] = unit
    signs |= unit
  }
  if (signs < 128) for (let j = 0; j < lengthB; j++) placesOf[unitsOfB[j]!]! |= 1 << j
  let taken = 0
  let matches = 0
  for (let i = 0; i < lengthA; i++) {
    const unit = a.charCodeAt(i)
    const from = i > window ? i - window : 0
    const to = i + window + 1
    const near = (to > 31 ? -1 : (1 << to) - 1) & (-1 << from)
    const places = signs >= 128 ? placesAmong(unit, lengthB) : unit < 128 ? placesOf[unit]! : 0
    const free = places & near & ~taken
    if (free === 0) continue
    taken |= free & -free
    matched[matches++] = unit
  }
  if (signs < 128) for (let j = 0; j < lengthB; j++) placesOf[unitsOfB[j]!] = 0
  if (matches === 0) return 0
  let outOfOrder = 0
  for (let at = 0, rest = taken; rest !== 0; rest &= rest - 1)
    if (matched[at++] !== unitsOfB[31 - Math.clz32(rest & -rest)]) outOfOrder++
  return (matches / lengthA + matches / lengthB + (matches - (outOfOrder >> 1)) / matches) / 3
}

function placesAmong(unit: number, length: number): number {
  let places = 0
  for (let j = 0; j < length; j++) if (unitsOfB[j] === unit) places |= 1 << j
  return places
}

const rows = [new Int32Array(520), new Int32Array(520), new Int32Array(520)] as const

/**
 * Damerau-Levenshtein in its restricted form (optimal string alignment): insert, delete, replace, or swap two
 * neighbours, and no part is edited twice, so `ca` to `abc` is 3. Gives `limit + 1` as soon as `limit` is exceeded.
 */
export function damerauLevenshtein(a: string, b: string, limit = 512): number {
  if (a === b) return 0
  let lengthA = Math.min(a.length, 512)
  let lengthB = Math.min(b.length, 512)
  if (Math.abs(lengthA - lengthB) > limit) return limit + 1
  // What both begin or end with needs no edit.
  let start = 0
  const shorter = Math.min(lengthA, lengthB)
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (lengthA > start && lengthB > start && a.charCodeAt(lengthA - 1) === b.charCodeAt(lengthB - 1)) {
    lengthA--
    lengthB--
  }
  lengthA -= start
  lengthB -= start
  if (lengthA === 0 || lengthB === 0) return Math.min(lengthA + lengthB, limit + 1)
  let [before, above, row]: [Int32Array, Int32Array, Int32Array] = [rows[0], rows[1], rows[2]]
  for (let j = 0; j <= lengthB; j++) above[j] = j
  for (let i = 1; i <= lengthA; i++) {
    // Places that lie further apart than the limit can't be reached within it.
    const from = Math.max(1, i - limit)
    const to = Math.min(lengthB, i + limit)
    row[from - 1] = from === 1 ? i : limit + 1
    if (to < lengthB) row[to + 1] = limit + 1
    let best = row[from - 1]!
    const unit = a.charCodeAt(start + i - 1)
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(start + j - 1)
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (unit === other ? 0 : 1))
      if (i > 1 && j > 1 && unit === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === other) {
        cost = Math.min(cost, before[j - 2]! + 1)
      }
      row[j] = cost
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    const spare = before
    before = above
    above = row
    row = spare
  }
  return Math.min(above[lengthB]!, limit + 1)
}

/** True when one insertion, deletion, replacement or swap of neighbours turns one text into the other; false for equal ones. */
export function isOneEdit(a: string, b: string): boolean {
  let endA = a.length
  let endB = b.length
  if (endA - endB > 1 || endB - endA > 1) return false
  let start = 0
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  const restA = endA - start
  const restB = endB - start
  if (restA + restB === 0) return false
  if (restA <= 1 && restB <= 1) return true
  return (
    restA === 2 &&
    restB === 2 &&
    a.charCodeAt(start) === b.charCodeAt(start + 1) &&
    a.charCodeAt(start + 1) === b.charCodeAt(start)
  )
}

/** One edit apart, in texts that are long enough for it to be a slip. */
export const oneSlip = (a: string, b: string): boolean => Math.min(a.length, b.length) >= 4 && isOneEdit(a, b)
