import { setImmediate as breathe } from 'node:timers/promises'
import {
  findSuppressedHashes,
  hasSuppressions,
  insertImportedContacts,
  insertImportedNotes,
  insertImportedPeople,
  insertImportedProfiles,
  insertImportedTags,
  insertMatchProposals,
  markDoNotContact,
  refreshPersonSearch,
  type SuppressionKey,
  updatePeopleSaying,
  updateProfilesSaying,
} from '#features/people/index.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Events } from '#platform/events.ts'
import type { Transaction } from '#storage/database.ts'
import { writeTrusted } from '#storage/trusted-rows.ts'
import { insertHistory } from '../../store/history.ts'
import { insertChanges, insertFirstKeys, upsertKeys } from '../../store/keys.ts'
import { type Foreseen, findSuppressedOf, indexBatch, type Suppressed } from '../match-batch.ts'
import type { PreparedPerson } from '../prepare.ts'
import { emptyPlan, type Plan, type Writing } from './plan.ts'
import { type Planned, planBatch } from './plan-batch.ts'

export type WriteDeps = SuppressionKey & { events: Events }

/** People who were not here before, with all that hangs on them: nothing of it can be in the way of anything, except their accounts. */
async function writeFresh(
  tx: Transaction,
  { people, fresh }: Plan,
  writing: Writing & { careful: boolean },
): Promise<void> {
  if (people.size === 0) return
  const { workspace, importId, user, format } = writing
  const steps = [
    () => insertImportedPeople(tx, writing, user, [...people.values()]),
    () => insertImportedProfiles(tx, writing, [...fresh.profiles.values()], writing),
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
  await insertImportedProfiles(tx, writing, [...added.profiles.values()])
  await insertImportedContacts(tx, writing, added.contacts)
  await insertImportedNotes(tx, writing, user, added.notes)
  await insertImportedTags(tx, writing, added.tags)
  await upsertKeys(tx, workspace, importId, format, [...added.keys.values()])
  await updatePeopleSaying(tx, workspace, [...plan.peopleSayings.values()])
  await updateProfilesSaying(tx, workspace, [...plan.sayings.values()], at)
}

async function writePlan(
  tx: Transaction,
  deps: WriteDeps,
  plan: Plan,
  writing: Writing & { careful: boolean },
): Promise<void> {
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

/** Whether those who were suppressed when the batch was looked up are those who are now. */
async function isAsForeseen(tx: Transaction, workspace: WorkspaceId, before: Suppressed | undefined): Promise<boolean> {
  if (!(await hasSuppressions(tx, workspace))) return before === undefined
  if (!before) return false
  const now = await findSuppressedHashes(tx, workspace, before.hashes)
  return now.size === before.found.size && [...now].every(([address, reason]) => before.found.get(address) === reason)
}

/** What was found out before the batch's turn came, and what the batch before it brought. */
export type KnownBefore = { foreseen: Foreseen; planned: Planned | undefined; broughtBefore: ReadonlySet<string> }

/**
 * Writes the people of a batch in the caller's transaction: found again, added or kept apart. Search learns of the changed ones
 * here; of those in `created` the caller tells it later. `careful`: somebody else made one of these accounts at the same moment.
 */
export async function writePeople(
  tx: Transaction,
  deps: WriteDeps,
  writing: Writing & { careful: boolean },
  batch: readonly PreparedPerson[],
  before?: KnownBefore,
): Promise<Planned> {
  const { workspace, format } = writing
  if (batch.length === 0) return { plan: emptyPlan(), created: [], brought: new Set() }
  const foreseen =
    before?.planned?.after === before?.broughtBefore &&
    before?.planned &&
    (await isAsForeseen(tx, workspace, before.foreseen.suppressed))
      ? before.planned
      : undefined
  const planned =
    foreseen ??
    (await planBatch(
      batch,
      await indexBatch(
        tx,
        workspace,
        format,
        batch,
        before && { ...before.foreseen, broughtBefore: before.broughtBefore },
      ),
      await findSuppressedOf(tx, deps, workspace, batch),
      writing,
    ))
  await writePlan(tx, deps, planned.plan, writing)
  return planned
}
