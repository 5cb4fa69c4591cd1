import { type DefaultTreeAdapterTypes as Dom, defaultTreeAdapter, parse, parseFragment } from 'parse5'
import { UnreadableFile } from '#importers/contract.ts'

export type HtmlNode = Dom.Node
export type HtmlElement = Dom.Element
export type HtmlParent = Dom.ParentNode

/** The HTML algorithm is quadratic in depth and in attributes per tag; real pages stay far below these. */
const limits = { maxDepth: 512, maxElements: 400_000, maxAttributesPerTag: 4_000, maxChars: 24_000_000 }

const refuse = () =>
  new UnreadableFile(
    'unsafe',
    'This page is nested too deeply or is too large to read safely. Save a simpler version of it.',
  )

const space = /[\s/]/

/** Walks start tags as a browser would, only to count attributes; script bodies are skipped. */
function assertFewAttributes(html: string): void {
  let at = html.indexOf('<')
  while (at >= 0) {
    const start = at + 1
    const first = html.charCodeAt(start) | 32
    if (first < 97 || first > 122) {
      at = html.indexOf('<', start)
      continue
    }
    let i = start
    let attributes = 0
    for (; i < html.length && html[i] !== '>'; i++) {
      if (space.test(html[i] ?? '')) {
        const next = html[i + 1]
        if (next !== undefined && next !== '>' && !space.test(next) && ++attributes > limits.maxAttributesPerTag)
          throw refuse()
      } else if (html[i] === '=') {
        while (/\s/.test(html[i + 1] ?? '')) i++
        const quote = html[i + 1]
        if (quote === '"' || quote === "'") {
          const end = html.indexOf(quote, i + 2)
          if (end < 0) return
          i = end
          if (++attributes > limits.maxAttributesPerTag) throw refuse()
        }
      }
    }
    if (html.slice(start, start + 6).toLowerCase() === 'script') {
      const end = html.slice(i).search(/<\/script/i)
      if (end < 0) return
      i += end
    }
    at = html.indexOf('<', i)
  }
}

function guardedAdapter(): typeof defaultTreeAdapter {
  let elements = 0
  let depth = 0
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++elements > limits.maxElements) throw refuse()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush() {
      if (++depth > limits.maxDepth) throw refuse()
    },
    onItemPop() {
      depth--
    },
  }
}

function guarded<T>(html: string, read: () => T): T {
  if (html.length > limits.maxChars) throw refuse()
  assertFewAttributes(html)
  return read()
}

/** Reads HTML as browsers do. Throws `UnreadableFile` for markup made to exhaust a parser. */
export function parseHtmlFragment(html: string): Dom.DocumentFragment {
  return guarded(html, () => parseFragment(html, { treeAdapter: guardedAdapter() }))
}

export function parseHtmlPage(html: string): Dom.Document {
  return guarded(html, () => parse(html, { treeAdapter: guardedAdapter() }))
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find(candidate => candidate.name === name)?.value
}

/** Elements in document order; stops below an element for which `enter` is false. */
export function* elementsOf(
  root: HtmlParent,
  enter: (element: HtmlElement) => boolean = () => true,
): Generator<HtmlElement> {
  const stack: HtmlNode[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue
    yield node
    if (enter(node)) for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i] ?? node)
  }
}

/** All text below, as written; scripts and styles left out. */
export function rawTextOf(root: HtmlParent): string {
  const parts: string[] = []
  const stack: HtmlNode[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value)
    else if (isElement(node) && node.tagName !== 'script' && node.tagName !== 'style')
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i] ?? node)
  }
  return parts.join('')
}
