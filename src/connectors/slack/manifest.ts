import { dayMs } from '#kernel/clock.ts'
import type { Capabilities, ConnectorManifest } from '../contract.ts'

/** Slack cuts longer texts (docs: chat.postMessage). */
export const maxTextCodePoints = 4_000
export const maxUploadBytes = 100_000_000

/** What the app asks of a workspace, and why: the manifest behind the first step names the same. */
export const wantedScopes: Readonly<Record<string, string>> = {
  'chat:write': 'to write',
  'im:history': 'to read private messages',
  'im:read': 'to find private chats',
  'im:write': 'to open a private chat',
  'channels:history': 'to read the channels it was added to',
  'channels:read': 'to name channels',
  'groups:history': 'to read private channels it was added to',
  'groups:read': 'to name private channels',
  'users:read': 'to name people',
  'reactions:read': 'to see reactions',
  'reactions:write': 'to react',
  'files:read': 'to open files',
  'files:write': 'to send files',
}

const appManifest = {
  display_information: { name: 'Kith' },
  features: {
    bot_user: { display_name: 'Kith', always_online: false },
    app_home: { messages_tab_enabled: true, messages_tab_read_only_enabled: false },
  },
  oauth_config: { scopes: { bot: Object.keys(wantedScopes) } },
  settings: {
    event_subscriptions: {
      bot_events: ['message.im', 'message.channels', 'message.groups', 'reaction_added', 'reaction_removed'],
    },
    socket_mode_enabled: true,
  },
}

export const capabilities: Capabilities = {
  text: { level: 'full', max: maxTextCodePoints, unit: 'code-points' },
  formatting: 'dropped',
  files: { level: 'full', maxBytes: maxUploadBytes, mimeTypes: [] },
  edit: { level: 'full', maxAgeMs: 365 * dayMs },
  retract: { level: 'full', maxAgeMs: 365 * dayMs },
  reply: 'full',
  reactions: 'partial',
  typing: { level: 'rejected', refreshMs: 0 },
  receipts: { delivered: 'rejected', read: 'rejected' },
  presence: 'rejected',
  invite: 'rejected',
  rooms: 'full',
  // Free workspaces show 90 days.
  history: { level: 'partial', maxAgeMs: 90 * dayMs },
}

export const manifest: ConnectorManifest = {
  tool: 'slack',
  label: 'Slack',
  fields: [
    {
      name: 'botToken',
      label: 'slackBotToken',
      kind: 'secret',
      required: true,
      help: 'slackBotTokenHelp',
      placeholder: 'xoxb-…',
    },
    {
      name: 'appToken',
      label: 'slackAppToken',
      kind: 'secret',
      required: false,
      upfront: true,
      help: 'slackAppTokenHelp',
      placeholder: 'xapp-…',
    },
    {
      name: 'signingSecret',
      label: 'slackSigningSecret',
      kind: 'secret',
      required: false,
      help: 'slackSigningSecretHelp',
    },
  ],
  steps: [
    {
      name: 'slack-app',
      url: `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(appManifest))}`,
    },
    { name: 'slack-install' },
    { name: 'slack-app-token' },
    { name: 'slack-channels' },
  ],
  capabilities,
  policy: {
    link: 'official-api',
    firstContact: 'same-space',
    broadcast: 'forbidden',
    employmentUse: 'allowed',
    source: 'slack.com/terms-of-service/api: members of a workspace that installed the app',
    checkedOn: '2026-11-29',
  },
  idempotentSend: false,
}
