/** A message to learn from: its sentences, each as the numbers of its traits. */
export type Lesson = { sentences: readonly (readonly number[])[]; jobTalk: boolean; weight: number }

export type Learnt = { weights: Float64Array; bias: number; pairBias: number }

/** `dropped`: the share of traits not seen in a step, so that none carries a sentence alone; `slow`: how slowly words as such are learnt. */
type Settings = { rounds: number; rate: number; decay: number; innocent: number; dropped: number; slow: number }

const sum = (weights: Float64Array, traits: readonly number[]) => {
  let total = 0
  for (const trait of traits) total += weights[trait] ?? 0
  return total
}

/** The sentence, or the two together, that is job talk most. */
export function best(model: Learnt, sentences: Lesson['sentences']): { score: number; from: number; to: number } {
  let found = { score: Number.NEGATIVE_INFINITY, from: 0, to: 0 }
  let before = 0
  for (const [i, traits] of sentences.entries()) {
    const alone = sum(model.weights, traits)
    if (alone + model.bias > found.score) found = { score: alone + model.bias, from: i, to: i + 1 }
    if (i > 0 && alone + before + model.pairBias > found.score)
      found = { score: alone + before + model.pairBias, from: i - 1, to: i + 1 }
    before = alone
  }
  return found
}

/**
 * Logistic regression by steps that shrink per trait. A message is job talk when its best sentence is, so of such a message
 * only the sentence that the model holds for the likeliest is learnt; of an innocent one, the one that looks most like it.
 */
export function learn(
  lessons: readonly Lesson[],
  traits: number,
  settings: Settings,
  isWord: (trait: number) => boolean,
  shuffle: () => number,
): Learnt {
  const model: Learnt = { weights: new Float64Array(traits), bias: -0.5, pairBias: -0.8 }
  const squares = new Float64Array(traits + 2).fill(1e-3)
  const step = (at: number, gradient: number) => {
    squares[at] = (squares[at] ?? 0) + gradient * gradient
    return (settings.rate * gradient) / Math.sqrt(squares[at] ?? 1)
  }
  const order = lessons.map((_, i) => i)
  for (let round = 0; round < settings.rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(shuffle() * (i + 1))
      const swapped = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = swapped
    }
    for (const at of order) {
      const lesson = lessons[at]
      if (!lesson) continue
      const sentences =
        settings.dropped === 0
          ? lesson.sentences
          : lesson.sentences.map(traits => traits.filter(() => shuffle() >= settings.dropped))
      const { score, from, to } = best(model, sentences)
      const guess = 1 / (1 + Math.exp(-score))
      const weight = lesson.weight * (lesson.jobTalk ? 1 : settings.innocent)
      const error = (guess - (lesson.jobTalk ? 1 : 0)) * weight
      if (Math.abs(error) < 1e-3) continue
      for (let i = from; i < to; i++)
        for (const trait of sentences[i] ?? []) {
          const old = model.weights[trait] ?? 0
          model.weights[trait] = old - step(trait, error + settings.decay * old) * (isWord(trait) ? settings.slow : 1)
        }
      if (to - from === 1) model.bias -= step(traits, error)
      else model.pairBias -= step(traits + 1, error)
    }
  }
  return model
}
