/** Where a browser said it came from: a class, for the address itself is nobody's business. */
export const referrerClasses = [
  'direct',
  'own',
  'search',
  'mail',
  'linkedin',
  'facebook',
  'instagram',
  'twitter',
  'mastodon',
  'bluesky',
  'github',
  'reddit',
  'hacker-news',
  'discord',
  'telegram',
  'slack',
  'whatsapp',
  'job-board',
  'other',
] as const
export type ReferrerClass = (typeof referrerClasses)[number]

const hosts: readonly (readonly [ReferrerClass, RegExp])[] = [
  [
    'search',
    /(^|\.)(google|bing|duckduckgo|ecosia|qwant|startpage|yahoo|yandex|baidu|brave|kagi|mojeek)\.[a-z.]{2,6}$/,
  ],
  ['mail', /(^|\.)(mail|outlook|webmail|gmx|web|proton|zimbra|roundcube|fastmail|posteo|mailbox)\.[a-z.]*$|^mail\./],
  ['linkedin', /(^|\.)(linkedin\.com|lnkd\.in)$/],
  ['facebook', /(^|\.)(facebook\.com|fb\.com|messenger\.com)$/],
  ['instagram', /(^|\.)instagram\.com$/],
  ['twitter', /^(t\.co|(.*\.)?twitter\.com|(.*\.)?x\.com)$/],
  ['bluesky', /(^|\.)(bsky\.app|bsky\.social)$/],
  ['mastodon', /(^|\.)(mastodon\.[a-z.]+|fosstodon\.org|hachyderm\.io|mstdn\.[a-z.]+|social\.[a-z0-9-]+\.[a-z]+)$/],
  ['github', /(^|\.)(github\.com|github\.io)$/],
  ['reddit', /(^|\.)(reddit\.com|redd\.it)$/],
  ['hacker-news', /^news\.ycombinator\.com$/],
  ['discord', /(^|\.)(discord\.com|discordapp\.com)$/],
  ['telegram', /(^|\.)(t\.me|telegram\.(org|me))$/],
  ['slack', /(^|\.)slack\.com$/],
  ['whatsapp', /(^|\.)(whatsapp\.com|wa\.me)$/],
  [
    'job-board',
    /(^|\.)(indeed\.[a-z.]+|stepstone\.[a-z.]+|xing\.com|glassdoor\.[a-z.]+|monster\.[a-z.]+|jobs\.[a-z.]+)$/,
  ],
]
/** Programs name themselves instead of a page. */
const apps: Readonly<Record<string, ReferrerClass>> = {
  'com.google.android.gm': 'mail',
  'com.linkedin.android': 'linkedin',
  'com.slack': 'slack',
  'org.telegram.messenger': 'telegram',
  'com.google.android.googlequicksearchbox': 'search',
}

/** `ownHosts`: hosts of this site, with their ports. */
export function referrerClass(referrer: string | undefined, ownHosts: readonly string[]): ReferrerClass {
  if (!referrer) return 'direct'
  if (!URL.canParse(referrer)) return 'other'
  const { protocol, host, hostname } = new URL(referrer)
  if (protocol === 'android-app:') return apps[hostname] ?? 'other'
  if (ownHosts.includes(host)) return 'own'
  return hosts.find(([, pattern]) => pattern.test(hostname))?.[0] ?? 'other'
}
