import { z } from 'zod'
import { cursor, idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { feedKinds, teamLimits } from '../model.ts'

export const teamView = z.object({
  id: idOf<'Team'>(),
  name: z.string(),
  /** By name; `open`: how many open conversations each has now. */
  members: z.array(z.object({ id: idOf<'User'>(), name: z.string(), open: z.int() })),
})
export type TeamView = z.infer<typeof teamView>
export const teamList = z.object({ teams: z.array(teamView) })
const members = z.array(idOf<'User'>()).max(teamLimits.members)
export const addTeamRequest = z.object({ name: typedText(teamLimits.nameLength), members: members.default([]) })
export const changeTeamRequest = z.object({
  name: typedText(teamLimits.nameLength).optional(),
  members: members.optional(),
  /** Gone from every list; put back, it is as it was. */
  removed: z.boolean().optional(),
})
export const teamParams = z.object({ team: idOf<'Team'>() })

export const feedQuery = z.object({
  kind: z
    .enum(feedKinds)
    .default('all')
    .describe('talk: messages, invitations, answers in public; work: what was done in Kith'),
  user: idOf<'User'>().optional(),
  team: idOf<'Team'>().optional(),
  cursor: cursor(),
})
const named = <Kind extends string>() => z.object({ id: idOf<Kind>(), name: z.string() })
export const feedItem = z.object({
  id: z.string(),
  at: instant(),
  user: named<'User'>(),
  what: z
    .string()
    .describe('An action of the audit log, `touch.` and its kind, or `moved.` and the stage of an opening.'),
  tool: z.enum(toolIds).nullable(),
  person: z.object({ id: idOf<'Person'>(), name: z.string(), stage: z.string() }).nullable(),
  conversation: named<'Conversation'>().nullable(),
  /** Who got it, or whom it was done to. */
  colleague: z.string().nullable(),
  opening: named<'Opening'>().nullable(),
})
export type FeedItem = z.infer<typeof feedItem>
export const feedPage = z.object({ items: z.array(feedItem), next: z.string().nullable() })
export type FeedPage = z.infer<typeof feedPage>
