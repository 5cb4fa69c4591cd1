import { mf2 } from 'microformats-parser'
import type { MentionKind } from './model.ts'

type Properties = ReturnType<typeof mf2>['items'][number]['properties']

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  const plain: unknown = Reflect.get(value, 'value')
  return typeof plain === 'string' ? plain : ''
}
const first = (properties: Properties | undefined, name: string): string => textOf(properties?.[name]?.[0])

function urlsOf(properties: Properties, name: string): string[] {
  return (properties[name] ?? []).flatMap(value => {
    if (typeof value === 'string') return [value]
    if (!('properties' in value)) return [textOf(value)]
    return (value.properties.url ?? []).map(textOf).concat(textOf(value))
  })
}

const kindsBy = [
  ['in-reply-to', 'reply'],
  ['like-of', 'like'],
  ['repost-of', 'repost'],
] as const

export type ReadMention = { kind: MentionKind; authorName: string; authorUrl: string; words: string }

const links = /<(?:a|link|img|video|audio)\b[^>]*?\b(?:href|src)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi

const hrefsOf = (html: string, base: string): string[] =>
  [...html.matchAll(links)].flatMap(([, quoted = '']) => {
    const href = quoted.replaceAll(/^["']|["']$/g, '').replaceAll('&amp;', '&')
    return URL.canParse(href, base) ? [new URL(href, base).href] : []
  })

/** What a page says of one of `targets`; undefined when it links to none. Comments in the page don't count. */
export function readMention(html: string, base: string, targets: readonly string[]): ReadMention | undefined {
  const plain = html.replaceAll(/<!--.*?-->/gs, '')
  const isTarget = (url: string) => targets.includes(url.replace(/[#?].*$/, '').replace(/\/$/, ''))
  if (!hrefsOf(plain, base).some(isTarget)) return undefined
  const items = mf2(plain, { baseUrl: base }).items
  const entry = items.flatMap(item => [item, ...(item.children ?? [])]).find(item => item.type?.includes('h-entry'))
  const properties = entry?.properties
  const kind = properties && kindsBy.find(([name]) => urlsOf(properties, name).some(isTarget))?.[1]
  const author = properties?.author?.[0]
  const card = typeof author === 'object' && 'properties' in author ? author.properties : undefined
  const authorUrl = first(card, 'url')
  return {
    kind: kind ?? 'mention',
    authorName: (first(card, 'name') || textOf(author) || new URL(base).host).slice(0, 120),
    authorUrl: /^https?:\/\//.test(authorUrl) ? authorUrl.slice(0, 2_000) : '',
    words: (first(properties, 'content') || first(properties, 'summary') || first(properties, 'name'))
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, 2_000),
  }
}

/** Other pages that a text links to, each once. */
export function linksIn(html: string, base: string): string[] {
  const { origin } = new URL(base)
  const all = hrefsOf(html, base).filter(href => /^https?:/.test(href) && new URL(href).origin !== origin)
  return [...new Set(all)]
}

/** Where a page says that it takes mentions: the first link or anchor of its kind, in the order of the page. */
export function endpointIn(html: string, base: string): string | undefined {
  const plain = html.replaceAll(/<!--.*?-->/gs, '')
  for (const [tag] of plain.matchAll(/<(?:link|a)\b[^>]*>/gi)) {
    const [, quoted = ''] = /\brel\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/i.exec(tag) ?? []
    const names = quoted.replaceAll(/["']/g, '').toLowerCase().split(/\s+/)
    // An empty address is the page itself.
    const isHere = /\bhref\s*=\s*(?:""|'')/i.test(tag)
    if (names.includes('webmention')) return isHere ? base : hrefsOf(tag, base)[0]
  }
  return undefined
}
