import type { PersonId } from '#kernel/ids.ts'

/** About how long each step takes, in minutes; a reading takes as long as its text. */
const stepMinutes: Readonly<Record<string, number>> = {
  reply: 3,
  invite: 2,
  introduce: 4,
  talk: 5,
  'talk-work': 6,
  engage: 4,
  write: 8,
  'keep-warm': 4,
}

export function minutesOf(step: string, readingMinutes?: number): number {
  return readingMinutes ?? stepMinutes[step] ?? 3
}

/** Each person once: in the first section that has them, which is the most urgent. */
export function eachOnce<T extends { person: PersonId | null }>(sections: readonly (readonly T[])[]): T[][] {
  const seen = new Set<PersonId>()
  return sections.map(section =>
    section.filter(item => {
      if (item.person === null) return true
      if (seen.has(item.person)) return false
      seen.add(item.person)
      return true
    }),
  )
}

const worthDoingNow = new Set(['reply', 'invite', 'introduce', 'talk', 'talk-work'])

/** Being online is a reason only for a step that needs them there. */
export const isForNow = (step: string) => worthDoingNow.has(step)
