import type { PersonId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace } from '#storage/database.ts'
import { personErasing } from '../events.ts'
import { deletePeople, listWholePerson } from '../store/people.ts'
import { forgetSearchWords } from '../store/search-index/refresh.ts'
import { insertSuppressions, listAddresses } from '../store/suppressions.ts'
import { suppressionHash } from '../suppression.ts'
import type { PeopleDeps } from './deps.ts'

/** Leaves nothing but the keyed hash of each address, so that the next import does not bring them back. No way back. */
export function erasePerson(
  deps: PeopleDeps,
  caller: Caller,
  person: PersonId,
): Promise<Result<void, { code: 'no-such-person' }>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace } = caller
    const at = deps.clock.now()
    const people = await listWholePerson(tx, workspace, person)
    if (people.length === 0) return refuse({ code: 'no-such-person' })
    const addresses = await listAddresses(tx, workspace, people)
    const hashes = addresses.map(address => suppressionHash(deps, workspace, address))
    await insertSuppressions(tx, workspace, hashes, 'erased', at)
    await deps.events.announce(tx, personErasing, { workspace, people, at })
    await forgetSearchWords(tx, workspace, people)
    await deletePeople(tx, workspace, people)
    const detail = { addresses: addresses.length }
    await deps.audit(tx, caller, { action: 'person.erased', subjectKind: 'person', subjectId: person, detail, at })
    tellBrowsers(tx, workspace, { kind: 'people.erased', payload: { people } })
    return done(undefined)
  })
}
