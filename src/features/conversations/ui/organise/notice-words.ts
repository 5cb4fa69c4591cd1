import type { Text } from '#web/i18n/i18n.ts'
import type { NoticeView } from './api.ts'

/** What was handed over, in words: its parts and how many of each. */
function partsIn(t: Text, words: string): string {
  let read: unknown
  try {
    read = JSON.parse(words)
  } catch {
    return ''
  }
  if (typeof read !== 'object' || read === null) return ''
  return Object.entries(read)
    .flatMap(([part, count]) => (typeof count === 'number' ? [t(`notices.part.${part}`, { count })] : []))
    .join(', ')
}

/** A notice as a sentence. */
export const noticeWords = (t: Text, { kind, byName, title, words }: NoticeView): string =>
  t(`notices.${kind}`, {
    name: byName ?? t('thread.colleague'),
    title,
    words: kind === 'handed-over' ? partsIn(t, words) : words,
  })
