import type { Assessment } from '#features/etiquette/model.ts'
import type { Clock } from '#kernel/clock.ts'
import type { ConversationId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { insertBlocks } from '../store/blocks.ts'
import { findConversation } from '../store/conversations.ts'
import { assessIn } from './assess.ts'
import { blockingOf } from './override.ts'

/** For the reports of etiquette: the rules that stopped somebody, never the words. */
export function noteBlock(
  tx: Transaction,
  caller: Caller,
  conversation: ConversationId,
  verdict: Assessment,
  at: Date,
): Promise<void> {
  const codes = blockingOf(verdict).map(reason => reason.code)
  return insertBlocks(tx, caller.workspace, { user: caller.user, conversation, codes, hard: verdict.hard, at })
}

/** Send was pressed where the browser knew already that it may not: judged again here, so that only what blocks is counted. */
export function tellBlocked(
  deps: { db: Database; clock: Clock },
  caller: Caller,
  id: ConversationId,
  draft: { action: 'message' | 'invite'; text: string },
): Promise<boolean> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const conversation = await findConversation(tx, caller.workspace, id)
    if (!conversation) return false
    const now = deps.clock.now()
    const verdict = await assessIn(tx, caller, conversation, { ...draft, now })
    if (verdict.verdict === 'block') await noteBlock(tx, caller, id, verdict, now)
    return true
  })
}
