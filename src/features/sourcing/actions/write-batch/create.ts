import type { ImportedProfile } from '#features/people/index.ts'
import { type ImportId, newId, type PersonId } from '#kernel/ids.ts'
import { addOwner, type Index, type KnownOne } from '../match-batch.ts'
import type { PreparedPerson, PreparedProfile } from '../prepare.ts'
import { type Plan, partsOf, type Writing } from './plan.ts'

const maxNameChars = 300
const maxTagChars = 60

const cut = (text: string | undefined, max: number) => (text === undefined ? undefined : text.slice(0, max))

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

export const personSaying = ({ person }: PreparedPerson) => ({
  given_name: cut(person.givenName, maxNameChars),
  family_name: cut(person.familyName, maxNameChars),
  place: cut(person.place, maxNameChars),
  time_zone: person.timeZone && isTimeZone(person.timeZone) ? person.timeZone : undefined,
  birth_date: cut(person.birthDate, 10),
})

export function addProfile(
  plan: Plan,
  index: Index,
  one: KnownOne,
  profile: PreparedProfile,
  at: Date,
  importId: ImportId,
): void {
  const person_id = one.person.person_id
  const owners = profile.key === null ? undefined : index.owners.get(profile.id)
  // The same account twice in one record.
  if (owners?.includes(person_id)) return
  // Somebody else's account: the proposal tells, and what the file says is kept without the address.
  const profile_key = owners ? null : profile.key
  const { saying, depth } = profile
  const row: ImportedProfile = {
    profile_id: plan.minted.profiles.get(profile) ?? newId(at.getTime()),
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
  partsOf(plan, person_id).profiles.set(row.profile_id, row)
  one.profiles.push({
    ...saying,
    profile_id: row.profile_id,
    person_id,
    tool: profile.tool,
    profile_key,
    depth,
    import_id: importId,
  })
  if (profile_key !== null) addOwner(index, profile.id, person_id)
}

export function addAddresses(plan: Plan, index: Index, one: KnownOne, record: PreparedPerson): boolean {
  const { person_id } = one.person
  const parts = partsOf(plan, person_id)
  let added = false
  for (const { kind, key, id, value, strong } of record.contacts) {
    if (one.contacts.includes(id)) continue
    one.contacts.push(id)
    parts.contacts.push({ person_id, kind, contact_key: key, value })
    if (strong) addOwner(index, id, person_id)
    added = true
  }
  const note = record.person.note?.trim().slice(0, 20_000)
  if (note && !one.notes.includes(note)) {
    one.notes.push(note)
    parts.notes.push({ note_id: newId(), person_id, text: note })
    added = true
  }
  for (const text of record.person.tags) {
    const tag = text.trim().slice(0, maxTagChars)
    if (tag === '' || one.tags.includes(tag)) continue
    one.tags.push(tag)
    parts.tags.push({ person_id, tag })
    added = true
  }
  return added
}

export function createPerson(plan: Plan, index: Index, record: PreparedPerson, writing: Writing): PersonId {
  const { at, importId } = writing
  const person_id = plan.minted.people.get(record) ?? newId<'Person'>(at.getTime())
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
    notes: [],
    contacts: [],
    tags: [],
  }
  if (!index.apart) index.known.set(person_id, one)
  for (const profile of record.profiles) addProfile(plan, index, one, profile, at, importId)
  addAddresses(plan, index, one, record)
  return person_id
}
