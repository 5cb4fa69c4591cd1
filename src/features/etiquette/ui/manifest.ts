import { defineFeature } from '#web/manifest.ts'
import { policyKeys } from './queries.ts'

export const manifest = defineFeature({
  feature: 'etiquette',
  pages: [
    {
      path: '/settings/etiquette',
      load: async () => (await import('./EtiquettePage.tsx')).EtiquettePage,
      rail: { group: 'back', order: 23.6, icon: 'security', label: 'rail.etiquette', under: '/settings' },
    },
  ],
  live: { 'etiquette.changed': () => [policyKeys.all] },
})
