import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import { HttpRefused } from '#platform/http/refused.ts'

/** Codings we ask for and can undo. */
export const acceptedEncodings = 'gzip, deflate, br, zstd'
const mostCodings = 2

function decoderFor(coding: string, host: string) {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    case 'zstd':
      return createZstdDecompress()
    default:
      throw new HttpRefused('bad-response', `${host} packed its answer in a way that Kith can't open.`)
  }
}

/** Reads and unpacks at most `maxBytes`: stops as soon as there is one more, so a small packed answer can't fill the memory. */
export async function readBody(
  body: Readable,
  encoding: string,
  limits: { maxBytes: number; host: string; signal: AbortSignal },
): Promise<Uint8Array> {
  const codings = encoding
    .split(',')
    .map(coding => coding.trim().toLowerCase())
    .filter(coding => coding !== '' && coding !== 'identity')
  if (codings.length > mostCodings)
    throw new HttpRefused('bad-response', `${limits.host} packed its answer too many times.`)
  const chunks: Buffer[] = []
  let size = 0
  const collect = new Writable({
    write(chunk: Buffer, _encoding, callback) {
      size += chunk.length
      if (size > limits.maxBytes) return callback(tooBig(limits.host, limits.maxBytes))
      chunks.push(chunk)
      callback()
    },
  })
  const decoders = codings.reverse().map(coding => decoderFor(coding, limits.host))
  await pipeline([body, ...decoders, collect], { signal: limits.signal })
  return Buffer.concat(chunks)
}

export function tooBig(host: string, maxBytes: number): HttpRefused {
  const size = maxBytes >= 1_000_000 ? `${Math.round(maxBytes / 100_000) / 10} MB` : `${maxBytes} bytes`
  return new HttpRefused('too-big', `The answer of ${host} is bigger than ${size}.`)
}
