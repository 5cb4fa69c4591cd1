import { z } from 'zod'
import { type RefusalTable, replyFrom, replyRefusal } from '#platform/routes.ts'
import type { ManageRefusal } from '../actions/manage.ts'
import { poolLimits } from '../model.ts'

const TABLE = {
  'no-such-pool': [404, 'This pool is gone, or it is not shared with you.'],
  'name-taken': [409, 'You have another pool of this name. Choose another.'],
  'too-many-pools': [409, `There are ${poolLimits.perWorkspace} pools already. Remove one that nobody uses.`],
  'nothing-asked': [
    422,
    'A pool that fills itself needs a search: words, a stage, a tool, a place, a tag or activity.',
  ],
  'not-yours': [403, 'Its owner or an admin can change this pool. Ask them.'],
} as const satisfies RefusalTable<Exclude<ManageRefusal['code'], 'broken-query'>>

type Reply = Parameters<typeof replyRefusal>[0]

export const answer = (reply: Reply, refusal: ManageRefusal) =>
  refusal.code === 'broken-query'
    ? replyRefusal(reply, 422, refusal.code, refusal.message)
    : replyFrom(reply, TABLE, refusal)

export const made = z.object({ id: z.string() })
export const nothing = z.null()
export const tags = ['pools']
