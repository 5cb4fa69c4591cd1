import { listSurvivors, mergeInto } from '#features/people/index.ts'
import { type Clock, dayMs } from '#kernel/clock.ts'
import type { PersonId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Events } from '#platform/events.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { type Answer, byWeight, conflictsOf } from '../model/review.ts'
import { type AskedPair, findProposalForUpdate, listAskedPairs, updateProposal } from '../store/proposals.ts'

export type ReviewDeps = { db: Database; clock: Clock; events: Events }

export type ReviewRefusal =
  | { code: 'no-such-pair' }
  | { code: 'one-already' }
  | { code: 'decided-already' }
  | { code: 'not-decided' }
  | { code: 'reason-needed' }
  | { code: 'which-survivor' }

/** "Later" comes back after about a day. */
const laterForMs = dayMs

export type Asked = AskedPair & { asksReason: boolean }

export function listReview(
  deps: Pick<ReviewDeps, 'db' | 'clock'>,
  caller: Caller,
  limit: number,
): Promise<{ pairs: Asked[]; total: number }> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const laterBefore = new Date(deps.clock.now().getTime() - laterForMs)
    const { pairs, total } = await listAskedPairs(tx, caller.workspace, laterBefore, limit)
    return {
      total,
      pairs: pairs.map(pair => ({
        ...pair,
        evidence: byWeight(pair.evidence),
        asksReason: conflictsOf(pair.evidence).length > 0,
      })),
    }
  })
}

export type Decide = {
  left: PersonId
  right: PersonId
  answer: Answer
  survivor?: PersonId | undefined
  reason?: string | undefined
}

/** Same: the two are merged into the survivor, and the move that undoes it is given. Different is never asked again. */
export function decidePair(
  deps: ReviewDeps,
  caller: Caller,
  input: Decide,
): Promise<Result<{ move: string | null }, ReviewRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const now = deps.clock.now()
    const pair = await findProposalForUpdate(tx, workspace, input.left, input.right)
    if (!pair) return refuse({ code: 'no-such-pair' })
    const survivors = await listSurvivors(tx, workspace, [input.left, input.right])
    const [a, b] = [survivors.get(input.left), survivors.get(input.right)]
    if (!a || !b) return refuse({ code: 'no-such-pair' })
    if (a === b) return refuse({ code: 'one-already' })
    if (pair.state === 'different') return refuse({ code: 'decided-already' })
    let move: string | null = null
    if (input.answer === 'same') {
      const survivor = input.survivor ?? a
      if (survivor !== a && survivor !== b) return refuse({ code: 'which-survivor' })
      const reason = input.reason?.trim() || undefined
      if (!reason && conflictsOf(pair.evidence).length > 0) return refuse({ code: 'reason-needed' })
      const { probability, evidence } = pair
      const decision = { workspace, decidedBy: 'recruiter' as const, user, probability, evidence, reason, now }
      const merged = await mergeInto(tx, deps, decision, survivor, survivor === a ? b : a)
      // Both were just found, apart and nobody's part; only somebody faster can have changed that.
      if (!merged.ok) return refuse({ code: 'decided-already' })
      move = merged.value
    }
    await updateProposal(tx, workspace, pair, { state: input.answer, user, at: now })
    tellBrowsers(tx, workspace, { kind: 'review.changed', payload: { left: input.left, right: input.right } })
    return done({ move })
  })
}

/** Takes "Different" or "Later" back. "Same" is taken back by undoing its merge, which says "Different", and then by this. */
export function reopenPair(
  deps: Pick<ReviewDeps, 'db'>,
  caller: Caller,
  input: { left: PersonId; right: PersonId },
): Promise<Result<void, ReviewRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace } = caller
    const pair = await findProposalForUpdate(tx, workspace, input.left, input.right)
    if (!pair) return refuse({ code: 'no-such-pair' })
    if (pair.state !== 'different' && pair.state !== 'later') return refuse({ code: 'not-decided' })
    await updateProposal(tx, workspace, pair, { state: 'open', user: null, at: null })
    tellBrowsers(tx, workspace, { kind: 'review.changed', payload: { left: input.left, right: input.right } })
    return done(undefined)
  })
}
