import type { ToolId } from '#kernel/tools.ts'
import type { Playbook, Term } from './playbook.ts'

type Load = () => Promise<{ playbook: Playbook }>

/** Each book is a file of its own, which the browser fetches when it is opened. */
const english: Readonly<Record<ToolId, Load>> = {
  'website-chat': () => import('./en/website-chat.ts'),
  xmpp: () => import('./en/xmpp.ts'),
  irc: () => import('./en/irc.ts'),
  matrix: () => import('./en/matrix.ts'),
  telegram: () => import('./en/telegram.ts'),
  discord: () => import('./en/discord.ts'),
  slack: () => import('./en/slack.ts'),
  whatsapp: () => import('./en/whatsapp.ts'),
  messenger: () => import('./en/messenger.ts'),
  instagram: () => import('./en/instagram.ts'),
  sms: () => import('./en/sms.ts'),
  twitter: () => import('./en/twitter.ts'),
  email: () => import('./en/email.ts'),
  facebook: () => import('./en/facebook.ts'),
  myspace: () => import('./en/myspace.ts'),
  mastodon: () => import('./en/mastodon.ts'),
  bluesky: () => import('./en/bluesky.ts'),
  linkedin: () => import('./en/linkedin.ts'),
  blog: () => import('./en/blog.ts'),
  github: () => import('./en/github.ts'),
  forum: () => import('./en/forum.ts'),
  'mailing-list': () => import('./en/mailing-list.ts'),
  'job-feed': () => import('./en/job-feed.ts'),
  'job-board': () => import('./en/job-board.ts'),
}

const german: Readonly<Record<ToolId, Load>> = {
  'website-chat': () => import('./de/website-chat.ts'),
  xmpp: () => import('./de/xmpp.ts'),
  irc: () => import('./de/irc.ts'),
  matrix: () => import('./de/matrix.ts'),
  telegram: () => import('./de/telegram.ts'),
  discord: () => import('./de/discord.ts'),
  slack: () => import('./de/slack.ts'),
  whatsapp: () => import('./de/whatsapp.ts'),
  messenger: () => import('./de/messenger.ts'),
  instagram: () => import('./de/instagram.ts'),
  sms: () => import('./de/sms.ts'),
  twitter: () => import('./de/twitter.ts'),
  email: () => import('./de/email.ts'),
  facebook: () => import('./de/facebook.ts'),
  myspace: () => import('./de/myspace.ts'),
  mastodon: () => import('./de/mastodon.ts'),
  bluesky: () => import('./de/bluesky.ts'),
  linkedin: () => import('./de/linkedin.ts'),
  blog: () => import('./de/blog.ts'),
  github: () => import('./de/github.ts'),
  forum: () => import('./de/forum.ts'),
  'mailing-list': () => import('./de/mailing-list.ts'),
  'job-feed': () => import('./de/job-feed.ts'),
  'job-board': () => import('./de/job-board.ts'),
}

/** Languages the books are also written in; any other is read in English. */
const translated: Readonly<Record<string, Readonly<Record<ToolId, Load>>>> = { de: german }

export type LoadedPlaybook = { playbook: Playbook; language: string }

export async function loadPlaybook(tool: ToolId, language: string): Promise<LoadedPlaybook> {
  const own = Object.hasOwn(translated, language) ? translated[language]?.[tool] : undefined
  return { playbook: (await (own ?? english[tool])()).playbook, language: own ? language : 'en' }
}

/** What people write in every chat, whatever the tool; English where Kith does not speak the language. */
export const loadChatWords = async (language: string): Promise<Term[]> =>
  (await import('./chat-words.ts')).chatWords(language)
