import { decodeText, decodeTransfer, tidy, unflow } from './decode.ts'
import type { Fetched } from './fetched.ts'
import { htmlToText } from './html.ts'
import { type Folded, foldQuotes } from './quotes.ts'
import type { Part } from './structure.ts'

/** Of one part, as it is fetched. */
export const maxPartBytes = 400_000
const maxTextLength = 60_000

/** The words of a mail: plain text where there is any, quotes and signature apart. */
export function wordsOf(mail: Fetched): Folded {
  if (mail.layout.encrypted && mail.layout.texts.length === 0)
    return { text: 'This mail is encrypted, and Kith can not read it. Open it in your mail program.', folded: '' }
  const parts = mail.layout.texts.map(part => partText(part, mail.bodies.get(part.id)))
  const whole = tidy(parts.filter(text => text !== '').join('\n\n'))
  const { text, folded } = foldQuotes(whole)
  return { text: cut(text), folded: cut(folded) }
}

export function partText(part: Part, body: Uint8Array | undefined): string {
  if (!body) return ''
  const raw = decodeText(decodeTransfer(body, part.encoding), part.charset)
  if (part.type === 'text/html') return tidy(htmlToText(raw))
  const lines = raw.replaceAll(/\r\n?/g, '\n')
  return part.flowed ? unflow(lines, part.deleteSpace) : lines
}

function cut(text: string): string {
  return text.length <= maxTextLength
    ? text
    : `${text.slice(0, maxTextLength)}\n[…] The mail goes on: read the rest in your mail program.`
}
