import { type ConversationId, newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { placeAddress } from '../model/address.ts'
import {
  findGroup,
  findGroupAt,
  findRoomOf,
  type GroupChange,
  type GroupId,
  insertGroups,
  updateGroup,
} from '../store/groups.ts'
import { addTime, deleteVisit, insertVisit, type Visit, type VisitId } from '../store/ledger.ts'
import type { GroupsDeps } from './deps.ts'

export type GroupRefusal =
  | { code: 'no-such-group' }
  | { code: 'no-such-visit' }
  | { code: 'no-address' }
  | { code: 'in-the-future' }
  | { code: 'already-there'; group: GroupId }

type ChangeDeps = Pick<GroupsDeps, 'db' | 'clock'>

const changed = (tx: Transaction, { workspace }: Caller, group: GroupId) =>
  tellBrowsers(tx, workspace, { kind: 'groups.changed', payload: { group } })

/** A place that Kith can't join; rooms come by themselves. */
export function addPlace(
  deps: ChangeDeps,
  caller: Caller,
  input: { tool: ToolId; address: string; title: string; rules?: string },
): Promise<Result<GroupId, GroupRefusal>> {
  const place = placeAddress(input.address)
  if (!place) return Promise.resolve(refuse({ code: 'no-address' }))
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<GroupId, GroupRefusal>> => {
    const now = deps.clock.now()
    const row = {
      id: newId<'Group'>(now.getTime()),
      kind: 'place' as const,
      tool: input.tool,
      ...place,
      title: input.title.trim(),
      rules: input.rules?.trim() || null,
    }
    const [made] = await insertGroups(tx, caller.workspace, [row], now)
    if (!made) {
      const group = await findGroupAt(tx, caller.workspace, input.tool, place.address)
      return group ? refuse({ code: 'already-there', group }) : refuse({ code: 'no-such-group' })
    }
    changed(tx, caller, made)
    return done(made)
  })
}

/** Rules left empty are none: a room's topic speaks again. */
export function changeGroup(
  deps: ChangeDeps,
  caller: Caller,
  id: GroupId,
  change: Omit<GroupChange, 'archivedAt'> & { archived?: boolean },
): Promise<Result<void, GroupRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, GroupRefusal>> => {
    if (!(await findGroup(tx, caller.workspace, id))) return refuse({ code: 'no-such-group' })
    const { archived, rules, ...rest } = change
    const now = deps.clock.now()
    await updateGroup(
      tx,
      caller.workspace,
      id,
      {
        ...rest,
        ...(rules === undefined ? {} : { rules: rules?.trim() || null }),
        ...(archived === undefined ? {} : { archivedAt: archived ? now : null }),
      },
      { user: caller.user, now },
    )
    changed(tx, caller, id)
    return done(undefined)
  })
}

export function logVisit(
  deps: ChangeDeps,
  caller: Caller,
  id: GroupId,
  visit: Omit<Visit, 'id' | 'user' | 'by' | 'at'> & { at?: string },
): Promise<Result<VisitId, GroupRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<VisitId, GroupRefusal>> => {
    if (!(await findGroup(tx, caller.workspace, id))) return refuse({ code: 'no-such-group' })
    const now = deps.clock.now()
    const at = visit.at === undefined ? now : new Date(visit.at)
    // A clock that goes a little ahead is no lie.
    if (at.getTime() - now.getTime() > 10 * 60_000) return refuse({ code: 'in-the-future' })
    const made = newId<'Visit'>(now.getTime())
    await insertVisit(tx, caller.workspace, id, { ...visit, id: made, user: caller.user, at }, now)
    changed(tx, caller, id)
    return done(made)
  })
}

export function removeVisit(
  deps: ChangeDeps,
  caller: Caller,
  id: GroupId,
  visit: VisitId,
): Promise<Result<void, GroupRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, GroupRefusal>> => {
    if (!(await deleteVisit(tx, caller.workspace, caller.user, visit))) return refuse({ code: 'no-such-visit' })
    changed(tx, caller, id)
    return done(undefined)
  })
}

/** False when what is open there is no group. A step of the clock can't be longer than the schema lets it. */
export function spendTime(
  deps: ChangeDeps,
  caller: Caller,
  on: { conversation: ConversationId } | { group: GroupId },
  spent: { readMs: number; talkMs: number },
): Promise<boolean> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const now = deps.clock.now()
    const group =
      'group' in on
        ? (await findGroup(tx, caller.workspace, on.group))?.id
        : await roomGroup(tx, caller, on.conversation, now)
    if (!group) return false
    await addTime(tx, caller.workspace, { group, user: caller.user, ...spent, now })
    return true
  })
}

async function roomGroup(
  tx: Transaction,
  caller: Caller,
  conversation: ConversationId,
  now: Date,
): Promise<GroupId | undefined> {
  const room = await findRoomOf(tx, caller.workspace, conversation)
  if (!room || room.group) return room?.group ?? undefined
  const { tool, address } = room
  const row = {
    id: newId<'Group'>(now.getTime()),
    kind: 'room' as const,
    tool,
    address,
    title: null,
    url: null,
    rules: null,
  }
  const [made] = await insertGroups(tx, caller.workspace, [row], now)
  return made ?? (await findGroupAt(tx, caller.workspace, tool, address))
}
