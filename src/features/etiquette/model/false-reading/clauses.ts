import type { Sentence } from '../text.ts'

/** The parts of a sentence between its commas and joints. */
export function clausesOf(sentence: Sentence): { text: string; folded: string }[] {
  const parts: { text: string; folded: string }[] = []
  let from = 0
  for (const cut of sentence.folded.matchAll(/[,;:()]\s| - | and (?=we |i |our |my )| but /g)) {
    parts.push({ text: sentence.text.slice(from, cut.index), folded: sentence.folded.slice(from, cut.index) })
    from = cut.index
  }
  parts.push({ text: sentence.text.slice(from), folded: sentence.folded.slice(from) })
  return parts
}
