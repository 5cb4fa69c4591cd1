import { z } from 'zod'
import { findMovedRows, personErasing, personMoved, personMoveUndone, recordMovedRows } from '#features/people/index.ts'
import { stageMoved, touchesTold } from '#features/relationships/index.ts'
import type { Events } from '#platform/events.ts'
import { type CameBy, type JoinDeps, joinPeople, refreshLater, refreshSoon, visitTrail } from './actions/join.ts'
import type { TouchKind } from './model/milestones.ts'
import { type MovedTouch, moveTouches, restoreTouches } from './store/people.ts'

const moved: z.ZodType<MovedTouch> = z.object({
  source_id: z.string(),
  kind: z.string(),
  on_day: z.string(),
  step: z.number(),
  at: z.string(),
})

const kindOf: Readonly<Record<string, TouchKind>> = {
  'their-message': 'chat',
  'chat-opened': 'chat',
  'asked-about-work': 'chat',
  subscribed: 'subscribed',
}
const textIn = (detail: Readonly<Record<string, unknown>>, key: string) => {
  const value = detail[key]
  return typeof value === 'string' ? value : null
}

/** Who came by what is told by the touches themselves; what became of them by their stages. Erasing takes all of it along. */
export function hearForAttribution(events: Events, deps: JoinDeps): void {
  events.hear(touchesTold, async (tx, { workspace, touches }) => {
    const came: CameBy[] = []
    for (const { person, kind, tool, at, campaign, conversation, detail } of touches) {
      if (kind === 'hired') {
        refreshLater(tx, workspace, [person])
        continue
      }
      const applied = kind === 'asked-about-work' && tool === 'job-board'
      const visit = tool === 'website-chat' && conversation ? await visitTrail(tx, workspace, conversation) : undefined
      const trail = visit ?? {
        codes: [textIn(detail, 'referral'), textIn(detail, 'campaign')],
        page: textIn(detail, 'page'),
        referrer: null,
        things: [campaign],
      }
      came.push({ person, kind: applied ? 'applied' : (kindOf[kind] ?? 'followed'), at, trail })
    }
    await joinPeople(tx, deps, workspace, came)
  })
  // Their rows go with them, and the weeks are told by that; what is left to do is to fold it in.
  events.hear(personErasing, (tx, { workspace }) => refreshSoon(tx, workspace))
  events.hear(stageMoved, async (tx, { workspace, person }) => refreshLater(tx, workspace, [person]))
  events.hear(personMoved, async (tx, { workspace, move, kind, from, to }) => {
    if (kind !== 'merge') return
    const before = await moveTouches(tx, workspace, from, to)
    if (before.length > 0) await recordMovedRows(tx, workspace, move, 'source_touches', [], before)
    refreshLater(tx, workspace, [to])
  })
  events.hear(personMoveUndone, async (tx, { workspace, move, kind, from, to }) => {
    if (kind !== 'merge') return
    const { before } = await findMovedRows(tx, workspace, move, 'source_touches')
    if (before.length > 0) await restoreTouches(tx, workspace, from, to, z.array(moved).parse(before))
    refreshLater(tx, workspace, [from, to])
  })
}
