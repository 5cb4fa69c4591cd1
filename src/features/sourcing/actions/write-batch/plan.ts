import type {
  ImportedContact,
  ImportedNote,
  ImportedPerson,
  ImportedProfile,
  ImportedTag,
  ImportMark,
  PersonSaying,
} from '#features/people/index.ts'
import type { Evidence } from '#features/people/model.ts'
import type { PersonId, ProfileId, UserId } from '#kernel/ids.ts'
import type { Saying } from '../../model/facts.ts'
import type { ImportCounts } from '../../model/states.ts'
import type { HistoryRow } from '../../store/history.ts'
import type { Reject } from '../../store/imports.ts'
import type { Change, NewKey } from '../../store/keys.ts'
import type { PreparedPerson, PreparedProfile } from '../prepare.ts'

export type Writing = ImportMark & { user: UserId; format: string }

/** Rows that hang on a person. */
export type Parts = {
  profiles: Map<ProfileId, ImportedProfile>
  contacts: ImportedContact[]
  notes: ImportedNote[]
  tags: ImportedTag[]
  keys: Map<string, NewKey>
}

const emptyParts = (): Parts => ({ profiles: new Map(), contacts: [], notes: [], tags: [], keys: new Map() })

/** Ids that ascend with the keys of the records: a table's rows then go into all of its indexes in one order. */
export type Minted = {
  people: ReadonlyMap<PreparedPerson, PersonId>
  profiles: ReadonlyMap<PreparedProfile, ProfileId>
}

/** What a batch is going to write; collected first, so that each table is written once. */
export type Plan = {
  minted: Minted
  people: Map<PersonId, ImportedPerson>
  /** Of the people above. */
  fresh: Parts
  /** Of people who were here before. */
  added: Parts
  history: HistoryRow[]
  proposals: { one: PersonId; other: PersonId; probability: number; evidence: readonly Evidence[] }[]
  sayings: Map<string, { profile: ProfileId; to: Saying & { depth: number } }>
  peopleSayings: Map<PersonId, { person: PersonId; to: PersonSaying }>
  changes: (Change & { change: string })[]
  refused: { person: PersonId; reason: string; quote?: string }[]
  rejects: Reject[]
  touched: Set<PersonId>
  counts: ImportCounts
}

export const partsOf = (plan: Plan, person: PersonId): Parts => (plan.people.has(person) ? plan.fresh : plan.added)

export const nothingMinted: Minted = { people: new Map(), profiles: new Map() }

export const emptyPlan = (minted = nothingMinted): Plan => ({
  minted,
  people: new Map(),
  fresh: emptyParts(),
  added: emptyParts(),
  history: [],
  proposals: [],
  sayings: new Map(),
  peopleSayings: new Map(),
  changes: [],
  refused: [],
  rejects: [],
  touched: new Set(),
  counts: { created: 0, changed: 0, unchanged: 0, empty: 0, rejected: 0, newJobs: 0, suppressed: 0, conflicts: 0 },
})
