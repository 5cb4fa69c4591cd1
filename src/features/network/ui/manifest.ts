import { defineFeature } from '#web/manifest.ts'
import { keys } from './api.ts'
import { readNetworkSearch } from './select.ts'

const ofPeople = () => [keys.people]
const personIn = (payload: unknown): string | undefined => {
  const value: unknown = typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'person') : undefined
  return typeof value === 'string' ? value : undefined
}

export const manifest = defineFeature({
  feature: 'network',
  pages: [
    {
      path: '/network',
      load: async () => (await import('./NetworkPage.tsx')).NetworkPage,
      search: readNetworkSearch,
      rail: { group: 'daily', order: 3.5, icon: 'share', label: 'rail', under: '/people' },
    },
  ],
  live: {
    'network.changed': ofPeople,
    'network.drawn': () => [keys.map],
    'network.balance': payload => [keys.balance(personIn(payload) ?? '')],
  },
  person: {
    tabs: [
      {
        id: 'network',
        order: 4,
        label: 'tab',
        load: async () => (await import('./person/NetworkTab.tsx')).NetworkTab,
      },
    ],
    head: [
      {
        id: 'balance',
        order: 8,
        place: 'foot',
        load: async () => (await import('./person/BalanceLine.tsx')).BalanceLine,
      },
    ],
  },
})
