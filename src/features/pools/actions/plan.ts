import { assessAhead, channelFits } from '#features/conversations/index.ts'
import { isAtLeast, isStage } from '#features/relationships/model.ts'
import { getTool, kindOf } from '#features/tools/model.ts'
import { dayMs } from '#kernel/clock.ts'
import type { PersonId, PoolId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { PoolDeps } from '../deps.ts'
import type { PlannedAction } from '../model.ts'
import { findPool } from '../store/pools.ts'
import { type Contact, deletePlanned, listContacts, upsertPlanned } from '../store/warm.ts'

export type PlanRefusal = { code: 'no-such-pool' }

/** `code`: the etiquette's, or one of ours; `because` in its words where the etiquette said it. */
export type LeftOut = { person: PersonId; name: string; code: string; because: string | null }
export type Possible = { person: PersonId; name: string; tool: ToolId | null; warning: string | null; on: string }
export type Judged = { possible: Possible[]; leftOut: LeftOut[] }

export type PlanInput = {
  pool?: PoolId | undefined
  people: readonly PersonId[]
  action: PlannedAction
  /** Over this tool; else over the one that suits each of them. */
  tool?: ToolId | undefined
  /** The first day, in the recruiter's calendar, and how many on each; weekends are left free. */
  from: string
  perDay: number
}

/** In a talk that runs nothing needs to be kept warm. */
const talkingMs = 14 * dayMs

const surfaceOf = (action: PlannedAction) => (action === 'comment' ? ('public' as const) : ('direct' as const))

function usableFor(action: PlannedAction, tool: ToolId): boolean {
  const { surfaces } = getTool(tool)
  if (kindOf(tool) === 'broadcast') return false
  return surfaces.includes(surfaceOf(action))
}

function leftOutOf(contact: Contact, action: PlannedAction, now: Date): string | undefined {
  const { side, stage, lastInAt, lastOutAt } = contact
  if (side === 'do-not-contact') return 'do-not-contact'
  if (side === 'declined') return 'declined'
  const last = Math.max(lastInAt?.getTime() ?? 0, lastOutAt?.getTime() ?? 0)
  const stands = side ?? stage ?? 'found'
  if (action === 'keep-warm') {
    if (!isStage(stands) || !isAtLeast(stands, 'acknowledged')) return 'does-not-know-you'
    if (last > 0 && now.getTime() - last < talkingMs) return 'talking'
  }
  if (action === 'invite' && isStage(stands) && isAtLeast(stands, 'connected')) return 'connected-already'
  return undefined
}

/** The next working day on or after this one. */
function workday(day: Date): Date {
  const weekday = day.getUTCDay()
  return weekday === 6 ? new Date(day.getTime() + 2 * dayMs) : weekday === 0 ? new Date(day.getTime() + dayMs) : day
}

function dayOf(index: number, perDay: number, from: string): string {
  let day = workday(new Date(`${from}T12:00:00Z`))
  for (let left = Math.floor(index / perDay); left > 0; left--) day = workday(new Date(day.getTime() + dayMs))
  return day.toISOString().slice(0, 10)
}

/** Each of them judged by the etiquette as it stands now, before a word is written. */
async function judge(tx: Transaction, deps: PoolDeps, caller: Caller, input: PlanInput): Promise<Judged> {
  const now = deps.clock.now()
  const people = [...new Set(input.people)]
  const contacts = await listContacts(tx, caller.workspace, caller.user, people)
  const known = new Set(contacts.map(one => one.person))
  const fits = await channelFits(tx, caller, [...known], now)
  const possible: Possible[] = []
  const leftOut: LeftOut[] = people
    .filter(person => !known.has(person))
    .map(person => ({ person, name: '', code: 'gone', because: null }))
  const action = input.action === 'keep-warm' ? 'message' : input.action
  for (const contact of contacts) {
    const { person, name } = contact
    const out = (code: string, because: string | null = null) => leftOut.push({ person, name, code, because })
    const own = leftOutOf(contact, input.action, now)
    if (own) {
      out(own)
      continue
    }
    const theirs = (fits.get(person)?.tools ?? []).filter(each => usableFor(input.action, each.tool))
    const tools = input.tool ? theirs.filter(each => each.tool === input.tool) : theirs
    const [best] = tools
    if (!best) {
      out(input.tool ? 'not-on-tool' : 'no-tool')
      continue
    }
    const reasons = await assessAhead(
      tx,
      caller,
      { person, tool: best.tool, surface: surfaceOf(input.action), action },
      now,
    )
    const block = reasons.find(reason => reason.verdict === 'block')
    if (block) out(block.code, block.message)
    else {
      const warning = reasons.find(reason => reason.code !== 'quiet-hours')?.message ?? null
      const on = dayOf(possible.length, input.perDay, input.from)
      possible.push({ person, name, tool: best.tool, warning, on })
    }
  }
  return { possible, leftOut }
}

async function allowed(tx: Transaction, caller: Caller, pool: PoolId | undefined): Promise<boolean> {
  if (!pool) return true
  const found = await findPool(tx, caller.workspace, caller.user, pool)
  return found !== undefined && found.removedAt === null
}

/** Who could be planned and who is left out, and why. Writes nothing. */
export function checkPlan(deps: PoolDeps, caller: Caller, input: PlanInput): Promise<Result<Judged, PlanRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx =>
    (await allowed(tx, caller, input.pool))
      ? done(await judge(tx, deps, caller, input))
      : refuse({ code: 'no-such-pool' }),
  )
}

/** Puts each of them on the caller's Today, judged again; one after the other, each with words of their own. */
export function plan(deps: PoolDeps, caller: Caller, input: PlanInput): Promise<Result<Judged, PlanRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    if (!(await allowed(tx, caller, input.pool))) return refuse({ code: 'no-such-pool' })
    const judged = await judge(tx, deps, caller, input)
    const steps = judged.possible.map(({ person, tool, on }) => ({ person, tool, on, action: input.action }))
    const at = deps.clock.now()
    await upsertPlanned(tx, caller.workspace, caller.user, steps, { pool: input.pool ?? null, at })
    tellBrowsers(tx, caller.workspace, { kind: 'plans.changed', payload: {}, user: caller.user })
    return done(judged)
  })
}

export function takeBackPlan(deps: PoolDeps, caller: Caller, people: readonly PersonId[]): Promise<number> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const gone = await deletePlanned(tx, caller.workspace, caller.user, people)
    tellBrowsers(tx, caller.workspace, { kind: 'plans.changed', payload: {}, user: caller.user })
    return gone
  })
}
