import { hourMs, secondMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest } from '../contract.ts'

const none = { level: 'rejected', maxAgeMs: 0 } as const
const window = 24 * hourMs

/** Where the two differ. */
export type Flavour = {
  readonly tool: 'messenger' | 'instagram'
  readonly base: string
  readonly version: string
  /** What a webhook calls the object. */
  readonly object: 'page' | 'instagram'
  readonly meFields: string
  readonly personFields: string
  readonly tokenField: 'pageToken' | 'instagramToken'
  readonly manifest: ConnectorManifest
}

const shared: Capabilities = {
  text: { level: 'full', max: 2_000, unit: 'utf-16' },
  formatting: 'rejected',
  files: { level: 'rejected', maxBytes: 0, mimeTypes: [] },
  edit: none,
  retract: none,
  reply: 'full',
  reactions: 'partial',
  typing: { level: 'partial', refreshMs: 15 * secondMs },
  receipts: { delivered: 'full', read: 'full' },
  presence: 'rejected',
  invite: 'rejected',
  rooms: 'rejected',
  history: none,
}

const policy = (source: string): ConnectorManifest['policy'] => ({
  link: 'official-api',
  firstContact: 'recipient-first',
  windowMs: window,
  broadcast: 'forbidden',
  employmentUse: 'allowed',
  source,
  checkedOn: '2026-11-29',
})

const apiUrl = (placeholder: string) =>
  ({ name: 'apiUrl', label: 'apiUrl', kind: 'url', required: false, placeholder, help: 'apiUrlHelp' }) as const

export const messenger: Flavour = {
  tool: 'messenger',
  base: 'https://graph.facebook.com',
  version: 'v23.0',
  object: 'page',
  meFields: 'id,name',
  personFields: 'first_name,last_name',
  tokenField: 'pageToken',
  manifest: {
    tool: 'messenger',
    label: 'Messenger',
    fields: [
      { name: 'pageToken', label: 'pageToken', kind: 'secret', required: true, help: 'pageTokenHelp' },
      { name: 'appSecret', label: 'metaAppSecret', kind: 'secret', required: true, help: 'metaAppSecretHelp' },
      { name: 'humanAgent', label: 'humanAgent', kind: 'switch', required: false, help: 'humanAgentHelp' },
      apiUrl('https://graph.facebook.com'),
    ],
    capabilities: { ...shared, files: { level: 'full', maxBytes: 25_000_000, mimeTypes: [] } },
    policy: policy(
      'Messenger Platform policy: the person begins, 24 hours after their last message, up to 7 days by a human agent and never by automation',
    ),
    idempotentSend: false,
  },
}

export const instagram: Flavour = {
  tool: 'instagram',
  base: 'https://graph.instagram.com',
  version: 'v23.0',
  object: 'instagram',
  meFields: 'user_id,username',
  personFields: 'name,username',
  tokenField: 'instagramToken',
  manifest: {
    tool: 'instagram',
    label: 'Instagram',
    fields: [
      { name: 'instagramToken', label: 'instagramToken', kind: 'secret', required: true, help: 'instagramTokenHelp' },
      {
        name: 'appSecret',
        label: 'instagramAppSecret',
        kind: 'secret',
        required: true,
        help: 'instagramAppSecretHelp',
      },
      { name: 'humanAgent', label: 'humanAgent', kind: 'switch', required: false, help: 'humanAgentHelp' },
      apiUrl('https://graph.instagram.com'),
    ],
    capabilities: {
      ...shared,
      text: { level: 'full', max: 1_000, unit: 'bytes' },
      reply: 'rejected',
      receipts: { delivered: 'rejected', read: 'full' },
    },
    policy: policy(
      'Instagram messaging policy: the person begins, 24 hours after their last message, up to 7 days by a human agent and never by automation',
    ),
    idempotentSend: false,
  },
}
