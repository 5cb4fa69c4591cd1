import type { Clock } from '#kernel/clock.ts'
import type { Database } from '#storage/database.ts'

/** Seals what must be read again later (the key file is its key). */
export type Vault = { seal(text: string): string; unseal(text: string): string }

export type SingleSignOn = { issuer: string; clientId: string; clientSecret: string; name: string }

export type AccountDeps = {
  db: Database
  clock: Clock
  vault: Vault
  /** Links lead there, and passkeys are bound to its host. */
  publicUrl: URL
  singleSignOn?: SingleSignOn | undefined
}

/** Where a request came from, for the sessions list and the limits. */
export type Client = { address: string; device: string }
