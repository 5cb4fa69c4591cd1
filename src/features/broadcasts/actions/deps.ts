import type { TouchDeps } from '#features/relationships/index.ts'
import type { Answers } from '#features/site/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { Reach } from '#platform/http.ts'
import type { Keyring } from '#platform/secrets.ts'
import type { Database } from '#storage/database.ts'
import type { TokenKey } from '../tokens.ts'

export type BroadcastsDeps = TokenKey & {
  db: Database
  clock: Clock
  touches: TouchDeps
  vault: Pick<Keyring, 'seal' | 'unseal'>
  /** Where links in mails lead: an origin. */
  publicUrl: string
  reach: Reach & { ca?: string }
  /** Where a run of sending writes down how far each mail came. */
  outgoing: string
  dns: Dns
  /** Who counts visits is below. */
  seen?: Answers['seen']
}

/** DNS, replaceable by the tests. Nothing there is an empty answer; no answer throws. */
export type Dns = {
  txt(name: string): Promise<readonly string[]>
  mx(name: string): Promise<readonly string[]>
  addresses(name: string): Promise<readonly string[]>
  names(address: string): Promise<readonly string[]>
}
