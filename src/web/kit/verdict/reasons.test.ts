import { expect, test } from 'vitest'
import { type Assessment, assess, type Reason } from '#features/etiquette/model.ts'
import { joinReasons, levelOf, toVerdictReason } from './reasons.ts'

test('a reason found in the draft is shown with its words, in the words of the kit', () => {
  const draft = 'Loved your checklist. We have a job opening for a night nurse in Lisbon, apply now!'
  const now = new Date('2026-11-22T12:00:00Z')
  const { reasons } = assess(draft, { tool: 'xmpp', surface: 'direct', stage: 'connected', now })
  const job = reasons.find(found => found.code === 'job-before-introduction')
  if (!job) throw new Error('job talk before an introduction was not found')
  const shown = toVerdictReason(job)
  expect(shown).toMatchObject({ sort: 'written', message: 'A job, before they know who you are.' })
  expect(draft.slice(shown.span?.start, shown.span?.end)).toContain('job opening')
  expect(levelOf(reasons)).toBe('block')
})

const reason = (given: Partial<Reason>): Reason => ({
  code: 'too-soon',
  verdict: 'warn',
  hard: false,
  sort: 'already-holds',
  phrase: 'too-soon',
  facts: {},
  message: '',
  instead: '',
  action: 'none',
  ...given,
})
const server = (text: string, reasons: readonly Reason[]): { text: string; assessment: Assessment } => ({
  text,
  assessment: { verdict: 'block', hard: false, reasons, next: { step: 'send', words: '' } },
})

test('what only the server knows stays while the next word is typed; what hung on old words goes', () => {
  const many = reason({ code: 'broadcast-on-messaging', verdict: 'block' })
  const words = reason({ code: 'promotes-in-room', verdict: 'block', sort: 'written' })
  const heard = server('hello', [many, words])
  expect(joinReasons([], heard, 'hello', new Set()).map(each => each.code)).toEqual([
    'broadcast-on-messaging',
    'promotes-in-room',
  ])
  expect(joinReasons([], heard, 'hello there', new Set()).map(each => each.code)).toEqual(['broadcast-on-messaging'])
})

test('a warning can be put away, a block can’t, and the strictest comes first', () => {
  const soon = reason({})
  const block = reason({ code: 'too-often', verdict: 'block' })
  const hard = reason({ code: 'do-not-contact', verdict: 'block', hard: true })
  expect(
    joinReasons([soon, block, hard], undefined, '', new Set(['too-soon', 'too-often'])).map(each => each.code),
  ).toEqual(['do-not-contact', 'too-often'])
  expect(levelOf([hard])).toBe('hard')
  expect(levelOf([])).toBe('allow')
})
