import type { Standing } from './plan.ts'
import type { Random } from './random.ts'

/** Of 2,000 people, how many have come how far; the rest are found. Many first steps, few last ones. */
const standings: readonly (readonly [Standing, number])[] = [
  ['read', 340],
  ['engaged', 160],
  ['acknowledged', 90],
  ['connected', 80],
  ['introduced', 72],
  ['interested', 40],
  ['candidate', 14],
  ['declined', 20],
  ['referrer', 11],
  ['opted-out', 3],
  ['visitor', 24],
]

/** Direct chats and visitors' chats come with their people; these come without. */
const alone = { requests: 24, rooms: 12, pairs: 24 }
const wholeSample = 2_000

export const shareOf = (count: number, people: number): number => Math.round((count * people) / wholeSample)

export const requestCount = (people: number) => shareOf(alone.requests, people)
export const roomCount = (people: number) => Math.min(alone.rooms, Math.max(1, shareOf(alone.rooms, people)))
export const pairCount = (people: number) => shareOf(alone.pairs, people)
export const itemCount = (people: number) => people * 10

/** One standing per person, in mixed order; the shares are those of the `whole`. */
export function dealStandings(whole: number, people: number, random: Random): Standing[] {
  const dealt: Standing[] = standings.flatMap(([standing, count]) =>
    Array.from({ length: shareOf(count, whole) }, () => standing),
  )
  while (dealt.length < people) dealt.push('found')
  for (let last = dealt.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last)
    const [a, b] = [dealt[last], dealt[other]]
    if (a !== undefined && b !== undefined) {
      dealt[last] = b
      dealt[other] = a
    }
  }
  return dealt.slice(0, people)
}
