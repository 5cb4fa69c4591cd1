import { z } from 'zod'

const id = z.string()

export const user = z.object({
  id,
  username: z.string().default(''),
  global_name: z.string().nullish(),
  bot: z.boolean().default(false),
})
export type DiscordUser = z.infer<typeof user>

export const attachment = z.object({
  id,
  filename: z.string(),
  size: z.number(),
  url: z.string(),
  content_type: z.string().nullish(),
})

export const message = z.object({
  id,
  channel_id: id,
  guild_id: id.optional(),
  type: z.number(),
  content: z.string().default(''),
  author: user,
  member: z.object({ nick: z.string().nullish() }).optional(),
  timestamp: z.string(),
  edited_timestamp: z.string().nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  webhook_id: id.nullish(),
  mentions: z.array(user).default([]),
  attachments: z.array(attachment).default([]),
  sticker_items: z.array(z.object({ name: z.string() })).nullish(),
  poll: z.object({ question: z.object({ text: z.string().nullish() }) }).nullish(),
  message_reference: z.object({ message_id: id.nullish(), type: z.number().default(0) }).nullish(),
  message_snapshots: z.array(z.object({ message: z.object({ content: z.string().default('') }) })).nullish(),
})
export type DiscordMessage = z.infer<typeof message>

/** A channel, a thread or a private chat. */
export const channel = z.object({
  id,
  type: z.number(),
  guild_id: id.optional(),
  parent_id: id.nullish(),
  name: z.string().nullish(),
  last_message_id: id.nullish(),
  recipients: z.array(user).optional(),
})
export type DiscordChannel = z.infer<typeof channel>

export const guild = z.object({
  id,
  name: z.string().default(''),
  unavailable: z.boolean().default(false),
  channels: z.array(channel).default([]),
  threads: z.array(channel).default([]),
})

export const reaction = z.object({
  user_id: id,
  channel_id: id,
  message_id: id,
  guild_id: id.optional(),
  emoji: z.object({ id: id.nullish(), name: z.string().nullish() }),
})

export const deleted = z.object({ id, channel_id: id, guild_id: id.optional() })
export const deletedMany = z.object({ ids: z.array(id), channel_id: id, guild_id: id.optional() })
export const typing = z.object({
  channel_id: id,
  guild_id: id.optional(),
  user_id: id,
  member: z.object({ nick: z.string().nullish(), user: user.optional() }).optional(),
})

const text = new Set([0, 5])
const threads = new Set([10, 11, 12])
/** Channels in which people write; forums only hold threads, voice has a chat of its own. */
export const isReadable = ({ type }: DiscordChannel): boolean => text.has(type) || threads.has(type) || type === 2
export const isPrivate = ({ type }: DiscordChannel): boolean => type === 1

/** Written by people or bots; others are notices of Discord (joined, pinned, boosted). */
export const isSpoken = ({ type }: DiscordMessage): boolean => type === 0 || type === 19 || type === 20 || type === 23

const epochMs = 1_420_070_400_000

/** When Discord made the id. */
export const momentOf = (snowflake: string): Date => new Date(Number(BigInt(snowflake) >> 22n) + epochMs)

/** Smaller than every id made from then on. */
export const snowflakeAt = (at: Date): string => String(BigInt(Math.max(at.getTime() - epochMs, 0)) << 22n)

export const isNewer = (a: string, b: string | undefined): boolean => b === undefined || BigInt(a) > BigInt(b)
