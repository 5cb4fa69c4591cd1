import { z } from 'zod'
import { idOf, instant } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'

export const askRequest = z.object({
  text: z.string().max(100_000),
  action: z.enum(['message', 'invite']).default('message'),
})
/** `conversation`: where question, answer and message stand together; made when there was none. */
export const askedByHand = z.object({ id: idOf<'Override'>(), conversation: idOf<'Conversation'>() })
export const askedByHandQuery = z.object({ person: idOf<'Person'>(), tool: z.enum(toolIds) })
export const answerQuestionRequest = z.object({ yes: z.boolean(), reason: z.string().max(2_000).default('') })
/** A text that a soft block holds back, put before the admins. */
export const questionView = z.object({
  id: idOf<'Override'>(),
  conversation: idOf<'Conversation'>(),
  askedBy: idOf<'User'>(),
  answeredBy: idOf<'User'>().nullable(),
  action: z.enum(['message', 'invite', 'comment']),
  text: z.string(),
  codes: z.array(z.string()),
  because: z.array(z.string()),
  state: z.enum(['asked', 'granted', 'declined', 'used']),
  reason: z.string(),
  at: instant(),
})
export type QuestionView = z.infer<typeof questionView>
export const questionList = z.object({ questions: z.array(questionView) })
