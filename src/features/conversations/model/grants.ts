import type { Reason } from '#features/etiquette/model.ts'

/** What was asked of an admin about a text, and what came of it. */
type Question = {
  askedBy: string
  action: string
  text: string
  codes: readonly string[]
  state: 'asked' | 'granted' | 'declined' | 'used'
}

/** What an admin said yes to: the reasons that block this very text and were shown to the admin count no more. */
export function withoutGranted<Asked extends Question>(
  reasons: readonly Reason[],
  questions: readonly Asked[],
  draft: { text: string; action: string; user: string },
): { reasons: readonly Reason[]; grant: Asked | undefined } {
  const grant = questions.find(
    each =>
      each.state === 'granted' &&
      each.askedBy === draft.user &&
      each.action === draft.action &&
      each.text === draft.text.trim(),
  )
  if (!grant || reasons.some(reason => reason.hard)) return { reasons, grant: undefined }
  const blocking = reasons.filter(reason => reason.verdict === 'block')
  if (blocking.length === 0 || blocking.some(reason => !grant.codes.includes(reason.code)))
    return { reasons, grant: undefined }
  return { reasons: reasons.filter(reason => reason.verdict !== 'block'), grant }
}

/** Whether an admin was asked about this very text and has not answered yet. */
export const isAsked = (questions: readonly Question[], user: string, text: string, action: string): boolean =>
  questions.some(
    each => each.state === 'asked' && each.askedBy === user && each.text === text.trim() && each.action === action,
  )
