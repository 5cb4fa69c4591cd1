import type { Evidence } from '#features/people/model.ts'

/** Facts of which one human has one: where they differ, somebody has to say why it is one person all the same. */
const singular: ReadonlySet<string> = new Set(['profile', 'birth-date', 'national-id', 'url'])
const weighty = -3

/** What speaks strongly against one person: with any of it, "Same" asks for a reason. */
export const conflictsOf = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter(({ fact, weight }) => weight <= weighty && singular.has(fact.replace(/:.*$/, '')))

/** The strongest first, whichever way it points. */
export const byWeight = (evidence: readonly Evidence[]): Evidence[] =>
  [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))

export const answers = ['same', 'different', 'later'] as const
export type Answer = (typeof answers)[number]
