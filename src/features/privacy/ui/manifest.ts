import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'privacy',
  pages: [],
  person: { head: [{ id: 'privacy', order: 9, load: async () => (await import('./PrivacyLine.tsx')).PrivacyLine }] },
})
