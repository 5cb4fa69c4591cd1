/** Always the same numbers. */
export function numbersFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Family = { language: string; line: string; jobTalk: boolean; slots: ReadonlyMap<string, readonly string[]> }

/** Reads a page of families: slots first, then one family a line. */
export function readFamilies(language: string, page: string): Family[] {
  const slots = new Map<string, readonly string[]>()
  const found: Family[] = []
  for (const line of page.split('\n')) {
    const slot = /^([A-Z]+) = (.+)$/.exec(line)
    if (slot) slots.set(slot[1] ?? '', (slot[2] ?? '').split(' | '))
    else if (/^[+-] /.test(line)) found.push({ language, line: line.slice(2), jobTalk: line.startsWith('+'), slots })
  }
  return found
}

const COMPANIES = [
  'Greenfield',
  'Meridian',
  'Acme',
  'Northbank',
  'Halden',
  'Brookside',
  'Koster',
  'Almeida',
  'Vanderberg',
  'Sainte-Anne',
]

/** One sentence of a family. */
export function write(family: Family, random: () => number): string {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const syllables = () =>
    Array.from(
      { length: 2 + Math.floor(random() * 2) },
      () => `${pick([...'bdfgklmnprst'])}${pick([...'aeiou'])}`,
    ).join('')
  const fill = (name: string): string => {
    if (name === 'LINK') return syllables()
    if (name === 'NUM') return String(Math.floor(random() * 900) + 1)
    if (name === 'COMPANY') return pick(COMPANIES) ?? ''
    const slot = family.slots.get(name)
    if (!slot) throw new Error(`${family.language}: no slot ${name} in “${family.line}”`)
    return pick(slot) ?? ''
  }
  let text = family.line
  for (let depth = 0; depth < 6 && text.includes('('); depth++)
    text = text.replace(/\(([^()]*)\)/g, (_, inside: string) => pick(inside.split('|')) ?? '')
  text = text.replace(/\{([A-Z]+)\}/g, (_, name: string) => fill(name))
  text = text.replace(/ {2,}/g, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const TEXTING: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\byou\b/gi, 'u'],
    [/\byour\b/gi, 'ur'],
    [/\bare\b/gi, 'r'],
    [/\bplease\b/gi, 'pls'],
    [/\bpeople\b/gi, 'ppl'],
    [/\bgoing to\b/gi, 'gonna'],
    [/\bwant to\b/gi, 'wanna'],
    [/'/g, ''],
  ],
  de: [
    [/\b(hab)e\b/gi, '$1'],
    [/\bnicht\b/gi, 'ned'],
    [/\beinen?\b/gi, 'nen'],
  ],
  fr: [
    [/\bqu'/gi, 'k '],
    [/\bc'est\b/gi, 'c'],
    [/\bt'as\b/gi, 'ta'],
    [/\bpour\b/gi, 'pr'],
  ],
  es: [
    [/\bque\b/gi, 'q'],
    [/\bpor\b/gi, 'x'],
    [/[¿¡]/g, ''],
  ],
  pt: [
    [/\bvocê\b/gi, 'vc'],
    [/\btambém\b/gi, 'tb'],
    [/\bque\b/gi, 'q'],
  ],
  nl: [
    [/\bhet\b/gi, "'t"],
    [/\been\b/gi, "'n"],
    [/\bjij\b/gi, 'je'],
  ],
}

/** The same sentence as people type it: small letters, no stop, text-speak, a slip, no accents. */
export function mistype(text: string, language: string, random: () => number): string {
  let typed = text
  if (random() < 0.35) typed = typed.toLowerCase()
  if (random() < 0.3) typed = typed.replace(/[.!]$/, '')
  if (random() < 0.12) typed = typed.replace(/\?$/, '')
  if (random() < 0.15) for (const [pattern, put] of TEXTING[language] ?? []) typed = typed.replace(pattern, put)
  if (random() < 0.2) typed = typed.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  if (random() < 0.2) {
    const words = typed.split(' ')
    const at = Math.floor(random() * words.length)
    const word = words[at] ?? ''
    const cut = 1 + Math.floor(random() * Math.max(1, word.length - 3))
    if (/^[\p{L}]{5,}$/u.test(word))
      words[at] =
        random() < 0.5
          ? word.slice(0, cut) + word.charAt(cut + 1) + word.charAt(cut) + word.slice(cut + 2)
          : word.slice(0, cut) + word.slice(cut + 1)
    typed = words.join(' ')
  }
  if (random() < 0.12) typed += [' 🙂', ' 😉', ' 🙏', ' 🔥', ' 😂'][Math.floor(random() * 5)]
  return typed
}
