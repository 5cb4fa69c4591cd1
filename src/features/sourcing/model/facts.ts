import type { Position, ProfileFacts } from '#features/people/model.ts'
import { foldName } from './names.ts'

/** What a profile says; null where it is silent. */
export type Saying = {
  headline: string | null
  summary: string | null
  place: string | null
  display_name: string | null
  facts: ProfileFacts
}

export type Job = { title?: string | undefined; organisation?: string | undefined }

const same = (left: string | undefined, right: string | undefined) => foldName(left ?? '') === foldName(right ?? '')
const sameJob = (left: Job, right: Job) => same(left.title, right.title) && same(left.organisation, right.organisation)

export function currentJob(facts: ProfileFacts): Job | undefined {
  const now = facts.positions?.find(position => position.current && (position.title || position.organisation))
  return now && { title: now.title, organisation: now.organisation }
}

/** A file that says less than is known (the employer without the title) tells no change. */
const isTold = (incoming: Job, known: Job) =>
  (!incoming.title || same(incoming.title, known.title)) &&
  (!incoming.organisation || same(incoming.organisation, known.organisation))

/** A title or employer that was not there: only where both say what they do now. */
export function changeOfJob(before: ProfileFacts, after: ProfileFacts): { from: Job; to: Job } | undefined {
  const from = currentJob(before)
  const to = currentJob(after)
  return from && to && !sameJob(from, to) && !isTold(from, to) && !isTold(to, from) ? { from, to } : undefined
}

function mergePositions(known: readonly Position[], incoming: readonly Position[]): readonly Position[] {
  if (incoming.length === 0) return known
  const held = incoming.filter(position => position.current)
  const fresh = incoming.filter(
    position => !known.some(one => (position.current ? one.current && isTold(position, one) : sameJob(one, position))),
  )
  if (fresh.length === 0) return known
  // What they did until now stays in their history; words that say less of the same job make way for those that say more.
  const bringsNewJob = fresh.some(position => position.current)
  const kept = known.filter(one => !(one.current && held.some(position => isTold(one, position))))
  const past = kept.map(position =>
    bringsNewJob && position.current && !held.some(one => isTold(one, position))
      ? { ...position, current: false }
      : position,
  )
  return [...fresh, ...past]
}

function union<T>(known: readonly T[] | undefined, incoming: readonly T[] | undefined, keyOf: (item: T) => string) {
  const seen = new Set((known ?? []).map(keyOf))
  const fresh = (incoming ?? []).filter(item => !seen.has(keyOf(item)))
  return fresh.length === 0 ? known : [...(known ?? []), ...fresh]
}

/** The profile after a later file: what the file says wins over older words, what it leaves out stays. */
export function mergeSaying(known: Saying, incoming: Saying): Saying {
  const positions = mergePositions(known.facts.positions ?? [], incoming.facts.positions ?? [])
  const education = union(known.facts.education, incoming.facts.education, one =>
    foldName(`${one.school} ${one.degree ?? ''}`),
  )
  const skills = union(known.facts.skills, incoming.facts.skills, foldName)
  const languages = union(known.facts.languages, incoming.facts.languages, foldName)
  return {
    headline: incoming.headline ?? known.headline,
    summary: incoming.summary ?? known.summary,
    place: incoming.place ?? known.place,
    display_name: incoming.display_name ?? known.display_name,
    facts: {
      ...known.facts,
      ...(positions.length > 0 ? { positions } : {}),
      ...(education ? { education } : {}),
      ...(skills ? { skills } : {}),
      ...(languages ? { languages } : {}),
    },
  }
}
