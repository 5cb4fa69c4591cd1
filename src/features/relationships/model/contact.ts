import { dayMs } from '#kernel/clock.ts'
import type { ConversationId, TouchId, UserId } from '#kernel/ids.ts'

/** So long what a colleague said to somebody is something to know before one writes to them. */
export const colleagueMs = 30 * dayMs

/**
 * What a colleague said that the writer has to know of: another recruiter spoke to this person over another conversation, and the
 * writer has not since, is not whose contact they are, and has not said that they know (`known`).
 */
export function unknownColleague<Touch extends { touch: TouchId; conversation: ConversationId | null; at: Date }>(
  writer: UserId,
  contact: { owner: { id: UserId } | null; colleague: Touch | null; mineAt: Date | null },
  at: { conversation: ConversationId | null; known?: string | undefined },
): Touch | undefined {
  const { owner, colleague, mineAt } = contact
  if (!colleague || owner?.id === writer) return undefined
  if (mineAt && mineAt >= colleague.at) return undefined
  // Their own thread shows what was said in it.
  if (colleague.conversation !== null && colleague.conversation === at.conversation) return undefined
  return at.known === colleague.touch ? undefined : colleague
}
