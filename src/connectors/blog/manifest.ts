import { dayMs } from '#kernel/clock.ts'
import type { ConnectorManifest } from '../contract.ts'

export const manifest: ConnectorManifest = {
  tool: 'blog',
  label: 'Blog in the fediverse',
  fields: [],
  capabilities: {
    text: { level: 'full', max: 500, unit: 'code-points' },
    formatting: 'dropped',
    files: { level: 'rejected', maxBytes: 0, mimeTypes: [] },
    edit: { level: 'full', maxAgeMs: 3_650 * dayMs },
    retract: { level: 'full', maxAgeMs: 3_650 * dayMs },
    reply: 'full',
    reactions: 'rejected',
    typing: { level: 'rejected', refreshMs: 0 },
    receipts: { delivered: 'rejected', read: 'rejected' },
    presence: 'rejected',
    invite: 'rejected',
    rooms: 'rejected',
    history: { level: 'rejected', maxAgeMs: 0 },
  },
  policy: {
    link: 'open-protocol',
    firstContact: 'recipient-first',
    broadcast: 'opt-in-only',
    employmentUse: 'allowed',
    source: 'ActivityPub is an open protocol; whoever follows a blog has asked for its posts, and for nothing else',
    checkedOn: '2026-11-30',
  },
  // A note keeps its id on every try: servers take the same one once.
  idempotentSend: true,
}
