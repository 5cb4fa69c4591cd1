import type { PersonSaying } from '#features/people/index.ts'
import { profileDepth } from '#features/people/model.ts'
import { newId } from '#kernel/ids.ts'
import { changeOfJob, mergeSaying, type Saying } from '../../model/facts.ts'
import type { Index, KnownOne } from '../match-batch.ts'
import type { PreparedPerson, PreparedProfile } from '../prepare.ts'
import { addAddresses, addProfile, personSaying } from './create.ts'
import { type Plan, partsOf, type Writing } from './plan.ts'

const sayingOf = ({ headline, summary, place, display_name, facts }: Saying): Saying => ({
  headline,
  summary,
  place,
  display_name,
  facts,
})

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
export function updatePerson(plan: Plan, index: Index, one: KnownOne, record: PreparedPerson, writing: Writing) {
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
    const fresh = partsOf(plan, person.person_id).profiles.get(known.profile_id)
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
