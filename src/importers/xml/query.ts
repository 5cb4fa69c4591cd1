import { escapeText } from '../html/sanitise.ts'
import { resolveSafeUrl } from '../text/urls.ts'
import type { NamespaceId } from './namespaces.ts'
import type { XmlElement } from './tree.ts'

export const isXmlElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string'

/** Child elements by `name` or `namespace:name`, in document order; names compare without case. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  const wanted = new Set(names)
  return element.children.filter(isXmlElement).filter(child => wanted.has(keyOf(child)))
}

export const childOf = (element: XmlElement, ...names: readonly string[]): XmlElement | undefined => {
  for (const name of names) {
    const [found] = childrenOf(element, name)
    if (found) return found
  }
  return undefined
}

export function keyOf(element: XmlElement): string {
  const name = element.name.toLowerCase()
  return element.namespace === '' ? name : `${element.namespace}:${name}`
}

export function attributeOf(element: XmlElement, name: string, namespace: NamespaceId = ''): string | undefined {
  return element.attributes.find(a => a.namespace === namespace && a.name.toLowerCase() === name)?.value
}

/** All text below, markup left out. */
export function textIn(element: XmlElement): string {
  const parts: string[] = []
  const stack: (XmlElement | string)[] = [...element.children].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') parts.push(node)
    else for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] ?? '')
  }
  return parts.join('')
}

/** The trimmed text of the first of the named children that has any. */
export function childText(element: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names)
    for (const child of childrenOf(element, name)) {
      const text = textIn(child).trim()
      if (text !== '') return text
    }
  return null
}

const emptyTags = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])

const selfClosing = new Set(['p', 'li', 'dt', 'dd', 'option'])

const addresses = new Set(['href', 'src', 'cite', 'poster'])

/**
 * The children written as HTML. `textIsHtml` says that text between them is HTML already (tags left unescaped in an RSS
 * description beside escaped ones); otherwise text is text (XHTML). Addresses whose `xml:base` is not `base` are made absolute.
 */
export function innerHtml(element: XmlElement, textIsHtml: boolean, base = element.base): string {
  const out: string[] = []
  const stack: (XmlElement | { end: string } | string)[] = [...element.children].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') out.push(textIsHtml ? node : escapeText(node))
    else if ('end' in node) out.push(node.end)
    else {
      const isHtml = node.namespace === 'xhtml' || node.namespace === '' || node.namespace === 'atom'
      // An element of another vocabulary is written as one that HTML doesn't know: dropped or unwrapped when sanitised.
      const name = isHtml ? node.name : /(?:svg|MathML)/i.test(node.namespace) ? 'template' : 'x-other'
      if (!/^[A-Za-z][\w-]*$/.test(name)) continue
      const own = node.base === base ? undefined : node.base
      const attributes = node.attributes
        .filter(a => a.namespace === '' && /^[A-Za-z][\w-]*$/.test(a.name))
        .map(a => {
          const isRelative = own !== undefined && addresses.has(a.name.toLowerCase())
          const value = (isRelative ? resolveSafeUrl(a.value, own) : null) ?? a.value
          return ` ${a.name}="${escapeText(value).replaceAll('"', '&quot;')}"`
        })
        .join('')
      out.push(`<${name}${attributes}>`)
      // A paragraph that holds a paragraph was never closed: its end tag would open an empty one.
      const isUnclosed =
        textIsHtml &&
        selfClosing.has(name.toLowerCase()) &&
        node.children.some(child => isXmlElement(child) && child.name === name)
      if (!isUnclosed && !emptyTags.has(name.toLowerCase())) stack.push({ end: `</${name}>` })
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] ?? '')
    }
  }
  return out.join('')
}
