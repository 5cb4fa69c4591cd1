import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { updateChangeStates } from '../store/changes.ts'
import { updateDelivery } from '../store/messages.ts'

/** News of rows of the outbox, be they messages or changes of some. Gives the messages that look different now. */
export async function updateStates(
  tx: Transaction,
  workspace: WorkspaceId,
  news: Parameters<typeof updateDelivery>[2],
): ReturnType<typeof updateDelivery> {
  const told = await updateDelivery(tx, workspace, news)
  return told.length === news.length ? told : [...told, ...(await updateChangeStates(tx, workspace, news))]
}
