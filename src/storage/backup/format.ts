import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createZstdDecompress } from 'node:zlib'
import { z } from 'zod'

/**
 * A backup is: this line; a zstd stream of frames (one letter, four bytes of length, content); the SHA-256 of all before it.
 * H header (JSON) · T table begins (JSON) · D its rows in COPY's text format · E table ends (JSON) · F the end (JSON).
 */
export const magic = Buffer.from('KITH-BACKUP 1\n')
const trailerLength = 64
const mostFrameBytes = 64 * 1_048_576

export const headerShape = z.object({
  kith: z.string(),
  createdAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), digest: z.string() })),
})
export type BackupHeader = z.infer<typeof headerShape>

export const tableShape = z.object({ table: z.string(), columns: z.array(z.string()) })
export const tableEndShape = z.object({ rows: z.number().int().nonnegative() })
export const endShape = z.object({
  rows: z.record(z.string(), z.number()),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
})

/** `message` says what is wrong with the file or the target, and what to do. Nothing was changed. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused'
  readonly code: 'not-a-backup' | 'damaged' | 'newer-kith' | 'old-postgres' | 'not-empty' | 'in-use'
  constructor(code: RestoreRefused['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'F'

export function frame(kind: FrameKind, content: Uint8Array | object): Buffer {
  const body = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content))
  const head = Buffer.alloc(5)
  head.write(kind, 0, 'latin1')
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

const damaged = (file: string, how: string, cause?: unknown) =>
  new RestoreRefused('damaged', `${file} is damaged: ${how}. Use another copy of the backup; nothing was changed.`, {
    cause,
  })

/** Reads the whole file against its checksum, before anything relies on it. */
export async function verifyFile(file: string): Promise<void> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const start = Buffer.alloc(magic.length)
    await handle.read(start, 0, start.length, 0)
    if (!start.equals(magic)) {
      const ours = start.subarray(0, 12).toString('latin1') === 'KITH-BACKUP '
      if (ours)
        throw new RestoreRefused('newer-kith', `${file} was written by a newer Kith. Restore it with that version.`)
      throw new RestoreRefused('not-a-backup', `${file} is no Kith backup. Give the file that "kith backup" wrote.`)
    }
    const trailer = Buffer.alloc(trailerLength)
    await handle.read(trailer, 0, trailerLength, Math.max(size - trailerLength, 0))
    if (!/^[0-9a-f]{64}$/.test(trailer.toString('latin1')))
      throw damaged(file, 'its end is missing, it was not copied to the end')
    const hash = createHash('sha256')
    const stream = createReadStream(file, { end: size - trailerLength - 1, highWaterMark: 1_048_576 })
    for await (const chunk of stream) hash.update(chunk)
    if (hash.digest('hex') !== trailer.toString('latin1')) throw damaged(file, 'its checksum does not fit its content')
  } finally {
    await handle.close()
  }
}

/** The frames of a verified file, in order. */
export async function* readFrames(file: string): AsyncGenerator<{ kind: FrameKind; content: Buffer }> {
  const handle = await open(file)
  const { size } = await handle.stat()
  const packed = handle.createReadStream({
    start: magic.length,
    end: size - trailerLength - 1,
    highWaterMark: 1_048_576,
  })
  const unpack = createZstdDecompress()
  packed.on('error', error => unpack.destroy(error))
  packed.pipe(unpack)
  let rest: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of unpack) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      while (rest.length >= 5) {
        const length = rest.readUInt32BE(1)
        if (length > mostFrameBytes) throw damaged(file, 'one of its pieces has an impossible length')
        if (rest.length < 5 + length) break
        yield {
          kind: z.enum(['H', 'T', 'D', 'E', 'F']).parse(rest.toString('latin1', 0, 1)),
          content: rest.subarray(5, 5 + length),
        }
        rest = rest.subarray(5 + length)
      }
    }
    if (rest.length > 0) throw damaged(file, 'it ends in the middle')
  } finally {
    unpack.destroy()
    packed.destroy()
  }
}

export const parseFrame = <T>(shape: z.ZodType<T>, content: Buffer): T =>
  shape.parse(JSON.parse(content.toString('utf8')))
