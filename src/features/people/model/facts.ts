import type { ToolId } from '#kernel/tools.ts'
import type { ProfileFacts } from './depth.ts'

export const factRows = [
  'name',
  'headline',
  'role',
  'organisation',
  'place',
  'since',
  'education',
  'skills',
  'languages',
  'summary',
] as const
export type FactRow = (typeof factRows)[number]

export type ComparedProfile = {
  profileId: string
  tool: ToolId
  displayName?: string | null
  headline?: string | null
  summary?: string | null
  place?: string | null
  facts: ProfileFacts
}

/** One fact in the words of each profile, in the order of the profiles. */
export type AlignedFact = { fact: FactRow; values: (string | null)[]; disagrees: boolean }

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const comparable: ReadonlySet<FactRow> = new Set(['name', 'role', 'organisation', 'place'])

const sameWord = (one: string, other: string) =>
  one === other || ((one.length === 1 || other.length === 1) && one[0] === other[0])

/** "Ana Ruiz", "Ana María Ruiz" and "Ana R." agree, "Norte" and "Clinic Norte" too: one holds all words of the other. */
function agree(left: string, right: string): boolean {
  const [small = [], big = []] = [folded(left).split(' '), folded(right).split(' ')].sort((a, b) => a.length - b.length)
  return small.every(word => big.some(other => sameWord(word, other)))
}

const list = (items: readonly (string | undefined)[] | undefined, max: number) => {
  const kept = (items ?? []).filter(item => item !== undefined && item !== '')
  if (kept.length === 0) return null
  return kept.length > max ? `${kept.slice(0, max).join(', ')} +${kept.length - max}` : kept.join(', ')
}

function factOf(fact: FactRow, profile: ComparedProfile): string | null {
  const positions = profile.facts.positions ?? []
  const now = positions.find(position => position.current) ?? undefined
  switch (fact) {
    case 'name':
      return profile.displayName ?? null
    case 'headline':
      return profile.headline ?? null
    case 'role':
      return now?.title ?? null
    case 'organisation':
      return now?.organisation ?? null
    case 'place':
      return profile.place ?? now?.place ?? null
    case 'since': {
      const years = positions.flatMap(position => position.startedOn?.slice(0, 4) ?? []).sort()
      const last = positions
        .flatMap(position => position.finishedOn?.slice(0, 4) ?? [])
        .sort()
        .at(-1)
      return years[0] ? `${years[0]}–${positions.some(position => position.current) ? 'now' : (last ?? '?')}` : null
    }
    case 'education':
      return list(
        profile.facts.education?.map(one => [one.degree, one.school].filter(Boolean).join(', ')),
        3,
      )
    case 'skills':
      return list(profile.facts.skills, 12)
    case 'languages':
      return list(profile.facts.languages, 8)
    default:
      return profile.summary ?? null
  }
}

/** Facts side by side; rows that no profile knows are left out. */
export function alignFacts(profiles: readonly ComparedProfile[]): AlignedFact[] {
  return factRows.flatMap(fact => {
    const values = profiles.map(profile => factOf(fact, profile))
    const said = values.filter(value => value !== null)
    if (said.length === 0) return []
    const disagrees =
      comparable.has(fact) && said.some((left, index) => said.slice(index + 1).some(right => !agree(left, right)))
    return [{ fact, values, disagrees }]
  })
}

export type UnknownFact =
  | 'role'
  | 'place'
  | 'time-zone'
  | 'languages'
  | 'history'
  | 'education'
  | 'email'
  | 'phone'
  | 'skills'

/** What nothing here tells about the person. */
export function unknownFacts(
  person: { place?: string | null; timeZone?: string | null; contactKinds: readonly string[] },
  profiles: readonly ComparedProfile[],
): UnknownFact[] {
  const some = (has: (profile: ComparedProfile) => boolean) => profiles.some(has)
  const known: Record<UnknownFact, boolean> = {
    role: some(
      ({ facts, headline }) => Boolean(headline) || (facts.positions ?? []).some(position => position.current),
    ),
    place: Boolean(person.place) || some(profile => Boolean(profile.place)),
    'time-zone': Boolean(person.timeZone),
    languages: some(({ facts }) => (facts.languages?.length ?? 0) > 0),
    history: some(({ facts }) => (facts.positions?.length ?? 0) > 0),
    education: some(({ facts }) => (facts.education?.length ?? 0) > 0),
    skills: some(({ facts }) => (facts.skills?.length ?? 0) > 0),
    email: person.contactKinds.includes('email'),
    phone: person.contactKinds.includes('phone'),
  }
  return (Object.keys(known) as UnknownFact[]).filter(fact => !known[fact])
}
