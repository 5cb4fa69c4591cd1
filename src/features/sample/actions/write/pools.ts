import { insertMembers, insertPool } from '#features/pools/index.ts'
import { stages } from '#features/relationships/model.ts'
import type { Transaction } from '#storage/database.ts'
import type { SampleDeps } from '../../deps.ts'
import type { SamplePlan } from '../../model.ts'
import { personAt, type Scope } from './scope.ts'

/** Who stays in touch although nothing comes of it now. */
const friends: ReadonlySet<string> = new Set(['connected', 'introduced', 'referrer', 'declined'])
const friendsAtMost = 40

/** Two pools that fill themselves, and one that was put together by hand; their names are as little translated as the people are. */
export async function writePools(tx: Transaction, deps: SampleDeps, scope: Scope, plan: SamplePlan): Promise<void> {
  const { workspace, user, now } = scope
  const caller = { workspace, user, role: 'owner' as const }
  const pools = { db: deps.db, clock: deps.clock, stages }
  await insertPool(
    tx,
    pools,
    caller,
    {
      kind: 'dynamic',
      name: 'Nurses',
      about: 'Nurses and carers wherever they write; whoever turns up with such words joins by itself.',
      search: { q: 'nurse OR carer OR ward' },
      warmWeeks: 6,
    },
    true,
  )
  await insertPool(
    tx,
    pools,
    caller,
    {
      kind: 'dynamic',
      name: 'Writing these days',
      about: 'People who published something in the last month: there is always a reason to read and to answer.',
      search: { active: 'month' },
    },
    true,
  )
  const made = await insertPool(
    tx,
    pools,
    caller,
    {
      kind: 'static',
      name: 'Friends of the house',
      about: 'They know us and may know somebody. A sign of life now and then, never a pitch.',
      team: true,
      warmWeeks: 4,
      offer: { title: 'How a chat with us goes', url: `${deps.pages.publicUrl}/` },
    },
    true,
  )
  if (!made.ok) return
  const people = plan.people
    .flatMap((person, place) => (friends.has(person.standing) ? [personAt(scope, place)] : []))
    .slice(0, friendsAtMost)
  await insertMembers(tx, workspace, made.value, people, { user, at: now })
}
