import { type ByteSource, UnreadableFile } from '#importers/contract.ts'
import { childrenOf } from './query.ts'
import { parseXml, type XmlElement } from './tree.ts'

const maxElementChars = 16 << 20

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
  const pattern = new RegExp(`<((?:\\w+:)?${name})(?=[\\s/>])([^>]*?)(?:/>|>([\\s\\S]*?)</\\1\\s*>)`, 'g')
  const start = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])`)
  let text = ''
  const read = function* (): Generator<XmlElement> {
    pattern.lastIndex = 0
    let end = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      end = pattern.lastIndex
      const [element] = childrenOf(parseXml(match[0].replace(/<(\/?)\w+:/g, '<$1')), name.toLowerCase())
      if (element) yield element
    }
    text = text.slice(end)
    const open = start.exec(text)
    // Only an element that began, or a tag cut in two, is kept for the next piece.
    text = open ? text.slice(open.index) : text.slice(Math.max(0, text.lastIndexOf('<')))
    if (text.length > maxElementChars)
      throw new UnreadableFile(
        'too-big',
        'One entry of this file is larger than 16 million characters, so reading stopped.',
      )
  }
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted()
    text += decoder.decode(chunk, { stream: true })
    if (text.length > 64 << 10) yield* read()
  }
  text += decoder.decode()
  yield* read()
}
