import { decodeHTML } from 'entities'
import { UnreadableFile } from '#importers/contract.ts'
import { type HtmlNode, type HtmlParent, isElement, parseHtmlFragment } from './tree.ts'

const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
  'select',
  'textarea',
])
const blocks = new Set(
  `address article aside blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p
  pre section table tbody tfoot thead tr ul body html`
    .trim()
    .split(/\s+/),
)

/** The text a reader sees: line breaks at blocks and `<br>`, one space elsewhere. */
export function textOf(root: HtmlParent): string {
  const parts: string[] = []
  const stack: (HtmlNode | '\n')[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === '\n') parts.push('\n')
    else if (node.nodeName === '#text' && 'value' in node) parts.push(node.value.replace(/[ \p{Cc}]+/gu, ' '))
    else if (isElement(node)) {
      if (silent.has(node.tagName)) continue
      if (node.tagName === 'br') parts.push('\n')
      if (node.tagName === 'td' || node.tagName === 'th') parts.push(' ')
      if (blocks.has(node.tagName)) {
        parts.push('\n')
        stack.push('\n')
      }
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i]
        if (child) stack.push(child)
      }
    }
  }
  return parts
    .join('')
    .replace(/ {2,}/g, ' ')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n')
}

export function htmlToText(html: string): string {
  try {
    return textOf(parseHtmlFragment(html))
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return decodeHTML(html.replace(/<[^<>]*>?/g, ' '))
      .replace(/\s+/g, ' ')
      .trim()
  }
}

/** Elements of HTML of all ages, but for those whose names people write in brackets when they talk of code (`<map>`, `<template>`). */
const tagNames =
  'a|abbr|acronym|address|article|aside|audio|b|big|blockquote|br|caption|center|cite|code|dd|del|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nav|noscript|object|ol|p|pre|q|s|samp|script|section|small|span|strike|strong|style|sub|sup|svg|math|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|body|html|head|textarea|select|button|applet|basefont|bdi|bdo|blink|center|colgroup|fieldset|frameset|hgroup|ins|marquee|nobr|noembed|noframes|picture|rp|rt|ruby|wbr|x-other|xmp'
const anyTag = new RegExp(`<\\/?(?:${tagNames})(?:[\\s/][^<>]*)?>`, 'i')
const closingOrVoid = new RegExp(`<(?:\\/(?:${tagNames})\\s*|(?:br|hr|img|input|meta|link)(?:[\\s/][^<>]*)?)>`, 'i')
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i

/** Whether text from a field that may hold either is meant as HTML. */
export function looksLikeHtml(text: string): boolean {
  return anyTag.test(text) || entity.test(text) || /<!--|<\?(?:php|xml)\b/i.test(text)
}

/** For one-line fields: a lone `<title>` is talked about, a tag that is closed is markup. */
export function looksLikeMarkedUpLine(text: string): boolean {
  return closingOrVoid.test(text) || entity.test(text)
}

const escapedTag = new RegExp(`^\\s*&lt;(?:${tagNames})(?:[\\s/]|&gt;)[\\s\\S]*&gt;\\s*$`, 'i')

const escapedCdata = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/

/** Undoes one escaping too many: the whole value is escaped markup or CDATA and nothing in it is real markup. */
export function undoDoubleEscape(value: string): string {
  const html = escapedCdata.exec(value)?.[1] ?? value
  return !anyTag.test(html) && escapedTag.test(html) ? decodeHTML(html) : html
}
