import type { Capabilities, ConnectorManifest, Level, SocialPolicy } from '#connectors/contract.ts'
import { connectorTools, findConnector } from '#connectors/registry.ts'
import { manifest as websiteChat } from '#connectors/website-chat/manifest.ts'
import type { ToolId } from '#kernel/tools.ts'
import { createHttpClient } from '#platform/http.ts'

/** What the conformance suite and the scenarios run against. */
const testedAgainst: Partial<Record<ToolId, string>> = {
  irc: 'ngIRCd 26.1, InspIRCd 3.15 with Atheme 7.2, alone and as two linked servers, ZNC 1.8',
  xmpp: 'Prosody 0.12, with and without archive and stream management, and ejabberd 23.01',
  email:
    'Postfix 3.7 and Dovecot 2.3, with CONDSTORE and QRESYNC; Gmail’s labels and threads through a gate that speaks its extension before Dovecot',
  telegram: 'a server that checks every request against the description of Bot API 10.1',
  messenger: 'a server that checks every request against shapes written from Meta’s reference pages',
  instagram: 'a server that checks every request against shapes written from Meta’s reference pages',
  twitter:
    'a server that checks every request against shapes written from X’s reference pages, and against X’s own description where it is at hand',
  sms: 'a server made from Twilio’s own API description (2010-04-01)',
  whatsapp: 'a server made from Meta’s own API description (v23.0)',
  matrix:
    'a homeserver of our own that refuses what the specification’s schemas refuse, with matrix-js-sdk 43 as the other side; any real one by KITH_TEST_MATRIX_URL',
  slack:
    'a server that checks every request against shapes written from Slack’s reference pages, and against Slack’s own description where it is at hand, with a socket of its own',
  discord: 'a server that checks every request against Discord’s description of API v10, and a gateway of its own',
  bluesky: 'Bluesky’s own PDS; its AppView and chat: a contract server that refuses what the lexicons refuse',
  mastodon: 'snac 2.75; streaming, limits, edits and locked accounts: a contract server that refuses wrong requests',
  'website-chat': 'Chromium, on Kith’s own pages and on another site',
}
const pages: Partial<Record<ToolId, string>> = {
  xmpp: 'xmpp.md',
  email: 'email.md',
  irc: 'irc.md',
  telegram: 'telegram.md',
  messenger: 'messenger.md',
  instagram: 'messenger.md',
  twitter: 'x.md',
  sms: 'sms.md',
  whatsapp: 'whatsapp.md',
  matrix: 'matrix.md',
  slack: 'slack.md',
  discord: 'discord.md',
  bluesky: 'bluesky.md',
  mastodon: 'mastodon.md',
}

const levels: Readonly<Record<Level, string>> = {
  rejected: '–',
  dropped: 'lost silently',
  fallback: 'in another form',
  partial: 'in part',
  full: 'yes',
}

const links: Readonly<Record<SocialPolicy['link'], string>> = {
  'open-protocol': 'open protocol',
  'official-api': 'official API',
  bridge: 'bridge',
  'hand-off': 'by hand',
}

const firstContact: Readonly<Record<SocialPolicy['firstContact'], string>> = {
  anyone: 'anyone may begin',
  'same-space': 'members of the same space',
  'connected-only': 'only when connected',
  'recipient-first': 'they begin',
  'opt-in-template': 'with their consent, by a template',
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

function span(ms: number): string {
  if (ms >= 730 * dayMs) return `${Math.floor(ms / (365 * dayMs))} years`
  if (ms >= 2 * dayMs) return `${Math.round(ms / dayMs)} days`
  return ms >= hourMs ? `${Math.round(ms / hourMs)} h` : `${Math.round(ms / 60_000)} min`
}

const within = ({ level, maxAgeMs }: { level: Level; maxAgeMs: number }) =>
  level === 'rejected' || !Number.isFinite(maxAgeMs) || maxAgeMs === 0
    ? levels[level]
    : `${levels[level]}, ${span(maxAgeMs)}`

const rows: readonly [string, (manifest: ConnectorManifest) => string][] = [
  ['connects by', ({ policy }) => links[policy.link]],
  ['first contact', ({ policy }) => firstContact[policy.firstContact]],
  ['free text after their last message', ({ policy }) => (policy.windowMs ? span(policy.windowMs) : 'always')],
  [
    'one text to many',
    ({ policy }) => ({ forbidden: 'no', 'opt-in-only': 'with opt-in', native: 'yes' })[policy.broadcast],
  ],
  ['data may serve an employment decision', ({ policy }) => (policy.employmentUse === 'allowed' ? 'yes' : 'no')],
  ['longest text', ({ capabilities }) => longest(capabilities)],
  ['formatting', ({ capabilities }) => levels[capabilities.formatting]],
  ['files', ({ capabilities }) => levels[capabilities.files.level]],
  ['correct what was sent', ({ capabilities }) => within(capabilities.edit)],
  ['withdraw what was sent', ({ capabilities }) => within(capabilities.retract)],
  ['replies', ({ capabilities }) => levels[capabilities.reply]],
  ['reactions', ({ capabilities }) => levels[capabilities.reactions]],
  ['typing', ({ capabilities }) => levels[capabilities.typing.level]],
  ['delivered', ({ capabilities }) => levels[capabilities.receipts.delivered]],
  ['read', ({ capabilities }) => levels[capabilities.receipts.read]],
  ['who is online', ({ capabilities }) => levels[capabilities.presence]],
  ['invitations', ({ capabilities }) => levels[capabilities.invite]],
  ['rooms', ({ capabilities }) => levels[capabilities.rooms]],
  ['what was said while Kith was off', ({ capabilities }) => within(capabilities.history)],
  [
    'an unclear send is repeated',
    ({ idempotentSend }) => (idempotentSend ? 'yes, without doubling' : 'no: you decide'),
  ],
  ['tested against', ({ tool }) => testedAgainst[tool] ?? 'not yet'],
  ['source of its rules', ({ policy }) => `${policy.source} (${policy.checkedOn})`],
]

function longest({ text }: Capabilities): string {
  const unit = { 'code-points': 'characters', 'utf-16': 'UTF-16 units', bytes: 'bytes', graphemes: 'characters' }[
    text.unit
  ]
  return `${new Intl.NumberFormat('en').format(text.max)} ${unit}`
}

const cell = (text: string) => text.replaceAll('|', '\\|')
const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`

/** docs/networks/README.md, from the manifests of the connectors. */
export async function printNetworksPage(): Promise<string> {
  await using http = createHttpClient()
  const outside = { http, allowAddress: () => false }
  const connectors = await Promise.all(connectorTools.map(tool => findConnector(tool, outside)))
  const manifests = [...connectors.flatMap(found => (found ? [found.manifest] : [])), websiteChat].filter(
    (manifest, index, all) => all.findIndex(({ tool }) => tool === manifest.tool) === index,
  )
  const heads = manifests.map(({ label, tool }) => (pages[tool] ? `[${label}](${pages[tool]})` : label))
  return [
    '<!-- Generated by "npm run docs" from the manifests in src/connectors. Change them there. -->',
    '# Networks',
    '',
    'What Kith can do on each network that it connects to by itself. The composer draws from the same data, so it offers nothing that',
    'a network refuses. On every other tool Kith judges your draft, puts it on the clipboard, opens the tool’s own page and notes',
    'that you sent it: the hand-off.',
    '',
    line(['', ...heads]),
    line(['---', ...heads.map(() => '---')]),
    ...rows.map(([title, show]) => line([title, ...manifests.map(show)])),
    '',
    '“–” means that the network, or Kith on it, does not do this. Adding a network: a folder in `src/connectors` that passes',
    '`conformance.ts` against a real server.',
    '',
  ].join('\n')
}
