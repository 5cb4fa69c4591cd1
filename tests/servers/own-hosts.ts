import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpClient, HttpResponse } from '#platform/http.ts'
import type { buildHttp } from '#server/http.ts'

/** DNS and a front server as far as Kith sees them: the hosts in `leading` reach the app with their name kept, no other answers. */
export function ownHosts(app: () => Awaited<ReturnType<typeof buildHttp>>): Pick<HttpClient, 'fetch'> & {
  readonly leading: Set<string>
} {
  const leading = new Set<string>()
  return {
    leading,
    async fetch(address): Promise<HttpResponse> {
      const { host, pathname } = new URL(address)
      // Never in the same turn, as no network is.
      await sleep(0)
      if (!leading.has(host)) throw new Error(`${host} does not answer`)
      const answer = await app().inject({ url: pathname, headers: { host } })
      return { status: answer.statusCode, url: address, headers: new Headers(), body: answer.rawPayload }
    },
  }
}
