import { sql } from 'kysely'
import type { NoteId, PersonId, ProfileId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { ContactKind } from '../model/contact.ts'

export type ContactPoint = {
  kind: ContactKind
  contact_key: string
  value: string
  profile_id: ProfileId | null
  source: string
  proven_at: Date | null
  created_at: Date
}

export async function listContactPoints(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<ContactPoint[]> {
  const { rows } = await sql<ContactPoint>`select kind, contact_key, value, profile_id, source, proven_at, created_at
    from contact_points where workspace_id = ${workspace} and person_id = ${person} order by kind, created_at, contact_key`.execute(
    tx,
  )
  return rows
}

export async function insertContactPoint(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  input: { kind: ContactKind; key: string; value: string; source: string; profile?: ProfileId | undefined },
  now: Date,
): Promise<void> {
  await sql`insert into contact_points (workspace_id, person_id, kind, contact_key, value, profile_id, source, created_at)
    values (${workspace}, ${person}, ${input.kind}, ${input.key}, ${input.value}, ${input.profile ?? null}, ${input.source}, ${now})
    on conflict do nothing`.execute(tx)
}

export async function deleteContactPoint(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  kind: ContactKind,
  key: string,
): Promise<boolean> {
  const { rows } = await sql`delete from contact_points where workspace_id = ${workspace} and person_id = ${person}
    and kind = ${kind} and contact_key = ${key} returning 1`.execute(tx)
  return rows.length > 0
}

export type Note = {
  note_id: NoteId
  user_id: UserId | null
  text: string
  created_at: Date
  edited_at: Date | null
}

/** Latest first. */
export async function listNotes(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<Note[]> {
  const { rows } = await sql<Note>`select note_id, user_id, text, created_at, edited_at from notes
    where workspace_id = ${workspace} and person_id = ${person} and deleted_at is null order by note_id desc`.execute(
    tx,
  )
  return rows
}

export async function insertNote(
  tx: Transaction,
  workspace: WorkspaceId,
  input: { note: NoteId; person: PersonId; user: UserId; text: string },
  now: Date,
): Promise<void> {
  await sql`insert into notes (workspace_id, note_id, person_id, user_id, text, created_at)
    values (${workspace}, ${input.note}, ${input.person}, ${input.user}, ${input.text}, ${now})`.execute(tx)
}

/** `deleted` false puts a deleted note back. Gives whether there was such a note of this person. */
export async function updateNote(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  note: NoteId,
  change: { text: string } | { deleted: boolean },
  now: Date,
): Promise<boolean> {
  const set =
    'text' in change
      ? sql`text = ${change.text}, edited_at = ${now}`
      : sql`deleted_at = ${change.deleted ? now : null}::timestamptz`
  const { rows } = await sql`update notes set ${set} where workspace_id = ${workspace} and person_id = ${person}
    and note_id = ${note} returning 1`.execute(tx)
  return rows.length > 0
}

export async function listTags(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`select tag from tags
    where workspace_id = ${workspace} and person_id = ${person} order by tag`.execute(tx)
  return rows.map(row => row.tag)
}

/** Every tag of the workspace with how many people have it, most used first. */
export async function listTagCounts(
  tx: Transaction,
  workspace: WorkspaceId,
  limit: number,
): Promise<{ tag: string; people: number }[]> {
  const { rows } = await sql<{ tag: string; people: number }>`select tag, count(*)::int as people from tags
    where workspace_id = ${workspace} group by tag order by people desc, tag limit ${limit}`.execute(tx)
  return rows
}

export async function insertTags(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
  tags: readonly string[],
): Promise<void> {
  await sql`insert into tags (workspace_id, person_id, tag)
    select ${workspace}::uuid, p.person_id, t.tag from people p cross join unnest(${[...tags]}::text[]) as t(tag)
    where p.workspace_id = ${workspace} and p.person_id = any(${[...people]}::uuid[]) on conflict do nothing`.execute(
    tx,
  )
}

export async function deleteTags(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
  tags: readonly string[],
): Promise<void> {
  await sql`delete from tags where workspace_id = ${workspace} and person_id = any(${[...people]}::uuid[])
    and tag = any(${[...tags]}::text[])`.execute(tx)
}
