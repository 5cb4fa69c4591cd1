import { newId, type PersonId, type ProfileId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { type ProfileAddress, pageKey, profileAddress, recogniseProfile } from '#kernel/profile-urls.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { type ProfileFacts, profileDepth } from '../model/depth.ts'
import { refusalOfRecruiters } from '../model/no-recruiters.ts'
import type { LawfulBasis } from '../model/person.ts'
import { findPeopleForUpdate, insertPerson } from '../store/people.ts'
import { findProfileByKey, insertLinks, insertProfile } from '../store/profiles.ts'
import { refreshPersonSearch } from '../store/search-index/refresh.ts'
import { findSuppressed, toolAddress } from '../suppression.ts'
import type { PeopleDeps } from './deps.ts'
import { markDoNotContact } from './do-not-contact.ts'

/** `address`: a URL, a handle, or an address such as `@li:matrix.org`; `tool` when the address alone does not tell. */
export type GivenProfile = {
  address: string
  tool?: ToolId | undefined
  displayName?: string | undefined
  headline?: string | undefined
  summary?: string | undefined
  place?: string | undefined
  facts?: ProfileFacts | undefined
  lawfulBasis?: LawfulBasis | undefined
}

export type AddRefusal =
  | { code: 'no-such-person' }
  | { code: 'which-tool'; address: string }
  | { code: 'no-address'; address: string }
  | { code: 'suppressed' }
  | { code: 'known-elsewhere'; person: PersonId }
  | { code: 'no-name' }

/** With a tool given, a handle is enough; any other web page is a blog. */
export function readAddress(given: { address: string; tool?: ToolId | undefined }): Result<ProfileAddress, AddRefusal> {
  const address = given.address.trim()
  const isUrl = /^https?:\/\//i.test(address) || /^[\w-]+(\.[\w-]+)+\//.test(address)
  const found = given.tool
    ? profileAddress(given.tool, isUrl ? { url: address } : { handle: address })
    : recogniseProfile(address)
  if (found) return done(found)
  if (given.tool) return refuse({ code: 'no-address', address })
  const page = isUrl ? pageKey(address) : undefined
  if (!page) return refuse({ code: 'which-tool', address })
  return done({
    tool: 'blog',
    handle: page,
    key: page,
    url: /^https?:/i.test(address) ? address : `https://${address}`,
  })
}

type Writing = { workspace: WorkspaceId; person: PersonId; user: UserId; source: string; now: Date }

async function addAccount(
  tx: Transaction,
  deps: PeopleDeps,
  { workspace, person, user, source, now }: Writing,
  given: GivenProfile,
): Promise<Result<ProfileId, AddRefusal>> {
  const read = readAddress(given)
  if (!read.ok) return read
  const { tool, key, handle, url } = read.value
  const suppressed = await findSuppressed(tx, deps, workspace, [toolAddress(tool, key)])
  if ([...suppressed.values()].includes('erased')) return refuse({ code: 'suppressed' })
  const known = await findProfileByKey(tx, workspace, tool, key)
  if (known && known.person_id !== person) return refuse({ code: 'known-elsewhere', person: known.person_id })
  if (known) return done(known.profile_id)
  const profile = newId<'Profile'>(now.getTime())
  const depth = profileDepth({ ...given, facts: given.facts ?? {} })
  const lawfulBasis = given.lawfulBasis ?? 'legitimate-interest'
  const inserted = await insertProfile(
    tx,
    workspace,
    { ...given, profile, person, tool, key, handle, url, depth, source, lawfulBasis },
    now,
  )
  if (!inserted) return refuse({ code: 'known-elsewhere', person })
  const evidence = [{ fact: 'by-hand', weight: 0, says: 'A recruiter added it.' }]
  await insertLinks(tx, workspace, [
    {
      link_id: newId(now.getTime()),
      profile_id: profile,
      person_id: person,
      previous_person_id: null,
      probability: 1,
      evidence,
      decided_by: 'recruiter',
      user_id: user,
      decided_at: now,
      move_id: null,
    },
  ])
  const quote = refusalOfRecruiters(given.headline, given.summary)
  const reason = quote ? 'Their profile asks recruiters to stay away.' : 'They asked not to be contacted.'
  if (quote || suppressed.size > 0)
    await markDoNotContact(tx, deps, { workspace, people: [person], reason, quote, user: null, at: now })
  return done(profile)
}

class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: AddRefusal
  constructor(refusal: AddRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** All or nothing: a refusal below undoes what the transaction wrote. */
async function whole<T>(work: () => Promise<T>): Promise<Result<T, AddRefusal>> {
  try {
    return done(await work())
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}

export type GivenPerson = {
  name: string
  givenName?: string | undefined
  familyName?: string | undefined
  place?: string | undefined
  timeZone?: string | undefined
  language?: string | undefined
  profiles?: readonly GivenProfile[] | undefined
}

/** An account that is known already refuses with whose it is, so that nobody is entered twice. */
export function addPerson(deps: PeopleDeps, caller: Caller, input: GivenPerson): Promise<Result<PersonId, AddRefusal>> {
  const displayName = input.name.trim().replace(/\s+/g, ' ')
  if (!displayName) return Promise.resolve(refuse({ code: 'no-name' }))
  const { workspace, user } = caller
  return whole(() =>
    inWorkspace(deps.db, workspace, async tx => {
      const now = deps.clock.now()
      const person = newId<'Person'>(now.getTime())
      await insertPerson(tx, workspace, { ...input, person, displayName, owner: user }, now)
      for (const profile of input.profiles ?? []) {
        const added = await addAccount(tx, deps, { workspace, person, user, source: 'by hand', now }, profile)
        if (!added.ok) throw new Refused(added.refusal)
      }
      await refreshPersonSearch(tx, workspace, [person])
      tellBrowsers(tx, workspace, { kind: 'people.added', payload: { people: [person] } })
      return person
    }),
  )
}

export function addProfile(
  deps: PeopleDeps,
  caller: Caller,
  person: PersonId,
  input: GivenProfile,
): Promise<Result<ProfileId, AddRefusal>> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    if (!(await findPeopleForUpdate(tx, workspace, [person])).has(person)) return refuse({ code: 'no-such-person' })
    const added = await addAccount(tx, deps, { workspace, person, user, source: 'by hand', now }, input)
    if (!added.ok) return added
    await refreshPersonSearch(tx, workspace, [person])
    tellBrowsers(tx, workspace, { kind: 'people.changed', payload: { people: [person] } })
    return added
  })
}

/**
 * The person behind an address on a messaging tool: found by the address, else its profile is added to `person`, else to a new
 * person with `name`. Opaque remote ids are their own key.
 */
export async function addMessengerProfile(
  tx: Transaction,
  input: {
    workspace: WorkspaceId
    user: UserId
    tool: ToolId
    address: string
    name: string
    person?: PersonId
    source: string
    /** Absent: legitimate interest. */
    lawfulBasis?: string
    now: Date
  },
): Promise<Result<{ person: PersonId; profile: ProfileId }, { code: 'no-such-person' }>> {
  const { workspace, user, tool, now, source } = input
  const key = input.address
  const written = profileAddress(tool, { handle: input.address })?.key
  const known =
    (await findProfileByKey(tx, workspace, tool, key)) ??
    (written && (await findProfileByKey(tx, workspace, tool, written)))
  if (known) return done({ person: known.person_id, profile: known.profile_id })
  const person = input.person ?? newId<'Person'>(now.getTime())
  if (input.person) {
    const found = (await findPeopleForUpdate(tx, workspace, [person])).get(person)
    if (!found || found.merged_into) return refuse({ code: 'no-such-person' })
  } else {
    await insertPerson(tx, workspace, { person, displayName: input.name.trim() || input.address, owner: user }, now)
  }
  const profile = newId<'Profile'>(now.getTime())
  const { address: handle, name: displayName } = input
  const depth = profileDepth({ facts: {} })
  await insertProfile(
    tx,
    workspace,
    {
      profile,
      person,
      tool,
      key,
      handle,
      displayName,
      depth,
      source,
      lawfulBasis: input.lawfulBasis ?? 'legitimate-interest',
    },
    now,
  )
  const evidence = [{ fact: 'conversation', weight: 0, says: 'They talked with us under this address.' }]
  await insertLinks(tx, workspace, [
    {
      link_id: newId(now.getTime()),
      profile_id: profile,
      person_id: person,
      previous_person_id: null,
      probability: 1,
      evidence,
      decided_by: 'recruiter',
      user_id: user,
      decided_at: now,
      move_id: null,
    },
  ])
  await refreshPersonSearch(tx, workspace, [person])
  return done({ person, profile })
}
