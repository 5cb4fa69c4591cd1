import { escapeText, sanitiseHtml } from '../html/sanitise.ts'
import { htmlToText, looksLikeHtml, looksLikeMarkedUpLine, undoDoubleEscape } from '../html/text.ts'
import { attributeOf, innerHtml, isXmlElement, textIn } from '../xml/query.ts'
import type { XmlElement } from '../xml/tree.ts'
import type { FeedAuthor } from './document.ts'

export const orNull = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null)

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** As HTML has it: a space that must not break a line is no space to be squeezed. */
const asHtmlLine = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ').trim()

/** A one-line field that may hold text or HTML, as text. */
export function plainLine(value: string | null | undefined): string | null {
  const title = titleLine(value)
  return title === null ? null : orNull(oneLine(title))
}

/** As `plainLine`, with the spaces of its own that a title may have. */
export function titleLine(value: string | null | undefined): string | null {
  if (!value?.trim()) return null
  const unescaped = undoDoubleEscape(value)
  return orNull(asHtmlLine(looksLikeMarkedUpLine(unescaped) ? htmlToText(unescaped) : unescaped))
}

export function plainText(html: string | null | undefined): string | null {
  if (!html?.trim()) return null
  return orNull(looksLikeHtml(html) ? htmlToText(html) : html)
}

/** Sanitised, and HTML whatever it looks like. */
export const sanitised = (html: string | null, base: string | undefined): string | null =>
  html === null ? null : orNull(sanitiseHtml(html, base))

/** `en_US` is what programs call `en-US`. */
export const languageTag = (written: string | null | undefined): string | null =>
  orNull(written)?.replaceAll('_', '-') ?? null

export function safeHtml(html: string | null | undefined, base: string | undefined): string | null {
  if (!html?.trim()) return null
  return orNull(looksLikeHtml(html) ? sanitiseHtml(html, base) : escapeText(html.trim()))
}

/** What an RSS element of prose holds: escaped HTML, CDATA, plain text, or tags that nobody escaped. */
export function proseOf(element: XmlElement | undefined): string | null {
  if (!element) return null
  const html = element.children.some(isXmlElement) ? innerHtml(element, true) : textIn(element)
  return orNull(undoDoubleEscape(html))
}

/** HTML from Base64; null where the bytes are no text. */
function decodeBase64(text: string, isHtml: boolean): string | null {
  const bytes = Buffer.from(text.replace(/\s+/g, ''), 'base64')
  const decoded = bytes.toString('utf8')
  if (/[\ufffd\p{Cc}]/u.test(decoded.replace(/[\t\n\r]/g, ''))) return null
  return orNull(isHtml || looksLikeHtml(decoded) ? decoded : escapeText(decoded))
}

const holdsXhtml = (element: XmlElement): boolean =>
  element.children.some(child => isXmlElement(child) && child.namespace === 'xhtml')

/** An Atom text or content construct, 1.0 or 0.3, as HTML; null when it is empty, elsewhere (`src`) or no text. */
export function atomHtml(element: XmlElement | undefined): string | null {
  if (!element) return null
  const type = (attributeOf(element, 'type') ?? 'text').replace(/;.*/s, '').trim().toLowerCase()
  const mode = attributeOf(element, 'mode')?.trim().toLowerCase()
  const raw = textIn(element)
  const hasElements = element.children.some(isXmlElement)
  if (mode === 'base64') return decodeBase64(raw, type.includes('html'))
  if (mode === 'escaped')
    return orNull(type === 'text' || type === 'text/plain' ? (looksLikeHtml(raw) ? raw : escapeText(raw)) : raw)
  if (type === 'xhtml' || type === 'application/xhtml+xml' || mode === 'xml') {
    const [only, ...more] = element.children.filter(child => isXmlElement(child) || child.trim() !== '')
    const inner =
      only !== undefined && more.length === 0 && isXmlElement(only) && only.name.toLowerCase() === 'div'
        ? only
        : element
    if (hasElements) return orNull(innerHtml(inner, false, element.base))
    return orNull(mode !== 'xml' && looksLikeHtml(raw) ? raw : escapeText(raw))
  }
  if (type === 'html' || type === 'text/html')
    return orNull(hasElements ? innerHtml(element, true) : undoDoubleEscape(raw))
  if (type === 'text' || type.startsWith('text/'))
    return hasElements ? orNull(innerHtml(element, false)) : orNull(escapeText(raw))
  if (attributeOf(element, 'src') !== undefined) return null
  if (type.endsWith('+xml') || type.endsWith('/xml'))
    return holdsXhtml(element) ? orNull(innerHtml(element, false)) : null
  if (type === 'application/octet-stream') return decodeBase64(raw, false)
  if (/^[\w.+-]+\/[\w.+-]+$/.test(type)) return null
  return orNull(escapeText(raw))
}

/** An Atom text construct as one line of text. */
export function atomLine(element: XmlElement | undefined): string | null {
  const html = atomHtml(element)
  return html === null ? null : orNull(asHtmlLine(htmlToText(html)))
}

/** `mail@example.org (Name)`, `Name <mail@example.org>`, `Name (mail@…)`, a lone address or a lone name. */
export function parseAuthor(written: string | null | undefined): FeedAuthor | null {
  const text = plainLine(written?.slice(0, 1_000).replace(/<([^<>\s]+@[^<>\s]+)>/, '($1)'))
  if (text === null) return null
  const email =
    /[^\s<>()[\],;:"@]{1,64}@[^\s<>()[\],;:"@]{1,190}\.[^\s<>()[\],;:"@.?]{2,63}/.exec(
      text.replace(/mailto:/gi, ''),
    )?.[0] ?? null
  if (email === null) return { name: text, url: null, email: null }
  const name = text
    .replace(/mailto:/gi, '')
    .replace(email, ' ')
    .replace(/ \?\S*/, ' ')
    .replace(/[<>()[\]"]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|-]+|[\s,;:|-]+$/g, '')
  return { name: orNull(name), url: null, email }
}

/** Each author once; the first mention wins and takes in what later ones add. */
export function uniqueAuthors(authors: readonly (FeedAuthor | null)[]): FeedAuthor[] {
  const found: FeedAuthor[] = []
  for (const author of authors) {
    if (!author || (author.name === null && author.url === null && author.email === null)) continue
    const same = found.find(
      known =>
        (known.name !== null && known.name.toLowerCase() === author.name?.toLowerCase()) ||
        (known.email !== null && known.email.toLowerCase() === author.email?.toLowerCase()),
    )
    if (!same) found.push({ ...author })
    else {
      same.name ??= author.name
      same.url ??= author.url
      same.email ??= author.email
    }
  }
  return found
}

export const unique = (texts: readonly (string | null)[]): string[] => [...new Set(texts.filter(text => text !== null))]

export function lengthInBytes(text: string | null | undefined): number | null {
  const digits = /^\s*(\d{1,15})\s*$/.exec(text ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}
