import { sql } from 'kysely'
import { type ListId, newId, type PersonId, type WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export async function updateSampleList(tx: Transaction, workspace: WorkspaceId, list: ListId): Promise<void> {
  await sql`update lists set sample = true, on_jobs = true
    where workspace_id = ${workspace} and list_id = ${list}`.execute(tx)
}

export async function insertSampleReaders(
  tx: Transaction,
  workspace: WorkspaceId,
  list: ListId,
  readers: readonly {
    person: PersonId
    name: string
    email: string
    place: string
    interests: readonly string[]
    key: string
    hash: Buffer
    at: Date
  }[],
): Promise<void> {
  const rows = readers.map(({ hash, ...reader }) => ({
    ...reader,
    id: newId<'Subscriber'>(reader.at.getTime()),
    domain: reader.email.replace(/^.*@/, ''),
    hash: hash.toString('hex'),
  }))
  await sql`insert into list_subscribers (workspace_id, subscriber_id, list_id, email, email_key, domain, contact_hash, name, place, lang,
      interests, person_id, state, source, asked_at, wording_version, confirmed_at, updated_at)
    select ${workspace}, r.id, ${list}, r.email, r.key, r.domain, decode(r.hash, 'hex'), r.name, r.place, 'en',
      array(select jsonb_array_elements_text(r.interests)), r.person, 'confirmed', 'form', r.at, 1, r.at, r.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, email text, key text, domain text, hash text, name text, place text, interests jsonb, person uuid, at timestamptz)
    on conflict do nothing`.execute(tx)
  await sql`insert into list_proofs (workspace_id, proof_id, subscriber_id, kind, at, wording_version)
    select workspace_id, gen_random_uuid(), subscriber_id, 'confirmed', confirmed_at, 1 from list_subscribers
    where workspace_id = ${workspace} and list_id = ${list}`.execute(tx)
}

export async function deleteSampleLists(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`delete from lists where workspace_id = ${workspace} and sample`.execute(tx)
}
