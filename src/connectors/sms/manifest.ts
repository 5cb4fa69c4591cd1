import { dayMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest } from '../contract.ts'

export const apiBase = 'https://api.twilio.com'
/** Twilio cuts no text: it refuses a longer one. */
export const maxTextUtf16 = 1_600

export const capabilities: Capabilities = {
  text: { level: 'full', max: maxTextUtf16, unit: 'utf-16' },
  formatting: 'rejected',
  // Twilio fetches what is sent as MMS from a public address, and Kith gives files to nobody who has not signed in.
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
