/** No i, l, o, u: nobody mistakes one letter for another, and no word comes up. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** Bits enough that nobody guesses one in the time it counts. */
export const codeBytes = 10

/** `kith-` and sixteen letters, five bits each: fits the start link of a bot and is read aloud without trouble. */
export function codeFrom(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{5}/g) ?? []
  return `kith-${groups.map(group => letters[Number.parseInt(group, 2)]).join('')}`
}

const code = /(?<![0-9a-z])kith-[0-9a-hjkmnp-tv-z]{16}(?![0-9a-z])/gi
const mostInOneText = 3

/** Codes in what somebody wrote, in small letters; a text full of them is none of ours. */
export function codesIn(text: string): string[] {
  const found = new Set([...text.matchAll(code)].map(([each]) => each.toLowerCase()))
  return found.size > mostInOneText ? [] : [...found]
}
