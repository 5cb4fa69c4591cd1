/** How far somebody is in one opening; the last two end it. Beside the ladder of the relationship, where *screen* means candidate. */
export const pipeline = ['considered', 'screen', 'interview', 'offer', 'hired', 'not-now'] as const
export type PipelineStage = (typeof pipeline)[number]

export const sources = ['hand', 'ranked', 'application', 'referral'] as const
export type Source = (typeof sources)[number]

/** In these they are a candidate of ours. */
export const isRunning = (stage: PipelineStage): boolean =>
  stage === 'screen' || stage === 'interview' || stage === 'offer'

export type PipelineMove = {
  from: PipelineStage | null
  to: PipelineStage
  reason: string
  undone: boolean
}

/** Where they came to at best; undone moves count for nothing. Undefined: never so far, or hired. */
export function medalOf(moves: readonly PipelineMove[], now: PipelineStage): 'interview' | 'offer' | undefined {
  if (now === 'hired') return undefined
  const reached = new Set(moves.filter(move => !move.undone).map(move => move.to))
  return reached.has('offer') ? 'offer' : reached.has('interview') ? 'interview' : undefined
}

export type MoveRefusalCode = 'same-stage' | 'no-day' | 'no-pool' | 'day-over' | 'reason-first'

/**
 * What a move needs: "not now" a day and a pool, for nobody is dropped; a step past the ladder a reason, for nothing skips silently.
 * `interested`: they stand at *interested* or beyond with the recruiter. Days are `2026-12-24`.
 */
export function judgeMove(
  move: {
    from: PipelineStage
    to: PipelineStage
    reason: string
    comesBackOn: string | null
    pool: string | null
  },
  known: { today: string; interested: boolean },
): MoveRefusalCode | undefined {
  if (move.from === move.to) return 'same-stage'
  if (move.to === 'not-now') {
    if (move.comesBackOn === null) return 'no-day'
    if (move.comesBackOn <= known.today) return 'day-over'
    if (move.pool === null) return 'no-pool'
    return move.reason.trim() === '' ? 'reason-first' : undefined
  }
  const skips = isRunning(move.to) || move.to === 'hired'
  return skips && !known.interested && move.reason.trim() === '' ? 'reason-first' : undefined
}

/** What a mark means; a scorecard shows the words, not the number alone. */
export const marks = [1, 2, 3, 4] as const
export type Mark = (typeof marks)[number]
export type CriterionMark = { criterion: string; kind: 'must' | 'nice'; mark: Mark | null; words: string }

/** Those that were asked of an opening, in order; each once. */
export function criteriaOf(opening: { must: readonly string[]; nice: readonly string[] }): {
  criterion: string
  kind: 'must' | 'nice'
}[] {
  const seen = new Set<string>()
  return [
    ...opening.must.map(criterion => ({ criterion, kind: 'must' as const })),
    ...opening.nice.map(criterion => ({ criterion, kind: 'nice' as const })),
  ].filter(({ criterion }) => {
    const key = criterion.toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
