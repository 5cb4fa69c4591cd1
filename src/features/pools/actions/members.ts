import { type PersonRow, withMarks } from '#features/people/index.ts'
import type { PersonId, PoolEntryId, PoolId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import type { PoolDeps } from '../deps.ts'
import type { MemberSort } from '../model.ts'
import { insertEntries, type LogEntry, listEntries } from '../store/log.ts'
import {
  countStages,
  insertMembers,
  listMembers,
  listNamed,
  listPoolsOf,
  type Member,
  type MemberPlace,
  type PoolOfPerson,
  removeMembers,
  restoreMembers,
} from '../store/members.ts'
import { findPool, type Pool } from '../store/pools.ts'

export type MemberRefusal = { code: 'no-such-pool' }

/** Why somebody was left out of a step, beside who. */
export type LeftOut = { person: PersonId; name: string; code: 'do-not-contact' | 'gone' | 'already-in' }

async function withPool<T>(
  deps: Pick<PoolDeps, 'db'>,
  caller: Caller,
  id: PoolId,
  work: (tx: Transaction, pool: Pool) => Promise<T>,
  lock: 'for-update' | 'no' = 'no',
): Promise<Result<T, MemberRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const pool = await findPool(tx, caller.workspace, caller.user, id, lock)
    if (!pool || pool.removedAt) return refuse({ code: 'no-such-pool' })
    return done(await work(tx, pool))
  })
}

const tell = (tx: Transaction, caller: Caller, pool: PoolId, people: readonly PersonId[]) =>
  tellBrowsers(tx, caller.workspace, { kind: 'pools.changed', payload: { pool, people: people.slice(0, 100) } })

/** By hand. Whoever must not be contacted is left out, with why; so is who is gone or in it already. */
export function addMembers(
  deps: PoolDeps,
  caller: Caller,
  id: PoolId,
  people: readonly PersonId[],
): Promise<Result<{ added: PersonId[]; leftOut: LeftOut[] }, MemberRefusal>> {
  return withPool(
    deps,
    caller,
    id,
    async (tx, pool) => {
      const { workspace, user } = caller
      const at = deps.clock.now()
      const added = await insertMembers(tx, workspace, pool.id, people, { user, at })
      const fresh = new Set(added)
      const named = await listNamed(tx, workspace, people)
      const leftOut = [...new Set(people)]
        .filter(person => !fresh.has(person))
        .map((person): LeftOut => {
          const known = named.get(person)
          const code = !known ? 'gone' : known.doNotContact ? 'do-not-contact' : 'already-in'
          return { person, name: known?.name ?? '', code }
        })
      await insertEntries(
        tx,
        workspace,
        id,
        added.map(person => ({ person, kind: 'came', cause: 'hand', detail: {} })),
        { user, at },
      )
      tell(tx, caller, id, added)
      return { added, leftOut }
    },
    'for-update',
  )
}

export type Removed = { person: PersonId; how: 'hand' | 'rule' }

/** Gives those who were in it, as they were: what `putBack` takes. */
export function takeOut(
  deps: PoolDeps,
  caller: Caller,
  id: PoolId,
  people: readonly PersonId[],
): Promise<Result<Removed[], MemberRefusal>> {
  return withPool(
    deps,
    caller,
    id,
    async (tx, pool) => {
      const { workspace, user } = caller
      const removed = await removeMembers(tx, workspace, pool, people)
      const entries = removed.map(({ person }) => ({
        person,
        kind: 'went' as const,
        cause: 'hand' as const,
        detail: {},
      }))
      await insertEntries(tx, workspace, id, entries, { user, at: deps.clock.now() })
      tell(
        tx,
        caller,
        id,
        removed.map(one => one.person),
      )
      return removed
    },
    'for-update',
  )
}

export function putBack(
  deps: PoolDeps,
  caller: Caller,
  id: PoolId,
  people: readonly Removed[],
): Promise<Result<PersonId[], MemberRefusal>> {
  return withPool(
    deps,
    caller,
    id,
    async tx => {
      const { workspace, user } = caller
      const at = deps.clock.now()
      const back = await restoreMembers(tx, workspace, id, people, at)
      const entries = back.map(person => ({ person, kind: 'came' as const, cause: 'hand' as const, detail: {} }))
      await insertEntries(tx, workspace, id, entries, { user, at })
      tell(tx, caller, id, back)
      return back
    },
    'for-update',
  )
}

export type MemberPage = { rows: (PersonRow & { member: Member })[]; next: MemberPlace | undefined }

const placeOf = (member: Member, sort: MemberSort): MemberPlace => ({
  person: member.person,
  at: { added: member.addedAt.toISOString(), touch: member.touchedAt?.toISOString() ?? null, name: member.name }[sort],
})

export function readMembers(
  deps: PoolDeps,
  caller: Caller,
  query: { pool: PoolId; stage?: string | undefined; sort: MemberSort; after?: MemberPlace | undefined; limit: number },
): Promise<Result<MemberPage, MemberRefusal>> {
  return withPool(deps, caller, query.pool, async tx => {
    const members = await listMembers(tx, caller.workspace, caller.user, { ...query, limit: query.limit + 1 })
    const page = members.slice(0, query.limit)
    const known = new Map(page.map(member => [member.person, member]))
    const people = await withMarks(
      tx,
      deps,
      caller,
      page.map(member => member.person),
    )
    const last = page.at(-1)
    return {
      rows: people.flatMap(row => {
        const member = known.get(row.person_id)
        return member ? [{ ...row, member }] : []
      }),
      next: members.length > query.limit && last ? placeOf(last, query.sort) : undefined,
    }
  })
}

export const readStages = (deps: PoolDeps, caller: Caller, pool: PoolId) =>
  withPool(deps, caller, pool, tx => countStages(tx, caller.workspace, caller.user, pool))

export const readLog = (
  deps: PoolDeps,
  caller: Caller,
  pool: PoolId,
  after: { at: Date; id: PoolEntryId } | undefined,
  limit: number,
): Promise<Result<LogEntry[], MemberRefusal>> =>
  withPool(deps, caller, pool, tx => listEntries(tx, caller.workspace, caller.user, pool, after, limit))

export const readPoolsOf = (deps: { db: Database }, caller: Caller, person: PersonId): Promise<PoolOfPerson[]> =>
  inWorkspace(deps.db, caller.workspace, tx => listPoolsOf(tx, caller.workspace, caller.user, person))
