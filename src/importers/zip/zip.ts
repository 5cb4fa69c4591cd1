import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl'
import { type ByteSource, UnreadableFile } from '#importers/contract.ts'

/** `maxRatio` applies once an archive would unpack to more than `freeBytes`: real tables of text shrink 5 to 40 times. */
const limits = { maxEntries: 100_000, maxRatio: 150, freeBytes: 64 << 20, maxTotalBytes: 32 * 2 ** 30 }
const chunkBytes = 64 << 10

export type ZipMember = { path: string; size: number; stream(): AsyncIterable<Uint8Array> }

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))

class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource
  constructor(source: ByteSource) {
    super()
    this.#source = source
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const source = this.#source
    return Readable.from(
      (async function* () {
        for (let at = start; at < end; at += chunkBytes)
          yield Buffer.from(await source.read(at, Math.min(at + chunkBytes, end)))
      })(),
      { objectMode: false },
    )
  }
}

function broken(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error
  const text = error instanceof Error ? error.message : ''
  if (/absolute path|invalid relative path|invalid characters in fileName|backslash/i.test(text))
    return new UnreadableFile(
      'unsafe',
      'This archive holds a file whose path leads outside of it, so nothing was read. Export it again from the original tool.',
      { cause: error },
    )
  if (/too many bytes|more bytes than|size/i.test(text) && /stream|expected/i.test(text))
    return new UnreadableFile(
      'unsafe',
      'This archive unpacks to more than it says, so reading stopped. Export it again from the original tool.',
      { cause: error },
    )
  return new UnreadableFile('broken', 'This zip archive is damaged or incomplete. Download it again and retry.', {
    cause: error,
  })
}

const open = (source: ByteSource): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromRandomAccessReader(
      new SourceReader(source),
      source.size,
      { lazyEntries: true, autoClose: false, validateEntrySizes: true },
      (error, zip) => (error ? reject(broken(error)) : resolve(zip)),
    )
  })

function listEntries(zip: ZipFile, archiveBytes: number): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    let totalBytes = 0
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      totalBytes += entry.uncompressedSize
      const ratio = totalBytes / Math.max(archiveBytes, 1)
      if (
        entries.length > limits.maxEntries ||
        totalBytes > limits.maxTotalBytes ||
        (totalBytes > limits.freeBytes && ratio > limits.maxRatio)
      )
        reject(
          new UnreadableFile(
            'unsafe',
            'This archive would unpack to far more than its size, so it was not opened. Export it again from the original tool.',
          ),
        )
      else if (entry.isEncrypted())
        reject(
          new UnreadableFile(
            'unsafe',
            'This archive is protected by a password. Unpack it, then import the files or zip them again without a password.',
          ),
        )
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', error => reject(broken(error)))
    zip.readEntry()
  })
}

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(broken(error)) : resolve(stream)))
  })

/**
 * The files of a zip archive, read where they lie: only the directory is loaded, each member streams. Throws `UnreadableFile` for
 * bombs, paths that escape, passwords and damage.
 */
export async function openZip(source: ByteSource): Promise<readonly ZipMember[]> {
  const zip = await open(source)
  const entries = await listEntries(zip, source.size)
  return entries
    .filter(entry => !entry.fileName.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/.test(entry.fileName))
    .map(entry => ({
      path: entry.fileName,
      size: entry.uncompressedSize,
      async *stream() {
        try {
          for await (const chunk of await streamOf(zip, entry)) if (chunk instanceof Uint8Array) yield chunk
        } catch (error) {
          throw broken(error)
        }
      },
    }))
}

/** A member as a source of its own. `read` unpacks from the start, so it is for heads, not for jumping about. */
export function memberSource(member: ZipMember): ByteSource {
  return {
    name: member.path,
    size: member.size,
    stream: () => member.stream(),
    async read(start, end) {
      const parts: Uint8Array[] = []
      let at = 0
      for await (const chunk of member.stream()) {
        if (at + chunk.length > start) parts.push(chunk.subarray(Math.max(0, start - at), end - at))
        at += chunk.length
        if (at >= end) break
      }
      return Buffer.concat(parts)
    },
  }
}

const opened = new WeakMap<ByteSource, Promise<readonly ByteSource[]>>()

/** The files of an archive, its directory read once however many importers ask. */
export function zipSources(source: ByteSource): Promise<readonly ByteSource[]> {
  const known = opened.get(source)
  if (known) return known
  const found = openZip(source).then(members => members.map(memberSource))
  opened.set(source, found)
  return found
}
