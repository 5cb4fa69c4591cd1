import type { AccountDeps } from '#features/accounts/deps.ts'
import { type AuditRow, listAuditRows } from '#features/accounts/store/audit.ts'
import type { AuditEntryId, UserId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'

/** Newest first. `next` is absent on the last page. */
export async function readAuditLog(
  deps: Pick<AccountDeps, 'db'>,
  caller: Caller,
  filter: { before?: AuditEntryId; user?: UserId; action?: string; subject?: string; limit: number },
): Promise<{ entries: AuditRow[]; next?: AuditEntryId }> {
  const rows = await inWorkspace(deps.db, caller.workspace, tx =>
    listAuditRows(tx, caller.workspace, filter, filter.limit + 1),
  )
  const entries = rows.slice(0, filter.limit)
  const last = entries.at(-1)
  return { entries, ...(rows.length > filter.limit && last && { next: last.id }) }
}
