import { z } from 'zod'
import type { OutgoingFile, SendOutcome, SendRequest } from '../contract.ts'
import { errorIn, type Graph, outcomeOf } from '../meta.ts'
import { type Exchange, multipart } from '../vendor.ts'
import { limits } from './manifest.ts'
import { words } from './words.ts'

const accepted = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) })
const uploaded = z.object({ id: z.string() })

export const keyIn = (json: unknown): string | undefined => accepted.safeParse(json).data?.messages[0]?.id

const base = (to: string, txn: string, replyTo: string | undefined) => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: to.replace(/^\+/, ''),
  ...(replyTo === undefined ? {} : { context: { message_id: replyTo } }),
  // Comes back with every state of the message: it is found even if the answer to this call is lost.
  biz_opaque_callback_data: txn,
})

type Part = { type: string; [kind: string]: unknown }

/** One message for a text or template; one for each file, the first with the text below it. */
async function partsOf(
  request: SendRequest,
  upload: (file: OutgoingFile) => Promise<string | Exchange>,
): Promise<Part[] | Exchange> {
  const { text, template, files = [] } = request
  if (template)
    return [
      {
        type: 'template',
        template: {
          name: template.name,
          language: { policy: 'deterministic', code: template.language },
          ...(template.values.length === 0
            ? {}
            : {
                components: [
                  { type: 'body', parameters: template.values.map(value => ({ type: 'text', text: value })) },
                ],
              }),
        },
      },
    ]
  const body = (words: string): Part => ({ type: 'text', text: { body: words, preview_url: false } })
  if (files.length === 0) return [body(text)]
  const kinds = files.map(kindOf)
  const captioned = text !== '' && text.length <= limits.captionUtf16 && kinds[0] !== 'audio'
  const parts: Part[] = captioned || text === '' ? [] : [body(text)]
  for (const [index, file] of files.entries()) {
    const id = await upload(file)
    if (typeof id !== 'string') return id
    const kind = kinds[index] ?? 'document'
    parts.push({
      type: kind,
      [kind]: {
        id,
        ...(captioned && index === 0 ? { caption: text } : {}),
        ...(kind === 'document' ? { filename: file.name } : {}),
      },
    })
  }
  return parts
}

/** Anything else than these goes as a document, which WhatsApp takes in every kind. */
export function kindOf({ mimeType }: Pick<OutgoingFile, 'mimeType'>): 'image' | 'video' | 'audio' | 'document' {
  if (mimeType === 'image/jpeg' || mimeType === 'image/png') return 'image'
  if (mimeType === 'video/mp4' || mimeType === 'video/3gpp') return 'video'
  if (/^audio\/(aac|mp4|mpeg|amr|ogg)$/.test(mimeType)) return 'audio'
  return 'document'
}

export async function sendTo(
  graph: Graph,
  phoneNumberId: string,
  request: SendRequest,
  now: () => Date,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const judge = (found: Exchange) => outcomeOf(found, { now: now(), words, key: keyIn })
  const upload = async (file: OutgoingFile): Promise<string | Exchange> => {
    const bytes = await file.bytes()
    const form = multipart(
      { messaging_product: 'whatsapp' },
      { field: 'file', name: file.name, mimeType: file.mimeType, bytes },
    )
    const found = await graph.call(`${phoneNumberId}/media`, { method: 'POST', form }, signal)
    // Nothing was said yet: an upload that was lost is simply tried again.
    if (found.kind === 'lost') return { kind: 'unsent', text: found.text }
    return (found.kind === 'answer' && found.status < 300 && uploaded.safeParse(found.json).data?.id) || found
  }
  const parts = await partsOf(request, upload)
  if (!Array.isArray(parts)) return judge(parts)
  let first: SendOutcome | undefined
  for (const [index, part] of parts.entries()) {
    const json = { ...base(request.to.id, request.txn, index === 0 ? request.replyTo : undefined), ...part }
    const found = await graph.call(`${phoneNumberId}/messages`, { method: 'POST', json }, signal)
    const outcome = judge(found)
    if (outcome.kind !== 'accepted') {
      if (first === undefined) return outcome
      const why = found.kind === 'answer' ? (errorIn(found.json)?.text ?? '') : found.text
      return { kind: 'refused', code: 'in-part', text: `The first part arrived, the next did not: ${why}` }
    }
    first ??= outcome
  }
  return first ?? { kind: 'refused', code: 'empty', text: 'There was nothing to send.' }
}
