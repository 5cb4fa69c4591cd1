import { insertAuditEntry } from '#features/accounts/store/audit.ts'
import { newId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Transaction } from '#storage/database.ts'

/** Who did it: the caller, or, where nobody asked (a task, the command line), the workspace alone. */
export type AuditActor =
  | { caller: Pick<Caller, 'workspace' | 'user'> }
  | { workspace: WorkspaceId; user: UserId | null }

export type AuditEntry = AuditActor & {
  at: Date
  /** Dotted, the thing first: `member.invited`, `connection.removed`. */
  action: string
  subjectKind?: string
  /** A UUID. */
  subject?: string
  /** Small facts to read later; never a password, code, token or message text. */
  detail?: Readonly<Record<string, unknown>>
}

/** Written with the change it tells of, so neither is without the other. */
export async function audit(tx: Transaction, entry: AuditEntry): Promise<void> {
  const actor = 'caller' in entry ? entry.caller : entry
  await insertAuditEntry(tx, {
    workspace: actor.workspace,
    id: newId(entry.at.getTime()),
    at: entry.at,
    user: actor.user,
    action: entry.action,
    subjectKind: entry.subjectKind ?? null,
    subject: entry.subject ?? null,
    detail: entry.detail ?? {},
  })
}
