import { differenceOf as differenceOfShares } from '#kernel/interval.ts'

/** What was counted of one version: readers a day, and how many of them opened the chat or asked for mail. */
export type Counted = { visits: number; chats: number; subscribes: number; reached: number }

/** What may honestly be said of two versions. Shares are of readers; `low` and `high` bound the difference of B to A. */
export type Verdict =
  | { kind: 'too-few'; moreVisits: number | null }
  | { kind: 'unclear'; low: number; high: number; moreVisits: number | null }
  | { kind: 'better'; which: 'a' | 'b'; low: number; high: number }

/** 99 %: whoever looks every day would find a difference by luck too often at 95 %. */
const z = 2.576
/** 80 %: how sure the needed visits are to show a difference that is there. */
const zPower = 0.842
const leastVisits = 100
const leastReached = 10
/** Where nothing differs yet: what would be worth knowing, a fifth more or less. */
const worthKnowing = 0.2
const mostVisits = 1_000_000

/** How far B's share may lie from A's. */
export const differenceOf = (a: Counted, b: Counted): { low: number; high: number } =>
  differenceOfShares({ hits: a.reached, total: a.visits }, { hits: b.reached, total: b.visits }, z)

/** Visits of both together until a difference as large as the one seen so far would show; null where that is beyond all measure. */
export function visitsNeeded(a: Counted, b: Counted): number | null {
  const visits = a.visits + b.visits
  const base = (a.reached + b.reached) / Math.max(1, visits)
  if (base <= 0) return visits < leastVisits * 2 ? leastVisits * 2 - visits : null
  const seen = Math.abs(b.reached / Math.max(1, b.visits) - a.reached / Math.max(1, a.visits))
  const gap = Math.max(seen, base * worthKnowing)
  const each = ((z + zPower) ** 2 * 2 * base * (1 - base)) / (gap * gap)
  const more = Math.ceil(each * 2 - visits)
  return more > mostVisits ? null : Math.max(more, 1)
}

/** Nothing is claimed before each was read a hundred times and ten readers reached us; then only what the interval says. */
export function judgeVersions(a: Counted, b: Counted): Verdict {
  if (Math.min(a.visits, b.visits) < leastVisits || a.reached + b.reached < leastReached)
    return { kind: 'too-few', moreVisits: visitsNeeded(a, b) }
  const { low, high } = differenceOf(a, b)
  if (low > 0) return { kind: 'better', which: 'b', low, high }
  if (high < 0) return { kind: 'better', which: 'a', low, high }
  return { kind: 'unclear', low, high, moreVisits: visitsNeeded(a, b) }
}
