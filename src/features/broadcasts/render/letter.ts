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
type Header = readonly [name: string, value: string]

const ended = (quoted: string) => (quoted.endsWith('=\r\n') ? `${quoted.slice(0, -3)}\r\n` : quoted)

/** Only the first name, as people are greeted; none for what is no name. */
const greeting = (name: string | null): string => (name ?? '').trim().split(/\s+/)[0] ?? ''

/**
 * Sets a mail once; after that a reader costs a few joins and one hash. Literals are encoded here, so what is filled in begins and ends
 * at the start of a line of its own in the source, which no reader sees.
 */
export function pressFor(compiled: Compiled, sender: Sender): Press {
  const encode = (text: string): Piece[] => {
    const parts = splitSlots(text)
    // The last line ends as every other does.
    return parts.map((part, at) => {
      if (typeof part !== 'string') return part
      return at === parts.length - 1 ? ended(quotedPiece(part)) : quotedPiece(part)
    })
  }
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
    return pieces.at(-1) === '' ? ended(out) : out
  }
  const partHead = (type: string) =>
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`
  const textHead = partHead('text/plain')
  const htmlHead = `\r\n${partHead('text/html')}`
  const end = `\r\n--${boundary}--\r\n`
  const first: Header[] = [['From', mailbox(sender.fromName, sender.fromAddress)]]
  const second: Header[] = sender.replyTo === '' ? [] : [['Reply-To', `<${sender.replyTo}>`]]
  const third: Header[] = [
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/alternative; boundary="${boundary}"`],
  ]
  const listId = sender.listId && (sender.listName ? mailbox(sender.listName, sender.listId) : `<${sender.listId}>`)
  const oneClick: Header = ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click']
  const last = (reader: Reader): Header[] => {
    if (listId !== undefined)
      return [
        ['List-Id', listId],
        [
          'List-Unsubscribe',
          `<${url(`/l/leave/${reader.web}`)}>,\r\n <mailto:${sender.leaveBy(reader)}?subject=leave>`,
        ],
        oneClick,
        ['Precedence', 'bulk'],
      ]
    const stop: Header[] = sender.stopUrl === undefined ? [] : [['List-Unsubscribe', `<${sender.stopUrl}>`], oneClick]
    return [['Auto-Submitted', 'auto-generated'], ...stop]
  }

  return {
    async letter(reader, at, messageId) {
      const words = subject.map(part => (typeof part === 'string' ? part : fillFor(part, reader))).join('')
      const headers: Header[] = [
        ...first,
        ['To', `<${reader.email}>`],
        ...second,
        ['Subject', headerWords(words)],
        ['Date', at.toUTCString().replace('GMT', '+0000')],
        ['Message-ID', `<${messageId}>`],
        ...third,
        ...last(reader),
      ]
      let head = ''
      for (const [name, value] of headers) head += `${name}: ${value}\r\n`
      const body = `${textHead}${bodyOf(text, reader, false)}${htmlHead}${bodyOf(html, reader, true)}${end}`
      const signatures = sender.keys.length === 0 ? '' : await signMail(sender.keys, sender.domain, headers, body, at)
      return `${signatures}${head}\r\n${body}`
    },
  }
}
