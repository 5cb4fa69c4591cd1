import { audit } from '#features/accounts/index.ts'
import type { Clock } from '#kernel/clock.ts'
import { newId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import {
  fits,
  type HardCode,
  type LineValue,
  ownValue,
  type Policy,
  type PolicyLine,
  policyFrom,
  policyReasonLeast,
  readLine,
  valueIn,
} from './model.ts'
import { insertPolicyChange, listPolicyChanges, listPolicyLines, lockPolicy, type PolicyChange } from './store.ts'

type Deps = { db: Database; clock: Clock }

export type PolicyRefusal =
  | { code: 'admins-change' }
  | { code: 'no-such-line' }
  | { code: 'hard-rule'; rule: HardCode }
  | { code: 'bad-value'; line: PolicyLine }
  | { code: 'night-without-end' }
  | { code: 'nothing-changes' }
  | { code: 'reason-too-short' }

/** The limits that hold in this workspace now, for every judgement in this transaction. */
export async function findPolicy(tx: Transaction, workspace: WorkspaceId): Promise<Policy> {
  return policyFrom(await listPolicyLines(tx, workspace))
}

export function readPolicy(deps: Pick<Deps, 'db'>, caller: Caller): Promise<Policy> {
  return inWorkspace(deps.db, caller.workspace, tx => findPolicy(tx, caller.workspace))
}

export function readPolicyChanges(
  deps: Pick<Deps, 'db'>,
  caller: Caller,
  before: { at: Date; id: string } | undefined,
  most: number,
): Promise<(PolicyChange & { userName: string | null })[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listPolicyChanges(tx, caller.workspace, before, most))
}

/** `value` null: back to Kith's own. */
export async function changePolicy(
  deps: Deps,
  caller: Caller,
  given: { line: string; value: LineValue | null; reason: string },
): Promise<Result<void, PolicyRefusal>> {
  if (!mayActAs(caller.role, 'admin')) return refuse({ code: 'admins-change' })
  const line = readLine(given.line)
  if (!('kind' in line)) return refuse(line)
  const reason = given.reason.trim()
  if (reason.length < policyReasonLeast) return refuse({ code: 'reason-too-short' })
  const value = given.value ?? ownValue(line)
  if (!fits(line, value)) return refuse({ code: 'bad-value', line })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, PolicyRefusal>> => {
    await lockPolicy(tx, caller.workspace)
    const policy = await findPolicy(tx, caller.workspace)
    const was = valueIn(policy, line)
    const toOwn = value === ownValue(line)
    if (value === was) return refuse({ code: 'nothing-changes' })
    const { limits } = policy
    if (given.line === 'quiet-from' && value === limits['quiet-until']) return refuse({ code: 'night-without-end' })
    if (given.line === 'quiet-until' && value === limits['quiet-from']) return refuse({ code: 'night-without-end' })
    const at = deps.clock.now()
    const id = newId<'EtiquetteChange'>(at.getTime())
    await insertPolicyChange(tx, caller.workspace, {
      id,
      line: given.line,
      was,
      value,
      toOwn,
      reason,
      user: caller.user,
      at,
    })
    await audit(tx, {
      caller,
      at,
      action: 'etiquette.policy-changed',
      subjectKind: 'etiquette-change',
      subject: id,
      detail: { line: given.line, from: was, to: value, reason },
    })
    tellBrowsers(tx, caller.workspace, { kind: 'etiquette.changed', payload: { line: given.line } })
    return done(undefined)
  })
}
