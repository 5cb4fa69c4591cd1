import { StringDecoder } from 'node:string_decoder'
import { createElement, Element } from 'ltx'
import SaxLtx from 'ltx/lib/parsers/ltx.js'

export { createElement as xml, Element }

/** An attribute as text; undefined when it is absent or empty. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const value: unknown = element?.attrs[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Any child in the namespace, whatever its name (receipts and markers are told apart by name). */
export function childIn(element: Element, namespace: string): Element | undefined {
  return element.getChildElements().find(child => child.getNS() === namespace)
}

/** Drops what XML 1.0 can't carry: a server would close the whole stream over one such character. */
export function legalText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
}

export type StreamEvents = { open(): void; element(element: Element): void; end(): void; broken(why: string): void }

const maxDepth = 200
const maxChildren = 50_000

/** Bytes in, top-level elements out. A character cut by a packet boundary stays whole. */
export function streamParser(events: StreamEvents): { write(bytes: Buffer): void } {
  const decoder = new StringDecoder('utf8')
  const sax = new SaxLtx()
  let root: Element | undefined
  let cursor: Element | undefined
  let depth = 0
  let nodes = 0
  let broken = false
  const fail = (why: string) => {
    if (!broken) events.broken(why)
    broken = true
  }
  sax.on('startElement', (name: string, attrs: Record<string, string>) => {
    if (broken) return
    const element = new Element(name, attrs)
    depth += 1
    nodes += 1
    if (depth > maxDepth || nodes > maxChildren) return fail('an element too large to be a message')
    if (!root) {
      root = element
      cursor = element
      events.open()
      return
    }
    if (cursor === root) element.parent = root
    else cursor?.cnode(element)
    cursor = element
  })
  sax.on('text', (text: string) => {
    if (!broken && cursor && cursor !== root) cursor.t(text)
  })
  sax.on('endElement', (name: string) => {
    if (broken) return
    if (!cursor || cursor.name !== name) return fail('XML that is not well formed')
    depth -= 1
    if (cursor === root) {
      events.end()
      return
    }
    const closed = cursor
    cursor = closed.parent ?? undefined
    if (cursor === root) {
      nodes = 0
      events.element(closed)
    }
  })
  sax.on('error', (error: Error) => fail(error.message))
  return {
    write: bytes => {
      if (!broken) sax.write(decoder.write(bytes))
    },
  }
}
