import { type ByteSource, UnreadableFile } from '#importers/contract.ts'
import { decodeText } from '../text/decode.ts'
import { parseExactJson } from './exact.ts'

const megabyte = 1 << 20

/** All bytes of a file that is small by nature. Throws `UnreadableFile` when it is not. */
export async function readWhole(source: ByteSource, maxMegabytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of source.stream()) {
    size += chunk.length
    if (size > maxMegabytes * megabyte)
      throw new UnreadableFile(
        'too-big',
        `“${source.name.slice(0, 80)}” is larger than ${maxMegabytes} MB, so it was not read. Files of this kind are smaller.`,
      )
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

/** A JSON document that is read as a whole; ids keep their digits. */
export async function readJsonFile(source: ByteSource, maxMegabytes = 64): Promise<unknown> {
  const { text } = decodeText(await readWhole(source, maxMegabytes))
  return parseJsonText(text)
}

export function parseJsonText(text: string): unknown {
  try {
    return parseExactJson(text)
  } catch (error) {
    throw new UnreadableFile('broken', 'This JSON is damaged. Export it again and retry.', { cause: error })
  }
}
