import { defineFeature } from '#web/manifest.ts'
import { keys, peopleIn } from './keys.ts'
import { readListSearch, readPersonSearch } from './search.ts'

/** What changed about people: their own answers, and every list that may show them. */
const touched = (payload: unknown) => [keys.lists, keys.tags, keys.facets, ...peopleIn(payload).map(keys.person)]

export const manifest = defineFeature({
  feature: 'people',
  pages: [
    {
      path: '/people',
      load: async () => (await import('./PeoplePage.tsx')).PeoplePage,
      search: readListSearch,
      rail: { group: 'daily', order: 3, icon: 'people', label: 'rail', go: 'go-people', onPhone: true },
    },
    {
      path: '/people/$personId',
      load: async () => (await import('./PersonPage.tsx')).PersonPage,
      search: readPersonSearch,
    },
  ],
  live: {
    'people.added': touched,
    'people.changed': touched,
    'people.erased': touched,
    'people.merged': touched,
    'people.split': touched,
    'people.move-undone': touched,
    'relationships.changed': touched,
    'activity.found': touched,
    'activity.read': touched,
    'people.searches-changed': () => [keys.saved],
    'people.search-found': () => [keys.saved, keys.lists],
  },
  top: async () => (await import('./PaletteSource.tsx')).PaletteSource,
  person: {
    tabs: [
      {
        id: 'profiles',
        order: 1,
        label: 'tab.profiles',
        load: async () => (await import('./person/ProfilesTab.tsx')).ProfilesTab,
      },
      { id: 'notes', order: 5, label: 'tab.notes', load: async () => (await import('./person/NotesTab.tsx')).NotesTab },
    ],
  },
})
