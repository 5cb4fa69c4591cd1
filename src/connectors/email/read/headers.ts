import { decodeText, decodeWords } from './decode.ts'

/** A header block by lower-case name: unfolded, in order, undecoded. */
export type Headers = { all(name: string): readonly string[]; first(name: string): string | undefined }

const maxLines = 2_000

export function readHeaders(bytes: Uint8Array): Headers {
  const found = new Map<string, string[]>()
  const text = decodeText(bytes, undefined).replaceAll(/\r\n?/g, '\n')
  const end = text.indexOf('\n\n')
  const unfolded = (end < 0 ? text : text.slice(0, end)).replaceAll(/\n[ \t]+/g, ' ')
  for (const line of unfolded.split('\n').slice(0, maxLines)) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    const values = found.get(name) ?? []
    values.push(line.slice(colon + 1).trim())
    found.set(name, values)
  }
  return { all: name => found.get(name) ?? [], first: name => found.get(name)?.[0] }
}

/** `<id@host>` without its brackets; ids without brackets or with spaces inside are taken as they are meant. */
export function messageIds(value: string | undefined): readonly string[] {
  if (!value) return []
  const bracketed = [...value.matchAll(/<([^<>]+)>/g)].map(match => (match[1] ?? '').replaceAll(/\s+/g, ''))
  if (bracketed.length > 0) return bracketed.filter(id => id !== '' && id.length <= 900)
  const bare = value.trim()
  return /^[^\s<>]+@[^\s<>]+$/.test(bare) && bare.length <= 900 ? [bare] : []
}

export const subjectText = (value: string | undefined): string => decodeWords(value ?? '').slice(0, 500)

/** RFC 5256's base subject, with the answer marks of other languages. */
export function baseSubject(subject: string): string {
  let text = subject.trim()
  for (let before = ''; before !== text; ) {
    before = text
    text = text
      .replace(
        /^\s*(?:re|aw|antw|antwort|sv|vs|rif|ris|res|resp|rv|odp|ynt|回复|答复|fwd?|wg|tr|enc|i)\s*(?:\[\d+\])?\s*[:：]\s*/i,
        '',
      )
      .replace(/^\[[^\]]{1,40}\]\s+(?=\S)/, '')
      .replace(/\s*\(fwd\)\s*$/i, '')
  }
  return text.trim().toLowerCase()
}

export const isAnswerSubject = (subject: string): boolean =>
  /^\s*(?:re|aw|antw|antwort|sv|vs|rif|ris|res|resp|odp|ynt|回复|答复)\s*(?:\[\d+\])?\s*[:：]/i.test(subject)
