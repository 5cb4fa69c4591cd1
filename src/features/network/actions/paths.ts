import { findPerson } from '#features/people/index.ts'
import { newId, type PersonId, type UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { rankPaths } from '../model/paths.ts'
import { type Grade, gradeOf, monthsIn, strengthOf, type TieKind } from '../model/ties.ts'
import { findPaths, listKnownBy, listNear } from '../store/paths.ts'
import { deleteSaid, insertSaid, listNamed, listUserNames, type Named } from '../store/said.ts'
import { listTiesOf, type TieRow } from '../store/ties.ts'
import { refreshNetworkTask } from '../task-kinds.ts'
import type { NetworkDeps } from './deps.ts'

export type Because = {
  kind: TieKind
  tool: TieRow['tool']
  /** By the one named first, and by the other. */
  events: number
  back: number
  /** In how many of the last six months there was some. */
  months: number
  firstAt: Date
  lastAt: Date
  title: string | null
  url: string | null
}
export type Standing = { person: PersonId; name: string; stage: string; doNotContact: boolean }
export type Link = { strength: number; grade: Grade; because: Because[] }
export type Way = {
  user: { id: UserId; name: string; me: boolean }
  through: Standing[]
  /** One more than `through`: from the recruiter to the first of them, …, from the last of them to the person wanted. */
  links: Link[]
}
export type Neighbour = Standing & Link
export type Ways = {
  knownBy: { user: { id: UserId; name: string; me: boolean }; link: Link }[]
  ways: Way[]
  wanted: Standing
}

const [waysShown, nearShown] = [6, 60]

/** By pair, strongest first. */
async function readBecause(
  tx: Transaction,
  caller: Caller,
  pairs: readonly { a: string; b: string }[],
  now: Date,
): Promise<(a: string, b: string) => Because[]> {
  const rows = await listTiesOf(tx, caller.workspace, pairs)
  const sorted = rows.toSorted((one, other) => strengthOf(other, now) - strengthOf(one, now))
  const byPair = Map.groupBy(sorted, row => `${row.a} ${row.b}`)
  return (a, b) =>
    (byPair.get(`${a} ${b}`) ?? []).map(({ a: _, b: __, months, ...row }) => ({
      ...row,
      months: monthsIn(months, 6, now),
    }))
}

async function readStandings(
  tx: Transaction,
  deps: NetworkDeps,
  caller: Caller,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Standing & Named>> {
  const named = await listNamed(tx, caller.workspace, people)
  const marks = await deps.marks(
    tx,
    caller,
    named.map(one => one.person),
  )
  return new Map(
    named.map(one => [
      one.person,
      { ...one, stage: one.doNotContact ? 'do-not-contact' : (marks.get(one.person)?.stage ?? 'found') },
    ]),
  )
}

const standing = ({ person, name, stage, doNotContact }: Standing): Standing => ({ person, name, stage, doNotContact })
const linked = (strength: number, because: Because[]): Link => ({ strength, grade: gradeOf(strength), because })

export type PathRefusal = { code: 'no-such-person' | 'the-same' | 'said-before' | 'not-said' }

/** Who could introduce a recruiter of ours to this person, best first; and who of us knows them anyway. */
export function readWays(deps: NetworkDeps, caller: Caller, person: PersonId): Promise<Result<Ways, PathRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Ways, PathRefusal>> => {
    const { workspace, user } = caller
    const found = await findPerson(tx, workspace, person)
    if (!found || found.merged_into) return refuse({ code: 'no-such-person' })
    const now = deps.clock.now()
    const knownBy = await listKnownBy(tx, workspace, person)
    // Nobody is asked for a way to somebody who wants to be left alone.
    const paths = found.do_not_contact_at ? [] : rankPaths(await findPaths(tx, workspace, person), user, waysShown)
    const people = await readStandings(tx, deps, caller, [person, ...paths.flatMap(path => path.through)])
    const users = await listUserNames(tx, workspace, [...paths.map(path => path.user), ...knownBy.map(one => one.user)])
    const pairs = paths.flatMap(({ user: by, through }) => {
      const chain = [...through, person]
      return [
        { a: chain[0] ?? person, b: by as string },
        ...through.map((a, n) => ({ a: a as string, b: chain[n + 1] ?? person })),
      ]
    })
    const because = await readBecause(
      tx,
      caller,
      [...pairs, ...knownBy.map(one => ({ a: person as string, b: one.user as string }))],
      now,
    )
    const userOf = (id: UserId) => ({ id, name: users.get(id) ?? '', me: id === user })
    const self = people.get(person)
    if (!self) return refuse({ code: 'no-such-person' })
    return done({
      wanted: standing(self),
      knownBy: knownBy.map(one => ({
        user: userOf(one.user),
        link: linked(one.strength, because(person, one.user)),
      })),
      ways: paths.flatMap(({ user: by, through, strengths }) => {
        const between = through.map(id => people.get(id))
        if (between.some(one => one === undefined)) return []
        const chain = [...through, person]
        return [
          {
            user: userOf(by),
            through: between.flatMap(one => (one ? [standing(one)] : [])),
            links: strengths.map((strength, n) =>
              linked(strength, n === 0 ? because(chain[0] ?? person, by) : because(chain[n - 1] ?? '', chain[n] ?? '')),
            ),
          },
        ]
      }),
    })
  })
}

/** Whom they know, strongest first, each with why. */
export function readNeighbours(
  deps: NetworkDeps,
  caller: Caller,
  person: PersonId,
): Promise<Result<Neighbour[], PathRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Neighbour[], PathRefusal>> => {
    const found = await findPerson(tx, caller.workspace, person)
    if (!found || found.merged_into) return refuse({ code: 'no-such-person' })
    const near = await listNear(tx, caller.workspace, person, nearShown)
    const people = await readStandings(
      tx,
      deps,
      caller,
      near.map(one => one.person),
    )
    const because = await readBecause(
      tx,
      caller,
      near.map(one => ({ a: person, b: one.person })),
      deps.clock.now(),
    )
    return done(
      near.flatMap(one => {
        const known = people.get(one.person)
        return known ? [{ ...standing(known), ...linked(one.strength, because(person, one.person)) }] : []
      }),
    )
  })
}

/** A recruiter says that these two know each other, and from where. */
export function sayTie(
  deps: NetworkDeps,
  caller: Caller,
  given: { person: PersonId; other: PersonId; words: string },
): Promise<Result<void, PathRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, PathRefusal>> => {
    const { workspace, user } = caller
    if (given.person === given.other) return refuse({ code: 'the-same' })
    const both = await listNamed(tx, workspace, [given.person, given.other])
    if (both.length < 2) return refuse({ code: 'no-such-person' })
    const at = deps.clock.now()
    if (!(await insertSaid(tx, workspace, { id: newId(at.getTime()), ...given, user, at })))
      return refuse({ code: 'said-before' })
    await soon(tx, caller)
    return done(undefined)
  })
}

export function unsayTie(
  deps: NetworkDeps,
  caller: Caller,
  person: PersonId,
  other: PersonId,
): Promise<Result<void, PathRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, PathRefusal>> => {
    if (!(await deleteSaid(tx, caller.workspace, person, other))) return refuse({ code: 'not-said' })
    await soon(tx, caller)
    return done(undefined)
  })
}

/** Whoever wrote this looks at it now. */
export async function soon(tx: Transaction, { workspace }: Caller): Promise<void> {
  await enqueue(tx, refreshNetworkTask, workspace, { workspace }, { queue: `network:${workspace}` })
  tellBrowsers(tx, workspace, { kind: 'network.changed', payload: {} })
}
