import { expect, test } from 'vitest'
import { dayMs } from '#kernel/clock.ts'
import type { PersonId, UserId } from '#kernel/ids.ts'
import { bridgesOf, draw } from './draw.ts'
import { askWords } from './model/ask.ts'
import { nameCommunities } from './model/communities.ts'
import { adviseGiving, type Kindness } from './model/kindness.ts'
import { type Path, rankPaths } from './model/paths.ts'
import { spokenOf } from './model/said-of.ts'
import { gradeOf, monthBit, monthsIn, strengthOf, type Tie, together } from './model/ties.ts'

const now = new Date('2026-11-22T10:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * dayMs)
const tie = (kind: Tie['kind'], given: Partial<Tie> = {}): Tie => ({
  kind,
  events: 5,
  back: 5,
  months: monthBit(now),
  lastAt: now,
  ...given,
})
const months = (...agoMonths: number[]) =>
  agoMonths.reduce((mask, n) => mask | monthBit(new Date(Date.UTC(2026, 10 - n, 15))), 0)

test('talk is stronger the more months had some, when both write, and when it was lately', () => {
  const once = strengthOf(tie('talk'), now)
  const often = strengthOf(tie('talk', { months: months(0, 1, 2, 3) }), now)
  const oneSided = strengthOf(tie('talk', { months: months(0, 1, 2, 3), back: 0 }), now)
  const old = strengthOf(tie('talk', { months: months(0, 1, 2, 3), lastAt: ago(365) }), now)
  expect(often).toBeGreaterThan(once)
  expect(oneSided).toBeLessThan(often)
  expect(old).toBeCloseTo(often / 2)
  expect(gradeOf(often)).toBe('strong')
})

test('a contact of an address book alone is a weak tie, and several kinds together are stronger than each', () => {
  const contact = strengthOf(tie('contact'), now)
  expect(gradeOf(contact)).toBe('fair')
  expect(gradeOf(strengthOf(tie('contact', { lastAt: ago(6 * 365) }), now))).toBe('weak')
  expect(together([contact, 0.5])).toBeGreaterThan(0.5)
  expect(together([])).toBe(0)
})

test('months are counted over the turn of the year, and older ones are not', () => {
  const january = new Date('2027-01-10T00:00:00Z')
  const mask = months(0, 1, 8)
  expect(monthsIn(mask, 6, now)).toBe(2)
  expect(monthsIn(mask, 6, january)).toBe(2)
  expect(monthsIn(mask, 12, january)).toBe(3)
})

const [me, mara] = ['me', 'mara'] as unknown as [UserId, UserId]
const way = (user: UserId, strengths: number[], ...through: string[]): Path => ({
  user,
  strengths,
  through: through as unknown as PersonId[],
})

test('a path is as good as its weakest tie, and each acquaintance is asked in the best way only', () => {
  const ranked = rankPaths(
    [
      way(mara, [0.9, 0.2], 'tom'),
      way(mara, [0.6, 0.6], 'ana'),
      way(me, [0.5, 0.6], 'ana'),
      way(me, [0.9, 0.9, 0.3], 'sam', 'li'),
      way(me, [0.9, 0.8, 0.1], 'tom', 'ana'),
    ],
    me,
    5,
  )
  expect(ranked.map(one => [one.user, ...one.through])).toEqual([
    ['me', 'ana'],
    ['me', 'sam', 'li'],
    ['mara', 'tom'],
  ])
})

test('whoever is called by name or linked to is found, on their tool and on their blog', () => {
  const found = spokenOf({
    tool: 'mastodon',
    text: 'Thanks @tom@night.example! As https://frost.example/2026/cloth says; mail me at a@b.example.',
    html: '<p><a href="https://github.com/Li/frost">code</a></p>',
  })
  expect(found).toContainEqual({ how: 'mention', tool: 'mastodon', key: '@tom@night.example' })
  expect(found).toContainEqual({ how: 'link', tool: 'blog', key: 'frost.example' })
  expect(found.some(one => one.tool === 'github' && one.key === 'github.com/li')).toBe(true)
  expect(found.some(one => one.key.includes('b.example'))).toBe(false)
  expect(spokenOf({ tool: 'irc', text: '@tom hi', html: null })).toEqual([])
})

test('a community is named by what sets it apart, never by what everybody shares', () => {
  const of = new Map(Array.from({ length: 12 }, (_, n) => [`p${n}`, n < 6 ? 1 : 2]))
  const traits = [...of.keys()].flatMap((person, n) => [
    { person, what: 'tool' as const, name: 'linkedin' },
    ...(n < 4 ? [{ person, what: 'employer' as const, name: n === 0 ? 'Clinic Norte' : 'clinic norte' }] : []),
    ...(n >= 6 ? [{ person, what: 'group' as const, name: '#welding' }] : []),
  ])
  const [first, second] = nameCommunities(of, traits)
  expect(first?.shared[0]).toMatchObject({ what: 'employer', people: 4 })
  expect(second?.shared[0]).toMatchObject({ what: 'group', name: '#welding', people: 6 })
})

test('whoever stands between two groups is the bridge, and the groups are found', () => {
  const ties: [number, number, number][] = []
  for (const from of [0, 6])
    for (let a = 0; a < 5; a += 1) for (let b = a + 1; b < 5; b += 1) ties.push([from + a, from + b, 0.6])
  ties.push([0, 5, 0.4], [5, 6, 0.4])
  const bridges = bridgesOf(11, ties)
  expect(bridges[5]).toBe(1)
  expect(bridges[3]).toBe(0)
  const corners = Array.from({ length: 11 }, () => ({ x: null, y: null }))
  const drawing = draw({ corners, ties })
  expect(new Set(drawing.community.slice(0, 5)).size).toBe(1)
  expect(drawing.community[7]).not.toBe(drawing.community[1])
  expect(draw({ corners, ties })).toEqual(drawing)
})

const did = (way: Kindness['way'], kind: Kindness['kind'], days: number): Kindness => ({
  id: `${way} ${days}`,
  way,
  kind,
  words: '',
  at: ago(days),
  source: 'known',
})
const news = { title: 'Frost in the vineyard', activity: 'a1' }
const asked = (count: number, open = 0) => ({ count, open, lastAt: null })

test('who only took is told to thank, then to answer something of theirs, before asking again', () => {
  expect(adviseGiving([did('received', 'referral', 9)], asked(0), news)).toEqual({
    code: 'thank-first',
    what: 'referral',
  })
  expect(
    adviseGiving(
      [
        did('given', 'thanks', 8),
        did('received', 'referral', 9),
        did('received', 'help', 20),
        did('received', 'help', 30),
      ],
      asked(2),
      news,
    ),
  ).toEqual({ code: 'answer-first', ...news })
  expect(adviseGiving([], asked(2, 2), null)).toEqual({ code: 'asked-often', count: 2 })
  expect(adviseGiving([], asked(0), null)).toEqual({ code: 'nothing-yet' })
  expect(adviseGiving([did('given', 'answer', 3)], asked(0), null)).toEqual({ code: 'ours-to-ask' })
})

test('an ask is short in chat, a letter by mail, in their language, and leaves an easy no', () => {
  const facts = { asked: 'Ana', me: 'Mara', wanted: 'Tom Bek', between: null, title: 'Frost' }
  const chat = askWords('messaging', 'en', facts)
  expect(chat).not.toContain('\n')
  expect(chat.length).toBeLessThan(400)
  expect(chat).toMatch(/no is perfectly fine/)
  expect(askWords('mail', 'en', facts)).toMatch(/^Hello Ana,\n\n/)
  expect(askWords('messaging', 'de', { ...facts, between: 'Li Wen' })).toMatch(/du kennst Li Wen/)
})
