import { createHmac } from 'node:crypto'
import type { PushId } from '#kernel/ids.ts'
import { isReachableUrl } from '#platform/http.ts'

/** Where hubs come to us: an address for each subscription that nobody can guess, and the secret they sign with. */
export type PushAddresses = {
  urlOf(push: PushId): string
  tokenOf(push: PushId): string
  secretOf(push: PushId): string
}

/** Undefined where no hub could reach us. `key`: of the installation; nothing is stored. */
export function pushAddressesUnder(publicUrl: URL, key: Uint8Array): PushAddresses | undefined {
  return isReachableUrl(publicUrl) ? pushAddresses(publicUrl, key) : undefined
}

export function pushAddresses(publicUrl: URL, key: Uint8Array): PushAddresses {
  const part = (purpose: string, push: PushId) =>
    createHmac('sha256', key).update(`websub ${purpose}:${push}`).digest('base64url')
  const tokenOf = (push: PushId) => part('address', push)
  return {
    tokenOf,
    urlOf: push => `${publicUrl.origin}/api/v1/websub/${push}/${tokenOf(push)}`,
    secretOf: push => part('secret', push),
  }
}
