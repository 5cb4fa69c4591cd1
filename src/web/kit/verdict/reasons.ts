import type { Assessment, Reason } from '#features/etiquette/model.ts'
import type { ReasonSort, VerdictLevel, VerdictReason } from './calm.ts'

const sorts: Readonly<Record<Reason['sort'], ReasonSort>> = {
  'already-holds': 'holds',
  written: 'written',
  missing: 'missing',
}

export const levelOf = (reasons: readonly Reason[]): VerdictLevel => {
  if (reasons.some(reason => reason.hard)) return 'hard'
  if (reasons.some(reason => reason.verdict === 'block')) return 'block'
  return reasons.length > 0 ? 'warn' : 'allow'
}

export const toVerdictReason = ({ code, message, instead, span, sort }: Reason): VerdictReason => ({
  code,
  message,
  instead,
  sort: sorts[sort],
  ...(span === undefined ? {} : { span: { start: span[0], end: span[1] } }),
})

/**
 * The browser judges every key; the server alone knows who else got this text, so what only the server found and what does not
 * hang on the words stays until it answers again. Warnings that were put away stay away.
 */
export function joinReasons(
  here: readonly Reason[],
  server: { text: string; assessment: Assessment } | undefined,
  text: string,
  putAway: ReadonlySet<string>,
): readonly Reason[] {
  const known = new Set(here.map(reason => reason.code))
  const more = (server?.assessment.reasons ?? []).filter(
    reason => !known.has(reason.code) && (server?.text === text || reason.sort === 'already-holds'),
  )
  return [...here, ...more]
    .filter(reason => reason.verdict === 'block' || !putAway.has(reason.code))
    .toSorted((a, b) => rank(b) - rank(a))
}

const rank = (reason: Reason) => (reason.hard ? 2 : reason.verdict === 'block' ? 1 : 0)

/** Takes the marked words out and closes the gap: one space or line break stays where two would meet. */
export function cutSpan(text: string, span: readonly [number, number]): string {
  const before = text.slice(0, span[0])
  const after = text.slice(span[1])
  if (/\n\s*$/.test(before) || /^\s*\n/.test(after)) return `${before.trimEnd()}\n${after.trimStart()}`.trim()
  return `${before.trimEnd()} ${after.trimStart()}`.trim()
}
