import { z } from 'zod'

const user = z.object({
  id: z.number(),
  is_bot: z.boolean().default(false),
  first_name: z.string().default(''),
  last_name: z.string().optional(),
  username: z.string().optional(),
})
export type TelegramUser = z.infer<typeof user>

const chat = z.object({
  id: z.number(),
  type: z.string(),
  title: z.string().optional(),
  username: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
})
export type TelegramChat = z.infer<typeof chat>

const stored = z.object({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
})
const entity = z.object({ type: z.string(), offset: z.number(), length: z.number(), url: z.string().optional() })

/** What Kith reads of a message; unknown kinds of content leave all of these away. */
export const message = z.object({
  message_id: z.number(),
  message_thread_id: z.number().optional(),
  is_topic_message: z.boolean().optional(),
  from: user.optional(),
  sender_chat: chat.optional(),
  date: z.number(),
  edit_date: z.number().optional(),
  chat,
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  reply_to_message: z
    .object({ message_id: z.number(), forum_topic_created: z.object({ name: z.string() }).optional() })
    .optional(),
  forum_topic_created: z.object({ name: z.string() }).optional(),
  photo: z.array(stored.extend({ width: z.number(), height: z.number() })).optional(),
  document: stored.optional(),
  audio: stored.optional(),
  video: stored.optional(),
  animation: stored.optional(),
  voice: stored.optional(),
  video_note: stored.optional(),
  sticker: stored
    .extend({
      emoji: z.string().optional(),
      is_animated: z.boolean().default(false),
      is_video: z.boolean().default(false),
    })
    .optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  venue: z.object({ title: z.string(), address: z.string() }).optional(),
  contact: z.object({ phone_number: z.string(), first_name: z.string(), last_name: z.string().optional() }).optional(),
  poll: z.object({ question: z.string(), options: z.array(z.object({ text: z.string() })) }).optional(),
  dice: z.object({ emoji: z.string(), value: z.number() }).optional(),
  new_chat_title: z.string().optional(),
  migrate_to_chat_id: z.number().optional(),
})
export type TelegramMessage = z.infer<typeof message>

const reaction = z.array(z.object({ type: z.string(), emoji: z.string().optional() }))

/** An update that can't be read is known by its id alone, so that it does not hold up those behind it. */
export const update = z.object({
  update_id: z.number(),
  message: message.optional().catch(undefined),
  edited_message: message.optional().catch(undefined),
  message_reaction: z
    .object({
      chat,
      message_id: z.number(),
      user: user.optional(),
      actor_chat: chat.optional(),
      date: z.number(),
      new_reaction: reaction,
    })
    .optional()
    .catch(undefined),
  my_chat_member: z
    .object({
      chat,
      from: user,
      date: z.number(),
      old_chat_member: z.object({ status: z.string() }),
      new_chat_member: z.object({ status: z.string() }),
    })
    .optional()
    .catch(undefined),
})
export type TelegramUpdate = z.infer<typeof update>

/** All that Kith asks for; `message_reaction` comes only when it is named. */
export const allowedUpdates = ['message', 'edited_message', 'message_reaction', 'my_chat_member'] as const
