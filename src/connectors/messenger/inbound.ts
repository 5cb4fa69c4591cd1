import { z } from 'zod'
import type { NetworkEvent, RemoteFile, RemotePerson } from '../contract.ts'
import type { Flavour } from './manifest.ts'

const id = z.coerce.string().min(1).max(60)
const mid = z.string().min(1).max(500)
const text = z.string().max(20_000)

const messaging = z.object({
  sender: z.object({ id }),
  recipient: z.object({ id }),
  timestamp: z.number().optional(),
  message: z
    .object({
      mid,
      text: text.optional(),
      is_echo: z.boolean().optional(),
      is_deleted: z.boolean().optional(),
      is_unsupported: z.boolean().optional(),
      metadata: z.string().max(1_000).optional(),
      reply_to: z.object({ mid: mid.optional() }).optional(),
      attachments: z
        .array(
          z.object({
            type: z.string(),
            payload: z
              .object({ url: z.string().max(5_000).optional(), title: z.string().max(1_000).optional() })
              .nullish(),
          }),
        )
        .optional(),
    })
    .optional(),
  message_edit: z.object({ mid, text }).optional(),
  reaction: z.object({ mid, action: z.string(), emoji: z.string().max(40).optional() }).optional(),
  delivery: z.object({ mids: z.array(mid).optional(), watermark: z.number() }).optional(),
  read: z.object({ watermark: z.number().optional(), mid: mid.optional() }).optional(),
  postback: z.object({ mid: mid.optional(), title: text.optional() }).optional(),
})
export type Messaging = z.infer<typeof messaging>

const payload = z.object({
  object: z.string(),
  entry: z.array(z.object({ id, messaging: z.array(z.unknown()).optional() })),
})

/** What concerns this page; undefined when it is nothing of this network's. A thread that another app has in hand (`standby`) is not ours. */
export function readMessaging(json: unknown, flavour: Flavour, pageId: string): Messaging[] | undefined {
  const parsed = payload.safeParse(json)
  if (!parsed.success || parsed.data.object !== flavour.object) return undefined
  return parsed.data.entry
    .filter(entry => entry.id === pageId)
    .flatMap(entry => entry.messaging ?? [])
    .flatMap(each => messaging.safeParse(each).data ?? [])
}

export const otherIn = ({ sender, recipient, message }: Messaging): string =>
  message?.is_echo ? recipient.id : sender.id

export function eventsOf(given: Messaging, names: ReadonlyMap<string, string | undefined>, now: Date): NetworkEvent[] {
  const other = otherIn(given)
  const name = names.get(other)
  const from: RemotePerson = { id: other, ...(name === undefined ? {} : { name }) }
  const conversation = { id: other, kind: 'direct' as const }
  const at = given.timestamp === undefined ? now : new Date(given.timestamp)
  const { message, message_edit: edit, reaction, delivery, read, postback } = given
  if (message?.is_deleted)
    return [{ kind: 'retract', key: `${message.mid} deleted`, target: message.mid, conversation, from, at }]
  if (message) {
    const files = filesOf(message)
    const own = message.is_echo === true
    const said: NetworkEvent = {
      kind: 'message',
      key: message.mid,
      otherKeys: own && message.metadata !== undefined ? [message.metadata] : [],
      conversation,
      from: own ? { id: 'us' } : from,
      own,
      text: message.text ?? (files.length > 0 ? '' : '[Something that is not handed to programs: look at the app]'),
      sentAt: at,
      history: false,
      ...(message.reply_to?.mid === undefined ? {} : { replyTo: message.reply_to.mid }),
      ...(files.length > 0 ? { files } : {}),
    }
    return [said]
  }
  if (edit)
    return [
      {
        kind: 'edit',
        key: `${edit.mid} edit ${at.getTime()}`,
        target: edit.mid,
        conversation,
        from,
        text: edit.text,
        at,
      },
    ]
  if (reaction) {
    const emoji = reaction.action === 'react' && reaction.emoji !== undefined ? [reaction.emoji] : []
    return [
      {
        kind: 'reaction',
        key: `${reaction.mid} ${other} ${reaction.action} ${at.getTime()}`,
        target: reaction.mid,
        conversation,
        from,
        emoji,
        at,
      },
    ]
  }
  if (delivery)
    return (delivery.mids ?? []).map(
      (target): NetworkEvent => ({
        kind: 'receipt',
        key: `${target} delivered`,
        target,
        conversation,
        state: 'delivered',
        at: new Date(delivery.watermark),
      }),
    )
  if (read?.mid !== undefined)
    return [{ kind: 'receipt', key: `${read.mid} read`, target: read.mid, conversation, state: 'read', at }]
  if (read?.watermark !== undefined)
    return [
      { kind: 'read-up-to', key: `${other} read ${read.watermark}`, conversation, upTo: new Date(read.watermark), at },
    ]
  if (postback?.title)
    return [
      {
        kind: 'message',
        key: postback.mid ?? `${other} postback ${at.getTime()}`,
        otherKeys: [],
        conversation,
        from,
        own: false,
        text: postback.title,
        sentAt: at,
        history: false,
      },
    ]
  return []
}

const endings: Readonly<Record<string, string>> = { image: 'jpg', video: 'mp4', audio: 'm4a' }

function filesOf({ attachments = [] }: NonNullable<Messaging['message']>): RemoteFile[] {
  return attachments.flatMap(({ type, payload: given }) => {
    const url = given?.url
    if (url === undefined || !/^https:\/\//i.test(url)) return []
    return [{ url, name: given?.title ?? `${type}${endings[type] === undefined ? '' : `.${endings[type]}`}` }]
  })
}
