import type { AuditEntryId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { JsonValue } from '#storage/tables.ts'

export type AuditRow = {
  id: AuditEntryId
  at: Date
  user: UserId | null
  userName: string | null
  action: string
  subjectKind: string | null
  subject: string | null
  detail: JsonValue
}

export async function insertAuditEntry(
  tx: Transaction,
  entry: {
    workspace: WorkspaceId
    id: AuditEntryId
    at: Date
    user: UserId | null
    action: string
    subjectKind: string | null
    subject: string | null
    detail: Readonly<Record<string, unknown>>
  },
): Promise<void> {
  await tx
    .insertInto('audit_log')
    .values({
      workspace_id: entry.workspace,
      entry_id: entry.id,
      at: entry.at,
      user_id: entry.user,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subject,
      detail: JSON.stringify(entry.detail),
    })
    .execute()
}

/** Newest first, from below `before`. */
export async function listAuditRows(
  tx: Transaction,
  workspace: WorkspaceId,
  filter: { before?: AuditEntryId; user?: UserId; action?: string; subject?: string },
  most: number,
): Promise<AuditRow[]> {
  let query = tx
    .selectFrom('audit_log as a')
    .leftJoin('users as u', join =>
      join.onRef('u.workspace_id', '=', 'a.workspace_id').onRef('u.user_id', '=', 'a.user_id'),
    )
    .select([
      'a.entry_id as id',
      'a.at',
      'a.user_id as user',
      'u.name as userName',
      'a.action',
      'a.subject_kind as subjectKind',
      'a.subject_id as subject',
      'a.detail',
    ])
    .where('a.workspace_id', '=', workspace)
  if (filter.before) query = query.where('a.entry_id', '<', filter.before)
  if (filter.user) query = query.where('a.user_id', '=', filter.user)
  if (filter.subject) query = query.where('a.subject_id', '=', filter.subject)
  if (filter.action)
    query = query.where(eb =>
      eb.or([eb('a.action', '=', filter.action ?? ''), eb('a.action', 'like', `${likeText(filter.action ?? '')}.%`)]),
    )
  return query.orderBy('a.entry_id', 'desc').limit(most).execute()
}

const likeText = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')
