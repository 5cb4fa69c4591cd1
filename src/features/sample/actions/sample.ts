import { audit, deleteSampleUsers, listSampleUsers, updateSampleSince } from '#features/accounts/index.ts'
import { deleteSampleSources } from '#features/attribution/index.ts'
import { deleteSamplePosts } from '#features/blog/index.ts'
import { deleteSampleLists } from '#features/broadcasts/index.ts'
import { deletePage } from '#features/campaigns/index.ts'
import { deleteSampleConversations, deleteUnusedWebsiteChat } from '#features/conversations/index.ts'
import { deleteSampleGroups } from '#features/groups/index.ts'
import { deleteSampleNetwork } from '#features/network/index.ts'
import { deleteSampleOpenings } from '#features/openings/index.ts'
import { deleteSamplePeople, listSamplePeople } from '#features/people/index.ts'
import { deleteSamplePools } from '#features/pools/index.ts'
import { settleGone } from '#features/reports/index.ts'
import { moveEverything } from '#features/team/index.ts'
import { minuteMs } from '#kernel/clock.ts'
import { newId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { SampleDeps } from '../deps.ts'
import { sampleSizes } from '../model.ts'
import { deleteLoad, findLoad, findLoadForUpdate, insertLoad, type Load } from '../store.ts'
import { loadSampleTask } from '../task.ts'
import type { SampleView } from '../wire.ts'
import { stepCount } from './steps.ts'

/** A load that nobody has worked on for so long has died: it may be started again. */
const deadAfterMs = 10 * minuteMs

const view = (load: Load | undefined): SampleView => ({
  loaded: load?.state === 'loaded',
  loading: load?.state === 'loading',
  failed: load?.state === 'failed',
  people: load?.people ?? 0,
  since: load?.startedAt.toISOString() ?? null,
  progress: load ? (load.state === 'loaded' ? 1 : load.stepsDone / load.stepsTotal) : 0,
})

export function readSample(deps: Pick<SampleDeps, 'db'>, caller: Caller): Promise<SampleView> {
  return inWorkspace(deps.db, caller.workspace, async tx => view(await findLoad(tx, caller.workspace)))
}

/** Begins in the background. With sample data there already, or on its way, nothing changes. */
export function loadSample(
  deps: SampleDeps,
  caller: Caller,
  input: { people?: number } = {},
  run: 'in-background' | 'by-caller' = 'in-background',
): Promise<SampleView> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const known = await findLoadForUpdate(tx, workspace)
    const dead = known && known.state !== 'loaded' && now.getTime() - known.changedAt.getTime() > deadAfterMs
    if (known && !dead && known.state !== 'failed') return view(known)
    if (known) await deleteLoad(tx, workspace)
    const people = input.people ?? sampleSizes.people
    const load = { load: newId<'SampleLoad'>(now.getTime()), user, people, stepsTotal: stepCount(people) }
    if (await insertLoad(tx, workspace, load, now)) {
      await updateSampleSince(tx, workspace, now)
      await audit(tx, {
        caller,
        at: now,
        action: 'sample.loaded',
        subjectKind: 'workspace',
        subject: workspace,
        detail: { people },
      })
      if (run === 'in-background')
        await enqueue(
          tx,
          loadSampleTask,
          workspace,
          { workspace, load: load.load },
          { queue: `sample:${workspace}`, maxAttempts: 3 },
        )
      tellBrowsers(tx, workspace, { kind: 'sample.changed', payload: { state: 'loading', progress: 0 } })
    }
    return view(await findLoad(tx, workspace))
  })
}

/** Everything that `loadSample` brought, and what was added to it since; nothing else. A load on its way ends with it. */
export function removeSample(deps: SampleDeps, caller: Caller): Promise<{ people: number }> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const load = await findLoadForUpdate(tx, workspace)
    const people = await removeRows(tx, deps, { workspace, user, load })
    if (!load && people === 0) return { people }
    await deleteLoad(tx, workspace)
    await updateSampleSince(tx, workspace, null)
    await audit(tx, {
      caller,
      at: now,
      action: 'sample.removed',
      subjectKind: 'workspace',
      subject: workspace,
      detail: { people },
    })
    tellBrowsers(tx, workspace, { kind: 'sample.changed', payload: { state: 'none', progress: 0 } })
    return { people }
  })
}

/** Only what is marked as sample; what an unfinished load left is found just the same. */
export async function removeRows(
  tx: Transaction,
  deps: SampleDeps,
  { workspace, user, load }: { workspace: WorkspaceId; user: UserId; load: Load | undefined },
): Promise<number> {
  const now = deps.clock.now()
  await deleteSamplePools(tx, workspace)
  await deleteSampleLists(tx, workspace)
  await deleteSamplePosts(tx, workspace)
  await deleteSampleOpenings(tx, workspace)
  await deleteSampleConversations(tx, workspace, await listSamplePeople(tx, workspace))
  await deleteSampleGroups(tx, workspace)
  const gone = await deleteSamplePeople(tx, deps.touches, { workspace, user, now })
  await deleteSampleNetwork(tx, workspace)
  if (load?.page) await deletePage(tx, workspace, load.page)
  await deleteSampleSources(tx, workspace)
  await settleGone(tx, workspace)
  if (load?.chat) await deleteUnusedWebsiteChat(tx, workspace, load.chat)
  // What they were given of somebody's own work stays with whoever takes the sample away.
  for (const colleague of await listSampleUsers(tx, workspace))
    await moveEverything(tx, workspace, { from: colleague, to: user }, now)
  await deleteSampleUsers(tx, workspace)
  return gone.length
}
