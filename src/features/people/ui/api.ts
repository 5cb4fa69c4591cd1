import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Me } from '#features/accounts/wire.ts'
import type { PersonId } from '#kernel/ids.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import type {
  contactInput,
  facetPage,
  givenPerson,
  givenProfile,
  PersonPageWire,
  PersonRowWire,
  peoplePage,
  personChange,
  profileChange,
  savedSearchList,
} from '../wire.ts'
import { keys } from './keys.ts'
import type { ListSearch } from './search.ts'

export type { PersonPageWire, PersonRowWire }
export type PeoplePageWire = z.infer<typeof peoplePage>
export type ProfileWire = PersonPageWire['profiles'][number]
export type LinkWire = PersonPageWire['links'][number]
export type MoveWire = PersonPageWire['moves'][number]

export const peopleQuery = (search: ListSearch) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, search],
    queryFn: ({ pageParam }) => ask<PeoplePageWire>(`/people${searchOf({ ...search, cursor: pageParam, limit: 60 })}`),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export type FacetPageWire = z.infer<typeof facetPage>
export type SavedSearchWire = z.infer<typeof savedSearchList>['searches'][number]

export const facetsQuery = (search: ListSearch) => {
  const { sort: _, ...asked } = search
  return queryOptions({
    queryKey: [...keys.facets, asked],
    queryFn: () => ask<FacetPageWire>(`/people/facets${searchOf(asked)}`),
    retry: false,
  })
}

export const savedQuery = queryOptions({
  queryKey: keys.saved,
  queryFn: async () => (await ask<{ searches: SavedSearchWire[] }>('/people/searches')).searches,
})
export const keepSearch = (name: string, { fresh: _, ...search }: ListSearch, notify: boolean) =>
  ask<{ id: string }>('/people/searches', 'POST', { name, search, notify })
export const changeSaved = (id: string, change: { notify: boolean }) =>
  ask<null>(`/people/searches/${id}`, 'PATCH', change)
export const dropSaved = (id: string) => ask<null>(`/people/searches/${id}`, 'DELETE')
export const seeSaved = (id: string) => ask<null>(`/people/searches/${id}/seen`, 'POST')

export const tagsQuery = queryOptions({
  queryKey: keys.tags,
  queryFn: async () => (await ask<{ tags: { tag: string; people: number }[] }>('/people/tags')).tags,
})

export const personQuery = (id: string) =>
  queryOptions({ queryKey: keys.person(id), queryFn: () => ask<PersonPageWire>(`/people/${id}`) })

export const ownQuery = queryOptions({
  queryKey: ['me', 'whole'],
  queryFn: () => ask<Me>('/me'),
  staleTime: 5 * 60_000,
})

export const findPeople = async (q: string, signal?: AbortSignal) => {
  const { people } = await ask<PeoplePageWire>(`/people${searchOf({ q, limit: 8 })}`)
  signal?.throwIfAborted()
  return people
}

export const addPerson = (person: z.input<typeof givenPerson>) => ask<{ id: PersonId }>('/people', 'POST', person)
export const changePerson = (id: PersonId, change: z.input<typeof personChange>) =>
  ask<null>(`/people/${id}`, 'PATCH', change)
export const changeTags = (people: readonly string[], add: readonly string[], remove: readonly string[]) =>
  ask<null>('/people/tags', 'POST', { people, add, remove })
export const erasePerson = (id: PersonId) => ask<null>(`/people/${id}`, 'DELETE')
export const exportPerson = (id: PersonId) => ask<Record<string, unknown>>(`/people/${id}/export`)
export const setDoNotContact = (id: PersonId, given: { on: boolean; reason: string; quote?: string }) =>
  ask<null>(`/people/${id}/do-not-contact`, 'PUT', given)

export const addProfile = (id: PersonId, profile: z.input<typeof givenProfile>) =>
  ask<{ id: string }>(`/people/${id}/profiles`, 'POST', profile)
export const changeProfile = (id: PersonId, profile: string, change: z.input<typeof profileChange>) =>
  ask<null>(`/people/${id}/profiles/${profile}`, 'PATCH', change)
export const removeProfile = (id: PersonId, profile: string) => ask<null>(`/people/${id}/profiles/${profile}`, 'DELETE')
export const addContact = (id: PersonId, contact: z.input<typeof contactInput>) =>
  ask<{ id: string }>(`/people/${id}/contacts`, 'POST', contact)
export const removeContact = (id: PersonId, kind: string, key: string) =>
  ask<null>(`/people/${id}/contacts${searchOf({ kind, key })}`, 'DELETE')

export const addNote = (id: PersonId, text: string) => ask<{ id: string }>(`/people/${id}/notes`, 'POST', { text })
export const changeNote = (id: PersonId, note: string, change: { text: string } | { deleted: boolean }) =>
  ask<null>(`/people/${id}/notes/${note}`, 'PATCH', change)

export const mergePeople = (id: PersonId, other: PersonId) =>
  ask<{ id: string }>(`/people/${id}/merge`, 'POST', { other })
export const splitPerson = (id: PersonId, profiles: readonly string[]) =>
  ask<{ id: string; person: PersonId }>(`/people/${id}/split`, 'POST', { profiles })
export const undoMove = (move: string) => ask<{ people: PersonId[] }>(`/moves/${move}/undo`, 'POST')
export const undoLink = (link: string) => ask<{ people: PersonId[] }>(`/links/${link}/undo`, 'POST')

export const keepColumns = (me: Me, columns: readonly string[]) =>
  ask<Me>('/me', 'PATCH', { preferences: { ...me.user.preferences, peopleColumns: columns } })
