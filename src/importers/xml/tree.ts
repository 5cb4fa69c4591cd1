import { UnreadableFile } from '#importers/contract.ts'
import { resolveBase } from '../text/urls.ts'
import { createEntityDecoder, legalText } from './entities.ts'
import { isWellKnownPrefix, type NamespaceId, namespaceId } from './namespaces.ts'

export type XmlAttribute = { namespace: NamespaceId; name: string; value: string }
export type XmlElement = {
  namespace: NamespaceId
  /** Local name as written. */
  name: string
  attributes: readonly XmlAttribute[]
  children: (XmlElement | string)[]
  /** The base that relative references inside resolve against, after `xml:base`. */
  base: string | undefined
  language: string | undefined
}

const limits = { maxDepth: 1_500, maxElements: 1_000_000, maxAttributes: 1_000, maxPrefixes: 300, maxChars: 64_000_000 }

const unsafe = (why: string) =>
  new UnreadableFile('unsafe', `This XML ${why}, so it was not read. Check where it comes from.`)

type Scope = { prefixes: ReadonlyMap<string, NamespaceId>; element: XmlElement; tag: string }
type RawAttribute = { name: string; value: string }

const startsItem = new Set(['item', 'entry', 'atom:entry'])
const holdsItems = new Set(['channel', 'items', 'rdf:rdf', 'rss', 'feed', 'atom:feed'])

const nameEnd = /[\s/>=]/g

const quoteOrEnd = /[>"']/g

/** The end of a start tag from just after `<`, or -1; a `>` inside quotes does not count unless the quote never closes. */
function findTagEnd(text: string, from: number): number {
  quoteOrEnd.lastIndex = from
  for (let match = quoteOrEnd.exec(text); match; match = quoteOrEnd.exec(text)) {
    if (match[0] === '>') return match.index
    const close = text.indexOf(match[0], match.index + 1)
    if (close < 0) return text.indexOf('>', match.index)
    quoteOrEnd.lastIndex = close + 1
  }
  return -1
}

function readAttributes(tag: string, from: number, decode: (text: string) => string): RawAttribute[] {
  const found: RawAttribute[] = []
  let i = from
  while (i < tag.length) {
    const char = tag[i] ?? ''
    if (/[\s/]/.test(char)) {
      i++
      continue
    }
    nameEnd.lastIndex = i + 1
    const match = nameEnd.exec(tag)
    const end = match ? match.index : tag.length
    const name = tag.slice(i, end)
    i = end
    while (/\s/.test(tag[i] ?? '')) i++
    let value = ''
    if (tag[i] === '=') {
      i++
      while (/\s/.test(tag[i] ?? '')) i++
      const quote = tag[i]
      if (quote === '"' || quote === "'") {
        const close = tag.indexOf(quote, i + 1)
        value = tag.slice(i + 1, close < 0 ? undefined : close)
        i = close < 0 ? tag.length : close + 1
      } else {
        const start = i
        while (i < tag.length && !/\s/.test(tag[i] ?? '')) i++
        value = tag.slice(start, i)
      }
    }
    found.push({ name, value: decode(value).replace(/[\t\n\r]/g, ' ') })
    if (found.length > limits.maxAttributes) throw unsafe('has a tag with more than a thousand attributes')
  }
  return found
}

function splitName(name: string): [string, string] {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}

/** RSS has no namespace, and Atom only one: another default one on these is a decoration that would hide every element. */
const decorated = new Set(['channel', 'item', 'feed'])

function readPrefixes(attributes: readonly RawAttribute[], outer: ReadonlyMap<string, NamespaceId>, tag: string) {
  let prefixes: Map<string, NamespaceId> | undefined
  for (const { name, value } of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    prefixes ??= new Map(outer)
    if (prefixes.size >= limits.maxPrefixes) break
    const stated = namespaceId(value)
    const prefix = name.slice(6)
    // A prefix that everybody knows means what it always means, whatever its declaration was garbled to.
    const id = stated.startsWith('?') && isWellKnownPrefix(prefix) ? prefix : stated
    const isDecoration = name === 'xmlns' && (tag === 'rss' || (decorated.has(tag) && id.startsWith('?')))
    prefixes.set(prefix, isDecoration ? '' : id)
  }
  return prefixes ?? outer
}

function namespaceOf(prefix: string, prefixes: ReadonlyMap<string, NamespaceId>, isAttribute: boolean): NamespaceId {
  if (prefix === '') return isAttribute ? '' : (prefixes.get('') ?? '')
  if (prefix === 'xml') return 'xml'
  return prefixes.get(prefix) ?? (isWellKnownPrefix(prefix) ? prefix : `?${prefix}`)
}

/**
 * Reads XML without ever giving up on ill-formed input: unclosed tags end with their parent, stray end tags are ignored, lone `&`
 * and `<` are text, HTML entities are known, and prefixes without a declaration mean what they usually mean. Throws
 * `UnreadableFile` only for input made to exhaust memory or time. Never recurses and never fetches anything.
 */
export function parseXml(text: string, documentBase?: string): XmlElement {
  if (text.length > limits.maxChars) throw unsafe('is larger than 64 million characters')
  const { decode, readDoctype } = createEntityDecoder()
  const root: XmlElement = {
    namespace: '',
    name: '',
    attributes: [],
    children: [],
    base: documentBase,
    language: undefined,
  }
  const stack: Scope[] = [{ prefixes: new Map(), element: root, tag: '' }]
  const openTags = new Map<string, number>()
  const lastCommentEnd = text.lastIndexOf('-->')
  let elements = 0
  let i = 0
  const top = () => stack[stack.length - 1]?.element ?? root
  const addText = (piece: string) => {
    if (piece === '') return
    const { children } = top()
    const last = children.length - 1
    const before = children[last]
    if (typeof before === 'string') children[last] = before + piece
    else children.push(piece)
  }
  const pop = () => {
    const scope = stack.pop()
    if (scope) openTags.set(scope.tag, (openTags.get(scope.tag) ?? 1) - 1)
  }
  /** An item can't stand inside a title or another item: whoever forgot an end tag meant it here. */
  const closeToContainer = () => {
    let at = stack.length - 1
    while (at > 0 && !holdsItems.has(stack[at]?.tag.toLowerCase() ?? '')) at--
    if (at > 0) while (stack.length - 1 > at) pop()
  }
  while (i < text.length) {
    const open = text.indexOf('<', i)
    if (open < 0) {
      addText(decode(text.slice(i)))
      break
    }
    if (open > i) addText(decode(text.slice(i, open)))
    const next = text[open + 1] ?? ''
    if (next === '!') {
      if (text.startsWith('<![CDATA[', open)) {
        const end = text.indexOf(']]>', open + 9)
        addText(legalText(text.slice(open + 9, end < 0 ? undefined : end)))
        i = end < 0 ? text.length : end + 3
      } else if (text.startsWith('<!--', open)) {
        const end = open < lastCommentEnd ? text.indexOf('-->', open + 4) : -1
        const fallback = end < 0 ? text.indexOf('>', open + 4) : -1
        i = end >= 0 ? end + 3 : fallback < 0 ? text.length : fallback + 1
      } else {
        i = readDoctype(text, open)
      }
    } else if (next === '?') {
      const end = text.indexOf('>', open)
      i = end < 0 ? text.length : end + 1
    } else if (next === '/') {
      const end = text.indexOf('>', open)
      const stop = end < 0 ? text.length : end
      const tag = text.slice(open + 2, stop).trim()
      const match = [tag, tag.toLowerCase()].find(name => (openTags.get(name) ?? 0) > 0)
      if (match !== undefined) {
        while (stack.length > 1 && stack[stack.length - 1]?.tag !== match) pop()
        pop()
      }
      i = stop + 1
    } else if (/[A-Za-z_:\u0080-\uffff]/.test(next)) {
      const end = findTagEnd(text, open + 1)
      if (end < 0) break
      const isEmpty = text[end - 1] === '/'
      const tag = text.slice(open + 1, isEmpty ? end - 1 : end)
      nameEnd.lastIndex = 0
      const written = tag.slice(0, nameEnd.exec(tag)?.index ?? tag.length)
      // `Ann <ann@example.org>` and `<https://example.org>`: nobody escaped the bracket.
      if (written.includes('@') || written.endsWith(':')) {
        addText('<')
        i = open + 1
        continue
      }
      if (startsItem.has(written.toLowerCase())) {
        // An empty item within an item ends nothing: what follows still belongs to the outer one.
        if (isEmpty && (openTags.get(written) ?? 0) > 0) {
          i = end + 1
          continue
        }
        closeToContainer()
      }
      const raw = readAttributes(tag, written.length, decode)
      const scope = stack[stack.length - 1]
      const prefixes = readPrefixes(raw, scope?.prefixes ?? new Map(), written.toLowerCase())
      const [prefix, name] = splitName(written)
      const attributes = raw
        .filter(attribute => attribute.name !== 'xmlns' && !attribute.name.startsWith('xmlns:'))
        .map(attribute => {
          const [attributePrefix, local] = splitName(attribute.name)
          return { namespace: namespaceOf(attributePrefix, prefixes, true), name: local, value: attribute.value }
        })
      const xml = (local: string) => attributes.find(a => a.namespace === 'xml' && a.name === local)?.value
      const parent = top()
      const base = xml('base')
      const element: XmlElement = {
        namespace: namespaceOf(prefix, prefixes, false),
        name,
        attributes,
        children: [],
        base: base === undefined ? parent.base : resolveBase(base, parent.base),
        language: xml('lang') ?? parent.language,
      }
      parent.children.push(element)
      if (++elements > limits.maxElements) throw unsafe('has more than a million elements')
      if (!isEmpty) {
        stack.push({ prefixes, element, tag: written })
        openTags.set(written, (openTags.get(written) ?? 0) + 1)
        if (stack.length > limits.maxDepth) throw unsafe('is nested more than a thousand levels deep')
      }
      i = end + 1
    } else {
      addText('<')
      i = open + 1
    }
  }
  return root
}
