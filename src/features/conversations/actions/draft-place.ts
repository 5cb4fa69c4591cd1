import type { Assessment } from '#features/etiquette/model.ts'
import { getTool, kindOf } from '#features/tools/model.ts'
import type { ConversationId, PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { tellBrowsers } from '#platform/live.ts'
import type { Transaction } from '#storage/database.ts'
import { findLatestDirect } from '../store/conversations.ts'
import { findDraft, upsertDraft } from '../store/drafts.ts'
import { assessHandOff, assessIn } from './assess.ts'
import { channelFits } from './channel-fit.ts'

/** Where words for somebody would go: the conversation that runs, else by hand on the tool that suits them. */
export type DraftPlace = { tool: ToolId; conversation: ConversationId | null; assessment: Assessment }

/** Undefined: there is no tool on which they can be written to. */
export async function readDraftPlace(
  tx: Transaction,
  caller: Caller,
  person: PersonId,
  text: string,
  now: Date,
): Promise<DraftPlace | undefined> {
  const there = await findLatestDirect(tx, caller.workspace, caller.user, person)
  if (there) {
    const assessment = await assessIn(tx, caller, there, { action: 'message', text, now })
    return { tool: there.tool, conversation: there.id, assessment }
  }
  const fits = (await channelFits(tx, caller, [person], now)).get(person)?.tools ?? []
  const best = fits.find(({ tool }) => kindOf(tool) !== 'broadcast' && getTool(tool).surfaces.includes('direct'))
  if (!best) return undefined
  const to = { person, tool: best.tool, surface: 'direct' as const, action: 'message' as const, text }
  return { tool: best.tool, conversation: null, assessment: await assessHandOff(tx, caller, to, now) }
}

/** False: other words stand in the field already, and nothing is overwritten. Nothing is sent. */
export async function keepDraft(
  tx: Transaction,
  caller: Caller,
  conversation: ConversationId,
  text: string,
  now: Date,
): Promise<boolean> {
  const { workspace, user } = caller
  const before = await findDraft(tx, workspace, user, conversation)
  if (before !== undefined && before.trim() !== '' && before !== text) return false
  await upsertDraft(tx, workspace, user, conversation, text, now)
  tellBrowsers(tx, workspace, { kind: 'conversation.changed', payload: { conversation }, user })
  return true
}
