import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'webhooks',
  pages: [
    {
      path: '/settings/webhooks',
      load: async () => (await import('./WebhooksPage.tsx')).WebhooksPage,
      rail: { group: 'back', order: 22.85, icon: 'share', label: 'rail.webhooks', under: '/settings' },
    },
  ],
})
