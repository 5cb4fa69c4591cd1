import { useText } from '#web/i18n/i18n.ts'
import type { NoticeView } from './api.ts'

/** What was handed over: its parts, and how many of each. */
function partsIn(words: string): (readonly [part: string, count: number])[] {
  let read: unknown
  try {
    read = JSON.parse(words)
  } catch {
    return []
  }
  if (typeof read !== 'object' || read === null) return []
  return Object.entries(read).flatMap(([part, count]) => (typeof count === 'number' ? [[part, count] as const] : []))
}

/** A notice as a sentence. */
export function useNoticeWords(): (notice: NoticeView) => string {
  const t = useText('conversations')
  return ({ kind, byName, title, words }) =>
    t(`notices.${kind}`, {
      name: byName ?? t('thread.colleague'),
      title,
      words:
        kind === 'handed-over'
          ? partsIn(words)
              .map(([part, count]) => t(`notices.part.${part}`, { count }))
              .join(', ')
          : words,
    })
}
