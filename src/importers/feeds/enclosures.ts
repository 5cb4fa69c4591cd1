import { resolveWebUrl } from '../text/urls.ts'
import { attributeOf, childrenOf, childText, isXmlElement, keyOf } from '../xml/query.ts'
import type { XmlElement } from '../xml/tree.ts'
import type { FeedEnclosure } from './document.ts'
import { lengthInBytes, orNull, plainLine } from './values.ts'

export function uniqueEnclosures(enclosures: readonly (FeedEnclosure | null)[]): FeedEnclosure[] {
  const byUrl = new Map<string, FeedEnclosure>()
  for (const enclosure of enclosures) if (enclosure && !byUrl.has(enclosure.url)) byUrl.set(enclosure.url, enclosure)
  return [...byUrl.values()]
}

/** `media:content` and `media:thumbnail`, also inside `media:group`; a picture's type may be known by its medium only. */
export function mediaEnclosures(item: XmlElement, base: string | undefined): FeedEnclosure[] {
  const found: FeedEnclosure[] = []
  const holders = [item, ...childrenOf(item, 'media:group')]
  for (const name of ['media:content', 'media:thumbnail']) {
    for (const media of holders.flatMap(holder => childrenOf(holder, name))) {
      const url = resolveWebUrl(attributeOf(media, 'url'), media.base ?? base)
      if (url === null) continue
      const medium = name === 'media:thumbnail' ? 'image' : attributeOf(media, 'medium')
      found.push({
        url,
        type: orNull(attributeOf(media, 'type')) ?? (medium === undefined ? null : orNull(`${medium}/*`)),
        length: lengthInBytes(attributeOf(media, 'filesize')),
        title: plainLine(childText(media, 'media:title')),
      })
    }
  }
  return found
}

export function rssEnclosures(item: XmlElement, base: string | undefined): FeedEnclosure[] {
  const own = item.children.filter(isXmlElement).flatMap(child => {
    const key = keyOf(child)
    const isLink = key === 'atom:link' && attributeOf(child, 'rel')?.trim().toLowerCase() === 'enclosure'
    if (key !== 'enclosure' && key !== 'enc:enclosure' && !isLink) return []
    const url = resolveWebUrl(
      attributeOf(child, 'url') ??
        attributeOf(child, 'href') ??
        attributeOf(child, 'resource', 'rdf') ??
        attributeOf(child, 'url', 'enc'),
      child.base ?? base,
    )
    if (url === null) return []
    const type = orNull(attributeOf(child, 'type') ?? attributeOf(child, 'type', 'enc'))
    return [
      {
        url,
        type,
        length: lengthInBytes(attributeOf(child, 'length') ?? attributeOf(child, 'length', 'enc')),
        title: isLink ? orNull(attributeOf(child, 'title')) : null,
      },
    ]
  })
  return uniqueEnclosures([...own, ...mediaEnclosures(item, base)])
}
