import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'relationships',
  pages: [],
  // A message belongs to somebody's timeline, but the event names only its conversation.
  live: { 'conversation.changed': () => [['person']], 'message.changed': () => [['person']] },
  person: {
    tabs: [
      { id: 'timeline', order: 3, label: 'tab', load: async () => (await import('./TimelineTab.tsx')).TimelineTab },
    ],
    head: [{ id: 'ladder', order: 2, load: async () => (await import('./LadderLine.tsx')).LadderLine }],
  },
})
