import type { z } from 'zod'
import type { CampaignWhole, Strategy } from './actions/campaigns.ts'
import type { SourceRow } from './store/sources.ts'
import type { CampaignWire, PlannedWire, sourceView } from './wire.ts'

export const viewSource = (source: SourceRow & { url: string; leadsTo: string }): z.input<typeof sourceView> => ({
  id: source.id,
  kind: source.kind,
  thing: source.thing,
  code: source.code,
  url: source.url,
  leadsTo: source.leadsTo,
  target: source.target,
  label: source.label,
  tool: source.tool,
  campaign: source.campaign ? { id: source.campaign, name: source.campaignName ?? '' } : null,
  owner: source.user ? { id: source.user, name: source.owner ?? '' } : null,
  person: source.person,
  automatic: source.automatic,
  archived: source.archivedAt !== null,
  createdAt: source.createdAt,
  visits: source.visits,
  people: source.people,
})

export const viewCampaign = (whole: CampaignWhole): CampaignWire => {
  const { campaign } = whole
  return {
    id: campaign.id,
    name: campaign.name,
    aim: campaign.aim,
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    archived: campaign.archivedAt !== null,
    parts: whole.parts.map(({ tool, part, note }) => ({ tool, part, note })),
    costs: whole.costs.map(({ campaign: _, ...cost }) => cost),
    minutes: whole.minutes,
    money: whole.money,
    reach: whole.reach,
    counts: whole.counts,
    chain: whole.links,
    weakest: whole.weakest ?? null,
    sources: whole.sources,
  }
}

export const viewPlanned = (one: Strategy['calendar'][number]): PlannedWire => ({
  kind: one.kind,
  id: one.id,
  thing: one.thing,
  title: one.title,
  at: one.at.toISOString(),
  state: one.state,
  tool: one.tool,
  campaign: one.campaign,
  by: one.by ?? null,
})
