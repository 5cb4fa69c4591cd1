import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const hidden = new Set([
  'head',
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'object',
  'iframe',
  'svg',
  'select',
  'textarea',
])
const blocks = new Set(
  'address article aside blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const spaced = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote', 'table', 'pre'])
const maxDepth = 400

const isElement = (node: Node): node is Element => 'tagName' in node
const attribute = (element: Element, name: string) => element.attrs.find(each => each.name === name)?.value ?? ''

/** What a reader of the page sees, as text: quotes get `> `, links their address when it says something new. Nothing of it is loaded or run. */
export function htmlToText(html: string): string {
  const lines: { quote: number; text: string }[] = []
  let line = ''
  let quote = 0
  let gap = false
  const flush = (force = false) => {
    const text = line.replaceAll(/[ \t]+/g, ' ').trim()
    line = ''
    if (text === '' && !force) return
    if (gap && lines.length > 0) lines.push({ quote: Math.min(quote, lines.at(-1)?.quote ?? 0), text: '' })
    gap = false
    lines.push({ quote, text })
  }
  const walk = (node: Node, depth: number, inPre: boolean): void => {
    if (depth > maxDepth) return
    if (node.nodeName === '#text' && 'value' in node) {
      if (!inPre) line += node.value.replaceAll(/\s+/g, ' ')
      else
        for (const [index, each] of node.value.split('\n').entries()) {
          if (index > 0) flush(true)
          line += each.replaceAll('\t', '    ')
        }
      return
    }
    if (!isElement(node)) {
      if ('childNodes' in node) for (const child of node.childNodes) walk(child, depth + 1, inPre)
      return
    }
    const tag = node.tagName
    if (hidden.has(tag) || isInvisible(node)) return
    if (tag === 'br') {
      flush(true)
      return
    }
    if (tag === 'img') {
      const alt = attribute(node, 'alt').trim()
      if (alt !== '' && !/^https?:/i.test(alt)) line += `[${alt.slice(0, 100)}]`
      return
    }
    const block = blocks.has(tag)
    if (block) {
      flush()
      if (spaced.has(tag)) gap = true
    }
    if (tag === 'blockquote') quote += 1
    if (tag === 'li') line += '- '
    if (tag === 'td' || tag === 'th') line += ' '
    const from = lines.length
    const before = line
    for (const child of node.childNodes) walk(child, depth + 1, inPre || tag === 'pre')
    if (tag === 'a' && lines.length === from) line += linkAfter(node, line.slice(before.length))
    if (block) {
      flush()
      if (spaced.has(tag)) gap = true
    }
    if (tag === 'blockquote') quote -= 1
  }
  walk(parse(html), 0, false)
  flush()
  return lines
    .map(each => (each.quote > 0 ? `${'>'.repeat(each.quote)} ${each.text}`.trimEnd() : each.text))
    .join('\n')
    .replaceAll('\u00a0', ' ')
}

/** A preheader or a tracking pixel's words: not what the sender shows. */
function isInvisible(element: Element): boolean {
  const style = attribute(element, 'style').toLowerCase().replaceAll(/\s+/g, '')
  return (
    /display:none|visibility:hidden|mso-hide:all|font-size:0(?:px)?(?:;|$)/.test(style) ||
    element.attrs.some(each => each.name === 'hidden')
  )
}

function linkAfter(element: Element, shown: string): string {
  const href = attribute(element, 'href').trim()
  if (!/^(?:https?|ftp|xmpp|tel):/i.test(href) || href.length > 500) return ''
  const plain = (text: string) => text.toLowerCase().replaceAll(/^(?:https?:\/\/)?(?:www\.)?|\/$/g, '')
  const text = shown.trim()
  return text === '' || plain(text) === plain(href) || plain(href) === `tel:${plain(text)}`
    ? text === ''
      ? href
      : ''
    : ` (${href})`
}
