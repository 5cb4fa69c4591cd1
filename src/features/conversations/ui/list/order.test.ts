import { expect, test } from 'vitest'
import type { ConversationView } from '../api.ts'
import { withFound, withHead, withMore } from './order.ts'

/** Only what the order looks at. */
const row = (id: string, minute: number) =>
  ({ id, topAt: new Date(Date.UTC(2026, 4, 4, 9, minute)).toISOString() }) as ConversationView
const ids = (rows: readonly ConversationView[]) => rows.map(each => each.id).join('')

const known = { rows: [row('a', 9), row('b', 8), row('c', 7), row('d', 6), row('e', 5)], next: 'more' }

test('the newest page takes the place of the newest rows; what is older stays as far as it was loaded', () => {
  const fresh = withHead(known, { conversations: [row('d', 10), row('a', 9), row('c', 7)], next: 'x' })
  // d moved up, b left the view, e is older than the page.
  expect(ids(fresh.rows)).toBe('dace')
  expect(fresh.next).toBe('more')
})

test('when the newest page is all there is, nothing else stays', () => {
  expect(withHead(known, { conversations: [row('a', 9)], next: null })).toEqual({ rows: [row('a', 9)], next: null })
})

test('conversations that were looked up stand where they belong, or are gone', () => {
  const found = withFound(known, new Set(['b', 'd']), [row('d', 7)])
  expect(ids(found.rows)).toBe('adce')
  // One from below what is loaded is left for when the reader comes there.
  expect(ids(withFound(known, new Set(['z']), [row('z', 1)]).rows)).toBe('abcde')
  expect(ids(withFound({ ...known, next: null }, new Set(['z']), [row('z', 1)]).rows)).toBe('abcdez')
})

test('the page behind repeats nothing that moved up meanwhile', () => {
  const more = withMore(known, { conversations: [row('e', 5), row('f', 4)], next: null })
  expect(ids(more.rows)).toBe('abcdef')
  expect(more.next).toBeNull()
})
