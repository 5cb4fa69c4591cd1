import { defineFeature } from '#web/manifest.ts'

const kept = (search: Record<string, unknown>, ...names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap(name => {
      const value = typeof search[name] === 'number' ? String(search[name]) : search[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )

export const manifest = defineFeature({
  feature: 'reports',
  pages: [
    {
      path: '/reports/work',
      load: async () => (await import('./WorkPage.tsx')).WorkPage,
      search: search => kept(search, 'report', 'by', 'weeks'),
      rail: { group: 'back', order: 20.5, icon: 'reports', label: 'rail.work', under: '/reports' },
    },
    {
      path: '/reports/weekly',
      load: async () => (await import('./WeeklyPage.tsx')).WeeklyPage,
      rail: { group: 'back', order: 20.6, icon: 'lists', label: 'rail.weekly', under: '/reports' },
    },
  ],
})
