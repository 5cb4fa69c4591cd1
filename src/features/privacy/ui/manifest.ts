import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'privacy',
  pages: [],
  person: { consent: [{ id: 'privacy', order: 1, load: async () => (await import('./PrivacyLine.tsx')).PrivacyLine }] },
})
