import { defineFeature } from '#web/manifest.ts'

/** What was found or read changes what is known of a person; people/ui makes their answers stale. */
export const manifest = defineFeature({
  feature: 'activity',
  pages: [],
  person: {
    tabs: [
      { id: 'activity', order: 2, label: 'tab', load: async () => (await import('./ActivityTab.tsx')).ActivityTab },
    ],
    head: [{ id: 'level', order: 1, load: async () => (await import('./LevelLine.tsx')).LevelLine }],
  },
  steps: { read: async () => (await import('./ReadStep.tsx')).ReadStep },
})
