import { z } from 'zod'
import type { NetworkEvent, RemoteFile } from '../contract.ts'
import { wordsFor } from './words.ts'

const text = z.string().max(70_000)
const media = z.object({
  id: z.string().max(200),
  mime_type: z.string().max(200).optional(),
  caption: text.optional(),
  filename: z.string().max(1_000).optional(),
})
const said = z.object({
  id: z.string().min(1).max(500),
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  timestamp: z.string().max(20),
  type: z.string().max(40),
  group_id: z.string().optional(),
  context: z.object({ id: z.string().max(500).optional() }).optional(),
  text: z.object({ body: text }).optional(),
  image: media.optional(),
  video: media.optional(),
  audio: media.optional(),
  document: media.optional(),
  sticker: media.optional(),
  reaction: z.object({ message_id: z.string().max(500), emoji: z.string().max(40).default('') }).optional(),
  location: z
    .object({ latitude: z.number(), longitude: z.number(), name: text.optional(), address: text.optional() })
    .optional(),
  contacts: z
    .array(
      z.object({
        name: z.object({ formatted_name: z.string().max(500).optional() }).optional(),
        phones: z.array(z.object({ phone: z.string().max(100).optional() })).optional(),
      }),
    )
    .optional(),
  button: z.object({ text }).optional(),
  interactive: z
    .object({
      button_reply: z.object({ title: text }).optional(),
      list_reply: z.object({ title: text, description: text.optional() }).optional(),
    })
    .optional(),
  system: z.object({ body: text }).optional(),
})
type Said = z.infer<typeof said>

const status = z.object({
  id: z.string().min(1).max(500),
  status: z.string().max(40),
  timestamp: z.string().max(20),
  recipient_id: z.string().max(40).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
  errors: z
    .array(
      z.object({
        code: z.number(),
        title: z.string().default(''),
        error_data: z.object({ details: z.string().optional() }).optional(),
      }),
    )
    .optional(),
})

const value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  contacts: z
    .array(z.object({ wa_id: z.string().optional(), profile: z.object({ name: z.string().optional() }).optional() }))
    .optional(),
  messages: z.array(z.unknown()).optional(),
  message_echoes: z.array(z.unknown()).optional(),
  statuses: z.array(z.unknown()).optional(),
})
const payload = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.object({ changes: z.array(z.object({ field: z.string().optional(), value: z.unknown() })) })),
})

/** Undefined when it is nothing of WhatsApp's. What concerns another number of the same app is left to that number's connection. */
export function readEvents(json: unknown, phoneNumberId: string): NetworkEvent[] | undefined {
  const parsed = payload.safeParse(json)
  if (!parsed.success) return undefined
  return parsed.data.entry.flatMap(entry =>
    entry.changes.flatMap(change => {
      const found = value.safeParse(change.value)
      if (!found.success || found.data.metadata.phone_number_id !== phoneNumberId) return []
      const names = new Map(
        (found.data.contacts ?? []).map(({ wa_id, profile }) => [wa_id ?? '', profile?.name] as const),
      )
      return [
        ...(found.data.messages ?? []).flatMap(each => readSaid(each, names, false)),
        ...(found.data.message_echoes ?? []).flatMap(each => readSaid(each, names, true)),
        ...(found.data.statuses ?? []).flatMap(readStatus),
      ]
    }),
  )
}

const at = (seconds: string) => new Date(Number(seconds) * 1_000)
export const remoteIdOf = (waId: string) => (waId.startsWith('+') ? waId : `+${waId}`)
const conversationWith = (waId: string) => ({ id: remoteIdOf(waId), kind: 'direct' as const })

function readSaid(given: unknown, names: ReadonlyMap<string, string | undefined>, own: boolean): NetworkEvent[] {
  const parsed = said.safeParse(given)
  if (!parsed.success || parsed.data.group_id !== undefined) return []
  const message = parsed.data
  const other = own ? message.to : message.from
  if (!other || Number.isNaN(at(message.timestamp).getTime())) return []
  const name = own ? undefined : names.get(other)
  const from = { id: own ? 'us' : remoteIdOf(other), ...(name === undefined ? {} : { name }) }
  if (message.reaction)
    return [
      {
        kind: 'reaction',
        key: message.id,
        target: message.reaction.message_id,
        conversation: conversationWith(other),
        from,
        emoji: message.reaction.emoji === '' ? [] : [message.reaction.emoji],
        at: at(message.timestamp),
      },
    ]
  const files = filesOf(message)
  return [
    {
      kind: 'message',
      key: message.id,
      otherKeys: [],
      conversation: conversationWith(other),
      from,
      own,
      text: textOf(message),
      sentAt: at(message.timestamp),
      history: false,
      ...(message.context?.id === undefined ? {} : { replyTo: message.context.id }),
      ...(files.length > 0 ? { files } : {}),
      ...(message.system ? { automatic: 'notice' as const } : {}),
    },
  ]
}

const mediaKinds = ['image', 'video', 'audio', 'document', 'sticker'] as const

function filesOf(message: Said): RemoteFile[] {
  return mediaKinds.flatMap(kind => {
    const found = message[kind]
    if (!found) return []
    const ending = /\/([a-z0-9]+)/i.exec(found.mime_type ?? '')?.[1] ?? 'bin'
    const mimeType = found.mime_type?.split(';')[0]?.trim()
    return [
      {
        url: `whatsapp:${encodeURIComponent(found.id)}`,
        name: found.filename ?? `${kind}.${ending}`,
        ...(mimeType === undefined ? {} : { mimeType }),
      },
    ]
  })
}

function textOf(message: Said): string {
  if (message.text) return message.text.body
  for (const kind of mediaKinds) {
    const found = message[kind]
    if (found) return found.caption ?? ''
  }
  const { location, contacts, button, interactive, system } = message
  if (button) return button.text
  if (interactive?.button_reply) return interactive.button_reply.title
  if (interactive?.list_reply) {
    const { title, description } = interactive.list_reply
    return description === undefined ? title : `${title}: ${description}`
  }
  if (location) {
    const place = [location.name, location.address].filter(Boolean).join(', ')
    return `📍 ${place === '' ? '' : `${place} `}(${location.latitude}, ${location.longitude})`
  }
  if (contacts)
    return contacts
      .map(({ name, phones }) =>
        [`👤 ${name?.formatted_name ?? ''}`, ...(phones ?? []).map(({ phone }) => phone ?? '')].join(' ').trim(),
      )
      .join('\n')
  if (system) return system.body
  return `[A message of a kind that WhatsApp does not hand to businesses: ${message.type}]`
}

function readStatus(given: unknown): NetworkEvent[] {
  const parsed = status.safeParse(given)
  if (!parsed.success) return []
  const { id, status: state, timestamp, recipient_id, biz_opaque_callback_data, errors } = parsed.data
  const target = biz_opaque_callback_data ?? id
  const key = `${id} ${state}`
  if (state === 'failed') {
    const [error] = errors ?? []
    const [code, words] = wordsFor(error?.code ?? 0, error?.error_data?.details ?? error?.title ?? '')
    return [{ kind: 'failed', key, target, code, text: words, at: at(timestamp) }]
  }
  // A voice message that was listened to was read.
  const known = state === 'played' ? 'read' : state
  if ((known !== 'delivered' && known !== 'read') || recipient_id === undefined) return []
  return [
    { kind: 'receipt', key, target, conversation: conversationWith(recipient_id), state: known, at: at(timestamp) },
  ]
}
