const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** What windows-1252 has where latin-1 has control characters (0x80–0x9f); the gaps keep their latin-1 meaning. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** IRC names no charset: valid UTF-8 is UTF-8, anything else was written by a program of the West and is windows-1252. */
export function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return [...bytes]
      .map(byte => (byte >= 0x80 && byte <= 0x9f ? (windows[byte - 0x80] ?? '') : String.fromCharCode(byte)))
      .join('')
  }
}

export const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8')

/** Tags (8191) and a line (512, or what LINELEN allows) fit; a longer one is dropped whole, so no peer can fill the memory. */
const maxLineBytes = 32_768

/** Cuts the byte stream into decoded lines; empty ones are left out. */
export function lineReader(): (chunk: Uint8Array) => string[] {
  let kept: Uint8Array[] = []
  let size = 0
  let dropping = false
  return chunk => {
    const lines: string[] = []
    let start = 0
    for (;;) {
      const end = chunk.indexOf(10, start)
      const piece = chunk.subarray(start, end === -1 ? undefined : end)
      if (size + piece.length > maxLineBytes) {
        dropping = true
        kept = []
        size = 0
      } else if (!dropping && piece.length > 0) {
        // Copied, for the socket may use its buffer again.
        kept.push(Uint8Array.from(piece))
        size += piece.length
      }
      if (end === -1) return lines
      if (!dropping && size > 0) {
        const text = decode(Buffer.concat(kept)).replace(/\r$/, '')
        if (text !== '') lines.push(text)
      }
      kept = []
      size = 0
      dropping = false
      start = end + 1
    }
  }
}
