import type { DetailWire } from '../api.ts'
import { type Outgoing, post } from '../sending.ts'
import type { Attachment } from './use-attachments.ts'

/** The words and the files, as one message where the tool takes them together. */
export function postAll(given: {
  detail: DetailWire
  /** Of everything that goes out now. */
  out: Omit<Outgoing, 'text'>
  /** Of the words alone. */
  about: Pick<Outgoing, 'subject' | 'replyTo'>
  words: string
  kept: readonly Attachment[]
}): void {
  const { detail, out, about, words, kept } = given
  const { conversation, files } = detail
  const { action, version: _, ...extra } = out
  const together = action === 'message' && kept.length > 0 && kept.length <= files.perMessage
  if (together && (words === '' || files.perMessage > 1)) {
    post(conversation, { ...out, ...about, text: words, files: kept.map(each => each.id) }, kept)
    return
  }
  // Chat tools carry one file a message: the words go first, each file after them.
  if (words !== '' || action === 'invite') post(conversation, { ...out, ...about, text: words })
  const base = conversation.version + (words === '' ? 0 : 1)
  for (const [index, each] of kept.entries())
    post(conversation, { ...extra, action: 'message', version: base + index, text: '', files: [each.id] }, [each])
}
