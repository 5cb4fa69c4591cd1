import { setImmediate as breathe } from 'node:timers/promises'
import {
  findSuppressed,
  insertImportedContacts,
  insertImportedNotes,
  insertImportedPeople,
  insertImportedProfiles,
  insertImportedTags,
  insertMatchProposals,
  markDoNotContact,
  type NewlyFindable,
  refreshPersonSearch,
  type SuppressionKey,
  updatePeopleSaying,
  updateProfilesSaying,
} from '#features/people/index.ts'
import { mayServeEmployment } from '#features/tools/index.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { Events } from '#platform/events.ts'
import type { Transaction } from '#storage/database.ts'
import { writeTrusted } from '#storage/trusted-rows.ts'
import type { ImportCounts } from '../../model/states.ts'
import { insertHistory } from '../../store/history.ts'
import type { Reject } from '../../store/imports.ts'
import { insertChanges, insertFirstKeys, upsertKeys } from '../../store/keys.ts'
import { indexBatch } from '../match-batch.ts'
import type { PreparedPerson } from '../prepare.ts'
import { addressesOf, planRecord } from './decide.ts'
import { emptyPlan, type Plan, type Writing } from './plan.ts'

export type WriteDeps = SuppressionKey & { events: Events }

const linkEvidence = [{ fact: 'import', weight: 0, says: 'It came with an import.' }]

/** People who were not here before, with all that hangs on them: nothing of it can be in the way of anything, except their accounts. */
async function writeFresh(tx: Transaction, { people, fresh }: Plan, writing: Writing): Promise<void> {
  if (people.size === 0) return
  const { workspace, importId, user, format } = writing
  const steps = [
    () => insertImportedPeople(tx, writing, user, [...people.values()]),
    () => insertImportedProfiles(tx, writing, [...fresh.profiles.values()], linkEvidence, writing),
    () => insertImportedContacts(tx, writing, fresh.contacts, { ofNewPeople: true }),
    () => insertImportedNotes(tx, writing, user, fresh.notes),
    () => insertImportedTags(tx, writing, fresh.tags),
    () => insertFirstKeys(tx, workspace, importId, format, [...fresh.keys.values()]),
  ]
  await writeTrusted(tx, workspace, async () => {
    // They run one after the other; each is put into words while the database is at the one before.
    const running: Promise<void>[] = []
    for (const step of steps) {
      const result = step()
      // Heard below; until then a failure must not count as nobody's.
      result.catch(() => undefined)
      running.push(result)
      await breathe()
    }
    await Promise.all(running)
  })
}

async function writeAdded(tx: Transaction, plan: Plan, writing: Writing): Promise<void> {
  const { added } = plan
  const { workspace, importId, user, format, at } = writing
  await insertImportedProfiles(tx, writing, [...added.profiles.values()], linkEvidence)
  await insertImportedContacts(tx, writing, added.contacts)
  await insertImportedNotes(tx, writing, user, added.notes)
  await insertImportedTags(tx, writing, added.tags)
  await upsertKeys(tx, workspace, importId, format, [...added.keys.values()])
  await updatePeopleSaying(tx, workspace, [...plan.peopleSayings.values()])
  await updateProfilesSaying(tx, workspace, [...plan.sayings.values()], at)
}

async function writePlan(tx: Transaction, deps: WriteDeps, plan: Plan, writing: Writing): Promise<void> {
  const { workspace, importId, at } = writing
  await writeFresh(tx, plan, writing)
  await writeAdded(tx, plan, writing)
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

/** Those whom the plan makes, for search. */
function findable({ people, fresh }: Plan, at: Date): NewlyFindable[] {
  const found = new Map<PersonId, NewlyFindable & { profiles: NewlyFindable['profiles'][number][]; tags: string[] }>()
  for (const person of people.values()) found.set(person.person_id, { ...person, tags: [], profiles: [], depth: 0, at })
  for (const profile of fresh.profiles.values()) {
    if (!mayServeEmployment(profile.tool)) continue
    const person = found.get(profile.person_id)
    person?.profiles.push(profile)
    if (person) person.depth = Math.max(person.depth, profile.depth)
  }
  for (const { person_id, tag } of fresh.tags) found.get(person_id)?.tags.push(tag)
  return [...found.values()]
}

export type Written = {
  counts: ImportCounts
  rejects: Reject[]
  created: NewlyFindable[]
  /** Accounts, addresses and keys, as the next batch compares them with its own. */
  brought: ReadonlySet<string>
}

/**
 * Writes the people of a batch in the caller's transaction: found again, added or kept apart. Search learns of the changed ones
 * here; of those in `created` the caller tells it later.
 */
export async function writePeople(
  tx: Transaction,
  deps: WriteDeps,
  writing: Writing,
  batch: readonly PreparedPerson[],
  foreseen?: Parameters<typeof indexBatch>[4],
): Promise<Written> {
  const plan = emptyPlan()
  if (batch.length === 0) return { counts: plan.counts, rejects: [], created: [], brought: new Set() }
  const index = await indexBatch(tx, writing.workspace, writing.format, batch, foreseen)
  const suppressed = writing.hasSuppressions
    ? await findSuppressed(tx, deps, writing.workspace, [...new Set(batch.flatMap(addressesOf))])
    : new Map<string, 'erased' | 'do-not-contact'>()
  for (const record of batch) planRecord(plan, index, record, suppressed, writing)
  await writePlan(tx, deps, plan, writing)
  return { counts: plan.counts, rejects: plan.rejects, created: findable(plan, writing.at), brought: index.brought }
}
