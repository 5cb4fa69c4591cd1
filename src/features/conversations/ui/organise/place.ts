import type { NoticeView } from './api.ts'

/** What a notice is about: a conversation, what is to do, or somebody. */
export function placeOf({ conversation, todo, person }: NoticeView): string {
  if (conversation !== null) return `/inbox/${conversation}`
  return todo !== null || person === null ? '/todos' : `/people/${person}`
}
