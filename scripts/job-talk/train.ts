import { clausesOf } from '#features/etiquette/model/job-talk/clauses.ts'
import { meaningNumber } from '#features/etiquette/model/job-talk/meanings.ts'
import { meaningCount, pack, WEIGHT_STEP } from '#features/etiquette/model/job-talk/packed.ts'
import { tellingWords } from '#features/etiquette/model/job-talk/traits.ts'
import type { KnownLanguage } from '#features/etiquette/model/language.ts'
import { numbersFrom } from './grammar.ts'
import { type Learnt, type Lesson, learn } from './learn.ts'
import { languages, type Message } from './lessons.ts'
import { namesOf } from './traits-by-name.ts'

export type Trained = { model: Learnt; numbers: ReadonlyMap<string, number> }

/** A trait of fewer sentences says too little. */
const FEWEST = 3

const SETTINGS = { rounds: 10, rate: 0.08, decay: 0.002, innocent: 1.2, dropped: 0.3, slow: 0.7 }

const MODELS = 4

const remembered = new Map<string, Set<string>[]>()

/** The traits of each sentence of a message, as the rules see it. */
export function traitsOf({ text, language }: Message): Set<string>[] {
  const key = `${language} ${text}`
  const known = remembered.get(key)
  if (known) return known
  const made = clausesOf(text).map(clause => namesOf(tellingWords(clause, language as KnownLanguage), language))
  remembered.set(key, made)
  return made
}

export function lessonOf(message: Message, numbers: ReadonlyMap<string, number>): Lesson {
  return {
    jobTalk: message.jobTalk,
    weight: message.from === 'cases' || message.from === 'sentences' ? 3 : 1,
    sentences: traitsOf(message).map(traits => [...traits].flatMap(name => numbers.get(name) ?? [])),
  }
}

/** Weights add up, so the mean of several models is one model: what only one of them fell for counts less. */
function meanOf(models: readonly Learnt[]): Learnt {
  const mean = (of: (model: Learnt) => number) => models.reduce((sum, model) => sum + of(model), 0) / models.length
  return {
    weights: Float64Array.from(models[0]?.weights ?? [], (_, i) => mean(model => model.weights[i] ?? 0)),
    bias: mean(model => model.bias),
    pairBias: mean(model => model.pairBias),
  }
}

/** Learns from these messages; the same every time. */
export function train(messages: readonly Message[], seed = 5): Trained {
  const count = new Map<string, number>()
  for (const message of messages)
    for (const name of new Set(traitsOf(message).flatMap(traits => [...traits])))
      count.set(name, (count.get(name) ?? 0) + 1)
  const numbers = new Map<string, number>()
  for (const [name, times] of count) if (times >= FEWEST) numbers.set(name, numbers.size)
  const words = new Set([...numbers].filter(([name]) => /^(?:word|pair) /.test(name)).map(([, number]) => number))
  const lessons = messages.map(message => lessonOf(message, numbers))
  const models = Array.from({ length: MODELS }, (_, i) =>
    learn(lessons, numbers.size, SETTINGS, trait => words.has(trait), numbersFrom(seed + i)),
  )
  return { model: meanOf(models), numbers }
}

const HEADER = '// Made by `npm run job-talk` from scripts/job-talk/sentences. Do not edit.\n'

/** Weights this near to nothing are left out. */
const LEAST = 0.125

/** The files of weights that the rules read, by name. */
export function filesOf({ model, numbers }: Trained): ReadonlyMap<string, string> {
  const shared = {
    alone: new Map<number, number>(),
    near: new Map<number, number>(),
    beside: new Map<number, number>(),
    three: new Map<number, number>(),
  }
  const words = new Map(
    languages.map(language => [
      language as string,
      { alone: new Map<string, number>(), pairs: new Map<string, number>() },
    ]),
  )
  for (const [name, number] of numbers) {
    const weight = model.weights[number] ?? 0
    if (Math.abs(weight) < LEAST) continue
    const [kind, ...rest] = name.split(' ')
    if (kind === 'word') words.get(rest[0] ?? '')?.alone.set(rest[1] ?? '', weight)
    else if (kind === 'pair') words.get(rest[0] ?? '')?.pairs.set(rest.slice(1).join(' '), weight)
    else if (kind === 'alone' || kind === 'near' || kind === 'beside' || kind === 'three')
      shared[kind].set(
        rest.reduce((key, meaning) => key * meaningCount + meaningNumber(meaning), 0),
        weight,
      )
  }
  const files = new Map<string, string>()
  files.set(
    'shared',
    `${HEADER}export const shared = ${JSON.stringify({
      bias: Math.round(model.bias / WEIGHT_STEP) * WEIGHT_STEP,
      pairBias: Math.round(model.pairBias / WEIGHT_STEP) * WEIGHT_STEP,
      alone: pack(shared.alone),
      near: pack(shared.near),
      beside: pack(shared.beside),
      three: pack(shared.three),
    })}\n`,
  )
  for (const [language, { alone, pairs }] of words) {
    const stems = [...new Set([...alone.keys(), ...[...pairs.keys()].flatMap(pair => pair.split(' '))])]
      .filter(stem => stem !== '')
      .sort()
    const number = new Map(['', ...stems].map((stem, i) => [stem, i]))
    const size = stems.length + 1
    const packed = {
      stems: stems.join(' '),
      weights: pack(new Map([...alone].map(([stem, weight]) => [number.get(stem) ?? 0, weight]))),
      pairs: pack(
        new Map(
          [...pairs].map(([pair, weight]) => {
            const [first, second] = pair.split(' ')
            return [(number.get(first ?? '') ?? 0) * size + (number.get(second ?? '') ?? 0), weight]
          }),
        ),
      ),
    }
    files.set(language, `${HEADER}export const ${language} = ${JSON.stringify(packed)}\n`)
  }
  return files
}
