const hex = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
const widest = 74
/** Addresses and names, mostly: nothing in it is written as anything but itself, but for a dot at the beginning of a line. */
const allPlain = /^[\x21-\x2d\x2f-\x3c\x3e-\x7e][\x21-\x3c\x3e-\x7e]*$/

/**
 * Quoted-printable (RFC 2045) of one piece of a body: a piece begins and ends at the start of a line, so that pieces can be put
 * together in any order. No line begins with a dot or ends with a blank, so nothing on the way has a reason to change it.
 */
export function quotedPiece(text: string): string {
  if (text === '') return ''
  if (allPlain.test(text)) return `${plainLine(text)}=\r\n`
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n')
  const last = lines.length - 1
  return lines
    .map((line, index) => quotedLine(line) + (index === last ? (line === '' ? '' : '=\r\n') : '\r\n'))
    .join('')
}

function plainLine(text: string): string {
  if (text.length <= widest) return text
  let out = text.slice(0, widest)
  for (let at = widest; at < text.length; ) {
    const dot = text[at] === '.'
    const end = at + (dot ? widest - 2 : widest)
    out += `=\r\n${dot ? '=2E' : ''}${text.slice(dot ? at + 1 : at, end)}`
    at = end
  }
  return out
}

function quotedLine(line: string): string {
  let out = ''
  let width = 0
  const bytes = Buffer.from(line, 'utf8')
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    const blank = byte === 0x20 || byte === 0x09
    const plain =
      (byte > 0x20 && byte < 0x7f && byte !== 0x3d && !(byte === 0x2e && width === 0)) ||
      (blank && at < bytes.length - 1)
    const piece = plain ? String.fromCharCode(byte) : (hex[byte] ?? '')
    if (width + piece.length > widest) {
      out += '=\r\n'
      width = 0
      // What begins the next line may need to be written out there.
      const begins = byte === 0x2e ? '=2E' : piece
      out += begins
      width = begins.length
      continue
    }
    out += piece
    width += piece.length
  }
  return out
}

/** A header's text: plain where it can be, else encoded words (RFC 2047) that break between characters, folded. */
export function headerWords(text: string): string {
  const plain = text.replaceAll(/[\r\n\t]+/g, ' ').trim()
  if (/^[\x20-\x7e]*$/.test(plain) && plain.length <= 200 && !plain.includes('=?')) return plain
  const words: string[] = []
  let piece = ''
  for (const character of plain) {
    if (Buffer.byteLength(piece + character, 'utf8') > 42) {
      words.push(piece)
      piece = ''
    }
    piece += character
  }
  if (piece !== '') words.push(piece)
  return words.map(word => `=?UTF-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`).join('\r\n ')
}

/** `"Mara Lind" <mara@example.org>`; a name outside of ASCII is encoded. */
export function mailbox(name: string, address: string): string {
  if (name.trim() === '') return `<${address}>`
  const words = headerWords(name)
  return words.startsWith('=?') ? `${words} <${address}>` : `"${words.replaceAll(/["\\]/g, '\\$&')}" <${address}>`
}
