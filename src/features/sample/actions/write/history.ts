import { insertReadings } from '#features/activity/index.ts'
import { insertMatchProposals } from '#features/people/index.ts'
import { recordTouches, type Touch } from '#features/relationships/index.ts'
import { newId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { SampleDeps } from '../../deps.ts'
import type { SamplePlan, SampleTouch } from '../../model.ts'
import { byKeeper, keeperOf, personAt, type Scope } from './scope.ts'

const touchOf = (scope: Scope, plan: SamplePlan, { person, kind, tool, surface, at, item }: SampleTouch): Touch => ({
  person: personAt(scope, person),
  user: keeperOf(scope, plan, person),
  kind,
  tool,
  surface,
  at,
  activity: item === undefined ? undefined : scope.items.get(item),
})

/** What was read and what followed from it in public; and the pairs that wait for review. */
export async function writeHistory(tx: Transaction, deps: SampleDeps, scope: Scope, plan: SamplePlan): Promise<void> {
  const { workspace, now } = scope
  for (const [user, read] of byKeeper(scope, plan, plan.readings, one => one.person)) {
    const readings = read.flatMap(({ person, item, at, visibleMs }) => {
      const activity = scope.items.get(item)
      const reading = newId<'Reading'>(at.getTime())
      return activity ? [{ reading, activity, person: personAt(scope, person), at, visibleMs }] : []
    })
    await insertReadings(tx, workspace, user, readings)
  }
  await recordTouches(
    tx,
    deps.touches,
    workspace,
    plan.touches.map(touch => touchOf(scope, plan, touch)),
    now,
  )
  const pairs = plan.pairs.map(({ one, other, probability }) => {
    const [left, right] = [plan.people[one], plan.people[other]]
    const place = left?.place ?? ''
    return {
      one: personAt(scope, one),
      other: personAt(scope, other),
      probability,
      evidence: [
        {
          fact: 'name',
          left: left?.name ?? '',
          right: right?.name ?? '',
          weight: 3.4,
          says: 'same given name, family name begins alike',
        },
        { fact: 'place', left: place, right: right?.place ?? '', weight: 2.2, says: 'same place' },
        { fact: 'link', weight: -0.4, says: 'no shared link' },
      ],
    }
  })
  await insertMatchProposals(tx, { workspace, at: now }, pairs)
}

/** What a recruiter noted after a chat: a candidacy, a name that was given. */
export async function writeOutcome(tx: Transaction, deps: SampleDeps, scope: Scope, plan: SamplePlan): Promise<void> {
  await recordTouches(
    tx,
    deps.touches,
    scope.workspace,
    plan.after.map(touch => touchOf(scope, plan, touch)),
    scope.now,
  )
}
