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

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const oddSigns = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffe\uffff]/g

/** What windows-1252 has from 0x80 to 0x9f; nothing where it has nothing. */
const windowsSigns = Array.from({ length: 32 }, (_, at) =>
  new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + at)).replace(/\p{Cc}/u, ''),
)

/**
 * Text with only the characters that XML allows (PostgreSQL stores no NUL either). What Windows put between U+0080 and U+009F, where
 * Unicode has control characters, is what Windows meant: quotes and dashes.
 */
export const legalText = (text: string): string =>
  text.replace(oddSigns, sign => {
    const code = sign.charCodeAt(0)
    if (code >= 0x80 && code <= 0x9f) return windowsSigns[code - 0x80] ?? ''
    return code === 0x0b || code === 0x0c ? ' ' : ''
  })

const declaration = /<!ENTITY\s+([^\s%"'<>&;]{1,200})\s+(?:"([^"]*)"|'([^']*)')/g
const reference = /&([^\s&;<>#"']{1,200});/g

/** The `]>` that ends an internal subset: not one within a quoted value or a comment, unless nothing else ends it. */
function findSubsetEnd(text: string, subset: number): RegExpExecArray | null {
  const sign = /["']|<!--|\]\s*>/g
  sign.lastIndex = subset
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found[0].startsWith(']')) return found
    const close = found[0] === '<!--' ? '-->' : found[0]
    const end = text.indexOf(close, sign.lastIndex)
    if (end < 0) break
    sign.lastIndex = end + close.length
  }
  const any = /\]\s*>/g
  any.lastIndex = subset
  return any.exec(text)
}

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
      if (!text.includes('&')) return legalText(text)
      return legalText(decodeHTMLStrict(own.size > 0 ? expand(text, []) : text))
    },
    readDoctype(text, open) {
      const end = text.indexOf('>', open)
      if (end < 0) return text.length
      const inside = text.slice(open, end).indexOf('[')
      if (inside < 0) return end + 1
      const subset = open + inside
      const close = findSubsetEnd(text, subset)
      const stop = close ? close.index : text.length
      for (const [, name = '', double, single] of text.slice(subset, stop).matchAll(declaration)) {
        if (own.size < maxDeclared && !own.has(name) && !/^(?:amp|lt|gt|quot|apos)$/.test(name))
          own.set(name, double ?? single ?? '')
      }
      return close ? close.index + close[0].length : text.length
    },
  }
}
