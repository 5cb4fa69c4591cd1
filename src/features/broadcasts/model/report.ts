import { isHard } from './issues.ts'

/** What a mail server or a provider tells of a mail of ours. */
export type Report =
  | { kind: 'bounce'; hard: boolean; status: string; said: string }
  | { kind: 'complaint'; said: string }
  | { kind: 'leave' }
  | { kind: 'none'; why: string }

type Part = { headers: ReadonlyMap<string, string>; body: string }

function readPart(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text)
  const head = end ? text.slice(0, end.index) : text
  const headers = new Map<string, string>()
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []
    if (name !== undefined && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value ?? '')
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' }
}

const typeOf = (part: Part) => (part.headers.get('content-type') ?? 'text/plain').toLowerCase()

function decoded(part: Part): string {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  if (encoding === 'base64') return fromBase64(part.body)
  if (encoding === 'quoted-printable')
    return part.body
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return part.body
}

function fromBase64(text: string): string {
  try {
    return atob(text.replaceAll(/[^A-Za-z0-9+/=]/g, ''))
  } catch {
    return ''
  }
}

const deepest = 5

function partsOf(part: Part, depth = 0): Part[] {
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(part.headers.get('content-type') ?? '')
  const mark = boundary?.[1] ?? boundary?.[2]
  if (!mark || !typeOf(part).startsWith('multipart/') || depth > deepest) return [part]
  const sections = `\n${part.body.replaceAll(/\r\n/g, '\n')}`.split(`\n--${mark}`).slice(1, 40)
  return sections
    .filter(section => !section.startsWith('--'))
    .flatMap(section => partsOf(readPart(section.replace(/^[^\n]*\n/, '')), depth + 1))
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 300)

/** Reports of this form that don't say that a reader wants no more: not spam after all, a signature that failed (RFC 6591), a virus. */
const noWish = new Set(['not-spam', 'auth-failure', 'dkim', 'virus'])

/** A whole mail as it came: a delivery status notification (RFC 3464), a complaint (RFC 5965), or something else. */
export function readReport(raw: string): Report {
  const whole = readPart(raw.slice(0, 2_000_000))
  const parts = partsOf(whole)
  const feedback = parts.find(part => typeOf(part).startsWith('message/feedback-report'))
  if (feedback) {
    const fields = readPart(decoded(feedback)).headers
    const kind = fields.get('feedback-type')?.toLowerCase() ?? 'abuse'
    if (noWish.has(kind)) return { kind: 'none', why: kind }
    return { kind: 'complaint', said: oneLine(`${kind} ${fields.get('user-agent') ?? ''}`) }
  }
  const status = parts.find(part => /^message\/(?:global-)?delivery-status/.test(typeOf(part)))
  if (status) return readStatus(decoded(status))
  return { kind: 'none', why: 'no-report' }
}

function readStatus(text: string): Report {
  for (const block of text.replaceAll(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    const fields = readPart(`${block}\n\n`).headers
    const action = fields.get('action')?.toLowerCase()
    if (action !== 'failed' && action !== 'delayed') continue
    // A delay is news of a mail that is still on its way.
    if (action === 'delayed') return { kind: 'none', why: 'delayed' }
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? '5.0.0'
    const said = oneLine((fields.get('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;\s*/, ''))
    // 5.0.0 says nothing: then the other server's words decide.
    const hard = status === '5.0.0' ? isHard(undefined, 550, said) : isHard(status, 550, said)
    return { kind: 'bounce', hard, status, said }
  }
  return { kind: 'none', why: 'no-recipient' }
}

/** Every address that a report may have been sent to, as its headers say; the envelope's own first. */
export function recipientsOf(raw: string): string[] {
  const { headers } = readPart(raw.slice(0, 100_000))
  const texts = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc'].flatMap(name => headers.get(name) ?? [])
  return texts.flatMap(text => text.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? [])
}

/** With what its parts say in the clear: a report may wrap the mail that it carries along. */
function openText(raw: string): string {
  const text = raw.slice(0, 2_000_000)
  return [text, ...partsOf(readPart(text)).filter(isWrapped).map(decoded)].join('\n')
}

const isWrapped = (part: Part) =>
  /^\s*(?:base64|quoted-printable)/i.test(part.headers.get('content-transfer-encoding') ?? '')

/** The return path of the mail that a complaint or a bounce carries along. */
export function returnedPaths(raw: string): string[] {
  return [
    ...openText(raw).matchAll(/^(?:return-path|original-mail-from)\s*:\s*<?([^\s<>]+@[^\s<>]+?)>?\s*$/gim),
  ].flatMap(found => found[1] ?? [])
}

/** Where the mail that a complaint carries along says that one can leave by mail (RFC 2369). */
export function leavingAddresses(raw: string): string[] {
  const unfolded = openText(raw).replaceAll(/\r?\n[ \t]+/g, ' ')
  return [...unfolded.matchAll(/^list-unsubscribe\s*:(.*)$/gim)].flatMap(([, value = '']) =>
    [...value.matchAll(/<mailto:([^>?\s]+)/gi)].flatMap(found => found[1] ?? []),
  )
}

/** Mails of a mailbox file, or the one that a text is. */
export function splitMbox(text: string): string[] {
  if (!/^From .*\d{4}/.test(text)) return [text]
  return text
    .split(/^From .*\d{4}.*\r?\n/m)
    .filter(part => part.trim() !== '')
    .map(part => part.replaceAll(/^>(>*From )/gm, '$1'))
}
