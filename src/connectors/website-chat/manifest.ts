import type { Capabilities, ConnectorManifest } from '../contract.ts'

const dayMs = 86_400_000
export const maxFileBytes = 10 * 1024 * 1024

/** Kith's own chat: the visitor's browser is the other side, the database between them is the network. */
export const manifest: ConnectorManifest = {
  tool: 'website-chat',
  label: 'Website chat',
  fields: [],
  capabilities: {
    text: { level: 'full', max: 4_000, unit: 'code-points' },
    formatting: 'rejected',
    files: { level: 'full', maxBytes: maxFileBytes, mimeTypes: [], perMessage: 5 },
    edit: { level: 'full', maxAgeMs: dayMs },
    retract: { level: 'full', maxAgeMs: dayMs },
    reply: 'rejected',
    reactions: 'partial',
    typing: { level: 'full', refreshMs: 5_000 },
    receipts: { delivered: 'full', read: 'full' },
    presence: 'full',
    invite: 'rejected',
    rooms: 'rejected',
    history: { level: 'full', maxAgeMs: 3_650 * dayMs },
  },
  policy: {
    link: 'open-protocol',
    firstContact: 'recipient-first',
    broadcast: 'forbidden',
    employmentUse: 'allowed',
    source: 'Kith itself; the consent is asked in the chat.',
    checkedOn: '2026-11-22',
  },
  idempotentSend: true,
  pipelinedSend: true,
}

/** A group chat on a page carries words only. */
export const roomCapabilities: Capabilities = {
  ...manifest.capabilities,
  files: { level: 'rejected', maxBytes: 0, mimeTypes: [] },
  edit: { level: 'rejected', maxAgeMs: 0 },
  retract: { level: 'rejected', maxAgeMs: 0 },
  reactions: 'rejected',
}
