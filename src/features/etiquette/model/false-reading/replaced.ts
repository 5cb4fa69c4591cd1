import { speaksOf } from '../reading.ts'
import { splitWords, writtenIn } from '../text.ts'
import type { Reading } from '../types.ts'
import { factsOf } from '../word-facts.ts'
import { saysAmount } from './amounts.ts'

// Before the name of a thing.
const BEFORE_A_THING = new Set(
  (
    'the a an your his her their its ' +
    'der die das den dem des ein eine einen einem eines dein deine ihr ihre ' +
    'le la les un une des du ton ta votre ' +
    'el los las una unos unas del al tu su ' +
    'o os as um uma uns umas do da dos das no na seu sua ' +
    'de het een je'
  ).split(' '),
)

/** Where a claim ends and what is added to it begins. */
const TAIL = /[,:;(]\s|\s[-–—]\s/

/** “Classes of piano”, of a text that speaks of the same classes and of no piano: one thing stands where another stood. */
export function replacedThing(said: string, reading: Reading): string | undefined {
  const head = said.split(TAIL)[0] ?? said
  const words = splitWords(head)
  let known = 0
  let other = 0
  let thing: string | undefined
  for (const [i, word] of words.entries()) {
    const { parts, number } = factsOf(word)
    if (parts.length === 0 || number !== undefined) continue
    if (speaksOf(reading, word) || saysAmount(reading, head, word.start)) known++
    else if (thing === undefined && word.folded.length > 2 && BEFORE_A_THING.has(words[i - 1]?.folded ?? ''))
      thing = writtenIn(head, word)
    else other++
  }
  return thing !== undefined && known >= 2 && other === 0 ? thing : undefined
}
