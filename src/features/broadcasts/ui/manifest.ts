import { defineFeature } from '#web/manifest.ts'
import { listKeys } from './queries.ts'

export const manifest = defineFeature({
  feature: 'broadcasts',
  pages: [
    {
      path: '/lists',
      load: async () => (await import('./ListsPage.tsx')).ListsPage,
      rail: { group: 'pull', order: 12, icon: 'lists', label: 'rail.lists', go: 'go-lists' },
    },
    { path: '/lists/$listId', load: async () => (await import('./ListPage.tsx')).ListPage },
    { path: '/issues/$issueId', load: async () => (await import('./IssuePage.tsx')).IssuePage },
    {
      path: '/settings/list-mail',
      load: async () => (await import('./MailSettingsPage.tsx')).MailSettingsPage,
      rail: { group: 'back', order: 23.4, icon: 'lists', label: 'rail.mail', under: '/settings' },
    },
  ],
  live: { 'lists.changed': () => [listKeys.all] },
})
