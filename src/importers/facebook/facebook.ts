import { readHead } from '../byte-source.ts'
import { type ByteSource, type ExportOwner, type Importer, type ImportRecord, UnreadableFile } from '../contract.ts'
import { parseJsonText, readJsonFile } from '../json/file.ts'
import { jsonPieces, rootKeys } from '../json/stream.ts'
import { rejected } from '../people.ts'
import { decodeText } from '../text/decode.ts'
import { isJsonObject, jsonText } from '../text/json.ts'
import { mustUnderstand } from '../understood.ts'
import { isZip, zipSources } from '../zip/zip.ts'
import {
  type FacebookList,
  isFacebookList,
  type Network,
  nameOf,
  participantNames,
  readFollow,
  readFriend,
  readMessage,
} from './parts.ts'

type Part =
  | { kind: 'list'; list: FacebookList; source: ByteSource }
  | { kind: 'follows'; below: string | undefined; source: ByteSource }
  | { kind: 'thread'; source: ByteSource; tool: Network }
  | { kind: 'profile'; source: ByteSource }

const askForJson =
  'This is a Facebook or Instagram export in HTML. Ask for it again under “Download your information” and choose the format JSON instead of HTML.'

/** Which file of the export this is, by the names in it. */
async function partOf(source: ByteSource): Promise<Part | undefined> {
  const { text } = decodeText(await readHead(source))
  const { root, keys } = rootKeys(text)
  const list = keys.find(isFacebookList)
  if (list && root === 'object') return { kind: 'list', list, source }
  const hasFollows = text.includes('"string_list_data"')
  if (root === 'array' && keys.includes('string_list_data')) return { kind: 'follows', below: undefined, source }
  const relationships = keys.find(key => /^relationships_(?:following|followers)$/.test(key))
  if (root === 'object' && hasFollows && relationships) return { kind: 'follows', below: relationships, source }
  if (
    root === 'object' &&
    keys.includes('participants') &&
    /"(?:sender_name|senderName|thread_path|threadName)"/.test(text)
  ) {
    const isInstagram = /instagram/i.test(source.name)
    return { kind: 'thread', source, tool: isInstagram ? 'instagram' : 'facebook' }
  }
  if (root === 'object' && (keys.includes('profile_v2') || keys.includes('profile_user')))
    return { kind: 'profile', source }
  return undefined
}

const mayMatter =
  /(?:friend|follow|request|profile_information|personal_information|message_\d+|\/messages\/|your_activity|connections)[^/]*(?:\/.*)?\.json$|^[^/]+\.json$/i

async function partsOf(source: ByteSource): Promise<{ parts: Part[]; isHtml: boolean }> {
  if (!isZip(await readHead(source))) {
    const part = await partOf(source)
    return { parts: part ? [part] : [], isHtml: false }
  }
  const members = await zipSources(source)
  const parts: Part[] = []
  for (const member of members) {
    if (!mayMatter.test(member.name)) continue
    const part = await partOf(member)
    if (part) parts.push(part)
  }
  const isHtml = members.some(({ name }) =>
    /(?:^|\/)(?:your_)?(?:friends|followers(?:_1)?|following|message_1)\.html$/i.test(name),
  )
  return { parts, isHtml }
}

/** The owner: named by the profile, else the one who takes part in every conversation, else the recruiter by name. */
async function findOwner(parts: readonly Part[], given: ExportOwner | undefined): Promise<string> {
  let everywhere: Set<string> | undefined
  const titles = new Set<string>()
  for (const part of parts) {
    if (part.kind === 'profile') {
      const document = await readJsonFile(part.source, 16)
      const profile = isJsonObject(document) ? document.profile_v2 : undefined
      const name = isJsonObject(profile)
        ? isJsonObject(profile.name)
          ? profile.name.full_name
          : profile.name
        : undefined
      if (jsonText(name)) return nameOf(name)
    }
    if (part.kind !== 'thread') continue
    for await (const piece of jsonPieces(part.source, path => path.length === 1 && path[0] !== 'messages')) {
      if (piece.path[0] === 'title') titles.add(nameOf(parseJsonText(piece.text)))
      if (piece.path[0] !== 'participants') continue
      const names = new Set(participantNames(parseJsonText(piece.text)))
      const before = everywhere
      everywhere = before === undefined ? names : new Set([...before].filter(name => names.has(name)))
    }
  }
  const candidates = [...(everywhere ?? [])]
  const byName = candidates.find(name => given?.names.includes(name))
  if (byName) return byName
  // A conversation of two is titled with the other one's name.
  const untitled = candidates.filter(name => !titles.has(name))
  return untitled.length === 1 ? (untitled[0] ?? '') : ''
}

async function* readThread(
  part: Extract<Part, { kind: 'thread' }>,
  owner: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportRecord> {
  const file = part.source.name
  let participants: readonly string[] = []
  let title = ''
  let id = file.split('/').slice(-2, -1)[0] ?? ''
  for await (const piece of jsonPieces(part.source, path => path.length === 1 && path[0] !== 'messages', signal)) {
    const value = parseJsonText(piece.text)
    if (piece.path[0] === 'participants') participants = participantNames(value)
    else if (piece.path[0] === 'title' || piece.path[0] === 'threadName') title = nameOf(value)
    else if (piece.path[0] === 'thread_path') id = jsonText(value) ?? id
  }
  const thread = { id: id || [...participants].sort().join('|'), tool: part.tool, owner, participants, title }
  let row = 0
  for await (const piece of jsonPieces(part.source, path => path.length === 2 && path[0] === 'messages', signal)) {
    row++
    const entry = parseJsonText(piece.text)
    if (!isJsonObject(entry)) yield rejected(file, row, 'This message is no object.', piece.text)
    else if (owner === '')
      yield rejected(
        file,
        row,
        'It is not clear who of them you are. Import the whole archive, or set your name as it is there.',
        piece.text,
      )
    else yield readMessage(entry, thread, { file, row })
  }
}

async function* readExport(
  source: ByteSource,
  given: ExportOwner | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportRecord> {
  const { parts, isHtml } = await partsOf(source)
  if (parts.length === 0)
    throw new UnreadableFile(
      'not-recognised',
      isHtml
        ? askForJson
        : 'This archive holds no friends, followers or messages. Ask Facebook for them in the format JSON.',
    )
  for (const part of parts) {
    const file = part.source.name
    let row = 0
    if (part.kind === 'list')
      for await (const piece of jsonPieces(part.source, path => path.length === 2 && path[0] === part.list, signal))
        yield readFriend(parseJsonText(piece.text), part.list, { file, row: ++row })
    if (part.kind === 'follows') {
      const depth = part.below === undefined ? 1 : 2
      const wants = (path: readonly unknown[]) =>
        path.length === depth && (part.below === undefined || path[0] === part.below)
      for await (const piece of jsonPieces(part.source, wants, signal))
        yield readFollow(parseJsonText(piece.text), { file, row: ++row })
    }
  }
  const owner = await findOwner(parts, given)
  for (const part of parts) if (part.kind === 'thread') yield* readThread(part, owner, signal)
}

/** “Download your information” of Facebook and Instagram: friends, requests, followers and conversations, as JSON. */
export const facebookImporter: Importer = {
  format: 'meta-export',
  label: 'Facebook or Instagram export',
  async recognise(head, source) {
    if (!isZip(head)) {
      const part = await partOf(source)
      if (!part || part.kind === 'profile') return { match: 'no' }
      const isInstagram = part.kind === 'follows' || (part.kind === 'thread' && part.tool === 'instagram')
      return { match: 'yes', format: 'meta-export', label: isInstagram ? 'Instagram export' : 'Facebook export' }
    }
    const { parts, isHtml } = await partsOf(source)
    if (parts.length === 0 && !isHtml) return { match: 'no' }
    const isInstagram = parts.some(part => part.kind === 'follows')
    return { match: 'yes', format: 'meta-export', label: isInstagram ? 'Instagram export' : 'Facebook export' }
  },
  read: (source, { owner, signal }) =>
    mustUnderstand(readExport(source, owner, signal), 'Ask for the export again in the format JSON.'),
}
