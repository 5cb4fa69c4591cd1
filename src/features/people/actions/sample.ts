import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Events } from '#platform/events.ts'
import type { Transaction } from '#storage/database.ts'
import { personErasing } from '../events.ts'
import { deletePeople } from '../store/people.ts'
import { listMovesAcrossSample, listSamplePeople } from '../store/sample.ts'
import { forgetSearchWords } from '../store/search-index/refresh.ts'
import { deleteSuppressions, listAddresses } from '../store/suppressions.ts'
import { type SuppressionKey, suppressionHash } from '../suppression.ts'
import { takeBackMove } from './merge.ts'

/**
 * All sample people with everything on them, and nothing of anybody else: people of one's own who were merged with one of them stand
 * alone again first. Nothing is kept to keep them away, since they were never there.
 */
export async function deleteSamplePeople(
  tx: Transaction,
  deps: SuppressionKey & { events: Events },
  input: { workspace: WorkspaceId; user: UserId | null; now: Date },
): Promise<PersonId[]> {
  const { workspace, user, now } = input
  for (const move of await listMovesAcrossSample(tx, workspace))
    await takeBackMove(tx, deps, { workspace, user, move, now })
  const people = await listSamplePeople(tx, workspace)
  if (people.length === 0) return []
  const addresses = await listAddresses(tx, workspace, people)
  const hashes = addresses.map(address => suppressionHash(deps, workspace, address))
  await deps.events.announce(tx, personErasing, { workspace, people, at: now })
  await forgetSearchWords(tx, workspace, people)
  await deletePeople(tx, workspace, people)
  await deleteSuppressions(tx, workspace, hashes, 'do-not-contact')
  return people
}
