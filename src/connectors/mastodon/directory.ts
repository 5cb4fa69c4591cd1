import { CallFailure } from '../call-failure.ts'
import type { RemoteId } from '../contract.ts'
import { fullAddress } from './address.ts'
import type { Client } from './client.ts'
import { found, type Person, person, type Status } from './shapes.ts'

export type Directory = ReturnType<typeof openDirectory>

/** Who and what is where, as our server knows it; it asks others where it does not. */
export function openDirectory(client: Client, host: () => string) {
  const known = new Map<RemoteId, string>()

  async function search(text: string, signal: AbortSignal) {
    return client.get('/api/v2/search', found, signal, { q: text, resolve: 'true', limit: '5' })
  }

  return {
    learn(address: RemoteId, id: string): void {
      known.set(address, id)
    },
    /** The account's id on our server; undefined when nobody is there. */
    async findPerson(address: RemoteId, signal: AbortSignal): Promise<string | undefined> {
      const before = known.get(address)
      if (before) return before
      const bare = address.replace(/^@/, '')
      const own = bare.endsWith(`@${host()}`) ? bare.slice(0, -host().length - 1) : bare
      const isThem = (each: Person) => fullAddress(each.acct, host()) === address
      const hit =
        (await client.get('/api/v1/accounts/lookup', person, signal, { acct: own }).catch(missing)) ??
        (await search(bare, signal)).accounts.find(isThem)
      if (!hit || !isThem(hit)) return undefined
      known.set(address, hit.id)
      return hit.id
    },
    /** The post that a web address shows. */
    async findPost(url: string, signal: AbortSignal): Promise<Status | undefined> {
      return (await search(url, signal)).statuses[0]
    },
  }
}

function missing(error: unknown): undefined {
  if (error instanceof CallFailure && ['not-found', 'rejected', 'bad-response'].includes(error.code)) return undefined
  throw error
}
