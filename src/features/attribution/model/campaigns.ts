/** What a tool is for in a campaign. */
export const campaignParts = ['drive', 'explain', 'talk', 'deepen', 'broadcast'] as const
export type CampaignPart = (typeof campaignParts)[number]

export const campaignLimits = { perWorkspace: 500, costs: 1_000, plannedDays: 92 } as const
