import { UnreadableFile } from '#importers/contract.ts'

/** A link to another block, as the hex digits of its id. */
export class Link {
  readonly hex: string
  constructor(hex: string) {
    this.hex = hex
  }
}

export type Cbor = number | bigint | string | boolean | null | Uint8Array | Link | readonly Cbor[] | CborMap
export type CborMap = { readonly [key: string]: Cbor }

const maxDepth = 100
const utf8 = new TextDecoder()

const damaged = () =>
  new UnreadableFile('broken', 'This Bluesky repository is damaged or incomplete. Download it again and retry.')

export const isCborMap = (value: Cbor | undefined): value is CborMap =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Uint8Array) &&
  !(value instanceof Link)

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** DAG-CBOR: definite lengths only, string keys, tag 42 for links. Throws `UnreadableFile` for anything else. */
export function decodeCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const need = (length: number) => {
    if (at + length > bytes.length) throw damaged()
  }
  const argument = (info: number): number => {
    if (info < 24) return info
    const width = info === 24 ? 1 : info === 25 ? 2 : info === 26 ? 4 : info === 27 ? 8 : 0
    if (width === 0) throw damaged()
    need(width)
    const value =
      width === 1
        ? view.getUint8(at)
        : width === 2
          ? view.getUint16(at)
          : width === 4
            ? view.getUint32(at)
            : Number(view.getBigUint64(at))
    at += width
    return value
  }
  const slice = (length: number): Uint8Array => {
    need(length)
    const part = bytes.subarray(at, at + length)
    at += length
    return part
  }
  const item = (depth: number): Cbor => {
    if (depth > maxDepth) throw damaged()
    need(1)
    const first = view.getUint8(at++)
    const info = first & 31
    switch (first >> 5) {
      case 0:
        return argument(info)
      case 1:
        return -1 - argument(info)
      case 2:
        return slice(argument(info))
      case 3:
        return utf8.decode(slice(argument(info)))
      case 4: {
        const count = argument(info)
        need(count)
        const list: Cbor[] = []
        for (let index = 0; index < count; index++) list.push(item(depth + 1))
        return list
      }
      case 5: {
        const count = argument(info)
        need(count * 2)
        const map = new Map<string, Cbor>()
        for (let index = 0; index < count; index++) {
          const key = item(depth + 1)
          if (typeof key !== 'string') throw damaged()
          map.set(key, item(depth + 1))
        }
        return Object.fromEntries(map)
      }
      case 6: {
        const tag = argument(info)
        const value = item(depth + 1)
        return tag === 42 && value instanceof Uint8Array ? new Link(hexOf(value.subarray(1))) : value
      }
      default:
        if (info === 20 || info === 21) return info === 21
        if (info === 22 || info === 23) return null
        if (info === 27) {
          need(8)
          const value = view.getFloat64(at)
          at += 8
          return value
        }
        throw damaged()
    }
  }
  return item(0)
}
