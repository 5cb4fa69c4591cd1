import type { TodayPage, TodayStep } from './api.ts'

export const sections = ['waiting', 'online', 'read', 'warm'] as const
export type Section = (typeof sections)[number]
export type Seen = { section: Section; step: TodayStep }

export const keyOf = (step: TodayStep): string => step.conversation ?? step.person ?? step.name
const whoOf = (step: TodayStep): string => step.person ?? keyOf(step)

/**
 * Steps that stood here and are gone: done, so they fold in their section. Somebody who moved to another section, or is there with
 * another step, is not done; who comes back is unfolded.
 */
export function foldDone(
  seen: ReadonlyMap<string, Seen>,
  page: TodayPage,
): { seen: Map<string, Seen>; folded: readonly Seen[] } {
  const now = new Map<string, Seen>()
  for (const section of sections) for (const step of page[section]) now.set(whoOf(step), { section, step })
  const folded = [...seen].filter(([who]) => !now.has(who)).map(([, was]) => was)
  return { seen: new Map([...seen, ...now]), folded }
}
