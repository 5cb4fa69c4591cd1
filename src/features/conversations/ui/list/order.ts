import type { ConversationView, InboxPageWire } from '../api.ts'

/** What of a view is loaded, from its newest end; `next` is where the rest begins, null at the end of it. */
export type Rows = { rows: readonly ConversationView[]; next: string | null }

const before = (a: ConversationView, b: ConversationView): number => {
  const [left, right] = [a.topAt ?? '', b.topAt ?? '']
  return left === right ? (a.id < b.id ? 1 : -1) : left < right ? 1 : -1
}

/** The newest page over what is known: what moved up has moved, what left the view is gone, what is older stays. */
export function withHead(known: Rows | undefined, head: Pick<InboxPageWire, 'conversations' | 'next'>): Rows {
  const fresh = head.conversations
  const last = fresh.at(-1)
  if (!known || head.next === null || !last) return { rows: fresh, next: head.next }
  const ids = new Set(fresh.map(row => row.id))
  const older = known.rows.filter(row => !ids.has(row.id) && before(row, last) > 0)
  return older.length === 0 ? { rows: fresh, next: head.next } : { rows: [...fresh, ...older], next: known.next }
}

/** `asked` were looked up: those among `found` stand where they belong, as far as the list is loaded; the others left the view. */
export function withFound(known: Rows, asked: ReadonlySet<string>, found: readonly ConversationView[]): Rows {
  const kept = known.rows.filter(row => !asked.has(row.id))
  const last = kept.at(-1)
  const within = found.filter(row => known.next === null || !last || before(row, last) <= 0)
  return { ...known, rows: within.length === 0 ? kept : [...kept, ...within].sort(before) }
}

/** The page behind what is known; a conversation that moved up meanwhile is not repeated. */
export function withMore(known: Rows, page: Pick<InboxPageWire, 'conversations' | 'next'>): Rows {
  const ids = new Set(known.rows.map(row => row.id))
  return { rows: [...known.rows, ...page.conversations.filter(row => !ids.has(row.id))], next: page.next }
}
