import { findModel } from '#features/identity/index.ts'
import { factsOf, type LearnedModel, type PersonFacts, usualModel } from '#features/identity/model.ts'
import {
  type AddressOwner,
  findSuppressedHashes,
  hasSuppressions,
  type KnownPerson,
  type KnownProfile,
  listAccountOwners,
  listAddressOwners,
  listKnownPeople,
  listSurvivors,
  type SuppressionKey,
  suppressionHash,
  toolAddress,
} from '#features/people/index.ts'
import { mayServeEmployment } from '#features/tools/index.ts'
import type { ImportId, PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { eachInTurns } from '#platform/turns.ts'
import type { Transaction } from '#storage/database.ts'
import type { Candidate } from '../model/match.ts'
import { markOfOthers } from '../store/imports.ts'
import { type KnownKey, listKeys } from '../store/keys.ts'
import { accountId, contactId, keyId, type PreparedContact, type PreparedPerson } from './prepare.ts'

export type KnownOne = {
  person: KnownPerson
  profiles: KnownProfile[]
  notes: string[]
  contacts: string[]
  tags: string[]
}

/** Who is here already, as far as the records of a batch may be about them; people made by the batch are added as it goes. */
export type Index = {
  keys: Map<string, KnownKey>
  /** Keys that have a row, whether its person is still here or not. */
  held: ReadonlySet<string>
  owners: Map<string, PersonId[]>
  known: Map<PersonId, KnownOne>
  /** Judges whether two are one person. */
  model: LearnedModel
  /** Accounts, addresses and keys that the batch brings. */
  brought: Set<string>
  /** No two records of the batch have one of these in common, and nobody here has one: all of them are in `brought` already, and none is noted. */
  apart: boolean
}

/** Addresses of a batch that belong to somebody who was erased or is do-not-contact, and the hashes by which they were looked for. */
export type Suppressed = {
  hashes: ReadonlyMap<string, Buffer>
  found: ReadonlyMap<string, 'erased' | 'do-not-contact'>
}

/** Records of which nothing was known before their turn came, and those that were here as they stand in the file. */
export type Foreseen = {
  /** See `markOfOthers`. */
  mark: string
  clear: ReadonlySet<PreparedPerson>
  keys: readonly KnownKey[]
  /** All of the batch in the order of their keys, and all of these, where no two of its records have a key, an account or an address in common. */
  apart: { records: readonly PreparedPerson[]; ids: Set<string> } | undefined
  /** Undefined while nobody is suppressed. */
  suppressed: Suppressed | undefined
}

const addressesOf = (record: PreparedPerson) => [
  ...record.contacts.map(({ kind, key }) => `${kind}:${key}`),
  ...record.profiles.flatMap(({ tool, key }) => (key === null ? [] : [toolAddress(tool, key)])),
]

export const reasonsOf = (record: PreparedPerson, { found }: Suppressed) =>
  found.size === 0 ? [] : addressesOf(record).flatMap(address => found.get(address) ?? [])

/** Undefined while nobody in the workspace is suppressed: nothing has to be hashed. */
export async function findSuppressedOf(
  tx: Transaction,
  deps: SuppressionKey,
  workspace: WorkspaceId,
  batch: readonly PreparedPerson[],
): Promise<Suppressed | undefined> {
  if (!(await hasSuppressions(tx, workspace))) return undefined
  const hashes = new Map<string, Buffer>()
  await eachInTurns(batch, record => {
    for (const address of addressesOf(record))
      if (!hashes.has(address)) hashes.set(address, suppressionHash(deps, workspace, address))
  })
  return { hashes, found: await findSuppressedHashes(tx, workspace, hashes) }
}

export const isUnchanged = (key: KnownKey | undefined, one: PreparedPerson) =>
  key?.digests.includes(one.digest) ?? false

function accountsOf(batch: readonly PreparedPerson[]): { tool: ToolId; key: string }[] {
  const found: { tool: ToolId; key: string }[] = []
  for (const { profiles } of batch) for (const { tool, key } of profiles) if (key !== null) found.push({ tool, key })
  return found
}
function strongOf(batch: readonly PreparedPerson[]): PreparedContact[] {
  const found: PreparedContact[] = []
  for (const { contacts } of batch) for (const contact of contacts) if (contact.strong) found.push(contact)
  return found
}
const keysOf = (batch: readonly PreparedPerson[]) => [...new Set(batch.map(one => one.key))]

/**
 * Looks a batch up while the one before it is still being written, on another connection. Whatever it finds of somebody is looked for
 * again when its turn comes, then with its rows held; only the silence is believed. Undefined while nothing can be said.
 */
export async function foreseeBatch(
  tx: Transaction,
  deps: SuppressionKey,
  workspace: WorkspaceId,
  importId: ImportId,
  format: string,
  batch: readonly PreparedPerson[],
): Promise<Foreseen | undefined> {
  const mark = await markOfOthers(tx, workspace, importId)
  if (mark === undefined || batch.length === 0) return undefined
  // Whatever is asked or written of them later is then in the order of its index too, or nearly so.
  const inOrder = [...batch].sort((one, other) => (one.key < other.key ? -1 : 1))
  const keys = new Map((await listKeys(tx, workspace, format, keysOf(inOrder))).map(row => [row.record_key, row]))
  const fresh = keys.size === 0 ? inOrder : inOrder.filter(one => !isUnchanged(keys.get(one.key), one))
  const ofAccounts = await listAccountOwners(tx, workspace, accountsOf(fresh))
  const ofAddresses = await listAddressOwners(tx, workspace, strongOf(fresh))
  const known = new Set([
    ...ofAccounts.map(row => accountId(row.tool, row.profile_key)),
    ...ofAddresses.map(row => contactId(row.kind, row.contact_key)),
    ...[...keys.keys()].map(keyId),
  ])
  const clear = new Set<PreparedPerson>(known.size === 0 ? batch : undefined)
  if (known.size > 0)
    await eachInTurns(batch, one => {
      if (isUnchanged(keys.get(one.key), one) || one.ids.every(id => !known.has(id))) clear.add(one)
    })
  const suppressed = await findSuppressedOf(tx, deps, workspace, batch)
  const ofClear = keys.size === 0 ? [] : new Set([...clear].map(one => one.key))
  const ids = clear.size === batch.length ? await idsApart(inOrder) : undefined
  const apart = ids && { records: inOrder, ids }
  return { mark, clear, keys: [...ofClear].flatMap(key => keys.get(key) ?? []), apart, suppressed }
}

/** Undefined where one of them stands twice. */
async function idsApart(batch: readonly PreparedPerson[]): Promise<Set<string> | undefined> {
  const seen = new Set<string>()
  let ids = 0
  await eachInTurns(batch, one => {
    for (const id of one.ids) seen.add(id)
    ids += one.ids.length
  })
  return seen.size === ids ? seen : undefined
}

/** What `indexBatch` would find; undefined when it has to look for somebody after all. */
export async function foreseenIndex(
  batch: readonly PreparedPerson[],
  foreseen: Foreseen,
  broughtBefore: ReadonlySet<string>,
): Promise<Index | undefined> {
  if (foreseen.clear.size < batch.length) return undefined
  let isNew = true
  if (broughtBefore.size > 0)
    await eachInTurns(batch, one => {
      isNew &&= !one.ids.some(id => broughtBefore.has(id))
    })
  if (!isNew) return undefined
  const keys = new Map(foreseen.keys.map(row => [row.record_key, row]))
  return {
    keys,
    held: new Set(keys.keys()),
    owners: new Map(),
    known: new Map(),
    model: usualModel,
    brought: foreseen.apart?.ids ?? new Set(),
    apart: foreseen.apart !== undefined,
  }
}

const put = (owners: Map<string, PersonId[]>, id: string, person: PersonId) => {
  const found = owners.get(id)
  if (!found) owners.set(id, [person])
  else if (!found.includes(person)) found.push(person)
}

/** In six questions, however many records; those that were foreseen are not asked for again, unless the batch before brought something of theirs. */
export async function indexBatch(
  tx: Transaction,
  workspace: WorkspaceId,
  format: string,
  whole: readonly PreparedPerson[],
  foreseen?: Pick<Foreseen, 'clear' | 'keys'> & { broughtBefore: ReadonlySet<string> },
): Promise<Index> {
  const batch = foreseen
    ? whole.filter(one => !foreseen.clear.has(one) || one.ids.some(id => foreseen.broughtBefore.has(id)))
    : whole
  const keys = new Map<string, KnownKey>()
  for (const row of foreseen?.keys ?? []) keys.set(row.record_key, row)
  for (const row of await listKeys(tx, workspace, format, keysOf(batch))) keys.set(row.record_key, row)
  const held = new Set(keys.keys())
  const fresh = batch.filter(one => !isUnchanged(keys.get(one.key), one))
  const asked = new Set(fresh.map(one => one.key))
  const ofAccounts = await listAccountOwners(tx, workspace, accountsOf(fresh))
  const ofAddresses: AddressOwner[] = await listAddressOwners(tx, workspace, strongOf(fresh))
  const named = [
    ...[...keys.values()].filter(row => asked.has(row.record_key)).map(row => row.person_id),
    ...ofAccounts.map(row => row.person_id),
    ...ofAddresses.map(row => row.person_id),
  ]
  const survivors = await listSurvivors(tx, workspace, [...new Set(named)])
  const owners = new Map<string, PersonId[]>()
  for (const row of ofAccounts)
    put(owners, accountId(row.tool, row.profile_key), survivors.get(row.person_id) ?? row.person_id)
  for (const row of ofAddresses)
    put(owners, contactId(row.kind, row.contact_key), survivors.get(row.person_id) ?? row.person_id)
  for (const [key, row] of keys) {
    if (!asked.has(key)) continue
    const person = survivors.get(row.person_id)
    if (person) keys.set(key, { ...row, person_id: person })
    else keys.delete(key)
  }
  const wanted = new Set<PersonId>(fresh.flatMap(one => keys.get(one.key)?.person_id ?? []))
  for (const people of owners.values()) for (const person of people) wanted.add(person)
  const found = await listKnownPeople(tx, workspace, [...wanted].sort())
  const known = new Map<PersonId, KnownOne>(
    found.people.map(person => [person.person_id, { person, profiles: [], notes: [], contacts: [], tags: [] }]),
  )
  for (const profile of found.profiles) known.get(profile.person_id)?.profiles.push(profile)
  for (const note of found.notes) known.get(note.person_id)?.notes.push(note.text)
  for (const row of found.contacts) known.get(row.person_id)?.contacts.push(contactId(row.kind, row.contact_key))
  for (const row of found.tags) known.get(row.person_id)?.tags.push(row.tag)
  const model = ofAddresses.length > 0 ? await findModel(tx, workspace) : undefined
  return { keys, held, owners, known, model: model ?? usualModel, brought: new Set(), apart: false }
}

/** An address that so many people have is nobody's own. */
const mostOwners = 5

/** Everyone who has an account or a strong address of the record. */
export function candidatesOf(index: Index, record: PreparedPerson): Candidate[] {
  if (index.apart || !record.ids.some(id => index.owners.has(id))) return []
  const shared = new Map<PersonId, boolean>()
  const add = (owners: readonly PersonId[] | undefined, isAccount: boolean) => {
    if (!owners || (!isAccount && owners.length > mostOwners)) return
    for (const person of owners) shared.set(person, isAccount || (shared.get(person) ?? false))
  }
  for (const { tool, key, id } of record.profiles)
    if (key !== null && tool !== 'email' && tool !== 'sms' && mayServeEmployment(tool)) add(index.owners.get(id), true)
  for (const { kind, id, strong } of record.contacts) if (strong && kind !== 'url') add(index.owners.get(id), false)
  // Someone who wrote from an address may have it as an account only.
  for (const { tool, key, id } of record.profiles)
    if (key !== null && tool === 'email' && !index.owners.has(contactId('email', key))) add(index.owners.get(id), false)
  return [...shared].flatMap(([person, sharesAccount]) => {
    const one = index.known.get(person)
    return one ? [{ person, facts: knownFacts(one), sharesAccount }] : []
  })
}

function knownFacts({ person, profiles, contacts }: KnownOne): PersonFacts {
  return factsOf({
    ...person,
    contacts: contacts.map(id => {
      const [kind = '', key = ''] = id.slice(1).split('\n')
      return { kind, key }
    }),
    profiles: [...profiles]
      .sort((a, b) => b.depth - a.depth)
      .map(({ tool, profile_key, headline, facts }) => ({
        tool,
        key: profile_key,
        headline,
        positions: facts.positions,
      })),
  })
}

/** What a record says of somebody, in the shape in which people are compared. */
export const recordFacts = ({ person, contacts, profiles }: PreparedPerson): PersonFacts =>
  factsOf({
    display_name: person.fullName,
    given_name: person.givenName,
    family_name: person.familyName,
    birth_date: person.birthDate,
    place: person.place,
    contacts,
    profiles: [...profiles]
      .sort((a, b) => b.depth - a.depth)
      .map(({ tool, key, saying }) => ({
        tool,
        key,
        headline: saying.headline,
        positions: saying.facts.positions,
      })),
  })

export function addOwner(index: Index, id: string, person: PersonId): void {
  if (index.apart) return
  put(index.owners, id, person)
  index.brought.add(id)
}

export function addKey(index: Index, row: KnownKey): void {
  if (index.apart) return
  index.keys.set(row.record_key, row)
  index.brought.add(keyId(row.record_key))
}
