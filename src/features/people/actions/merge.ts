import {
  type LinkId,
  newId,
  type PersonId,
  type ProfileId,
  parseId,
  type UserId,
  type WorkspaceId,
} from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Events } from '#platform/events.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { personMoved, personMoveUndone } from '../events.ts'
import type { Evidence } from '../model/person.ts'
import {
  findLaterMove,
  findMovedRows,
  findMoveForUpdate,
  insertMove,
  type Move,
  type MovedKeys,
  moveKeyedRows,
  recordMovedRows,
  restoreKeyedRows,
  updateMoveUndone,
  updateNotesPerson,
  updateProfilesPerson,
} from '../store/moves.ts'
import {
  findPeopleForUpdate,
  insertPerson,
  type Person,
  type PersonFields,
  personFields,
  updateDoNotContact,
  updateMergedInto,
  updatePerson,
} from '../store/people.ts'
import { findLinkForUpdate, findProfile, insertLinks, listProfiles, updateLinksUndone } from '../store/profiles.ts'
import { refreshPersonSearch } from '../store/search-index/refresh.ts'
import type { PeopleDeps } from './deps.ts'

export type MergeRefusal =
  | { code: 'no-such-person' }
  | { code: 'same-person' }
  | { code: 'already-merged'; into: PersonId }
  | { code: 'no-such-move' }
  | { code: 'undone-already' }
  | { code: 'later-move'; move: string }
  | { code: 'no-such-profile' }
  | { code: 'all-profiles' }
  | { code: 'no-such-link' }

export type Decision = {
  workspace: WorkspaceId
  decidedBy: Move['decided_by']
  user: UserId | null
  probability: number
  evidence: readonly Evidence[]
  reason?: string | undefined
  now: Date
}

/** Fields of `survivor` that were empty and are filled from the other, as they were. */
function emptyFields(survivor: Person, other: Person): PersonFields {
  return Object.fromEntries(
    personFields.flatMap(field => (survivor[field] === null && other[field] !== null ? [[field, other[field]]] : [])),
  )
}

async function moveProfiles(
  tx: Transaction,
  decision: Decision,
  move: string,
  from: PersonId,
  to: PersonId,
  only?: readonly ProfileId[],
): Promise<ProfileId[]> {
  const { workspace, now } = decision
  const profiles = await updateProfilesPerson(tx, workspace, from, to, only)
  await recordMovedRows(tx, workspace, move, 'profiles', profiles)
  await insertLinks(
    tx,
    workspace,
    profiles.map(profile => ({
      link_id: newId<'Link'>(now.getTime()),
      profile_id: profile,
      person_id: to,
      previous_person_id: from,
      probability: decision.probability,
      evidence: [...decision.evidence],
      decided_by: decision.decidedBy,
      user_id: decision.user,
      decided_at: now,
      move_id: move,
    })),
  )
  const contacts = await moveKeyedRows(tx, workspace, 'contact_points', from, to, only)
  await recordMovedRows(tx, workspace, move, 'contact_points', [], contacts)
  return profiles
}

/**
 * `other` becomes part of `survivor`: everything moves, nothing is deleted, and the move can be undone whole. For recruiters, for
 * the review queue and for rules that are sure.
 */
export async function mergeInto(
  tx: Transaction,
  deps: { events: Events },
  decision: Decision,
  survivor: PersonId,
  other: PersonId,
): Promise<Result<string, MergeRefusal>> {
  if (survivor === other) return refuse({ code: 'same-person' })
  const { workspace, now } = decision
  const people = await findPeopleForUpdate(tx, workspace, [survivor, other])
  const [to, from] = [people.get(survivor), people.get(other)]
  if (!to || !from) return refuse({ code: 'no-such-person' })
  if (to.merged_into) return refuse({ code: 'already-merged', into: to.merged_into })
  if (from.merged_into) return refuse({ code: 'already-merged', into: from.merged_into })
  const move = newId<'Move'>(now.getTime())
  await insertMove(tx, workspace, {
    move_id: move,
    kind: 'merge',
    from_id: other,
    to_id: survivor,
    probability: decision.probability,
    evidence: [...decision.evidence],
    reason: decision.reason ?? null,
    decided_by: decision.decidedBy,
    user_id: decision.user,
    decided_at: now,
  })
  const profiles = await moveProfiles(tx, decision, move, other, survivor)
  await recordMovedRows(tx, workspace, move, 'notes', await updateNotesPerson(tx, workspace, other, survivor))
  await recordMovedRows(tx, workspace, move, 'tags', [], await moveKeyedRows(tx, workspace, 'tags', other, survivor))
  const filled = emptyFields(to, from)
  const inherits = to.do_not_contact_at === null && from.do_not_contact_at !== null
  await recordMovedRows(tx, workspace, move, 'people', [], [{ filled, inherits }])
  await updatePerson(tx, workspace, survivor, filled, now)
  if (inherits)
    await updateDoNotContact(tx, workspace, [survivor], {
      reason: from.do_not_contact_reason ?? '',
      quote: from.do_not_contact_quote,
      user: from.do_not_contact_by,
      at: from.do_not_contact_at ?? now,
    })
  await updateMergedInto(tx, workspace, other, survivor, now)
  await deps.events.announce(tx, personMoved, {
    workspace,
    move,
    kind: 'merge',
    from: other,
    to: survivor,
    profiles,
    user: decision.user,
    at: now,
  })
  await refreshPersonSearch(tx, workspace, [survivor, other])
  tellBrowsers(tx, workspace, { kind: 'people.merged', payload: { survivor, other, move } })
  return done(move)
}

const byHand = (caller: Caller, now: Date, reason: string | undefined): Decision => ({
  workspace: caller.workspace,
  decidedBy: 'recruiter',
  user: caller.user,
  probability: 1,
  evidence: [{ fact: 'by-hand', weight: 0, says: reason ?? 'A recruiter decided.' }],
  reason,
  now,
})

export function mergePeople(
  deps: PeopleDeps,
  caller: Caller,
  input: { survivor: PersonId; other: PersonId; reason?: string | undefined },
): Promise<Result<string, MergeRefusal>> {
  return inWorkspace(deps.db, caller.workspace, tx =>
    mergeInto(tx, deps, byHand(caller, deps.clock.now(), input.reason), input.survivor, input.other),
  )
}

async function splitOff(
  tx: Transaction,
  deps: { events: Events },
  decision: Decision,
  from: PersonId,
  profiles: readonly ProfileId[],
  name?: string,
): Promise<Result<{ move: string; person: PersonId }, MergeRefusal>> {
  const { workspace, now } = decision
  const person = (await findPeopleForUpdate(tx, workspace, [from])).get(from)
  if (!person) return refuse({ code: 'no-such-person' })
  if (person.merged_into) return refuse({ code: 'already-merged', into: person.merged_into })
  const own = await listProfiles(tx, workspace, from)
  const chosen = own.filter(profile => profiles.includes(profile.profile_id))
  if (chosen.length === 0 || chosen.length < new Set(profiles).size) return refuse({ code: 'no-such-profile' })
  if (chosen.length === own.length) return refuse({ code: 'all-profiles' })
  const to = newId<'Person'>(now.getTime())
  const named = name?.trim() || chosen.find(profile => profile.display_name)?.display_name || chosen[0]?.handle
  const displayName = named || person.display_name
  await insertPerson(tx, workspace, { person: to, displayName, owner: person.owner_id ?? undefined }, now)
  const move = newId<'Move'>(now.getTime())
  const { probability, evidence, decidedBy, user } = decision
  await insertMove(tx, workspace, {
    move_id: move,
    kind: 'split',
    from_id: from,
    to_id: to,
    probability,
    evidence: [...evidence],
    reason: decision.reason ?? null,
    decided_by: decidedBy,
    user_id: user,
    decided_at: now,
  })
  if (person.do_not_contact_at)
    await updateDoNotContact(tx, workspace, [to], {
      reason: person.do_not_contact_reason ?? '',
      quote: person.do_not_contact_quote,
      user: person.do_not_contact_by,
      at: person.do_not_contact_at,
    })
  const ids = chosen.map(profile => profile.profile_id)
  const moved = await moveProfiles(tx, decision, move, from, to, ids)
  await deps.events.announce(tx, personMoved, {
    workspace,
    move,
    kind: 'split',
    from,
    to,
    profiles: moved,
    user,
    at: now,
  })
  await refreshPersonSearch(tx, workspace, [from, to])
  tellBrowsers(tx, workspace, { kind: 'people.split', payload: { from, to, move } })
  return done({ move, person: to })
}

/** Profiles that belong to somebody else get a person of their own, with their contact points and activity. */
export function splitPerson(
  deps: PeopleDeps,
  caller: Caller,
  input: { person: PersonId; profiles: readonly ProfileId[]; name?: string | undefined; reason?: string | undefined },
): Promise<Result<{ move: string; person: PersonId }, MergeRefusal>> {
  return inWorkspace(deps.db, caller.workspace, tx =>
    splitOff(tx, deps, byHand(caller, deps.clock.now(), input.reason), input.person, input.profiles, input.name),
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const movedKeys = (rows: readonly unknown[]): MovedKeys[] =>
  rows.flatMap(one => (isRecord(one) && isRecord(one.row) ? [{ row: one.row, added: one.added === true }] : []))

/** A move is taken back only when no later one stands on it. Rows that came to the survivor since then stay there. */
export async function takeBackMove(
  tx: Transaction,
  deps: { events: Events },
  input: { workspace: WorkspaceId; user: UserId | null; move: string; now: Date },
): Promise<Result<{ people: [PersonId, PersonId] }, MergeRefusal>> {
  const { workspace, now } = input
  const move = await findMoveForUpdate(tx, workspace, input.move)
  if (!move) return refuse({ code: 'no-such-move' })
  if (move.undone_at) return refuse({ code: 'undone-already' })
  const later = await findLaterMove(tx, workspace, move)
  if (later) return refuse({ code: 'later-move', move: later })
  const { from_id: from, to_id: to, kind } = move
  const people = await findPeopleForUpdate(tx, workspace, [from, to])
  const survivor = people.get(to)
  if (!survivor) return refuse({ code: 'no-such-person' })
  const rowsOf = (entity: string) => findMovedRows(tx, workspace, move.move_id, entity)
  await updateProfilesPerson(tx, workspace, to, from, (await rowsOf('profiles')).rowIds)
  await updateNotesPerson(tx, workspace, to, from, (await rowsOf('notes')).rowIds)
  for (const table of ['contact_points', 'tags'] as const)
    await restoreKeyedRows(tx, workspace, table, to, movedKeys((await rowsOf(table)).before))
  const [fields] = (await rowsOf('people')).before
  if (isRecord(fields) && isRecord(fields.filled)) {
    const { filled } = fields
    const emptied = personFields.filter(field => field in filled && survivor[field] === filled[field])
    await updatePerson(tx, workspace, to, Object.fromEntries(emptied.map(field => [field, null])), now)
    if (fields.inherits === true) await updateDoNotContact(tx, workspace, [to], null)
  }
  if (kind === 'merge') await updateMergedInto(tx, workspace, from, null, now)
  await updateLinksUndone(tx, workspace, { move: move.move_id }, now)
  await updateMoveUndone(tx, workspace, move.move_id, input.user, now)
  const { user } = input
  await deps.events.announce(tx, personMoveUndone, { workspace, move: move.move_id, kind, from, to, user, at: now })
  if (kind === 'split' && (await listProfiles(tx, workspace, to)).length === 0)
    await updateMergedInto(tx, workspace, to, from, now)
  await refreshPersonSearch(tx, workspace, [from, to])
  tellBrowsers(tx, workspace, { kind: 'people.move-undone', payload: { from, to, move: move.move_id } })
  return done({ people: [from, to] })
}

export function undoMove(
  deps: PeopleDeps,
  caller: Caller,
  move: string,
): Promise<Result<{ people: [PersonId, PersonId] }, MergeRefusal>> {
  const id = parseId<'Move'>(move)
  if (!id) return Promise.resolve(refuse({ code: 'no-such-move' }))
  return inWorkspace(deps.db, caller.workspace, tx =>
    takeBackMove(tx, deps, { workspace: caller.workspace, user: caller.user, move: id, now: deps.clock.now() }),
  )
}

/** A link of a merge is undone with its merge; one of its own takes its profile to a person of its own. */
export function undoLink(
  deps: PeopleDeps,
  caller: Caller,
  id: LinkId,
): Promise<Result<{ people: [PersonId, PersonId] }, MergeRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const now = deps.clock.now()
    const link = await findLinkForUpdate(tx, workspace, id)
    if (!link) return refuse({ code: 'no-such-link' })
    if (link.undone_at) return refuse({ code: 'undone-already' })
    if (link.move_id) return takeBackMove(tx, deps, { workspace, user, move: link.move_id, now })
    const profile = await findProfile(tx, workspace, link.profile_id)
    if (!profile) return refuse({ code: 'no-such-profile' })
    const decision = byHand(caller, now, 'The link was undone.')
    const split = await splitOff(tx, deps, decision, profile.person_id, [profile.profile_id])
    if (!split.ok) return split
    await updateLinksUndone(tx, workspace, { link: id }, now)
    return done({ people: [profile.person_id, split.value.person] })
  })
}
