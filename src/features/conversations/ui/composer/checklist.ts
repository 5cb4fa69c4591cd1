import type { Context, Reason } from '#features/etiquette/model.ts'
import { stageRank } from '#features/relationships/model.ts'
import type { Text } from '#web/i18n/i18n.ts'
import type { ChecklistItem } from '#web/kit/verdict/Verdict.tsx'
import type { ConversationView } from '../api.ts'

/** What a first message needs: something of theirs that was read, and who writes. */
export function toChecklist(
  conversation: ConversationView,
  reasons: readonly Reason[],
  context: Context | undefined,
  t: Text,
): readonly ChecklistItem[] {
  if (!context || conversation.kind === 'room') return []
  const missing = new Set(reasons.filter(reason => reason.sort === 'missing').map(reason => reason.code))
  const unread = missing.has('nothing-read') || missing.has('reading-not-shown')
  const known = stageRank(context.stage) >= stageRank('introduced')
  // The introduction is asked for in a first message only; a job that comes before it says that it never came.
  const strangers = missing.has('no-introduction') || reasons.some(reason => reason.code === 'job-before-introduction')
  return [
    ...(unread || (context.readings ?? []).length > 0
      ? [{ code: 'read', words: t('checklist.read'), done: !unread }]
      : []),
    ...(known ? [] : [{ code: 'introduce', words: t('checklist.introduce'), done: !strangers }]),
  ]
}
