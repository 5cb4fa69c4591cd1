import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'openings',
  pages: [
    {
      path: '/openings',
      load: async () => (await import('./OpeningsPage.tsx')).OpeningsPage,
      rail: { group: 'daily', order: 7, icon: 'openings', label: 'rail', go: 'go-openings' },
    },
    { path: '/openings/$openingId', load: async () => (await import('./OpeningPage.tsx')).OpeningPage },
  ],
  live: { 'openings.changed': () => [['openings']] },
})
