import { expect, test } from 'vitest'
import type { ConversationId, PersonId, UserId } from '#kernel/ids.ts'
import type { FeedItem } from '../../wire.ts'
import { folded } from './folded.ts'

const wrote = (user: string, person: string | null, what = 'touch.our-message', n = 0): FeedItem => ({
  id: `${user}-${person}-${what}-${n}`,
  at: '2026-11-22T10:00:00.000Z',
  user: { id: user as UserId, name: user },
  what,
  tool: 'xmpp',
  person: person === null ? null : { id: person as PersonId, name: person, stage: 'connected' },
  conversation: { id: 'c' as ConversationId, name: 'c' },
  colleague: null,
  opening: null,
})

test('messages to one person in a row are one line of the feed, and nothing else is', () => {
  const lines = folded([
    wrote('mara', 'ana', 'touch.our-message', 1),
    wrote('mara', 'ana', 'touch.our-message', 2),
    wrote('tom', 'ana'),
    wrote('mara', 'ana', 'touch.met'),
    wrote('mara', 'li'),
    wrote('mara', 'ana', 'touch.our-message', 3),
    wrote('mara', null, 'post.published', 1),
    wrote('mara', null, 'post.published', 2),
  ])
  expect(lines.map(({ item, times }) => [item.user.name, item.person?.name, times])).toEqual([
    ['mara', 'ana', 2],
    ['tom', 'ana', 1],
    ['mara', 'ana', 1],
    ['mara', 'li', 1],
    ['mara', 'ana', 1],
    ['mara', undefined, 1],
    ['mara', undefined, 1],
  ])
  expect(lines[0]?.item.id).toContain('-1')
})
