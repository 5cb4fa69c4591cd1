import { audit, countTokens, findUser } from '#features/accounts/index.ts'
import {
  countStaying,
  listAssignedTo,
  listConnectionsOf,
  listLaterOf,
  notify,
  updateAssignees,
  updateConnectionsOf,
  updateLaterGiven,
  updateLaterReturned,
} from '#features/conversations/index.ts'
import { listInterviewsAhead, listOpeningsOf, updateInterviewers, updateOpeningsOf } from '#features/openings/index.ts'
import { listOwnedBy, listSearchesOf, updateOwners, updateSearchesOf } from '#features/people/index.ts'
import { listPoolsOf, updatePoolsOf } from '#features/pools/index.ts'
import { type HandOverId, type Id, newId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { TeamDeps } from '../deps.ts'
import { deal, type HandOverPart, handOverLimits, handOverParts, mayBeNobodys } from '../model.ts'
import { findColleague } from '../store/colleagues.ts'
import {
  findHandOverForUpdate,
  insertHandOver,
  listHandOvers,
  listOpenTodosOf,
  updateHandOverUndone,
  updateTodosOf,
} from '../store/hand-overs.ts'

type Deps = Pick<TeamDeps, 'db' | 'clock'>

export type HandOverRefusal = {
  code: 'no-such-member' | 'not-yours' | 'no-such-colleague' | 'needs-somebody' | 'no-such-hand-over' | 'undone-already'
}

type Way = { from: UserId; to: UserId }
type Move<Kind extends string> = {
  list(tx: Transaction, workspace: WorkspaceId, user: UserId, at: Date): Promise<Id<Kind>[]>
  /** What was moved: only what is still `from`'s. */
  move(tx: Transaction, workspace: WorkspaceId, ids: Id<Kind>[], way: Way, at: Date): Promise<Id<Kind>[]>
  back?: Move<Kind>['move']
  toNobody?(tx: Transaction, workspace: WorkspaceId, ids: Id<Kind>[], way: Loose, at: Date): Promise<Id<Kind>[]>
}
type Loose = { from: UserId | null; to: UserId | null }
type AnyMove = {
  list(tx: Transaction, workspace: WorkspaceId, user: UserId, at: Date): Promise<string[]>
  move(
    tx: Transaction,
    workspace: WorkspaceId,
    ids: readonly string[],
    way: Loose,
    at: Date,
    back: boolean,
  ): Promise<string[]>
}

/** Ids of one kind go in and come out; what is nobody's only where a part has a way for it. */
const part = <Kind extends string>({ list, move, back = move, toNobody }: Move<Kind>): AnyMove => ({
  list,
  move(tx, workspace, ids, { from, to }, at, isBack) {
    const own = ids as Id<Kind>[]
    if (from !== null && to !== null) return (isBack ? back : move)(tx, workspace, own, { from, to }, at)
    return toNobody ? toNobody(tx, workspace, own, { from, to }, at) : Promise.resolve([])
  },
})

const parts: Readonly<Record<HandOverPart, AnyMove>> = {
  people: part({ list: listOwnedBy, move: updateOwners, toNobody: updateOwners }),
  conversations: part({ list: listAssignedTo, move: updateAssignees, toNobody: updateAssignees }),
  messages: part({ list: listLaterOf, move: updateLaterGiven, back: updateLaterReturned }),
  todos: part({ list: listOpenTodosOf, move: updateTodosOf, toNobody: updateTodosOf }),
  openings: part({ list: listOpeningsOf, move: updateOpeningsOf }),
  interviews: part({ list: listInterviewsAhead, move: updateInterviewers }),
  pools: part({ list: listPoolsOf, move: updatePoolsOf }),
  searches: part({ list: listSearchesOf, move: updateSearchesOf }),
  connections: part({ list: listConnectionsOf, move: updateConnectionsOf }),
}

const mayHandOver = (caller: Caller, user: UserId) => caller.user === user || mayActAs(caller.role, 'admin')

export function readHandOver(deps: Deps, caller: Caller, user: UserId) {
  const { workspace } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const at = deps.clock.now()
    const member = await findUser(tx, workspace, user)
    if (!member) return refuse({ code: 'no-such-member' } as const)
    if (!mayHandOver(caller, user)) return refuse({ code: 'not-yours' } as const)
    const counts: { part: HandOverPart; count: number }[] = []
    for (const name of handOverParts)
      counts.push({ part: name, count: (await parts[name].list(tx, workspace, user, at)).length })
    return done({
      member,
      parts: counts.filter(each => each.count > 0),
      stays: { ...(await countStaying(tx, workspace, user)), tokens: await countTokens(tx, workspace, user) },
      done: await listHandOvers(tx, workspace, user, handOverLimits.shown),
    })
  })
}

/** Each part to one colleague, dealt among several, or to nobody; in one step, and noted for the way back. */
export function handOver(
  deps: Deps,
  caller: Caller,
  user: UserId,
  orders: readonly { part: HandOverPart; to: readonly UserId[] }[],
): Promise<Result<{ moved: number; handOvers: HandOverId[] }, HandOverRefusal>> {
  const { workspace } = caller
  return inWorkspace(
    deps.db,
    workspace,
    async (tx): Promise<Result<{ moved: number; handOvers: HandOverId[] }, HandOverRefusal>> => {
      const at = deps.clock.now()
      if (!(await findUser(tx, workspace, user))) return refuse({ code: 'no-such-member' })
      if (!mayHandOver(caller, user)) return refuse({ code: 'not-yours' })
      if (orders.some(order => order.to.length === 0 && !mayBeNobodys.includes(order.part)))
        return refuse({ code: 'needs-somebody' })
      for (const to of new Set(orders.flatMap(order => order.to)))
        if (to === user || !(await findColleague(tx, workspace, to))) return refuse({ code: 'no-such-colleague' })
      const told = new Map<UserId, Partial<Record<HandOverPart, number>>>()
      const handOvers: HandOverId[] = []
      let count = 0
      for (const { part: name, to } of orders) {
        const ids = await parts[name].list(tx, workspace, user, at)
        for (const share of deal(ids, to.length > 0 ? [...new Set(to)] : [null])) {
          const moved = await parts[name].move(tx, workspace, share.things, { from: user, to: share.to }, at, false)
          if (moved.length === 0) continue
          const id = newId<'HandOver'>(at.getTime())
          await insertHandOver(tx, workspace, { id, user, part: name, to: share.to, moved, by: caller.user, at })
          handOvers.push(id)
          count += moved.length
          await note(tx, caller, 'member.handed-over', user, { part: name, to: share.to, count: moved.length }, at)
          tellOf(tx, workspace, name, moved)
          if (share.to) {
            const so = told.get(share.to) ?? {}
            told.set(share.to, { ...so, [name]: (so[name] ?? 0) + moved.length })
          }
        }
      }
      for (const [to, counts] of told)
        await notify(tx, workspace, {
          kind: 'handed-over',
          users: [to],
          words: JSON.stringify({ from: user, ...counts }),
          by: caller.user,
          at,
        })
      return done({ moved: count, handOvers })
    },
  )
}

/** All that somebody has now, to another, without a note: where nobody is left who could take it back. */
export async function moveEverything(tx: Transaction, workspace: WorkspaceId, way: Way, at: Date): Promise<void> {
  for (const { list, move } of Object.values(parts))
    await move(tx, workspace, await list(tx, workspace, way.from, at), way, at, false)
}

/** What was given on since stays where it is. */
export function undoHandOver(
  deps: Deps,
  caller: Caller,
  id: HandOverId,
): Promise<Result<{ returned: number; kept: number }, HandOverRefusal>> {
  const { workspace } = caller
  return inWorkspace(
    deps.db,
    workspace,
    async (tx): Promise<Result<{ returned: number; kept: number }, HandOverRefusal>> => {
      const at = deps.clock.now()
      const found = await findHandOverForUpdate(tx, workspace, id)
      if (!found) return refuse({ code: 'no-such-hand-over' })
      if (found.by !== caller.user && !mayActAs(caller.role, 'admin')) return refuse({ code: 'not-yours' })
      if (found.undoneAt) return refuse({ code: 'undone-already' })
      const way = { from: found.to, to: found.user }
      const back = await parts[found.part].move(tx, workspace, found.moved, way, at, true)
      await updateHandOverUndone(tx, workspace, id, at)
      const detail = { part: found.part, from: found.to, count: back.length }
      await note(tx, caller, 'member.hand-over-undone', found.user, detail, at)
      tellOf(tx, workspace, found.part, back)
      return done({ returned: back.length, kept: found.moved.length - back.length })
    },
  )
}

const note = (
  tx: Transaction,
  caller: Caller,
  action: string,
  user: UserId,
  detail: Readonly<Record<string, unknown>>,
  at: Date,
) => audit(tx, { caller, at, action, subjectKind: 'user', subject: user, detail })

const events: Readonly<Record<HandOverPart, { kind: string; key?: string }>> = {
  people: { kind: 'people.changed', key: 'people' },
  conversations: { kind: 'conversations.changed', key: 'conversations' },
  messages: { kind: 'later.changed' },
  todos: { kind: 'todos.changed' },
  openings: { kind: 'openings.changed' },
  interviews: { kind: 'openings.changed' },
  pools: { kind: 'pools.changed' },
  searches: { kind: 'people.searches-changed' },
  connections: { kind: 'connection.changed' },
}

function tellOf(tx: Transaction, workspace: WorkspaceId, name: HandOverPart, ids: readonly string[]): void {
  const { kind, key } = events[name]
  tellBrowsers(tx, workspace, { kind, payload: key ? { [key]: ids.slice(0, 100) } : {} })
  tellBrowsers(tx, workspace, { kind: 'hand-over.changed', payload: {} })
}
