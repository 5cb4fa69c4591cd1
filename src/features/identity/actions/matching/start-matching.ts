import { Worker } from 'node:worker_threads'
import type { FoundPairs } from '../../model/find-pairs.ts'
import type { Job } from './messages.ts'

/** A thread of its own for the comparing, so that the server answers meanwhile. Disposing ends it. */
export function startMatching(): Disposable & { add(rows: string): void; find(): Promise<FoundPairs> } {
  const worker = new Worker(new URL('thread.ts', import.meta.url))
  const tell = (job: Job) => worker.postMessage(job)
  const found = new Promise<FoundPairs>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The matching thread ended before it answered.')))
  })
  // Heard even when nobody asks for the pairs any more.
  found.catch(() => undefined)
  return {
    add: rows => tell({ kind: 'rows', rows }),
    find() {
      tell({ kind: 'find' })
      return found
    },
    [Symbol.dispose]: () => void worker.terminate(),
  }
}
