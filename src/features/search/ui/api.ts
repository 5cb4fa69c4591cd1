import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PersonRowWire } from '#features/people/wire.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import { peopleQueryOf } from '../model.ts'
import type { SaidPage } from '../wire.ts'

export type { PersonRowWire, SaidPage }

export const foundPeopleQuery = (typed: string) => {
  const q = peopleQueryOf(typed)
  return queryOptions({
    queryKey: ['people', 'list', 'search', q],
    queryFn: async ({ signal: _ }) =>
      (await ask<{ people: PersonRowWire[] }>(`/people${searchOf({ q, limit: 5 })}`)).people,
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
}

export const foundSaidQuery = (typed: string) =>
  queryOptions({
    queryKey: ['search', typed.trim()],
    queryFn: () => ask<SaidPage>(`/search${searchOf({ q: typed.trim() })}`),
    enabled: typed.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
