import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'search',
  pages: [],
  search: async () => (await import('./TopSearch.tsx')).TopSearch,
})
