import { bitCount, letterSet } from './shortcuts.ts'

/** What must hold for two texts to be more than "different". */
export type Quick = {
  /** No pair below this Jaro-Winkler similarity is more than different, unless it shares a mark. */
  similarity: number
  /** Texts without a common mark have nothing else in common; by default the words of three letters and more. */
  marks?: (value: string) => readonly string[]
}

const stride = 4

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
  // Signature, letters, length and first letter of a value side by side, so that one look into the memory brings all of them.
  const kept = new Int32Array(size * stride)
  for (let code = 1; code < size; code++) {
    const value = values[code]!
    let signature = 0
    for (const mark of marks(value)) signature |= 1 << (hashOf(mark) & 31)
    const at = code * stride
    kept[at] = signature
    kept[at + 1] = letterSet(value)
    kept[at + 2] = Math.min(value.length, 512)
    kept[at + 3] = value.charCodeAt(0)
  }
  // With a common first letter Winkler adds at most four tenths of what Jaro leaves open.
  const bareMinimum = (similarity - 0.4) / 0.6
  return (one, other) => {
    const a = one * stride
    const b = other * stride
    if ((kept[a]! & kept[b]!) !== 0) return false
    const inA = kept[a + 1]!
    const inB = kept[b + 1]!
    const lengthA = kept[a + 2]!
    const lengthB = kept[b + 2]!
    const matches = Math.min(lengthA - bitCount(inA & ~inB), lengthB - bitCount(inB & ~inA))
    if (matches <= 0) return true
    const jaro = (matches / lengthA + matches / lengthB + 1) / 3
    return jaro < (kept[a + 3] === kept[b + 3] ? bareMinimum : similarity)
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
