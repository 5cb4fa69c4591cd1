import { z } from 'zod'
import { findMovedRows, personMoved, personMoveUndone, recordMovedRows } from '#features/people/index.ts'
import type { Events } from '#platform/events.ts'
import { updateSizes } from './store/members.ts'
import { type MovedMember, moveMembers, restoreMoved, updateHistory } from './store/moves.ts'

const moved: z.ZodType<MovedMember> = z.object({
  pool_id: z.string(),
  how: z.enum(['hand', 'rule', 'kept-out']),
  added_by: z.string().nullable(),
  added_at: z.string(),
  fresh: z.boolean(),
})

/** Two people who turn out to be one are in each pool once; taken back, both are where they were. */
export function hearForPools(events: Events): void {
  events.hear(personMoved, async (tx, { workspace, move, kind, from, to }) => {
    if (kind !== 'merge') return
    const before = await moveMembers(tx, workspace, from, to)
    if (before.length === 0) return
    await recordMovedRows(tx, workspace, move, 'pool_members', [], before)
    await updateHistory(tx, workspace, from, to)
    await updateSizes(tx, workspace)
  })
  events.hear(personMoveUndone, async (tx, { workspace, move, kind, from, to }) => {
    if (kind !== 'merge') return
    const { before } = await findMovedRows(tx, workspace, move, 'pool_members')
    if (before.length === 0) return
    await restoreMoved(tx, workspace, from, to, z.array(moved).parse(before))
    await updateSizes(tx, workspace)
  })
}
