const SHORTEST = 7
const TOLD_BY = 6
const LOOKED_AT = 24

const isDigit = (code: number): boolean => code > 47 && code < 58

/** One letter a time; as sounds are compared only within the six languages, spelling tells enough of them. */
const sounds = new Uint16Array(LOOKED_AT * 2)

/** Into `sounds`: letters that sound alike as one. How many there are. */
function spell(folded: string): number {
  const end = Math.min(folded.length, LOOKED_AT)
  let count = 0
  for (let i = 0; i < end; i++) {
    const letter = folded.charAt(i)
    const next = i + 1 < end ? folded.charAt(i + 1) : ''
    if (letter === 'p' && next === 'h') {
      sounds[count++] = 102
      i++
    } else if (letter === 'c' || letter === 'q' || (letter === 'k' && next === 'h')) {
      sounds[count++] = 107
      if (letter === 'q' ? next === 'u' : next === 'h' || next === 'k') i++
    } else if (letter === 't' && next === 'h') {
      sounds[count++] = 116
      i++
    } else if (letter === 'x') {
      sounds[count++] = 107
      sounds[count++] = 115
    } else sounds[count++] = letter === 'w' ? 118 : letter === 'z' ? 115 : letter.charCodeAt(0)
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
  let sound = ''
  let inVowels = false
  for (let i = 0; i < count && sound.length < TOLD_BY; i++) {
    const code = sounds[i] ?? 0
    // Two of a letter are one.
    if (i + 1 < count && sounds[i + 1] === code && code > 96 && code < 123) i++
    if (!isVowel(code)) sound += String.fromCharCode(code)
    else if (!inVowels) sound += 'a'
    inVowels = isVowel(code)
  }
  return sound.length >= TOLD_BY ? sound : ''
}
