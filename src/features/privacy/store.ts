import { sql } from 'kysely'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type PrivacyLink = { workspace: WorkspaceId; person: PersonId; madeBy: UserId; expiresAt: Date }

export async function insertPrivacyLink(
  tx: Transaction,
  link: PrivacyLink & { id: string; tokenHash: Buffer; madeAt: Date },
): Promise<void> {
  await sql`insert into privacy_links (workspace_id, link_id, person_id, token_hash, made_by, made_at, expires_at)
    values (${link.workspace}, ${link.id}, ${link.person}, ${link.tokenHash}, ${link.madeBy}, ${link.madeAt}, ${link.expiresAt})`.execute(
    tx,
  )
}

/** Across workspaces: whoever has the link brings nothing else. A merged person is whoever they were merged into. */
export async function findPrivacyLink(tx: Transaction, tokenHash: Buffer, now: Date): Promise<PrivacyLink | undefined> {
  const { rows } =
    await sql<PrivacyLink>`select l.workspace_id as workspace, coalesce(p.merged_into, l.person_id) as person,
      l.made_by as "madeBy", l.expires_at as "expiresAt"
    from privacy_links l join people p on p.workspace_id = l.workspace_id and p.person_id = l.person_id
    where l.token_hash = ${tokenHash} and l.expires_at > ${now}`.execute(tx)
  return rows[0]
}

export async function deleteExpiredLinks(tx: Transaction, workspace: WorkspaceId, now: Date): Promise<void> {
  await sql`delete from privacy_links where workspace_id = ${workspace} and expires_at <= ${now}`.execute(tx)
}
