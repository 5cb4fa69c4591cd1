import type { RemoteFile } from '../contract.ts'
import type { TelegramMessage } from './update.ts'

/** What a bot may fetch (core.telegram.org/bots/api#getfile). */
export const maxDownloadBytes = 20_000_000

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`

type Stored = {
  file_id: string
  file_name?: string | undefined
  mime_type?: string | undefined
  file_size?: number | undefined
}

function filesIn(message: TelegramMessage): { name: string; mimeType: string | undefined; stored: Stored }[] {
  const { photo, document, audio, video, animation, voice, video_note: note, sticker } = message
  const largest = photo?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
  const as = (stored: Stored | undefined, name: string, mimeType?: string) =>
    stored ? [{ stored, name: stored.file_name ?? name, mimeType: stored.mime_type ?? mimeType }] : []
  // An animation comes with a document of the same file, for programs that know no animations.
  return [
    ...as(largest, 'photo.jpg', 'image/jpeg'),
    ...as(animation ?? document, 'file'),
    ...as(audio, 'audio.mp3', 'audio/mpeg'),
    ...as(video, 'video.mp4', 'video/mp4'),
    ...as(voice, 'voice.ogg', 'audio/ogg'),
    ...as(note, 'video.mp4', 'video/mp4'),
    ...(sticker && !sticker.is_animated && !sticker.is_video ? as(sticker, 'sticker.webp', 'image/webp') : []),
  ]
}

/** The words with the addresses that stand behind them; offsets count UTF-16 units, as strings do here. */
export function withAddresses(
  text: string,
  entities: readonly { type: string; offset: number; length: number; url?: string | undefined }[],
): string {
  let shown = text
  for (const { type, offset, length, url } of entities.toSorted((a, b) => b.offset - a.offset)) {
    if (type !== 'text_link' || !url) continue
    const label = text.slice(offset, offset + length)
    if (url.replace(/\/$/, '') === label.replace(/\/$/, '')) continue
    shown = `${shown.slice(0, offset + length)} (${url})${shown.slice(offset + length)}`
  }
  return shown
}

/** What somebody reads, and the files beside it. Content that has no words gets some. */
export function contentOf(message: TelegramMessage): { text: string; files: readonly RemoteFile[] } | undefined {
  const { location, venue, contact, poll, dice, sticker } = message
  const lines: string[] = []
  const words = message.text ?? message.caption
  if (words) lines.push(withAddresses(words, message.entities ?? message.caption_entities ?? []))
  if (sticker?.emoji) lines.push(sticker.emoji)
  if (dice) lines.push(`${dice.emoji} ${dice.value}`)
  if (contact)
    lines.push([[contact.first_name, contact.last_name].filter(Boolean).join(' '), contact.phone_number].join(', '))
  if (venue) lines.push(`${venue.title}, ${venue.address}`)
  if (location) lines.push(`https://www.openstreetmap.org/?mlat=${location.latitude}&mlon=${location.longitude}#map=16`)
  if (poll) lines.push(poll.question, ...poll.options.map(({ text }) => `– ${text}`))
  const files: RemoteFile[] = []
  for (const { stored, name, mimeType } of filesIn(message)) {
    const bytes = stored.file_size
    if (bytes !== undefined && bytes > maxDownloadBytes) {
      lines.push(`[${name}, ${megabytes(bytes)}: Telegram gives bots files up to 20 MB. Ask for a link.]`)
      continue
    }
    files.push({
      url: `telegram:${stored.file_id}`,
      name,
      ...(mimeType === undefined ? {} : { mimeType }),
      ...(bytes === undefined ? {} : { bytes }),
    })
  }
  return lines.length === 0 && files.length === 0 ? undefined : { text: lines.join('\n'), files }
}
