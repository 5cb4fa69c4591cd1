import type { LookupOptions } from 'node:dns'
import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from '#platform/http/addresses.ts'

/** Which addresses may be connected to. */
export type Reach = { allowsAddress(address: string): boolean }

export type Resolve = (
  host: string,
  options: LookupOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

const resolveAll: Resolve = (host, how, callback) => systemLookup(host, { ...how, all: true }, callback)

/** Whether servers elsewhere, who want https, can come to us there. */
export function isReachableUrl({ protocol, hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (protocol !== 'https:' || host === 'localhost' || host.endsWith('.local') || host.endsWith('.internal'))
    return false
  return isIP(host) === 0 || isPublicAddress(host)
}

export const privateAddressWords = (host: string): string =>
  `${host} is in a private or special network, and Kith opens public addresses only. An administrator can allow it with KITH_OUTBOUND_ALLOW.`

/**
 * Judges a name by what it resolves to, in the same look-up that the connection uses: there is no second answer to be tricked by.
 * A bare address is not looked up: judge that first.
 */
export function guardedLookup(reach: Reach, refuse: (host: string) => Error, resolve = resolveAll): LookupFunction {
  return (host, how, callback) => {
    resolve(host, { ...how, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const allowed = addresses.filter(({ address }) => reach.allowsAddress(address))
      const [first] = allowed
      if (!first) return callback(refuse(host), '', 0)
      return how.all ? callback(null, allowed) : callback(null, first.address, first.family)
    })
  }
}
