import type { ToolId } from './tools.ts'

/** Where a person is on one tool. `key` is equal for every spelling of the same account. */
export type ProfileAddress = { tool: ToolId; handle: string; key: string; url?: string }

type Rule = { hosts: readonly string[]; read(url: URL, path: readonly string[]): ProfileAddress | undefined }

const account = (tool: ToolId, site: string, path: string, handle: string): ProfileAddress => ({
  tool,
  handle,
  key: `${site}/${path}${handle}`.toLowerCase(),
  url: `https://${site === 'linkedin.com' ? 'www.' : ''}${site}/${path}${encodeURIComponent(handle).replaceAll('%40', '@')}`,
})

/** `site.com/NAME`, where some first words are the site's own pages. */
const named = (tool: ToolId, site: string, valid: RegExp, own: string): Rule['read'] => {
  const reserved = new Set(own.split(' '))
  return (_, [name = '']) => {
    const handle = name.replace(/^@/, '')
    return valid.test(handle) && !reserved.has(handle.toLowerCase()) ? account(tool, site, '', handle) : undefined
  }
}

const twitterPages =
  'home explore search hashtag intent share settings i messages notifications compose login signup about tos privacy jobs'
const githubPages =
  'about features pricing topics trending collections orgs sponsors marketplace login join settings explore search apps enterprise security notifications issues pulls new codespaces'
const facebookPages =
  'pages groups events marketplace watch login sharer share gaming help people public profile.php story.php photo.php permalink.php hashtag policies reel'

const rules: readonly Rule[] = [
  {
    hosts: ['linkedin.com'],
    read: (_, [kind, slug]) =>
      (kind === 'in' || kind === 'pub') && slug ? account('linkedin', 'linkedin.com', 'in/', slug) : undefined,
  },
  { hosts: ['github.com'], read: named('github', 'github.com', /^[a-z\d](?:[a-z\d-]{0,38})$/i, githubPages) },
  { hosts: ['twitter.com', 'x.com'], read: named('twitter', 'x.com', /^\w{1,15}$/, twitterPages) },
  {
    hosts: ['facebook.com', 'fb.com', 'fb.me'],
    read: (url, path) => {
      const id = path[0] === 'profile.php' ? url.searchParams.get('id') : path[0] === 'people' ? path[2] : undefined
      if (id && /^\d+$/.test(id))
        return {
          tool: 'facebook',
          handle: id,
          key: `facebook.com/${id}`,
          url: `https://facebook.com/profile.php?id=${id}`,
        }
      return named('facebook', 'facebook.com', /^[\w.-]{3,}$/, facebookPages)(url, path)
    },
  },
  { hosts: ['myspace.com'], read: named('myspace', 'myspace.com', /^[\w.-]+$/, 'discover signin signup music videos') },
  {
    hosts: ['instagram.com'],
    read: named('instagram', 'instagram.com', /^[\w.]{1,30}$/, 'p reel explore stories accounts tv direct'),
  },
  {
    hosts: ['t.me', 'telegram.me'],
    read: named('telegram', 't.me', /^\w{4,32}$/, 'joinchat share addstickers proxy iv'),
  },
  { hosts: ['m.me'], read: named('messenger', 'm.me', /^[\w.-]+$/, '') },
  {
    hosts: ['wa.me'],
    read: (_, [number = '']) =>
      /^\d{6,15}$/.test(number)
        ? { tool: 'whatsapp', handle: `+${number}`, key: `+${number}`, url: `https://wa.me/${number}` }
        : undefined,
  },
  {
    hosts: ['bsky.app'],
    read: (_, [kind, name]) =>
      kind === 'profile' && name ? account('bluesky', 'bsky.app', 'profile/', name) : undefined,
  },
  {
    hosts: ['discord.com'],
    read: (_, [kind, id]) => (kind === 'users' && id ? account('discord', 'discord.com', 'users/', id) : undefined),
  },
  {
    hosts: ['news.ycombinator.com'],
    read: (url, [page]) => {
      const name = page === 'user' ? url.searchParams.get('id') : undefined
      return name
        ? {
            tool: 'forum',
            handle: name,
            key: `news.ycombinator.com/user?id=${name}`,
            url: `https://news.ycombinator.com/user?id=${encodeURIComponent(name)}`,
          }
        : undefined
    },
  },
  {
    hosts: ['reddit.com', 'old.reddit.com'],
    read: (_, [kind, name]) =>
      (kind === 'user' || kind === 'u') && name ? account('forum', 'reddit.com', 'user/', name) : undefined,
  },
  {
    hosts: ['stackoverflow.com'],
    read: (_, [kind, id]) =>
      kind === 'users' && id && /^\d+$/.test(id) ? account('forum', 'stackoverflow.com', 'users/', id) : undefined,
  },
  {
    hosts: ['matrix.to'],
    read: url => readMatrix(decodeURIComponent(url.hash.replace(/^#\//, '').split('?')[0] ?? '')),
  },
]

function readMatrix(text: string): ProfileAddress | undefined {
  return /^@[^\s:]+:[^\s:]+(:\d+)?$/.test(text)
    ? { tool: 'matrix', handle: text, key: text.toLowerCase(), url: `https://matrix.to/#/${text}` }
    : undefined
}

const bareHost = (host: string) => host.toLowerCase().replace(/^(?:www|m|mobile)\./, '')

function parseUrl(text: string): URL | undefined {
  const full = /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[\w.-]+\.\w+:\d/.test(text) ? text : `https://${text}`
  try {
    return new URL(full)
  } catch {
    return undefined
  }
}

const decoded = (part: string) => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The same page by every spelling: no scheme, www, index file, query of a campaign, or slash at the end. */
export function pageKey(text: string): string | undefined {
  const url = parseUrl(text.trim())
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) return undefined
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_\w+|fbclid|gclid|ref|source|trk)$/i.test(name)) url.searchParams.delete(name)
  const path = url.pathname.replace(/\/(?:index|default)\.\w{3,5}$/i, '/').replace(/\/+$/, '')
  const port = url.port ? `:${url.port}` : ''
  return `${bareHost(url.hostname)}${port}${decoded(path)}${decoded(url.search)}`
}

/** One name for a network's many servers: `irc.libera.chat` and `libera.chat` are the same. */
export const ircNetworkOf = (host: string): string => host.toLowerCase().replace(/^(?:ircs?|chat|ssl)\.(?=.+\.)/, '')

function readOtherScheme(text: string): ProfileAddress | undefined {
  const [, scheme = '', rest = ''] = /^([a-z]+):(?:\/\/)?(.+)$/i.exec(text) ?? []
  const address = decoded(rest.split('?')[0] ?? '').trim()
  switch (scheme.toLowerCase()) {
    case 'xmpp': {
      const bare = address.split('/')[0] ?? ''
      return /^[^@\s]+@[^@\s]+$/.test(bare) ? { tool: 'xmpp', handle: bare, key: bare.toLowerCase() } : undefined
    }
    case 'mailto':
      return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)
        ? { tool: 'email', handle: address, key: address.toLowerCase() }
        : undefined
    case 'tel':
    case 'sms': {
      const number = address.replace(/[^\d+]/g, '')
      return /^\+\d{6,15}$/.test(number) ? { tool: 'sms', handle: number, key: number } : undefined
    }
    case 'irc':
    case 'ircs': {
      const [host = '', nick = ''] = address.split('/')
      const name = nick.replace(/,isnick$/, '')
      return nick.endsWith(',isnick') && name
        ? { tool: 'irc', handle: name, key: `${name.toLowerCase()}@${ircNetworkOf(host.replace(/:\d+$/, ''))}` }
        : undefined
    }
    default:
      return undefined
  }
}

/**
 * Which account of which tool an address or URL names; undefined for any other page (a blog, a company) and for a tool's own pages.
 * Understands URLs with and without scheme, `@user@host` of the fediverse, `@user:host` of Matrix, `xmpp:`, `mailto:`, `tel:`.
 */
export function recogniseProfile(text: string): ProfileAddress | undefined {
  const given = text.trim()
  if (given === '' || /\s/.test(given)) return undefined
  const matrix = readMatrix(given)
  if (matrix) return matrix
  const fediverse = /^@?([\w.-]+)@([\w.-]+\.\w+)$/.exec(given)
  if (fediverse && given.startsWith('@')) return fediverseAddress(fediverse[2] ?? '', fediverse[1] ?? '')
  if (/^(?:xmpp|mailto|tel|sms|ircs?):/i.test(given)) return readOtherScheme(given)
  const url = parseUrl(given)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '') return undefined
  const host = bareHost(url.hostname)
  const path = url.pathname.split('/').filter(Boolean).map(decoded)
  const rule = rules.find(({ hosts }) => hosts.some(known => host === known || isCountrySite(host, known)))
  if (rule) return rule.read(url, path)
  const fediverseName =
    /^@([\w.-]+)$/.exec(path[0] ?? '')?.[1] ?? (path[0] === 'users' && path.length === 2 ? path[1] : undefined)
  const elsewhere = /(?:^|\.)(?:medium|youtube|tiktok|substack|threads)\.\w+$/.test(host)
  if (fediverseName && path.length <= 2 && !elsewhere) return fediverseAddress(url.host, fediverseName)
  return undefined
}

const isCountrySite = (host: string, known: string) =>
  known === 'linkedin.com' && /^[a-z]{2,3}\.linkedin\.com$/.test(host)

const fediverseAddress = (host: string, name: string): ProfileAddress => ({
  tool: 'mastodon',
  handle: `@${name}@${host}`,
  key: `@${name}@${host}`.toLowerCase(),
  url: `https://${host}/@${name}`,
})

const sites: Partial<Record<ToolId, string>> = {
  linkedin: 'linkedin.com/in/',
  github: 'github.com/',
  twitter: 'x.com/',
  facebook: 'facebook.com/',
  myspace: 'myspace.com/',
  instagram: 'instagram.com/',
  telegram: 't.me/',
  messenger: 'm.me/',
  bluesky: 'bsky.app/profile/',
}

/** The address of a handle on a tool that is known already; undefined when the text can't be one there. */
export function profileAddress(tool: ToolId, given: { handle?: string; url?: string }): ProfileAddress | undefined {
  const known = given.url ? recogniseProfile(given.url) : undefined
  if (known?.tool === tool) return known
  const handle = given.handle?.trim()
  if (handle && !/^https?:/i.test(handle)) {
    const site = sites[tool]
    const bare = handle.replace(/^@/, '')
    const found = site ? recogniseProfile(site + bare) : tool === 'mastodon' ? recogniseProfile(`@${bare}`) : undefined
    if (found?.tool === tool) return found
    if (site) return undefined
    if (tool === 'sms' || tool === 'whatsapp') {
      const number = handle.replace(/[\s().-]/g, '')
      return /^\+\d{6,15}$/.test(number) ? { tool, handle: number, key: number } : undefined
    }
    if (/\s/.test(handle)) return undefined
    return { tool, handle, key: handle.toLowerCase(), ...(given.url ? { url: given.url } : {}) }
  }
  const key = given.url ? pageKey(given.url) : undefined
  return key && given.url ? { tool, handle: key, key, url: given.url } : undefined
}
