import { defineFeature } from '#web/manifest.ts'
import { playbookKeys } from './queries.ts'

const readSearch = (search: Record<string, unknown>) => (typeof search.q === 'string' ? { q: search.q } : {})

export const manifest = defineFeature({
  feature: 'tools',
  pages: [
    {
      path: '/playbooks',
      load: async () => (await import('./PlaybooksPage.tsx')).PlaybooksPage,
      search: readSearch,
      rail: { group: 'back', order: 21, icon: 'playbooks', label: 'rail.playbooks', go: 'go-playbooks' },
    },
    { path: '/playbooks/$tool', load: async () => (await import('./PlaybookPage.tsx')).PlaybookPage },
    {
      path: '/my-profiles',
      load: async () => (await import('./OwnProfilesPage.tsx')).OwnProfilesPage,
      rail: { group: 'back', order: 21.1, icon: 'me', label: 'rail.profiles', under: '/playbooks' },
    },
  ],
  live: {
    'playbooks.changed': () => [playbookKeys.state, playbookKeys.histories],
    'own-profiles.changed': () => [playbookKeys.profiles],
  },
})
