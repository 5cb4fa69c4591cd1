import type { Clock } from '#kernel/clock.ts'
import type { Keyring } from '#platform/secrets.ts'
import type { Database } from '#storage/database.ts'

export type SingleSignOn = { issuer: string; clientId: string; clientSecret: string; name: string }

export type AccountDeps = {
  db: Database
  clock: Clock
  keyring: Pick<Keyring, 'seal' | 'unseal' | 'isStale'>
  /** Links lead there, and passkeys are bound to its host. */
  publicUrl: URL
  singleSignOn?: SingleSignOn | undefined
}

/** Where a request came from, for the sessions list and the limits. */
export type Client = { address: string; device: string }
