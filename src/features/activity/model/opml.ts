import { escapeUTF8 } from 'entities'

export type FollowedFeed = { url: string; siteUrl: string | null; title: string | null; person: string }

/** XML can't hold control characters, and a title needs none. */
const attribute = (text: string) => escapeUTF8(text.replace(/\p{Cc}+/gu, ' '))

export const opmlHead = (title: string, at: Date): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n<head><title>${attribute(title)}</title><dateCreated>${at.toUTCString()}</dateCreated></head>\n<body>\n`

/** One subscription (OPML 2.0, "Subscription lists"); the person's name stands in `category`. */
export function printOutline({ url, siteUrl, title, person }: FollowedFeed): string {
  const text = attribute(title ?? person)
  const site = siteUrl === null ? '' : ` htmlUrl="${attribute(siteUrl)}"`
  return `<outline type="rss" text="${text}" title="${text}" xmlUrl="${attribute(url)}"${site} category="/${attribute(person.replaceAll(/[,/]/g, ' '))}"/>\n`
}

export const opmlFoot = '</body>\n</opml>\n'
