import { z } from 'zod'
import { idOf, instant } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'

const tool = z.enum(toolIds)
const excerpt = z.object({ text: z.string(), marks: z.array(z.object({ from: z.int(), to: z.int() })) })

export const saidQuery = z.object({ q: z.string().max(300) })

export const saidPage = z.object({
  messages: z.array(
    z.object({
      id: idOf<'Message'>(),
      conversation: idOf<'Conversation'>(),
      person: idOf<'Person'>().nullable(),
      /** Of the person, or of the room. */
      name: z.string().nullable(),
      stage: z.string().nullable(),
      tool,
      own: z.boolean(),
      at: instant(),
      excerpt,
    }),
  ),
  activity: z.array(
    z.object({
      id: idOf<'Activity'>(),
      person: idOf<'Person'>(),
      name: z.string(),
      stage: z.string(),
      tool,
      title: z.string().nullable(),
      at: instant(),
      excerpt,
    }),
  ),
  rooms: z.array(z.object({ conversation: idOf<'Conversation'>(), name: z.string(), tool })),
})
export type SaidPage = z.infer<typeof saidPage>
