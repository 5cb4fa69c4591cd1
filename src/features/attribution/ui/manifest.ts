import { defineFeature } from '#web/manifest.ts'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const kept = (search: Record<string, unknown>, ...names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap(name => {
      const value = typeof search[name] === 'number' ? String(search[name]) : text(search[name])
      return value === undefined ? [] : [[name, value]]
    }),
  )

export const manifest = defineFeature({
  feature: 'attribution',
  pages: [
    {
      path: '/campaigns',
      load: async () => (await import('./StrategyPage.tsx')).StrategyPage,
      rail: { group: 'pull', order: 10, icon: 'campaigns', label: 'rail.campaigns', go: 'go-campaigns' },
    },
    { path: '/campaigns/$campaignId', load: async () => (await import('./CampaignPage.tsx')).CampaignPage },
    {
      path: '/links',
      load: async () => (await import('./LinksPage.tsx')).LinksPage,
      rail: { group: 'pull', order: 10.5, icon: 'share', label: 'rail.links', under: '/campaigns' },
    },
    {
      path: '/reports',
      load: async () => (await import('./ReportPage.tsx')).ReportPage,
      search: search => kept(search, 'view', 'by', 'weeks', 'campaign', 'show'),
      rail: { group: 'back', order: 20, icon: 'reports', label: 'rail.reports', go: 'go-reports' },
    },
  ],
  live: { 'attribution.changed': () => [['attribution']] },
  person: {
    head: [{ id: 'sources', order: 6, place: 'foot', load: async () => (await import('./CameByLine.tsx')).CameByLine }],
  },
})
