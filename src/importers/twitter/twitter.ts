import { readHead } from '../byte-source.ts'
import { type ByteSource, type Importer, type ImportRecord, UnreadableFile } from '../contract.ts'
import { parseFeedDate } from '../feeds/dates.ts'
import { htmlToText } from '../html/text.ts'
import { parseJsonText } from '../json/file.ts'
import { filled, personNamed, rejected } from '../people.ts'
import { type Account, accountKey, accountOn, profileOf } from '../profiles.ts'
import { decodeText } from '../text/decode.ts'
import { isJsonObject, type JsonObject, jsonList, jsonText } from '../text/json.ts'
import { mustUnderstand } from '../understood.ts'
import { isZip, zipSources } from '../zip/zip.ts'
import { ytdEntries, ytdName } from './parts.ts'

const read = new Set([
  'account',
  'tweet',
  'tweets',
  'follower',
  'following',
  'direct_messages',
  'direct_message_group',
  'dmConversation',
])

type Part = { name: string; source: ByteSource }
/** Accounts whose name and handle stand somewhere in the archive, by their number. */
type Known = ReadonlyMap<string, { account: Account; name: string }>

async function partsOf(source: ByteSource): Promise<Part[]> {
  const sources = isZip(await readHead(source))
    ? (await zipSources(source)).filter(member => /(?:^|\/)data\/[^/]+\.js$|^[^/]+\.js$/i.test(member.name))
    : [source]
  const parts: Part[] = []
  for (const candidate of sources) {
    const name = ytdName(decodeText((await readHead(candidate)).subarray(0, 400)).text)
    if (name) parts.push({ name, source: candidate })
  }
  return parts
}

const inner = (entry: unknown, name: string): JsonObject | undefined => {
  if (!isJsonObject(entry)) return undefined
  const value = entry[name]
  return isJsonObject(value) ? value : undefined
}

/** X gives followers and partners in talk by number alone; who was mentioned in a post has a name. */
async function surveyNames(parts: readonly Part[], signal: AbortSignal | undefined) {
  const known = new Map<string, { account: Account; name: string }>()
  let own = ''
  for (const part of parts) {
    if (part.name === 'account')
      for await (const piece of ytdEntries(part.source, signal))
        own = jsonText(inner(parseJsonText(piece.text), 'account')?.accountId) ?? own
    if (part.name !== 'tweets' && part.name !== 'tweet') continue
    for await (const piece of ytdEntries(part.source, signal)) {
      const tweet = inner(parseJsonText(piece.text), 'tweet')
      const entities = isJsonObject(tweet?.entities) ? tweet.entities : {}
      for (const mention of jsonList(entities.user_mentions).filter(isJsonObject)) {
        const id = jsonText(mention.id_str)
        const account = accountOn('twitter', jsonText(mention.screen_name) ?? '')
        if (id && account && !known.has(id)) known.set(id, { account, name: jsonText(mention.name) ?? account.handle })
      }
    }
  }
  return { known: known as Known, own }
}

function readTweet(tweet: JsonObject, file: string, row: number): ImportRecord {
  const id = jsonText(tweet.id_str) ?? jsonText(tweet.id)
  const publishedAt = parseFeedDate(jsonText(tweet.created_at) ?? '')
  const text = jsonText(tweet.full_text) ?? jsonText(tweet.text)
  if (!id || !publishedAt || text === null)
    return rejected(file, row, 'This post has no id, date or text.', JSON.stringify(tweet))
  const isReply = jsonText(tweet.in_reply_to_status_id_str) !== null
  return {
    kind: 'activity',
    file,
    row,
    key: `x.com/status/${id}`,
    tool: 'twitter',
    activity: isReply ? 'comment' : 'post',
    text: htmlToText(text),
    url: `https://x.com/i/status/${id}`,
    publishedAt,
  }
}

function readAccount(entry: JsonObject, known: Known, seen: Set<string>, file: string, row: number): ImportRecord {
  const id = jsonText(entry.accountId)
  if (!id) return rejected(file, row, 'This entry has no account number.', JSON.stringify(entry))
  const found = known.get(id)
  if (!found)
    return { kind: 'empty', file, row, why: 'X’s archive gives this account as a bare number, without name or handle.' }
  const key = accountKey(found.account)
  if (seen.has(key)) return { kind: 'empty', file, row, why: 'This account stands in the archive already.' }
  seen.add(key)
  const profile = { ...profileOf(found.account), displayName: found.name }
  return { kind: 'person', file, row, key, person: personNamed(found.name, [profile]) }
}

function readDirect(
  message: JsonObject,
  conversation: string,
  own: string,
  known: Known,
  isGroup: boolean,
  file: string,
  row: number,
): ImportRecord {
  const create = inner(message, 'messageCreate')
  if (!create) return { kind: 'empty', file, row, why: 'A note of who came, went or reacted.' }
  const sender = jsonText(create.senderId)
  const sentAt = parseFeedDate(jsonText(create.createdAt) ?? '')
  const text = jsonText(create.text)
  const id = jsonText(create.id)
  if (!sender || !sentAt || !id)
    return rejected(file, row, 'This message has no sender, date or id.', JSON.stringify(message))
  if (text === null) return { kind: 'empty', file, row, why: 'A picture without words.' }
  const recipient = jsonText(create.recipientId) ?? ''
  const partyOf = (number: string) => {
    const found = known.get(number)
    return found ? { name: found.name, url: found.account.url } : { name: '', key: `x-number:${number}` }
  }
  const isMine = sender === own
  return {
    kind: 'message',
    file,
    row,
    key: `x.com/dm/${id}`,
    tool: 'twitter',
    conversationKey: `x.com/dm/${conversation}`,
    ...(!isMine && { from: partyOf(sender) }),
    to: isMine ? (recipient ? [partyOf(recipient)] : []) : [{ name: '' }],
    ...(isGroup && { surface: 'room' as const }),
    sentAt,
    text: htmlToText(text),
  }
}

async function* readPart(
  part: Part,
  own: string,
  known: Known,
  seen: Set<string>,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportRecord> {
  const file = part.source.name
  let row = 0
  for await (const piece of ytdEntries(part.source, signal)) {
    const entry = parseJsonText(piece.text)
    const talk = inner(entry, 'dmConversation')
    if (talk) {
      const conversation = jsonText(talk.conversationId) ?? ''
      // A conversation of two is named after both of them.
      const owner = own || ''
      for (const message of jsonList(talk.messages).filter(isJsonObject)) {
        row++
        if (owner === '')
          yield rejected(
            file,
            row,
            'It is not clear who you are: import the whole archive, with account.js.',
            JSON.stringify(message),
          )
        else yield readDirect(message, conversation, owner, known, !/^\d+-\d+$/.test(conversation), file, row)
      }
      continue
    }
    row++
    // Archives of before 2019 hold the posts themselves.
    const tweet =
      inner(entry, 'tweet') ?? (isJsonObject(entry) && 'full_text' in entry && 'id_str' in entry ? entry : undefined)
    const account = inner(entry, 'follower') ?? inner(entry, 'following')
    const self = inner(entry, 'account')
    if (tweet) yield readTweet(tweet, file, row)
    else if (account) yield readAccount(account, known, seen, file, row)
    else if (self) {
      const found = accountOn('twitter', jsonText(self.username) ?? '')
      const name = jsonText(self.accountDisplayName) ?? found?.handle ?? ''
      if (!found) yield rejected(file, row, 'The account has no name.', piece.text)
      else
        yield {
          kind: 'self',
          file,
          row,
          key: accountKey(found),
          person: personNamed(name, [{ ...profileOf(found), ...filled('displayName', name) }]),
        }
    } else yield rejected(file, row, 'This entry is of no known kind.', piece.text)
  }
}

async function* readArchive(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<ImportRecord> {
  const parts = (await partsOf(source)).filter(part => read.has(part.name) || part.name.startsWith('direct_message'))
  const wanted = parts.filter(part => !part.name.endsWith('_headers'))
  if (wanted.length === 0)
    throw new UnreadableFile(
      'not-recognised',
      'This archive of X holds no posts, followers or messages. Ask X for the whole archive.',
    )
  const { known, own } = await surveyNames(wanted, signal)
  const seen = new Set<string>()
  for (const part of wanted) yield* readPart(part, own, known, seen, signal)
}

/** The archive that X gives its users, whole or a single file of it. */
export const twitterImporter: Importer = {
  format: 'x-archive',
  label: 'X (Twitter) archive',
  async recognise(head, source) {
    if (!isZip(head) && !ytdName(decodeText(head.subarray(0, 400)).text)) return { match: 'no' }
    const parts = await partsOf(source)
    return parts.length > 0 ? { match: 'yes', format: 'x-archive', label: 'X (Twitter) archive' } : { match: 'no' }
  },
  read: (source, { signal }) => mustUnderstand(readArchive(source, signal), 'Ask X for the archive again.'),
}
