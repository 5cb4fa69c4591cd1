/** Names of cached answers. All that is known of one person lives under `person(id)`, whichever feature asked for it. */
export const keys = {
  lists: ['people', 'list'],
  tags: ['people', 'tags'],
  facets: ['people', 'facets'],
  saved: ['people', 'saved'],
  person: (id: string) => ['person', id],
} as const

const idAt = (value: unknown): string[] => (typeof value === 'string' ? [value] : [])

/** The people a live event speaks of, whatever it calls them. */
export function peopleIn(payload: unknown): readonly string[] {
  if (typeof payload !== 'object' || payload === null) return []
  const many: unknown = Reflect.get(payload, 'people')
  const named = ['person', 'survivor', 'other', 'from', 'to'].flatMap(key => idAt(Reflect.get(payload, key)))
  return [...(Array.isArray(many) ? many.flatMap(idAt) : []), ...named]
}
