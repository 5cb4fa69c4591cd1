import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { readers, survives } from '#importers/fixtures/damage.test-support.ts'

const { name, cases, at } = z
  .object({ name: z.string(), cases: z.int(), at: z.instanceof(Int32Array) })
  .parse(workerData)
const reader = readers.find(each => each.name === name)
if (!reader) throw new Error(`There is no reader ${name}.`)

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} ${error.cause.stack ?? error.cause.message}` : error.message
}

try {
  parentPort?.postMessage(await survives(reader, { to: cases, onCase: seed => Atomics.store(at, 0, seed) }))
} catch (error) {
  parentPort?.postMessage({ failure: explain(error) })
}
