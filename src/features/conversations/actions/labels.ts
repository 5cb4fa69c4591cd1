import { audit } from '#features/accounts/index.ts'
import type { Clock } from '#kernel/clock.ts'
import { type LabelId, newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { type LabelColour, labelLimits } from '../model.ts'
import { countLabels, findLabelForUpdate, type Label, listLabels, lockLabels, upsertLabel } from '../store/labels.ts'

type Deps = { db: Database; clock: Clock }

export type LabelRefusal =
  | { code: 'no-such-label' }
  | { code: 'name-taken' }
  | { code: 'too-many-labels'; most: number }
  | { code: 'viewers-read' }

export function readLabels(deps: Pick<Deps, 'db'>, caller: Caller): Promise<(Label & { open: number })[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listLabels(tx, caller.workspace))
}

export function addLabel(
  deps: Deps,
  caller: Caller,
  given: { name: string; colour: LabelColour },
): Promise<Result<LabelId, LabelRefusal>> {
  return write(deps, caller, async (tx, now) => {
    if ((await countLabels(tx, caller.workspace)) >= labelLimits.perWorkspace)
      return refuse({ code: 'too-many-labels', most: labelLimits.perWorkspace })
    const id = newId<'Label'>(now.getTime())
    const label = { id, name: given.name.trim(), colour: given.colour, createdAt: now, removedAt: null }
    return (await upsertLabel(tx, caller.workspace, label)) ? done(id) : refuse({ code: 'name-taken' })
  })
}

/** `removed` takes it off every conversation at once; put back, it is on the same ones again. */
export function changeLabel(
  deps: Deps,
  caller: Caller,
  id: LabelId,
  change: { name?: string; colour?: LabelColour; removed?: boolean },
): Promise<Result<void, LabelRefusal>> {
  return write(deps, caller, async (tx, now) => {
    const label = await findLabelForUpdate(tx, caller.workspace, id)
    if (!label) return refuse({ code: 'no-such-label' })
    const removedAt = change.removed === undefined ? label.removedAt : change.removed ? now : null
    const next = { ...label, name: change.name?.trim() ?? label.name, colour: change.colour ?? label.colour, removedAt }
    if (!(await upsertLabel(tx, caller.workspace, next))) return refuse({ code: 'name-taken' })
    if (change.removed !== undefined)
      await audit(tx, {
        caller,
        at: now,
        action: change.removed ? 'label.removed' : 'label.restored',
        subjectKind: 'label',
        subject: id,
        detail: { name: label.name },
      })
    return done(undefined)
  })
}

async function write<T>(
  deps: Deps,
  caller: Caller,
  work: (tx: Transaction, now: Date) => Promise<Result<T, LabelRefusal>>,
): Promise<Result<T, LabelRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async tx => {
    await lockLabels(tx, caller.workspace)
    const result = await work(tx, deps.clock.now())
    if (result.ok) tellBrowsers(tx, caller.workspace, { kind: 'labels.changed', payload: {} })
    return result
  })
}
