import { splitSentences, splitWords } from '../text.ts'
import type { Reading } from '../types.ts'
import { clausesOf, type Said, saidIn, unitsOf } from './said.ts'
import { isOtherwise, sharedBy } from './turned-round.ts'

/** So much must be shared, or the words quoted are about something else. */
const ENOUGH = 2
/** One that says otherwise goes before one that shares as much. */
const OTHERWISE = 0.5

export type SaidInstead = { reading: Reading; words: string }

/** What the readings say where a claim says otherwise: the clause of theirs that is nearest to it. */
export function saysInstead(claimed: string, readings: readonly Reading[]): SaidInstead | undefined {
  const claims = splitSentences(claimed)
    .flatMap(sentence => [sentence, ...clausesOf(sentence, 8)])
    .map(saidIn)
  let nearest: SaidInstead | undefined
  let most = 0
  for (const reading of readings)
    for (const unit of unitsOf(reading)) {
      const near = Math.max(0, ...claims.map(claim => nearness(claim, unit)))
      const words = unit.clause.text.trim()
      if (near < ENOUGH || near < most || words.replace(/\.$/, '') === reading.title) continue
      if (near === most && nearest && words.length >= nearest.words.length) continue
      nearest = { reading, words }
      most = near
    }
  return nearest
}

const nearness = (claim: Said, unit: Said): number =>
  sharedBy(claim, unit, true) + (isOtherwise(claim, unit) ? OTHERWISE : 0)

/** So many words fit in a reason beside the others. */
const MOST = 10

/** As much of it as fits in a reason. */
export function shortened(words: string): string {
  const all = splitWords(words)
  const last = all[MOST - 1]
  return all.length > MOST && last ? `${words.slice(0, last.end)}…` : words.replace(/[\s.,;:]+$/, '')
}
