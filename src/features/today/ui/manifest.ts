import { redirect } from '@tanstack/react-router'
import { queryClient } from '#web/api/queries.ts'
import { defineFeature } from '#web/manifest.ts'
import { todayQuery } from './api.ts'

const stale = () => [['today']]

export const manifest = defineFeature({
  feature: 'today',
  pages: [
    {
      path: '/',
      load: async () => (await import('./TodayPage.tsx')).TodayPage,
      ask: () => void queryClient.prefetchQuery(todayQuery),
      rail: { group: 'daily', order: 1, icon: 'today', label: 'rail', go: 'go-today', onPhone: true },
    },
    {
      path: '/today',
      load: async () => (await import('./TodayPage.tsx')).TodayPage,
      ask: () => {
        throw redirect({ to: '/', replace: true })
      },
    },
  ],
  live: {
    'relationships.changed': stale,
    'conversation.changed': stale,
    'people.changed': stale,
    'people.added': stale,
    'people.erased': stale,
    'people.merged': stale,
    'people.move-undone': stale,
    'activity.found': stale,
    'activity.read': stale,
    'presence.reset': stale,
    'pools.changed': stale,
    'plans.changed': stale,
    'today.changed': stale,
    'connection.changed': () => [['today'], ['connections']],
  },
  person: {
    head: [{ id: 'step', order: 3, load: async () => (await import('./step/StepLine.tsx')).StepLine }],
  },
})
