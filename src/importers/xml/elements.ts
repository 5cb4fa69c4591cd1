import { type ByteSource, UnreadableFile } from '#importers/contract.ts'
import { childrenOf } from './query.ts'
import { parseXml, type XmlElement } from './tree.ts'

const maxElementChars = 4 << 20
const pieceChars = 64 << 10

/**
 * The elements of one name of an XML file of any size, each parsed alone. They must not hold one of the same name. What stands before
 * and around them, a document type with its entities above all, is never looked at.
 */
export async function* xmlElements(
  source: Pick<ByteSource, 'stream'>,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<XmlElement> {
  const decoder = new TextDecoder()
  const start = new RegExp(`<((?:\\w+:)?${name})(?=[\\s/>])`, 'g')
  let text = ''
  let due = pieceChars
  const read = function* (): Generator<XmlElement> {
    let at = 0
    start.lastIndex = 0
    for (let open = start.exec(text); open; open = start.exec(text)) {
      at = open.index
      const tagEnd = text.indexOf('>', at)
      if (tagEnd < 0) break
      const close = text[tagEnd - 1] === '/' ? tagEnd : text.indexOf(`</${open[1]}`, tagEnd)
      const end = close < 0 ? -1 : text.indexOf('>', close)
      if (end < 0) break
      at = end + 1
      start.lastIndex = at
      const whole = text.slice(open.index, at).replace(/<(\/?)\w+:/g, '<$1')
      const [element] = childrenOf(parseXml(whole), name.toLowerCase())
      if (element) yield element
    }
    // Only an element that began, or a tag cut in two, is kept for the next piece.
    text = text.slice(at)
    start.lastIndex = 0
    if (!start.test(text)) text = text.slice(Math.max(0, text.lastIndexOf('<')))
    if (text.length > maxElementChars)
      throw new UnreadableFile(
        'too-big',
        'One entry of this file is larger than 4 million characters, so reading stopped.',
      )
  }
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted()
    text += decoder.decode(chunk, { stream: true })
    if (text.length < due) continue
    yield* read()
    // What is still open is looked at again when it has doubled, so that a long one costs no more than its length.
    due = Math.max(pieceChars, text.length * 2)
  }
  text += decoder.decode()
  yield* read()
}
