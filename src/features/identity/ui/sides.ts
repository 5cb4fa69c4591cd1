import { type AlignedFact, alignFacts, type ComparedProfile } from '#features/people/model.ts'
import type { PersonPageWire } from './api.ts'

type Profile = PersonPageWire['profiles'][number]

/** The first of the profiles that says it; they come deepest first. */
const said = (profiles: readonly Profile[], of: (profile: Profile) => string | null) =>
  profiles.map(of).find(value => value !== null && value !== '') ?? null

function asOne(person: PersonPageWire): ComparedProfile {
  const { profiles } = person
  const lists = (of: (profile: Profile) => readonly string[] | undefined) => [
    ...new Set(profiles.flatMap(profile => of(profile) ?? [])),
  ]
  const history = profiles.find(profile => (profile.facts.positions?.length ?? 0) > 0)
  const school = profiles.find(profile => (profile.facts.education?.length ?? 0) > 0)
  return {
    profileId: person.id,
    tool: profiles[0]?.tool ?? 'website-chat',
    displayName: person.name,
    headline: said(profiles, profile => profile.headline),
    summary: said(profiles, profile => profile.summary),
    place: person.place ?? said(profiles, profile => profile.place),
    facts: {
      positions: history?.facts.positions,
      education: school?.facts.education,
      skills: lists(profile => profile.facts.skills),
      languages: lists(profile => profile.facts.languages),
    },
  }
}

export type SideRow = { fact: AlignedFact['fact'] | 'birth-date'; values: (string | null)[]; disagrees: boolean }

/** Two people fact by fact; rows that neither knows are left out. */
export function alignPeople(people: readonly PersonPageWire[]): SideRow[] {
  const born = people.map(person => person.birthDate)
  const known = born.filter(date => date !== null)
  const shortest = Math.min(...known.map(date => date.length))
  const differ = new Set(known.map(date => date.slice(0, shortest))).size > 1
  return [
    ...alignFacts(people.map(asOne)),
    ...(known.length > 0 ? [{ fact: 'birth-date' as const, values: born, disagrees: differ }] : []),
  ]
}

/** Who stays when the two become one: more profiles, then deeper ones, then the one who is here longer. */
export function usualSurvivor(one: PersonPageWire, other: PersonPageWire): PersonPageWire['id'] {
  const depth = (person: PersonPageWire) => Math.max(0, ...person.profiles.map(profile => profile.depth))
  const order =
    one.profiles.length - other.profiles.length ||
    depth(one) - depth(other) ||
    other.createdAt.localeCompare(one.createdAt)
  return order >= 0 ? one.id : other.id
}
