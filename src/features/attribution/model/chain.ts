import { wilson } from '#kernel/interval.ts'

/** The steps from being seen to being hired; each leads to the next. */
export const chainSteps = ['visits', 'answered', 'connected', 'interested', 'candidate', 'hired'] as const
export type ChainStep = (typeof chainSteps)[number]
export type ChainCounts = Readonly<Record<ChainStep, number>>

/** Below these nothing is said: of visits, and of people. */
export const fewest = { visits: 30, people: 8 } as const
/** So many others of this workspace make a median. */
export const fewestOthers = 3

export type ChainLink = {
  from: ChainStep
  to: ChainStep
  of: number
  reached: number
  /** At 95 %; null: too few to say. */
  interval: { low: number; high: number } | null
  /** Of this workspace's other sources or campaigns; null where fewer than three can be compared. */
  median: number | null
  verdict: 'few' | 'alone' | 'usual' | 'weak' | 'strong'
}

const isEnough = (step: ChainStep, count: number) => count >= (step === 'visits' ? fewest.visits : fewest.people)

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/**
 * Each link with what it can be held against: the median share of the others that have enough. *Weak* is said only where the whole
 * interval lies below that median, *strong* where it lies above.
 */
export function judgeChain(counts: ChainCounts, others: readonly ChainCounts[]): ChainLink[] {
  return chainSteps.slice(1).flatMap((to, at): ChainLink[] => {
    const from = chainSteps[at]
    if (!from) return []
    const of = counts[from]
    // Somebody may be talked with whose visit was not counted: a share never passes the whole.
    const reached = Math.min(counts[to], of)
    const link = { from, to, of, reached }
    if (!isEnough(from, of)) return [{ ...link, interval: null, median: null, verdict: 'few' }]
    const shares = others
      .filter(other => isEnough(from, other[from]))
      .map(other => Math.min(other[to], other[from]) / other[from])
    const interval = wilson(reached, of)
    const usual = shares.length < fewestOthers ? null : median(shares)
    if (usual === null) return [{ ...link, interval, median: null, verdict: 'alone' }]
    const verdict = interval.high < usual ? 'weak' : interval.low > usual ? 'strong' : 'usual'
    return [{ ...link, interval, median: usual, verdict }]
  })
}

/** Where the chain breaks: of the weak links the one that is furthest below what is usual here; undefined when none is. */
export function weakestLink(links: readonly ChainLink[]): ChainLink | undefined {
  const ratio = ({ reached, of, median: usual }: ChainLink) => reached / of / (usual ?? 1)
  return links.filter(link => link.verdict === 'weak').sort((a, b) => ratio(a) - ratio(b))[0]
}
