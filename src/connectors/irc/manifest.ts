import { dayMs, secondMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest, RemoteConversation } from '../contract.ts'
import type { Caps } from './caps.ts'

/** A long text goes out as several lines; more than these are a flood to those who read them. */
export const textLimits = { maxBytes: 2_000, maxLines: 8 } as const

export const capabilities: Capabilities = {
  text: { level: 'full', max: textLimits.maxBytes, unit: 'bytes' },
  formatting: 'dropped',
  files: { level: 'rejected', maxBytes: 0, mimeTypes: [] },
  edit: { level: 'rejected', maxAgeMs: 0 },
  retract: { level: 'rejected', maxAgeMs: 0 },
  reply: 'fallback',
  reactions: 'rejected',
  typing: { level: 'partial', refreshMs: 3 * secondMs },
  receipts: { delivered: 'rejected', read: 'rejected' },
  presence: 'partial',
  invite: 'rejected',
  rooms: 'full',
  history: { level: 'partial', maxAgeMs: 30 * dayMs },
}

/** What this server can do, once it has said so; before that what the manifest promises. */
export function capabilitiesOf(to: RemoteConversation, caps: Caps | undefined): Capabilities {
  const room = to.kind === 'room'
  const tags = caps === undefined || caps.has('message-tags')
  const history =
    caps === undefined || caps.has('draft/chathistory') || caps.has('chathistory') || caps.bouncer() !== undefined
  return {
    ...capabilities,
    reply: tags && !room ? 'partial' : 'fallback',
    typing: tags ? capabilities.typing : { ...capabilities.typing, level: 'rejected' },
    presence: room ? 'rejected' : 'partial',
    history: history ? capabilities.history : { level: 'rejected', maxAgeMs: 0 },
  }
}

export const manifest: ConnectorManifest = {
  tool: 'irc',
  label: 'IRC',
  fields: [
    {
      name: 'server',
      label: 'ircServer',
      kind: 'text',
      required: true,
      placeholder: 'irc.libera.chat',
      help: 'ircServerHelp',
    },
    { name: 'nick', label: 'ircNick', kind: 'text', required: true, placeholder: 'ana', help: 'ircNickHelp' },
    { name: 'password', label: 'ircPassword', kind: 'secret', required: false, upfront: true, help: 'ircPasswordHelp' },
    {
      name: 'channels',
      label: 'ircChannels',
      kind: 'text',
      required: false,
      upfront: true,
      placeholder: '#python, #dev password',
      help: 'ircChannelsHelp',
    },
    { name: 'account', label: 'ircAccount', kind: 'text', required: false, help: 'ircAccountHelp' },
    {
      name: 'serverPassword',
      label: 'ircServerPassword',
      kind: 'secret',
      required: false,
      help: 'ircServerPasswordHelp',
    },
    { name: 'port', label: 'port', kind: 'number', required: false, placeholder: '6697' },
    { name: 'realName', label: 'ircRealName', kind: 'text', required: false, help: 'ircRealNameHelp' },
    {
      name: 'network',
      label: 'ircNetwork',
      kind: 'text',
      required: false,
      placeholder: 'libera.chat',
      help: 'ircNetworkHelp',
    },
    { name: 'trust', label: 'ircTrust', kind: 'text', required: false, help: 'ircTrustHelp' },
    { name: 'certificate', label: 'ircCertificate', kind: 'secret', required: false, help: 'ircCertificateHelp' },
    { name: 'allowPlain', label: 'allowPlain', kind: 'switch', required: false, help: 'ircAllowPlainHelp' },
  ],
  presets: [
    { name: 'libera', values: { server: 'irc.libera.chat', port: '6697' } },
    { name: 'oftc', values: { server: 'irc.oftc.net', port: '6697' } },
    { name: 'bouncer', values: { server: '', port: '6697' } },
  ],
  capabilities,
  policy: {
    link: 'open-protocol',
    firstContact: 'same-space',
    broadcast: 'forbidden',
    employmentUse: 'allowed',
    source: 'RFC 2812, IRCv3: an open protocol without terms of its own; each network and channel has its rules',
    checkedOn: '2026-11-22',
  },
  idempotentSend: false,
}
