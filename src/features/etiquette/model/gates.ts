import type { Spelling } from './spelling.ts'

/** A bit of `Spelling.gates`. */
export type Gate = number

const patterns: RegExp[] = []

/** Of a pattern that tells from a single folded word whether another one may match where it stands. At most thirty. */
export function gateOf(pattern: RegExp): Gate {
  patterns.push(pattern)
  return 1 << patterns.length
}

/** The lowest bit says that the others were worked out. */
function open(spelling: Spelling): number {
  let gates = 1
  for (const [i, pattern] of patterns.entries()) if (pattern.test(spelling.folded)) gates |= 2 << i
  spelling.gates = gates
  return gates
}

/** Whether any of the words lets the pattern behind the gate match at all. */
export function isOpen(gate: Gate, words: readonly { spelling: Spelling }[]): boolean {
  for (let i = 0; i < words.length; i++) {
    const spelling = words[i]?.spelling
    if (spelling && ((spelling.gates || open(spelling)) & gate) !== 0) return true
  }
  return false
}
