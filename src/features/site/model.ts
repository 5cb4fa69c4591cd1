import { isPublicLanguage, type PublicLanguage, publicLanguages } from '#kernel/public-languages.ts'

export const siteLanguages = publicLanguages
export type SiteLanguage = PublicLanguage

/** What strangers see of a workspace. `accent`: `#016965`. `domain`: a host, with a port where it is not the usual one. */
export type SiteSettings = {
  name: string
  tagline: string
  /** Who we are: Markdown, on the first page of the site. */
  about: string
  lang: SiteLanguage
  accent: string | null
  domain: string | null
  /** An address or a number for those who want no chat. */
  contact: string
  hub: string | null
  /** Within how many days whoever applies hears from us. */
  answerDays: number
}

export const answerDaysAtMost = 30

export const isSiteLanguage = isPublicLanguage

/** `https://Jobs.Example.org/` → `jobs.example.org`; undefined when no host is named. */
export function hostFrom(text: string): string | undefined {
  const typed = text.trim()
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`
  if (/[\s@]/.test(typed) || !URL.canParse(address)) return undefined
  const { host, hostname, pathname, protocol } = new URL(address)
  const isName = /^[a-z0-9.-]+$/.test(hostname) && hostname.includes('.')
  return isName && pathname === '/' && /^https?:$/.test(protocol) ? host : undefined
}

/** What a page is told of itself: `lead` stands in its description and in shared links. */
export type Described = { title: string; lead: string; url: string; lang: SiteLanguage }
