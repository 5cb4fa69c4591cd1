import { dayMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest } from '../contract.ts'

/** Of the lexicons app.bsky.feed.post, app.bsky.embed.images and chat.bsky.convo.defs. */
export const limits = {
  postGraphemes: 300,
  postBytes: 3_000,
  chatGraphemes: 1_000,
  chatBytes: 10_000,
  images: 4,
  imageBytes: 1_000_000,
}

/** In posts and replies, before everybody. */
export const capabilities: Capabilities = {
  text: { level: 'full', max: limits.postGraphemes, unit: 'graphemes' },
  formatting: 'dropped',
  files: { level: 'partial', maxBytes: limits.imageBytes, mimeTypes: ['image/*'] },
  edit: { level: 'rejected', maxAgeMs: 0 },
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

/** In the chat: nothing can be taken back for the other side, and no files go. */
export const chatCapabilities: Capabilities = {
  ...capabilities,
  text: { level: 'full', max: limits.chatGraphemes, unit: 'graphemes' },
  files: { level: 'rejected', maxBytes: 0, mimeTypes: [] },
  retract: { level: 'rejected', maxAgeMs: 0 },
  reactions: 'full',
}

export const manifest: ConnectorManifest = {
  tool: 'bluesky',
  label: 'Bluesky',
  fields: [
    {
      name: 'handle',
      label: 'blueskyHandle',
      kind: 'text',
      required: true,
      placeholder: 'you.bsky.social',
      help: 'blueskyHandleHelp',
    },
    { name: 'password', label: 'appPassword', kind: 'secret', required: true, help: 'appPasswordHelp' },
    {
      name: 'service',
      label: 'blueskyService',
      kind: 'url',
      required: false,
      placeholder: 'https://bsky.social',
      help: 'blueskyServiceHelp',
    },
    { name: 'historyDays', label: 'historyDays', kind: 'number', required: false, placeholder: '30' },
    { name: 'allowPlain', label: 'allowPlain', kind: 'switch', required: false, help: 'fediverseAllowPlain' },
  ],
  capabilities,
  policy: {
    link: 'open-protocol',
    firstContact: 'connected-only',
    broadcast: 'forbidden',
    employmentUse: 'allowed',
    source:
      'AT protocol; Bluesky’s community guidelines forbid bulk and unsolicited messages; each person says who may chat (allowIncoming)',
    checkedOn: '2026-11-29',
  },
  // A post has the same name on every try; a chat message has none, so after a crash a person decides.
  idempotentSend: false,
}
