import { audit } from '#features/accounts/index.ts'
import { nextDigest } from '#features/broadcasts/model.ts'
import { dayMs } from '#kernel/clock.ts'
import { type CampaignId, type CostId, newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { type CampaignPart, campaignLimits } from '../model/campaigns.ts'
import { type ChainCounts, type ChainLink, fewest, judgeChain, weakestLink } from '../model/chain.ts'
import type { Milestone } from '../model/milestones.ts'
import { isLanding } from '../model/sources.ts'
import {
  type Campaign,
  type Cost,
  deleteCost,
  findCampaign,
  insertCost,
  listCalendar,
  listCampaigns,
  listCosts,
  listDigestPlans,
  listGroupTime,
  listParts,
  listRhythms,
  type Part,
  type Planned,
  upsertCampaign,
  writePart,
} from '../store/campaigns.ts'
import { countByCampaign, countBySource, type SourceCounts } from '../store/report.ts'
import type { AttributionDeps } from './deps.ts'
import { tellChanged } from './join.ts'

export type CampaignRefusal = {
  code: 'no-such-campaign' | 'no-such-cost' | 'days-turned' | 'too-many' | 'nothing-spent'
}
export type CampaignGiven = { name: string; aim?: string; startsOn?: string | null; endsOn?: string | null }

const isTurned = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
  startsOn !== null && endsOn !== null && endsOn < startsOn

export function addCampaign(
  deps: AttributionDeps,
  caller: Caller,
  given: CampaignGiven,
): Promise<Result<{ id: CampaignId }, CampaignRefusal>> {
  const { workspace, user } = caller
  const now = deps.clock.now()
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<{ id: CampaignId }, CampaignRefusal>> => {
    if ((await listCampaigns(tx, workspace, false)).length >= campaignLimits.perWorkspace)
      return refuse({ code: 'too-many' })
    const campaign: Campaign = {
      id: newId<'Campaign'>(now.getTime()),
      name: given.name.trim(),
      aim: given.aim?.trim() ?? '',
      startsOn: given.startsOn ?? null,
      endsOn: given.endsOn ?? null,
      user,
      sample: false,
      archivedAt: null,
      createdAt: now,
      updatedAt: now,
    }
    if (isTurned(campaign)) return refuse({ code: 'days-turned' })
    await upsertCampaign(tx, workspace, campaign)
    tellChanged(tx, workspace)
    return done({ id: campaign.id })
  })
}

export function changeCampaign(
  deps: AttributionDeps,
  caller: Caller,
  id: CampaignId,
  change: Partial<CampaignGiven> & { archived?: boolean },
): Promise<Result<void, CampaignRefusal>> {
  return within(deps, caller, id, async (tx, known, now) => {
    const next: Campaign = {
      ...known,
      name: change.name?.trim() ?? known.name,
      aim: change.aim?.trim() ?? known.aim,
      startsOn: change.startsOn === undefined ? known.startsOn : change.startsOn,
      endsOn: change.endsOn === undefined ? known.endsOn : change.endsOn,
      archivedAt: change.archived === undefined ? known.archivedAt : change.archived ? (known.archivedAt ?? now) : null,
      updatedAt: now,
    }
    if (isTurned(next)) return refuse({ code: 'days-turned' })
    await upsertCampaign(tx, caller.workspace, next)
    return done(undefined)
  })
}

async function within<T>(
  deps: AttributionDeps,
  caller: Caller,
  id: CampaignId,
  work: (tx: Transaction, campaign: Campaign, now: Date) => Promise<Result<T, CampaignRefusal>>,
): Promise<Result<T, CampaignRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<T, CampaignRefusal>> => {
    const known = await findCampaign(tx, caller.workspace, id, 'for-update')
    if (!known) return refuse({ code: 'no-such-campaign' })
    const result = await work(tx, known, deps.clock.now())
    if (result.ok) tellChanged(tx, caller.workspace)
    return result
  })
}

/** `note` null: the tool does not play this part any more. */
export function setPart(
  deps: AttributionDeps,
  caller: Caller,
  id: CampaignId,
  part: { tool: ToolId; part: CampaignPart; note: string | null },
): Promise<Result<void, CampaignRefusal>> {
  return within(deps, caller, id, async tx => {
    await writePart(tx, caller.workspace, { campaign: id, ...part })
    return done(undefined)
  })
}

export type CostGiven = {
  on?: string
  tool?: ToolId
  what: string
  amount?: number
  currency?: string
  minutes?: number
}

export function addCost(
  deps: AttributionDeps,
  caller: Caller,
  id: CampaignId,
  given: CostGiven,
): Promise<Result<{ id: CostId }, CampaignRefusal>> {
  return within(deps, caller, id, async (tx, _campaign, now) => {
    const money = given.amount !== undefined && given.currency !== undefined
    if (!money && given.minutes === undefined) return refuse({ code: 'nothing-spent' })
    if ((await listCosts(tx, caller.workspace, id)).length >= campaignLimits.costs) return refuse({ code: 'too-many' })
    const cost = newId<'Cost'>(now.getTime())
    await insertCost(tx, caller.workspace, {
      id: cost,
      campaign: id,
      on: given.on ?? now.toISOString().slice(0, 10),
      tool: given.tool ?? null,
      what: given.what.trim(),
      amount: money ? (given.amount ?? null) : null,
      currency: money ? (given.currency ?? null) : null,
      minutes: given.minutes ?? null,
      user: caller.user,
      now,
    })
    await audit(tx, { caller, at: now, action: 'campaign.cost-added', subjectKind: 'campaign', subject: id })
    return done({ id: cost })
  })
}

export function removeCost(
  deps: AttributionDeps,
  caller: Caller,
  id: CampaignId,
  cost: CostId,
): Promise<Result<void, CampaignRefusal>> {
  return within(deps, caller, id, async (tx, _campaign, now) => {
    if (!(await deleteCost(tx, caller.workspace, id, cost))) return refuse({ code: 'no-such-cost' })
    await audit(tx, { caller, at: now, action: 'campaign.cost-removed', subjectKind: 'campaign', subject: id })
    return done(undefined)
  })
}

export type Money = { currency: string; amount: number }
export type CampaignWhole = {
  campaign: Campaign
  parts: Part[]
  costs: Cost[]
  minutes: { tool: string; minutes: number }[]
  money: Money[]
  /** By links of the campaign, and on its own pages. */
  reach: number
  counts: ChainCounts
  people: Readonly<Record<Milestone, number>>
  links: ChainLink[]
  weakest: ChainLink | undefined
  sources: number
}

const none: Readonly<Record<string, number>> = {}

function wholeOf(
  campaign: Campaign,
  all: {
    parts: readonly Part[]
    costs: readonly Cost[]
    time: readonly { campaign: CampaignId; tool: string; minutes: number }[]
    sources: readonly SourceCounts[]
    people: ReadonlyMap<CampaignId, Readonly<Record<Milestone, number>>>
  },
): CampaignWhole {
  const { id } = campaign
  const costs = all.costs.filter(cost => cost.campaign === id)
  const mine = all.sources.filter(source => source.campaign === id)
  const seen = (ones: readonly SourceCounts[]) => ones.reduce((sum, one) => sum + one.visits, 0)
  const landings = mine.filter(source => isLanding(source.kind))
  const reach = seen(mine.filter(source => !isLanding(source.kind)))
  const people = all.people.get(id) ?? (none as Readonly<Record<Milestone, number>>)
  const byLanding = landings.length > 0
  const counts = countsOf(byLanding ? seen(landings) : reach, people)
  const others = all.sources
    .filter(source => source.campaign !== id && isLanding(source.kind) === byLanding)
    .map(source => countsOf(source.visits, source.people))
  const links = judgeChain(counts, others)
  const byTool = new Map<string, number>()
  const spend = (tool: string, minutes: number) => byTool.set(tool, (byTool.get(tool) ?? 0) + minutes)
  for (const { campaign: of, tool, minutes } of all.time) if (of === id) spend(tool, minutes)
  for (const { tool, minutes } of costs) if (minutes) spend(tool ?? '', minutes)
  const byCurrency = new Map<string, number>()
  for (const { amount, currency } of costs)
    if (amount !== null && currency !== null) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + amount)
  return {
    campaign,
    parts: all.parts.filter(part => part.campaign === id),
    costs,
    minutes: [...byTool].map(([tool, minutes]) => ({ tool, minutes })),
    money: [...byCurrency].map(([currency, amount]) => ({ currency, amount })),
    reach,
    counts,
    people,
    links,
    weakest: weakestLink(links),
    sources: mine.length,
  }
}

const countsOf = (visits: number, people: Readonly<Partial<Record<Milestone, number>>>): ChainCounts => ({
  visits,
  answered: people.answered ?? 0,
  connected: people.connected ?? 0,
  interested: people.interested ?? 0,
  candidate: people.candidate ?? 0,
  hired: people.hired ?? 0,
})

async function readWhole(
  tx: Transaction,
  { workspace }: Caller,
  campaigns: readonly Campaign[],
): Promise<CampaignWhole[]> {
  const all = {
    parts: await listParts(tx, workspace),
    costs: await listCosts(tx, workspace),
    time: await listGroupTime(tx, workspace),
    sources: await countBySource(tx, workspace),
    people: await countByCampaign(tx, workspace),
  }
  return campaigns.map(campaign => wholeOf(campaign, all))
}

export function readCampaign(
  deps: AttributionDeps,
  caller: Caller,
  id: CampaignId,
): Promise<Result<CampaignWhole, CampaignRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<CampaignWhole, CampaignRefusal>> => {
    const found = await findCampaign(tx, caller.workspace, id)
    const [whole] = found ? await readWhole(tx, caller, [found]) : []
    return whole ? done(whole) : refuse({ code: 'no-such-campaign' })
  })
}

export type Strategy = { campaigns: CampaignWhole[]; calendar: (Planned & { by?: string })[]; tooFew: typeof fewest }

/** The whole board: each campaign with its parts, costs and chain, and what is planned around now. */
export function readStrategy(
  deps: AttributionDeps,
  caller: Caller,
  span: { from: string; to: string },
): Promise<Strategy> {
  const [from, last] = [Date.parse(`${span.from}T00:00:00Z`), Date.parse(`${span.to}T00:00:00Z`)]
  const to = Math.min(last, from + campaignLimits.plannedDays * dayMs) + dayMs
  const now = deps.clock.now()
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const campaigns = await readWhole(tx, caller, await listCampaigns(tx, caller.workspace, false))
    const told = await listCalendar(tx, caller.workspace, { from: new Date(from), to: new Date(to) })
    const rhythms = await listRhythms(tx, caller.workspace)
    const digests = await listDigestPlans(tx, caller.workspace)
    return {
      campaigns,
      calendar: [
        ...told,
        ...planned(rhythms, Math.max(from, dayStart(now)), to),
        ...plannedDigests(digests, Math.max(from, now.getTime()), to),
      ].sort(byTime),
      tooFew: fewest,
    }
  })
}

const byTime = (a: { at: Date }, b: { at: Date }) => a.at.getTime() - b.at.getTime()
const dayStart = (at: Date) => Date.parse(`${at.toISOString().slice(0, 10)}T00:00:00Z`)

/** The weeks that recruiters set themselves, laid over the days to come. */
function planned(
  rhythms: readonly { tool: string; place: string; days: readonly number[]; by: string }[],
  from: number,
  to: number,
): (Planned & { by: string })[] {
  const found: (Planned & { by: string })[] = []
  for (let day = from; day < to; day += dayMs) {
    const weekday = new Date(day).getUTCDay() || 7
    for (const { tool, place, days, by } of rhythms)
      if (days.includes(weekday))
        found.push({
          kind: 'visit',
          id: `${tool} ${by} ${new Date(day).toISOString().slice(0, 10)}`,
          thing: null,
          title: place,
          at: new Date(day),
          state: 'planned',
          tool,
          campaign: null,
          by,
        })
  }
  return found
}

/** What goes out by itself each week, where anything new was opened. */
function plannedDigests(lists: Awaited<ReturnType<typeof listDigestPlans>>, from: number, to: number): Planned[] {
  return lists.flatMap(list => {
    const found: Planned[] = []
    for (let at = nextDigest(list, new Date(from)); at.getTime() < to; at = nextDigest(list, at))
      found.push({
        kind: 'digest',
        id: `${list.id} ${at.toISOString()}`,
        thing: list.id,
        title: list.name,
        at,
        state: 'planned',
        tool: 'email',
        campaign: null,
      })
    return found
  })
}
