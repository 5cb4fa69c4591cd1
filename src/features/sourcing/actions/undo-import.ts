import { deleteImportedActivity } from '#features/activity/index.ts'
import {
  deleteImportedParts,
  deleteImportedPeople,
  type PersonSaying,
  refreshPersonSearch,
  updatePeopleSaying,
  updateProfilesSaying,
} from '#features/people/index.ts'
import { profileDepth } from '#features/people/model.ts'
import type { ImportId, PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import { parseId } from '#kernel/ids.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { importUndone } from '../events.ts'
import type { Saying } from '../model/facts.ts'
import { deleteFindings } from '../store/findings.ts'
import { deleteHistory } from '../store/history.ts'
import {
  findImportForUpdate,
  insertKept,
  lockImports,
  updateImportState,
  updateKeptCount,
  updateRemovedCount,
} from '../store/imports.ts'
import {
  deleteChanges,
  deleteKeys,
  listChangedRows,
  listPeopleOfImport,
  listPeopleOfProfiles,
  restoreKeys,
} from '../store/keys.ts'
import { listTouched, listUsedProfiles } from '../store/touched.ts'
import type { SourcingDeps } from './deps.ts'
import { tellImport } from './run-import.ts'

const batchPeople = 500

type Undoing = { workspace: WorkspaceId; importId: ImportId; signal: AbortSignal }

async function removeCreated(deps: SourcingDeps, { workspace, importId, signal }: Undoing): Promise<void> {
  let after: PersonId | undefined
  for (;;) {
    signal.throwIfAborted()
    const last = await inWorkspace(deps.db, workspace, async tx => {
      await lockImports(tx, workspace)
      const people = await listPeopleOfImport(tx, workspace, importId, 'created', after, batchPeople)
      const touched = await listTouched(tx, workspace, importId, people)
      const gone = people.filter(person => !touched.has(person))
      await deleteImportedPeople(tx, workspace, importId, gone)
      await insertKept(
        tx,
        workspace,
        importId,
        [...touched].map(([person, why]) => ({ person, why })),
      )
      await updateRemovedCount(tx, workspace, importId, gone.length)
      return people.at(-1)
    })
    if (!last) return
    after = last
  }
}

async function removeAdded(deps: SourcingDeps, { workspace, importId, signal }: Undoing): Promise<void> {
  let after: PersonId | undefined
  for (;;) {
    signal.throwIfAborted()
    const last = await inWorkspace(deps.db, workspace, async tx => {
      await lockImports(tx, workspace)
      const people = await listPeopleOfImport(tx, workspace, importId, 'known', after, batchPeople)
      const used = await listUsedProfiles(tx, workspace, importId, people)
      await deleteImportedParts(
        tx,
        workspace,
        importId,
        people,
        used.map(one => one.profile_id),
      )
      await insertKept(
        tx,
        workspace,
        importId,
        used.map(one => ({ person: one.person_id, why: 'profile' })),
      )
      await refreshPersonSearch(tx, workspace, people)
      return people.at(-1)
    })
    if (!last) return
    after = last
  }
}

/** Back to what was said before, where nobody has changed it since. */
async function restoreSayings(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  now: Date,
): Promise<boolean> {
  const rows = await listChangedRows<{ saying: Saying }>(tx, workspace, importId, 'profile', undefined, batchPeople)
  const profiles = rows.flatMap(({ id, first, last }) => {
    const profile = parseId<'Profile'>(id)
    const to = { ...first.saying, depth: profileDepth(first.saying) }
    return profile ? [{ profile, to, only: { ...last.saying, depth: 0 } }] : []
  })
  const restored = await updateProfilesSaying(tx, workspace, profiles, now)
  const done = new Set<ProfileId>(restored.map(one => one.profile_id))
  const left = profiles.map(one => one.profile).filter(profile => !done.has(profile))
  const keptOf = await listPeopleOfProfiles(tx, workspace, left)

  const said = await listChangedRows<PersonSaying>(tx, workspace, importId, 'person', undefined, batchPeople)
  const people = said.flatMap(({ id, first, last }) => {
    const person = parseId<'Person'>(id)
    return person ? [{ person, to: first, only: last }] : []
  })
  const back = new Set(await updatePeopleSaying(tx, workspace, people))
  const keptPeople = people.map(one => one.person).filter(person => !back.has(person))
  await insertKept(
    tx,
    workspace,
    importId,
    [...keptOf, ...keptPeople].map(person => ({ person, why: 'edited' })),
  )
  await refreshPersonSearch(tx, workspace, [...restored.map(one => one.person_id), ...back])
  await deleteChanges(
    tx,
    workspace,
    importId,
    [...rows, ...said].map(row => row.id),
  )
  return rows.length + said.length > 0
}

/**
 * Takes an import back: people it made go, what it changed is as before. Whoever something was done with since stays, and is listed.
 * Goes on after a crash.
 */
export async function undoImport(deps: SourcingDeps, undoing: Undoing): Promise<void> {
  const { workspace, importId, signal } = undoing
  const found = await inWorkspace(deps.db, workspace, tx => findImportForUpdate(tx, workspace, importId))
  if (found?.state !== 'undoing') return
  await removeCreated(deps, undoing)
  await inWorkspace(deps.db, workspace, async tx => {
    await deleteImportedActivity(tx, workspace, importId)
    await deleteFindings(tx, workspace, importId)
  })
  await removeAdded(deps, undoing)
  for (;;) {
    signal.throwIfAborted()
    const more = await inWorkspace(deps.db, workspace, async tx => {
      await lockImports(tx, workspace)
      return restoreSayings(tx, workspace, importId, deps.clock.now())
    })
    if (!more) break
  }
  await inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    await restoreKeys(tx, workspace, importId)
    await deleteKeys(tx, workspace, importId)
    await deleteHistory(tx, workspace, importId)
    await deps.events.announce(tx, importUndone, { workspace, importId, at: now })
    await updateKeptCount(tx, workspace, importId)
    await updateImportState(tx, workspace, importId, 'undone', now)
    tellImport(tx, workspace, { import_id: importId, state: 'undone' })
  })
}
