import { dayMs, minuteMs, secondMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest } from '../contract.ts'

/** Every server must take stanzas of 10,000 bytes (RFC 6120 13.12); the rest is for the envelope. */
export const maxTextBytes = 9_000

export const capabilities: Capabilities = {
  text: { level: 'full', max: maxTextBytes, unit: 'bytes' },
  formatting: 'dropped',
  files: { level: 'fallback', maxBytes: 0, mimeTypes: [] },
  edit: { level: 'partial', maxAgeMs: dayMs },
  retract: { level: 'partial', maxAgeMs: dayMs },
  reply: 'full',
  reactions: 'partial',
  typing: { level: 'full', refreshMs: 30 * secondMs },
  receipts: { delivered: 'partial', read: 'partial' },
  presence: 'full',
  invite: 'full',
  rooms: 'full',
  history: { level: 'partial', maxAgeMs: 3_650 * dayMs },
}

export const roomCapabilities: Capabilities = {
  ...capabilities,
  receipts: { delivered: 'rejected', read: 'rejected' },
  typing: { level: 'rejected', refreshMs: minuteMs },
  presence: 'rejected',
  invite: 'rejected',
}

export const manifest: ConnectorManifest = {
  tool: 'xmpp',
  label: 'XMPP (Jabber)',
  fields: [
    { name: 'jid', label: 'jid', kind: 'text', required: true, placeholder: 'you@example.org' },
    { name: 'password', label: 'password', kind: 'secret', required: true },
    { name: 'server', label: 'server', kind: 'text', required: false, help: 'xmppServer' },
    { name: 'port', label: 'port', kind: 'number', required: false, placeholder: '5222' },
    { name: 'resource', label: 'resource', kind: 'text', required: false, help: 'xmppResource' },
    { name: 'historyDays', label: 'historyDays', kind: 'number', required: false, placeholder: '30' },
    { name: 'allowPlain', label: 'allowPlain', kind: 'switch', required: false, help: 'xmppAllowPlain' },
  ],
  capabilities,
  policy: {
    link: 'open-protocol',
    firstContact: 'anyone',
    broadcast: 'forbidden',
    employmentUse: 'allowed',
    source: 'RFC 6120, RFC 6121: an open protocol without terms of its own; each server may have its rules',
    checkedOn: '2026-11-22',
  },
  idempotentSend: false,
  // One stream carries all, in order (RFC 6120 10.1), and one count of acknowledgements (XEP-0198).
  pipelinedSend: true,
}
