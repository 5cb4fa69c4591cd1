import { decodeHTMLStrict } from 'entities'
import { UnreadableFile } from '#importers/contract.ts'

/** All that a document's own entities may add, so a few lines can't become gigabytes. */
const maxExpandedChars = 200_000
const maxDeclared = 2_000

type EntityDecoder = {
  decode(text: string): string
  /** Takes in the entities of a `<!DOCTYPE … [ … ]>` or other declaration at `open`; gives the index after it. */
  readDoctype(text: string, open: number): number
}

const declaration = /<!ENTITY\s+([^\s%"'<>&;]{1,200})\s+(?:"([^"]*)"|'([^']*)')/g
const reference = /&([^\s&;<>#"']{1,200});/g

/** Numbers, HTML names and the document's own internal entities; external ones are never fetched and stay as written. */
export function createEntityDecoder(): EntityDecoder {
  const own = new Map<string, string>()
  let expanded = 0

  function expand(text: string, active: readonly string[]): string {
    return text.replace(reference, (whole, name: string) => {
      const value = own.get(name)
      if (value === undefined || active.includes(name) || active.length > 20) return whole
      const result = expand(value, [...active, name])
      expanded += result.length + 1
      if (expanded > maxExpandedChars)
        throw new UnreadableFile(
          'unsafe',
          'This XML declares entities that expand without end, so it was not read. Check where it comes from.',
        )
      return result
    })
  }

  return {
    decode(text) {
      // NUL is no character of XML, and PostgreSQL stores none.
      const clean = text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
      if (!clean.includes('&')) return clean
      return decodeHTMLStrict(own.size > 0 ? expand(clean, []) : clean)
    },
    readDoctype(text, open) {
      const end = text.indexOf('>', open)
      if (end < 0) return text.length
      const inside = text.slice(open, end).indexOf('[')
      if (inside < 0) return end + 1
      const subset = open + inside
      const closing = /\]\s*>/g
      closing.lastIndex = subset
      const close = closing.exec(text)
      const stop = close ? close.index : text.length
      for (const [, name = '', double, single] of text.slice(subset, stop).matchAll(declaration)) {
        if (own.size < maxDeclared && !own.has(name) && !/^(?:amp|lt|gt|quot|apos)$/.test(name))
          own.set(name, double ?? single ?? '')
      }
      return close ? close.index + close[0].length : text.length
    },
  }
}
