import type { Importer, ImportRecord, PersonRecord } from '../contract.ts'
import { parseJsonText } from '../json/file.ts'
import { type JsonPath, jsonPieces, rootKeys } from '../json/stream.ts'
import { filled, personNamed, rejected } from '../people.ts'
import { accountOn, profileOf } from '../profiles.ts'
import { decodeText } from '../text/decode.ts'
import { isJsonObject, type JsonObject, jsonText } from '../text/json.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { mustUnderstand } from '../understood.ts'
import { readEvent } from './events.ts'

const isUser = (keys: readonly string[]) =>
  keys.includes('login') &&
  ['html_url', 'node_id', 'avatar_url', 'public_repos', 'hireable'].some(key => keys.includes(key))
const isEvent = (keys: readonly string[]) => ['type', 'actor', 'repo', 'payload'].every(key => keys.includes(key))

function shapeOf(head: string): 'user' | 'users' | 'events' | 'found' | undefined {
  const { root, keys } = rootKeys(head)
  if (root === 'object') {
    if (isUser(keys)) return 'user'
    return keys.includes('total_count') && keys.includes('items') && head.includes('"login"') ? 'found' : undefined
  }
  if (root !== 'array') return undefined
  return isUser(keys) ? 'users' : isEvent(keys) ? 'events' : undefined
}

/**
 * Someone on GitHub. The e-mail address becomes a note, not an address to write to: GitHub's terms forbid to send unasked mail to
 * addresses taken from there.
 */
function readUser(user: JsonObject): { person: PersonRecord; key: string } | undefined {
  const account = accountOn('github', jsonText(user.login) ?? '')
  if (!account || jsonText(user.type) === 'Organization') return undefined
  const fullName = jsonText(user.name) ?? account.handle
  const company = jsonText(user.company)?.replace(/^@/, '')
  const twitter = jsonText(user.twitter_username)
  const other = twitter === null ? undefined : accountOn('twitter', twitter)
  const blog = jsonText(user.blog)
  const page = blog === null ? null : resolveWebUrl(/^https?:/i.test(blog) ? blog : `https://${blog}`, undefined)
  const email = jsonText(user.email)
  const person: PersonRecord = {
    ...personNamed(fullName, [
      {
        ...profileOf(account),
        displayName: fullName,
        ...filled('headline', jsonText(user.bio)),
        ...filled('place', jsonText(user.location)),
        ...(company && { positions: [{ organisation: company, current: true }] }),
      },
      ...(other ? [{ ...profileOf(other), displayName: fullName }] : []),
    ]),
    ...filled('place', jsonText(user.location)),
    urls: page === null ? [] : [page],
    ...(email && {
      note: `Shows ${email} on GitHub, whose terms forbid unasked mail to addresses taken from there.`,
    }),
    tags: user.hireable === true ? ['hireable on GitHub'] : [],
  }
  return { person, key: `github.com/${account.handle.toLowerCase()}` }
}

function* readEntry(entry: unknown, isEvents: boolean, file: string, row: number, known: Set<string>) {
  if (!isJsonObject(entry)) {
    yield rejected(file, row, 'This entry is no object.', JSON.stringify(entry))
    return
  }
  if (!isEvents) {
    const read = readUser(entry)
    if (read) yield { kind: 'person' as const, file, row, ...read }
    else if (jsonText(entry.type) === 'Organization')
      yield { kind: 'empty' as const, file, row, why: 'This is an organisation, not a person.' }
    else yield rejected(file, row, 'This entry has no login that GitHub could have given.', JSON.stringify(entry))
    return
  }
  const actor = isJsonObject(entry.actor) ? readUser(entry.actor) : undefined
  if (!actor) {
    yield rejected(file, row, 'This event names nobody who did it.', JSON.stringify(entry))
    return
  }
  if (!known.has(actor.key)) {
    known.add(actor.key)
    yield { kind: 'person' as const, file, row, ...actor }
  }
  yield readEvent(entry, { name: actor.person.fullName, url: `https://${actor.key}`, key: actor.key }, file, row)
}

/** What GitHub's API answers: a user, a list of users or members, found users, the public events of a user. */
export const githubImporter: Importer = {
  format: 'github',
  label: 'GitHub users or events (JSON)',
  async recognise(head) {
    const shape = shapeOf(decodeText(head).text)
    if (!shape) return { match: 'no' }
    return { match: 'yes', format: 'github', label: shape === 'events' ? 'GitHub: events' : 'GitHub: people' }
  },
  read: (source, { signal }) =>
    mustUnderstand(
      (async function* (): AsyncGenerator<ImportRecord> {
        const shape = shapeOf(decodeText(await source.read(0, Math.min(source.size, 64 << 10))).text)
        const depth = shape === 'user' ? 0 : shape === 'found' ? 2 : 1
        const isEntry = (path: JsonPath) => path.length === depth && (shape !== 'found' || path[0] === 'items')
        const known = new Set<string>()
        let row = 0
        for await (const piece of jsonPieces(source, isEntry, signal)) {
          row++
          yield* readEntry(parseJsonText(piece.text), shape === 'events', source.name, row, known)
        }
      })(),
      'Ask GitHub’s API for /users/NAME or /users/NAME/events/public and save the answer.',
    ),
}
