/** What begins like this is that; nothing else about a file is believed. */
const signatures: readonly { type: string; at: number; bytes: readonly number[] }[] = [
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { type: 'application/pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'video/mp4', at: 4, bytes: [0x66, 0x74, 0x79, 0x70] },
  { type: 'audio/mpeg', at: 0, bytes: [0x49, 0x44, 0x33] },
  { type: 'application/ogg', at: 0, bytes: [0x4f, 0x67, 0x67, 0x53] },
]

/** Word processors' files are zips, told apart by their names. */
const zipped: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

const endingOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

const isPlainText = (data: Uint8Array) => {
  const head = data.subarray(0, 4_096)
  if (head.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** By its first bytes. Pages and drawings that run as programs are nothing but bytes. */
export function sniffType(data: Uint8Array, name: string): string {
  const found = signatures.find(({ at, bytes }) => bytes.every((byte, index) => data[at + index] === byte))
  if (found) return found.type
  if (data[0] === 0x50 && data[1] === 0x4b && data[2] === 0x03 && data[3] === 0x04)
    return zipped[endingOf(name)] ?? 'application/zip'
  const plain: Readonly<Record<string, string>> = { txt: 'text/plain', md: 'text/markdown', csv: 'text/csv' }
  const type = plain[endingOf(name)]
  return type && isPlainText(data) ? type : 'application/octet-stream'
}

const unsafe = /[\p{Cc}\p{Cf}/\\:*?"<>|]/gu

/** A name that is only a name: no path, nothing that turns the reading round. */
export function safeFileName(name: string): string {
  const clean = name.replaceAll(unsafe, '_').trim().slice(-120)
  return clean.replaceAll('.', '') === '' ? 'file' : clean
}

/** Pictures that Kith can draw anew. */
export const isPicture = (type: string): boolean => /^image\/(?:jpeg|png|gif|webp)$/.test(type)
