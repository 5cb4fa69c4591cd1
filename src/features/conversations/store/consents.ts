import { sql } from 'kysely'
import type { ConversationId, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

/** A person's yes to messages over one tool, as it was given. */
export type Consent = {
  /** Of the line in the thread that shows it. */
  id: MessageId
  person: PersonId
  tool: ToolId
  conversation: ConversationId
  user: UserId
  wording: string
  /** Where they said it. */
  heard: string
  givenAt: Date
  recordedAt: Date
}

const columns = sql`consent_id as id, person_id as person, tool, conversation_id as conversation, user_id as "user", wording, heard,
  given_at as "givenAt", recorded_at as "recordedAt"`

/** False when it is there already. */
export async function insertConsent(tx: Transaction, workspace: WorkspaceId, row: Consent): Promise<boolean> {
  const { rows } =
    await sql`insert into contact_consents (workspace_id, consent_id, person_id, tool, conversation_id, user_id, wording,
      heard, given_at, recorded_at)
    values (${workspace}, ${row.id}, ${row.person}, ${row.tool}, ${row.conversation}, ${row.user}, ${row.wording}, ${row.heard},
      ${row.givenAt}, ${row.recordedAt})
    on conflict do nothing returning consent_id`.execute(tx)
  return rows.length > 0
}

/** The latest of a person for a tool. */
export async function findConsent(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  tool: ToolId,
): Promise<Consent | undefined> {
  const { rows } = await sql<Consent>`select ${columns} from contact_consents
    where workspace_id = ${workspace} and person_id = ${person} and tool = ${tool}
    order by given_at desc, consent_id desc limit 1`.execute(tx)
  return rows[0]
}

export async function listConsents(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<Consent[]> {
  const { rows } = await sql<Consent>`select ${columns} from contact_consents
    where workspace_id = ${workspace} and person_id = ${person} order by given_at, consent_id`.execute(tx)
  return rows
}

export async function deleteConsent(tx: Transaction, workspace: WorkspaceId, id: MessageId): Promise<void> {
  await sql`delete from contact_consents where workspace_id = ${workspace} and consent_id = ${id}`.execute(tx)
}
