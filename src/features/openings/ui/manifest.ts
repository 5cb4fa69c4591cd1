import { loadTexts } from '#web/i18n/i18n.ts'
import { defineFeature } from '#web/manifest.ts'

const idsAt = (payload: unknown, key: string): readonly string[] => {
  const value: unknown = typeof payload === 'object' && payload !== null ? Reflect.get(payload, key) : undefined
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
}

export const manifest = defineFeature({
  feature: 'openings',
  pages: [
    {
      path: '/openings',
      load: async () => (await import('./OpeningsPage.tsx')).OpeningsPage,
      rail: { group: 'daily', order: 7, icon: 'openings', label: 'rail', go: 'go-openings' },
    },
    {
      path: '/openings/$openingId',
      // Fit says its reasons in words of its own feature.
      load: async () => (await Promise.all([import('./OpeningPage.tsx'), loadTexts('fit')]))[0].OpeningPage,
      search: search => (typeof search.view === 'string' ? { view: search.view } : {}),
    },
    {
      path: '/openings/$openingId/people/$candidacyId',
      load: async () => (await Promise.all([import('./hiring/CandidacyPage.tsx'), loadTexts('fit')]))[0].CandidacyPage,
    },
  ],
  live: {
    'openings.changed': () => [['openings']],
    'openings.people-changed': payload => [
      ['openings'],
      ...idsAt(payload, 'people').map(person => ['person', person, 'openings']),
    ],
    'relationships.changed': () => [['openings']],
  },
  person: {
    head: [
      {
        id: 'openings',
        order: 6,
        place: 'foot',
        load: async () => (await import('./person/OpeningsLine.tsx')).OpeningsLine,
      },
    ],
  },
  bulk: [{ id: 'openings', order: 2, load: async () => (await import('./bulk/BulkOpenings.tsx')).BulkOpenings }],
})
