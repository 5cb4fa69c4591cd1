import { attribute, elementsOf, type HtmlParent } from '../html/tree.ts'
import { type Account, accountOfUrl } from '../profiles.ts'

/** Where a saved page stood: browsers note it in a comment, the page itself in a canonical link or og:url. */
export function savedAddress(html: string, page: HtmlParent): string | undefined {
  const saved = /<!--\s*saved from url=\(\d+\)\s*(https?:\/\/\S+)/i.exec(html.slice(0, 4_096))?.[1]
  let canonical: string | undefined
  let openGraph: string | undefined
  for (const element of elementsOf(page)) {
    if (element.tagName === 'link' && (attribute(element, 'rel') ?? '').toLowerCase() === 'canonical')
      canonical ??= attribute(element, 'href')
    if (element.tagName === 'meta' && attribute(element, 'property')?.toLowerCase() === 'og:url')
      openGraph ??= attribute(element, 'content')
  }
  // What the browser noted is where the page stood; what a page of scripts says of itself may be of the page before.
  return [saved, canonical, openGraph].find(candidate => candidate && /^https?:\/\//i.test(candidate))
}

/** The account whose page this is, by the address it was got from or carries. */
export function addressOfPage(html: string, page: HtmlParent, url: string | undefined): Account | undefined {
  const address = (url !== undefined && accountOfUrl(url) ? url : savedAddress(html, page)) ?? url
  return address === undefined ? undefined : accountOfUrl(address)
}
