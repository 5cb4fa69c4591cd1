import { defineFeature } from '#web/manifest.ts'
import { assistantKey } from './queries.ts'

export const manifest = defineFeature({
  feature: 'assistant',
  pages: [
    {
      path: '/settings/assistant',
      load: async () => (await import('./AssistantPage.tsx')).AssistantPage,
      rail: { group: 'back', order: 23.7, icon: 'assistant', label: 'rail.assistant', under: '/settings' },
    },
  ],
  live: { 'assistant.changed': () => [assistantKey] },
})
