import { createHash, randomBytes } from 'node:crypto'
import { audit } from '#features/accounts/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { ConnectionId } from '#kernel/ids.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { tellBrowsers } from '#platform/live.ts'
import { isSame } from '#platform/secrets.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { codeFrom, codeIn, reachLimits } from '../../model/reach.ts'
import { type Connection, findConnection, listConnections } from '../../store/connections.ts'
import {
  deleteReach,
  findReach,
  findReachForUpdate,
  isSomebodys,
  listReaches,
  type Reach,
  updateOwnConversation,
  updateReach,
  updateReachProven,
  updateReachTried,
  upsertReach,
} from '../../store/reach.ts'
import type { AbilityDeps } from '../abilities.ts'
import { tellSelf } from './tell.ts'

export type ReachDeps = AbilityDeps & { db: Database; clock: Clock }

export type ReachRefusal =
  | { code: 'viewers-read' }
  | { code: 'no-such-connection' }
  | { code: 'not-yours' }
  | { code: 'cannot-write' }
  | { code: 'no-address' }
  | { code: 'address-taken' }
  | { code: 'somebodys' }
  | { code: 'no-reach' }
  | { code: 'wrong-code' }
  | { code: 'code-over' }
  | { code: 'no-days' }

/** `begins`: who writes first there; where only the recruiter can, the code is shown and written from there. */
export type ReachWay = { connection: ConnectionId; tool: ToolId; label: string; begins: 'kith' | 'recruiter' }

export type ReachSetting = { reach: Reach | null; ways: ReachWay[] }

export function readReach(deps: ReachDeps, caller: Caller): Promise<ReachSetting> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const own = (await listConnections(tx, caller.workspace)).filter(each => each.user === caller.user)
    const ways = await Promise.all(own.map(each => wayOver(deps, each)))
    return {
      reach: (await findReach(tx, caller.workspace, caller.user)) ?? null,
      ways: ways.filter(way => way !== undefined),
    }
  })
}

/** Undefined where no single address can be written to. */
async function wayOver(deps: ReachDeps, connection: Connection): Promise<ReachWay | undefined> {
  const manifest = (await deps.connectorOf(connection.tool))?.manifest
  if (!manifest || connection.tool === 'website-chat' || connection.config.sample === 'yes') return undefined
  if (manifest.capabilities.text.level === 'rejected' || manifest.capabilities.text.level === 'dropped')
    return undefined
  const theyFirst = ['recipient-first', 'opt-in-template'].includes(manifest.policy.firstContact)
  return {
    connection: connection.id,
    tool: connection.tool,
    label: connection.label,
    begins: theyFirst ? 'recruiter' : 'kith',
  }
}

/**
 * Sends a code to the address, or gives the code to be written from there when the address is left out. What was proven before holds
 * no more.
 */
export async function beginReach(
  deps: ReachDeps,
  caller: Caller,
  input: { connection: ConnectionId; address?: string },
): Promise<Result<{ code: string | null }, ReachRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  const code = codeFrom(randomBytes(8))
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<{ code: string | null }, ReachRefusal>> => {
    const now = deps.clock.now()
    const connection = await findConnection(tx, caller.workspace, input.connection)
    if (!connection) return refuse({ code: 'no-such-connection' })
    if (connection.user !== caller.user) return refuse({ code: 'not-yours' })
    if (!(await wayOver(deps, connection))) return refuse({ code: 'cannot-write' })
    const connector = await deps.connectorOf(connection.tool)
    const address = input.address === undefined ? undefined : connector?.parseAddress(input.address)
    if (input.address !== undefined && address === undefined) return refuse({ code: 'no-address' })
    if (address !== undefined && (await isTaken(tx, caller, connection.id, address)))
      return refuse({ code: 'address-taken' })
    if (address !== undefined && (await isSomebodys(tx, caller.workspace, connection.tool, address)))
      return refuse({ code: 'somebodys' })
    const before = await findReachForUpdate(tx, caller.workspace, caller.user)
    // The count of words goes on: asking for codes must not become a way to write to a stranger for ever.
    await upsertReach(
      tx,
      caller.workspace,
      {
        user: caller.user,
        connection: connection.id,
        address: address ?? null,
        codeHash: hashOf(code),
        codeUntil: new Date(now.getTime() + reachLimits.codeMs),
      },
      now,
    )
    const reach = await findReach(tx, caller.workspace, caller.user)
    if (reach && address !== undefined)
      await tellSelf(
        tx,
        caller.workspace,
        reach,
        newId(now.getTime()),
        { kind: 'code', code, minutes: reachLimits.codeMs / 60_000 },
        now,
      )
    await note(tx, caller, before ? 'reach.changed' : 'reach.added', now, { tool: connection.tool })
    return done({ code: address === undefined ? code : null })
  })
}

const hashOf = (code: string) =>
  createHash('sha256')
    .update(codeIn(code) ?? '')
    .digest('hex')

async function isTaken(tx: Transaction, caller: Caller, connection: ConnectionId, address: string): Promise<boolean> {
  return (await listReaches(tx, caller.workspace)).some(
    each => each.connection === connection && each.address === address && each.provenAt && each.user !== caller.user,
  )
}

/** A code that was typed in. Five wrong ones end it. */
export async function proveReach(deps: ReachDeps, caller: Caller, typed: string): Promise<Result<void, ReachRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, ReachRefusal>> => {
    const now = deps.clock.now()
    const reach = await findReachForUpdate(tx, caller.workspace, caller.user)
    if (!reach || reach.address === null) return refuse({ code: 'no-reach' })
    if (reach.provenAt) return done(undefined)
    if (!isOpen(reach, now)) return refuse({ code: 'code-over' })
    if (!fits(reach, typed)) {
      await updateReachTried(tx, caller.workspace, caller.user)
      return refuse({ code: reach.codeTries + 1 >= reachLimits.codeTries ? 'code-over' : 'wrong-code' })
    }
    await prove(tx, caller.workspace, reach, reach.address, now)
    return done(undefined)
  })
}

const isOpen = (reach: Reach, now: Date) =>
  reach.codeHash !== null &&
  reach.codeUntil !== null &&
  reach.codeUntil > now &&
  reach.codeTries < reachLimits.codeTries

const fits = (reach: Reach, text: string): boolean => {
  const code = codeIn(text)
  return code !== undefined && reach.codeHash !== null && isSame(hashOf(code), reach.codeHash)
}

/** Whether this text, from this address, is the code that the reach waits for. */
export const isProof = (reach: Reach, from: string, text: string, now: Date): boolean =>
  !reach.provenAt && (reach.address === null || reach.address === from) && isOpen(reach, now) && fits(reach, text)

export async function prove(
  tx: Transaction,
  workspace: Caller['workspace'],
  reach: Reach,
  address: string,
  now: Date,
): Promise<void> {
  await updateReachProven(tx, workspace, reach.user, address, now)
  const conversations = await updateOwnConversation(tx, workspace, { connection: reach.connection, address }, now)
  if (conversations.length > 0)
    tellBrowsers(tx, workspace, { kind: 'conversations.changed', payload: { conversations } })
  await tellSelf(tx, workspace, { ...reach, address }, newId(now.getTime()), { kind: 'proven' }, now)
  await audit(tx, {
    workspace,
    user: reach.user,
    at: now,
    action: 'reach.proven',
    subjectKind: 'connection',
    subject: reach.connection,
    detail: {},
  })
  tellBrowsers(tx, workspace, { kind: 'reach.changed', payload: {}, user: reach.user })
}

export async function changeReach(
  deps: ReachDeps,
  caller: Caller,
  change: Partial<Pick<Reach, 'mode' | 'awayMinutes' | 'days' | 'from' | 'to'>> & { paused?: boolean },
): Promise<Result<void, ReachRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, ReachRefusal>> => {
    const now = deps.clock.now()
    const reach = await findReachForUpdate(tx, caller.workspace, caller.user)
    if (!reach) return refuse({ code: 'no-reach' })
    if (change.days?.length === 0) return refuse({ code: 'no-days' })
    const { paused, ...rest } = change
    await updateReach(tx, caller.workspace, caller.user, {
      ...rest,
      ...(paused === undefined ? {} : { pausedAt: paused ? (reach.pausedAt ?? now) : null }),
    })
    await note(tx, caller, 'reach.changed', now, { fields: Object.keys(change) })
    return done(undefined)
  })
}

/** What was queued for that address and has not left goes with it. */
export async function removeReach(deps: ReachDeps, caller: Caller): Promise<void> {
  await inWorkspace(deps.db, caller.workspace, async tx => {
    if (!(await findReachForUpdate(tx, caller.workspace, caller.user))) return
    await deleteReach(tx, caller.workspace, caller.user)
    await note(tx, caller, 'reach.removed', deps.clock.now(), {})
  })
}

async function note(
  tx: Transaction,
  caller: Caller,
  action: string,
  at: Date,
  detail: Record<string, unknown>,
): Promise<void> {
  await audit(tx, { caller, at, action, subjectKind: 'user', subject: caller.user, detail })
  tellBrowsers(tx, caller.workspace, { kind: 'reach.changed', payload: {}, user: caller.user })
}
