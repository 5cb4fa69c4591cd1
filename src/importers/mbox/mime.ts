import libmime from 'libmime'
import { htmlToText } from '../html/text.ts'
import { decodeAs, knownEncoding } from '../text/decode.ts'

/** Header fields by lower-case name, unfolded; each character is one byte. */
export type Headers = ReadonlyMap<string, readonly string[]>

export function readHeaders(lines: readonly string[]): Headers {
  const found = new Map<string, string[]>()
  let name = ''
  for (const line of lines) {
    const values = found.get(name)
    if (/^[ \t]/.test(line) && values && values.length > 0) values[values.length - 1] += ` ${line.trim()}`
    const [, field, value] = /^([!-9;-~]{1,100}):\s?(.*)$/.exec(line) ?? []
    if (!field) continue
    name = field.toLowerCase()
    found.set(name, [...(found.get(name) ?? []), value ?? ''])
  }
  return found
}

const bytesOf = (binary: string): Uint8Array => Buffer.from(binary, 'latin1')

/** A header as people read it: encoded words decoded, raw bytes taken as UTF-8. */
export function headerText(headers: Headers, name: string): string {
  const raw = (headers.get(name)?.[0] ?? '').slice(0, 20_000)
  const text = /[\u0080-\u00ff]/.test(raw) ? decodeAs(bytesOf(raw), 'utf-8') : raw
  try {
    return libmime.decodeWords(text).replace(/\s+/g, ' ').trim()
  } catch {
    return text.trim()
  }
}

export type Mailbox = { name: string; address: string }

/** Mailboxes of a From, To or Cc field. */
export function mailboxes(headers: Headers, name: string): Mailbox[] {
  const found: Mailbox[] = []
  const pattern = /(?:"((?:[^"\\]|\\.)*)"|([^,<>"]*))\s*<([^<>\s]+@[^<>\s]+)>|([^\s,<>"]+@[^\s,<>"]+)/g
  for (const match of headerText(headers, name).matchAll(pattern)) {
    const address = (match[3] ?? match[4] ?? '').toLowerCase()
    const written = (match[1]?.replace(/\\(.)/g, '$1') ?? match[2] ?? '').trim().replace(/^'|'$/g, '')
    if (/^[^@\s]{1,64}@[^@\s]{1,250}$/.test(address))
      found.push({ name: written.includes('@') ? '' : written, address })
    if (found.length >= 500) break
  }
  return found
}

const parameter = (value: string, name: string): string | undefined =>
  new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value)?.slice(1).find(Boolean)

function decodeBody(body: string, headers: Headers): string {
  const how = (headers.get('content-transfer-encoding')?.[0] ?? '').trim().toLowerCase()
  const charset = knownEncoding(parameter(headers.get('content-type')?.[0] ?? '', 'charset')) ?? 'utf-8'
  if (how === 'base64') return decodeAs(Buffer.from(body, 'base64'), charset)
  if (how !== 'quoted-printable') return decodeAs(bytesOf(body), charset)
  const binary = body
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return decodeAs(bytesOf(binary), charset)
}

/** The words of a message: its first plain text, else its HTML as text. Attachments are never looked into. */
export function bodyText(headers: Headers, body: string, depth = 0): string {
  const type = headers.get('content-type')?.[0] ?? 'text/plain'
  const boundary = /^\s*multipart\//i.test(type) ? parameter(type, 'boundary') : undefined
  if (boundary === undefined || depth > 8) {
    if (/^\s*text\/html/i.test(type)) return htmlToText(decodeBody(body, headers))
    return /^\s*text\//i.test(type) || !/^\s*[\w-]+\//.test(type) ? decodeBody(body, headers) : ''
  }
  let html = ''
  for (const part of body.split(`--${boundary}`).slice(1, 60)) {
    if (part.startsWith('--')) break
    const lines = part.replace(/^\r?\n/, '').split(/\r?\n/)
    const gap = lines.indexOf('')
    const inner = readHeaders(lines.slice(0, Math.max(0, gap)))
    if (/attachment/i.test(inner.get('content-disposition')?.[0] ?? '')) continue
    const text = bodyText(inner, lines.slice(gap + 1).join('\n'), depth + 1)
    if (text.trim() === '') continue
    if (!/^\s*text\/html/i.test(inner.get('content-type')?.[0] ?? '')) return text
    html ||= text
  }
  return html
}

/** What they wrote themselves: the quoted message below is cut off. */
export function ownWords(text: string): string {
  const lines = text.replace(/\r/g, '').split('\n')
  const quote = lines.findIndex(
    (line, index) =>
      /^\s*(?:On|Am|Le|El)\b.{5,200}(?:wrote|schrieb|écrit|escribió)[^:]{0,80}:\s*$/.test(line) ||
      /^-{3,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine)/i.test(line) ||
      (/^>/.test(line) && index > 0 && lines.slice(index).every(rest => /^>|^\s*$/.test(rest))),
  )
  const own = quote > 0 ? lines.slice(0, quote) : lines
  const signature = own.indexOf('-- ')
  return (signature > 0 ? own.slice(0, signature) : own)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
