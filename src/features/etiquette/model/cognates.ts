const SHORTEST = 7
const TOLD_BY = 6
const LOOKED_AT = 24

/**
 * How a long word sounds in any of the six languages, without its vowels' colour and its ending: “accordion”, “Akkordeon” and “acordeón”
 * are one. Empty for short words, which are alike by chance.
 */
export function cognateOf(folded: string): string {
  if (folded.length < SHORTEST || /\d/.test(folded)) return ''
  const sound = folded
    .slice(0, LOOKED_AT)
    .replace(/ph/g, 'f')
    .replace(/[ck]h|qu|ck|[cq]/g, 'k')
    .replace(/th/g, 't')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/z/g, 's')
    .replace(/([a-z])\1/g, '$1')
    .replace(/[aeiouy]+/g, 'a')
  return sound.length >= TOLD_BY ? sound.slice(0, TOLD_BY) : ''
}
