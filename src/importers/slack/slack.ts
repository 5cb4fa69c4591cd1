import {
  type ByteSource,
  type ExportOwner,
  type Importer,
  type ImportRecord,
  type Party,
  UnreadableFile,
} from '../contract.ts'
import { parseJsonText, readJsonFile } from '../json/file.ts'
import { jsonPieces } from '../json/stream.ts'
import { filled, instantOf, personNamed, rejected } from '../people.ts'
import { emptyProfile } from '../profiles.ts'
import { isJsonObject, type JsonObject, jsonList, jsonText } from '../text/json.ts'
import { mustUnderstand } from '../understood.ts'
import { isZip, zipSources } from '../zip/zip.ts'

type Member = { id: string; name: string; email: string }
type Channel = { kind: 'public' | 'room' | 'direct'; name: string; members: readonly string[] }
type Workspace = { users: ReadonlyMap<string, Member>; channels: ReadonlyMap<string, Channel>; own: string | undefined }

const dayFile = /^(?:.*\/)?([^/]+)\/\d{4}-\d{2}-\d{2}\.json$/
const fileNamed = (members: readonly ByteSource[], name: string) => members.find(member => member.name === name)

const objects = async (source: ByteSource | undefined): Promise<readonly JsonObject[]> =>
  source ? jsonList(await readJsonFile(source)).filter(isJsonObject) : []

function readUser(user: JsonObject, file: string, row: number): { member: Member; record: ImportRecord } | undefined {
  const id = jsonText(user.id)
  const profile = isJsonObject(user.profile) ? user.profile : {}
  const name =
    jsonText(profile.real_name) ?? jsonText(user.real_name) ?? jsonText(profile.display_name) ?? jsonText(user.name)
  if (!id || !name) return undefined
  const email = jsonText(profile.email) ?? ''
  const member = { id, name, email: email.toLowerCase() }
  if (user.is_bot === true || user.is_app_user === true || id === 'USLACKBOT')
    return { member, record: { kind: 'empty', file, row, why: 'This is a bot.' } }
  const title = jsonText(profile.title)
  return {
    member,
    record: {
      kind: 'person',
      file,
      row,
      key: `slack:${id}`,
      person: {
        ...personNamed(name, [{ tool: 'slack', displayName: name, ...filled('headline', title), ...emptyProfile }]),
        emails: email ? [email] : [],
        phones: [jsonText(profile.phone)].filter(phone => phone !== null),
        ...filled('timeZone', jsonText(user.tz)),
      },
    },
  }
}

async function readChannels(members: readonly ByteSource[]): Promise<Map<string, Channel>> {
  const found = new Map<string, Channel>()
  const kinds = [
    ['channels.json', 'public'],
    ['groups.json', 'room'],
    ['mpims.json', 'room'],
    ['dms.json', 'direct'],
  ] as const
  for (const [file, kind] of kinds)
    for (const channel of await objects(fileNamed(members, file))) {
      const name = jsonText(channel.name) ?? jsonText(channel.id)
      const people = jsonList(channel.members)
        .map(jsonText)
        .filter(id => id !== null)
      if (name) found.set(name, { kind, name, members: people })
    }
  return found
}

/** Slack's marks as people read them: `<@U1>`, `<#C1|general>`, `<https://a|label>`, `&amp;`. */
function plainText(text: string, users: ReadonlyMap<string, Member>): string {
  return text
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, id: string) => `@${users.get(id)?.name ?? id}`)
    .replace(/<#[A-Z0-9]+\|([^>]*)>/g, '#$1')
    .replace(/<![a-z]+(?:\^[^|>]*)?\|?([^>]*)>/g, '$1')
    .replace(/<((?:https?|mailto):[^|>]*)(?:\|([^>]*))?>/g, (_, url: string, label?: string) =>
      label && label !== url ? `${label} (${url})` : url,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
}

/** What is written in blocks alone, as newer clients send it: texts, links, mentions, emoji. */
function textInBlocks(value: unknown, users: ReadonlyMap<string, Member>): string {
  if (Array.isArray(value)) return value.map(each => textInBlocks(each, users)).join('')
  if (!isJsonObject(value)) return ''
  const type = jsonText(value.type)
  if (type === 'user') return `@${users.get(jsonText(value.user_id) ?? '')?.name ?? ''}`
  if (type === 'link') return jsonText(value.text) ?? jsonText(value.url) ?? ''
  if (typeof value.text === 'string') return value.text
  const inner = textInBlocks(value.elements ?? value.text, users)
  return type?.startsWith('rich_text_') || type === 'section' ? `${inner}\n` : inner
}

function readMessage(
  message: JsonObject,
  channel: Channel,
  { users, own }: Workspace,
  file: string,
  row: number,
  raw: string,
): ImportRecord {
  const ts = jsonText(message.ts) ?? ''
  const user = users.get(jsonText(message.user) ?? '')
  const sentAt = instantOf(Number(ts), 'seconds')
  if (!sentAt) return rejected(file, row, 'This message has no date.', raw)
  const subtype = jsonText(message.subtype)
  const text =
    plainText(typeof message.text === 'string' ? message.text : '', users) || textInBlocks(message.blocks, users).trim()
  if (!user || (subtype && !['thread_broadcast', 'me_message', 'file_share'].includes(subtype)) || text === '')
    return { kind: 'empty', file, row, why: 'A note of Slack or of a bot, or a file without words.' }
  const key = `slack:${channel.name}/${ts}`
  const isMine = user.id === own
  const author: Party = { name: user.name, key: `slack:${user.id}` }
  if (channel.kind === 'public')
    return {
      kind: 'activity',
      file,
      row,
      key,
      tool: 'slack',
      activity: jsonText(message.thread_ts) && message.thread_ts !== message.ts ? 'comment' : 'post',
      ...(!isMine && { author }),
      title: `#${channel.name}`,
      text,
      publishedAt: sentAt,
    }
  const others = channel.members.filter(id => id !== own)
  if (channel.kind === 'direct' && own === undefined)
    return rejected(
      file,
      row,
      'It is not clear which member you are. Use in Kith the e-mail address that you have in this Slack.',
      raw,
    )
  return {
    kind: 'message',
    file,
    row,
    key,
    tool: 'slack',
    conversationKey: `slack:${channel.name}`,
    ...(channel.kind === 'room' && filled('conversationTitle', channel.name)),
    ...(!isMine && { from: author }),
    to: isMine ? others.map(id => ({ name: users.get(id)?.name ?? id, key: `slack:${id}` })) : [],
    ...(channel.kind === 'room' && { surface: 'room' as const }),
    sentAt,
    text,
  }
}

async function* readExport(
  source: ByteSource,
  given: ExportOwner | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportRecord> {
  const members = await zipSources(source)
  const usersFile = fileNamed(members, 'users.json')
  if (!usersFile)
    throw new UnreadableFile('not-recognised', 'This archive has no users.json. Export the Slack workspace again.')
  const users = new Map<string, Member>()
  const emails = new Set((given?.emails ?? []).map(email => email.toLowerCase()))
  let own: string | undefined
  let row = 0
  for await (const piece of jsonPieces(usersFile, path => path.length === 1, signal)) {
    row++
    const user = parseJsonText(piece.text)
    const read = isJsonObject(user) ? readUser(user, usersFile.name, row) : undefined
    if (!read) {
      yield rejected(usersFile.name, row, 'This member has no id or no name.', piece.text)
      continue
    }
    users.set(read.member.id, read.member)
    if (read.member.email !== '' && emails.has(read.member.email)) own = read.member.id
    else yield read.record
  }
  const workspace: Workspace = { users, channels: await readChannels(members), own }
  for (const member of members) {
    const channel = workspace.channels.get(dayFile.exec(member.name)?.[1] ?? '')
    if (!channel) continue
    let line = 0
    for await (const piece of jsonPieces(member, path => path.length === 1, signal)) {
      line++
      const message = parseJsonText(piece.text)
      if (isJsonObject(message)) yield readMessage(message, channel, workspace, member.name, line, piece.text)
      else yield rejected(member.name, line, 'This message is no object.', piece.text)
    }
  }
}

/** The export of a Slack workspace: members, what they wrote in channels, and direct messages where the plan gives them out. */
export const slackImporter: Importer = {
  format: 'slack-export',
  label: 'Slack export',
  async recognise(head, source) {
    if (!isZip(head)) return { match: 'no' }
    const names = new Set((await zipSources(source)).map(member => member.name))
    const isExport =
      names.has('users.json') &&
      ['channels.json', 'groups.json', 'dms.json', 'mpims.json'].some(name => names.has(name))
    return isExport ? { match: 'yes', format: 'slack-export', label: 'Slack export' } : { match: 'no' }
  },
  read: (source, { owner, signal }) =>
    mustUnderstand(readExport(source, owner, signal), 'Export the Slack workspace again.'),
}
