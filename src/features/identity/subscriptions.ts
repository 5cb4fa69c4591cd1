import { personMoved, personMoveUndone } from '#features/people/index.ts'
import type { Events } from '#platform/events.ts'
import { upsertRefusal } from './store/proposals.ts'

/** A merge that is undone, and a person who is split, say "different": nobody is asked about those two again. */
export function hearForIdentity(events: Events): void {
  events.hear(personMoveUndone, async (tx, { workspace, kind, from, to, user, at }) => {
    if (kind === 'merge') await upsertRefusal(tx, workspace, { one: from, other: to, user, at })
  })
  events.hear(personMoved, async (tx, { workspace, kind, from, to, user, at }) => {
    if (kind === 'split') await upsertRefusal(tx, workspace, { one: from, other: to, user, at })
  })
}
