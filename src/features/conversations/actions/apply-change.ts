import type { MessageId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { previewOf } from '../model.ts'
import { type ChangeId, deleteChangeTexts, findChange } from '../store/changes.ts'
import { deleteFilesOfMessage } from '../store/files.ts'
import {
  ourReactions,
  updateMessageRetracted,
  updateMessageText,
  updatePreviewOf,
  updateReactions,
} from '../store/messages.ts'
import type { OutboxRow } from '../store/outbox.ts'

export const isChange = (row: Pick<OutboxRow, 'action'>): boolean =>
  row.action === 'edit' || row.action === 'retract' || row.action === 'react'

/** The network has taken it: the message is now what the change made of it. */
export async function applyChange(
  tx: Transaction,
  workspace: WorkspaceId,
  row: Pick<OutboxRow, 'message'>,
  at: Date,
): Promise<void> {
  // A row of the outbox carries the id of the change in the place of the message's.
  const change = await findChange(tx, workspace, row.message as string as ChangeId)
  if (!change) return
  const { message, kind, text, emoji } = change
  if (kind === 'edit') {
    await updateMessageText(tx, workspace, message, text ?? '', at)
    await updatePreviewOf(tx, workspace, message, previewOf(text ?? ''))
  } else if (kind === 'retract') await retract(tx, workspace, message, at)
  else await updateReactions(tx, workspace, message, ourReactions, emoji ?? [])
}

/** Nothing of what it said stays, its earlier versions included. */
export async function retract(tx: Transaction, workspace: WorkspaceId, message: MessageId, at: Date): Promise<void> {
  await updatePreviewOf(tx, workspace, message, '')
  await updateMessageRetracted(tx, workspace, message, at)
  await deleteChangeTexts(tx, workspace, message)
  await deleteFilesOfMessage(tx, workspace, message)
}
