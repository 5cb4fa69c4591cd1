import { defineFeature } from '#web/manifest.ts'
import { keys } from './queries.ts'

const conversationIn = (payload: unknown): string =>
  typeof payload === 'object' && payload !== null && 'conversation' in payload ? String(payload.conversation) : ''

const personIn = (payload: unknown): string[] =>
  typeof payload === 'object' && payload !== null && 'person' in payload ? [String(payload.person)] : []

const peopleIn = (payload: unknown): string[] =>
  typeof payload === 'object' && payload !== null && 'people' in payload && Array.isArray(payload.people)
    ? payload.people.map(String)
    : []

const conversationsIn = (payload: unknown): string[] =>
  typeof payload === 'object' && payload !== null && 'conversations' in payload && Array.isArray(payload.conversations)
    ? payload.conversations.map(String)
    : []

const readSearch = (search: Record<string, unknown>) => ({
  ...(typeof search.view === 'string' ? { view: search.view } : {}),
  ...(typeof search.tool === 'string' ? { tool: search.tool } : {}),
  ...(search.action === 'invite' ? { action: 'invite' } : {}),
})

export const manifest = defineFeature({
  feature: 'conversations',
  pages: [
    {
      path: '/inbox',
      load: async () => (await import('./InboxPage.tsx')).InboxPage,
      search: readSearch,
      rail: { group: 'daily', order: 2, icon: 'inbox', label: 'rail.inbox', go: 'go-inbox', onPhone: true },
    },
    {
      path: '/inbox/$conversationId',
      load: async () => (await import('./InboxPage.tsx')).InboxPage,
      search: readSearch,
    },
    {
      path: '/online',
      load: async () => (await import('./online/OnlinePage.tsx')).OnlinePage,
      rail: { group: 'daily', order: 3.5, icon: 'online', label: 'rail.online', onPhone: true, under: '/inbox' },
    },
    {
      path: '/settings/connections',
      load: async () => (await import('./connections/ConnectionsPage.tsx')).ConnectionsPage,
      rail: { group: 'back', order: 23, icon: 'connections', label: 'rail.connections', under: '/settings' },
    },
  ],
  live: {
    'conversation.changed': payload => {
      const id = conversationIn(payload)
      return [keys.lists, keys.one(id), keys.context(id), ...[id, ...personIn(payload)].map(keys.messages)]
    },
    'conversations.caught-up': payload => [
      keys.lists,
      ...conversationsIn(payload).flatMap(id => [keys.one(id), keys.messages(id), keys.context(id)]),
      ...peopleIn(payload).map(keys.messages),
    ],
    'override.asked': () => [keys.openQuestions],
    'override.changed': () => [keys.openQuestions],
    'message.changed': payload => [conversationIn(payload), ...personIn(payload)].map(keys.messages),
    'connection.changed': () => [keys.connections, keys.presence],
    'presence.reset': () => [keys.presence],
  },
  top: async () => (await import('./online/Top.tsx')).Top,
})
