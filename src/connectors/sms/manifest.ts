import { dayMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest } from '../contract.ts'

export const apiBase = 'https://api.twilio.com'
/** Twilio cuts no text: it refuses a longer one. */
export const maxTextUtf16 = 1_600

export const capabilities: Capabilities = {
  text: { level: 'full', max: maxTextUtf16, unit: 'utf-16' },
  formatting: 'rejected',
  // Twilio fetches what goes as MMS from an address of ours: without a public one there is nothing that it could fetch.
  files: { level: 'rejected', maxBytes: 0, mimeTypes: [] },
  edit: { level: 'rejected', maxAgeMs: 0 },
  retract: { level: 'rejected', maxAgeMs: 0 },
  reply: 'rejected',
  reactions: 'rejected',
  typing: { level: 'rejected', refreshMs: 0 },
  receipts: { delivered: 'full', read: 'rejected' },
  presence: 'rejected',
  invite: 'rejected',
  rooms: 'rejected',
  history: { level: 'rejected', maxAgeMs: 0 },
}

/** With a public address, from a number that can send MMS: what Twilio takes in any size up to its limit for all together. */
export const withPictures: Capabilities = {
  ...capabilities,
  files: {
    level: 'full',
    maxBytes: 5_000_000,
    mimeTypes: ['image/jpeg', 'image/png', 'image/gif'],
    perMessage: 10,
  },
}

/** What was said before the connection was made is fetched this far back. */
export const firstLookMs = 7 * dayMs

export const manifest: ConnectorManifest = {
  tool: 'sms',
  label: 'SMS (Twilio)',
  fields: [
    {
      name: 'number',
      label: 'smsNumber',
      kind: 'text',
      required: true,
      placeholder: '+4915112345678',
      help: 'smsNumberHelp',
    },
    {
      name: 'accountSid',
      label: 'twilioAccountSid',
      kind: 'text',
      required: true,
      placeholder: 'AC…',
      help: 'twilioAccountSidHelp',
    },
    { name: 'authToken', label: 'twilioAuthToken', kind: 'secret', required: true, help: 'twilioAuthTokenHelp' },
    { name: 'service', label: 'smsService', kind: 'text', required: false, placeholder: 'MG…', help: 'smsServiceHelp' },
    { name: 'stopWords', label: 'smsStopWords', kind: 'text', required: false, help: 'smsStopWordsHelp' },
    { name: 'apiUrl', label: 'apiUrl', kind: 'url', required: false, placeholder: apiBase, help: 'apiUrlHelp' },
  ],
  capabilities,
  policy: {
    link: 'official-api',
    firstContact: 'connected-only',
    broadcast: 'opt-in-only',
    employmentUse: 'allowed',
    source: 'Twilio Messaging Policy and CTIA principles: prior consent, STOP honoured at once',
    checkedOn: '2026-11-29',
  },
  idempotentSend: false,
}
