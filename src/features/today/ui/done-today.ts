import type { SectionId } from '../model.ts'
import type { TodayPage, TodayStep } from './api.ts'

export type Seen = { section: SectionId; step: TodayStep }

const whoOf = (step: TodayStep): string => step.person ?? step.subject

/**
 * Steps that stood here and are gone: done, so they fold in their section. Somebody who moved to another section, or is there with
 * another step, is not done; who comes back is unfolded; who was put off (`away`) is neither here nor done.
 */
export function foldDone(
  seen: ReadonlyMap<string, Seen>,
  page: TodayPage,
  away: ReadonlySet<string> = new Set(),
): { seen: Map<string, Seen>; folded: readonly Seen[] } {
  const now = new Map<string, Seen>()
  for (const { id, steps } of page.sections) for (const step of steps) now.set(whoOf(step), { section: id, step })
  const folded = [...seen].filter(([who, was]) => !now.has(who) && !away.has(was.step.subject)).map(([, was]) => was)
  return { seen: new Map([...seen, ...now]), folded }
}
