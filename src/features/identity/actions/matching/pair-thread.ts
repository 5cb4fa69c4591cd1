import { workerData } from 'node:worker_threads'
import { workPairs } from '../../model/pair-work.ts'
import type { PairThreadData } from './pair-helper.ts'

const { job, done, port } = workerData as PairThreadData

try {
  const part = workPairs(job)
  port.postMessage(
    { part },
    part.pairs.flatMap(({ a, b, pattern }) => [a.buffer, b.buffer, pattern.buffer]),
  )
} catch (error) {
  port.postMessage({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) })
} finally {
  Atomics.store(done, 0, 1)
  Atomics.notify(done, 0)
}
