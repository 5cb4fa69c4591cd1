import { defineFeature } from '#web/manifest.ts'
import { groupKeys } from './queries.ts'

const readSpan = (search: Record<string, unknown>) => ({
  ...(search.days === '7' || search.days === '90' ? { days: search.days } : {}),
  ...(typeof search.item === 'string' ? { item: search.item } : {}),
})

export const manifest = defineFeature({
  feature: 'groups',
  pages: [
    {
      path: '/groups',
      load: async () => (await import('./GroupsPage.tsx')).GroupsPage,
      search: readSpan,
      rail: { group: 'daily', order: 5, icon: 'groups', label: 'rail', go: 'go-groups' },
    },
    { path: '/groups/$groupId', load: async () => (await import('./GroupPage.tsx')).GroupPage, search: readSpan },
  ],
  live: { 'groups.changed': () => [groupKeys.all] },
  top: async () => (await import('./RoomClock.tsx')).RoomClock,
})
