import type { Clock } from '#kernel/clock.ts'
import type { ConnectionId, ConversationId, WorkspaceId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { type WakeReason, wakesAt } from '../model.ts'
import { listStandingsForUpdate, type StandingRow, updateWoken, updateWokenByPresence } from '../store/standings.ts'
import { wakeTask } from '../task-kinds.ts'

/** The time has come: back on top with the reason, unless it was done, answered or put off meanwhile. */
export async function wake(
  deps: { db: Database; clock: Clock },
  { workspace, conversation }: { workspace: WorkspaceId; conversation: ConversationId },
): Promise<void> {
  await inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const [row] = await listStandingsForUpdate(tx, workspace, [conversation])
    const at = row && wakesAt(row)
    if (!row || !at) return
    if (at > now) {
      await enqueue(tx, wakeTask, conversation, { workspace, conversation }, { runAt: at })
      return
    }
    await updateWoken(tx, workspace, conversation, reasonOf(row, now), now)
    if (row.remindAt && row.remindAt > now)
      await enqueue(tx, wakeTask, conversation, { workspace, conversation }, { runAt: row.remindAt })
    tellBrowsers(tx, workspace, { kind: 'conversations.changed', payload: { conversations: [conversation] } })
  })
}

function reasonOf({ snooze, remindAt }: StandingRow, now: Date): WakeReason {
  if (remindAt && remindAt <= now) return 'no-answer'
  return snooze?.for === 'answer' ? 'no-answer' : 'time'
}

/** Somebody is online now: what waited for that comes back. */
export async function wakeForOnline(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  changed: readonly { remoteId: string; state: string }[],
  now: Date,
): Promise<void> {
  const online = changed.filter(row => row.state === 'online').map(row => row.remoteId)
  if (online.length === 0) return
  const woken = await updateWokenByPresence(tx, workspace, connection, online, now)
  if (woken.length > 0)
    tellBrowsers(tx, workspace, { kind: 'conversations.changed', payload: { conversations: woken } })
}
