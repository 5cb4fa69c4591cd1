import { expect, test } from 'vitest'
import { proposeWeek, type ToolFacts } from './week.ts'

const facts = (more: Partial<ToolFacts> & Pick<ToolFacts, 'tool'>): ToolFacts => ({
  isChat: !['linkedin', 'blog', 'email', 'forum'].includes(more.tool),
  people: 0,
  asked: 0,
  answered: 0,
  low: 0,
  high: 1,
  groups: [],
  words: [0, 0, 0, 0, 0, 0, 0],
  learnt: { done: 0, of: 0 },
  ...more,
})

test('the tools come first on which most people are likely to answer, each line with what speaks for it', () => {
  const week = proposeWeek([
    facts({ tool: 'linkedin', people: 40, asked: 20, answered: 2, low: 0.03, high: 0.3 }),
    facts({
      tool: 'irc',
      people: 26,
      asked: 10,
      answered: 8,
      low: 0.49,
      high: 0.94,
      groups: [{ title: '#welding', score: 3, people: 9, minutes: 130 }],
      words: [0, 9, 1, 4, 0, 30, 2],
      learnt: { done: 3, of: 7 },
    }),
    facts({ tool: 'xmpp' }),
    facts({ tool: 'email', people: 900 }),
    facts({ tool: 'blog', people: 5 }),
  ])
  // Chats come first, whatever mail would reach; two others are enough.
  expect(week.map(line => line.tool)).toEqual(['irc', 'email', 'linkedin'])
  expect(week[0]).toMatchObject({ people: 2, place: '#welding', days: [2] })
  expect(week[0]?.because).toMatchObject([
    { code: 'people', count: 26 },
    { code: 'answered', count: 8, of: 10, low: 49, high: 94 },
    { code: 'group', text: '#welding', count: 9 },
    { code: 'time', count: 130 },
    { code: 'days', days: [2] },
    { code: 'learnt', count: 3, of: 7 },
  ])
})

test('nothing is claimed of few answers or few words, and tools without days of their own fall on different ones', () => {
  const week = proposeWeek([
    facts({ tool: 'matrix', people: 4, asked: 1, answered: 1, words: [3, 0, 0, 0, 0, 0, 0] }),
    facts({ tool: 'mastodon', people: 3, learnt: { done: 0, of: 6 } }),
  ])
  expect(week.map(line => line.days)).toEqual([[2], [1]])
  expect(week.map(line => line.because.map(each => each.code))).toEqual([
    ['people', 'few-asked', 'days-unknown'],
    ['people', 'days-unknown', 'to-learn'],
  ])
})

test('a week stays what a person can do: at most four tools and twenty-five people, and a group alone is enough for one', () => {
  const many = (['irc', 'xmpp', 'matrix', 'linkedin', 'blog'] as const).map(tool => facts({ tool, people: 900 }))
  const week = proposeWeek(many)
  expect(week.map(line => line.tool)).toEqual(['irc', 'matrix', 'blog', 'linkedin'])
  expect(week.reduce((sum, line) => sum + line.people, 0)).toBeLessThanOrEqual(25)
  expect(proposeWeek([])).toEqual([])
  const group = { title: 'Night nurses', score: 1.2, people: 3, minutes: 0 }
  expect(proposeWeek([facts({ tool: 'forum', groups: [group] })])).toMatchObject([
    { tool: 'forum', people: 1, place: 'Night nurses' },
  ])
})
