import type { Caller } from '#kernel/roles.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import type { SampleDeps } from '../deps.ts'
import { findLoad, findOwner } from '../store.ts'
import type { SampleView } from '../wire.ts'
import { runLoad } from './run-load.ts'
import { loadSample, readSample } from './sample.ts'

/** For the command line, where nobody is signed in: the first team's first owner. Across workspaces: it does not know any yet. */
export async function findFirstOwner(deps: Pick<SampleDeps, 'db'>): Promise<Caller | undefined> {
  const owner = await acrossWorkspaces(deps.db, findOwner)
  return owner && { ...owner, role: 'owner' }
}

/** Like `loadSample`, but done when it resolves. */
export async function loadSampleNow(deps: SampleDeps, caller: Caller, input: { people?: number }): Promise<SampleView> {
  const { workspace } = caller
  const before = await readSample(deps, caller)
  if (before.loaded || before.loading) return before
  await loadSample(deps, caller, input, 'by-caller')
  const load = await inWorkspace(deps.db, workspace, tx => findLoad(tx, workspace))
  if (load) await runLoad(deps, { workspace, load: load.load })
  return readSample(deps, caller)
}
