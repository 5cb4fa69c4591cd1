import MailComposer from 'nodemailer/lib/mail-composer'
import { secondMs } from '#kernel/clock.ts'
import type { OutgoingFile, SendOutcome, SendRequest } from '../contract.ts'
import type { EmailAccount } from './account.ts'
import { domainOf, headerText } from './address.ts'
import { madeAt, messageIdFor } from './keys.ts'
import { maxFileBytes, maxTextCodePoints } from './manifest.ts'
import { baseSubject } from './read/headers.ts'
import { safeName } from './read/structure.ts'
import type { Tail } from './threads.ts'

export type Letter = {
  messageId: string
  from: string
  to: string
  bytes: Buffer
  sentAt: Date
  subject: string
  references: readonly string[]
}

const maxReferences = 20
const maxSubject = 200

type Refused = Extract<SendOutcome, { kind: 'refused' }>
const refused = (code: string, text: string): Refused => ({ kind: 'refused', code, text })

/**
 * The mail as it goes out; byte for byte the same on every try but for the boundaries: id and date come from the txn. `tail`: the mail it answers.
 */
export async function composeLetter(
  account: EmailAccount,
  person: string,
  request: SendRequest,
  tail: Tail | undefined,
  now: Date,
): Promise<Letter | Refused> {
  const files = request.files ?? []
  if (request.text.trim() === '' && files.length === 0) return refused('empty', 'There is nothing to send.')
  const length = [...request.text].length
  if (length > maxTextCodePoints)
    return refused(
      'too-long',
      `The mail has ${length} characters; Kith sends ${maxTextCodePoints} at most. Please shorten it.`,
    )
  const attachments = await readFiles(files)
  if ('kind' in attachments) return attachments
  const answers = tail !== undefined && goesOn(request.subject, tail)
  const subject = subjectOf(request, answers ? tail : undefined)
  const references = answers
    ? [...tail.references.filter(id => id !== tail.messageId).slice(-(maxReferences - 1)), tail.messageId]
    : []
  const messageId = messageIdFor(request.txn, account.address)
  // Headers carry whole seconds.
  const made = madeAt(request.txn) ?? now
  const sentAt = new Date(Math.floor(made.getTime() / secondMs) * secondMs)
  const to = (answers ? tail.replyTo : undefined) ?? person
  const composed = new MailComposer({
    from: { name: account.name, address: account.address },
    to: { name: '', address: to },
    subject,
    messageId: `<${messageId}>`,
    date: sentAt,
    ...(references.length > 0
      ? { inReplyTo: `<${references.at(-1)}>`, references: references.map(id => `<${id}>`) }
      : {}),
    text: request.text.replaceAll(/\r\n?/g, '\n'),
    attachments: attachments.list,
    headers: { 'X-Kith-Message': request.txn },
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  return { messageId, from: account.address, to, bytes: await composed.build(), sentAt, subject, references }
}

const goesOn = (subject: string | undefined, tail: Tail): boolean =>
  subject === undefined || subject.trim() === '' || baseSubject(subject) === baseSubject(tail.subject)

function subjectOf(request: SendRequest, tail: Tail | undefined): string {
  const given = headerText(request.subject ?? '')
  if (tail) {
    const base = headerText(tail.subject)
    return (/^re\s*:/i.test(base) ? base : `Re: ${base}`).slice(0, maxSubject + 4).trim()
  }
  if (given !== '') return given.slice(0, maxSubject)
  return firstWords(request.text) || 'Hello'
}

/** A mail needs a subject: without one it is the first line, cut at a word. */
function firstWords(text: string): string {
  const lines = text
    .split('\n')
    .map(line => headerText(line))
    .filter(line => line !== '')
  const salutation =
    /^(?:hi|hello|dear|hey|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|bonjour|salut|hola|estimad[oa]|olá|ciao|beste|dag)\b.{0,40}[,!:]?$/i
  const line = lines.find(each => !salutation.test(each)) ?? lines[0] ?? ''
  const sentence = /^.{12,70}?[.?!…](?=\s|$)/.exec(line)?.[0] ?? line
  if (sentence.length <= 70) return sentence.replace(/[.]$/, '')
  const cut = sentence.slice(0, 69)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`
}

type Attached = { filename: string; content: Buffer; contentType: string; contentDisposition: 'attachment' }

async function readFiles(files: readonly OutgoingFile[]): Promise<{ list: Attached[] } | Refused> {
  const list: Attached[] = []
  let total = 0
  for (const file of files) {
    const bytes = await file.bytes()
    total += bytes.byteLength
    if (total > maxFileBytes)
      return refused(
        'file-too-large',
        `The files have more than ${maxFileBytes / 1_000_000} MB together, and most mail servers refuse that. Send a link instead.`,
      )
    const contentType = /^[\w.+-]+\/[\w.+-]+$/.test(file.mimeType) ? file.mimeType : 'application/octet-stream'
    list.push({
      filename: safeName(file.name),
      content: Buffer.from(bytes),
      contentType,
      contentDisposition: 'attachment',
    })
  }
  return { list }
}

/** The name a server is greeted with (EHLO): nothing of this machine. */
export const greetingName = (account: EmailAccount): string => domainOf(account.address)
