import { defineFeature } from '#web/manifest.ts'

export const manifest = defineFeature({
  feature: 'campaigns',
  pages: [
    {
      path: '/pages',
      load: async () => (await import('./PagesPage.tsx')).PagesPage,
      rail: { group: 'pull', order: 11, icon: 'pages', label: 'rail', go: 'go-pages' },
    },
    { path: '/pages/$pageId', load: async () => (await import('./EditorPage.tsx')).EditorPage },
  ],
  live: { 'pages.changed': () => [['pages'], ['website-chat'], ['chat-doors'], ['chat-keys'], ['chat-rooms']] },
})
