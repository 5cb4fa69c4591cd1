import type { LiveModel } from './live.ts'
import { defaultModel } from './live.ts'

/** What a look through everyone taught: bits by fact and degree of agreement, from "different" up. */
export type LearnedModel = {
  prior: number
  facts: { fact: string; degrees: { degree: number; weight: number }[] }[]
}

/** The learned weights for the match of one profile; the usual ones where nothing was learned. */
export function liveModelOf(learned: LearnedModel | undefined): LiveModel {
  if (!learned) return defaultModel
  const weights = { ...defaultModel.weights }
  for (const meaning of Object.keys(weights) as (keyof LiveModel['weights'])[]) {
    const found = learned.facts.find(({ fact }) => fact === meaning)
    if (!found) continue
    const list = [0]
    for (const { degree, weight } of found.degrees) list[degree] = weight
    // A conflict that settles the matter stays one, whatever a small workspace has seen.
    const usual = defaultModel.weights[meaning]
    weights[meaning] = usual.map((weight, level) => (weight <= -50 ? weight : (list[level] ?? weight)))
  }
  return { prior: defaultModel.prior, weights }
}
