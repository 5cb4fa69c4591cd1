import { sql } from 'kysely'
import type { ConnectionId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { VisitorId } from './visitors.ts'

/** Notes what a visitor said; gives how many others said the same since then, and how often this one did. */
export async function noteVisitorText(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  said: { visitor: VisitorId; saying: string; since: Date; now: Date },
): Promise<{ others: number; times: number }> {
  const fingerprint = sql`sha256(convert_to(${said.saying}::text, 'UTF8'))`
  const { rows: own } = await sql<{ times: number }>`
    insert into visitor_texts as t (workspace_id, connection_id, fingerprint, visitor_id, times, at)
    values (${workspace}, ${connection}, ${fingerprint}, ${said.visitor}, 1, ${said.now})
    on conflict (workspace_id, connection_id, fingerprint, visitor_id)
      do update set times = case when t.at < ${said.since} then 1 else t.times + 1 end, at = excluded.at
    returning times`.execute(tx)
  const { rows } = await sql<{ others: number }>`select count(*)::int as others from visitor_texts
    where workspace_id = ${workspace} and connection_id = ${connection} and fingerprint = ${fingerprint}
      and visitor_id <> ${said.visitor} and at >= ${said.since}`.execute(tx)
  await sql`delete from visitor_texts where (workspace_id, connection_id, fingerprint, visitor_id) in (
    select workspace_id, connection_id, fingerprint, visitor_id from visitor_texts
    where workspace_id = ${workspace} and connection_id = ${connection} and at < ${said.since} limit 20)`.execute(tx)
  return { others: rows[0]?.others ?? 0, times: own[0]?.times ?? 1 }
}
