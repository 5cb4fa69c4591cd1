import type { ByteSource, ExportOwner, Importer, ImportRecord } from '../contract.ts'
import { parseFeedDate } from '../feeds/dates.ts'
import { filled, personNamed, rejected } from '../people.ts'
import { digestOf } from '../text/digest.ts'
import { linesOf } from '../text/lines.ts'
import { mustUnderstand } from '../understood.ts'
import { bodyText, type Headers, headerText, type Mailbox, mailboxes, ownWords, readHeaders } from './mime.ts'

const maxMessageChars = 1 << 20
const maxAddresses = 200_000
const separator = /^From \S.*(?:\d{4}|\d{2}:\d{2})/

type Mail = { headers: Headers; body: string }

async function* binaryPieces(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<string> {
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted()
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
  }
}

/** One message after the other; of a message with large attachments the first million characters. */
async function* mailsOf(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<Mail> {
  let lines: string[] | undefined
  let chars = 0
  let afterBlank = true
  const whole = (found: readonly string[]): Mail => {
    const gap = found.indexOf('')
    return {
      headers: readHeaders(gap < 0 ? found : found.slice(0, gap)),
      body:
        gap < 0
          ? ''
          : found
              .slice(gap + 1)
              .map(line => line.replace(/^>(>*From )/, '$1'))
              .join('\n'),
    }
  }
  for await (const line of linesOf(binaryPieces(source, signal))) {
    if (afterBlank && separator.test(line)) {
      if (lines) yield whole(lines)
      lines = []
      chars = 0
    } else if (lines && chars < maxMessageChars) {
      lines.push(line)
      chars += line.length
    }
    afterBlank = line === ''
  }
  if (lines) yield whole(lines)
}

/** Addresses of the owner: the recruiter's, those that sent what is marked as sent, and the one that nearly every mail has. */
async function findOwn(
  source: ByteSource,
  given: ExportOwner | undefined,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const own = new Set((given?.emails ?? []).map(email => email.toLowerCase()))
  const counts = new Map<string, number>()
  let mails = 0
  for await (const { headers } of mailsOf(source, signal)) {
    mails++
    if (/\b(?:sent|gesendet|envoyés|enviados)\b/i.test(headerText(headers, 'x-gmail-labels')))
      for (const { address } of mailboxes(headers, 'from')) own.add(address)
    const present = new Set(
      ['from', 'to', 'cc', 'delivered-to'].flatMap(name => mailboxes(headers, name)).map(one => one.address),
    )
    for (const address of present)
      if (counts.size < maxAddresses || counts.has(address)) counts.set(address, (counts.get(address) ?? 0) + 1)
  }
  if (own.size === 0) {
    const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
    if (first && mails >= 2 && first[1] >= mails * 0.8 && first[1] > (second?.[1] ?? 0)) own.add(first[0])
  }
  return own
}

const robot =
  /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|notifications?|newsletter|alerts?|automated)\b/i
const isAutomatic = (headers: Headers, from: Mailbox | undefined): boolean =>
  robot.test(from?.address ?? '') ||
  /^auto-(?:generated|replied)/i.test(headers.get('auto-submitted')?.[0] ?? '') ||
  headers.has('list-unsubscribe')

const nameOf = ({ name, address }: Mailbox) => name || (address.split('@')[0] ?? address)
const person = (box: Mailbox, file: string, row: number): ImportRecord => ({
  kind: 'person',
  file,
  row,
  key: `email:${box.address}`,
  person: { ...personNamed(nameOf(box)), emails: [box.address] },
})
const partyOf = (box: Mailbox) => ({ name: nameOf(box), url: `mailto:${box.address}` })

function* readMail(
  { headers, body }: Mail,
  own: ReadonlySet<string>,
  seen: Set<string>,
  file: string,
  row: number,
): Generator<ImportRecord> {
  const [from] = mailboxes(headers, 'from')
  const sentAt = parseFeedDate(headerText(headers, 'date'))
  if (!from || !sentAt) {
    yield rejected(
      file,
      row,
      'This mail has no sender or no date.',
      [...headers].map(([name, [value]]) => `${name}: ${value}`).join('\n'),
    )
    return
  }
  const isList = headers.has('list-post') || headers.has('list-id')
  const isMine = own.has(from.address)
  if (!isMine && (isList ? robot.test(from.address) : isAutomatic(headers, from))) {
    yield { kind: 'empty', file, row, why: 'Written by a program: a newsletter, a notice, an automatic answer.' }
    return
  }
  const text = ownWords(bodyText(headers, body)).slice(0, 50_000)
  const subject = headerText(headers, 'subject')
  const key = `email:${headerText(headers, 'message-id') || digestOf(from.address, sentAt, subject)}`
  if (text === '') {
    yield { kind: 'empty', file, row, why: 'A mail without words of its own.' }
    return
  }
  const fresh = (boxes: readonly Mailbox[]) =>
    boxes.filter(box => !own.has(box.address) && !seen.has(box.address) && seen.add(box.address))
  if (isList) {
    if (!isMine) for (const box of fresh([from])) yield person(box, file, row)
    yield {
      kind: 'activity',
      file,
      row,
      key,
      tool: 'mailing-list',
      activity: headers.has('in-reply-to') ? 'comment' : 'post',
      ...(!isMine && { author: { name: nameOf(from), url: `mailto:${from.address}` } }),
      ...filled('title', subject),
      text,
      publishedAt: sentAt,
    }
    return
  }
  const others = [...mailboxes(headers, 'to'), ...mailboxes(headers, 'cc')].filter(box => !own.has(box.address))
  if (own.size === 0) {
    yield rejected(
      file,
      row,
      'It is not clear which address is yours: sign in to Kith with it, or import a box where it is in every mail.',
      subject,
    )
    return
  }
  if (isMine && (others.length === 0 || others.length > 20)) {
    yield { kind: 'empty', file, row, why: 'A mail to yourself or to a crowd.' }
    return
  }
  for (const box of fresh(isMine ? others.filter(one => !robot.test(one.address)) : [from]))
    yield person(box, file, row)
  yield {
    kind: 'message',
    file,
    row,
    key,
    tool: 'email',
    conversationKey: `email:${headerText(headers, 'references').split(' ')[0] || headerText(headers, 'in-reply-to') || key}`,
    ...(!isMine && { from: partyOf(from) }),
    to: isMine ? others.map(partyOf) : [],
    sentAt,
    ...filled('subject', subject),
    text,
  }
}

/** A mailbox in one file: Thunderbird's folders, Google Takeout, archives of mailing lists. */
export const mboxImporter: Importer = {
  format: 'mbox',
  label: 'Mailbox (mbox)',
  async recognise(head) {
    const lines = new TextDecoder('latin1').decode(head.subarray(0, 16_384)).split(/\r?\n/)
    const isBox =
      separator.test(lines[0] ?? '') &&
      lines.slice(1, 80).some(line => /^(?:from|date|message-id|received|x-gmail-labels|return-path):/i.test(line))
    return isBox ? { match: 'yes', format: 'mbox', label: 'Mailbox (mbox)' } : { match: 'no' }
  },
  read: (source, { owner, signal }) =>
    mustUnderstand(
      (async function* (): AsyncGenerator<ImportRecord> {
        const own = await findOwn(source, owner, signal)
        const seen = new Set<string>()
        let row = 0
        for await (const mail of mailsOf(source, signal)) yield* readMail(mail, own, seen, source.name, ++row)
      })(),
      'Export the mailbox again.',
    ),
}
