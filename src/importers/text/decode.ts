import { decodeCodePage, isCodePage, knownCodePage } from './code-pages.ts'

/** How many bytes are looked at to guess an encoding nobody declares. */
const sampleBytes = 1 << 18

export type Decoded = { text: string; encoding: string }

/** The encoding a byte order mark states, with the length of the mark. */
export function findByteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

/** Two- and four-byte encodings leave a NUL beside every ASCII character; text in one-byte encodings has none. */
export function guessWideEncoding(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 4096) & ~3
  if (length < 4) return undefined
  const nuls = [0, 0, 0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nuls[i & 3] = (nuls[i & 3] ?? 0) + 1
  const enough = (length / 4) * 0.4
  const [n0 = 0, n1 = 0, n2 = 0, n3 = 0] = nuls
  if (n0 > enough && n1 > enough && n2 > enough && n3 < enough) return 'utf-32be'
  if (n1 > enough && n2 > enough && n3 > enough && n0 < enough) return 'utf-32le'
  if (n1 > enough && n3 > enough && n0 < enough && n2 < enough) return 'utf-16le'
  if (n0 > enough && n2 > enough && n1 < enough && n3 < enough) return 'utf-16be'
  return undefined
}

/** What Windows and programming languages call encodings of the Encoding Standard. */
const otherNames: Readonly<Record<string, string>> = {
  macroman: 'macintosh',
  cp874: 'windows-874',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp950: 'big5',
  cp65001: 'utf-8',
}

/** The name that `TextDecoder` knows, or undefined for a label it can't decode. */
export function knownEncoding(label: string | undefined): string | undefined {
  if (!label) return undefined
  const written = label.trim().toLowerCase()
  const name = written.replaceAll('_', '-')
  if (/^(utf-?32|ucs-?4)(be)?$/.test(name)) return 'utf-32be'
  if (/^(utf-?32|ucs-?4)le$/.test(name)) return 'utf-32le'
  for (const candidate of [
    otherNames[name] ?? written,
    name,
    name.replace(/^(iso)-?(\d)/, '$1-$2'),
    name.replace(/^(cp|win)-?(12\d\d)$/, 'windows-$2'),
  ]) {
    try {
      return new TextDecoder(candidate).encoding
    } catch {
      // not a label of the Encoding Standard: try the next spelling
    }
  }
  return knownCodePage(written)
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const code = view.getUint32(i, littleEndian)
    parts.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code))
  }
  return parts.join('')
}

/** Decodes with replacement characters where the bytes don't fit; strips a byte order mark of the same encoding. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding === 'utf-32le').replace(/^\ufeff/, '')
  if (isCodePage(encoding)) return decodeCodePage(bytes, encoding)
  return new TextDecoder(encoding).decode(bytes)
}

export function decodesCleanly(bytes: Uint8Array, encoding: string): boolean {
  if (encoding.startsWith('utf-32')) return bytes.length % 4 === 0
  if (isCodePage(encoding)) return !decodeCodePage(bytes, encoding).includes('\ufffd')
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Mostly UTF-8 with a few broken bytes is still UTF-8: reading it as windows-1252 would garble every accent. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, sampleBytes))
  let broken = 0
  let accented = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) broken++
    else if (code > 0x7f) accented++
  }
  return accented > broken * 2
}

const letters = (text: string, script: string) => text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0

/**
 * The one-country encoding of text that is no UTF-8 and declares nothing. In Western languages an accent stands alone between plain
 * letters; where most bytes above 127 stand beside others, the text is of another writing: the encoding that gives its letters.
 */
export function guessNarrowEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleBytes)
  let high = 0
  let beside = 0
  for (let at = 0; at < sample.length; at++) {
    if ((sample[at] ?? 0) < 0x80) continue
    high++
    if ((sample[at - 1] ?? 0) >= 0x80 || (sample[at + 1] ?? 0) >= 0x80) beside++
  }
  if (high < 6 || beside < high * 0.7) {
    // Read as Western text, letters of Central Europe are signs of money and fractions in the middle of words.
    const western = decodeAs(sample, 'windows-1252')
    const odd = western.match(/[£¥¹³¼½¾¿¯](?=\p{Ll})|(?<=\p{Ll})[¹³¼½¾¿¯]/gu)?.length ?? 0
    return odd > 0 && odd >= high * 0.15 ? 'windows-1250' : 'windows-1252'
  }
  if (looksHebrew(sample)) return 'windows-1255'
  const whole = (encoding: string) => {
    // A sign may be cut in two at the sample's end.
    for (let cut = 0; cut < 2; cut++)
      if (decodesCleanly(sample.subarray(0, sample.length - cut), encoding))
        return decodeAs(sample.subarray(0, sample.length - cut), encoding)
    return ''
  }
  const japanese = whole('shift_jis')
  // Cyrillic read as Shift_JIS gives the narrow kana that nobody writes.
  if (
    letters(japanese, 'Han') + (japanese.match(/[\u3040-\u30ff]/g)?.length ?? 0) >
    (japanese.match(/[\uff61-\uff9f]/g)?.length ?? 0) * 3
  )
    return 'shift_jis'
  if (letters(whole('euc-kr'), 'Hangul') * 2.5 > high) return 'euc-kr'
  for (const [encoding, script] of [
    ['windows-1251', 'Cyrillic'],
    ['koi8-r', 'Cyrillic'],
    ['windows-1253', 'Greek'],
  ] as const) {
    const text = decodeAs(sample, encoding)
    const words = text.match(/\p{L}{3,}/gu)?.filter(word => letters(word, script) === word.length) ?? []
    // In the right one words are small, or small after one capital; in the other Cyrillic one it is the other way round.
    const natural = words.filter(word => /^\p{L}\p{Ll}+$/u.test(word)).length
    if (words.length > 0 && natural >= words.length * 0.7 && hasOwnVowels(words.join(''), script)) return encoding
  }
  for (const encoding of ['gb18030', 'big5']) if (letters(whole(encoding), 'Han') * 2.5 > high) return encoding
  return 'windows-1252'
}

/** Hebrew has no capitals, so its letters fill one narrow range of bytes; other alphabets also use what is below and above. */
function looksHebrew(sample: Uint8Array): boolean {
  let letters = 0
  for (const byte of sample) {
    if (byte >= 0xe0 && byte <= 0xfa) letters++
    else if (byte >= 0xc0) return false
  }
  return letters >= 12
}

/** Every third letter or so is a vowel in any language; read in a wrong encoding hardly one is. */
function hasOwnVowels(text: string, script: 'Cyrillic' | 'Greek'): boolean {
  const vowels = text.match(script === 'Greek' ? /[αεηιουωάέήίόύώ]/giu : /[аеёиоуыэюяіїє]/giu)?.length ?? 0
  return vowels > text.length * 0.25 && vowels < text.length * 0.7
}

/**
 * Decodes by byte order mark, else by the first declared encoding that fits the bytes, else as UTF-8, else by its letters.
 * `declared` lists labels in order of trust; unknown ones are skipped.
 */
export function decodeText(bytes: Uint8Array, declared: readonly (string | undefined)[] = []): Decoded {
  const mark = findByteOrderMark(bytes)
  if (mark) return { text: decodeAs(bytes, mark.encoding), encoding: mark.encoding }
  const wide = guessWideEncoding(bytes)
  if (wide) return { text: decodeAs(bytes, wide), encoding: wide }
  const narrow = declared.map(knownEncoding).filter(name => name !== undefined && !/^utf-(16|32)/.test(name))
  // Western text is hardly ever UTF-8 by chance, so what fits UTF-8 was only declared wrong.
  const isUtf8 = decodesCleanly(bytes, 'utf-8')
  for (const encoding of [...narrow.filter(name => !isUtf8 || name !== 'windows-1252'), 'utf-8']) {
    if (encoding !== undefined && decodesCleanly(bytes, encoding)) return { text: decodeAs(bytes, encoding), encoding }
  }
  const encoding = isMostlyUtf8(bytes)
    ? 'utf-8'
    : (narrow.find(name => name !== undefined && name !== 'utf-8') ?? guessNarrowEncoding(bytes))
  return { text: decodeAs(bytes, encoding), encoding }
}

/** The charset parameter of a media type such as `text/xml; charset="iso-8859-1"`. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?([^"';\s]+)/i.exec(contentType ?? '')?.[1]
}
