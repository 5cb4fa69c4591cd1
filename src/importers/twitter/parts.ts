import { type ByteSource, UnreadableFile } from '#importers/contract.ts'
import { createJsonReader, type JsonPath, type JsonPiece, utf8Chunks } from '../json/stream.ts'

const prefix = /^[\ufeff\s]*window\.YTD\.([A-Za-z_]\w{0,60})\.part(\d+)\s*=\s*/

/** The name of a file of the archive, from its first line: `window.YTD.tweets.part0 = [`. */
export const ytdName = (head: string): string | undefined => prefix.exec(head.slice(0, 300))?.[1]

/** The entries of one file: what stands before the first `=` is cut off, the rest is read as JSON and never run. */
export async function* ytdEntries(
  source: Pick<ByteSource, 'stream' | 'name'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<JsonPiece> {
  const reader = createJsonReader((path: JsonPath) => path.length === 1)
  let head: string | undefined = ''
  for await (const text of utf8Chunks(source.stream(), signal)) {
    if (head === undefined) {
      yield* reader.push(text)
      continue
    }
    head += text
    const found = prefix.exec(head)
    if (found) {
      yield* reader.push(head.slice(found[0].length))
      head = undefined
    } else if (head.length > 1_000)
      throw new UnreadableFile('not-recognised', `“${source.name.slice(0, 80)}” is no file of an X archive.`)
  }
  yield* reader.end()
}
