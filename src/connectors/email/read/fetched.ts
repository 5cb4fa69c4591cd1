import type { MessageAddressObject, MessageEnvelopeObject } from 'imapflow'
import type { Role } from '../folders.ts'
import type { Headers } from './headers.ts'
import type { Layout } from './structure.ts'

/** Where a mail lies now. */
export type Place = { folder: string; uidValidity: string; uid: number }

/** One mail as far as it was fetched: its headers, its layout and the bytes of its words. */
export type Fetched = {
  place: Place
  role: Role
  flags: ReadonlySet<string>
  labels: ReadonlySet<string>
  /** Gmail's, or the server's own (RFC 8474). */
  emailId: string | undefined
  threadId: string | undefined
  receivedAt: Date
  size: number
  envelope: MessageEnvelopeObject
  headers: Headers
  layout: Layout
  /** By part id; cut at the limit. */
  bodies: ReadonlyMap<string, Uint8Array>
}

/** The headers that decide how a mail is read; nothing else is fetched of them. */
export const wantedHeaders: readonly string[] = [
  'from',
  'reply-to',
  'date',
  'subject',
  'message-id',
  'references',
  'in-reply-to',
  'list-id',
  'list-post',
  'list-unsubscribe',
  'feedback-id',
  'precedence',
  'auto-submitted',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-mail-autoreply',
  'x-failed-recipients',
  'x-original-message-id',
  'return-path',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-kith-message',
]

export type { MessageAddressObject }
