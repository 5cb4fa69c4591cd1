import type { ByteSource, Importer, ImportRecord } from '../contract.ts'
import { parseFeedDate } from '../feeds/dates.ts'
import { filled, personNamed, rejected } from '../people.ts'
import { accountKey, accountOfUrl, profileOf } from '../profiles.ts'
import { mustUnderstand } from '../understood.ts'
import { carBlocks, isCar } from './car.ts'
import { type Cbor, type CborMap, isCborMap, Link } from './cbor.ts'

const text = (value: Cbor | undefined): string =>
  typeof value === 'string' ? value.replaceAll('\u0000', '').trim() : ''
const didPattern = /^did:[a-z]+:[\w.:%-]{1,250}$/

type Survey = { did: string; paths: ReadonlyMap<string, string> }

/** Whose repository it is, and under which path each record stands: nodes of the tree list both, keys shortened by what they share. */
async function survey(source: ByteSource, signal: AbortSignal | undefined): Promise<Survey> {
  const paths = new Map<string, string>()
  let did = ''
  const utf8 = new TextDecoder()
  for await (const { value } of carBlocks(source, signal)) {
    if (!isCborMap(value)) continue
    if (typeof value.did === 'string' && value.data instanceof Link) did = value.did
    if (!Array.isArray(value.e)) continue
    let key = ''
    for (const entry of value.e as readonly Cbor[]) {
      if (!isCborMap(entry) || !(entry.k instanceof Uint8Array) || typeof entry.p !== 'number') continue
      key = key.slice(0, entry.p) + utf8.decode(entry.k)
      if (entry.v instanceof Link) paths.set(entry.v.hex, key)
    }
  }
  return { did, paths }
}

const profileUrl = (did: string) => `https://bsky.app/profile/${did}`

function readRecord(record: CborMap, path: string, did: string, file: string, row: number): ImportRecord | undefined {
  const raw = () => JSON.stringify(record, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  const createdAt = parseFeedDate(text(record.createdAt))
  const id = path.split('/')[1] ?? ''
  switch (text(record.$type)) {
    case 'app.bsky.graph.follow': {
      const subject = text(record.subject)
      const account = didPattern.test(subject) ? accountOfUrl(profileUrl(subject)) : undefined
      if (!account) return rejected(file, row, 'This follow names no account.', raw())
      return {
        kind: 'person',
        file,
        row,
        key: accountKey(account),
        person: personNamed(subject, [{ ...profileOf(account), displayName: subject }]),
      }
    }
    case 'app.bsky.feed.post': {
      const words = text(record.text)
      if (!createdAt) return rejected(file, row, 'This post has no date.', raw())
      if (words === '') return { kind: 'empty', file, row, why: 'A picture without words.' }
      return {
        kind: 'activity',
        file,
        row,
        key: `at://${did}/${path}`,
        tool: 'bluesky',
        activity: isCborMap(record.reply) ? 'comment' : 'post',
        text: words,
        ...(id && did && { url: `${profileUrl(did)}/post/${id}` }),
        publishedAt: createdAt,
      }
    }
    case 'app.bsky.actor.profile': {
      const account = didPattern.test(did) ? accountOfUrl(profileUrl(did)) : undefined
      const name = text(record.displayName) || did
      return {
        kind: 'self',
        file,
        row,
        key: did,
        person: personNamed(
          name,
          account ? [{ ...profileOf(account), displayName: name, ...filled('summary', text(record.description)) }] : [],
        ),
      }
    }
    default:
      return undefined
  }
}

/** A Bluesky repository (CAR file): whom its owner follows, and what they posted. */
export const blueskyImporter: Importer = {
  format: 'bluesky-car',
  label: 'Bluesky repository (CAR)',
  async recognise(head) {
    return isCar(head) ? { match: 'yes', format: 'bluesky-car', label: 'Bluesky repository (CAR)' } : { match: 'no' }
  },
  read: (source, { signal }) =>
    mustUnderstand(
      (async function* (): AsyncGenerator<ImportRecord> {
        const { did, paths } = await survey(source, signal)
        let row = 0
        for await (const { id, value } of carBlocks(source, signal)) {
          if (!isCborMap(value) || typeof value.$type !== 'string') continue
          row++
          const record = readRecord(value, paths.get(id) ?? '', did, source.name, row)
          if (record) yield record
        }
      })(),
      'It holds no posts, follows or profile. Download the repository again under Settings, Account, Export my data.',
    ),
}
