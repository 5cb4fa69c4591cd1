import iconv from 'iconv-lite'
import libmime from 'libmime'

/** Names that mail programs made up, by what they mean. */
const aliases: Readonly<Record<string, string>> = {
  'unicode-1-1-utf-8': 'utf-8',
  utf8mb4: 'utf-8',
  cp1252: 'windows-1252',
  'x-user-defined': 'windows-1252',
  'x-gbk': 'gbk',
  ks_c_5601: 'euc-kr',
  'iso-8859-8-i': 'iso-8859-8',
  'x-mac-roman': 'macintosh',
}

const unsure = new Set([
  '',
  'us-ascii',
  'ascii',
  'utf-8',
  'utf8',
  '7bit',
  '8bit',
  'unknown',
  'x-unknown',
  'default',
  'unknown-8bit',
])

/** Names that iconv-lite takes, and that are no charset. */
const notCharsets = new Set(['base64', 'hex', 'binary'])

/** Bytes as text. A charset that is unknown or does not fit gives way to UTF-8, then to Windows-1252: always something readable. */
export function decodeText(bytes: Uint8Array, declared: string | undefined): string {
  const given = (declared ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/["';]|\*.*$/g, '')
  const name = aliases[given] ?? given
  if (unsure.has(name)) return utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
  try {
    return new TextDecoder(name).decode(bytes)
  } catch {
    // What WHATWG's list leaves out: code pages of DOS, UTF-7 and their like.
    if (!notCharsets.has(name) && iconv.encodingExists(name)) return iconv.decode(Buffer.from(bytes), name)
    return utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** RFC 2045; what is no valid code stays as it came. */
export function decodeTransfer(bytes: Uint8Array, encoding: string | undefined): Uint8Array {
  switch ((encoding ?? '').trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(
        Buffer.from(bytes)
          .toString('latin1')
          .replaceAll(/[^A-Za-z0-9+/=]/g, ''),
        'base64',
      )
    case 'quoted-printable':
      return decodeQuotedPrintable(Buffer.from(bytes).toString('latin1'))
    default:
      return bytes
  }
}

function decodeQuotedPrintable(text: string): Uint8Array {
  const joined = text.replaceAll(/[ \t]+(?=\r?\n|$)/g, '').replaceAll(/=\r?\n/g, '')
  const bytes = joined.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1')
}

/** RFC 3676: lines that end in a space go on in the next one, as long as the depth of the quote stays. */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: { depth: number; text: string; open: boolean }[] = []
  for (const line of text.split('\n')) {
    const marks = /^>+/.exec(line)?.[0] ?? ''
    const content = line.slice(marks.length).replace(/^ /, '')
    const last = out.at(-1)
    const isSignature = content === '-- '
    const open = !isSignature && content.endsWith(' ')
    const said = open && deleteSpace ? content.slice(0, -1) : content
    if (last?.open && last.depth === marks.length && !isSignature) {
      last.text += said
      last.open = open
    } else out.push({ depth: marks.length, text: said, open })
  }
  return out.map(({ depth, text: each }) => (depth > 0 ? `${'>'.repeat(depth)} ${each}` : each)).join('\n')
}

const unwanted = /[^\P{Cc}\n\t]|\ufeff/gu

/** Line ends of one kind, no control characters, no empty lines at either end. */
export function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(unwanted, '')
    .replaceAll(/[^\S\n]+$/gm, match => (match === ' ' ? ' ' : ''))
    .replaceAll(/\n{4,}/g, '\n\n\n')
    .replaceAll(/^\n+|\s+$/g, '')
}

/** RFC 2047, also where it is used wrongly: inside quotes, or broken over two words in the middle of a character. */
export function decodeWords(text: string): string {
  return libmime
    .decodeWords(text)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
}
