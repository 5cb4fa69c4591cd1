import { dayMs, secondMs } from '#kernel/clock.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Capabilities, ConnectorManifest, RemoteConversation } from '../contract.ts'
import { words } from './read/words.ts'

/** An event has 65,536 bytes at most (specification, size limits); the rest is for the envelope and for JSON's escapes. */
export const maxTextBytes = 30_000

export const capabilities: Capabilities = {
  text: { level: 'full', max: maxTextBytes, unit: 'bytes' },
  formatting: 'dropped',
  files: { level: 'full', maxBytes: 100_000_000, mimeTypes: [] },
  edit: { level: 'full', maxAgeMs: 3_650 * dayMs },
  retract: { level: 'full', maxAgeMs: 3_650 * dayMs },
  reply: 'full',
  reactions: 'full',
  typing: { level: 'full', refreshMs: 20 * secondMs },
  // Matrix tells who has read, and nothing between that and “the server has it”.
  receipts: { delivered: 'rejected', read: 'full' },
  presence: 'partial',
  invite: 'full',
  rooms: 'full',
  history: { level: 'full', maxAgeMs: 3_650 * dayMs },
}

/** What the networks behind bridges take at once. */
const carriedMax: Partial<Record<ToolId, number>> = {
  discord: 2_000,
  instagram: 1_000,
  irc: 2_000,
  sms: 1_600,
  telegram: 4_096,
  linkedin: 8_000,
  twitter: 10_000,
  messenger: 20_000,
}

export function capabilitiesOf(
  to: RemoteConversation,
  known: { encrypted: boolean; tool: ToolId | undefined; maxFileBytes: number | undefined },
): Capabilities {
  const room = to.kind === 'room'
  const max = (known.tool && carriedMax[known.tool]) ?? maxTextBytes
  const files = { ...capabilities.files, maxBytes: known.maxFileBytes ?? capabilities.files.maxBytes }
  const open: Capabilities = {
    ...capabilities,
    text: { ...capabilities.text, max },
    files,
    // A bridge's bot tells that the network behind it has the message.
    receipts: room
      ? { delivered: 'rejected', read: 'rejected' }
      : { delivered: known.tool ? 'partial' : 'rejected', read: 'full' },
    presence: room ? 'rejected' : 'partial',
    invite: room ? 'rejected' : 'full',
  }
  if (!known.encrypted) return open
  return {
    ...open,
    text: { ...open.text, level: 'rejected', why: words.mayNotSend },
    files: { ...files, level: 'rejected' },
    edit: { level: 'rejected', maxAgeMs: 0 },
    reply: 'rejected',
    reactions: 'rejected',
    history: { ...capabilities.history, level: 'partial' },
  }
}

export const manifest: ConnectorManifest = {
  tool: 'matrix',
  label: 'Matrix',
  fields: [
    {
      name: 'userId',
      label: 'matrixId',
      kind: 'text',
      required: true,
      placeholder: '@you:example.org',
      help: 'matrixIdHelp',
    },
    { name: 'password', label: 'password', kind: 'secret', required: false, upfront: true, help: 'matrixPasswordHelp' },
    { name: 'token', label: 'matrixToken', kind: 'secret', required: false, upfront: true, help: 'matrixTokenHelp' },
    {
      name: 'server',
      label: 'server',
      kind: 'text',
      required: false,
      placeholder: 'https://matrix.example.org',
      help: 'matrixServerHelp',
    },
    { name: 'allowPlain', label: 'allowPlain', kind: 'switch', required: false, help: 'matrixAllowPlainHelp' },
  ],
  capabilities,
  policy: {
    link: 'open-protocol',
    firstContact: 'anyone',
    broadcast: 'forbidden',
    employmentUse: 'allowed',
    source:
      'Matrix specification 1.16: an open protocol without terms of its own; each server may have its rules, and a bridge carries those of its network',
    checkedOn: '2026-11-29',
  },
  // A transaction id names one event for as long as the device is signed in (specification, transaction identifiers).
  idempotentSend: true,
}
