import type { ConversationId, Id, PersonId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { inWorkspace } from '#storage/database.ts'
import { findDraft, upsertDraft } from '../store/drafts.ts'
import { listAsked, type Override } from '../store/overrides.ts'
import { type AskDeps, type AskRefusal, putBeforeAdmins } from './ask.ts'
import { assessHandOff } from './assess.ts'
import { findThreadByHand, type HandOffInput, threadByHand } from './hand-off.ts'
import { grantMs } from './override.ts'

export type AskByHandRefusal = AskRefusal | { code: 'no-profile-there' }

/**
 * A text that goes by hand is put before the admins where no thread stands yet: the thread is made, so that the question, the answer and
 * the message stand in one place. A message waits there as the draft too.
 */
export async function askByHand(
  deps: AskDeps,
  caller: Caller,
  input: HandOffInput,
): Promise<Result<{ id: Id<'Override'>; conversation: ConversationId }, AskByHandRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(
    deps.db,
    caller.workspace,
    async (tx): Promise<Result<{ id: Id<'Override'>; conversation: ConversationId }, AskByHandRefusal>> => {
      const at = deps.clock.now()
      const text = input.text.trim()
      const assessment = await assessHandOff(tx, caller, { ...input, text }, at)
      if (assessment.hard) return refuse({ code: 'never' })
      if (assessment.verdict !== 'block') return refuse({ code: 'nothing-blocked' })
      const thread = await threadByHand(tx, caller, input, at)
      if (!thread) return refuse({ code: 'no-profile-there' })
      const id = await putBeforeAdmins(tx, caller, thread, assessment, { action: input.action, text, at })
      if (input.action === 'message' && !(await findDraft(tx, caller.workspace, caller.user, thread.id)))
        await upsertDraft(tx, caller.workspace, caller.user, thread.id, text, at)
      return done({ id, conversation: thread.id })
    },
  )
}

/** What the caller asked about texts to this person that go by hand on this tool. */
export function readQuestionsByHand(
  deps: AskDeps,
  caller: Caller,
  to: { person: PersonId; tool: ToolId },
): Promise<Override[]> {
  const since = new Date(deps.clock.now().getTime() - grantMs)
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const thread = await findThreadByHand(tx, caller, to)
    if (!thread) return []
    const asked = await listAsked(tx, caller.workspace, { conversation: thread }, since)
    return asked.filter(row => row.askedBy === caller.user)
  })
}
