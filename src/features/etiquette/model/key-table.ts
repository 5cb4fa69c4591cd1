/** A number made of the letters of a key; never 0. */
export const hashOf = (key: string): number => hashAt(key, 0, key.length)

/** The same of a stretch of a word. */
function hashAt(word: string, start: number, end: number): number {
  let mixed = 0
  for (let i = start; i < end; i++) mixed = (Math.imul(mixed, 31) + word.charCodeAt(i)) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  return mixed ^ (mixed >>> 13) || 1
}

/**
 * Keys and a number for each, found by a hash that is worked out once for all texts, where a map would work it out from text to text.
 * `hashes`: 0 where no key stands.
 */
export type KeyTable = { hashes: number[]; keys: string[]; values: number[]; size: number }

/** With room for about so many keys; it grows. */
export function tableFor(about: number): KeyTable {
  const places = 2 ** Math.ceil(Math.log2(2 * about + 8))
  return {
    hashes: new Array<number>(places).fill(0),
    keys: new Array<string>(places).fill(''),
    values: new Array<number>(places).fill(0),
    size: 0,
  }
}

/** The number of a key; 0 where it doesn't stand. */
export function valueFor({ hashes, keys, values }: KeyTable, key: string, hash: number): number {
  const last = hashes.length - 1
  for (let place = hash & last; hashes[place] !== 0; place = (place + 1) & last)
    if (hashes[place] === hash && keys[place] === key) return values[place] ?? 0
  return 0
}

/** The same of a stretch of a word as a key. */
export function valueAt({ hashes, keys, values }: KeyTable, word: string, start: number, end: number): number {
  const last = hashes.length - 1
  const hash = hashAt(word, start, end)
  for (let place = hash & last; hashes[place] !== 0; place = (place + 1) & last) {
    if (hashes[place] !== hash) continue
    const key = keys[place] ?? ''
    if (key.length === end - start && word.startsWith(key, start)) return values[place] ?? 0
  }
  return 0
}

/** The place of a key, which is put there if it stands nowhere yet. */
export function placeFor(table: KeyTable, key: string, hash: number): number {
  if (3 * table.size > 2 * table.hashes.length) grow(table)
  const { hashes, keys } = table
  const last = hashes.length - 1
  let place = hash & last
  for (; hashes[place] !== 0; place = (place + 1) & last)
    if (hashes[place] === hash && keys[place] === key) return place
  hashes[place] = hash
  keys[place] = key
  table.size++
  return place
}

function grow(table: KeyTable): void {
  const { hashes, keys, values } = table
  const [hadHashes, hadKeys, hadValues] = [[...hashes], [...keys], [...values]]
  for (const column of [hashes, values]) {
    for (let i = hadHashes.length; i > 0; i--) column.push(0)
    column.fill(0)
  }
  for (let i = hadHashes.length; i > 0; i--) keys.push('')
  table.size = 0
  for (const [i, hash] of hadHashes.entries())
    if (hash !== 0) values[placeFor(table, hadKeys[i] ?? '', hash)] = hadValues[i] ?? 0
}
