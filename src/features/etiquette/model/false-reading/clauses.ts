import { placesOf, type Sentence } from '../text.ts'

const JOINT = /[,;:()]\s| - | and (?=we |i |our |my )| but /g

/** The parts of a sentence between its commas and joints. */
export function clausesOf(sentence: Sentence): { text: string; folded: string }[] {
  const parts: { text: string; folded: string }[] = []
  let from = 0
  for (const [to] of placesOf(JOINT, sentence.folded)) {
    parts.push({ text: sentence.text.slice(from, to), folded: sentence.folded.slice(from, to) })
    from = to
  }
  parts.push({ text: sentence.text.slice(from), folded: sentence.folded.slice(from) })
  return parts
}
