import { dayMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest } from '../contract.ts'

/** Servers take 25 MB and more as a rule; base64 makes files a third larger. */
export const maxFileBytes = 18_000_000
export const maxTextCodePoints = 50_000

export const capabilities: Capabilities = {
  text: { level: 'full', max: maxTextCodePoints, unit: 'code-points' },
  formatting: 'dropped',
  files: { level: 'full', maxBytes: maxFileBytes, mimeTypes: [], perMessage: 20 },
  edit: { level: 'rejected', maxAgeMs: 0 },
  retract: { level: 'rejected', maxAgeMs: 0 },
  reply: 'full',
  reactions: 'rejected',
  typing: { level: 'rejected', refreshMs: 0 },
  receipts: { delivered: 'partial', read: 'rejected' },
  presence: 'rejected',
  invite: 'rejected',
  rooms: 'rejected',
  history: { level: 'full', maxAgeMs: 3_650 * dayMs },
}

export const manifest: ConnectorManifest = {
  tool: 'email',
  label: 'E-mail',
  fields: [
    { name: 'address', label: 'address', kind: 'text', required: true, placeholder: 'you@example.org' },
    { name: 'password', label: 'mailPassword', kind: 'secret', required: true, help: 'mailPasswordHelp' },
    { name: 'name', label: 'mailName', kind: 'text', required: false, help: 'mailNameHelp' },
    { name: 'user', label: 'mailUser', kind: 'text', required: false, help: 'mailUserHelp' },
    { name: 'aliases', label: 'mailAliases', kind: 'text', required: false, help: 'mailAliasesHelp' },
    {
      name: 'imapServer',
      label: 'imapServer',
      kind: 'text',
      required: false,
      help: 'mailServersHelp',
      placeholder: 'imap.example.org',
    },
    { name: 'imapPort', label: 'imapPort', kind: 'number', required: false, placeholder: '993' },
    { name: 'smtpServer', label: 'smtpServer', kind: 'text', required: false, placeholder: 'smtp.example.org' },
    { name: 'smtpPort', label: 'smtpPort', kind: 'number', required: false, placeholder: '465' },
    { name: 'oauthClientId', label: 'oauthClientId', kind: 'text', required: false, help: 'oauthClientIdHelp' },
    { name: 'oauthClientSecret', label: 'oauthClientSecret', kind: 'secret', required: false },
    { name: 'oauthTokenUrl', label: 'oauthTokenUrl', kind: 'url', required: false, help: 'oauthTokenUrlHelp' },
    { name: 'historyDays', label: 'historyDays', kind: 'number', required: false, placeholder: '30' },
    { name: 'skipLists', label: 'skipLists', kind: 'switch', required: false, help: 'skipListsHelp' },
    { name: 'markSeen', label: 'markSeen', kind: 'switch', required: false, help: 'markSeenHelp' },
    { name: 'allowPlain', label: 'allowPlain', kind: 'switch', required: false, help: 'mailAllowPlainHelp' },
  ],
  capabilities,
  policy: {
    link: 'open-protocol',
    // A first mail to an address that was found on a sourcing profile is judged as outreach there (`via`).
    firstContact: 'anyone',
    broadcast: 'opt-in-only',
    employmentUse: 'allowed',
    source:
      'RFC 5321, RFC 9051: open protocols without terms of their own; mail to many needs consent (ePrivacy directive 2002/58/EC, article 13)',
    checkedOn: '2026-11-22',
  },
  // The Message-ID is the same on every try, but servers deliver a second copy all the same.
  idempotentSend: false,
}
