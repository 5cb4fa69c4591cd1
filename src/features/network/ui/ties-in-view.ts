import type { Network, Shown, Tie } from './select.ts'

/** So many lines a browser without a graphics card still draws in no time, and nobody reads more. */
export const tiesDrawn = 2_000
/** Of them so many at most join one community to another. */
const between = 400

/** The ties that a drawing may show, strongest first; sorted once for each choice of filters. */
export const inOrder = (shown: Shown): Tie[] => [...shown.ties].sort((one, other) => other.strength - one.strength)

/**
 * Those of `ties` (strongest first) that are drawn when `seen` are in view (undefined: everybody): all of whoever is in hand, what
 * joins communities, then the strongest.
 */
export function tiesInView(
  network: Network,
  ties: readonly Tie[],
  seen: ReadonlySet<number> | undefined,
  focus: number,
): ReadonlySet<Tie> {
  const there = seen ? ties.filter(tie => seen.has(tie.a) || seen.has(tie.b)) : ties
  if (there.length <= tiesDrawn) return new Set(there)
  const drawn = new Set<Tie>()
  if (focus >= 0) for (const tie of there) if (tie.a === focus || tie.b === focus) drawn.add(tie)
  const joined = new Set<string>()
  const community = (n: number) => network.people[n]?.community ?? 0
  for (const tie of there) {
    const [one, other] = [community(tie.a), community(tie.b)].sort((a, b) => a - b)
    const pair = `${one} ${other}`
    if (one === other || joined.size >= between || joined.has(pair)) continue
    joined.add(pair)
    drawn.add(tie)
  }
  for (const tie of there) {
    if (drawn.size >= tiesDrawn) break
    drawn.add(tie)
  }
  return drawn
}
