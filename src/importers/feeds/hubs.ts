import { attribute, elementsOf, type HtmlParent } from '../html/tree.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { attributeOf, childrenOf } from '../xml/query.ts'
import type { XmlElement } from '../xml/tree.ts'
import { relationsOf } from './discover.ts'
import type { FeedDocument } from './document.ts'

export type HubLinks = Pick<FeedDocument, 'self' | 'hubs'>

const hubsKept = 8

function hubLinks(links: readonly { relations: readonly string[]; url: string | null }[]): HubLinks {
  const of = (relation: string) =>
    links.flatMap(link => (link.url !== null && link.relations.includes(relation) ? [link.url] : []))
  return { self: of('self')[0] ?? null, hubs: [...new Set(of('hub'))].slice(0, hubsKept) }
}

/** Links of an Atom feed, or Atom's links in the channel of an RSS feed. */
export function hubLinksOf(element: XmlElement, base: string | undefined): HubLinks {
  return hubLinks(
    childrenOf(element, 'atom:link', 'link').map(link => ({
      relations: (attributeOf(link, 'rel') ?? '').toLowerCase().split(/\s+/),
      url: resolveWebUrl(attributeOf(link, 'href'), link.base ?? base),
    })),
  )
}

/** Links in the head of a page: what strangers may write into its text names no hub. */
export function hubLinksOfPage(page: HtmlParent, base: string | undefined): HubLinks {
  const links = [...elementsOf(page, element => element.tagName !== 'body')].filter(
    element => element.tagName === 'link',
  )
  return hubLinks(
    links.map(link => ({ relations: relationsOf(link), url: resolveWebUrl(attribute(link, 'href'), base) })),
  )
}
