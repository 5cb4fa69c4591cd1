import type { Importer, ImportRecord } from '../contract.ts'
import { parseJsonText } from '../json/file.ts'
import { type JsonPath, jsonPieces, rootKeys } from '../json/stream.ts'
import { rejected } from '../people.ts'
import { decodeText } from '../text/decode.ts'
import { isJsonObject } from '../text/json.ts'
import { mustUnderstand } from '../understood.ts'
import { unreadPart } from '../unread.ts'
import { readContact } from './person.ts'

const own = ['displayName', 'profileUrl', 'thumbnailUrl', 'emails', 'urls', 'accounts', 'organizations', 'aboutMe']
const looksLikePerson = (keys: readonly string[]) =>
  (keys.includes('displayName') || keys.includes('name')) && own.filter(key => keys.includes(key)).length >= 2

/** Where people stand: alone at the root, in a list, below `entry` or below `response.entry`, one or many. */
const isEntry =
  (shape: 'person' | 'list' | 'entry' | 'response', isMany: boolean) =>
  (path: JsonPath): boolean => {
    if (shape === 'person') return path.length === 0
    if (shape === 'list') return path.length === 1
    const depth = shape === 'entry' ? 1 : 2
    if (path[depth - 1] !== 'entry' || (shape === 'response' && path[0] !== 'response')) return false
    return isMany ? path.length === depth + 1 : path.length === depth
  }

function shapeOf(head: string): { shape: Parameters<typeof isEntry>[0]; isMany: boolean } | undefined {
  const { root, keys } = rootKeys(head)
  const isMany = /"entry"\s*:\s*\[/.test(head)
  if (root === 'array') return looksLikePerson(keys) ? { shape: 'list', isMany: true } : undefined
  if (root !== 'object') return undefined
  const words = ['displayName', 'preferredUsername', 'givenName', 'profileUrl', 'totalResults', 'thumbnailUrl']
  const saysPeople = words.some(word => head.includes(`"${word}"`))
  if (keys.includes('entry') && saysPeople) return { shape: 'entry', isMany }
  if (keys.includes('response') && /"entry"\s*:/.test(head) && saysPeople) return { shape: 'response', isMany }
  return looksLikePerson(keys) ? { shape: 'person', isMany: false } : undefined
}

/** People as OpenSocial and Portable Contacts wrote them: MySpace, Orkut, hi5, Plaxo and others gave them out so. */
export const openSocialImporter: Importer = {
  format: 'open-social',
  label: 'OpenSocial or Portable Contacts',
  async recognise(head) {
    return shapeOf(decodeText(head).text)
      ? { match: 'yes', format: 'open-social', label: 'OpenSocial or Portable Contacts' }
      : { match: 'no' }
  },
  read: (source, { signal }) =>
    mustUnderstand(
      (async function* (): AsyncGenerator<ImportRecord> {
        const { text } = decodeText(await source.read(0, Math.min(source.size, 64 << 10)))
        const { shape, isMany } = shapeOf(text) ?? { shape: 'person' as const, isMany: false }
        let row = 0
        for await (const piece of jsonPieces(source, isEntry(shape, isMany), signal)) {
          row++
          const entry = parseJsonText(piece.text)
          const read = isJsonObject(entry) ? readContact(entry) : undefined
          if (read) {
            const { unread, ...whole } = read
            yield {
              kind: 'person',
              file: source.name,
              row,
              ...whole,
              ...unreadPart(unread, () => piece.text.slice(0, 2_000)),
            }
          } else yield rejected(source.name, row, 'This entry has no name, e-mail address or profile.', piece.text)
        }
      })(),
      'Check that it holds people with a displayName.',
    ),
}
