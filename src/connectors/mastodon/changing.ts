import { z } from 'zod'
import { asOutcome, CallFailure } from '../call-failure.ts'
import type { RemoteConversation, SendOutcome } from '../contract.ts'
import type { Client } from './client.ts'
import type { Cursor } from './cursor.ts'
import { boost, star } from './events.ts'
import { statusIdIn, statusKey } from './keys.ts'
import { countCharacters, greetingFor } from './sending.ts'
import type { Server } from './server.ts'
import { source, status } from './shapes.ts'

export type ChangeDeps = { client: Client; server: Server; cursor(): Cursor; now: () => Date }

const favourites = new Set([star, '❤️', '❤', '👍', '🌟'])
const anything = z.unknown()

function unknownThere(error: unknown): false {
  if (error instanceof CallFailure && error.code === 'not-found') return false
  throw error
}

const refused = (code: string, text: string): SendOutcome => ({ kind: 'refused', code, text })

/** Edits, deletions, favourites and boosts. */
export function createChanges({ client, server, cursor, now }: ChangeDeps) {
  const idOf = (target: string) => statusIdIn(target) ?? cursor().sent.find(([txn]) => txn === target)?.[1]
  const path = (id: string) => `/api/v1/statuses/${encodeURIComponent(id)}`

  return {
    /** Files, warning and the names in front stay as they are. */
    edit: (to: RemoteConversation, target: string, text: string, signal: AbortSignal) =>
      asOutcome(async () => {
        const id = idOf(target)
        if (id === undefined)
          return refused('cannot-edit', 'Kith no longer knows which post this was. Correct it on the server.')
        const before = await client.get(path(id), status, signal)
        const { text: raw, spoiler_text: warning } = await client
          .get(`${path(id)}/source`, source, signal)
          .catch(error => {
            if (error instanceof CallFailure && error.code === 'not-found')
              return { text: greetingFor(to, server.reading.host), spoiler_text: before.spoiler_text }
            throw error
          })
        const [names = ''] = /^(?:@\S+\s+)*/.exec(raw) ?? []
        const words = text.startsWith('@') ? text : `${names}${text}`
        const length = countCharacters(words, server.limits.link)
        if (length > server.limits.text)
          return refused(
            'too-long',
            `This has ${length} characters; ${client.host} carries ${server.limits.text}. Please shorten it.`,
          )
        const json = {
          status: words,
          ...(warning === '' ? {} : { spoiler_text: warning, sensitive: true }),
          ...(before.media_attachments.length > 0 ? { media_ids: before.media_attachments.map(each => each.id) } : {}),
        }
        const made = await client.call(path(id), status, { method: 'PUT', json }, signal)
        return {
          kind: 'accepted',
          key: `edit:${made.id}:${(made.edited_at ?? now()).toISOString()}`,
          at: made.edited_at ?? now(),
        }
      }),
    retract: (target: string, signal: AbortSignal) =>
      asOutcome(async () => {
        const id = idOf(target)
        if (id === undefined)
          return refused('cannot-retract', 'Kith no longer knows which post this was. Delete it on the server.')
        if (!(await client.call(path(id), anything, { method: 'DELETE' }, signal).then(() => true, unknownThere))) {
          // Gone already is what was wanted; a server that does not know the call (snac) still has the post.
          if (await client.get(path(id), anything, signal).then(() => true, unknownThere))
            return refused('cannot-retract', `${client.host} lets no program delete posts. Delete it on its own page.`)
        }
        return { kind: 'accepted', key: `retract:${id}`, at: now() }
      }),
    /** A star is all that people see of a reaction, and a boost is the other thing that can be done to a post. */
    react: (to: RemoteConversation, target: string, emoji: readonly string[], signal: AbortSignal) =>
      asOutcome(async () => {
        const id = idOf(target)
        if (id === undefined) return refused('cannot-react', 'Kith does not know which post this was.')
        const strange = emoji.find(each => !favourites.has(each) && each !== boost)
        if (strange !== undefined)
          return refused(
            'no-such-reaction',
            `The fediverse knows a favourite (${star}) and a boost (${boost}), not ${strange}.`,
          )
        if (emoji.includes(boost) && to.kind !== 'public')
          return refused('cannot-boost', 'What was said between the two of you can’t be boosted.')
        const starred = emoji.some(each => favourites.has(each))
        await client.call(`${path(id)}/${starred ? 'favourite' : 'unfavourite'}`, anything, {}, signal)
        if (to.kind === 'public')
          await client.call(`${path(id)}/${emoji.includes(boost) ? 'reblog' : 'unreblog'}`, anything, {}, signal)
        return { kind: 'accepted', key: `reaction:${statusKey(id)}:${now().getTime()}`, at: now() }
      }),
  }
}
