import { notify } from '#features/conversations/index.ts'
import { ownerChanged } from '#features/people/index.ts'
import type { Events } from '#platform/events.ts'
import { updateAskedAfterChange } from './store/take-overs.ts'

/** Whoever gains or loses a contact hears of it, and who asked for them is answered. */
export function hearForTeam(events: Events): void {
  events.hear(ownerChanged, async (tx, { workspace, person, from, to, user, at }) => {
    await updateAskedAfterChange(tx, workspace, { person, to, user, at })
    if (to) await notify(tx, workspace, { kind: 'contact-given', users: [to], person, by: user, at })
    if (from) await notify(tx, workspace, { kind: 'contact-taken', users: [from], person, by: user, at })
  })
}
