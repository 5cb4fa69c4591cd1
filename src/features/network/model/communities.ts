/** What members of a community have in common. */
export type Shared = { what: 'employer' | 'group' | 'place' | 'tool'; name: string; people: number }

export type Community = { number: number; people: number; shared: Shared[] }

/** An employer or a group says more of why people know each other than a town, and that more than a tool. */
const worth: Readonly<Record<Shared['what'], number>> = { employer: 1, group: 1, place: 0.7, tool: 0.35 }
const least = 2
const leastShare = 0.2
/** What as many others share sets nobody apart. */
const leastLift = 1.5
const named = 2

type Trait = { person: string; what: Shared['what']; name: string }

/**
 * Names each community by what many of its people share and few others do; at most two things, best first. None where they share
 * nothing that sets them apart.
 */
export function nameCommunities(communityOf: ReadonlyMap<string, number>, traits: readonly Trait[]): Community[] {
  const sizes = new Map<number, number>()
  for (const number of communityOf.values()) sizes.set(number, (sizes.get(number) ?? 0) + 1)
  const inside = new Map<number, Map<string, Shared>>()
  const overall = new Map<string, number>()
  for (const { person, what, name } of traits) {
    const number = communityOf.get(person)
    if (number === undefined) continue
    const key = `${what} ${name.toLowerCase()}`
    overall.set(key, (overall.get(key) ?? 0) + 1)
    const own = inside.get(number) ?? new Map<string, Shared>()
    inside.set(number, own)
    const known = own.get(key)
    own.set(key, { what, name: known?.name ?? name, people: (known?.people ?? 0) + 1 })
  }
  const everybody = Math.max(1, communityOf.size)
  return [...sizes]
    .map(([number, people]) => {
      const scored = [...(inside.get(number) ?? [])].map(([key, shared]) => {
        const share = shared.people / people
        const lift = share / ((overall.get(key) ?? 1) / everybody)
        return { shared, share, lift, score: worth[shared.what] * share * Math.log2(1 + lift) }
      })
      const best = scored
        .filter(one => one.shared.people >= least && one.share >= leastShare && one.lift >= leastLift)
        .sort((a, b) => b.score - a.score || a.shared.name.localeCompare(b.shared.name))
      return { number, people, shared: best.slice(0, named).map(one => one.shared) }
    })
    .sort((a, b) => b.people - a.people || a.number - b.number)
}
