import { dayMs } from '#kernel/clock.ts'
import type { PersonId } from '#kernel/ids.ts'

export const poolKinds = ['static', 'dynamic'] as const
export type PoolKind = (typeof poolKinds)[number]

/** What a dynamic pool asks the people search, as its owner. */
export const searchFields = ['q', 'stage', 'tool', 'place', 'tag', 'active'] as const
export const activeSpans = ['week', 'month', 'quarter', 'year', 'quiet', 'unknown'] as const
export type PoolSearch = {
  [Field in Exclude<(typeof searchFields)[number], 'active'>]?: string | undefined
} & { active?: (typeof activeSpans)[number] | undefined }

export const memberSorts = ['added', 'touch', 'name'] as const
export type MemberSort = (typeof memberSorts)[number]

export const poolLimits = {
  perWorkspace: 500,
  sharesPerPool: 200,
  /** So many are put in, taken out or judged in one step. */
  perStep: 1_000,
  judgedPerStep: 500,
  /** Above this many at once the log tells the number, not the names. */
  named: 200,
  /** The change log is looked through this often, and everybody is looked at again this often. */
  lookEveryMs: 15_000,
  sweepEveryMs: dayMs / 24,
  warmWeeks: { least: 1, most: 104 },
} as const

/** Why somebody came or went. `hand`: a recruiter; `stage`, `words`, `published`, `new-here`: what the search looked at changed. */
export const causes = ['hand', 'created', 'search-changed', 'stage', 'words', 'published', 'new-here', 'time'] as const
export type Cause = (typeof causes)[number]

/** What is planned with somebody; etiquette judges it for each of them. */
export const plannedActions = ['keep-warm', 'invite', 'message', 'comment'] as const
export type PlannedAction = (typeof plannedActions)[number]

/** What the change log of the workspace says happened, as far as it matters for who belongs into a pool. */
export type News = { people: Map<PersonId, Cause>; everybody: boolean }

const causeOf: Readonly<Record<string, Cause>> = {
  'relationships.changed': 'stage',
  'activity.found': 'published',
  'people.added': 'new-here',
  'people.changed': 'words',
  'people.merged': 'words',
  'people.split': 'words',
  'people.move-undone': 'words',
}

/** Events that name nobody, or only the first of many. */
const broad = new Set(['import.changed', 'sample.changed'])
const namedAtMost = 100

const textsAt = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(textsAt) : typeof value === 'string' ? [value] : []

const peopleIn = (payload: Readonly<Record<string, unknown>>): string[] => {
  const items = Array.isArray(payload.items) ? payload.items : []
  const ofItems = items.flatMap(item =>
    typeof item === 'object' && item !== null ? textsAt(Reflect.get(item, 'person')) : [],
  )
  return ['people', 'person', 'survivor', 'other', 'from', 'to'].flatMap(key => textsAt(payload[key])).concat(ofItems)
}

/** The strongest cause of a person stays: what is new here was not merely changed. */
const weight: Readonly<Record<Cause, number>> = {
  'new-here': 3,
  stage: 2,
  published: 1,
  words: 0,
  hand: 0,
  created: 0,
  'search-changed': 0,
  time: 0,
}

/** Reads the change log for pools. `parse` admits ids; what it refuses is left out. */
export function readNews(
  events: readonly { kind: string; payload: Readonly<Record<string, unknown>> }[],
  parse: (text: string) => PersonId | undefined,
): News {
  const people = new Map<PersonId, Cause>()
  let everybody = false
  for (const { kind, payload } of events) {
    if (broad.has(kind)) everybody = true
    const cause = causeOf[kind]
    if (!cause) continue
    const named = peopleIn(payload)
    if (named.length >= namedAtMost || named.length === 0) everybody = true
    for (const text of named) {
      const person = parse(text)
      if (!person) continue
      const known = people.get(person)
      if (known === undefined || weight[cause] > weight[known]) people.set(person, cause)
    }
  }
  return { people, everybody }
}

/** Somebody is asked for: a dynamic pool of everybody would be no pool. */
export const hasSearch = (search: PoolSearch): boolean => searchFields.some(field => (search[field] ?? '') !== '')

/** Only what is asked. */
export const tidySearch = (search: PoolSearch): PoolSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value.trim() !== ''))
