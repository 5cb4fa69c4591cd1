import { z } from 'zod'
import { idOf, typedText } from '#kernel/schema.ts'

export const roomList = z.object({
  rooms: z.array(
    z.object({
      address: z.string(),
      title: z.string().nullable(),
      subject: z.string().nullable(),
      inside: z.boolean(),
      members: z.number().int(),
      conversation: idOf<'Conversation'>().nullable(),
      unread: z.number().int(),
    }),
  ),
})
export const joinRequest = z.object({ address: typedText(500), nick: typedText(100).optional() })
export const moderateRequest = z.object({ visitor: idOf<'Visitor'>(), removed: z.boolean() })
export const roomNow = z.object({
  subject: z.string().nullable(),
  inside: z.boolean(),
  members: z.array(
    z.object({
      name: z.string(),
      role: z.enum(['owner', 'admin', 'member', 'guest']),
      /** Null where the room hides it. */
      address: z.string().nullable(),
      us: z.boolean(),
      person: z
        .object({ id: idOf<'Person'>(), name: z.string(), stage: z.string(), side: z.string().nullable() })
        .nullable(),
    }),
  ),
})
