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

/**
 * Whose address this is, proven: they pressed the button in a mail to it, or wrote to us from it. Undefined when it is nobody's, or of more than
 * one. `madeBy`: who answers for them here.
 */
export async function findProvenPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  key: string,
): Promise<{ person: PersonId; madeBy: UserId; madeLately: number } | undefined> {
  const { rows } = await sql<{ person: PersonId; madeBy: UserId | null; madeLately: number }>`
    select p.person_id as person, coalesce(p.owner_id, (select u.user_id from users u where u.workspace_id = ${workspace}
        and u.role = 'owner' order by u.created_at, u.user_id limit 1)) as "madeBy",
      (select count(*)::int from privacy_links l where l.workspace_id = ${workspace} and l.person_id = p.person_id
        and l.made_at > now() - interval '1 hour') as "madeLately"
    from people p where p.workspace_id = ${workspace} and p.merged_into is null and p.person_id in (
      select s.person_id from list_subscribers s
        where s.workspace_id = ${workspace} and s.email_key = ${key} and s.confirmed_at is not null
      union select c.person_id from conversations c
        where c.workspace_id = ${workspace} and c.tool = 'email' and c.remote_id = ${key} and exists (
          select from messages m where m.workspace_id = c.workspace_id and m.conversation_id = c.conversation_id and not m.own))
    limit 2`.execute(tx)
  const [only, another] = rows
  return only?.madeBy && !another ? { ...only, madeBy: only.madeBy } : undefined
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
