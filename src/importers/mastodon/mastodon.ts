import { bytesSource, readHead } from '../byte-source.ts'
import { type ByteSource, type Importer, type ImportRecord, UnreadableFile } from '../contract.ts'
import { sampleRows } from '../csv/sniff.ts'
import { isBlankRow, readRows } from '../csv/source-text.ts'
import { csvLine } from '../csv/write-line.ts'
import { parseFeedDate } from '../feeds/dates.ts'
import { htmlToText } from '../html/text.ts'
import { parseJsonText } from '../json/file.ts'
import { jsonPieces, rootKeys } from '../json/stream.ts'
import { filled, personNamed, rejected } from '../people.ts'
import { accountKey, accountOfUrl, profileOf } from '../profiles.ts'
import { isGzip, tarFiles } from '../tar/tar-gz.ts'
import { decodeText } from '../text/decode.ts'
import { isJsonObject, type JsonObject, jsonText } from '../text/json.ts'
import { mustUnderstand } from '../understood.ts'
import { isZip, zipSources } from '../zip/zip.ts'

const comma = { delimiter: ',', newline: '\n' } as const
const isFollows = (text: string): boolean => {
  const [header = []] = sampleRows(text.slice(0, 2_000), comma, true)
  return (
    header[0]
      ?.replace(/^\ufeff/, '')
      .trim()
      .toLowerCase() === 'account address'
  )
}
const isPart = (path: string) => /(?:^|\/)(?:outbox|actor)\.json$|(?:^|\/)[^/]*\.csv$/i.test(path)

/** `user@host` of a list of those followed (or muted, which the header tells apart: `Hide notifications`). */
async function* readFollows(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<ImportRecord> {
  let row = -1
  let columns: readonly string[] = []
  for await (const batch of readRows(source, comma, 'utf-8', signal))
    for (const cells of batch) {
      row++
      if (row === 0) columns = cells
      if (row === 0 || isBlankRow(cells)) continue
      const address = cells[0]?.trim() ?? ''
      const account = accountOfUrl(address.startsWith('@') ? address : `@${address}`)
      if (account?.tool !== 'mastodon') {
        yield rejected(source.name, row, 'This is no address of the form user@server.', csvLine(cells, 2_000), columns)
        continue
      }
      const name = address.replace(/^@/, '').split('@')[0] ?? address
      yield {
        kind: 'person',
        file: source.name,
        row,
        key: accountKey(account),
        person: personNamed(name, [{ ...profileOf(account), displayName: name }]),
      }
    }
}

function readActor(actor: JsonObject, file: string): ImportRecord {
  const url = jsonText(actor.url) ?? jsonText(actor.id) ?? ''
  const account = accountOfUrl(url)
  const name = jsonText(actor.name) ?? jsonText(actor.preferredUsername)
  if (!name) return rejected(file, 1, 'The account has no name.', JSON.stringify(actor))
  const profile = account
    ? { ...profileOf(account), displayName: name, ...filled('summary', htmlToText(jsonText(actor.summary) ?? '')) }
    : undefined
  return {
    kind: 'self',
    file,
    row: 1,
    key: account ? accountKey(account) : url,
    person: personNamed(name, profile ? [profile] : []),
  }
}

/** Own notes; boosts are others' words and count as a reaction. */
function readItem(item: unknown, file: string, row: number, raw: string): ImportRecord {
  const type = isJsonObject(item) ? jsonText(item.type) : null
  const object = isJsonObject(item) ? item.object : undefined
  const publishedAt = isJsonObject(item) ? parseFeedDate(jsonText(item.published) ?? '') : null
  if (type === 'Announce' && typeof object === 'string' && publishedAt)
    return {
      kind: 'activity',
      file,
      row,
      key: `boost ${object}`,
      tool: 'mastodon',
      activity: 'reaction',
      text: object,
      url: object,
      publishedAt,
    }
  if (type !== 'Create' || !isJsonObject(object) || !publishedAt)
    return type && type !== 'Create'
      ? { kind: 'empty', file, row, why: `An entry of the kind ${type.slice(0, 40)} says nothing to read.` }
      : rejected(file, row, 'This entry is no post with a date.', raw)
  const id = jsonText(object.id)
  if (!id) return rejected(file, row, 'This post has no id.', raw)
  return {
    kind: 'activity',
    file,
    row,
    key: id,
    tool: 'mastodon',
    activity: jsonText(object.inReplyTo) ? 'comment' : 'post',
    text: htmlToText(jsonText(object.content) ?? ''),
    ...filled('title', jsonText(object.summary)),
    ...filled('url', jsonText(object.url)),
    publishedAt,
  }
}

/** One file of an archive, as a stream: `actor.json`, `outbox.json` or a list. */
async function* readPart(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<ImportRecord> {
  if (/actor\.json$/i.test(source.name)) {
    for await (const piece of jsonPieces(source, path => path.length === 0, signal)) {
      const actor = parseJsonText(piece.text)
      yield isJsonObject(actor)
        ? readActor(actor, source.name)
        : rejected(source.name, 1, 'This is no account.', piece.text)
    }
  } else if (/outbox\.json$/i.test(source.name)) {
    let row = 0
    for await (const piece of jsonPieces(source, path => path.length === 2 && path[0] === 'orderedItems', signal))
      yield readItem(parseJsonText(piece.text), source.name, ++row, piece.text)
  }
}

const once = (name: string, size: number, bytes: AsyncIterable<Uint8Array>): ByteSource => ({
  ...bytesSource(name, new Uint8Array(0)),
  size,
  stream: () => bytes,
})

async function* readArchive(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<ImportRecord> {
  const head = await readHead(source)
  let found = false
  if (isGzip(head))
    for await (const file of tarFiles(source, path => /(?:^|\/)(?:outbox|actor)\.json$/.test(path), signal)) {
      found = true
      yield* readPart(once(file.path, file.size, file.bytes), signal)
    }
  else if (isZip(head))
    for (const member of await zipSources(source)) {
      if (!isPart(member.name)) continue
      found = true
      yield* readPart(member, signal)
    }
  else {
    const { text } = decodeText(head)
    found = true
    if (isFollows(text)) yield* readFollows(source, signal)
    else {
      const { keys } = rootKeys(text)
      yield* readPart({ ...source, name: keys.includes('orderedItems') ? 'outbox.json' : 'actor.json' }, signal)
    }
  }
  if (!found)
    throw new UnreadableFile(
      'not-recognised',
      'This archive holds neither outbox.json nor actor.json of a Mastodon account.',
    )
}

async function isMastodonTar(source: ByteSource): Promise<boolean> {
  let looked = 0
  try {
    for await (const file of tarFiles(source, () => true)) {
      if (/(?:^|\/)(?:outbox|actor)\.json$/.test(file.path)) return true
      if (++looked > 5_000) return false
    }
  } catch (error) {
    if (error instanceof UnreadableFile && error.code === 'unsafe') throw error
  }
  return false
}

/** What Mastodon gives its users: lists of those they follow, and the archive with their posts. */
export const mastodonImporter: Importer = {
  format: 'mastodon',
  label: 'Mastodon export',
  async recognise(head, source) {
    const yes = { match: 'yes', format: 'mastodon', label: 'Mastodon export' } as const
    if (isGzip(head)) return (await isMastodonTar(source)) ? yes : { match: 'no' }
    if (isZip(head)) {
      const names = (await zipSources(source)).map(member => member.name)
      return names.includes('outbox.json') && names.includes('actor.json') ? yes : { match: 'no' }
    }
    const { text } = decodeText(head)
    if (isFollows(text)) return { ...yes, label: 'Mastodon: accounts followed' }
    const { keys } = rootKeys(text)
    const isOutbox = keys.includes('orderedItems') && text.includes('activitystreams')
    const isActor = keys.includes('preferredUsername') && keys.includes('outbox') && keys.includes('inbox')
    return isOutbox || isActor ? yes : { match: 'no' }
  },
  read: (source, { signal }) =>
    mustUnderstand(readArchive(source, signal), 'Ask your Mastodon server for the export again.'),
}
