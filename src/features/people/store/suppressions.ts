import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** Every address of these people in the form that is hashed: `email:…`, `phone:…`, `url:…`, `linkedin:…`. */
export async function listAddresses(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select kind || ':' || contact_key as address from contact_points
      where workspace_id = ${workspace} and person_id = any(${[...people]}::uuid[])
    union
    select tool || ':' || profile_key from profiles
      where workspace_id = ${workspace} and person_id = any(${[...people]}::uuid[]) and profile_key is not null`.execute(
    tx,
  )
  return rows.map(row => row.address)
}

/** A stronger reason stays: `erased` is not replaced by `do-not-contact`. */
export async function insertSuppressions(
  tx: Transaction,
  workspace: WorkspaceId,
  hashes: readonly Buffer[],
  reason: 'erased' | 'do-not-contact',
  now: Date,
): Promise<void> {
  const hex = hashes.map(hash => hash.toString('hex'))
  await sql`insert into suppressions (workspace_id, contact_hash, reason, created_at)
    select ${workspace}::uuid, decode(h, 'hex'), ${reason}, ${now} from unnest(${hex}::text[]) h
    on conflict (workspace_id, contact_hash) do update set reason = excluded.reason where suppressions.reason <> 'erased'`.execute(
    tx,
  )
}

export async function deleteSuppressions(
  tx: Transaction,
  workspace: WorkspaceId,
  hashes: readonly Buffer[],
  reason: 'do-not-contact',
): Promise<void> {
  const hex = hashes.map(hash => hash.toString('hex'))
  await sql`delete from suppressions where workspace_id = ${workspace} and reason = ${reason}
    and contact_hash in (select decode(h, 'hex') from unnest(${hex}::text[]) h)`.execute(tx)
}

/** Those of `hashes` that are suppressed (hex), with the reason. */
export async function listSuppressed(
  tx: Transaction,
  workspace: WorkspaceId,
  hashes: readonly Buffer[],
): Promise<Map<string, 'erased' | 'do-not-contact'>> {
  const hex = hashes.map(hash => hash.toString('hex'))
  const { rows } = await sql<{ hash: string; reason: 'erased' | 'do-not-contact' }>`
    select encode(contact_hash, 'hex') as hash, reason from suppressions
    where workspace_id = ${workspace} and contact_hash in (select decode(h, 'hex') from unnest(${hex}::text[]) h)`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.hash, row.reason]))
}
