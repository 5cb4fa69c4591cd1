import { readHead } from '../byte-source.ts'
import type { ByteSource, ExportOwner, Importer, ImportRecord, Party } from '../contract.ts'
import { parseJsonText } from '../json/file.ts'
import { type JsonPath, jsonPieces, rootKeys } from '../json/stream.ts'
import { filled, instantOf, personNamed, profileNamed, rejected } from '../people.ts'
import { decodeText } from '../text/decode.ts'
import { isJsonObject, type JsonObject, jsonList, jsonText } from '../text/json.ts'
import { mustUnderstand } from '../understood.ts'
import { isTelegramPage, readTelegramPage } from './html.ts'

type Chat = { id: string; name: string; type: string }

const chatTypes =
  /"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|(?:private|public)_(?:group|supergroup|channel))"/

/** One chat, or everything; by the names in it. */
function shapeOf(head: string): 'chat' | 'all' | undefined {
  const { root, keys } = rootKeys(head)
  if (root !== 'object') return undefined
  if (keys.includes('messages') && keys.includes('type') && chatTypes.test(head)) return 'chat'
  const isAll = keys.includes('chats') || keys.includes('personal_information') || keys.includes('contacts')
  return isAll && (keys.includes('about') || /"chats"\s*:\s*\{/.test(head)) ? 'all' : undefined
}

/** Pieces of interest: what a chat is called, its messages, the owner, the contacts. */
function wants(path: JsonPath): boolean {
  const at = path[0] === 'chats' || path[0] === 'left_chats' ? (path[1] === 'list' ? path.slice(3) : []) : path
  if (path[0] === 'personal_information') return path.length === 1
  if (path[0] === 'contacts') return path.length === 3 && path[1] === 'list'
  return (
    (at.length === 1 && ['name', 'type', 'id'].includes(String(at[0]))) || (at.length === 2 && at[0] === 'messages')
  )
}

/** The words of a message: `text` is a string, or a list of strings and marked-up pieces. */
function textOf(message: JsonObject): string {
  const pieces = jsonList(message.text_entities).length > 0 ? jsonList(message.text_entities) : jsonList(message.text)
  return pieces
    .map(piece =>
      typeof piece === 'string' ? piece : isJsonObject(piece) && typeof piece.text === 'string' ? piece.text : '',
    )
    .join('')
    .trim()
}

const partyOf = (id: string, name: string): Party => ({ name, key: `telegram:${id}` })

function personOf(id: string, name: string, file: string, row: number): ImportRecord {
  return {
    kind: 'person',
    file,
    row,
    key: `telegram:${id}`,
    person: personNamed(name, [profileNamed('telegram', name)]),
  }
}

function contactOf(contact: unknown, file: string, row: number): ImportRecord {
  const entry = isJsonObject(contact) ? contact : {}
  const name = [entry.first_name, entry.last_name].map(jsonText).filter(Boolean).join(' ')
  const phone = jsonText(entry.phone_number)
  const number = phone?.replace(/[^\d+]/g, '').replace(/^00/, '+')
  if (!name && !number) return rejected(file, row, 'This contact has neither name nor number.', JSON.stringify(contact))
  const id = jsonText(entry.user_id)
  return {
    kind: 'person',
    file,
    row,
    key: id && id !== '0' ? `telegram:user${id}` : `phone:${number ?? name}`,
    person: {
      ...personNamed(name || (number ?? ''), [profileNamed('telegram', name || (number ?? ''))]),
      ...filled('givenName', jsonText(entry.first_name)),
      ...filled('familyName', jsonText(entry.last_name)),
      phones: number ? [number] : [],
    },
  }
}

type Reading = { file: string; own: string; seen: Set<string> }

/** A message of a personal chat is talk, one of a public group something its author published; private groups are rooms. */
function* readMessage(
  message: JsonObject,
  chat: Chat,
  reading: Reading,
  row: number,
  raw: string,
): Generator<ImportRecord> {
  const { file, seen } = reading
  if (jsonText(message.type) !== 'message') {
    yield { kind: 'empty', file, row, why: 'A note of Telegram, not a message.' }
    return
  }
  const id = jsonText(message.id)
  const from = jsonText(message.from_id) ?? ''
  const name = jsonText(message.from)
  const sentAt = instantOf(
    Number(jsonText(message.date_unixtime) ?? Date.parse(`${jsonText(message.date) ?? ''}Z`) / 1_000),
    'seconds',
  )
  const text = textOf(message)
  if (!id || !sentAt) {
    yield rejected(file, row, 'This message has no id or no date.', raw)
    return
  }
  if (text === '' || name === null || chat.type === 'bot_chat' || chat.type === 'saved_messages') {
    yield {
      kind: 'empty',
      file,
      row,
      why: text === '' ? 'A picture, sound or sticker without words.' : 'Talk with nobody.',
    }
    return
  }
  const isPersonal = chat.type === 'personal_chat'
  const isMine = reading.own === '' ? isPersonal && from !== `user${chat.id}` : from === reading.own
  const isPublic = chat.type.startsWith('public_')
  const newcomer = isPersonal ? `user${chat.id}` : isPublic && !isMine && from.startsWith('user') ? from : ''
  if (newcomer !== '' && !seen.has(newcomer)) {
    seen.add(newcomer)
    const known = isPersonal ? chat.name : name
    if (known) yield personOf(newcomer, known, file, row)
  }
  const key = `telegram:${chat.id}/${id}`
  if (isPublic) {
    yield {
      kind: 'activity',
      file,
      row,
      key,
      tool: 'telegram',
      activity: 'post',
      ...(!isMine && { author: partyOf(from, name) }),
      ...filled('title', chat.name),
      text,
      publishedAt: sentAt,
    }
    return
  }
  yield {
    kind: 'message',
    file,
    row,
    key,
    tool: 'telegram',
    conversationKey: `telegram:${chat.id}`,
    ...filled('conversationTitle', chat.name),
    ...(!isMine && { from: partyOf(from, name) }),
    to: isMine && isPersonal ? [partyOf(`user${chat.id}`, chat.name)] : [],
    ...(!isPersonal && { surface: 'room' as const }),
    sentAt,
    text,
  }
}

async function* readExport(
  source: ByteSource,
  owner: ExportOwner | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportRecord> {
  const head = decodeText(await readHead(source)).text
  if (isTelegramPage(head)) {
    yield* readTelegramPage(source, owner)
    return
  }
  const isAll = shapeOf(head) === 'all'
  const reading: Reading = { file: source.name, own: '', seen: new Set() }
  let chat: Chat = { id: '', name: '', type: '' }
  let at = ''
  let row = 0
  for await (const { path, text } of jsonPieces(source, wants, signal)) {
    const value = parseJsonText(text)
    if (path[0] === 'personal_information') {
      const id = isJsonObject(value) ? jsonText(value.user_id) : null
      reading.own = id ? `user${id}` : ''
      const name = isJsonObject(value)
        ? [value.first_name, value.last_name].map(jsonText).filter(Boolean).join(' ')
        : ''
      if (name)
        yield { kind: 'self', file: source.name, row: ++row, key: `telegram:${reading.own}`, person: personNamed(name) }
      continue
    }
    if (path[0] === 'contacts') {
      yield contactOf(value, source.name, ++row)
      continue
    }
    const here = isAll ? path.slice(0, 3).join('/') : ''
    if (here !== at) {
      at = here
      chat = { id: '', name: '', type: '' }
    }
    const field = path.at(-1)
    if (field === 'name' || field === 'type' || field === 'id') chat = { ...chat, [field]: jsonText(value) ?? '' }
    else if (isJsonObject(value)) yield* readMessage(value, chat, reading, ++row, text)
    else yield rejected(source.name, ++row, 'This message is no object.', text)
  }
}

/** `result.json` of Telegram Desktop: one chat or all data; or a page of `messages.html`. */
export const telegramImporter: Importer = {
  format: 'telegram-export',
  label: 'Telegram export',
  async recognise(head) {
    const { text } = decodeText(head)
    if (isTelegramPage(text)) return { match: 'yes', format: 'telegram-export', label: 'Telegram: one chat (HTML)' }
    const shape = shapeOf(text)
    if (!shape) return { match: 'no' }
    return {
      match: 'yes',
      format: 'telegram-export',
      label: shape === 'chat' ? 'Telegram: one chat' : 'Telegram export',
    }
  },
  read: (source, { owner, signal }) =>
    mustUnderstand(
      readExport(source, owner, signal),
      'Export again from Telegram Desktop and choose JSON, “machine-readable”.',
    ),
}
