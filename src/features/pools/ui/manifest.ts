import { defineFeature } from '#web/manifest.ts'
import { keys } from './api.ts'

const idsAt = (payload: unknown, key: string): readonly string[] => {
  const value: unknown = typeof payload === 'object' && payload !== null ? Reflect.get(payload, key) : undefined
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
}
const anyPool = () => [keys.all]

export const manifest = defineFeature({
  feature: 'pools',
  pages: [
    {
      path: '/pools',
      load: async () => (await import('./PoolsPage.tsx')).PoolsPage,
      rail: { group: 'daily', order: 6, icon: 'pools', label: 'rail', go: 'go-pools' },
    },
    {
      path: '/pools/$poolId',
      load: async () => (await import('./PoolPage.tsx')).PoolPage,
      search: search => (typeof search.view === 'string' ? { view: search.view } : {}),
    },
  ],
  live: {
    'pools.changed': payload => [
      keys.list,
      ...idsAt(payload, 'pool').map(keys.one),
      ...idsAt(payload, 'people').map(keys.ofPerson),
    ],
    'relationships.changed': anyPool,
    'people.changed': anyPool,
    'people.merged': anyPool,
    'people.erased': anyPool,
    'people.move-undone': anyPool,
  },
  person: {
    head: [
      { id: 'channels', order: 4, load: async () => (await import('./person/ChannelLine.tsx')).ChannelLine },
      { id: 'pools', order: 5, place: 'foot', load: async () => (await import('./person/PoolsLine.tsx')).PoolsLine },
    ],
  },
  bulk: [{ id: 'pools', order: 1, load: async () => (await import('./bulk/BulkPools.tsx')).BulkPools }],
})
