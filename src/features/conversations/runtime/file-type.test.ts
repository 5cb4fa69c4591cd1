import sharp from 'sharp'
import { expect, test } from 'vitest'
import { safeFileName, sniffType } from './file-type.ts'
import { drawPreview } from './preview.ts'

const bytes = (text: string) => Buffer.from(text)

test('what a file is stands in its first bytes, whatever its name says', async () => {
  const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  expect(sniffType(png, 'letter.pdf')).toBe('image/png')
  expect(sniffType(bytes('%PDF-1.7'), 'a.png')).toBe('application/pdf')
  expect(sniffType(bytes('<svg onload="alert(1)"/>'), 'a.svg')).toBe('application/octet-stream')
  expect(sniffType(bytes('<script>alert(1)</script>'), 'a.html')).toBe('application/octet-stream')
  expect(sniffType(bytes('a,b\n1,2'), 'list.csv')).toBe('text/csv')
  expect(sniffType(Buffer.from([0, 1, 2]), 'list.csv')).toBe('application/octet-stream')
})

test('a name is only a name: no path, nothing that turns the reading round', () => {
  expect(safeFileName('../../etc/passwd')).toBe('.._.._etc_passwd')
  expect(safeFileName('cv\u202Egpj.exe')).toBe('cv_gpj.exe')
  expect(safeFileName('...')).toBe('file')
})

test('a picture is drawn anew without the place that was in it; a bomb and a drawing that is a program are not drawn', async () => {
  const photo = await sharp({ create: { width: 1_000, height: 500, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .jpeg()
    .toBuffer()
  const drawn = await drawPreview(photo)
  if (!drawn) throw new Error('a photo is drawn')
  const meta = await sharp(drawn).metadata()
  expect(meta).toMatchObject({ format: 'webp', width: 640, height: 320 })
  expect(meta.exif).toBeUndefined()
  expect(await drawPreview(bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined()
  const head = Buffer.from(
    await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  )
  // A PNG that says it is 60,000 × 60,000: refused by what it says, before a pixel is made.
  head.writeUInt32BE(60_000, 16)
  head.writeUInt32BE(60_000, 20)
  expect(await drawPreview(head)).toBeUndefined()
})
