const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Meta writes each byte of UTF-8 as a character of its own (`Ã¶` for `ö`). Put right where every character is a byte and the bytes are
 * UTF-8; anything else is left as it is.
 */
export function repairText(text: string): string {
  let isAscii = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0xff) return text
    if (code > 0x7f) isAscii = false
  }
  if (isAscii) return text
  try {
    return utf8.decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}
