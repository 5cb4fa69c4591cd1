import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { budgetMs, readers } from '#importers/fixtures/damage.test-support.ts'

/**
 * npm run fuzz [-- cases each] [--only reader]: every importer and parser reads damaged files, the same ones at every run, 10,000
 * each. Ends with 1 when one crashes, hangs, or refuses without a sentence.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } })
const cases = Number(positionals[0] ?? 10_000)
if (!Number.isSafeInteger(cases) || cases < 1)
  throw new Error('How many cases each? A whole number, as in "npm run fuzz 500".')
const wanted = readers.filter(({ name }) => values.only === undefined || values.only === name)
if (wanted.length === 0)
  throw new Error(`There is no reader ${values.only}. There are: ${readers.map(({ name }) => name).join(', ')}.`)

/** By the clock of the wall: a busy machine must not pass for a hang. */
const stuckMs = budgetMs * 30
const threads = 2
const queue = [...wanted]
const failures: string[] = []

type Outcome = { read: number; refused: number } | { failure: string }

function runIn(name: string): Promise<Outcome> {
  const at = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: { name, cases, at } })
  return new Promise(settle => {
    let seen = -1
    let since = Date.now()
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0)
      if (now !== seen) {
        seen = now
        since = Date.now()
      } else if (Date.now() - since > stuckMs) end({ failure: `${name}: case ${now} hangs.` })
    }, 1_000)
    const end = (outcome: Outcome) => {
      clearInterval(watch)
      settle(outcome)
      void worker.terminate()
    }
    worker.once('message', end)
    worker.once('error', error => end({ failure: `${name}: ${String(error)}` }))
  })
}

async function work(): Promise<void> {
  for (let reader = queue.shift(); reader; reader = queue.shift()) {
    const began = Date.now()
    const outcome = await runIn(reader.name)
    const seconds = ((Date.now() - began) / 1_000).toFixed(0)
    if ('failure' in outcome) failures.push(outcome.failure)
    console.log(
      'failure' in outcome
        ? outcome.failure
        : `${reader.name.padEnd(18)} ${cases} cases: ${outcome.read} read, ${outcome.refused} refused in words, ${seconds} s`,
    )
  }
}

await Promise.all(Array.from({ length: threads }, work))
console.log(
  failures.length === 0 ? `${wanted.length} readers, no crash and no hang.` : `${failures.length} readers failed.`,
)
process.exitCode = failures.length === 0 ? 0 : 1
