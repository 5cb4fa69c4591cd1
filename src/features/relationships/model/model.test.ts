import { expect, test } from 'vitest'
import { gatesFor } from './gates.ts'
import { type NextStepFacts, nextStep } from './next-step.ts'
import { optsOut } from './opts-out.ts'
import { type Standing, standingAfter, type TouchKind } from './touches.ts'

const found: Standing = { stage: 'found', side: null, introducedAlready: false }

function walk(...kinds: TouchKind[]): string[] {
  let standing = found
  return kinds.map(kind => {
    const after = standingAfter(standing, kind)
    standing = after.standing
    return `${standing.stage}${standing.side ? ` ${standing.side}` : ''}`
  })
}

test('the ladder is climbed by what happens', () => {
  expect(
    walk(
      'reading',
      'comment',
      'their-reaction',
      'invite-sent',
      'invite-accepted',
      'our-message',
      'introduced',
      'asked-about-work',
      'became-candidate',
    ),
  ).toEqual([
    'read',
    'engaged',
    'acknowledged',
    'acknowledged',
    'connected',
    'connected',
    'introduced',
    'interested',
    'candidate',
  ])
})

test('what lies lower never pulls down, what ended does', () => {
  expect(walk('their-message', 'reading', 'comment')).toEqual(['connected', 'connected', 'connected'])
  expect(walk('subscribed', 'unsubscribed')).toEqual(['interested', 'introduced'])
  expect(walk('their-message', 'disconnected')).toEqual(['connected', 'acknowledged'])
  expect(walk('became-candidate', 'left-pipeline')).toEqual(['candidate', 'interested'])
  expect(walk('reading', 'reading-dismissed')).toEqual(['read', 'found'])
  expect(walk('comment', 'reading-dismissed')).toEqual(['engaged', 'engaged'])
})

test('an introduction in a message they had not answered counts from their answer on, as a move of its own', () => {
  expect(walk('reading', 'our-message', 'introduced', 'their-message')).toEqual(['read', 'read', 'read', 'introduced'])
  const { moves } = standingAfter({ ...found, introducedAlready: true }, 'their-message')
  expect(moves.map(move => [move.from, move.to])).toEqual([
    ['found', 'connected'],
    ['connected', 'introduced'],
  ])
})

test('a no stays until they ask about work themselves', () => {
  expect(walk('their-message', 'declined', 'our-message', 'pull-link', 'asked-about-work')).toEqual([
    'connected',
    'connected declined',
    'connected declined',
    'connected declined',
    'interested',
  ])
  expect(walk('opted-out', 'asked-about-work')).toEqual(['found do-not-contact', 'interested do-not-contact'])
  expect(walk('referred')).toEqual(['introduced referrer'])
})

test.each([
  'Please stop contacting me',
  "don't message me again.",
  'Löschen Sie bitte meine Daten',
  'No me escribas más',
  'Laat me met rust',
])('%s: no word from us any more', text => {
  expect(optsOut(text)).toBe(true)
})
test.each(['Don’t call me before nine, I work nights', 'I stopped contacting suppliers', 'No thanks, not looking'])(
  '%s is no opt-out',
  text => {
    expect(optsOut(text)).toBe(false)
  },
)

test('a tool shows its own gates', () => {
  expect(gatesFor('sourcing', 'read')).toEqual([{ gate: 'reading', opensAt: 'read', open: true }])
  expect(gatesFor('messaging', 'acknowledged').map(gate => [gate.gate, gate.open])).toEqual([
    ['invite', true],
    ['message', false],
    ['job', false],
  ])
  expect(gatesFor('mixed', 'do-not-contact').some(gate => gate.open)).toBe(false)
})

const now = new Date('2026-11-22T10:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
const facts = (change: Partial<NextStepFacts>): NextStepFacts => ({
  stage: 'found',
  tools: ['linkedin', 'xmpp', 'mastodon'],
  unread: null,
  hasRecentReading: false,
  waitingOn: null,
  invitedAt: null,
  lastInAt: null,
  lastOutAt: null,
  online: [],
  ...change,
})
const id = (change: Partial<NextStepFacts>) => {
  const { id: step, tool } = nextStep(facts(change), now)
  return tool ? `${step} ${tool}` : step
}

test('the next step follows the ladder on the tool where it fits', () => {
  expect(id({})).toBe('follow')
  expect(id({ unread: { count: 2, tool: 'blog' } })).toBe('read blog')
  expect(id({ stage: 'read', hasRecentReading: true })).toBe('engage mastodon')
  expect(id({ stage: 'read', hasRecentReading: true, tools: ['linkedin'] })).toBe('write linkedin')
  expect(id({ stage: 'read', hasRecentReading: true, tools: ['linkedin'], lastOutAt: ago(2) })).toBe('wait linkedin')
  expect(id({ stage: 'engaged', hasRecentReading: true, lastOutAt: ago(2) })).toBe('wait')
  expect(id({ stage: 'acknowledged' })).toBe('invite xmpp')
  expect(id({ stage: 'acknowledged', online: ['mastodon'] })).toBe('invite mastodon')
  expect(id({ stage: 'acknowledged', invitedAt: ago(3) })).toBe('wait xmpp')
  expect(id({ stage: 'connected' })).toBe('introduce xmpp')
  expect(id({ stage: 'introduced', lastInAt: ago(3) })).toBe('talk xmpp')
  expect(id({ stage: 'passive', lastInAt: ago(94), unread: { count: 1, tool: 'blog' } })).toBe('keep-warm blog')
  expect(id({ stage: 'interested' })).toBe('talk-work xmpp')
  expect(id({ stage: 'connected', waitingOn: 'irc' })).toBe('reply irc')
  expect(id({ stage: 'do-not-contact', waitingOn: 'irc' })).toBe('none')
})
