const SHORTEST = 7
const TOLD_BY = 6
const LOOKED_AT = 24

const [C = 0, F = 0, H = 0, K = 0, P = 0, Q = 0, S = 0, T = 0, U = 0, V = 0, W = 0, X = 0, Z = 0] = Array.from(
  'cfhkpqstuvwxz',
  letter => letter.charCodeAt(0),
)

const isDigit = (code: number): boolean => code > 47 && code < 58

/** One letter a time; as sounds are compared only within the six languages, spelling tells enough of them. */
const sounds = new Uint16Array(LOOKED_AT * 2)

/** Into `sounds`: letters that sound alike as one. How many there are. */
function spell(folded: string): number {
  const end = Math.min(folded.length, LOOKED_AT)
  let count = 0
  for (let i = 0; i < end; i++) {
    const letter = folded.charCodeAt(i)
    const next = i + 1 < end ? folded.charCodeAt(i + 1) : 0
    switch (letter) {
      case P:
        sounds[count++] = next === H ? F : P
        if (next === H) i++
        break
      case C:
      case Q:
        sounds[count++] = K
        if (letter === Q ? next === U : next === H || next === K) i++
        break
      case K:
        sounds[count++] = K
        if (next === H) i++
        break
      case T:
        sounds[count++] = T
        if (next === H) i++
        break
      case X:
        sounds[count++] = K
        sounds[count++] = S
        break
      case W:
        sounds[count++] = V
        break
      case Z:
        sounds[count++] = S
        break
      default:
        sounds[count++] = letter
    }
  }
  return count
}

const isVowel = (code: number): boolean => {
  switch (code) {
    case 97:
    case 101:
    case 105:
    case 111:
    case 117:
    case 121:
      return true
    default:
      return false
  }
}

/**
 * How a long word sounds in any of the six languages, without its vowels' colour and its ending: “accordion”, “Akkordeon” and “acordeón”
 * are one. Empty for short words, which are alike by chance.
 */
export function cognateOf(folded: string): string {
  if (folded.length < SHORTEST) return ''
  for (let i = 0; i < folded.length; i++) if (isDigit(folded.charCodeAt(i))) return ''
  const count = spell(folded)
  let told = 0
  let inVowels = false
  for (let i = 0; i < count && told < TOLD_BY; i++) {
    const code = sounds[i] ?? 0
    // Two of a letter are one.
    if (i + 1 < count && sounds[i + 1] === code && code > 96 && code < 123) i++
    const vowel = isVowel(code)
    // What was told is behind what is still to be: nothing is overwritten.
    if (!vowel) sounds[told++] = code
    else if (!inVowels) sounds[told++] = 97
    inVowels = vowel
  }
  if (told < TOLD_BY) return ''
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = sounds
  return String.fromCharCode(a, b, c, d, e, f)
}
