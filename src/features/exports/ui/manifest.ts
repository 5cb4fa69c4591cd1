import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'exports',
  pages: [
    {
      path: '/settings/export',
      load: async () => (await import('./ExportPage.tsx')).ExportPage,
      rail: { group: 'back', order: 22.86, icon: 'import', label: 'rail', under: '/settings' },
    },
  ],
})
