import { listSnoozedOf } from '#features/conversations/index.ts'
import type { CalendarEntry } from '#features/openings/index.ts'
import { minuteMs } from '#kernel/clock.ts'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { TeamDeps } from '../deps.ts'
import { listDated } from '../store/todos.ts'

/** What a recruiter has to do, on its day, and the conversations that come back to them, at their time. */
export async function calendarEntries(
  deps: Pick<TeamDeps, 'clock'>,
  tx: Transaction,
  { workspace, user }: { workspace: WorkspaceId; user: UserId },
  since: Date,
): Promise<CalendarEntry[]> {
  const todos = await listDated(tx, workspace, user, since)
  const snoozed = await listSnoozedOf(tx, workspace, user, deps.clock.now())
  return [
    ...todos.flatMap(todo => {
      const { id, dueOn, text, personName, doneAt, removedAt, changedAt, revision, remindAt } = todo
      if (dueOn === null) return []
      const about = personName === null || text.includes(personName) ? text : `${text} (${personName})`
      const summary = doneAt ? `✓ ${about}` : about
      const path = todo.person ? `/people/${todo.person}` : todo.opening ? `/openings/${todo.opening}` : '/todos'
      const reminds = doneAt ? null : remindAt
      return [{ id, on: dueOn, summary, path, changedAt, revision, isOver: removedAt !== null, remindAt: reminds }]
    }),
    ...snoozed.map(({ id, title, until, madeAt }) => ({
      id,
      on: until,
      summary: `↩ ${title}`,
      path: `/inbox/${id}`,
      changedAt: madeAt,
      // Put aside anew for longer it is a later version of the same.
      revision: Math.floor(until.getTime() / minuteMs),
      isOver: false,
      remindAt: null,
    })),
  ]
}
