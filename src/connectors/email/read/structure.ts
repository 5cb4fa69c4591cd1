import type { MessageStructureObject } from 'imapflow'
import { headerText } from '../address.ts'
import { decodeWords } from './decode.ts'

export type Part = {
  /** What FETCH calls it: `1`, `2.1`. */
  id: string
  type: string
  charset: string | undefined
  encoding: string | undefined
  flowed: boolean
  deleteSpace: boolean
  bytes: number
}

export type Attachment = { id: string; name: string; mimeType: string; bytes: number; encoding: string | undefined }

export type Layout = {
  /** Shown in this order; more than one when a mail alternates words and pictures (Apple Mail). */
  texts: readonly Part[]
  attachments: readonly Attachment[]
  /** The machine-readable part of a bounce or receipt. */
  status: Part | undefined
  /** The returned mail or its headers. */
  returned: Part | undefined
  encrypted: boolean
  /** A provider passes on what a reader said of a mail (RFC 5965). */
  complaint: boolean
}

const maxDepth = 30
const maxTexts = 12
const maxAttachments = 100
/** Smaller pictures inside the text are logos and tracking pixels. */
const decorationBytes = 8_000
const signatures = /^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$/

/** Which parts are words and which are files (RFC 2046, 2183): plain text is preferred to HTML wherever both say the same. */
export function layOut(root: MessageStructureObject): Layout {
  const texts: Part[] = []
  const attachments: Attachment[] = []
  let status: Part | undefined
  let returned: Part | undefined
  let encrypted = false
  let complaint = false

  const visit = (node: MessageStructureObject, depth: number, inRelated: boolean): void => {
    const type = node.type.toLowerCase()
    if (depth > maxDepth) return
    const children = node.childNodes ?? []
    if (type === 'multipart/encrypted' || type.endsWith('/pkcs7-mime') || type.endsWith('/x-pkcs7-mime'))
      encrypted = true
    if (type === 'multipart/alternative') {
      const chosen = preferred(children)
      for (const child of children) if (child === chosen || !isText(child)) visit(child, depth + 1, inRelated)
      return
    }
    if (type.startsWith('multipart/')) {
      for (const child of children) visit(child, depth + 1, inRelated || type === 'multipart/related')
      return
    }
    if (type === 'message/feedback-report') complaint = true
    if (type === 'message/delivery-status' || type === 'message/global-delivery-status') status ??= partOf(node)
    else if ((type === 'message/rfc822' || type === 'message/global' || type === 'text/rfc822-headers') && status)
      returned ??= partOf(node)
    else if (isBody(node) && texts.length < maxTexts) texts.push(partOf(node))
    else if (!signatures.test(type) && attachments.length < maxAttachments && !isDecoration(node, inRelated))
      attachments.push(attachmentOf(node))
  }
  visit(root, 0, false)
  return { texts: withoutRepeats(texts), attachments, status, returned, encrypted, complaint }
}

const isText = (node: MessageStructureObject): boolean =>
  /^text\/(?:plain|html|enriched|watch-html|x-amp-html)/i.test(node.type)

/** In `alternative` the sender's best comes last; ours is the plain one unless it is empty. */
function preferred(children: readonly MessageStructureObject[]): MessageStructureObject | undefined {
  const plain = children.find(child => child.type.toLowerCase() === 'text/plain' && (child.size ?? 1) > 2)
  return plain ?? children.findLast(child => holdsText(child, 0)) ?? children.at(-1)
}

function holdsText(node: MessageStructureObject, depth: number): boolean {
  if (depth > maxDepth) return false
  return /^text\/(?:plain|html)$/i.test(node.type) || (node.childNodes ?? []).some(child => holdsText(child, depth + 1))
}

function isBody(node: MessageStructureObject): boolean {
  if (!/^text\/(?:plain|html)$/i.test(node.type)) return false
  return node.disposition?.toLowerCase() !== 'attachment' && nameIn(node) === undefined
}

/** A mixed mail of plain parts may carry its HTML again: one form of words is enough. */
function withoutRepeats(texts: readonly Part[]): readonly Part[] {
  const plain = texts.filter(part => part.type === 'text/plain' && part.bytes > 2)
  return plain.length > 0 && texts[0]?.type === 'text/plain' ? plain : texts
}

function isDecoration(node: MessageStructureObject, inRelated: boolean): boolean {
  const inline = inRelated || node.disposition?.toLowerCase() === 'inline'
  return (
    inline &&
    node.id !== undefined &&
    node.type.toLowerCase().startsWith('image/') &&
    (node.size ?? 0) < decorationBytes
  )
}

function partOf(node: MessageStructureObject): Part {
  const parameters = node.parameters ?? {}
  return {
    id: node.part ?? '1',
    type: node.type.toLowerCase(),
    charset: parameters.charset,
    encoding: node.encoding,
    flowed: parameters.format?.toLowerCase() === 'flowed',
    deleteSpace: parameters.delsp?.toLowerCase() === 'yes',
    bytes: node.size ?? 0,
  }
}

function attachmentOf(node: MessageStructureObject): Attachment {
  const type = node.type.toLowerCase()
  const size = node.size ?? 0
  return {
    id: node.part ?? '1',
    name: nameIn(node) ?? fallbackName(node, type),
    mimeType: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream',
    // What IMAP counts is the transfer form; base64 makes 57 bytes a line of 78.
    bytes: node.encoding?.toLowerCase() === 'base64' ? Math.round((size * 57) / 78) : size,
    encoding: node.encoding,
  }
}

function fallbackName(node: MessageStructureObject, type: string): string {
  const subject = headerText(node.envelope?.subject ?? '').slice(0, 80)
  if (type === 'message/rfc822') return safeName(`${subject || 'message'}.eml`)
  if (type === 'text/calendar') return 'invitation.ics'
  const [, kind = 'bin'] = type.split('/')
  const ending = { jpeg: 'jpg', plain: 'txt', 'octet-stream': 'bin', 'svg+xml': 'svg' }[kind] ?? kind
  return safeName(`file-${node.part ?? '1'}.${ending}`)
}

function nameIn(node: MessageStructureObject): string | undefined {
  const name = node.dispositionParameters?.filename ?? node.parameters?.name
  return name ? safeName(decodeWords(name)) : undefined
}

/** A name without a path, control characters or marks that turn its end around. */
export function safeName(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const plain = headerText(last).replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069:*?"<>|]/g, '_')
  const cut = plain.length > 150 ? `${plain.slice(0, 110)}…${plain.slice(-30)}` : plain
  return /^\.*$/.test(cut) ? 'file' : cut
}
