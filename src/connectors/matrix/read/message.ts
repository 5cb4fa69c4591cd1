import type { RemoteFile } from '../../contract.ts'
import type { RoomEvent } from '../wire/shapes.ts'

type Content = RoomEvent['content']

const textIn = (content: Content, name: string): string => {
  const value = content[name]
  return typeof value === 'string' ? value : ''
}

const recordIn = (content: Content, name: string): Content => {
  const value = content[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

export type Relation =
  | { kind: 'edit'; target: string }
  | { kind: 'reply'; target: string; thread: string | undefined }
  /** `fallback`: the reply inside it is for programs that know no threads. */
  | { kind: 'thread'; root: string }
  | { kind: 'reaction'; target: string; emoji: string }
  | undefined

export function relationOf(content: Content): Relation {
  const relates = recordIn(content, 'm.relates_to')
  const type = textIn(relates, 'rel_type')
  const target = textIn(relates, 'event_id')
  const answered = textIn(recordIn(relates, 'm.in_reply_to'), 'event_id')
  if (type === 'm.replace' && target !== '') return { kind: 'edit', target }
  if (type === 'm.annotation' && target !== '') {
    const emoji = textIn(relates, 'key')
    return emoji === '' ? undefined : { kind: 'reaction', target, emoji }
  }
  const thread = type === 'm.thread' && target !== '' ? target : undefined
  if (answered !== '' && relates.is_falling_back !== true) return { kind: 'reply', target: answered, thread }
  return thread === undefined ? undefined : { kind: 'thread', root: thread }
}

export type Said = { text: string; files: readonly RemoteFile[]; notice: boolean }

const fileTypes: ReadonlySet<string> = new Set(['m.image', 'm.file', 'm.audio', 'm.video'])

/** The words and files of a message's content; undefined when there is nothing to show. */
export function saidIn(content: Content, type = textIn(content, 'msgtype')): Said | undefined {
  const body = textIn(content, 'body')
  if (fileTypes.has(type) || type === 'm.sticker') {
    const file = fileIn(content, body)
    const name = textIn(content, 'filename')
    // The body is a caption only where it isn't the file's name (specification 1.10, media captions).
    const caption = type !== 'm.sticker' && name !== '' && name !== body ? body : ''
    if (file) return { text: caption, files: [file], notice: false }
    return body === '' ? undefined : { text: body, files: [], notice: false }
  }
  if (type === 'm.location') {
    const place = textIn(content, 'geo_uri')
    const text = [body, place].filter((each, at, all) => each !== '' && all.indexOf(each) === at).join('\n')
    return text === '' ? undefined : { text, files: [], notice: false }
  }
  const replied = recordIn(recordIn(content, 'm.relates_to'), 'm.in_reply_to').event_id !== undefined
  const text = replied ? withoutQuote(body) : body
  if (text.trim() === '') return undefined
  return {
    text: type === 'm.emote' ? `*${text}*` : text,
    files: [],
    notice: type === 'm.notice' || type === 'm.server_notice',
  }
}

function fileIn(content: Content, body: string): RemoteFile | undefined {
  const info = recordIn(content, 'info')
  const url = textIn(content, 'url')
  // In an encrypted room the key to the file stands beside it; such a file has no `url`.
  if (!url.startsWith('mxc://')) return undefined
  const name = textIn(content, 'filename') || body || 'file'
  const mimeType = textIn(info, 'mimetype')
  return {
    url,
    name,
    ...(mimeType === '' ? {} : { mimeType }),
    ...(typeof info.size === 'number' && info.size >= 0 ? { bytes: info.size } : {}),
  }
}

/** Older programs put what they answer before the answer, as `> <@ana:example.org> …` and an empty line (before specification 1.13). */
function withoutQuote(body: string): string {
  if (!/^> ?(?:\* )?<@/.test(body)) return body
  const lines = body.split('\n')
  const end = lines.findIndex(line => !line.startsWith('>'))
  if (end === -1) return body
  return lines.slice(lines[end] === '' ? end + 1 : end).join('\n')
}

/** What an edit says now. */
export function editedText(content: Content): string {
  return saidIn(recordIn(content, 'm.new_content'))?.text ?? textIn(content, 'body').replace(/^\* /, '')
}
