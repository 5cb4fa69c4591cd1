import { type FoundItem, recordActivity } from '#features/activity/index.ts'
import {
  type ImportedContact,
  type ImportedProfile,
  type ImportMark,
  insertImportedContacts,
  insertImportedNotes,
  insertImportedPeople,
  insertImportedProfiles,
  insertImportedTags,
  refreshPersonSearch,
  updateImportedAsSample,
} from '#features/people/index.ts'
import { contactKey, profileDepth } from '#features/people/model.ts'
import { newId, type ProfileId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { SampleDeps } from '../../deps.ts'
import type { SamplePerson, SamplePlan } from '../../model.ts'
import { listItemKeys } from '../../store.ts'
import { byKeeper, personAt, type Scope } from './scope.ts'

const source = 'sample'
const evidence = [{ fact: 'sample', weight: 20, says: 'Sample data: made together with this person.' }]

/** The people at places [from, to) of the plan, with all that is known of them and what they published. */
export async function writePeople(
  tx: Transaction,
  deps: SampleDeps,
  scope: Scope,
  plan: SamplePlan,
  from: number,
  to: number,
): Promise<void> {
  const { workspace, user, now } = scope
  const mark: ImportMark = { workspace, importId: newId<'Import'>(now.getTime()), source, at: now }
  const some = plan.people
    .slice(from, to)
    .map((person, place) => ({ person, id: personAt(scope, from + place), place: from + place }))
  for (const [owner, own] of byKeeper(scope, plan, some, one => one.place))
    await insertImportedPeople(
      tx,
      mark,
      owner,
      own.map(({ person, id }) => ({
        person_id: id,
        display_name: person.name,
        given_name: person.given,
        family_name: person.family,
        place: person.place,
        time_zone: person.timeZone,
      })),
    )
  const profiles = new Map<number, ProfileId[]>()
  const rows = some.flatMap(({ person, id, place }) => {
    const made = person.profiles.map(profile => profileRow(person, profile, id))
    profiles.set(
      place,
      made.map(row => row.profile_id),
    )
    return made
  })
  await insertImportedProfiles(tx, mark, rows)
  await insertImportedContacts(
    tx,
    mark,
    some.flatMap(({ person, id }) => contactsOf(person, id)),
  )
  await insertImportedTags(
    tx,
    mark,
    some.flatMap(({ person, id }) => person.tags.map(tag => ({ person_id: id, tag }))),
  )
  const notes = some.flatMap(({ person, id }) =>
    person.note === undefined ? [] : [{ note_id: newId<'Note'>(now.getTime()), person_id: id, text: person.note }],
  )
  await insertImportedNotes(tx, mark, user, notes)
  await updateImportedAsSample(
    tx,
    workspace,
    mark.importId,
    some.map(({ person, id }) => ({ person: id, language: person.language })),
    evidence,
  )
  await writeItems(tx, deps, scope, plan, profiles, from, to)
  const silent = new Set(some.map(({ id }) => id))
  for (const item of plan.items)
    if (item.person >= from && item.person < to) silent.delete(personAt(scope, item.person))
  await refreshPersonSearch(tx, workspace, [...silent])
}

function profileRow(
  person: SamplePerson,
  profile: SamplePerson['profiles'][number],
  id: ImportedProfile['person_id'],
): ImportedProfile {
  const said = { headline: profile.headline, summary: profile.summary, place: person.place, facts: profile.facts }
  return {
    profile_id: newId<'Profile'>(),
    person_id: id,
    tool: profile.tool,
    profile_key: profile.key,
    handle: profile.handle,
    url: profile.url,
    display_name: person.name,
    ...said,
    depth: profileDepth(said),
  }
}

function contactsOf(person: SamplePerson, id: ImportedContact['person_id']): ImportedContact[] {
  const given = [
    { kind: 'email' as const, value: person.email },
    { kind: 'phone' as const, value: person.phone },
  ]
  return given.flatMap(({ kind, value }) => {
    const key = value === undefined ? undefined : contactKey(kind, value)
    return value === undefined || key === undefined ? [] : [{ person_id: id, kind, contact_key: key, value }]
  })
}

async function writeItems(
  tx: Transaction,
  deps: SampleDeps,
  scope: Scope,
  plan: SamplePlan,
  profiles: ReadonlyMap<number, ProfileId[]>,
  from: number,
  to: number,
): Promise<void> {
  const places = plan.items.flatMap((item, place) => (item.person >= from && item.person < to ? [{ item, place }] : []))
  const found = places.map(
    ({ item }): FoundItem => ({
      ...item,
      person: personAt(scope, item.person),
      profile: profiles.get(item.person)?.[item.profile],
    }),
  )
  const { added } = await recordActivity(tx, deps.touches, scope.workspace, found, scope.now)
  const known = await listItemKeys(tx, scope.workspace, added)
  for (const { item, place } of places) {
    const id = known.get(item.key)
    if (id) scope.items.set(place, id)
  }
}
