import { setImmediate as breathe } from 'node:timers/promises'
import { insertMatchProposals, listSurvivors } from '#features/people/index.ts'
import type { Evidence } from '#features/people/model.ts'
import { type Clock, minuteMs } from '#kernel/clock.ts'
import { type PersonId, parseId, type WorkspaceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { lookThrough } from '../look-task.ts'
import { separators } from '../model/fact-table.ts'
import type { FoundPairs } from '../model/find-pairs.ts'
import { scorePair } from '../model/live.ts'
import { listFacts, readFacts } from '../store/facts.ts'
import { findModel, type StoredModel, upsertModel } from '../store/models.ts'
import { startMatching } from './matching/start-matching.ts'

/** So many pairs are judged at a time before others get a turn. */
const pairsAtOnce = 250

/** Judges the pairs by what is known of both now, as it would judge either of them coming in. */
async function judge(db: Database, workspace: WorkspaceId, { pairs, learned }: FoundPairs) {
  const asked: { one: PersonId; other: PersonId; probability: number; evidence: readonly Evidence[] }[] = []
  const begin = (from: number) => {
    const some = pairs.slice(from, from + pairsAtOnce).flatMap(({ one, other }) => {
      const [left, right] = [parseId<'Person'>(one), parseId<'Person'>(other)]
      return left && right ? [[left, right] as const] : []
    })
    const known = inWorkspace(db, workspace, tx => listFacts(tx, workspace, [...new Set(some.flat())]))
    // Heard even when those before them could not be judged.
    known.catch(() => undefined)
    return { some, known }
  }
  let next = pairs.length > 0 ? begin(0) : undefined
  for (let from = pairsAtOnce; next; from += pairsAtOnce) {
    const { some } = next
    const known = await next.known
    // The database reads on while these are judged.
    next = from < pairs.length ? begin(from) : undefined
    for (const [one, other] of some) {
      const [a, b] = [known.get(one), known.get(other)]
      if (!a || !b) continue
      const [first, second] = one < other ? [a, b] : [b, a]
      const { verdict, probability, evidence } = scorePair(first, second, learned)
      if (verdict !== 'leave') asked.push({ one, other, probability, evidence })
    }
    await breathe()
  }
  return asked
}

export type LookDeps = { db: Database; clock: Clock }

/** Looks through everyone for pairs that may be one person, proposes them, and keeps what it learned. Pairs decided before stay decided. */
export async function lookThroughEveryone(
  { db, clock }: LookDeps,
  workspace: WorkspaceId,
  signal?: AbortSignal,
): Promise<{ people: number; pairs: number }> {
  using matching = startMatching()
  const stop = () => matching[Symbol.dispose]()
  signal?.addEventListener('abort', stop)
  try {
    await inWorkspace(db, workspace, async tx => {
      for await (const rows of readFacts(tx, workspace, separators)) matching.add(rows)
    })
    const found = await matching.find()
    const pairs = await judge(db, workspace, found)
    await inWorkspace(db, workspace, async tx => {
      const at = clock.now()
      // Someone may have been merged or erased while the pairs were compared.
      const people = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]
      const here = people.length > 0 ? await listSurvivors(tx, workspace, people) : new Map<PersonId, PersonId>()
      const standing = pairs.filter(({ one, other }) => here.get(one) === one && here.get(other) === other)
      await insertMatchProposals(tx, { workspace, at }, standing)
      await upsertModel(tx, workspace, {
        ...found.learned,
        learned_at: at,
        people: found.people,
        compared_pairs: found.comparedPairs,
        proposed_pairs: standing.length,
      })
      tellBrowsers(tx, workspace, { kind: 'review.changed', payload: {} })
    })
    return { people: found.people, pairs: pairs.length }
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** How long after a change everyone is looked through: several imports in a row lead to one look. */
const settleMs = minuteMs

export const lookSoon = (tx: Transaction, workspace: WorkspaceId, now: Date): Promise<void> =>
  enqueue(tx, lookThrough, workspace, { workspace }, { runAt: new Date(now.getTime() + settleMs), queue: 'matching' })

/** Asked for by a recruiter: at once. */
export const lookNow = (deps: LookDeps, caller: Caller): Promise<void> =>
  inWorkspace(deps.db, caller.workspace, tx =>
    enqueue(tx, lookThrough, caller.workspace, { workspace: caller.workspace }, { queue: 'matching' }),
  )

export const readModel = (deps: Pick<LookDeps, 'db'>, caller: Caller): Promise<StoredModel | undefined> =>
  inWorkspace(deps.db, caller.workspace, tx => findModel(tx, caller.workspace))
