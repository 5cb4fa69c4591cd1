import { readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { z } from 'zod'
import { filesNeeding, needs } from '../scripts/needs.mjs'
import { readTestSettings } from '../src/platform/settings.ts'

/** Of the files that run at the same time, how many wait for others and how many work: two processors are never idle, nor much behind. */
const waitingLanes = 2
const workingLanes = 3
export const lanes = waitingLanes + workingLanes

const usualSeconds = 2

/** What the longer files took when they were last written down by `npm run durations`. */
function readSeconds(): Record<string, number> {
  const file = new URL('durations.json', import.meta.url)
  return z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Other people's servers keep these waiting; all others keep a processor busy. */
const waits = (file: string) => file.startsWith('src/connectors/')

/**
 * Vitest lets a process live for another file of the same project only, so each project comes in one row: first whole servers and
 * browsers, where a file's place is where it would begin if some lanes took those that wait and the others those that work, the longest
 * first; then what has a process to itself, and last the many short ones. While servers are still being installed, what needs none of
 * them comes before it all.
 */
export function inLanes(
  files: readonly { file: string; seconds: number; project: string }[],
  pending: { needing: ReadonlySet<string> } | undefined = undefined,
): string[] {
  const longestFirst = files.toSorted((a, b) => b.seconds - a.seconds || a.file.localeCompare(b.file))
  const inRow = (row: string) => longestFirst.filter(({ project }) => project === row)
  const waiting = inRow('whole').filter(({ file }) => waits(file))
  const working = inRow('whole').filter(({ file }) => !waits(file))
  const free = Array.from({ length: lanes }, () => 0)
  const order: string[] = []
  while (waiting.length > 0 || working.length > 0) {
    const lane = free.indexOf(Math.min(...free))
    const [first, second] = lane < waitingLanes ? [waiting, working] : [working, waiting]
    const next = first.shift() ?? second.shift()
    if (!next) break
    order.push(next.file)
    free[lane] = (free[lane] ?? 0) + next.seconds
  }
  const mocking = inRow('mocking').map(({ file }) => file)
  const parts = inRow('parts').map(({ file }) => file)
  if (!pending) return [...order, ...mocking, ...parts]
  const { needing } = pending
  return [...parts.filter(file => !needing.has(file)), ...order, ...mocking, ...parts.filter(file => needing.has(file))]
}

/** The longest files must not come last, and those that keep everything busy not all beside one another. */
export class InLanes extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const seconds = readSeconds()
    const fileOf = ({ moduleId }: TestSpecification) => relative(this.ctx.config.root, moduleId).replaceAll(sep, '/')
    const everyNeed = needs.map(({ skip }) => skip)
    const needing = () => new Set(filesNeeding(everyNeed, this.ctx.config.root))
    const order = inLanes(
      specifications.map(each => ({
        file: fileOf(each),
        seconds: seconds[fileOf(each)] ?? usualSeconds,
        project: each.project.name,
      })),
      readTestSettings().pending ? { needing: needing() } : undefined,
    )
    const place = new Map(order.map((file, index) => [file, index]))
    return specifications.toSorted((a, b) => (place.get(fileOf(a)) ?? 0) - (place.get(fileOf(b)) ?? 0))
  }
}
