import { hourMs, secondMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest } from '../contract.ts'

export const graphVersion = 'v23.0'
export const graphBase = 'https://graph.facebook.com'
export const limits = { textUtf16: 4_096, captionUtf16: 1_024, fileBytes: 16_000_000, imageBytes: 5_000_000 } as const

export const capabilities: Capabilities = {
  text: { level: 'full', max: limits.textUtf16, unit: 'utf-16' },
  formatting: 'partial',
  files: { level: 'full', maxBytes: limits.fileBytes, mimeTypes: [] },
  edit: { level: 'rejected', maxAgeMs: 0 },
  retract: { level: 'rejected', maxAgeMs: 0 },
  reply: 'full',
  reactions: 'partial',
  // Shown to them while we write, as an answer to their last message only; theirs is not told.
  typing: { level: 'partial', refreshMs: 20 * secondMs },
  receipts: { delivered: 'full', read: 'full' },
  presence: 'rejected',
  invite: 'rejected',
  rooms: 'rejected',
  history: { level: 'rejected', maxAgeMs: 0 },
}

export const manifest: ConnectorManifest = {
  tool: 'whatsapp',
  label: 'WhatsApp',
  fields: [
    {
      name: 'phoneNumberId',
      label: 'waPhoneNumberId',
      kind: 'text',
      required: true,
      placeholder: '106540352242922',
      help: 'waPhoneNumberIdHelp',
    },
    {
      name: 'businessAccountId',
      label: 'waBusinessAccountId',
      kind: 'text',
      required: true,
      placeholder: '102290129340398',
      help: 'waBusinessAccountIdHelp',
    },
    { name: 'accessToken', label: 'metaAccessToken', kind: 'secret', required: true, help: 'waAccessTokenHelp' },
    { name: 'appSecret', label: 'metaAppSecret', kind: 'secret', required: true, help: 'metaAppSecretHelp' },
    { name: 'apiUrl', label: 'apiUrl', kind: 'url', required: false, placeholder: graphBase, help: 'apiUrlHelp' },
  ],
  capabilities,
  policy: {
    link: 'official-api',
    firstContact: 'opt-in-template',
    windowMs: 24 * hourMs,
    broadcast: 'opt-in-only',
    employmentUse: 'allowed',
    source:
      'WhatsApp Business Messaging Policy: opt-in before the first message, templates outside 24 hours, nothing but the thread itself may be used',
    checkedOn: '2026-11-29',
  },
  idempotentSend: false,
}
