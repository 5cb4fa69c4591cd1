import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { type AlignedFact, alignFacts, type UnknownFact, unknownFacts } from '../model/facts.ts'
import { type ContactPoint, listContactPoints, listNotes, listTags, type Note } from '../store/contacts.ts'
import { listMoves, type Move } from '../store/moves.ts'
import { findPerson, type Person } from '../store/people.ts'
import { type Link, listLinks, listProfiles, type Profile } from '../store/profiles.ts'
import type { PersonRow, SearchDeps } from './search.ts'

export type WholePerson = {
  person: Person
  profiles: Profile[]
  facts: AlignedFact[]
  unknown: UnknownFact[]
  contacts: ContactPoint[]
  links: Link[]
  moves: Move[]
  notes: Note[]
  tags: string[]
  mark: PersonRow['mark']
  active: string | undefined
}

async function gather(
  tx: Transaction,
  workspace: WorkspaceId,
  id: PersonId,
): Promise<Omit<WholePerson, 'mark' | 'active'> | undefined> {
  const person = await findPerson(tx, workspace, id)
  if (!person) return undefined
  const profiles = await listProfiles(tx, workspace, id)
  const contacts = await listContactPoints(tx, workspace, id)
  const compared = profiles.map(profile => ({
    ...profile,
    profileId: profile.profile_id,
    displayName: profile.display_name,
  }))
  const known = { place: person.place, timeZone: person.time_zone, contactKinds: contacts.map(contact => contact.kind) }
  return {
    person,
    profiles,
    contacts,
    facts: alignFacts(compared),
    unknown: unknownFacts(known, compared),
    links: await listLinks(tx, workspace, id),
    moves: await listMoves(tx, workspace, id),
    notes: await listNotes(tx, workspace, id),
    tags: await listTags(tx, workspace, id),
  }
}

/** Undefined when there is nobody of this id. Someone who was merged is answered as they are: `person.merged_into` leads on. */
export function findWholePerson(
  deps: Pick<SearchDeps, 'db' | 'marks' | 'activeLabels'>,
  caller: Caller,
  id: PersonId,
): Promise<WholePerson | undefined> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const whole = await gather(tx, caller.workspace, id)
    if (!whole) return undefined
    const mark = (await deps.marks(tx, caller, [id])).get(id)
    return { ...whole, mark, active: (await deps.activeLabels(tx, caller, [id])).get(id) }
  })
}

/** What another feature holds about a person, under a name of its own: for the export of one person. */
export type ExportPart = (
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
) => Promise<Readonly<Record<string, unknown>>>

/** Everything that is kept about this person, in words that they can read (GDPR art. 15 and 20). */
export function exportPerson(
  deps: Pick<SearchDeps, 'db' | 'clock'> & { exportParts: readonly ExportPart[] },
  caller: Caller,
  id: PersonId,
): Promise<Record<string, unknown> | undefined> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const whole = await gather(tx, caller.workspace, id)
    if (!whole) return undefined
    const { person, profiles, contacts, links, moves, notes, tags } = whole
    const parts: Record<string, unknown> = {}
    for (const part of deps.exportParts) Object.assign(parts, await part(tx, caller.workspace, id))
    return {
      format: 'kith-person',
      version: 1,
      exportedAt: deps.clock.now(),
      person,
      profiles,
      contacts,
      links,
      moves,
      notes,
      tags,
      ...parts,
    }
  })
}
