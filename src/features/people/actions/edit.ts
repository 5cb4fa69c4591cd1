import { type NoteId, newId, type PersonId, type ProfileId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { type ContactKind, contactKey } from '../model/contact.ts'
import { type ProfileFacts, profileDepth } from '../model/depth.ts'
import { refusalOfRecruiters } from '../model/no-recruiters.ts'
import type { LawfulBasis } from '../model/person.ts'
import {
  deleteContactPoint,
  deleteTags,
  insertContactPoint,
  insertNote,
  insertTags,
  updateNote,
} from '../store/contacts.ts'
import { findPeopleForUpdate, type PersonFields, updatePerson } from '../store/people.ts'
import { deleteProfile, findProfile, updateProfile } from '../store/profiles.ts'
import { refreshPersonSearch } from '../store/search-index/refresh.ts'
import { contactAddress, findSuppressed } from '../suppression.ts'
import type { PeopleDeps } from './deps.ts'
import { markDoNotContact } from './do-not-contact.ts'
import { changeOwner, type OwnerRefusal } from './owner.ts'

export type EditRefusal =
  | { code: 'no-such-person' }
  | { code: 'no-such-note' }
  | { code: 'no-such-profile' }
  | { code: 'no-such-contact' }
  | { code: 'no-address'; kind: ContactKind }
  | { code: 'suppressed' }
  | { code: 'no-name' }
  | { code: 'no-tag' }
  | OwnerRefusal

/** Runs `work` for a person who is there and not merged away, and keeps search and browsers up to date. */
function onPerson<T>(
  deps: PeopleDeps,
  caller: Caller,
  person: PersonId,
  work: (tx: Transaction, now: Date) => Promise<Result<T, EditRefusal>>,
): Promise<Result<T, EditRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const found = (await findPeopleForUpdate(tx, caller.workspace, [person])).get(person)
    if (!found || found.merged_into) return refuse({ code: 'no-such-person' })
    const result = await work(tx, deps.clock.now())
    if (!result.ok) return result
    await refreshPersonSearch(tx, caller.workspace, [person])
    tellBrowsers(tx, caller.workspace, { kind: 'people.changed', payload: { people: [person] } })
    return result
  })
}

export function editPerson(
  deps: PeopleDeps,
  caller: Caller,
  person: PersonId,
  fields: PersonFields,
): Promise<Result<void, EditRefusal>> {
  const name = fields.display_name?.trim()
  if (fields.display_name !== undefined && !name) return Promise.resolve(refuse({ code: 'no-name' }))
  return onPerson(deps, caller, person, async (tx, now) => {
    const { owner_id: owner, ...others } = fields
    if (owner !== undefined) {
      const given = await changeOwner(tx, deps, caller, { person, to: owner, at: now })
      if (!given.ok) return given
    }
    await updatePerson(tx, caller.workspace, person, name ? { ...others, display_name: name } : others, now)
    return done(undefined)
  })
}

export function editProfile(
  deps: PeopleDeps,
  caller: Caller,
  input: {
    person: PersonId
    profile: ProfileId
    headline?: string | null | undefined
    summary?: string | null | undefined
    place?: string | null | undefined
    displayName?: string | null | undefined
    facts?: ProfileFacts | undefined
    lawfulBasis?: LawfulBasis | undefined
  },
): Promise<Result<void, EditRefusal>> {
  return onPerson(deps, caller, input.person, async (tx, now) => {
    const profile = await findProfile(tx, caller.workspace, input.profile)
    if (profile?.person_id !== input.person) return refuse({ code: 'no-such-profile' })
    const pick = (given: string | null | undefined, kept: string | null) => (given === undefined ? kept : given)
    const described = {
      headline: pick(input.headline, profile.headline),
      summary: pick(input.summary, profile.summary),
      place: pick(input.place, profile.place),
      display_name: pick(input.displayName, profile.display_name),
      facts: input.facts ?? profile.facts,
    }
    const fields = {
      ...described,
      depth: profileDepth(described),
      lawful_basis: input.lawfulBasis ?? profile.lawful_basis,
    }
    await updateProfile(tx, caller.workspace, input.profile, fields, now)
    const quote = refusalOfRecruiters(described.headline, described.summary)
    if (quote)
      await markDoNotContact(tx, deps, {
        workspace: caller.workspace,
        people: [input.person],
        reason: 'Their profile asks recruiters to stay away.',
        quote,
        user: null,
        at: now,
      })
    return done(undefined)
  })
}

export function removeProfile(
  deps: PeopleDeps,
  caller: Caller,
  person: PersonId,
  profile: ProfileId,
): Promise<Result<void, EditRefusal>> {
  return onPerson(deps, caller, person, async tx => {
    if ((await findProfile(tx, caller.workspace, profile))?.person_id !== person)
      return refuse({ code: 'no-such-profile' })
    await deleteProfile(tx, caller.workspace, profile)
    return done(undefined)
  })
}

export function addContactByHand(
  deps: PeopleDeps,
  caller: Caller,
  person: PersonId,
  input: { kind: ContactKind; value: string },
): Promise<Result<{ key: string }, EditRefusal>> {
  return onPerson(deps, caller, person, async (tx, now) => {
    const value = input.value.trim()
    const key = contactKey(input.kind, value)
    const address = contactAddress(input.kind, value)
    if (!key || !address) return refuse({ code: 'no-address', kind: input.kind })
    const suppressed = (await findSuppressed(tx, deps, caller.workspace, [address])).get(address)
    if (suppressed === 'erased') return refuse({ code: 'suppressed' })
    await insertContactPoint(tx, caller.workspace, person, { kind: input.kind, key, value, source: 'by hand' }, now)
    if (suppressed) {
      const reason = 'They asked not to be contacted.'
      await markDoNotContact(tx, deps, { workspace: caller.workspace, people: [person], reason, user: null, at: now })
    }
    return done({ key })
  })
}

export function removeContactPoint(
  deps: PeopleDeps,
  caller: Caller,
  person: PersonId,
  input: { kind: ContactKind; key: string },
): Promise<Result<void, EditRefusal>> {
  return onPerson(deps, caller, person, async tx =>
    (await deleteContactPoint(tx, caller.workspace, person, input.kind, input.key))
      ? done(undefined)
      : refuse({ code: 'no-such-contact' }),
  )
}

export function addNote(
  deps: PeopleDeps,
  caller: Caller,
  person: PersonId,
  text: string,
): Promise<Result<NoteId, EditRefusal>> {
  return onPerson(deps, caller, person, async (tx, now) => {
    const note = newId<'Note'>(now.getTime())
    await insertNote(tx, caller.workspace, { note, person, user: caller.user, text }, now)
    return done(note)
  })
}

/** Deleting keeps the text, so that `deleted: false` brings it back. */
export function changeNote(
  deps: PeopleDeps,
  caller: Caller,
  person: PersonId,
  note: NoteId,
  change: { text: string } | { deleted: boolean },
): Promise<Result<void, EditRefusal>> {
  return onPerson(deps, caller, person, async (tx, now) =>
    (await updateNote(tx, caller.workspace, person, note, change, now))
      ? done(undefined)
      : refuse({ code: 'no-such-note' }),
  )
}

/** For one person or a selection; people who are not there are passed over. */
export function changeTags(
  deps: PeopleDeps,
  caller: Caller,
  people: readonly PersonId[],
  change: { add: readonly string[]; remove: readonly string[] },
): Promise<Result<void, EditRefusal>> {
  const clean = (tags: readonly string[]) => [
    ...new Set(tags.map(tag => tag.trim().replace(/\s+/g, ' ').toLowerCase()).filter(Boolean)),
  ]
  const [add, remove] = [clean(change.add), clean(change.remove)]
  if (add.length + remove.length === 0) return Promise.resolve(refuse({ code: 'no-tag' }))
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const found = await findPeopleForUpdate(tx, caller.workspace, people)
    const present = [...found.values()].filter(person => !person.merged_into).map(person => person.person_id)
    await deleteTags(tx, caller.workspace, present, remove)
    await insertTags(tx, caller.workspace, present, add)
    await refreshPersonSearch(tx, caller.workspace, present)
    tellBrowsers(tx, caller.workspace, { kind: 'people.changed', payload: { people: present.slice(0, 100) } })
    return done(undefined)
  })
}
