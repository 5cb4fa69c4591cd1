import { CallFailure } from '../call-failure.ts'
import type { RemoteId } from '../contract.ts'
import { handleIn } from './address.ts'
import type { Client } from './client.ts'
import type { Cursor } from './cursor.ts'
import { available, type Convo, oneConvo, type Profile, profile, resolved } from './shapes.ts'

export type Directory = ReturnType<typeof openDirectory>

/** Who is behind a handle, and what is behind a name in the chat. */
export function openDirectory(client: Client, cursor: () => Cursor) {
  const dids = new Map<string, string>()
  const convos = new Map<string, Convo>()

  async function resolve(name: string, signal: AbortSignal): Promise<string | undefined> {
    const known = dids.get(name)
    if (known) return known
    try {
      const { did } = await client.query('com.atproto.identity.resolveHandle', resolved, { handle: name }, signal)
      dids.set(name, did)
      return did
    } catch (error) {
      if (error instanceof CallFailure && ['not-found', 'rejected'].includes(error.code)) return undefined
      throw error
    }
  }

  return {
    /** Undefined when nobody has this handle. */
    async findDid(person: RemoteId, signal: AbortSignal): Promise<string | undefined> {
      const name = handleIn(person)
      const known = Object.entries(cursor().names).find(([, each]) => each === name)?.[0]
      return known ?? resolve(name, signal)
    },
    /** Of those handles that somebody has. */
    async findDids(names: readonly string[], signal: AbortSignal): Promise<Map<string, string>> {
      const found = new Map<string, string>()
      for (const name of new Set(names)) {
        const did = await resolve(name, signal)
        if (did) found.set(name, did)
      }
      return found
    },
    getProfile: (actor: string, signal: AbortSignal): Promise<Profile> =>
      client.query('app.bsky.actor.getProfile', profile, { actor }, signal),
    async getConvo(id: string, signal: AbortSignal): Promise<Convo> {
      const known = convos.get(id)
      if (known) return known
      const { convo } = await client.query('chat.bsky.convo.getConvo', oneConvo, { convoId: id }, signal)
      convos.set(id, convo)
      return convo
    },
    learnConvo: (convo: Convo) => void convos.set(convo.id, convo),
  }
}

/** The other of the two; undefined for a group. */
export function otherIn(convo: Convo, me: string): Profile | undefined {
  const others = convo.members.filter(({ did }) => did !== me)
  return others.length === 1 && !convo.kind?.$type.endsWith('#groupConvo') ? others[0] : undefined
}

/** What the two of us have in the chat; none is begun. */
export async function directConvoOf(client: Client, did: string, signal: AbortSignal): Promise<Convo | undefined> {
  const { convo } = await client.query('chat.bsky.convo.getConvoAvailability', available, { members: [did] }, signal)
  return convo
}
