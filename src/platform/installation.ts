import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Keyring } from '#platform/secrets.ts'
import type { Database } from '#storage/database.ts'

/** 32 bytes that belong to this installation for ever, made on first need: a rotation seals them again and never changes them. */
export async function installationKey(db: Database, keyring: Keyring, name: string): Promise<Uint8Array> {
  const context = `installation:${name}`
  const fresh = keyring.seal(randomBytes(32).toString('base64'), context)
  const { rows } = await sql<{ sealed: string }>`
    with made as (insert into installation (name, sealed) values (${name}, ${fresh}) on conflict do nothing returning sealed)
    select sealed from made union all select sealed from installation where name = ${name} limit 1`.execute(db)
  const sealed = rows[0]?.sealed
  if (sealed === undefined) throw new Error(`the installation's key ${name} could not be read`)
  return Buffer.from(keyring.unseal(sealed, context), 'base64')
}
