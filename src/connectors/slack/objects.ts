import { z } from 'zod'

export const file = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
})

/** A message as events and history have it; `channel` is told beside it in history. */
export const message = z.object({
  type: z.string().default('message'),
  subtype: z.string().nullish(),
  ts: z.string(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  username: z.string().nullish(),
  text: z.string().nullish(),
  thread_ts: z.string().nullish(),
  edited: z.object({ ts: z.string() }).nullish(),
  files: z.array(file).nullish(),
  metadata: z.object({ event_type: z.string(), event_payload: z.looseObject({}) }).nullish(),
  reply_count: z.number().nullish(),
  latest_reply: z.string().nullish(),
})
export type SlackMessage = z.infer<typeof message>

export const event = z.looseObject({ type: z.string(), channel: z.unknown().optional() })

export const messageEvent = message.extend({
  channel: z.string(),
  channel_type: z.string().nullish(),
  message: message.nullish(),
  previous_message: z.looseObject({ ts: z.string() }).nullish(),
  deleted_ts: z.string().nullish(),
  event_ts: z.string().nullish(),
})

export const reactionEvent = z.object({
  type: z.string(),
  user: z.string(),
  reaction: z.string(),
  item: z.object({ type: z.string(), channel: z.string().nullish(), ts: z.string().nullish() }),
  event_ts: z.string(),
})

/** What Slack wraps around an event, in both ways of delivery. */
export const wrapper = z.object({
  type: z.string(),
  event_id: z.string(),
  event_time: z.number().optional(),
  event,
})

export const conversation = z.object({
  id: z.string(),
  name: z.string().nullish(),
  is_im: z.boolean().default(false),
  is_mpim: z.boolean().default(false),
  is_member: z.boolean().default(false),
  user: z.string().nullish(),
})
export type SlackConversation = z.infer<typeof conversation>

export const instantOf = (ts: string): Date => new Date(Math.round(Number(ts) * 1_000))
export const isLater = (a: string, b: string | undefined): boolean => b === undefined || Number(a) > Number(b)
