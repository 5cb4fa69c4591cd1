import { insertSampleUsers } from '#features/accounts/index.ts'
import { insertTodo } from '#features/team/index.ts'
import { dayMs, hourMs } from '#kernel/clock.ts'
import { newId, type UserId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { colleagues, type SamplePlan } from '../../model.ts'
import { keeperOf, personAt, type Scope } from './scope.ts'

/** Gives them in the order of the sample's colleagues. */
export async function addColleagues(
  tx: Transaction,
  { workspace, now }: Pick<Scope, 'workspace' | 'now'>,
): Promise<UserId[]> {
  const createdAt = new Date(now.getTime() - 200 * dayMs)
  const users = colleagues.map(({ name, email, recruitsFor }) => ({
    id: newId<'User'>(createdAt.getTime()),
    name,
    email,
    recruitsFor,
    createdAt,
  }))
  await insertSampleUsers(tx, workspace, users)
  return users.map(user => user.id)
}

/** What was promised to people who asked about work, by the days from now on which it is due. */
const promised = [
  { text: 'Send the rota of the first month', days: 0 },
  { text: 'Ask how the trial day went', days: 2 },
  { text: 'Say when the team has decided', days: 4 },
] as const

/** Each recruiter has promised something to some of theirs. */
export async function writeTodos(tx: Transaction, scope: Scope, plan: SamplePlan): Promise<void> {
  const asked = plan.people.flatMap(({ standing }, place) => (standing === 'interested' ? [place] : []))
  for (const [assignee, places] of Map.groupBy(asked, place => keeperOf(scope, plan, place)))
    for (const [number, { text, days }] of promised.entries()) {
      const place = places[number]
      if (place === undefined) continue
      const madeAt = new Date(scope.now.getTime() - (2 + number) * dayMs - hourMs)
      await insertTodo(tx, scope.workspace, {
        id: newId<'Todo'>(madeAt.getTime()),
        text,
        dueOn: new Date(scope.now.getTime() + days * dayMs).toISOString().slice(0, 10),
        remindAt: null,
        assignee,
        team: null,
        madeAt,
        madeBy: assignee,
        person: personAt(scope, place),
        opening: null,
        conversation: null,
      })
    }
}
