import type { MessageWire, RelationshipWire, TouchWire } from './api.ts'

export type Entry =
  | { kind: 'touch'; key: string; at: string; touch: TouchWire }
  | { kind: 'move'; key: string; at: string; move: RelationshipWire['moves'][number] }
  | { kind: 'message'; key: string; at: string; message: MessageWire }

type Source<T> = { rows: readonly T[]; more: boolean }

const after = (a: Entry, b: Entry) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.key < b.key ? 1 : -1)

/**
 * One line of time, latest first. A touch that is a message is told by the message. What is older than a source's last loaded row is
 * left out while that source has more, so that nothing slips in between later.
 */
export function mergeTimeline(
  touches: Source<TouchWire>,
  messages: Source<MessageWire>,
  moves: RelationshipWire['moves'],
): Entry[] {
  const told = new Set(messages.rows.map(message => message.id))
  const entries: Entry[] = [
    ...touches.rows
      .filter(touch => touch.message === null || !told.has(touch.message))
      .map(touch => ({ kind: 'touch' as const, key: touch.id, at: touch.at, touch })),
    ...messages.rows
      .filter(message => message.kind !== 'gap')
      .map(message => ({ kind: 'message' as const, key: message.id, at: message.sentAt, message })),
    ...moves.map(move => ({ kind: 'move' as const, key: move.id, at: move.at, move })),
  ]
  const edges = [
    touches.more ? touches.rows.at(-1)?.at : undefined,
    messages.more ? messages.rows.at(-1)?.sentAt : undefined,
  ].filter(edge => edge !== undefined)
  const edge = edges.toSorted().at(-1)
  return entries.filter(entry => edge === undefined || entry.at >= edge).toSorted(after)
}
