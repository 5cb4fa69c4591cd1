import { dayMs } from '#kernel/clock.ts'
import { type KindnessId, newId, type PersonId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import {
  type Advice,
  type Asked,
  adviseGiving,
  isOwing,
  type Kindness,
  type KindnessKind,
  type Way,
} from '../model/kindness.ts'
import {
  countAsked,
  deleteKindness,
  findNews,
  insertKindness,
  listKindnesses,
  listOwed,
  type Owed,
} from '../store/give.ts'
import { listNamed } from '../store/said.ts'
import type { NetworkDeps } from './deps.ts'

export type Balance = {
  given: number
  received: number
  asked: Asked
  owing: boolean
  advice: Advice
  /** Latest first. */
  all: Kindness[]
}
export type KindnessRefusal = { code: 'no-such-person' | 'no-such-kindness' }

const [shown, newsDays, owedDays] = [60, 60, 365]
const before = (now: Date, days: number) => new Date(now.getTime() - days * dayMs)

/** What passed between us and them, and what would be good to do first. */
export async function balanceOf(tx: Transaction, caller: Caller, person: PersonId, now: Date): Promise<Balance> {
  const { workspace } = caller
  const all = await listKindnesses(tx, workspace, person, shown)
  const asked = await countAsked(tx, workspace, person)
  const news = await findNews(tx, workspace, person, before(now, newsDays))
  return {
    given: all.filter(one => one.way === 'given').length,
    received: all.filter(one => one.way === 'received').length,
    asked,
    owing: isOwing(all, asked),
    advice: adviseGiving(all, asked, news ?? null),
    all,
  }
}

export const readBalance = (
  deps: NetworkDeps,
  caller: Caller,
  person: PersonId,
): Promise<Result<Balance, KindnessRefusal>> =>
  inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Balance, KindnessRefusal>> => {
    const [known] = await listNamed(tx, caller.workspace, [person])
    if (!known) return refuse({ code: 'no-such-person' })
    return done(await balanceOf(tx, caller, person, deps.clock.now()))
  })

/** Noted by hand, in one click: what Kith can't see. */
export function noteKindness(
  deps: NetworkDeps,
  caller: Caller,
  given: { person: PersonId; way: Way; kind: KindnessKind; words: string; at: Date | null },
): Promise<Result<KindnessId, KindnessRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<KindnessId, KindnessRefusal>> => {
    const [known] = await listNamed(tx, caller.workspace, [given.person])
    if (!known) return refuse({ code: 'no-such-person' })
    const now = deps.clock.now()
    const id = newId<'Kindness'>(now.getTime())
    await insertKindness(tx, caller.workspace, { ...given, id, user: caller.user, at: given.at ?? now })
    tellBalance(tx, caller, given.person)
    return done(id)
  })
}

export function forgetKindness(
  deps: NetworkDeps,
  caller: Caller,
  id: KindnessId,
): Promise<Result<void, KindnessRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, KindnessRefusal>> => {
    const person = await deleteKindness(tx, caller.workspace, id)
    if (!person) return refuse({ code: 'no-such-kindness' })
    tellBalance(tx, caller, person)
    return done(undefined)
  })
}

const tellBalance = (tx: Transaction, { workspace }: Caller, person: PersonId) =>
  tellBrowsers(tx, workspace, { kind: 'network.balance', payload: { person } })

/** For Today: who did something for this recruiter within a year and has had nothing back since. */
export const listGiveFirst = (
  tx: Transaction,
  caller: Caller,
  now: Date,
  most: number,
): Promise<(Owed & { news: { title: string; activity: string } | null })[]> =>
  listOwed(tx, caller.workspace, caller.user, before(now, owedDays), most).then(async owed => {
    const found = []
    for (const one of owed)
      found.push({ ...one, news: (await findNews(tx, caller.workspace, one.person, before(now, newsDays))) ?? null })
    return found
  })
