const special: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ĸ: 'k',
  ŋ: 'n',
}

/** Lower case, no diacritics, every run of other signs one space. Letters of all scripts stay. */
export function fold(text: string): string {
  if (/^[a-z0-9]+$/.test(text)) return text
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþıħŧĸŋ]/g, letter => special[letter] ?? letter)
    .replace(/[’'`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words that stand for "nothing known" in exports; such a cell counts as empty. */
const nothing = new Set([
  '',
  'na',
  'nan',
  'null',
  'none',
  'nil',
  'unknown',
  'n a',
  'not known',
  'undefined',
  'missing',
  'unbekannt',
  'inconnu',
  'desconocido',
])

export function isNothing(folded: string): boolean {
  return nothing.has(folded)
}

const soundPairs: [RegExp, string][] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^mac/, 'mc'],
  [/(sch|tsch|tch|sh|ch|cz|sz|ti(?=o))/g, 'x'],
  [/(ph|pf|v|w)/g, 'f'],
  [/(ck|qu|gh|kh|q|c(?=[aou]|$|[^eiyhk])|g)/g, 'k'],
  [/(th|dt|d)/g, 't'],
  [/(ts|tz|z|c)/g, 's'],
  [/p/g, 'b'],
  [/(x)/g, 'x'],
  [/m/g, 'n'],
]

/**
 * A rough sound key for European names: the first sound, then consonants grouped by where they are spoken. Wider
 * than Soundex on spelling, narrower on length; other scripts keep their letters.
 */
export function soundKey(folded: string): string {
  const first = folded.replace(/ /g, '')
  let key = first
  for (const [pattern, sound] of soundPairs) key = key.replace(pattern, sound)
  const head = /^[aeiouyhj]/.test(key) ? 'a' : key.slice(0, 1)
  key = head + key.slice(1).replace(/[aeiouyhj]+/g, '')
  return key.replace(/(.)\1+/g, '$1').slice(0, 6)
}
