import type { ByteSource } from './contract.ts'

const chunkBytes = 64 << 10

/** Bytes already in memory, as a source. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, end),
    async *stream() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
    },
  }
}

export const headBytes = 64 << 10

export const readHead = (source: ByteSource): Promise<Uint8Array> => source.read(0, Math.min(headBytes, source.size))
