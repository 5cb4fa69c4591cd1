import type { ByteSource } from '#importers/contract.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { chunkBytes } from '../model.ts'
import { findChunk } from '../store/uploads.ts'

/** An uploaded file, read piece by piece from the database. The last piece read is kept: zip directories are read in small steps. */
export function uploadSource(
  db: Database,
  workspace: WorkspaceId,
  upload: { upload_id: string; name: string; size: number },
): ByteSource {
  let last: { chunk: number; bytes: Uint8Array } | undefined
  const piece = async (chunk: number): Promise<Uint8Array> => {
    if (last?.chunk === chunk) return last.bytes
    const bytes = await inWorkspace(db, workspace, tx => findChunk(tx, workspace, upload.upload_id, chunk))
    if (!bytes) throw new Error('a piece of the upload is missing')
    last = { chunk, bytes }
    return bytes
  }
  return {
    name: upload.name,
    size: upload.size,
    async read(start, end) {
      const parts: Uint8Array[] = []
      const stop = Math.min(end, upload.size)
      for (let at = start; at < stop; ) {
        const chunk = Math.floor(at / chunkBytes)
        const from = at - chunk * chunkBytes
        const part = (await piece(chunk)).subarray(from, from + (stop - at))
        if (part.length === 0) throw new Error('a piece of the upload is too short')
        parts.push(part)
        at += part.length
      }
      const [only] = parts
      return parts.length === 1 && only ? only : Buffer.concat(parts)
    },
    async *stream() {
      for (let chunk = 0; chunk * chunkBytes < upload.size; chunk++) yield await piece(chunk)
    },
  }
}

/** A piece of an upload is megabytes: handed on whole, a reader at its first row would seem to be far into the file. */
const stepBytes = 1 << 16

/** The same bytes; `fraction` tells how far the latest pass over them is (0–1), undefined while a file is read in jumps. */
export function watchedSource(source: ByteSource): { source: ByteSource; fraction(): number | undefined } {
  let read: number | undefined
  return {
    fraction: () => (read === undefined || source.size === 0 ? undefined : Math.min(1, read / source.size)),
    source: {
      name: source.name,
      size: source.size,
      read: (start, end) => source.read(start, end),
      async *stream() {
        read = 0
        for await (const part of source.stream())
          for (let at = 0; at < part.length; at += stepBytes) {
            const step = part.subarray(at, at + stepBytes)
            read += step.length
            yield step
          }
      },
    },
  }
}

/** Bytes that came with the request itself. */
export function heldSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, end),
    async *stream() {
      yield bytes
    },
  }
}
