import { parentPort } from 'node:worker_threads'
import { factTableBuilder } from '../../model/fact-table.ts'
import { findPairs } from '../../model/find-pairs.ts'
import type { Job } from './messages.ts'
import { pairHelper } from './pair-helper.ts'

let builder: ReturnType<typeof factTableBuilder> | undefined = factTableBuilder()

parentPort?.on('message', (job: Job) => {
  if (job.kind === 'rows') {
    builder?.add(job.rows)
    return
  }
  const facts = builder?.finish()
  // What it was built with is of no more use.
  builder = undefined
  if (facts) parentPort?.postMessage(findPairs(facts, pairHelper))
})
