/** Every tool of the product, by its id in the API, the CLI and the database. */
export const toolIds = [
  'website-chat',
  'xmpp',
  'irc',
  'matrix',
  'telegram',
  'discord',
  'slack',
  'whatsapp',
  'messenger',
  'instagram',
  'sms',
  'twitter',
  'email',
  'facebook',
  'myspace',
  'mastodon',
  'bluesky',
  'linkedin',
  'blog',
  'github',
  'forum',
  'mailing-list',
  'job-feed',
  'job-board',
] as const

export type ToolId = (typeof toolIds)[number]

/** What people use a tool for; decides which etiquette rules apply. */
export type ToolKind = 'messaging' | 'sourcing' | 'mixed' | 'broadcast'

/** Where on a tool a text appears. */
export const surfaces = ['direct', 'room', 'public', 'list', 'feed', 'board'] as const
export type Surface = (typeof surfaces)[number]

export function isToolId(text: string): text is ToolId {
  return (toolIds as readonly string[]).includes(text)
}
