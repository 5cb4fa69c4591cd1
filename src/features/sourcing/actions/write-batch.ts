import {
  findSuppressed,
  type ImportedContact,
  type ImportedPerson,
  type ImportedProfile,
  type ImportMark,
  insertImportedContacts,
  insertImportedNotes,
  insertImportedPeople,
  insertImportedProfiles,
  insertImportedTags,
  insertMatchProposals,
  markDoNotContact,
  type PersonSaying,
  refreshPersonSearch,
  type SuppressionKey,
  toolAddress,
  updatePeopleSaying,
  updateProfilesSaying,
} from '#features/people/index.ts'
import { type Evidence, profileDepth } from '#features/people/model.ts'
import { type ImportId, type NoteId, newId, type PersonId, type UserId } from '#kernel/ids.ts'
import type { Events } from '#platform/events.ts'
import type { Transaction } from '#storage/database.ts'
import { changeOfJob, mergeSaying, type Saying } from '../model/facts.ts'
import { judgeMatch, proposalsFor } from '../model/match.ts'
import type { ImportCounts } from '../model/states.ts'
import { type HistoryRow, insertHistory } from '../store/history.ts'
import type { Reject } from '../store/imports.ts'
import { type Change, insertChanges, insertKeys } from '../store/keys.ts'
import { accountId, addOwner, candidatesOf, contactId, type Index, indexBatch, type KnownOne } from './match-batch.ts'
import type { PreparedPerson, PreparedProfile } from './prepare.ts'

export type WriteDeps = SuppressionKey & { events: Events }
export type Writing = ImportMark & { user: UserId; format: string; hasSuppressions: boolean }

const linkEvidence = [{ fact: 'import', weight: 0, says: 'It came with an import.' }]
const maxNameChars = 300
const maxTagChars = 60

/** What a batch is going to write; collected first, so that each table is written once. */
type Plan = {
  people: Map<PersonId, ImportedPerson>
  profiles: Map<string, ImportedProfile>
  contacts: ImportedContact[]
  notes: { note_id: NoteId; person_id: PersonId; text: string }[]
  tags: { person_id: PersonId; tag: string }[]
  keys: Map<string, { key: string; person: PersonId; digests: readonly string[] }>
  history: HistoryRow[]
  proposals: { one: PersonId; other: PersonId; probability: number; evidence: readonly Evidence[] }[]
  sayings: Map<string, { profile: ImportedProfile['profile_id']; to: Saying & { depth: number } }>
  peopleSayings: Map<PersonId, { person: PersonId; to: PersonSaying }>
  changes: (Change & { change: string })[]
  refused: { person: PersonId; reason: string; quote?: string }[]
  rejects: Reject[]
  touched: Set<PersonId>
  counts: ImportCounts
}

const cut = (text: string | undefined, max: number) => (text === undefined ? undefined : text.slice(0, max))
const sayingOf = ({ headline, summary, place, display_name, facts }: Saying): Saying => ({
  headline,
  summary,
  place,
  display_name,
  facts,
})

const zones = new Map<string, boolean>()
function isTimeZone(zone: string): boolean {
  let known = zones.get(zone)
  if (known === undefined) {
    try {
      known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
    } catch {
      known = false
    }
    if (zones.size < 10_000) zones.set(zone, known)
  }
  return known
}

const personSaying = ({ person }: PreparedPerson) => ({
  given_name: cut(person.givenName, maxNameChars),
  family_name: cut(person.familyName, maxNameChars),
  place: cut(person.place, maxNameChars),
  time_zone: person.timeZone && isTimeZone(person.timeZone) ? person.timeZone : undefined,
  birth_date: cut(person.birthDate, 10),
})

function addProfile(
  plan: Plan,
  index: Index,
  one: KnownOne,
  profile: PreparedProfile,
  at: Date,
  importId: ImportId,
): void {
  const person_id = one.person.person_id
  // Somebody else's account: the proposal tells, and what the file says is kept without the address.
  const isTaken =
    profile.key !== null &&
    [...(index.owners.get(accountId(profile.tool, profile.key)) ?? [])].some(owner => owner !== person_id)
  const profile_key = isTaken ? null : profile.key
  const { saying, depth } = profile
  const row: ImportedProfile = {
    profile_id: newId(at.getTime()),
    link_id: newId(at.getTime()),
    person_id,
    tool: profile.tool,
    profile_key,
    handle: profile.handle,
    url: profile.url,
    display_name: saying.display_name ?? undefined,
    headline: saying.headline ?? undefined,
    summary: saying.summary ?? undefined,
    place: saying.place ?? undefined,
    facts: saying.facts,
    depth,
  }
  plan.profiles.set(row.profile_id, row)
  one.profiles.push({
    ...saying,
    profile_id: row.profile_id,
    person_id,
    tool: profile.tool,
    profile_key,
    depth,
    import_id: importId,
  })
  if (profile_key !== null) addOwner(index, accountId(profile.tool, profile_key), person_id)
}

function addAddresses(plan: Plan, index: Index, one: KnownOne, record: PreparedPerson): boolean {
  const { person_id } = one.person
  let added = false
  for (const { kind, key, value, strong } of record.contacts) {
    const id = contactId(kind, key)
    if (one.contacts.has(id)) continue
    one.contacts.add(id)
    plan.contacts.push({ person_id, kind, contact_key: key, value })
    if (strong) addOwner(index, id, person_id)
    added = true
  }
  const note = record.person.note?.trim().slice(0, 20_000)
  if (note && !one.notes.has(note)) {
    one.notes.add(note)
    plan.notes.push({ note_id: newId(), person_id, text: note })
    added = true
  }
  for (const text of record.person.tags) {
    const tag = text.trim().slice(0, maxTagChars)
    if (tag === '' || one.tags.has(tag)) continue
    one.tags.add(tag)
    plan.tags.push({ person_id, tag })
    added = true
  }
  return added
}

function createPerson(plan: Plan, index: Index, record: PreparedPerson, writing: Writing): PersonId {
  const { at, importId } = writing
  const person_id = newId<'Person'>(at.getTime())
  const said = personSaying(record)
  const display_name = record.person.fullName.slice(0, maxNameChars)
  plan.people.set(person_id, { person_id, display_name, ...said })
  const one: KnownOne = {
    person: {
      person_id,
      display_name,
      given_name: said.given_name ?? null,
      family_name: said.family_name ?? null,
      place: said.place ?? null,
      time_zone: said.time_zone ?? null,
      birth_date: said.birth_date ?? null,
    },
    profiles: [],
    notes: new Set(),
    contacts: new Set(),
    tags: new Set(),
  }
  index.known.set(person_id, one)
  for (const profile of record.profiles) addProfile(plan, index, one, profile, at, importId)
  addAddresses(plan, index, one, record)
  return person_id
}

const isEmptySaying = ({ headline, summary, place, facts }: Saying) =>
  headline === null && summary === null && place === null && Object.keys(facts).length === 0

/** The known profile that the file's profile is: by address, else, without one, the only one of that tool. */
function findKnownProfile(one: KnownOne, profile: PreparedProfile) {
  const onTool = one.profiles.filter(known => known.tool === profile.tool)
  const byKey = profile.key === null ? undefined : onTool.find(known => known.profile_key === profile.key)
  if (byKey) return byKey
  const nameless = onTool.find(known => known.profile_key === null)
  if (nameless && profile.key === null) return nameless
  return profile.key === null && onTool.length === 1 ? onTool[0] : undefined
}

/** Gives whether anything of theirs changed, and whether it was their work. */
function updatePerson(plan: Plan, index: Index, one: KnownOne, record: PreparedPerson, writing: Writing) {
  const { at, importId } = writing
  const { person } = one
  let changed = false
  let newJob = false
  // Filled where it was blank; what is there may be a recruiter's own words.
  const said = personSaying(record)
  const before: PersonSaying = {
    given_name: person.given_name,
    family_name: person.family_name,
    place: person.place,
    time_zone: person.time_zone,
    birth_date: person.birth_date,
  }
  const after: PersonSaying = {
    given_name: person.given_name ?? said.given_name ?? null,
    family_name: person.family_name ?? said.family_name ?? null,
    place: person.place ?? said.place ?? null,
    time_zone: person.time_zone ?? said.time_zone ?? null,
    birth_date: person.birth_date ?? said.birth_date ?? null,
  }
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    changed = true
    Object.assign(person, after)
    const fresh = plan.people.get(person.person_id)
    if (fresh) Object.assign(fresh, Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null)))
    else {
      plan.peopleSayings.set(person.person_id, { person: person.person_id, to: after })
      plan.changes.push({ change: newId(), entity: 'person', id: person.person_id, kind: 'changed', before, after })
    }
  }
  for (const profile of record.profiles) {
    const known = findKnownProfile(one, profile)
    if (!known) {
      if (profile.key === null && isEmptySaying(profile.saying)) continue
      addProfile(plan, index, one, profile, at, importId)
      changed = true
      continue
    }
    const was = sayingOf(known)
    const now = mergeSaying(was, profile.saying)
    if (JSON.stringify(was) === JSON.stringify(now)) continue
    changed = true
    const depth = Math.max(profileDepth(now), 0)
    Object.assign(known, now, { depth })
    const fresh = plan.profiles.get(known.profile_id)
    if (fresh) {
      Object.assign(fresh, Object.fromEntries(Object.entries({ ...now, depth }).filter(([, value]) => value !== null)))
      continue
    }
    const job = known.import_id === importId ? undefined : changeOfJob(was.facts, now.facts)
    if (job) newJob = true
    plan.sayings.set(known.profile_id, { profile: known.profile_id, to: { ...now, depth } })
    plan.changes.push({
      change: newId(),
      entity: 'profile',
      id: known.profile_id,
      kind: job ? 'new-job' : 'changed',
      before: { saying: was, job: job?.from },
      after: { saying: now, job: job?.to },
    })
  }
  if (addAddresses(plan, index, one, record)) changed = true
  return { changed, newJob }
}

const emptyPlan = (): Plan => ({
  people: new Map(),
  profiles: new Map(),
  contacts: [],
  notes: [],
  tags: [],
  keys: new Map(),
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

const addressesOf = (record: PreparedPerson) => [
  ...record.contacts.map(({ kind, key }) => `${kind}:${key}`),
  ...record.profiles.flatMap(({ tool, key }) => (key === null ? [] : [toolAddress(tool, key)])),
]

function connectedOf(record: PreparedPerson, person: PersonId): HistoryRow[] {
  const { connectedAt } = record.person
  const [account] = record.profiles
  if (!connectedAt || !account || Number.isNaN(Date.parse(connectedAt))) return []
  return [
    {
      record_key: `connected ${account.tool} ${account.key ?? record.key}`,
      kind: 'connected',
      direction: 'both',
      tool: account.tool,
      person_id: person,
      at: connectedAt,
    },
  ]
}

function planRecord(
  plan: Plan,
  index: Index,
  record: PreparedPerson,
  suppressed: ReadonlyMap<string, 'erased' | 'do-not-contact'>,
  writing: Writing,
): void {
  const { counts } = plan
  const keyRow = index.keys.get(record.key)
  if (keyRow?.digests.includes(record.digest)) {
    counts.unchanged++
    return
  }
  const reasons = suppressed.size === 0 ? [] : addressesOf(record).flatMap(address => suppressed.get(address) ?? [])
  if (reasons.includes('erased')) {
    counts.suppressed++
    plan.rejects.push({
      file: record.file,
      row: record.row,
      why: 'This person was erased here at their wish, so nothing of the row was kept.',
      raw: '',
    })
    return
  }
  const candidates = candidatesOf(index, record)
  const known = keyRow && index.known.get(keyRow.person_id)
  const incoming = { name: record.person.fullName, birthDate: record.person.birthDate, accounts: record.profiles }
  const others = known ? candidates.filter(one => one.person !== known.person.person_id) : candidates
  const match = known ? { kind: 'same' as const, person: known.person.person_id } : judgeMatch(incoming, candidates)
  let person: PersonId
  if (match.kind === 'same') {
    person = match.person
    const one = index.known.get(person)
    if (!one) throw new Error('a matched person was not read')
    const { changed, newJob } = updatePerson(plan, index, one, record, writing)
    if (changed) counts.changed++
    else counts.unchanged++
    if (newJob) counts.newJobs++
    if (changed && !plan.people.has(person)) plan.touched.add(person)
  } else {
    person = createPerson(plan, index, record, writing)
    counts.created++
  }
  // Kept apart, or known by this record and yet with an address of somebody else: a recruiter decides.
  const proposals = match.kind === 'conflict' ? match.proposals : known ? proposalsFor(incoming, others) : []
  if (proposals.length > 0) counts.conflicts++
  for (const { person: other, ...why } of proposals) plan.proposals.push({ one: person, other, ...why })
  const digests = keyRow && keyRow.import_id === writing.importId ? [...keyRow.digests, record.digest] : [record.digest]
  if (keyRow && keyRow.import_id !== writing.importId)
    plan.changes.push({
      change: newId(),
      entity: 'key',
      id: person,
      kind: 'changed',
      before: { format: writing.format, key: record.key, digests: keyRow.digests, importId: keyRow.import_id },
      after: {},
    })
  plan.keys.set(record.key, { key: record.key, person, digests })
  index.keys.set(record.key, { record_key: record.key, person_id: person, digests, import_id: writing.importId })
  plan.history.push(...connectedOf(record, person))
  if (record.quote !== undefined)
    plan.refused.push({ person, reason: 'Their profile asks recruiters to stay away.', quote: record.quote })
  else if (reasons.length > 0) plan.refused.push({ person, reason: 'They asked not to be contacted.' })
}

async function writePlan(tx: Transaction, deps: WriteDeps, plan: Plan, writing: Writing): Promise<void> {
  const { workspace, importId, user, format, at } = writing
  await insertImportedPeople(tx, writing, user, [...plan.people.values()])
  await insertImportedProfiles(tx, writing, [...plan.profiles.values()], linkEvidence)
  await insertImportedContacts(tx, writing, plan.contacts)
  await insertImportedNotes(tx, writing, user, plan.notes)
  await insertImportedTags(tx, writing, plan.tags)
  await updatePeopleSaying(tx, workspace, [...plan.peopleSayings.values()])
  await updateProfilesSaying(tx, workspace, [...plan.sayings.values()], at)
  await insertKeys(tx, workspace, importId, format, [...plan.keys.values()])
  await insertMatchProposals(tx, writing, plan.proposals)
  await insertChanges(tx, workspace, importId, plan.changes)
  await insertHistory(tx, workspace, importId, plan.history)
  const quoted = Map.groupBy(plan.refused, ({ reason, quote }) => `${reason}\n${quote ?? ''}`)
  for (const group of quoted.values()) {
    const [first] = group
    if (first)
      await markDoNotContact(tx, deps, {
        workspace,
        people: group.map(one => one.person),
        reason: first.reason,
        quote: first.quote,
        user: null,
        at,
      })
  }
  await refreshPersonSearch(tx, workspace, [...plan.touched])
}

export type Written = { counts: ImportCounts; rejects: Reject[]; created: PersonId[] }

/**
 * Writes the people of a batch in the caller's transaction: found again, added or kept apart. Search learns of the changed ones
 * here; of those in `created` the caller tells it later.
 */
export async function writePeople(
  tx: Transaction,
  deps: WriteDeps,
  writing: Writing,
  batch: readonly PreparedPerson[],
): Promise<Written> {
  const plan = emptyPlan()
  if (batch.length === 0) return { counts: plan.counts, rejects: [], created: [] }
  const index = await indexBatch(tx, writing.workspace, writing.format, batch)
  const suppressed = writing.hasSuppressions
    ? await findSuppressed(tx, deps, writing.workspace, [...new Set(batch.flatMap(addressesOf))])
    : new Map<string, 'erased' | 'do-not-contact'>()
  for (const record of batch) planRecord(plan, index, record, suppressed, writing)
  await writePlan(tx, deps, plan, writing)
  return { counts: plan.counts, rejects: plan.rejects, created: [...plan.people.keys()] }
}
