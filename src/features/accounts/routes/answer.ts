import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type AccountRefusal, inWords, statusOf } from '#features/accounts/refusal.ts'
import type { Result } from '#kernel/result.ts'
import { refusals, replyRefusal } from '#platform/routes.ts'

export const doneOrRefused = { 204: z.null().describe('Done.'), ...refusals } as const

export function answerRefusal(reply: FastifyReply, refusal: AccountRefusal): FastifyReply {
  if (refusal.code === 'too-many-attempts') reply.header('retry-after', String(Math.ceil(refusal.retryAfterMs / 1000)))
  const code = refusal.code === 'weak-password' || refusal.code === 'team' ? refusal.problem : refusal.code
  return replyRefusal(reply, statusOf[refusal.code], code, inWords(refusal))
}

/** 200 with the value, 204 without one, or the refusal in words. */
export function answer<T>(reply: FastifyReply, result: Result<T, AccountRefusal>): FastifyReply {
  if (!result.ok) return answerRefusal(reply, result.refusal)
  return result.value === undefined ? reply.code(204).send(null) : reply.send(result.value)
}
