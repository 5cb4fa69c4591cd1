import { sql } from 'kysely'
import type { ConnectionId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { VisitorId } from './visitors.ts'

/** Accounts of sample data: marked, and paused from the first moment, so that nothing is ever sent or shown as online. */
export async function insertSampleConnections(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  rows: readonly { id: ConnectionId; tool: ToolId; label: string }[],
  now: Date,
): Promise<void> {
  await sql`insert into connections (workspace_id, connection_id, user_id, tool, label, config, state_at, created_at, paused_at)
    select ${workspace}::uuid, n.id, ${user}::uuid, n.tool, n.label, '{"hand": "yes", "sample": "yes"}', ${now}::timestamptz,
      ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, tool text, label text)`.execute(tx)
}

export async function insertSampleVisitors(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  rows: readonly {
    id: VisitorId
    tokenHash: string
    name: string
    person: PersonId
    remoteId: string
    pageUrl: string
    campaign: string
    firstAt: Date
    lastAt: Date
  }[],
): Promise<void> {
  await sql`insert into visitors (workspace_id, visitor_id, connection_id, token_hash, name, conversation_id, person_id, page_url,
      campaign, consent, first_seen_at, last_seen_at)
    select ${workspace}::uuid, n.id, ${connection}::uuid, decode(n."tokenHash", 'hex'), n.name, c.conversation_id, n.person, n."pageUrl",
      n.campaign, jsonb_build_object('wording', 'Sample data', 'at', n."firstAt"), n."firstAt", n."lastAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "tokenHash" text, name text, person uuid, "remoteId" text,
        "pageUrl" text, campaign text, "firstAt" timestamptz, "lastAt" timestamptz)
      left join conversations c on c.workspace_id = ${workspace} and c.connection_id = ${connection} and c.remote_id = n."remoteId"`.execute(
    tx,
  )
}

/** As if they had been worked through: assigned; done is what was read to its end, and what waits for them since `doneBefore`. */
export async function updateSampleConversations(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  user: UserId,
  doneBefore: Date,
): Promise<void> {
  await sql`update conversations set assignee_id = case when kind = 'direct' and not requested then ${user}::uuid end,
      done_at = case when kind <> 'room' and unread_count = 0 and (last_message_at < ${doneBefore}::timestamptz or not last_own)
        then last_message_at + interval '1 minute' end
    where workspace_id = ${workspace} and connection_id = ${connection}`.execute(tx)
}

/** With every conversation on them, and those of `people` anywhere. */
export async function deleteSampleConversations(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<void> {
  const ids = [...people]
  const sample = sql`(select connection_id from connections where workspace_id = ${workspace} and config->>'sample' = 'yes')`
  await sql`delete from sent_texts where workspace_id = ${workspace} and person_id = any(${ids}::uuid[])`.execute(tx)
  await sql`delete from overrides where workspace_id = ${workspace} and (person_id = any(${ids}::uuid[])
    or conversation_id in (select conversation_id from conversations where workspace_id = ${workspace} and connection_id in ${sample}))`.execute(
    tx,
  )
  await sql`delete from drafts where workspace_id = ${workspace} and conversation_id in (select conversation_id from conversations
    where workspace_id = ${workspace} and (connection_id in ${sample} or person_id = any(${ids}::uuid[])))`.execute(tx)
  await sql`delete from message_keys where workspace_id = ${workspace} and connection_id in ${sample}`.execute(tx)
  await sql`delete from visitors where workspace_id = ${workspace}
    and (connection_id in ${sample} or person_id = any(${ids}::uuid[]))`.execute(tx)
  await sql`delete from conversations where workspace_id = ${workspace}
    and (connection_id in ${sample} or person_id = any(${ids}::uuid[]))`.execute(tx)
  await sql`delete from connections where workspace_id = ${workspace} and config->>'sample' = 'yes'`.execute(tx)
}

/** The website chat, when nothing hangs on it: no page, no visitor, no conversation. */
export async function deleteUnusedWebsiteChat(
  tx: Transaction,
  workspace: WorkspaceId,
  chat: ConnectionId,
): Promise<void> {
  await sql`delete from connections c where c.workspace_id = ${workspace} and c.connection_id = ${chat}
    and not exists (select from pages p where p.workspace_id = ${workspace} and p.connection_id = c.connection_id)
    and not exists (select from visitors v where v.workspace_id = ${workspace} and v.connection_id = c.connection_id)
    and not exists (select from conversations o where o.workspace_id = ${workspace} and o.connection_id = c.connection_id)`.execute(
    tx,
  )
}
