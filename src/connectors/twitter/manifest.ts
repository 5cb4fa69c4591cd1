import type { Capabilities, ConnectorManifest } from '../contract.ts'

export const apiBase = 'https://api.twitter.com'
export const maxTextUtf16 = 10_000
/** A public answer; X counts most characters of the world as two. */
export const maxPostWeight = 280

const none = { level: 'rejected', maxAgeMs: 0 } as const

export const capabilities: Capabilities = {
  text: { level: 'full', max: maxTextUtf16, unit: 'utf-16' },
  formatting: 'rejected',
  files: { level: 'rejected', maxBytes: 0, mimeTypes: [] },
  edit: none,
  retract: none,
  reply: 'rejected',
  // A like for a post; direct messages take none.
  reactions: 'partial',
  typing: { level: 'rejected', refreshMs: 0 },
  receipts: { delivered: 'rejected', read: 'rejected' },
  presence: 'rejected',
  invite: 'rejected',
  rooms: 'rejected',
  history: none,
}

/** A thread of posts: what is written there is public, and a like is the only reaction. */
export const publicCapabilities: Capabilities = {
  ...capabilities,
  text: { level: 'full', max: maxPostWeight, unit: 'code-points' },
}

export const manifest: ConnectorManifest = {
  tool: 'twitter',
  label: 'X',
  fields: [
    { name: 'clientId', label: 'xClientId', kind: 'text', required: true, help: 'xClientIdHelp' },
    { name: 'accessToken', label: 'xAccessToken', kind: 'secret', required: true, help: 'xAccessTokenHelp' },
    { name: 'refreshToken', label: 'xRefreshToken', kind: 'secret', required: true, help: 'xRefreshTokenHelp' },
    { name: 'clientSecret', label: 'xClientSecret', kind: 'secret', required: false, help: 'xClientSecretHelp' },
    { name: 'consumerSecret', label: 'xConsumerSecret', kind: 'secret', required: false, help: 'xConsumerSecretHelp' },
    { name: 'apiUrl', label: 'apiUrl', kind: 'url', required: false, placeholder: apiBase, help: 'apiUrlHelp' },
  ],
  capabilities,
  policy: {
    link: 'official-api',
    firstContact: 'connected-only',
    broadcast: 'forbidden',
    employmentUse: 'allowed',
    source:
      'X Developer Policy and automation rules: consent before automated direct messages, nothing in bulk; no derived sensitive data, no background checks or eligibility for employment beyond what the person published',
    checkedOn: '2026-11-29',
  },
  idempotentSend: false,
}
