import { isPicture, sniffType } from './file-type.ts'

const limits = { sidePx: 640, pixels: 50_000_000, seconds: 8 } as const

type Sharp = typeof import('sharp').default

let loading: Promise<Sharp> | undefined

/** Only the four readers that are needed are open; no drawing language, no document. */
async function loadSharp(): Promise<Sharp> {
  const sharp = (await import('sharp')).default
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadNsgifBuffer',
    ],
  })
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

/** A small picture drawn anew, without anything that came with the first: undefined when it is none. */
export async function drawPreview(data: Uint8Array): Promise<Buffer | undefined> {
  if (!isPicture(sniffType(data, ''))) return undefined
  loading ??= loadSharp()
  const sharp = await loading
  try {
    return await sharp(data, { limitInputPixels: limits.pixels, failOn: 'error', sequentialRead: true })
      .rotate()
      .resize({ width: limits.sidePx, height: limits.sidePx, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .timeout({ seconds: limits.seconds })
      .toBuffer()
  } catch {
    return undefined
  }
}
