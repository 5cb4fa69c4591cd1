import type { ByteSource, ExportOwner, ImportRecord, Party } from '../contract.ts'
import { textOf } from '../html/text.ts'
import { attribute, elementsOf, type HtmlElement, type HtmlParent, parseHtmlPage } from '../html/tree.ts'
import { readWhole } from '../json/file.ts'
import { filled, personNamed, profileNamed, rejected } from '../people.ts'
import { decodeText } from '../text/decode.ts'
import { digestOf } from '../text/digest.ts'

/** One page of `messages.html`, which holds a thousand messages. */
const maxMegabytes = 24

/** The page that Telegram Desktop writes unless JSON is chosen. */
export const isTelegramPage = (head: string): boolean =>
  /<div class="page_wrap">/.test(head) &&
  /class="message (?:default|service)\b/.test(head) &&
  /date details" title="\d\d\.\d\d\.\d{4} /.test(head)

const classesOf = (element: HtmlElement) => (attribute(element, 'class') ?? '').split(/\s+/)

/** Below `root`, what is marked so; not what a forwarded message holds, which has its own. */
const marked = (root: HtmlParent, name: string): HtmlElement | undefined =>
  [...elementsOf(root, element => !classesOf(element).includes('forwarded'))].find(element =>
    classesOf(element).includes(name),
  )

/** `18.02.2024 12:33:11 UTC+01:00`; pages of before 2021 name no zone and are read as UTC. */
function instantOf(title: string): string | undefined {
  const [, day, month, year, time, zone = '+00:00'] =
    /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?/.exec(title) ?? []
  const at = new Date(`${year}-${month}-${day}T${time}${zone}`)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

type Said = { id: string; name: string; title: string; text: string; isNote: boolean }

function* messagesOf(page: HtmlParent): Generator<Said> {
  let name = ''
  for (const element of elementsOf(page, each => !classesOf(each).includes('message'))) {
    const classes = classesOf(element)
    if (!classes.includes('message')) continue
    const from = marked(element, 'from_name')
    // A message right after another of the same sender is joined to it, without a name of its own.
    if (from) name = textOf(from).trim()
    const date = marked(element, 'date')
    const text = marked(element, 'text')
    yield {
      id: (attribute(element, 'id') ?? '').replace(/^message/, ''),
      name,
      title: date ? (attribute(date, 'title') ?? '') : '',
      text: text ? textOf(text).trim() : '',
      isNote: classes.includes('service'),
    }
  }
}

/** With two people and the chat called after one of them, the other is the owner; in a room only a name that the owner has tells. */
export async function* readTelegramPage(
  source: ByteSource,
  owner: ExportOwner | undefined,
): AsyncGenerator<ImportRecord> {
  const file = source.name
  const page = parseHtmlPage(decodeText(await readWhole(source, maxMegabytes)).text)
  const header = marked(page, 'page_header')
  const chat = header ? textOf(header).trim() : ''
  const said = [...messagesOf(page)]
  const names = new Set(said.flatMap(({ name, isNote }) => (name === '' || isNote ? [] : [name])))
  const isPersonal = chat !== '' && names.size <= 2 && (names.has(chat) || names.size === 1)
  const isMine = (name: string) => (isPersonal ? name !== chat : (owner?.names.includes(name) ?? false))
  const room = digestOf('telegram', chat)
  const partyOf = (name: string): Party => ({ name, key: `telegram:${digestOf(room, name)}` })
  let row = 0
  if (isPersonal)
    yield {
      kind: 'person',
      file,
      row: 1,
      key: `telegram:${digestOf(room, chat)}`,
      person: personNamed(chat, [profileNamed('telegram', chat)]),
    }
  for (const { id, name, title, text, isNote } of said) {
    row++
    const sentAt = instantOf(title)
    if (isNote) yield { kind: 'empty', file, row, why: 'A note of Telegram, not a message.' }
    else if (!sentAt || id === '' || name === '')
      yield rejected(file, row, 'This message has no sender or no date.', text)
    else if (text === '') yield { kind: 'empty', file, row, why: 'A picture, sound or sticker without words.' }
    else
      yield {
        kind: 'message',
        file,
        row,
        key: `telegram:${room}/${id}`,
        tool: 'telegram',
        conversationKey: `telegram:${room}`,
        ...filled('conversationTitle', chat),
        ...(!isMine(name) && { from: partyOf(name) }),
        to: isMine(name) && isPersonal ? [partyOf(chat)] : [],
        ...(!isPersonal && { surface: 'room' as const }),
        sentAt,
        text,
      }
  }
}
