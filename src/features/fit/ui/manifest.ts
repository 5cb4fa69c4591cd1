import { defineFeature } from '#web/manifest.ts'
import { keys } from './api.ts'

export const manifest = defineFeature({
  feature: 'fit',
  pages: [],
  live: { 'fit.wanted-changed': () => [keys.wanted, ['person']] },
  person: { head: [{ id: 'fit', order: 2, load: async () => (await import('./FitLine.tsx')).FitLine }] },
})
