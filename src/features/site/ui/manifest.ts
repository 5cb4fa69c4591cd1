import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'site',
  pages: [
    {
      path: '/settings/site',
      load: async () => (await import('./SitePage.tsx')).SitePage,
      rail: { group: 'back', order: 23.75, icon: 'pages', label: 'rail', under: '/settings' },
    },
  ],
  live: { 'site.changed': () => [['site']] },
})
