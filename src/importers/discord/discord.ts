import { type ByteSource, type Importer, type ImportRecord, type Party, UnreadableFile } from '../contract.ts'
import { readRows } from '../csv/source-text.ts'
import { csvLine } from '../csv/write-line.ts'
import { parseFeedDate } from '../feeds/dates.ts'
import { parseJsonText, readJsonFile } from '../json/file.ts'
import { jsonPieces } from '../json/stream.ts'
import { filled, rejected } from '../people.ts'
import { isJsonObject, jsonList, jsonText } from '../text/json.ts'
import { mustUnderstand } from '../understood.ts'
import { isZip, zipSources } from '../zip/zip.ts'

const channelFile = /^(.*messages\/c?\d+)\/channel\.json$/i
const comma = { delimiter: ',', newline: '\n' } as const

type Channel = { id: string; isDirect: boolean; title: string; to: readonly Party[] }

async function readChannel(
  source: ByteSource,
  titles: ReadonlyMap<string, string>,
  own: string,
): Promise<Channel | undefined> {
  const channel = await readJsonFile(source, 4)
  const id = isJsonObject(channel) ? jsonText(channel.id) : null
  if (!isJsonObject(channel) || !id) return undefined
  const recipients = jsonList(channel.recipients)
    .map(jsonText)
    .filter(one => one !== null && one !== own)
  const title = jsonText(channel.name) ?? titles.get(id) ?? ''
  const name = /(?:with|mit|avec|con)\s+(.+?)(?:#\d{1,4})?$/i.exec(title)?.[1] ?? ''
  const isDirect = (channel.type === 1 || /^(?:dm|1)$/i.test(jsonText(channel.type) ?? '')) && recipients.length === 1
  return {
    id,
    isDirect,
    title,
    to: recipients.map(one => ({ name: recipients.length === 1 ? name : '', url: `https://discord.com/users/${one}` })),
  }
}

function readMessage(
  id: string | null,
  written: string | null,
  contents: string | null,
  channel: Channel,
  file: string,
  row: number,
  raw: string,
): ImportRecord {
  const sentAt = parseFeedDate(written ?? '')
  if (!id || !sentAt) return rejected(file, row, 'This message has no id or no date.', raw)
  if (contents === null) return { kind: 'empty', file, row, why: 'A file without words.' }
  return {
    kind: 'message',
    file,
    row,
    key: `discord:${id}`,
    tool: 'discord',
    conversationKey: `discord:${channel.id}`,
    ...filled('conversationTitle', channel.title),
    to: channel.isDirect ? channel.to : [],
    ...(!channel.isDirect && { surface: 'room' as const }),
    sentAt,
    text: contents,
  }
}

async function* messagesOf(
  source: ByteSource,
  channel: Channel,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportRecord> {
  let row = 0
  if (/\.json$/i.test(source.name)) {
    for await (const piece of jsonPieces(source, path => path.length === 1, signal)) {
      const message = parseJsonText(piece.text)
      row++
      yield isJsonObject(message)
        ? readMessage(
            jsonText(message.ID ?? message.id),
            jsonText(message.Timestamp ?? message.timestamp),
            jsonText(message.Contents ?? message.content),
            channel,
            source.name,
            row,
            piece.text,
          )
        : rejected(source.name, row, 'This message is no object.', piece.text)
    }
    return
  }
  let header: readonly string[] | undefined
  for await (const batch of readRows(source, comma, 'utf-8', signal))
    for (const cells of batch) {
      if (!header) {
        header = cells.map(cell => cell.trim().toLowerCase())
        continue
      }
      row++
      const cell = (name: string) => jsonText(cells[header?.indexOf(name) ?? -1])
      if (cells.length > 1)
        yield readMessage(
          cell('id'),
          cell('timestamp'),
          cell('contents'),
          channel,
          source.name,
          row,
          csvLine(cells, 2_000),
        )
    }
}

async function* readPackage(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<ImportRecord> {
  const members = await zipSources(source)
  const byPath = new Map(members.map(member => [member.name.toLowerCase(), member]))
  const index = members.find(({ name }) => /(?:^|\/)messages\/index\.json$/i.test(name))
  const titles = new Map<string, string>()
  const listed = index ? await readJsonFile(index, 32) : {}
  if (isJsonObject(listed)) for (const [id, title] of Object.entries(listed)) titles.set(id, jsonText(title) ?? '')
  const account = members.find(({ name }) => /(?:^|\/)account\/user\.json$/i.test(name))
  const user = account ? await readJsonFile(account) : undefined
  const own = (isJsonObject(user) ? jsonText(user.id) : null) ?? ''
  let found = false
  for (const member of members) {
    const folder = channelFile.exec(member.name)?.[1]
    if (!folder) continue
    const messages =
      byPath.get(`${folder}/messages.json`.toLowerCase()) ?? byPath.get(`${folder}/messages.csv`.toLowerCase())
    const channel = await readChannel(member, titles, own)
    if (!channel) yield rejected(member.name, 1, 'This channel has no id.', '')
    else if (messages) {
      found = true
      yield* messagesOf(messages, channel, signal)
    }
  }
  if (!found)
    throw new UnreadableFile(
      'not-recognised',
      'This Discord package holds no messages. Ask Discord for your data again, with messages.',
    )
}

/**
 * The data package of Discord: the recruiter's own messages, as history with people who are here already. Nobody is made from it: by
 * Discord's terms its data does not serve to find people for jobs.
 */
export const discordImporter: Importer = {
  format: 'discord-package',
  label: 'Discord data package (own messages)',
  async recognise(head, source) {
    if (!isZip(head)) return { match: 'no' }
    const isPackage = (await zipSources(source)).some(member => channelFile.test(member.name))
    return isPackage
      ? { match: 'yes', format: 'discord-package', label: 'Discord data package (own messages)' }
      : { match: 'no' }
  },
  read: (source, { signal }) => mustUnderstand(readPackage(source, signal), 'Ask Discord for your data again.'),
}
