import { defineFeature } from '#web/manifest.ts'
import { keys } from './api.ts'

export const manifest = defineFeature({
  feature: 'team',
  pages: [
    {
      path: '/todos',
      load: async () => (await import('./TodosPage.tsx')).TodosPage,
      rail: { group: 'daily', order: 1.5, icon: 'todo', label: 'rail.todos', under: '/' },
    },
    {
      path: '/settings/team/$userId/hand-over',
      load: async () => (await import('./hand-over/HandOverPage.tsx')).HandOverPage,
    },
  ],
  live: {
    'todos.changed': () => [keys.todos, keys.today],
    'hand-over.changed': () => [['hand-over']],
    'take-overs.changed': () => [['person']],
  },
  person: {
    head: [
      {
        id: 'owner',
        order: 5,
        place: 'foot',
        load: async () => (await import('./owner/OwnerLine.tsx')).OwnerLine,
      },
      {
        id: 'todos',
        order: 9,
        place: 'foot',
        load: async () => (await import('./todos/AboutTodos.tsx')).PersonTodos,
      },
    ],
  },
  parts: {
    today: async () => (await import('./todos/TodayTodos.tsx')).TodayTodos,
    opening: async () => (await import('./todos/AboutTodos.tsx')).OpeningTodos,
    conversation: async () => (await import('./todos/AboutTodos.tsx')).ConversationTodos,
  },
})
