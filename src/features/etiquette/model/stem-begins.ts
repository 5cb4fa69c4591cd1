// A letter of the alphabet, or anything else.
const SIGNS = 27
const signAt = (word: string, at: number): number => {
  const code = word.charCodeAt(at)
  return code > 96 && code < 123 ? code - 96 : 0
}
const threeAt = (word: string, at: number): number =>
  (signAt(word, at) * SIGNS + signAt(word, at + 1)) * SIGNS + signAt(word, at + 2)

/**
 * Tells of a stretch of a folded word, from `at` to anywhere four or more letters behind it, whether its stem may be one of these: a stem
 * is how its word begins, but for “ge-” and what an apostrophe cuts off. It may say yes of others, never no of one of them.
 */
export function beginsOf(stems: Iterable<string>): (word: string, at: number) => boolean {
  const short = new Uint8Array(SIGNS ** 3)
  const long = new Uint8Array(SIGNS ** 4)
  for (const stem of stems) {
    // Of two letters, the second was doubled in its word: “egg”.
    if (stem.length < 4) short[threeAt(stem.length === 2 ? stem + stem.charAt(1) : stem, 0)] = 1
    else long[threeAt(stem, 0) * SIGNS + signAt(stem, 3)] = 1
  }
  return (word, at) => {
    const three = threeAt(word, at)
    if (short[three] === 1 || long[three * SIGNS + signAt(word, at + 3)] === 1) return true
    return (word.charCodeAt(at) === 103 && word.charCodeAt(at + 1) === 101) || word.includes("'")
  }
}
