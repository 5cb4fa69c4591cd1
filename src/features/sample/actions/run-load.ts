import { insertSampleSources } from '#features/attribution/index.ts'
import { commitEvents } from '#features/conversations/index.ts'
import { insertSampleGroups } from '#features/groups/index.ts'
import { insertSampleNetwork } from '#features/network/index.ts'
import { recordSpoken } from '#features/relationships/index.ts'
import { ladder } from '#features/relationships/model.ts'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { SampleDeps } from '../deps.ts'
import { planSample, type SamplePlan } from '../model.ts'
import { findLoadForUpdate, getUserName, type Load, type LoadId, updateLoad, updateStatistics } from '../store.ts'
import { removeRows } from './sample.ts'
import { chatTools, peoplePerStep } from './steps.ts'
import { openAccounts, settleChats } from './write/accounts.ts'
import { eventsOf } from './write/chats.ts'
import { writeHiring } from './write/hiring.ts'
import { writeHistory, writeOutcome } from './write/history.ts'
import { makePage } from './write/page.ts'
import { writePeople } from './write/people.ts'
import { writePools } from './write/pools.ts'
import { newIds, personAt, type Scope } from './write/scope.ts'
import { writeSite } from './write/site.ts'
import { addColleagues, writeTodos } from './write/team.ts'

/** The load was removed or started anew meanwhile: this one writes nothing more. */
class Overtaken extends Error {
  override readonly name = 'Overtaken'
  readonly code = 'overtaken'
}

/**
 * Each step is a transaction that holds the load's row. A load that was cut off begins again: what it left is removed first.
 * Resolves to false when it was removed or started anew meanwhile.
 */
export async function runLoad(
  deps: SampleDeps,
  input: { workspace: WorkspaceId; load: LoadId },
  signal?: AbortSignal,
): Promise<boolean> {
  const { workspace } = input
  let stepsDone = 0
  let state: Pick<Load, 'page' | 'chat'> = { page: null, chat: null }
  const step = <T>(work: (tx: Transaction, load: Load) => Promise<T>): Promise<T> => {
    signal?.throwIfAborted()
    return inWorkspace(deps.db, workspace, async tx => {
      const load = await findLoadForUpdate(tx, workspace)
      if (load?.load !== input.load || load.state === 'loaded') throw new Overtaken('overtaken')
      const result = await work(tx, load)
      await updateLoad(tx, workspace, { state: 'loading', stepsDone, ...state }, deps.clock.now())
      const progress = Math.round((stepsDone / load.stepsTotal) * 100) / 100
      tellBrowsers(tx, workspace, { kind: 'sample.changed', payload: { state: 'loading', progress } })
      stepsDone += 1
      return result
    })
  }
  try {
    const { scope, plan } = await step(async (tx, load) => {
      await removeRows(tx, deps, { workspace, user: load.user, load })
      const now = deps.clock.now()
      const us = { name: await getUserName(tx, workspace, load.user) }
      const plan = planSample({ people: load.people, us, now })
      const own = { workspace, user: load.user, now }
      const ours = { ...own, colleagues: await addColleagues(tx, own) }
      const scope: Scope = { ...ours, connections: await openAccounts(tx, ours), ...newIds(plan, now) }
      return { plan, scope }
    })
    state = await makePage(deps, scope)
    for (let from = 0; from < plan.people.length; from += peoplePerStep)
      await step(tx => writePeople(tx, deps, scope, plan, from, from + peoplePerStep))
    await step(tx => writeHistory(tx, deps, scope, plan))
    for (const tool of chatTools) {
      await step(async () => undefined)
      await writeChats(deps, scope, plan, tool)
    }
    const openings = await step(async tx => {
      await settleChats(tx, scope, plan, state.page)
      await writeOutcome(tx, deps, scope, plan)
      await insertSampleGroups(tx, scope.workspace, scope.user, scope.now)
      await writePools(tx, deps, scope, plan)
      await writeTodos(tx, scope, plan)
      await insertSampleSources(tx, { ...scope, page: state.page })
      await insertSampleNetwork(tx, scope, circlesOf(scope, plan))
      return await writeSite(tx, deps, scope, plan)
    })
    await writeHiring(deps, scope, plan, openings)
    await finish(deps, input, state)
    await inWorkspace(deps.db, workspace, updateStatistics)
    return true
  } catch (error) {
    if (error instanceof Overtaken) return false
    throw error
  }
}

/** Those of one trade, who know us best first; visitors are nobody's acquaintance yet. */
function circlesOf(scope: Scope, plan: SamplePlan): PersonId[][] {
  const rank = (standing: string) => ladder.findIndex(stage => stage === standing)
  const known = plan.people
    .map(({ industry, standing }, place) => ({ industry, standing, person: personAt(scope, place) }))
    .filter(one => one.standing !== 'visitor')
    .toSorted((a, b) => rank(b.standing) - rank(a.standing))
  return [...Map.groupBy(known, one => one.industry).values()].map(circle => circle.map(one => one.person))
}

async function writeChats(
  deps: SampleDeps,
  scope: Scope,
  plan: SamplePlan,
  tool: (typeof chatTools)[number],
): Promise<void> {
  const connection = scope.connections.get(tool)
  const events = eventsOf(plan, tool)
  if (!connection || events.length === 0) return
  const { db, clock, touches } = deps
  await commitEvents(
    { db, clock, recordSpoken: (tx, spoken) => recordSpoken(tx, touches, spoken, scope.now) },
    { workspace: scope.workspace, connection },
    events,
  )
}

async function finish(
  deps: SampleDeps,
  { workspace, load: mine }: { workspace: WorkspaceId; load: LoadId },
  state: Pick<Load, 'page' | 'chat'>,
): Promise<void> {
  await inWorkspace(deps.db, workspace, async tx => {
    const load = await findLoadForUpdate(tx, workspace)
    if (load?.load !== mine) throw new Overtaken('overtaken')
    await updateLoad(tx, workspace, { ...state, state: 'loaded', stepsDone: load.stepsTotal }, deps.clock.now())
    tellBrowsers(tx, workspace, { kind: 'sample.changed', payload: { state: 'loaded', progress: 1 } })
  })
}
