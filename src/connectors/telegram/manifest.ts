import { dayMs, hourMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest } from '../contract.ts'

/** What a bot may send (core.telegram.org/bots/api#sending-files). */
export const maxUploadBytes = 50_000_000
export const maxTextUnits = 4_096
export const maxCaptionUnits = 1_024

export const capabilities: Capabilities = {
  text: { level: 'full', max: maxTextUnits, unit: 'utf-16' },
  formatting: 'dropped',
  files: { level: 'full', maxBytes: maxUploadBytes, mimeTypes: [] },
  // Telegram sets no age for what a bot wrote itself; a year is as long as anybody corrects.
  edit: { level: 'full', maxAgeMs: 365 * dayMs },
  retract: { level: 'partial', maxAgeMs: 48 * hourMs },
  reply: 'full',
  reactions: 'partial',
  typing: { level: 'partial', refreshMs: 4_000 },
  receipts: { delivered: 'rejected', read: 'rejected' },
  presence: 'rejected',
  invite: 'rejected',
  rooms: 'partial',
  history: { level: 'rejected', maxAgeMs: 0 },
}

export const manifest: ConnectorManifest = {
  tool: 'telegram',
  label: 'Telegram',
  fields: [
    {
      name: 'token',
      label: 'telegramToken',
      kind: 'secret',
      required: true,
      help: 'telegramTokenHelp',
      placeholder: '123456789:AAE…',
    },
    { name: 'webhook', label: 'telegramWebhook', kind: 'switch', required: false, help: 'telegramWebhookHelp' },
    { name: 'takeOver', label: 'telegramTakeOver', kind: 'switch', required: false, help: 'telegramTakeOverHelp' },
    { name: 'server', label: 'telegramServer', kind: 'url', required: false, help: 'telegramServerHelp' },
  ],
  steps: [
    { name: 'telegram-new', url: 'https://t.me/BotFather' },
    { name: 'telegram-token' },
    { name: 'telegram-groups' },
  ],
  capabilities,
  policy: {
    link: 'official-api',
    firstContact: 'recipient-first',
    broadcast: 'opt-in-only',
    employmentUse: 'allowed',
    source: 'core.telegram.org/bots/api and telegram.org/tos/bot-developers: a bot talks with who started it',
    checkedOn: '2026-11-29',
  },
  idempotentSend: false,
}
