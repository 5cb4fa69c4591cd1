import type { FeedItem } from '../../wire.ts'

const sameAs = (one: FeedItem, other: FeedItem) =>
  one.what === other.what &&
  one.user.id === other.user.id &&
  one.tool === other.tool &&
  one.person !== null &&
  one.person.id === other.person?.id &&
  one.conversation?.id === other.conversation?.id &&
  one.opening?.id === other.opening?.id

/** What one did towards the same person in a row is one line with its number; it stands at the latest of them. */
export function folded(items: readonly FeedItem[]): { item: FeedItem; times: number }[] {
  const lines: { item: FeedItem; times: number }[] = []
  for (const item of items) {
    const last = lines.at(-1)
    if (last && sameAs(last.item, item)) last.times += 1
    else lines.push({ item, times: 1 })
  }
  return lines
}
