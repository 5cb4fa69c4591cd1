import { type ByteSource, UnreadableFile } from '#importers/contract.ts'
import { type Cbor, decodeCbor, hexOf, isCborMap } from './cbor.ts'

const limits = { maxBlockBytes: 4 << 20, maxHeaderBytes: 64 << 10 }

const damaged = () =>
  new UnreadableFile('broken', 'This Bluesky repository is damaged or incomplete. Download it again and retry.')

function varint(bytes: Uint8Array, from: number): { value: number; next: number } | undefined {
  let value = 0
  let scale = 1
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * scale
    if (byte < 128) return { value, next: at + 1 }
    scale *= 128
    if (scale > 2 ** 42) throw damaged()
  }
  return undefined
}

/** Whether these are the first bytes of a CAR file of version 1. */
export function isCar(head: Uint8Array): boolean {
  try {
    const length = varint(head, 0)
    if (!length || length.value < 10 || length.value > 4_096 || length.next + length.value > head.length) return false
    const header = decodeCbor(head.subarray(length.next, length.next + length.value))
    return isCborMap(header) && header.version === 1 && Array.isArray(header.roots)
  } catch {
    return false
  }
}

/** Length of the content id at the start of a block; only the form with SHA-256 is used in repositories. */
function idLength(block: Uint8Array): number {
  if (block[0] === 0x12 && block[1] === 0x20) return 34
  const version = varint(block, 0)
  const codec = version && varint(block, version.next)
  const hash = codec && varint(block, codec.next)
  const size = hash && varint(block, hash.next)
  if (!size || version?.value !== 1 || size.next + size.value > block.length) throw damaged()
  return size.next + size.value
}

export type Block = { id: string; value: Cbor }

/** The blocks of a CAR file, streamed; each is held alone. */
export async function* carBlocks(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<Block> {
  let pending: Uint8Array = new Uint8Array(0)
  let isHeader = true
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted()
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    let at = 0
    for (;;) {
      const length = varint(pending, at)
      if (!length) break
      if (length.value > (isHeader ? limits.maxHeaderBytes : limits.maxBlockBytes) || length.value === 0)
        throw damaged()
      if (length.next + length.value > pending.length) break
      const block = pending.subarray(length.next, length.next + length.value)
      at = length.next + length.value
      if (isHeader) isHeader = false
      else {
        const size = idLength(block)
        yield { id: hexOf(block.subarray(0, size)), value: decodeCbor(block.subarray(size)) }
      }
    }
    pending = pending.subarray(at)
  }
  if (pending.length > 0 || isHeader) throw damaged()
}
