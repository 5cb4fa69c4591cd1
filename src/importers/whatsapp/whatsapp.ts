import { readHead } from '../byte-source.ts'
import {
  type ByteSource,
  type ExportOwner,
  type Importer,
  type ImportRecord,
  type Party,
  UnreadableFile,
} from '../contract.ts'
import { utf8Chunks } from '../json/stream.ts'
import { personNamed, profileNamed, rejected } from '../people.ts'
import { emptyProfile } from '../profiles.ts'
import { decodeText } from '../text/decode.ts'
import { digestOf } from '../text/digest.ts'
import { linesOf } from '../text/lines.ts'
import { mustUnderstand } from '../understood.ts'
import { isZip, zipSources } from '../zip/zip.ts'
import { type ChatLine, createOrderFinder, type DateOrder, instantOfLine, readChatLine } from './lines.ts'

const maxTextChars = 100_000
const withoutWords =
  /^[\u200e\u200f\s]*(?:<[^<>@]{4,60}>|(?:image|video|audio|sticker|gif|document|contact card|bild|video|audio|sticker|dokument)\s+(?:omitted|weggelassen)|\S+\.(?:jpg|jpeg|png|webp|mp4|opus|pdf|vcf)\s+\(.*\))\s*$/i

/** Enough of the first lines begin as messages do. */
function isChat(text: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, 40)
  const begun = lines.filter(line => readChatLine(line) !== undefined)
  return (
    begun.length > 0 &&
    readChatLine(lines[0] ?? '') !== undefined &&
    begun.some(line => readChatLine(line)?.sender !== undefined)
  )
}

async function chatsIn(source: ByteSource): Promise<ByteSource[]> {
  const head = await readHead(source)
  if (!isZip(head)) return isChat(decodeText(head).text) ? [source] : []
  const found: ByteSource[] = []
  const members = (await zipSources(source)).filter(({ name }) => /^[^/]+\.txt$/i.test(name))
  for (const member of members.slice(0, 20)) if (isChat(decodeText(await readHead(member)).text)) found.push(member)
  return found
}

type Survey = { names: readonly string[]; order: DateOrder }

async function survey(chat: ByteSource, signal: AbortSignal | undefined): Promise<Survey> {
  const names = new Set<string>()
  const finder = createOrderFinder()
  for await (const line of linesOf(utf8Chunks(chat.stream(), signal))) {
    const read = readChatLine(line)
    if (!read) continue
    finder.see(read)
    if (read.sender && names.size < 5_000) names.add(read.sender)
  }
  return { names: [...names], order: finder.order() }
}

const fold = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Which of them exported it: the recruiter by name, else of two the one after whom the file is not named. */
function ownerOf(
  names: readonly string[],
  fileNames: readonly string[],
  given: ExportOwner | undefined,
): string | undefined {
  const own = new Set((given?.names ?? []).map(fold))
  const byName = names.find(name => own.has(fold(name)))
  if (byName !== undefined || names.length !== 2) return byName
  const files = fileNames.map(fold).join(' ')
  const named = names.filter(name => files.includes(fold(name)))
  return named.length === 1 ? names.find(name => name !== named[0]) : undefined
}

const partyKey = (name: string) => `whatsapp:${digestOf(fold(name))}`

function personOf(name: string, file: string, row: number): ImportRecord {
  const number = /^\+[\d\s().-]{7,20}$/.test(name) ? name.replace(/[^\d+]/g, '') : undefined
  const profile = number
    ? { tool: 'whatsapp' as const, handle: number, displayName: name, ...emptyProfile }
    : profileNamed('whatsapp', name)
  return {
    kind: 'person',
    file,
    row,
    key: partyKey(name),
    person: { ...personNamed(name, [profile]), phones: number ? [number] : [] },
  }
}

async function* messagesOf(
  chat: ByteSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ line: ChatLine; raw: string }> {
  let current: { line: ChatLine; parts: string[]; raw: string; chars: number } | undefined
  const whole = (one: NonNullable<typeof current>) => ({
    line: { ...one.line, text: one.parts.join('\n').trim() },
    raw: one.raw,
  })
  for await (const raw of linesOf(utf8Chunks(chat.stream(), signal))) {
    const line = readChatLine(raw)
    if (line) {
      if (current) yield whole(current)
      current = { line, parts: [line.text], raw, chars: line.text.length }
    } else if (current && current.chars < maxTextChars) {
      current.parts.push(raw)
      current.chars += raw.length
    }
  }
  if (current) yield whole(current)
}

async function* readChat(
  chat: ByteSource,
  archive: ByteSource,
  given: ExportOwner | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportRecord> {
  const { names, order } = await survey(chat, signal)
  const owner = ownerOf(names, [archive.name, chat.name], given)
  if (owner === undefined && names.length <= 2)
    throw new UnreadableFile(
      'nothing-understood',
      `Kith can’t tell which of “${names.join('” and “').slice(0, 120)}” is you. Keep the name that WhatsApp gave the file (“WhatsApp Chat with …”), or call yourself in Kith as WhatsApp does.`,
    )
  const others = names.filter(name => name !== owner)
  const conversation = `whatsapp:${digestOf(...others.map(fold).sort())}`
  let row = 0
  for (const name of others) yield personOf(name, chat.name, ++row)
  const isRoom = others.length > 1
  const partyOf = (name: string): Party => ({ name, key: partyKey(name) })
  for await (const { line, raw } of messagesOf(chat, signal)) {
    row++
    const sentAt = instantOfLine(line, order)
    if (!sentAt) yield rejected(chat.name, row, 'This message has no date that exists.', raw)
    else if (line.sender === undefined)
      yield { kind: 'empty', file: chat.name, row, why: 'A note of WhatsApp, not a message.' }
    else if (line.text === '' || line.text.startsWith('\u200e') || withoutWords.test(line.text))
      yield { kind: 'empty', file: chat.name, row, why: 'A picture, sound or sticker without words.' }
    else {
      const isMine = line.sender === owner
      yield {
        kind: 'message',
        file: chat.name,
        row,
        key: `whatsapp:${digestOf(conversation, line.sender, sentAt, line.text)}`,
        tool: 'whatsapp',
        conversationKey: conversation,
        ...(!isMine && { from: partyOf(line.sender) }),
        to: isMine ? others.slice(0, 50).map(partyOf) : [{ name: owner ?? '' }],
        ...(isRoom && { surface: 'room' as const }),
        sentAt,
        text: line.text.replace(/\s*\u200e<[^<>]{3,60}>$/, '').replace(/\u200e/g, ''),
      }
    }
  }
}

/** “Export chat” of WhatsApp: the text, or the zip with its pictures. */
export const whatsappImporter: Importer = {
  format: 'whatsapp-chat',
  label: 'WhatsApp chat',
  async recognise(_, source) {
    return (await chatsIn(source)).length > 0
      ? { match: 'yes', format: 'whatsapp-chat', label: 'WhatsApp chat' }
      : { match: 'no' }
  },
  read: (source, { owner, signal }) =>
    mustUnderstand(
      (async function* (): AsyncGenerator<ImportRecord> {
        for (const chat of await chatsIn(source)) yield* readChat(chat, source, owner, signal)
      })(),
      'Export the chat from WhatsApp again.',
    ),
}
