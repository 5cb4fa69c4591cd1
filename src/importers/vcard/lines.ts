import { decodeAs, knownEncoding } from '../text/decode.ts'

export type Property = {
  /** `item2` of `item2.URL`: ties a value to its `X-ABLabel`. */
  group: string
  /** Upper case. */
  name: string
  parameters: ReadonlyMap<string, readonly string[]>
  value: string
}

const limits = { maxLineChars: 200_000, maxPropertiesPerCard: 2_000, maxCards: Number.POSITIVE_INFINITY }
const skipped = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-ABCROP[\w-]*)[;:]/i

function decodeQuotedPrintable(text: string, charset: string | undefined): string {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (let i = 0; i < text.length; i++) {
    const hex = text[i] === '=' ? /^[\da-f]{2}/i.exec(text.slice(i + 1, i + 3))?.[0] : undefined
    if (hex !== undefined) {
      bytes.push(Number.parseInt(hex, 16))
      i += 2
    } else for (const byte of encoder.encode(text[i] ?? '')) bytes.push(byte)
  }
  return decodeAs(Uint8Array.from(bytes), knownEncoding(charset) ?? 'utf-8').replaceAll('\r\n', '\n')
}

/** Where the value begins: the first colon outside quotes. */
function findColon(line: string): number {
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '"') quoted = !quoted
    else if (line[i] === ':' && !quoted) return i
  }
  return line.indexOf(':')
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = []
  let start = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted
    else if (text[i] === separator && !quoted) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

function readProperty(line: string): Property | undefined {
  const colon = findColon(line)
  if (colon <= 0) return undefined
  const [head = '', ...written] = splitOutsideQuotes(line.slice(0, colon), ';')
  const dot = head.indexOf('.')
  const parameters = new Map<string, string[]>()
  for (const parameter of written) {
    const equals = parameter.indexOf('=')
    const bare = equals < 0
    // vCard 2.1 writes `TEL;HOME;CELL` and `;QUOTED-PRINTABLE` without a name.
    const name = bare
      ? /^(?:quoted-printable|base64|8bit|7bit|b)$/i.test(parameter)
        ? 'ENCODING'
        : 'TYPE'
      : parameter.slice(0, equals).toUpperCase()
    const values = splitOutsideQuotes(bare ? parameter : parameter.slice(equals + 1), ',').map(value =>
      value.replace(/^"|"$/g, ''),
    )
    parameters.set(name, [...(parameters.get(name) ?? []), ...values])
  }
  const raw = line.slice(colon + 1)
  const isQuotedPrintable = parameters.get('ENCODING')?.some(encoding => /^quoted-printable$/i.test(encoding))
  const value = isQuotedPrintable ? decodeQuotedPrintable(raw, parameters.get('CHARSET')?.[0]) : raw
  return {
    group: dot > 0 ? head.slice(0, dot).toLowerCase() : '',
    name: head
      .slice(dot + 1)
      .toUpperCase()
      .trim(),
    parameters,
    value,
  }
}

export type CardReader = {
  /** Cards completed by this text; `isBroken` cards had no END. */
  push(text: string, isFinal: boolean): Property[][]
}

/** Splits vCard text that comes in pieces into cards, with lines unfolded; pictures and keys are passed over, not kept. */
export function createCardReader(): CardReader {
  let rest = ''
  let pending = ''
  let isSkipping = false
  let card: Property[] | undefined
  let cards: Property[][] = []

  function endLine(): void {
    const line = pending
    pending = ''
    if (line === '' || skipped.test(line)) return
    const property = readProperty(line)
    if (!property) return
    if (property.name === 'BEGIN' && /^\s*vcard\s*$/i.test(property.value)) {
      if (card && card.length > 0) cards.push(card)
      card = []
    } else if (property.name === 'END') {
      if (card) cards.push(card)
      card = undefined
    } else if (card && card.length < limits.maxPropertiesPerCard) card.push(property)
  }

  const isSoftBroken = () =>
    pending.endsWith('=') && /^[^:]{0,300}quoted-printable[^:]{0,300}:/i.test(pending.slice(0, 700))

  function takeLine(line: string): void {
    const isFolded = line.startsWith(' ') || line.startsWith('\t')
    if (isFolded && isSkipping) return
    if (isFolded && pending !== '') {
      if (pending.length >= limits.maxLineChars) return
      // Some phones fold a soft line break as well: the space before the next sign is theirs, one within the text is not.
      if (isSoftBroken()) pending = pending.slice(0, -1) + (/^\s+=/.test(line) ? line.trimStart() : line)
      else pending += line.slice(1)
      return
    }
    if (pending !== '' && isSoftBroken()) {
      if (pending.length < limits.maxLineChars) pending = pending.slice(0, -1) + line
      return
    }
    endLine()
    isSkipping = skipped.test(line)
    pending = isSkipping ? '' : line
  }

  return {
    push(text, isFinal) {
      const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
      rest = isFinal ? '' : (lines.pop() ?? '')
      // A line without end is a picture in one piece or no vCard at all; either way its rest is of no use.
      if (rest.length > limits.maxLineChars) rest = rest.slice(0, limits.maxLineChars)
      for (const line of lines) takeLine(line.endsWith('\r') ? line.slice(0, -1) : line)
      if (isFinal) {
        endLine()
        if (card && card.length > 0) cards.push(card)
      }
      const found = cards
      cards = []
      return found
    },
  }
}

/** A text value with its escapes undone. */
export const unescapeText = (value: string): string =>
  value.replace(/\\([nN\\,;:])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char)).trim()

/** A structured or list value split at its unescaped separators. */
export function splitValue(value: string, separator: ';' | ','): string[] {
  const parts: string[] = []
  let part = ''
  for (let i = 0; i < value.length; i++) {
    const char = value[i] ?? ''
    if (char === '\\') {
      part += char + (value[i + 1] ?? '')
      i++
    } else if (char === separator) {
      parts.push(unescapeText(part))
      part = ''
    } else part += char
  }
  parts.push(unescapeText(part))
  return parts
}
