/** What is known of a group when it is weighed. People are counted once each. */
export type WorthFacts = {
  /** People of ours who wrote there lately, and those of them in a pool. */
  here: number
  pooled: number
  /** People of ours who published something there. */
  linked: number
  /** Our posts there in the span, and how many of them somebody answered. */
  posts: number
  answered: number
  minutes: number
  answers: number
  thanks: number
}

export type WorthReason =
  | { kind: 'here'; count: number }
  | { kind: 'pooled'; count: number }
  | { kind: 'linked'; count: number }
  | { kind: 'answered'; hits: number; total: number }
  | { kind: 'few-posts'; total: number }
  | { kind: 'cost'; minutes: number; per: number }
  | { kind: 'nobody' }

export type Worth = { score: number; reasons: WorthReason[] }

/** Of fewer posts than this the share that was answered says nothing: the middle of what rooms give stands for it. */
const leastPosts = 5
const unknownShare = 0.3

/** Lower end of the 95 % Wilson interval: one lucky answer is no proof. */
export function lowestShare(hits: number, total: number): number {
  if (total <= 0) return 0
  const z = 1.959964
  const p = hits / total
  const centre = p + (z * z) / (2 * total)
  const wide = z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total))
  return Math.max(0, (centre - wide) / (1 + (z * z) / total))
}

/**
 * Our people there, those in pools twice and those who only published there half, times the share of posts that is surely answered.
 * The time that it took is shown and does not count: it is spent.
 */
export function weighGroup(facts: WorthFacts): Worth {
  const { here, pooled, linked, posts, answered, minutes } = facts
  const people = here + pooled + linked / 2
  const share = posts >= leastPosts ? lowestShare(answered, posts) : unknownShare
  const reasons: WorthReason[] = []
  if (here > 0) reasons.push({ kind: 'here', count: here })
  if (pooled > 0) reasons.push({ kind: 'pooled', count: pooled })
  if (linked > 0) reasons.push({ kind: 'linked', count: linked })
  if (people === 0) reasons.push({ kind: 'nobody' })
  reasons.push(
    posts >= leastPosts ? { kind: 'answered', hits: answered, total: posts } : { kind: 'few-posts', total: posts },
  )
  if (minutes > 0 && answered > 0) reasons.push({ kind: 'cost', minutes, per: Math.round(minutes / answered) })
  return { score: people * (0.1 + share), reasons }
}
