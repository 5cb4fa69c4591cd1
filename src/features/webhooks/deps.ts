import type { Clock } from '#kernel/clock.ts'
import type { HttpClient } from '#platform/http.ts'
import type { Keyring } from '#platform/secrets.ts'
import type { Database } from '#storage/database.ts'

export type WebhookDeps = {
  db: Database
  clock: Clock
  vault: Pick<Keyring, 'seal' | 'unseal'>
  http: Pick<HttpClient, 'fetch'>
}

/** What a secret is sealed to: a seal copied to another row does not open. */
export const sealContext = (webhook: string) => `webhook:${webhook}`
