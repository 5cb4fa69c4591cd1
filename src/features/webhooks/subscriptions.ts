import { activityFound } from '#features/activity/index.ts'
import type { RecordSpoken } from '#features/conversations/index.ts'
import { candidacyMoved, personApplied } from '#features/openings/index.ts'
import {
  doNotContactChanged,
  ownerChanged,
  personErasing,
  personMoved,
  personMoveUndone,
} from '#features/people/index.ts'
import { referralChanged } from '#features/referrals/index.ts'
import { stageMoved } from '#features/relationships/index.ts'
import { importUndone } from '#features/sourcing/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { Events } from '#platform/events.ts'
import { tellWebhooks } from './actions/collect.ts'

/** Ids and facts, no texts, names or addresses: what is told can be looked up by those who may, and is not copied about. */
export function hearForWebhooks({ events, clock }: { events: Events; clock: Clock }): void {
  events.hear(stageMoved, async (tx, { workspace, user, person, move, cause, at }) => {
    tellWebhooks(tx, workspace, [{ type: 'relationship.stage-moved', at, data: { person, user, ...move, cause } }])
  })
  events.hear(activityFound, async (tx, { workspace, items }) => {
    tellWebhooks(
      tx,
      workspace,
      items.map(({ activity, person, tool, publishedAt }) => ({
        type: 'activity.found' as const,
        at: clock.now(),
        data: { activity, person, tool, publishedAt },
      })),
    )
  })
  events.hear(personMoved, async (tx, { workspace, move, kind, from, to, profiles, at }) => {
    const type = kind === 'merge' ? 'person.merged' : 'person.split'
    tellWebhooks(tx, workspace, [{ type, at, data: { move, from, to, profiles } }])
  })
  events.hear(personMoveUndone, async (tx, { workspace, move, kind, from, to, at }) => {
    tellWebhooks(tx, workspace, [{ type: 'person.move-undone', at, data: { move, kind, from, to } }])
  })
  events.hear(personErasing, async (tx, { workspace, people, at }) => {
    tellWebhooks(tx, workspace, [{ type: 'person.erased', at, data: { people } }])
  })
  events.hear(doNotContactChanged, async (tx, { workspace, people, reason, at }) => {
    tellWebhooks(tx, workspace, [
      { type: 'person.do-not-contact', at, data: { people, doNotContact: reason !== null } },
    ])
  })
  events.hear(ownerChanged, async (tx, { workspace, person, from, to, user, at }) => {
    tellWebhooks(tx, workspace, [{ type: 'person.owner-changed', at, data: { person, from, to, user } }])
  })
  events.hear(personApplied, async (tx, { workspace, opening, application, person, at }) => {
    tellWebhooks(tx, workspace, [{ type: 'application.received', at, data: { application, opening, person } }])
  })
  events.hear(candidacyMoved, async (tx, { workspace, opening, candidacy, person, user, from, to, undone, at }) => {
    const data = { candidacy, opening, person, user, from, to, undone }
    tellWebhooks(tx, workspace, [{ type: 'candidacy.moved', at, data }])
  })
  events.hear(referralChanged, async (tx, { workspace, referral, state, at }) => {
    tellWebhooks(tx, workspace, [{ type: 'referral.changed', at, data: { referral, state } }])
  })
  events.hear(importUndone, async (tx, { workspace, importId, at }) => {
    tellWebhooks(tx, workspace, [{ type: 'import.undone', at, data: { import: importId } }])
  })
}

/** Messages with a person; what was said in the past of an import does not come this way. */
export const spokenToWebhooks: RecordSpoken = async (tx, touches) => {
  for (const touch of touches) {
    const { workspace, person, conversation, message, tool, at } = touch
    const type =
      touch.kind === 'their-message' ? 'message.received' : touch.kind === 'our-message' ? 'message.sent' : undefined
    if (type) tellWebhooks(tx, workspace, [{ type, at, data: { person, conversation, message, tool } }])
  }
}
