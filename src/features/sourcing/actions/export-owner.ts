import { findUser } from '#features/accounts/index.ts'
import type { ExportOwner } from '#importers/contract.ts'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import { type Database, inWorkspace } from '#storage/database.ts'

/** The recruiter as chats and mailboxes may name them: what is theirs in it was sent by us. */
export async function exportOwner(db: Database, workspace: WorkspaceId, user: UserId): Promise<ExportOwner> {
  const found = await inWorkspace(db, workspace, tx => findUser(tx, workspace, user))
  return { names: found ? [found.name] : [], emails: found ? [found.email] : [] }
}
