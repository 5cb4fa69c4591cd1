import { escapeHtml } from '#kernel/html.ts'
import { type DkimKey, signMail } from '#platform/mail/dkim.ts'
import { headerWords, mailbox, quotedPiece } from '#platform/mail/quoted.ts'
import { type Compiled, type Slot, splitSlots } from './mail-html.ts'

/** What differs from reader to reader. */
export type Reader = {
  email: string
  name: string | null
  /** Token of the web links and of the return path. */
  web: string
  back: string
  confirm?: string
}

export type Sender = {
  fromName: string
  fromAddress: string
  replyTo: string
  /** The domain that signs. */
  domain: string
  keys: readonly DkimKey[]
  publicUrl: string
  /** For `List-Unsubscribe` by mail: the return address with a mark. */
  leaveBy: (reader: Reader) => string
  /** RFC 2919, without brackets; absent for a mail that asks to confirm. */
  listId?: string
  listName?: string
  /** Of mail to one of the team that comes again and again: where they end it, by a page or by their mail program's one click. */
  stopUrl?: string
}

type Press = {
  /** Headers that are the same for everyone, and a whole signed-to-be mail for one. */
  letter(reader: Reader, at: Date, messageId: string): Promise<string>
}

type Piece = string | Slot

/** Only the first name, as people are greeted; none for what is no name. */
const greeting = (name: string | null): string => (name ?? '').trim().split(/\s+/)[0] ?? ''

/**
 * Sets a mail once; after that a reader costs a few joins and one hash. Literals are encoded here, so what is filled in begins and ends
 * at the start of a line of its own in the source, which no reader sees.
 */
export function pressFor(compiled: Compiled, sender: Sender): Press {
  const encode = (text: string): Piece[] =>
    splitSlots(text).map(part => (typeof part === 'string' ? quotedPiece(part) : part))
  const html = encode(compiled.html)
  const text = encode(compiled.text)
  const subject = splitSlots(compiled.subject)
  const boundary = `=_kith_${Buffer.from(String(compiled.html.length * 31 + compiled.text.length)).toString('hex')}`
  const url = (path: string) => `${sender.publicUrl}${path}`
  const fillFor = (slot: Slot, reader: Reader): string => {
    switch (slot.kind) {
      case 'name':
        return greeting(reader.name) || slot.fallback
      case 'email':
        return reader.email
      case 'leave':
        return url(`/l/leave/${reader.web}`)
      case 'choose':
        return url(`/l/choose/${reader.web}`)
      case 'click':
        return url(`/l/go/${reader.web}/${slot.link}`)
      case 'confirm':
        return url(`/l/yes/${reader.confirm ?? ''}`)
    }
  }
  const bodyOf = (pieces: readonly Piece[], reader: Reader, inHtml: boolean): string => {
    let out = ''
    for (const piece of pieces) {
      if (typeof piece === 'string') out += piece
      else {
        const value = fillFor(piece, reader)
        out += quotedPiece(inHtml ? escapeHtml(value) : value)
      }
    }
    return out.endsWith('=\r\n') ? `${out.slice(0, -3)}\r\n` : out
  }
  const partHead = (type: string) =>
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`

  return {
    async letter(reader, at, messageId) {
      const words = subject.map(part => (typeof part === 'string' ? part : fillFor(part, reader))).join('')
      const headers: [string, string][] = [
        ['From', mailbox(sender.fromName, sender.fromAddress)],
        ['To', `<${reader.email}>`],
        ...(sender.replyTo === '' ? [] : [['Reply-To', `<${sender.replyTo}>`] as [string, string]]),
        ['Subject', headerWords(words)],
        ['Date', at.toUTCString().replace('GMT', '+0000')],
        ['Message-ID', `<${messageId}>`],
        ['MIME-Version', '1.0'],
        ['Content-Type', `multipart/alternative; boundary="${boundary}"`],
        ...(sender.listId === undefined
          ? ([
              ['Auto-Submitted', 'auto-generated'],
              ...(sender.stopUrl === undefined
                ? []
                : [
                    ['List-Unsubscribe', `<${sender.stopUrl}>`],
                    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
                  ]),
            ] as [string, string][])
          : ([
              ['List-Id', `${sender.listName ? `${mailbox(sender.listName, sender.listId)}` : `<${sender.listId}>`}`],
              [
                'List-Unsubscribe',
                `<${url(`/l/leave/${reader.web}`)}>,\r\n <mailto:${sender.leaveBy(reader)}?subject=leave>`,
              ],
              ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
              ['Precedence', 'bulk'],
            ] as [string, string][])),
      ]
      const body = `${partHead('text/plain')}${bodyOf(text, reader, false)}\r\n${partHead('text/html')}${bodyOf(html, reader, true)}\r\n--${boundary}--\r\n`
      const signatures = sender.keys.length === 0 ? '' : await signMail(sender.keys, sender.domain, headers, body, at)
      return `${signatures}${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
    },
  }
}
