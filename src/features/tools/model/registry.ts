import { hourMs } from '#kernel/clock.ts'
import { type ToolId, type ToolKind, toolIds } from '#kernel/tools.ts'
import { chatNumbers, letterNumbers } from './playbook.ts'
import type { Tool, ToolRules } from './tool.ts'

const CHECKED = '2026-11-22'

const open: ToolRules = {
  firstContact: 'anyone',
  employmentUse: 'allowed',
  mailToAddressFoundThere: 'allowed',
  rings: true,
  source: 'open protocol: no owner, no terms',
  checkedOn: CHECKED,
}

const rules = (source: string, change: Partial<ToolRules>): ToolRules => ({ ...open, source, ...change })

const REGISTRY: Readonly<Record<ToolId, Omit<Tool, 'id'>>> = {
  'website-chat': {
    label: 'Website chat',
    mark: 'WC',
    kind: 'messaging',
    surfaces: ['direct', 'room'],
    rules: rules('our own widget: visitors open it', { firstContact: 'recipient-first' }),
    playbook: chatNumbers(),
  },
  xmpp: {
    label: 'XMPP',
    mark: 'XM',
    kind: 'messaging',
    surfaces: ['direct', 'room'],
    rules: open,
    playbook: chatNumbers(),
  },
  irc: {
    label: 'IRC',
    mark: 'IR',
    kind: 'messaging',
    surfaces: ['direct', 'room'],
    rules: rules('each network and channel has its own rules', { firstContact: 'same-space' }),
    playbook: chatNumbers({ room: { maxEmoji: 1 }, direct: { maxEmoji: 1 } }),
  },
  matrix: {
    label: 'Matrix',
    mark: 'MX',
    kind: 'messaging',
    surfaces: ['direct', 'room'],
    rules: open,
    playbook: chatNumbers(),
  },
  telegram: {
    label: 'Telegram',
    mark: 'TG',
    kind: 'messaging',
    surfaces: ['direct', 'room'],
    rules: rules('core.telegram.org/bots: a bot is started by the person', {
      firstContact: 'recipient-first',
      theyWriteFirst: true,
    }),
    playbook: chatNumbers(),
  },
  discord: {
    label: 'Discord',
    mark: 'DC',
    kind: 'messaging',
    surfaces: ['direct', 'room'],
    rules: rules('Discord Developer Policy: no use of its data for employment', {
      firstContact: 'same-space',
      employmentUse: 'forbidden',
    }),
    playbook: chatNumbers(),
  },
  slack: {
    label: 'Slack',
    mark: 'SL',
    kind: 'messaging',
    surfaces: ['direct', 'room'],
    rules: rules('Slack: members of a consenting workspace', { firstContact: 'same-space' }),
    playbook: chatNumbers(),
  },
  whatsapp: {
    label: 'WhatsApp',
    mark: 'WA',
    kind: 'messaging',
    surfaces: ['direct', 'room'],
    rules: rules('WhatsApp Business Messaging Policy: customer service window', {
      firstContact: 'opt-in-template',
      windowMs: 24 * hourMs,
    }),
    playbook: chatNumbers(),
  },
  messenger: {
    label: 'Messenger',
    mark: 'ME',
    kind: 'messaging',
    surfaces: ['direct'],
    rules: rules('Messenger Platform policy: standard messaging window', {
      firstContact: 'recipient-first',
      windowMs: 24 * hourMs,
    }),
    playbook: chatNumbers(),
  },
  instagram: {
    label: 'Instagram',
    mark: 'IG',
    kind: 'messaging',
    surfaces: ['direct', 'public'],
    rules: rules('Instagram messaging policy: standard messaging window', {
      firstContact: 'recipient-first',
      windowMs: 24 * hourMs,
    }),
    playbook: chatNumbers({ public: { maxCodePoints: 400, maxSentences: 4, maxEmoji: 4 } }),
  },
  sms: {
    label: 'SMS',
    mark: 'SM',
    kind: 'messaging',
    surfaces: ['direct'],
    rules: rules('carrier and national law: prior consent, STOP is honoured at once', {
      firstContact: 'connected-only',
    }),
    playbook: chatNumbers({ direct: { maxCodePoints: 306, maxSentences: 3, maxEmoji: 1 } }),
  },
  twitter: {
    label: 'X / Twitter',
    mark: 'TW',
    kind: 'messaging',
    surfaces: ['direct', 'public'],
    rules: rules('X Developer Policy: consent before automation, no bulk messages', { firstContact: 'connected-only' }),
    playbook: chatNumbers({ public: { maxCodePoints: 280, maxSentences: 4 } }),
    handOff: {
      message: 'https://x.com/{handle}',
      invite: 'https://x.com/{handle}',
      comment: '{url}',
      post: 'https://x.com/intent/post',
    },
  },
  email: {
    label: 'E-mail',
    mark: 'EM',
    kind: 'messaging',
    surfaces: ['direct', 'list'],
    rules: rules('national law on unsolicited mail', { firstContact: 'anyone', rings: false }),
    playbook: letterNumbers({ invite: { maxCodePoints: 1_200, maxSentences: 12 } }),
  },
  facebook: {
    label: 'Facebook',
    mark: 'FB',
    kind: 'mixed',
    surfaces: ['direct', 'room', 'public'],
    rules: rules('Facebook terms: no automated collection', { firstContact: 'connected-only' }),
    playbook: chatNumbers(),
    handOff: {
      message: 'https://www.facebook.com/messages/t/{handle}',
      invite: 'https://www.facebook.com/{handle}',
      comment: '{url}',
      post: 'https://www.facebook.com/',
    },
  },
  myspace: {
    label: 'MySpace',
    mark: 'MY',
    kind: 'mixed',
    surfaces: ['direct', 'public'],
    rules: rules('no public API; pages are saved by hand', { firstContact: 'connected-only' }),
    playbook: chatNumbers({ direct: { maxCodePoints: 600, maxSentences: 6 } }),
    handOff: {
      message: 'https://myspace.com/{handle}',
      invite: 'https://myspace.com/{handle}',
      comment: '{url}',
      post: 'https://myspace.com/',
    },
  },
  mastodon: {
    label: 'Mastodon',
    mark: 'MA',
    kind: 'mixed',
    surfaces: ['direct', 'public'],
    rules: rules('each instance has its own rules', {}),
    playbook: chatNumbers({ public: { maxCodePoints: 500, maxSentences: 6 } }),
  },
  bluesky: {
    label: 'Bluesky',
    mark: 'BS',
    kind: 'mixed',
    surfaces: ['direct', 'public'],
    rules: rules('chat.bsky: the person chooses who may write (allowIncoming)', {
      firstContact: 'connected-only',
      inboxSetting: true,
    }),
    playbook: chatNumbers({ public: { maxCodePoints: 300, maxSentences: 4 } }),
  },
  linkedin: {
    label: 'LinkedIn',
    mark: 'LI',
    kind: 'sourcing',
    surfaces: ['direct', 'room', 'public'],
    rules: rules('LinkedIn User Agreement: partners only, so hand-off', { firstContact: 'connected-only' }),
    playbook: letterNumbers(),
    handOff: {
      message: 'https://www.linkedin.com/in/{handle}/',
      invite: 'https://www.linkedin.com/in/{handle}/',
      comment: '{url}',
      post: 'https://www.linkedin.com/feed/?shareActive=true',
    },
  },
  blog: {
    label: 'Blog',
    mark: 'BL',
    kind: 'sourcing',
    surfaces: ['public', 'direct'],
    rules: rules('the author decides what stays under a post', {}),
    playbook: letterNumbers(),
    handOff: { message: '{url}', comment: '{url}' },
  },
  github: {
    label: 'GitHub',
    mark: 'GH',
    kind: 'sourcing',
    surfaces: ['public', 'direct'],
    rules: rules('GitHub Acceptable Use Policies: no unsolicited mail, also not by recruiters', {
      firstContact: 'nobody',
      mailToAddressFoundThere: 'forbidden',
    }),
    playbook: letterNumbers(),
    handOff: { message: 'https://github.com/{handle}', comment: '{url}' },
  },
  forum: {
    label: 'Forum',
    mark: 'FO',
    kind: 'sourcing',
    surfaces: ['public', 'room', 'direct'],
    rules: rules('each forum has its own rules', { firstContact: 'same-space' }),
    playbook: letterNumbers(),
    handOff: { message: '{url}', comment: '{url}', post: '{url}' },
  },
  'mailing-list': {
    label: 'Mailing list',
    mark: 'ML',
    kind: 'sourcing',
    surfaces: ['room', 'public', 'direct'],
    rules: rules('each list has its own rules', { firstContact: 'same-space', rings: false }),
    playbook: letterNumbers(),
  },
  'job-feed': {
    label: 'Job feed',
    mark: 'JF',
    kind: 'broadcast',
    surfaces: ['feed'],
    rules: rules('published by Kith, fetched by who wants it', { firstContact: 'nobody', rings: false }),
    playbook: letterNumbers(),
  },
  'job-board': {
    label: 'Job board',
    mark: 'JB',
    kind: 'broadcast',
    surfaces: ['board'],
    rules: rules('each board has its own terms', { firstContact: 'nobody', rings: false }),
    playbook: letterNumbers(),
  },
}

export function getTool(id: ToolId): Tool {
  return { id, ...REGISTRY[id] }
}

/** In the order of the kernel's list. */
export const allTools: readonly Tool[] = toolIds.map(getTool)

export function kindOf(id: ToolId): ToolKind {
  return REGISTRY[id].kind
}

export function toolLabel(id: ToolId): string {
  return REGISTRY[id].label
}

/** Whether what comes from there may be searched, judged and linked. The database keeps the same wall (migration 0022). */
export const mayServeEmployment = (tool: ToolId): boolean => REGISTRY[tool].rules.employmentUse === 'allowed'
