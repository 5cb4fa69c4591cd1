import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Counted, Key, KeyIds, Rule, WantedKey } from '../../model/blocking.ts'
import type { PairHelper, PairUnits, PlainFields, UnitPart } from '../../model/pair-work.ts'
import type { Learned, Telling, Told } from '../../model/telling.ts'

export type PairThreadData = { fields: PlainFields; answered: Int32Array; port: MessagePort }

export type PairQuestion =
  | { kind: 'keys'; wanted: readonly WantedKey[] }
  | { kind: 'candidates'; keys: readonly Key[]; firsts: readonly number[]; blockRows: number }
  | { kind: 'rules'; rules: readonly (readonly Key[])[]; refiners: readonly Key[]; blockRows: number }
  | { kind: 'pairs'; units: PairUnits }
  | { kind: 'tell'; telling: Telling; learned: Learned }
export type PairAnswer =
  | { kind: 'keys'; found: KeyIds[] }
  | { kind: 'candidates'; found: Counted[][] }
  | { kind: 'rules'; found: Rule[] }
  | { kind: 'pairs'; found: UnitPart[] }
  | { kind: 'tell'; found: Told[] }
  | { kind: 'failure'; why: string }

/** A thread of its own beside the caller's. While the caller waits for an answer, it sleeps. */
export const pairHelper: PairHelper = {
  from: 100_000,
  begin(fields) {
    const answered = new Int32Array(new SharedArrayBuffer(4))
    const { port1: near, port2: far } = new MessageChannel()
    const data: PairThreadData = { fields, answered, port: far }
    const worker = new Worker(new URL('pair-thread.ts', import.meta.url), { workerData: data, transferList: [far] })
    worker.unref()
    const wait = (): PairAnswer => {
      for (;;) {
        const seen = Atomics.load(answered, 0)
        const found: { message: PairAnswer } | undefined = receiveMessageOnPort(near)
        if (!found) Atomics.wait(answered, 0, seen)
        else return found.message
      }
    }
    const begin = <Kind extends PairQuestion['kind']>(question: PairQuestion & { kind: Kind }) => {
      near.postMessage(question)
      return () => {
        const answer = wait()
        if (answer.kind === question.kind) return answer.found as Extract<PairAnswer, { kind: Kind }>['found']
        throw new Error(`Pairs could not be compared: ${answer.kind === 'failure' ? answer.why : 'no answer'}`)
      }
    }
    return {
      keys: wanted => begin({ kind: 'keys', wanted }),
      candidates: (keys, firsts, blockRows) => begin({ kind: 'candidates', keys, firsts, blockRows }),
      rules: (rules, refiners, blockRows) => begin({ kind: 'rules', rules, refiners, blockRows }),
      pairs: units => begin({ kind: 'pairs', units }),
      tell: (telling, { weights, corrections }) => begin({ kind: 'tell', telling, learned: { weights, corrections } }),
      end() {
        near.close()
        void worker.terminate()
      },
    }
  },
}
