import { type TransferListItem, workerData } from 'node:worker_threads'
import { countCandidates, deriveKey, ruleMaker } from '../../model/blocking.ts'
import { rowComparer } from '../../model/compare-rows.ts'
import { wholeFields, workUnits } from '../../model/pair-work.ts'
import { rowExplainer, tellFromBehind } from '../../model/telling.ts'
import type { PairAnswer, PairQuestion, PairThreadData } from './pair-helper.ts'

const { fields, answered, port } = workerData as PairThreadData
const whole = wholeFields(fields)
let compare: ReturnType<typeof rowComparer> | undefined
const comparer = () => {
  compare ??= rowComparer(whole)
  return compare
}

function answer(message: PairAnswer, transferred: TransferListItem[] = []): void {
  port.postMessage(message, transferred)
  Atomics.add(answered, 0, 1)
  Atomics.notify(answered, 0)
}

const bufferOf = ({ buffer }: Int32Array) => buffer as ArrayBuffer

function work(question: PairQuestion): void {
  if (question.kind === 'keys') {
    answer({ kind: 'keys', found: question.wanted.map(key => deriveKey(whole.fields, key)) })
  } else if (question.kind === 'candidates') {
    answer({ kind: 'candidates', found: countCandidates(question.keys, question.firsts, question.blockRows) })
  } else if (question.kind === 'rules') {
    const found = question.rules.map(ruleMaker(question.refiners, question.blockRows))
    answer(
      { kind: 'rules', found },
      found.map(({ ids }) => bufferOf(ids)),
    )
    // While they are laid out elsewhere.
    comparer()
  } else if (question.kind === 'tell') {
    const explain = rowExplainer(whole.fields, comparer(), question.learned)
    answer({ kind: 'tell', found: tellFromBehind(question.telling, explain) })
  } else {
    const found = workUnits(question.units, comparer())
    answer(
      { kind: 'pairs', found },
      found.flatMap(({ part }) => part.pairs.flatMap(({ a, b, pattern }) => [a, b, pattern].map(bufferOf))),
    )
  }
}

port.on('message', (question: PairQuestion) => {
  try {
    work(question)
  } catch (error) {
    answer({ kind: 'failure', why: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
