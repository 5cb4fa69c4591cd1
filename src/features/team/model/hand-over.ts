/** What somebody may have when they leave, in the order in which it is shown. */
export const handOverParts = [
  'people',
  'conversations',
  'messages',
  'todos',
  'openings',
  'interviews',
  'pools',
  'searches',
  'connections',
] as const
export type HandOverPart = (typeof handOverParts)[number]

/** What may be nobody's afterwards. */
export const mayBeNobodys: readonly HandOverPart[] = ['people', 'conversations', 'todos']

export const handOverLimits = { colleagues: 50, shown: 100 } as const

/** As cards are dealt: one to each in turn, so that nobody has more than one more than another. */
export function deal<Thing, To>(things: readonly Thing[], to: readonly To[]): { to: To; things: Thing[] }[] {
  return to.map((each, place) => ({ to: each, things: things.filter((_, index) => index % to.length === place) }))
}
