import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const hidden = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'title', 'textarea'])
const paragraphs = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div'])
const maxDepth = 200

const isElement = (node: Node): node is Element => 'tagName' in node
const attribute = (element: Element, name: string) => element.attrs.find(each => each.name === name)?.value ?? ''
const classes = (element: Element) => attribute(element, 'class').split(/\s+/)

/**
 * The words of a post. Links become their whole address, for servers show them shortened; custom emoji stay `:their_name:`. Nothing of
 * the HTML is kept.
 */
export function contentToText(html: string): string {
  let text = ''
  const paragraph = () => {
    if (text !== '') text = `${text.replace(/[ \n]+$/, '')}\n\n`
  }
  const walk = (node: Node, depth: number, quote: boolean): void => {
    if (depth > maxDepth) return
    if (node.nodeName === '#text' && 'value' in node) {
      const words = node.value.replaceAll(/\s+/g, ' ')
      text += /(?:^|\n)$/.test(text) ? words.trimStart() : words
      return
    }
    if (!isElement(node)) {
      if ('childNodes' in node) for (const child of node.childNodes) walk(child, depth + 1, quote)
      return
    }
    const tag = node.tagName
    if (hidden.has(tag)) return
    // FEP-e232 and Mastodon: a quoted post's address for those who can't show it, beside the post itself.
    if (classes(node).includes('quote-inline')) return
    if (tag === 'br') {
      text = `${text.trimEnd()}\n`
      return
    }
    if (tag === 'img') {
      text += attribute(node, 'alt') || attribute(node, 'title')
      return
    }
    if (paragraphs.has(tag)) paragraph()
    if (tag === 'li') text = `${/(?:^|\n)$/.test(text) ? text : `${text.trimEnd()}\n`}- `
    if (tag === 'a' && isPlainLink(node)) {
      text += attribute(node, 'href')
      return
    }
    for (const child of node.childNodes) walk(child, depth + 1, quote || tag === 'blockquote')
    if (paragraphs.has(tag)) paragraph()
  }
  walk(parseFragment(html), 0, false)
  return text.replaceAll('\u00a0', ' ').trim()
}

/** Neither a mention nor a hashtag, whose words say more than their address. */
function isPlainLink(link: Element): boolean {
  const named = classes(link)
  if (named.includes('mention') || named.includes('hashtag')) return false
  return /^https?:/i.test(attribute(link, 'href')) && !/^[@#]/.test(wordsIn(link).trim())
}

function wordsIn(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(wordsIn).join('') : ''
}

/** Leaves out the names at the start that only say whom a post goes to. */
export function withoutAddressees(text: string, names: readonly string[]): string {
  const known = new Set(
    names.flatMap(name => [name, name.replace(/^(@[^@]+)@.*$/, '$1')]).map(name => name.toLowerCase()),
  )
  let rest = text
  for (;;) {
    const [all, name] = /^(@[\p{L}\p{N}_.-]+(?:@[\p{L}\p{N}.:-]+)?),?(?:\s+|$)/u.exec(rest) ?? []
    if (all === undefined || name === undefined || !known.has(name.toLowerCase())) return rest
    rest = rest.slice(all.length)
  }
}
