import { bitCount, letterSet } from './shortcuts.ts'

/** What must hold for two texts to be more than "different". */
export type Quick = {
  /** No pair below this Jaro-Winkler similarity is more than different, unless it shares a mark. */
  similarity: number
  /** Texts without a common mark have nothing else in common; by default the words of three letters and more. */
  marks?: (value: string) => readonly string[]
}

const longWords = (value: string) => (value.includes(' ') ? value.split(' ') : [value]).filter(word => word.length > 2)

/**
 * Makes a test that is true only when two values surely are different: an upper bound of Jaro-Winkler from lengths and
 * the sets of letters, and 32-bit signatures of their marks. Costs a few integer operations a pair.
 */
export function hopelessness(
  values: readonly string[],
  { similarity, marks = longWords }: Quick,
): (one: number, other: number) => boolean {
  const size = values.length
  const letters = new Int32Array(size)
  const signatures = new Int32Array(size)
  const lengths = new Uint16Array(size)
  const firsts = new Uint16Array(size)
  for (let code = 1; code < size; code++) {
    const value = values[code]!
    lengths[code] = Math.min(value.length, 512)
    firsts[code] = value.charCodeAt(0)
    letters[code] = letterSet(value)
    let signature = 0
    for (const mark of marks(value)) signature |= 1 << (hashOf(mark) & 31)
    signatures[code] = signature
  }
  // With a common first letter Winkler adds at most four tenths of what Jaro leaves open.
  const bareMinimum = (similarity - 0.4) / 0.6
  return (one, other) => {
    if ((signatures[one]! & signatures[other]!) !== 0) return false
    const lengthA = lengths[one]!
    const lengthB = lengths[other]!
    const inA = letters[one]!
    const inB = letters[other]!
    const matches = Math.min(lengthA - bitCount(inA & ~inB), lengthB - bitCount(inB & ~inA))
    if (matches <= 0) return true
    const jaro = (matches / lengthA + matches / lengthB + 1) / 3
    return jaro < (firsts[one] === firsts[other] ? bareMinimum : similarity)
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
