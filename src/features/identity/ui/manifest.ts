import { queryClient } from '#web/api/queries.ts'
import { defineFeature } from '#web/manifest.ts'
import { reviewKey, reviewQuery } from './api.ts'

const stale = () => [reviewKey]

export const manifest = defineFeature({
  feature: 'identity',
  pages: [
    {
      path: '/review',
      load: async () => (await import('./ReviewPage.tsx')).ReviewPage,
      ask: () => void queryClient.prefetchQuery(reviewQuery),
      rail: { group: 'daily', order: 4, icon: 'review', label: 'rail', go: 'go-review' },
    },
  ],
  live: {
    'review.changed': stale,
    'import.changed': stale,
    'people.merged': stale,
    'people.move-undone': stale,
    'people.erased': stale,
  },
})
