import { Resolver } from 'node:dns/promises'
import type { Dns } from './actions/deps.ts'

const withinMs = 4_000

/** The system's name servers, or those given (`127.0.0.1:5353`). */
export function dnsOver(servers?: readonly string[]): Dns {
  const resolver = new Resolver({ timeout: withinMs, tries: 2 })
  if (servers) resolver.setServers([...servers])
  const missing = (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOTFOUND' || code === 'ENODATA') return []
    throw error
  }
  return {
    txt: name => resolver.resolveTxt(name).then(found => found.map(parts => parts.join('')), missing),
    mx: name =>
      resolver
        .resolveMx(name)
        .then(found => found.toSorted((a, b) => a.priority - b.priority).map(each => each.exchange), missing),
    addresses: async name =>
      (await Promise.all([resolver.resolve4(name).catch(missing), resolver.resolve6(name).catch(missing)])).flat(),
    names: address => resolver.reverse(address).catch(missing),
  }
}
