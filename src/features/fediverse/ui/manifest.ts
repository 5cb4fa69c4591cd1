import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'fediverse',
  pages: [{ path: '/posts/fediverse', load: async () => (await import('./FediversePage.tsx')).FediversePage }],
  live: { 'fediverse.changed': () => [['fediverse']] },
})
