import { defineFeature } from '#web/manifest.ts'
import { keys } from './api.ts'

const readFeed = (search: Record<string, unknown>) =>
  Object.fromEntries(
    ['kind', 'user', 'team'].flatMap(name => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
  )

const readTodos = (search: Record<string, unknown>) =>
  Object.fromEntries(
    ['whose', 'state', 'team'].flatMap(name => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
  )

export const manifest = defineFeature({
  feature: 'team',
  pages: [
    {
      path: '/todos',
      load: async () => (await import('./TodosPage.tsx')).TodosPage,
      search: readTodos,
      rail: { group: 'daily', order: 1.5, icon: 'todo', label: 'rail.todos', under: '/' },
    },
    {
      path: '/feed',
      load: async () => (await import('./feed/FeedPage.tsx')).FeedPage,
      search: readFeed,
      rail: { group: 'daily', order: 1.7, icon: 'audit', label: 'rail.feed', under: '/' },
    },
    {
      path: '/settings/teams',
      load: async () => (await import('./teams/TeamsPage.tsx')).TeamsPage,
      rail: { group: 'back', order: 22.3, icon: 'teams', label: 'rail.teams', under: '/settings' },
    },
    {
      path: '/settings/team/$userId/hand-over',
      load: async () => (await import('./hand-over/HandOverPage.tsx')).HandOverPage,
    },
  ],
  live: {
    'todos.changed': () => [keys.todos, keys.today],
    'teams.changed': () => [['teams'], keys.todos],
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
