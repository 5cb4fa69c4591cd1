import { UnreadableFile } from '#importers/contract.ts'
import { resolveBase, resolveSafeUrl, resolveWebUrl } from '../text/urls.ts'
import { type HtmlElement, type HtmlNode, isElement, parseHtmlFragment } from './tree.ts'

const kept = new Set(
  `a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn
  dir div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark menu nav ol p picture pre q rp rt
  ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr`
    .trim()
    .split(/\s+/),
)

/** Their text is code, form state or fallback, never prose. */
const droppedWhole = new Set(
  `script style iframe object embed applet noscript template svg math title head textarea select option optgroup datalist xmp plaintext
  noembed noframes frameset frame param canvas input meta link base area map dialog portal`
    .trim()
    .split(/\s+/),
)

const voids = new Set(['br', 'hr', 'img', 'wbr', 'col', 'source', 'track'])

const plainAttributes = new Map<string, ReadonlySet<string>>([
  ['*', new Set(['title', 'lang', 'dir'])],
  ['img', new Set(['alt', 'width', 'height'])],
  ['video', new Set(['width', 'height', 'controls'])],
  ['audio', new Set(['controls'])],
  ['source', new Set(['type', 'media', 'sizes'])],
  ['track', new Set(['kind', 'srclang', 'label'])],
  ['td', new Set(['colspan', 'rowspan', 'headers', 'align', 'valign'])],
  ['th', new Set(['colspan', 'rowspan', 'headers', 'scope', 'abbr', 'align', 'valign'])],
  ['col', new Set(['span'])],
  ['colgroup', new Set(['span'])],
  ['ol', new Set(['start', 'reversed', 'type'])],
  ['li', new Set(['value'])],
  ['time', new Set(['datetime'])],
  ['del', new Set(['datetime'])],
  ['ins', new Set(['datetime'])],
  ['details', new Set(['open'])],
])

const urlAttributes = new Map<string, readonly string[]>([
  ['a', ['href']],
  ['img', ['src']],
  ['video', ['src', 'poster']],
  ['audio', ['src']],
  ['source', ['src']],
  ['track', ['src']],
  ['blockquote', ['cite']],
  ['q', ['cite']],
  ['del', ['cite']],
  ['ins', ['cite']],
])

export const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00a0', '&nbsp;')
    .replaceAll('\u0000', '')

const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;').replaceAll('`', '&#96;')

/** Candidates of a srcset: an address ends at a space, and where it has no descriptor, its last comma ends it. */
function* candidatesOf(srcset: string): Generator<{ url: string; descriptor: string }> {
  const start = /[^\s,]/g
  for (let first = start.exec(srcset); first; first = start.exec(srcset)) {
    const rest = srcset.slice(first.index, first.index + 8_000)
    const run = /^\S+/.exec(rest)?.[0] ?? ''
    const cut = run.search(/,(?=https?:)/)
    if (cut >= 0 || run.endsWith(',')) {
      const url = cut >= 0 ? run.slice(0, cut) : run
      start.lastIndex = first.index + url.length
      yield { url: url.replace(/,+$/, ''), descriptor: '' }
      continue
    }
    const comma = rest.indexOf(',', run.length)
    const end = comma < 0 ? rest.length : comma
    start.lastIndex = first.index + end
    yield { url: run, descriptor: rest.slice(run.length, end).trim() }
  }
}

function resolveSrcset(value: string, base: string | undefined): string {
  const written: string[] = []
  for (const { url, descriptor } of candidatesOf(value.slice(0, 64_000))) {
    const absolute = resolveWebUrl(url, base)
    const words = descriptor.split(/\s+/).filter(word => /^[\d.]+[wxh]$/.test(word))
    if (absolute !== null) written.push([absolute.replaceAll(',', '%2C'), ...words].join(' '))
  }
  return written.join(', ')
}

function writeAttributes(element: HtmlElement, base: string | undefined): string {
  const tag = element.tagName
  const urls = urlAttributes.get(tag) ?? []
  let written = ''
  for (const { name, value, prefix } of element.attrs) {
    if (prefix) continue
    if (urls.includes(name)) {
      const url = name === 'href' ? resolveSafeUrl(value, base) : resolveWebUrl(value, base)
      if (url !== null) written += ` ${name}="${escapeAttribute(url)}"`
    } else if (name === 'srcset' && (tag === 'img' || tag === 'source')) {
      const set = resolveSrcset(value, base)
      if (set !== '') written += ` srcset="${escapeAttribute(set)}"`
    } else if (plainAttributes.get('*')?.has(name) || plainAttributes.get(tag)?.has(name)) {
      written += ` ${name}="${escapeAttribute(value)}"`
    }
  }
  return written
}

/** Video and sound with nothing to play, and pictures without a source, would only show broken frames. */
const needsSource = (tag: string) => tag === 'img' || tag === 'source' || tag === 'track'

function writeTree(root: { childNodes: HtmlNode[] }, base: string | undefined): string {
  const out: string[] = []
  const stack: (HtmlNode | string)[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') out.push(node)
    else if (node.nodeName === '#text' && 'value' in node) out.push(escapeText(node.value))
    else if (isElement(node)) {
      const tag = node.tagName
      if (droppedWhole.has(tag) || node.namespaceURI !== 'http://www.w3.org/1999/xhtml') continue
      if (kept.has(tag)) {
        const attributes = writeAttributes(node, base)
        if (needsSource(tag) && !/ (?:src|srcset)="/.test(attributes)) continue
        out.push(`<${tag}${attributes}>`)
        if (voids.has(tag)) continue
        // A parser drops the first line end of <pre>; one that is meant needs another before it.
        const [firstChild] = node.childNodes
        if (tag === 'pre' && firstChild && 'value' in firstChild && firstChild.value.startsWith('\n')) out.push('\n')
        stack.push(`</${tag}>`)
      }
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i]
        if (child) stack.push(child)
      }
    }
  }
  return out.join('')
}

const withoutTags = (html: string): string => html.replace(/<[^<>]*>?/g, ' ').replaceAll('<', ' ')

/**
 * HTML that is safe to show: parsed as browsers parse, written anew from a list of harmless elements, with absolute http, https and
 * mailto addresses. No foreign content and no raw-text element is ever written, so reading it again gives the same tree.
 * Markup too hostile to parse comes back as its text.
 */
export function sanitiseHtml(html: string, base?: string): string {
  try {
    const fragment = parseHtmlFragment(html)
    let effectiveBase = base
    const first = fragment.childNodes.find(isElement)
    const stated = first?.tagName === 'base' ? first.attrs.find(({ name }) => name === 'href')?.value : undefined
    if (stated) effectiveBase = resolveBase(stated, base)
    return writeTree(fragment, effectiveBase).trim()
  } catch (error) {
    if (error instanceof UnreadableFile) return escapeText(withoutTags(html).replace(/\s+/g, ' ').trim())
    throw error
  }
}
