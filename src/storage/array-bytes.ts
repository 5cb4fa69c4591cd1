type Kind = 'uuid' | 'text' | 'jsonb' | 'smallint' | 'timestamptz' | 'tsvector'

/**
 * A lexeme and the places where it stands, each with its weight in the two highest of its 16 bits; places ascend. One place, which most
 * have, is a bare number: a list for each is what the garbage collector would be busy with.
 */
export type Lexemes = ReadonlyMap<string, number | readonly number[]>

type Element<K extends Kind> = K extends 'smallint'
  ? number
  : K extends 'timestamptz'
    ? Date
    : K extends 'tsvector'
      ? Lexemes
      : string

/** PostgreSQL's own numbers of these types: the same in every version. */
const typeNumbers: Record<Kind, number> = {
  uuid: 2950,
  text: 25,
  jsonb: 3802,
  smallint: 21,
  timestamptz: 1184,
  tsvector: 3614,
}

const bytesPerChar = 3
/** Words up to this are written letter by letter, which is quicker than a call. */
const letterByLetter = 24
const secondsTo2000 = 946_684_800
const jsonbVersion = 1

/** The header: dimensions, whether nulls may come, the type; then, unless it is empty, how many and from which number on. */
const emptyBytes = 12
const countAt = 12

class Writer {
  bytes: Buffer
  at = 0

  constructor(expected: number) {
    this.bytes = Buffer.allocUnsafe(expected)
  }

  /** Room for `more` bytes. */
  reserve(more: number): void {
    if (this.at + more <= this.bytes.length) return
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + more))
    this.bytes.copy(grown, 0, 0, this.at)
    this.bytes = grown
  }

  int32(value: number): void {
    this.reserve(4)
    this.at = this.bytes.writeInt32BE(value, this.at)
  }

  int16(value: number): void {
    this.reserve(2)
    this.bytes[this.at++] = value >> 8
    this.bytes[this.at++] = value
  }

  /** UTF-8 without what PostgreSQL does not store: NUL, and halves of a surrogate pair. */
  text(value: string): void {
    this.reserve(value.length * bytesPerChar)
    const { bytes } = this
    const start = this.at
    if (value.length > letterByLetter) {
      this.at = start + bytes.write(value.includes('\u0000') ? value.replaceAll('\u0000', '') : value, start)
      return
    }
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index)
      if (unit === 0 || unit > 0x7f) {
        this.at =
          start + bytes.write(unit === 0 || value.includes('\u0000') ? value.replaceAll('\u0000', '') : value, start)
        return
      }
      bytes[start + index] = unit
    }
    this.at = start + value.length
  }

  uuid(value: string): void {
    this.reserve(16)
    for (let index = 0; index < value.length; index += 2) {
      if (value.charCodeAt(index) === 0x2d) index++
      this.bytes[this.at++] = (nibble(value.charCodeAt(index)) << 4) | nibble(value.charCodeAt(index + 1))
    }
  }
}

/** Of a hexadecimal digit, in either case. */
const nibble = (unit: number) => (unit & 0xf) + (unit >> 6) * 9

function writeLexemes(to: Writer, lexemes: Lexemes): void {
  to.int32(lexemes.size)
  // Unlike a loop over its entries this makes none of them.
  lexemes.forEach((places, lexeme) => {
    to.text(lexeme)
    to.reserve(1)
    to.bytes[to.at++] = 0
    if (typeof places === 'number') {
      to.int16(1)
      to.int16(places)
      return
    }
    to.int16(places.length)
    for (const place of places) to.int16(place)
  })
}

const writers: { [K in Kind]: (to: Writer, value: Element<K>) => void } = {
  uuid: (to, value) => to.uuid(value),
  text: (to, value) => to.text(value),
  jsonb: (to, value) => {
    to.reserve(1)
    to.bytes[to.at++] = jsonbVersion
    to.text(value)
  },
  smallint: (to, value) => to.int16(value),
  timestamptz: (to, value) => {
    // Microseconds, which whole numbers hold exactly.
    const sinceThen = (value.getTime() - secondsTo2000 * 1000) * 1000
    const high = Math.floor(sinceThen / 2 ** 32)
    to.int32(high)
    to.int32((sinceThen - high * 2 ** 32) | 0)
  },
  tsvector: writeLexemes,
}

/** An array as `arrayBytes` gives, made value by value, so that none of them need be kept. */
export class ArrayWriter<K extends Kind> {
  readonly #to: Writer
  readonly #write: (to: Writer, value: Element<K>) => void
  #count = 0

  constructor(kind: K, expected = 1 << 16) {
    this.#to = new Writer(expected)
    this.#write = writers[kind]
    for (const value of [1, 1, typeNumbers[kind], 0, 1]) this.#to.int32(value)
  }

  add(value: Element<K> | null | undefined): void {
    this.#count++
    const to = this.#to
    if (value === null || value === undefined) {
      to.int32(-1)
      return
    }
    to.int32(0)
    const start = to.at
    this.#write(to, value)
    to.bytes.writeInt32BE(to.at - start, start - 4)
  }

  /** Nothing can be added afterwards. */
  end(): Buffer {
    const { bytes, at } = this.#to
    if (this.#count === 0) {
      // No dimension at all.
      bytes.writeInt32BE(0, 0)
      return bytes.subarray(0, emptyBytes)
    }
    bytes.writeInt32BE(this.#count, countAt)
    return bytes.subarray(0, at)
  }
}

/** As much as is needed, or near it: memory that is grown step by step is asked for twice, and copied. */
function expectedBytes(values: readonly unknown[]): number {
  let chars = 0
  let most = 0
  for (const value of values) {
    if (typeof value !== 'string') continue
    chars += value.length
    if (value.length > most) most = value.length
  }
  return 32 + values.length * 12 + chars + most * bytesPerChar
}

/**
 * An array for a parameter of exactly that type (`::text[]`, `::uuid[]` …), in the form the server keeps: a column of a statement that
 * writes many rows. Much cheaper on both sides than text or JSON.
 */
export function arrayBytes<K extends Kind>(kind: K, values: readonly (Element<K> | null | undefined)[]): Buffer {
  const to = new ArrayWriter(kind, expectedBytes(values))
  for (const value of values) to.add(value)
  return to.end()
}
