import { mf2 } from 'microformats-parser'
import { serialize } from 'parse5'
import { UnreadableFile } from '#importers/contract.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { modernise } from './hatom.ts'
import { tameIncludes } from './includes.ts'
import { htmlToText } from './text.ts'
import { parseHtmlPage } from './tree.ts'

type Parsed = ReturnType<typeof mf2>
export type MicroformatItem = Parsed['items'][number]
export type MicroformatValue = MicroformatItem['properties'][string][number]

/** Its algorithms revisit every nested item, so it only gets pages of a size that people write. */
const limits = { maxChars: 6_000_000, maxMarks: 2_000 }

const mark =
  /\bclass\s*=\s*(?:"[^"]{0,300}|'[^']{0,300}|)\b(?:h-[a-z]|vcard|hentry|hfeed|vevent|hreview|hrecipe|hresume)/gi

/** A relative address on a page of unknown origin resolves to this and is then left out. */
export const unknownOrigin = 'https://unknown-origin.invalid/'

const needsPreparing = /\bitemref\s*=|\bheaders\s*=|\binclude\b|\borganization-name\b|\bhentry\b/

/** The page as the reader of microformats understands it; most pages are that already. */
function prepared(html: string): string {
  if (!needsPreparing.test(html)) return html
  const page = parseHtmlPage(html)
  modernise(page)
  tameIncludes(page)
  return serialize(page)
}

/**
 * Microformats of a page that `parseHtmlPage` has already accepted, whose own `<base>` is part of `base`: the reader fails on one that
 * is relative or no address. Addresses are absolute.
 */
export function readMicroformats(html: string, base: string | undefined): Parsed {
  if (html.length > limits.maxChars)
    throw new UnreadableFile('too-big', 'This page is larger than 6 million characters. Save a smaller page.')
  const nothing: Parsed = { items: [], rels: {}, 'rel-urls': {} }
  if (!/\b(?:h-[a-z]|vcard|hentry|hfeed|hatom|hresume|rel\s*=)/i.test(html)) return nothing
  let marks = 0
  for (const _ of html.matchAll(mark))
    if (++marks > limits.maxMarks)
      throw new UnreadableFile('too-big', 'This page marks up more than 2,000 cards or entries. Save a part of it.')
  try {
    return mf2(prepared(html.replace(/<base\b[^<>]{0,4000}>/gi, '')), { baseUrl: base ?? unknownOrigin })
  } catch (error) {
    // It says so of a page whose body is empty.
    if (error instanceof Error && error.message.includes('unable to parse HTML')) return nothing
    throw new UnreadableFile(
      'broken',
      'The profile marks on this page could not be read. Save the page again and retry.',
      { cause: error },
    )
  }
}

/** All items with one of these types, in document order, nested ones too. */
export function findItems(items: readonly MicroformatItem[], ...types: readonly string[]): MicroformatItem[] {
  const found: MicroformatItem[] = []
  const stack: MicroformatItem[] = [...items].reverse()
  for (let item = stack.pop(); item; item = stack.pop()) {
    if (item.type?.some(type => types.includes(type))) found.push(item)
    const nested = [...Object.values(item.properties).flat().filter(isItem), ...(item.children ?? [])]
    for (const child of nested.reverse()) stack.push(child)
  }
  return found
}

export const isItem = (value: MicroformatValue): value is MicroformatItem =>
  typeof value === 'object' && 'properties' in value

/** The text of a value, whatever it is. */
export function valueText(value: MicroformatValue | undefined): string | null {
  if (value === undefined) return null
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ') || null
  if (isItem(value)) {
    const name = value.properties.name?.[0]
    return (value.value === undefined ? null : valueText(value.value)) ?? (name === undefined ? null : valueText(name))
  }
  return 'html' in value ? htmlToText(value.html) || null : value.value?.trim() || null
}

export const texts = (item: MicroformatItem, name: string): string[] =>
  (item.properties[name] ?? []).map(valueText).filter(text => text !== null)

export const firstText = (item: MicroformatItem, ...names: readonly string[]): string | null =>
  names.map(name => texts(item, name)[0] ?? null).find(text => text !== null) ?? null

/** Absolute web addresses of a property; those of a page of unknown origin that were relative are left out. */
export function urlsOf(item: MicroformatItem, name: string): string[] {
  const found = (item.properties[name] ?? []).map(value => {
    const text = isItem(value)
      ? (firstText(value, 'url') ?? valueText(value))
      : typeof value === 'object' && 'alt' in value
        ? (value.value ?? null)
        : valueText(value)
    return text !== null && /^https?:/i.test(text) ? resolveWebUrl(text, undefined) : null
  })
  return [...new Set(found.filter(url => url !== null && !url.startsWith(unknownOrigin)))].filter(url => url !== null)
}
