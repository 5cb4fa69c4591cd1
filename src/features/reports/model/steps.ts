import { ladder } from '#features/relationships/model.ts'

/** What may come of somebody on a tool, by bit: new ones go to the end, for rows in the database count by place. */
export const metSteps = [
  'met',
  'asked',
  'answered',
  'began',
  ...ladder,
  'hired',
  'declined',
  'opted-out',
  'approach-answered',
  'approached',
] as const
export type MetStep = (typeof metSteps)[number]

export const metBit = (step: MetStep): number => metSteps.indexOf(step)

/**
 * `all`: on every tool, by the week of the first touch there; `first`: only where it began, so that each counts once; `asked`: by the
 * week in which we first wrote to them there.
 */
export const metViews = ['all', 'first', 'asked'] as const
export type MetView = (typeof metViews)[number]
export const metViewNumber = { all: 0, first: 1, asked: 2 } as const satisfies Record<MetView, number>
