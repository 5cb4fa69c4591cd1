import type { PersonId, UserId } from '#kernel/ids.ts'

/** Recruiter → `through[0]` → … → the person wanted. `strengths` has one more than `through`. */
export type Path = { user: UserId; through: readonly PersonId[]; strengths: readonly number[] }

/** A chain holds as well as its weakest link; of two such, the one that is likelier as a whole. */
export const weakest = ({ strengths }: Path) => Math.min(...strengths)
export const likelihood = ({ strengths }: Path) => strengths.reduce((all, one) => all * one, 1)

const better = (a: Path, b: Path) =>
  weakest(b) - weakest(a) || likelihood(b) - likelihood(a) || a.through.length - b.through.length

/**
 * Best first; of the paths that begin with asking the same person the best one only, so that each line is a choice. A longer way
 * must be worth it: each person more has to be convinced.
 */
export function rankPaths(paths: readonly Path[], mine: UserId, most: number): Path[] {
  const cost = (path: Path) => ({
    ...path,
    strengths: path.strengths.map(one => one * 0.85 ** (path.through.length - 1)),
  })
  const sorted = paths.map(path => ({ path, cost: cost(path) })).sort((a, b) => better(a.cost, b.cost))
  const asked = new Set<string>()
  const kept: Path[] = []
  for (const { path } of sorted) {
    const [first = ''] = path.through
    if (asked.has(first)) continue
    // The same people through a colleague too: the caller's own way counts when they have one.
    const same = path.through.join()
    const own = sorted.find(one => one.path.user === mine && one.path.through.join() === same)
    kept.push(own?.path ?? path)
    asked.add(first)
    if (kept.length >= most) break
  }
  return kept
}
