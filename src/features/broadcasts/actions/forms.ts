import type { ListId, WorkspaceId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { subscribeBlock } from '../render/pages.ts'
import { findJobList } from '../store/digests.ts'
import { findList } from '../store/lists.ts'
import type { BroadcastsDeps } from './deps.ts'

/** Where the form stands: its address as proof, and what is credited. `preview`: it can't be sent. */
type At = { page: string; campaign: string; preview?: boolean }

/** HTML of a list's form for another page of ours; nothing when the list is closed or gone. */
export function readListForm(
  deps: Pick<BroadcastsDeps, 'db'>,
  workspace: WorkspaceId,
  id: ListId,
  at: At,
): Promise<string> {
  return inWorkspace(deps.db, workspace, async tx => {
    const list = await findList(tx, workspace, id)
    return list && !list.archivedAt ? subscribeBlock(list, at) : ''
  })
}

/** The same of the list that job pages offer. */
export async function readJobListForm(
  deps: Pick<BroadcastsDeps, 'db'>,
  workspace: WorkspaceId,
  lang: string,
  at: At,
): Promise<string> {
  const id = await inWorkspace(deps.db, workspace, tx => findJobList(tx, workspace, lang))
  return id ? readListForm(deps, workspace, id, at) : ''
}
