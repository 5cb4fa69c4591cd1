import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { PairPart } from '../../model/pair-store.ts'
import type { PairHelper, PairJob } from '../../model/pair-work.ts'

export type PairThreadData = { job: PairJob; done: Int32Array; port: MessagePort }

type Answer = { part: PairPart } | { failure: string }

/** Compares a part of the pairs in a thread of its own while the caller compares the rest; the caller then sleeps until both are done. */
export const pairHelper: PairHelper = job => {
  const done = new Int32Array(new SharedArrayBuffer(4))
  const { port1: near, port2: far } = new MessageChannel()
  const data: PairThreadData = { job, done, port: far }
  const worker = new Worker(new URL('pair-thread.ts', import.meta.url), { workerData: data, transferList: [far] })
  worker.unref()
  return () => {
    Atomics.wait(done, 0, 0)
    const answer: Answer | undefined = receiveMessageOnPort(near)?.message
    near.close()
    void worker.terminate()
    if (!answer || 'failure' in answer)
      throw new Error(`Pairs could not be compared: ${answer?.failure ?? 'no answer'}`)
    return answer.part
  }
}
