import { dayMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest } from '../contract.ts'

export const maxTextCodePoints = 2_000
/** Without Nitro or boosts (support.discord.com, file attachments). */
export const maxUploadBytes = 10_000_000
export const maxFiles = 10

export const capabilities: Capabilities = {
  text: { level: 'full', max: maxTextCodePoints, unit: 'code-points' },
  formatting: 'dropped',
  files: { level: 'full', maxBytes: maxUploadBytes, mimeTypes: [] },
  edit: { level: 'full', maxAgeMs: 3_650 * dayMs },
  retract: { level: 'full', maxAgeMs: 3_650 * dayMs },
  reply: 'full',
  reactions: 'full',
  typing: { level: 'full', refreshMs: 8_000 },
  receipts: { delivered: 'rejected', read: 'rejected' },
  presence: 'rejected',
  invite: 'rejected',
  rooms: 'partial',
  history: { level: 'full', maxAgeMs: 3_650 * dayMs },
}

export const manifest: ConnectorManifest = {
  tool: 'discord',
  label: 'Discord',
  fields: [{ name: 'token', label: 'discordToken', kind: 'secret', required: true, help: 'discordTokenHelp' }],
  steps: [
    { name: 'discord-app', url: 'https://discord.com/developers/applications' },
    { name: 'discord-intent' },
    { name: 'discord-token' },
    { name: 'discord-invite' },
  ],
  capabilities,
  policy: {
    link: 'official-api',
    firstContact: 'same-space',
    broadcast: 'forbidden',
    employmentUse: 'forbidden',
    source:
      'Discord Developer Policy, “Do not use API Data for … employment”: discord.com/developers/docs/policies-and-agreements',
    checkedOn: '2026-11-29',
  },
  // The nonce, and for later tries a look at what stands in the channel.
  idempotentSend: true,
}
