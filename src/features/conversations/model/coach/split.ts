import { splitSentences, splitWords } from '#features/etiquette/model.ts'
import { GREETING, TURN } from './words.ts'

const mostParts = 4
const leastThought = 24

const stemOf = (word: string) => word.slice(0, 5)
const matterOf = (text: string) =>
  new Set(
    splitWords(text)
      .filter(word => word.folded.length >= 4)
      .map(word => stemOf(word.folded)),
  )
const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some(stem => b.has(stem))
// What points back belongs to the sentence before it.
const POINTS_BACK =
  /^(?:and|but|so|because|that|this|it|they|he|she|then|which|or|und|aber|also|weil|das|dies|es|denn|dann|oder|et|mais|donc|ça|cela|c['’]est|il|elle|y|pero|eso|esto|porque|e|mas|isso|en|maar|dat)(?![\p{L}])/iu

/** The thoughts of a draft, each a message of its own; one when it is one thought. Together they are the draft. */
export function splitThoughts(draft: string): string[] {
  const paragraphs = draft
    .split(/\n{2,}/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const parts = paragraphs.flatMap(cut)
  const whole = [...parts]
  // A greeting is no thought, and the last ones stay together when there are too many.
  while (whole.length > 1 && isSmall(whole[0] ?? '')) whole.splice(0, 2, `${whole[0]} ${whole[1]}`)
  while (whole.length > mostParts) whole.splice(-2, 2, `${whole.at(-2)} ${whole.at(-1)}`)
  return whole
}

const isSmall = (part: string) => part.length < leastThought && (GREETING.test(`${part}\n`) || !/[.!?…]$/.test(part))

function cut(paragraph: string): string[] {
  const sentences = splitSentences(paragraph)
  const found: { text: string; matter: Set<string>; asks: boolean }[] = []
  sentences.forEach((sentence, index) => {
    const start = sentence.start
    const end = sentences[index + 1]?.start ?? paragraph.length
    const text = paragraph.slice(start, end).trim()
    const matter = matterOf(sentence.text)
    const last = found.at(-1)
    const turns = TURN.test(text)
    const back = POINTS_BACK.test(text)
    const asked = last?.asks ?? false
    const fresh = last !== undefined && last.text.length >= leastThought && !shares(matter, last.matter)
    if (last === undefined || turns || (fresh && !back && asked) || (fresh && !back && last.text.length > 120)) {
      found.push({ text, matter, asks: text.endsWith('?') })
      return
    }
    last.text = `${last.text} ${text}`
    for (const stem of matter) last.matter.add(stem)
    last.asks = text.endsWith('?')
  })
  return found.map(each => each.text)
}
