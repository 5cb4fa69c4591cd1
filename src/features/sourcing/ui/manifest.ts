import { defineFeature } from '#web/manifest.ts'
import { keys } from './api.ts'

const changed = (payload: unknown) => {
  const id = typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'import') : undefined
  return typeof id === 'string' ? [keys.list, keys.report(id)] : [keys.list]
}

export const manifest = defineFeature({
  feature: 'sourcing',
  pages: [
    {
      path: '/import',
      load: async () => (await import('./ImportPage.tsx')).ImportPage,
      rail: { group: 'daily', order: 3.1, icon: 'import', label: 'rail', under: '/people' },
    },
    { path: '/import/$importId', load: async () => (await import('./ReportPage.tsx')).ReportPage },
  ],
  live: { 'import.changed': changed },
  top: async () => (await import('./ImportStrip.tsx')).ImportStrip,
})
