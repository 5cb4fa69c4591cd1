import { defineFeature } from '#web/manifest.ts'
import { keys } from './api.ts'

const stale = () => [keys.all]

export const manifest = defineFeature({
  feature: 'referrals',
  pages: [
    {
      path: '/referrals',
      load: async () => (await import('./ReferralsPage.tsx')).ReferralsPage,
      rail: { group: 'daily', order: 8, icon: 'pools', label: 'rail', under: '/pools' },
      search: search => (typeof search.view === 'string' ? { view: search.view } : {}),
    },
  ],
  live: { 'referrals.changed': stale, 'openings.people-changed': stale },
  person: {
    head: [
      {
        id: 'referrer',
        order: 7,
        place: 'foot',
        load: async () => (await import('./person/ReferrerLine.tsx')).ReferrerLine,
      },
    ],
  },
})
