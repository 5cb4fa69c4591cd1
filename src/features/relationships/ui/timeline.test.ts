import { expect, test } from 'vitest'
import { type ConversationId, type MessageId, newId } from '#kernel/ids.ts'
import type { MessageWire, TouchWire } from './api.ts'
import { mergeTimeline } from './timeline.ts'

const touch = (at: string, message: MessageId | null = null): TouchWire => ({
  id: newId(),
  kind: message ? 'their-message' : 'reading',
  tool: 'xmpp',
  surface: null,
  user: null,
  at,
  conversation: null,
  message,
  activity: null,
  note: null,
})
const message = (id: MessageId, sentAt: string): MessageWire => ({
  id,
  conversation: newId<'Conversation'>() satisfies ConversationId,
  tool: 'xmpp',
  kind: 'text',
  own: false,
  text: 'is it only nights?',
  sentAt,
  retractedAt: null,
})

test('a message is told once, though it is a touch too', () => {
  const id = newId<'Message'>()
  const entries = mergeTimeline(
    { rows: [touch('2026-11-02T10:00:00.000Z', id), touch('2026-11-01T10:00:00.000Z')], more: false },
    { rows: [message(id, '2026-11-02T10:00:00.000Z')], more: false },
    [],
  )
  expect(entries.map(entry => entry.kind)).toEqual(['message', 'touch'])
})

test('what a longer list has not told yet is held back, so nothing slips in between later', () => {
  const entries = mergeTimeline(
    { rows: [touch('2026-11-05T10:00:00.000Z'), touch('2026-11-04T10:00:00.000Z')], more: true },
    { rows: [message(newId(), '2026-11-04T12:00:00.000Z'), message(newId(), '2026-10-01T10:00:00.000Z')], more: false },
    [],
  )
  expect(entries.map(entry => entry.at)).toEqual([
    '2026-11-05T10:00:00.000Z',
    '2026-11-04T12:00:00.000Z',
    '2026-11-04T10:00:00.000Z',
  ])
})
