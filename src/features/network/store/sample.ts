import { sql } from 'kysely'
import { dayMs } from '#kernel/clock.ts'
import { newId, type PersonId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { enqueue } from '#platform/tasks.ts'
import type { Transaction } from '#storage/database.ts'
import { refreshNetworkTask } from '../task-kinds.ts'
import { insertIntroduction, insertKindness, updateIntroduction } from './give.ts'

const froms = [
  'worked nights together for two years',
  'same class, still meet',
  'shared a shift at the first job',
  'trained by them',
  'met at the trade fair, write since',
  'neighbours',
]

/**
 * Circles of people of one trade who know each other, some across; one introduction that was made, one that is open, and a few kindnesses.
 * `circles`: those who know us best first. All of it goes with its people.
 */
export async function insertSampleNetwork(
  tx: Transaction,
  at: { workspace: WorkspaceId; user: UserId; now: Date },
  circles: readonly (readonly PersonId[])[],
): Promise<void> {
  const { workspace, user, now } = at
  const pairs: { id: string; a: PersonId; b: PersonId; words: string; at: Date }[] = []
  const tie = (a: PersonId | undefined, b: PersonId | undefined) => {
    if (!a || !b || a === b) return
    const ago = ((pairs.length * 37) % 900) * dayMs
    const words = froms[pairs.length % froms.length] ?? ''
    pairs.push({ id: newId(now.getTime()), a, b, words, at: new Date(now.getTime() - ago) })
  }
  for (const [n, circle] of circles.entries()) {
    for (const [place, person] of circle.entries()) {
      tie(person, circle[(place + 1) % circle.length])
      if (place % 3 !== 0) tie(person, circle[(place * 5 + 3) % circle.length])
    }
    const next = circles[(n + 1) % circles.length]
    if (n % 2 === 0) tie(circle[n % circle.length], next?.[0])
  }
  await sql`insert into network_said (workspace_id, said_id, person_id, other_id, words, user_id, at)
    select distinct on (least(a, b), greatest(a, b)) ${workspace}::uuid, id, a, b, words, ${user}::uuid, at
    from unnest(${pairs.map(one => one.id)}::uuid[], ${pairs.map(one => one.a)}::uuid[], ${pairs.map(one => one.b)}::uuid[],
      ${pairs.map(one => one.words)}::text[], ${pairs.map(one => one.at)}::timestamptz[]) as n(id, a, b, words, at)
    where a <> b order by least(a, b), greatest(a, b)`.execute(tx)
  const [first, second] = circles
  for (const [circle, made] of [
    [first, true],
    [second, false],
  ] as const) {
    const [via, person] = [circle?.[0], circle?.[1]]
    if (!via || !person || via === person) continue
    const id = newId<'Introduction'>(now.getTime())
    await insertIntroduction(tx, workspace, { id, user, via, person, askedAt: new Date(now.getTime() - 12 * dayMs) })
    if (made) await updateIntroduction(tx, workspace, id, 'made', new Date(now.getTime() - 9 * dayMs))
    const kindness = {
      id: newId<'Kindness'>(now.getTime()),
      person: via,
      user,
      at: new Date(now.getTime() - 30 * dayMs),
    }
    await insertKindness(tx, workspace, {
      ...kindness,
      ...(made
        ? { way: 'given' as const, kind: 'news' as const, words: 'the new rota law' }
        : { way: 'received' as const, kind: 'help' as const, words: 'explained how handovers are done' }),
    })
  }
  await enqueue(tx, refreshNetworkTask, workspace, { workspace }, { queue: `network:${workspace}` })
}

/** After the sample's people: what was still to be worked out of them, and a drawing that holds nobody any more. */
export async function deleteSampleNetwork(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`delete from network_due d where d.workspace_id = ${workspace}
    and not exists (select from people p where p.workspace_id = ${workspace} and p.person_id = d.person_id)`.execute(tx)
  await sql`delete from network_maps m where m.workspace_id = ${workspace}
    and not exists (select from network_places o where o.workspace_id = ${workspace})`.execute(tx)
}
