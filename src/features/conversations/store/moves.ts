import { sql } from 'kysely'
import type { PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** Tables of ours that name a person, and the column that tells their rows apart. */
export const movedTables = {
  conversations: 'conversation_id',
  messages: 'message_id',
  visitors: 'visitor_id',
  sent_texts: 'message_id',
  contact_consents: 'consent_id',
} as const
export type MovedTable = keyof typeof movedTables

/** With `profiles`, only what hangs on those profiles' conversations. Gives the ids of the rows that moved. */
export async function updateOwner(
  tx: Transaction,
  workspace: WorkspaceId,
  table: MovedTable,
  from: PersonId,
  to: PersonId,
  profiles?: readonly ProfileId[],
): Promise<string[]> {
  const id = sql.ref(movedTables[table])
  const only =
    profiles === undefined
      ? sql``
      : table === 'conversations'
        ? sql`and profile_id = any(${profiles}::uuid[])`
        : table === 'messages' || table === 'visitors' || table === 'contact_consents'
          ? sql`and conversation_id in (select conversation_id from conversations c
              where c.workspace_id = ${workspace} and c.profile_id = any(${profiles}::uuid[]))`
          : sql`and message_id in (select message_id from messages m join conversations c
              on c.workspace_id = m.workspace_id and c.conversation_id = m.conversation_id
              where m.workspace_id = ${workspace} and c.profile_id = any(${profiles}::uuid[]))`
  const { rows } = await sql<{ id: string }>`update ${sql.table(table)} set person_id = ${to}
    where workspace_id = ${workspace} and person_id = ${from} ${only} returning ${id} as id`.execute(tx)
  return rows.map(row => row.id)
}

/** The way back, for rows that are still where the move put them. */
export async function restoreOwner(
  tx: Transaction,
  workspace: WorkspaceId,
  table: MovedTable,
  from: PersonId,
  to: PersonId,
  ids: readonly string[],
): Promise<void> {
  await sql`update ${sql.table(table)} set person_id = ${from} where workspace_id = ${workspace} and person_id = ${to}
    and ${sql.ref(movedTables[table])} = any(${ids}::uuid[])`.execute(tx)
}

/** Threads with these people go with every message, draft and mark in them. */
export async function deleteOfPeople(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<void> {
  const theirs = sql`select conversation_id from conversations where workspace_id = ${workspace} and person_id = any(${people}::uuid[])`
  await sql`delete from message_keys where workspace_id = ${workspace} and message_id in (
    select message_id from messages where workspace_id = ${workspace} and conversation_id in (${theirs}))`.execute(tx)
  await sql`delete from overrides where workspace_id = ${workspace}
    and (person_id = any(${people}::uuid[]) or conversation_id in (${theirs}))`.execute(tx)
  await sql`delete from contact_consents where workspace_id = ${workspace} and person_id = any(${people}::uuid[])`.execute(
    tx,
  )
  await sql`delete from drafts where workspace_id = ${workspace} and conversation_id in (${theirs})`.execute(tx)
  await sql`delete from sent_texts where workspace_id = ${workspace} and person_id = any(${people}::uuid[])`.execute(tx)
  await sql`delete from presence_weeks p using conversations c where p.workspace_id = ${workspace} and c.workspace_id = ${workspace}
    and c.connection_id = p.connection_id and c.remote_id = p.remote_id and c.person_id = any(${people}::uuid[])`.execute(
    tx,
  )
  await sql`delete from presence_weeks p using connections k, profiles f where p.workspace_id = ${workspace}
    and k.workspace_id = ${workspace} and k.connection_id = p.connection_id and f.workspace_id = ${workspace}
    and f.tool = k.tool and f.profile_key = p.remote_id and f.person_id = any(${people}::uuid[])`.execute(tx)
  await sql`delete from presence p using conversations c where p.workspace_id = ${workspace} and c.workspace_id = ${workspace}
    and c.connection_id = p.connection_id and c.remote_id = p.remote_id and c.person_id = any(${people}::uuid[])`.execute(
    tx,
  )
  await sql`delete from visitors where workspace_id = ${workspace} and person_id = any(${people}::uuid[])`.execute(tx)
  await sql`delete from conversations where workspace_id = ${workspace} and person_id = any(${people}::uuid[])`.execute(
    tx,
  )
}
