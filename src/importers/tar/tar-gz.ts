import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type ByteSource, UnreadableFile } from '#importers/contract.ts'

const block = 512
/** `maxRatio` applies from `freeBytes` on, as for zip archives. */
const limits = {
  maxRatio: 150,
  freeBytes: 64 << 20,
  maxTotalBytes: 32 * 2 ** 30,
  maxEntries: 200_000,
  maxNameBytes: 4_096,
}

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8

const unsafe = (why: string) =>
  new UnreadableFile('unsafe', `This archive ${why}, so reading stopped. Export it again from the original tool.`)
const broken = (error?: unknown) =>
  new UnreadableFile('broken', 'This tar archive is damaged or incomplete. Download it again and retry.', {
    cause: error,
  })

async function* unpack(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  const input = Readable.from(source.stream(), { objectMode: false })
  input.on('error', error => gunzip.destroy(error))
  let total = 0
  try {
    for await (const chunk of input.pipe(gunzip)) {
      signal?.throwIfAborted()
      if (!(chunk instanceof Uint8Array)) continue
      total += chunk.length
      const isBomb = total > limits.freeBytes && total / Math.max(source.size, 1) > limits.maxRatio
      if (isBomb || total > limits.maxTotalBytes) throw unsafe('unpacks to far more than its size')
      yield chunk
    }
  } catch (error) {
    if (error instanceof UnreadableFile || signal?.aborted) throw error
    throw broken(error)
  } finally {
    input.destroy()
    gunzip.destroy()
  }
}

const textAt = (header: Uint8Array, from: number, length: number): string => {
  const field = header.subarray(from, from + length)
  const end = field.indexOf(0)
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end))
}

function sizeOf(header: Uint8Array): number {
  if (((header[124] ?? 0) & 0x80) !== 0) {
    let size = 0
    for (let at = 128; at < 136; at++) size = size * 256 + (header[at] ?? 0)
    return size
  }
  const size = Number.parseInt(textAt(header, 124, 12).trim() || '0', 8)
  if (!Number.isSafeInteger(size) || size < 0) throw broken()
  return size
}

function hasChecksum(header: Uint8Array): boolean {
  let sum = 0
  for (let at = 0; at < block; at++) sum += at >= 148 && at < 156 ? 32 : (header[at] ?? 0)
  return sum === Number.parseInt(textAt(header, 148, 8).trim(), 8)
}

/** `path=` of a pax header, whose records are `LENGTH key=value\n`. */
const paxPath = (bytes: Uint8Array): string | undefined =>
  /(?:^|\n)\d+ path=([^\n]*)\n/.exec(new TextDecoder().decode(bytes))?.[1]

function checkPath(path: string): string {
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split(/[/\\]/).includes('..'))
    throw new UnreadableFile(
      'unsafe',
      'This archive holds a file whose path leads outside of it, so nothing was read. Export it again from the original tool.',
    )
  return path.replace(/^\.\//, '')
}

export type TarFile = { path: string; size: number; bytes: AsyncIterable<Uint8Array> }

/**
 * The wanted files of a `.tar.gz`, in its order. Each must be read before the next is asked for; what is left of it is skipped. Links
 * and devices are passed over: nothing is ever written.
 */
export async function* tarFiles(
  source: ByteSource,
  wants: (path: string) => boolean,
  signal?: AbortSignal,
): AsyncGenerator<TarFile> {
  const chunks = unpack(source, signal)
  let pending: Uint8Array = new Uint8Array(0)
  const fill = async (): Promise<boolean> => {
    const next = await chunks.next()
    if (next.done) return false
    pending = pending.length === 0 ? next.value : Buffer.concat([pending, next.value])
    return true
  }
  const take = async (length: number): Promise<Uint8Array | undefined> => {
    while (pending.length < length) if (!(await fill())) return undefined
    const taken = pending.subarray(0, length)
    pending = pending.subarray(length)
    return taken
  }
  async function* body(file: { left: number }): AsyncGenerator<Uint8Array> {
    while (file.left > 0) {
      if (pending.length === 0 && !(await fill())) throw broken()
      const part = pending.subarray(0, file.left)
      pending = pending.subarray(part.length)
      file.left -= part.length
      yield part
    }
  }
  try {
    let longName: string | undefined
    for (let entries = 0; ; entries++) {
      if (entries > limits.maxEntries) throw unsafe('holds too many files')
      const header = await take(block)
      if (!header || header.every(byte => byte === 0)) return
      if (!hasChecksum(header)) throw broken()
      const size = sizeOf(header)
      const type = textAt(header, 156, 1)
      const file = { left: size }
      if (type === 'L' || type === 'x' || type === 'g') {
        if (size > limits.maxNameBytes * 4) throw unsafe('has a file name of absurd length')
        const name = Buffer.from((await take(size)) ?? [])
        file.left = 0
        if (type === 'L') longName = textAt(name, 0, name.length)
        else if (type === 'x') longName = paxPath(name) ?? longName
      } else {
        const prefix = textAt(header, 345, 155)
        const path = checkPath(longName ?? (prefix ? `${prefix}/` : '') + textAt(header, 0, 100))
        longName = undefined
        if ((type === '0' || type === '') && wants(path)) yield { path, size, bytes: body(file) }
      }
      for await (const _ of body(file)) signal?.throwIfAborted()
      const padding = (block - (size % block)) % block
      if (padding > 0 && !(await take(padding)) && size > 0) throw broken()
    }
  } finally {
    await chunks.return(undefined)
  }
}
