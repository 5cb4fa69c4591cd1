import { dayMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest } from '../contract.ts'

/** Of a server that does not say otherwise. */
export const usualLimits = {
  text: 500,
  files: 4,
  imageBytes: 8_000_000,
  /** Characters that a link counts, however long it is. */
  link: 23,
  fields: 4,
}

export const capabilities: Capabilities = {
  text: { level: 'full', max: usualLimits.text, unit: 'code-points' },
  formatting: 'dropped',
  files: { level: 'full', maxBytes: usualLimits.imageBytes, mimeTypes: ['image/*', 'video/*', 'audio/*'] },
  edit: { level: 'full', maxAgeMs: 3_650 * dayMs },
  retract: { level: 'full', maxAgeMs: 3_650 * dayMs },
  reply: 'full',
  reactions: 'partial',
  typing: { level: 'rejected', refreshMs: 0 },
  receipts: { delivered: 'rejected', read: 'rejected' },
  presence: 'rejected',
  // A follow, which carries no words.
  invite: 'partial',
  rooms: 'rejected',
  history: { level: 'partial', maxAgeMs: 3_650 * dayMs },
}

export const manifest: ConnectorManifest = {
  tool: 'mastodon',
  label: 'Mastodon',
  fields: [
    {
      name: 'server',
      label: 'fediverseServer',
      kind: 'text',
      required: true,
      placeholder: 'mastodon.social',
      help: 'fediverseServerHelp',
    },
    { name: 'token', label: 'accessToken', kind: 'secret', required: true, help: 'mastodonTokenHelp' },
    { name: 'historyDays', label: 'historyDays', kind: 'number', required: false, placeholder: '30' },
    { name: 'allowPlain', label: 'allowPlain', kind: 'switch', required: false, help: 'fediverseAllowPlain' },
  ],
  capabilities,
  policy: {
    link: 'open-protocol',
    firstContact: 'anyone',
    broadcast: 'forbidden',
    employmentUse: 'allowed',
    source: 'ActivityPub is an open protocol; each server has rules of its own, and most forbid unasked advertising',
    checkedOn: '2026-11-29',
  },
  // Idempotency-Key; and where a server does not know it, our own posts are looked through before a second try.
  idempotentSend: true,
}
